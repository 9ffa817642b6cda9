"""Japanese: the patterns in which the words of dates stand."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Language, Pattern, pattern
from timeline.dates.languages.ja_words import GUARDS, NAMED, NUMBERS, SAMPLES, WORDS, numeral

_ERA = "{era} {era_year:number|first_year} 年 !>生"
# "1923年(大正12年)", "大正12年(1923年)", "平成23(2011)年": one year told twice.
_TWICE = (
    "{year} 年 \\( {era} {era_year:number|first_year} 年? \\) | {era} {era_year:number|first_year} 年 \\( 西暦? {year} 年? \\) "
    "| {year} \\( {era} {era_year:number|first_year} \\) 年 | {era} {era_year:number|first_year} \\( {year} \\) 年"
)
_YEAR = f"( {_TWICE} | {{year}} 年 | {{yy}} 年 | {_ERA} | 西暦 {{year:number}} 年 )"
_SURE_YEAR = f"( {{year}} 年 | {{yy:sure_yy}} 年 | {_ERA} | 西暦 {{year:number}} 年 )"
# Two figures alone: 98年 is a year; 50年 only where more says so ("50年の歴史", 結成50年).
_LONE_YEAR = (
    f"( {{year}} 年 | {{yy:odd_yy}} 年 !>を|間|目|ぶり|余り|以上|半 | {_ERA} | 西暦 {{year:number}} 年 "
    "| {yy:sure_yy} 年 >に|から|まで|以降|以来|{about}|~|-|{edge}|{part} )"
)
_OLD_YEAR = "{year:odd_old_year} 年 >に|には|、|から|まで|以降|以来|{about}|の|~|-|\\(|\\)|{edge}|{part}"
_MONTH, _DAY = "{month:month_number} 月", "{day} 日"
_WEEKDAY = "( ( の|、 )? {weekday} | \\( {weekday:weekday|weekday_sign} ( ・|、 祝|休 )? \\) )?"
_SHIFTS = (("year_shift", "anchor"), ("year_hang", "previous"))

CORE: tuple[Pattern, ...] = (
    # Year, month, day.
    pattern(f"{_YEAR} の? {_MONTH} の? {_DAY} {_WEEKDAY}", "calendar"),
    pattern(f"{_YEAR} の? {_MONTH}", "calendar"),
    pattern(f"{_YEAR} の? {{month:month_number}} {{part:month_part}}", "part"),
    *(
        pattern(f"{word} {{yy:below_100}} 年 ( の? ( {_MONTH} ( の? {_DAY} {_WEEKDAY} )? | {{season}} | {{half:half_year}} ) )?", "calendar", next=next_one)
        for word, next_one in (("翌", 1), ("同", 0))
    ),
    pattern(f"翌 {_YEAR} の? ( {_MONTH} ( の? {_DAY} {_WEEKDAY} )? | {{season}} | {{half:half_year}} )?", "calendar"),
    pattern(f"{_LONE_YEAR}", "calendar"),
    # 昭和20年に生まれ、32年に: a length, unless an era counts.
    pattern("{yy:below_100} 年 >に|には|、|から|まで|以降", "calendar", or_length=1),
    # 794年: three figures are a year where a length would hardly stand.
    pattern(_OLD_YEAR, "calendar"),
    pattern("{year:round_old_year} 年 >、", "calendar"),
    pattern("{year:round_old_year} 年 に !>及|わた|渡|{one}", "calendar"),
    pattern("{year:old_year} 年 >\\(", "calendar"),
    pattern(f"{{year:old_year}} 年 {_MONTH} ( の? {_DAY} )?", "calendar"),
    pattern("{year:old_year} 年 \\( {era} {era_year:number|first_year} 年? \\) {month:month_number} 月 ( {day} 日 )?", "calendar"),
    pattern("{era} {era_year:number|first_year} 年 \\( {year:old_year} 年? \\) {month:month_number} 月 ( {day} 日 )?", "calendar"),
    pattern(f"前 {{year:old_year}} 年 ( の? {_MONTH} ( の? {_DAY} )? )?", "calendar", bc=1),
    pattern("前 {century:number} 世紀", "calendar", bc=1),
    # The mark stands once: 紀元前490年から479年まで, 紀元前490～479年, BC490年、480年.
    pattern("紀元前|前|bc|bce {+year:number} 年? から|~|-|より 紀元前|前|bc|bce? {+year:number} 年 まで?", "range", how="lasting", mark="first"),
    pattern("紀元前|前|bc|bce {+year:number} 年? 、|・|と|や {+year:number} 年 ( 、|・|と|や {+year:number} 年 )* !>間|目|ぶり|{back_or_on}", "list", how="and", mark="first"),
    pattern("bc|bce {year:number} 年", "calendar", bc=1),
    pattern("紀元前|前|bc {+century:number} 世紀? から|~|-|より 紀元前|前|bc? {+century:number} 世紀 まで?", "range", how="lasting", mark="first"),
    pattern("紀元前|前|bc {+century:number} 世紀? 、|・|と|や {+century:number} 世紀", "list", how="and", mark="first"),
    pattern("紀元後|西暦 {century:number} 世紀", "calendar"),
    pattern("紀元後 {year:number} 年", "calendar"),
    pattern("( {year} \\( {era} {era_year:number|first_year} \\) | {era} {era_year:number|first_year} \\( {year} \\) ) 年", "calendar"),
    pattern("{year} 年 で", "calendar"),
    pattern("皇紀 {era_year:number} 年", "calendar", era="皇紀"),
    pattern("檀紀 {era_year:number} 年", "calendar", era="단기"),
    pattern(f"主体|チュチェ {{era_year:number}} 年? \\( {{year}} 年? \\) 年? ( {_MONTH} ( {_DAY} )? )?", "calendar", era="주체"),
    pattern(f"主体|チュチェ {{era_year:number}} 年 ( {_MONTH} ( {_DAY} )? )?", "calendar", era="주체"),
    pattern(f"( {_SURE_YEAR} の? )? 旧暦|陰暦 の? {_MONTH} ( {_DAY} )?", "named", name="lunar"),
    pattern(f"{_YEAR} {{month:number}} 月", "calendar"),
    pattern(f"{_MONTH} {{day:number}} 日 !>間|目", "calendar"),
    pattern(f"紀元前 {{year:number}} 年 ( の? {_MONTH} ( の? {_DAY} )? )?", "calendar", bc=1),
    pattern("{year} {part:year_part}", "part"),
    pattern("{yy:sure_yy} {part:year_part}", "part"),
    pattern("{era} {era_year:number|first_year} {part:year_part}", "part"),
    pattern("{era:era_letter|era_short} {era_year:number} ( 年 | . ) {month:month_number} ( 月 | . ) {day} 日?", "calendar", glued=True),
    pattern("{era:era_letter|era_short} {era_year:number} 年 ( {month:month_number} 月 )?", "calendar", glued=True),
    pattern(f"{_MONTH} の? {_DAY} !>間|ぶり {_WEEKDAY}", "calendar"),
    pattern(f"翌? {_MONTH} !>間", "calendar"),
    pattern(f"翌 {_DAY} {_WEEKDAY}", "calendar", base="previous"),
    pattern(f"同 {_DAY} !>間 {_WEEKDAY}", "calendar", unit="month", shift=0, base="previous"),
    pattern(f"同 {_MONTH} ( の? {_DAY} {_WEEKDAY} )?", "calendar", unit="year", shift=0, base="previous"),
    pattern("{month:month_name}", "calendar"),
    pattern("{era} {era_year:number} .|-|・|/|, {month:month_number} ( .|-|・|/|, {day} )?", "calendar", glued=True),
    pattern("{month:month_number} {part:month_part}", "part"),
    pattern(f"( {_YEAR} の? )? {{month:month_number}} 月末日", "nth", nth=-1),
    pattern(f"!<第|計|約|延べ|わずか|{{number}} {_DAY} !>{{row}}|{{back_or_on}} {_WEEKDAY}", "calendar"),
    pattern("<{edge} {year} >{edge}", "calendar"),
    # In figures, largest unit first.
    pattern("{year} / {month:month_number} / {day}", "calendar", glued=True),
    pattern("{year} - {month:month_number} - {day}", "calendar", glued=True),
    pattern("{year} . {month:month_number} . {day}", "calendar"),
    pattern("{year} . {month:month_number} >に|から|まで|~|{edge}", "calendar", glued=True),
    pattern("{compact_day}", "numeric"),
    pattern("{first:day} / {second:day} / {third:year}", "numeric", glued=True),
    pattern("{year} / {month:month_number} !>/|{number}", "calendar", glued=True),
    pattern("{year} 年 / {month:month_number} 月?", "calendar", glued=True),
    pattern("{year} / {month:month_number} 月", "calendar", glued=True),
    pattern("<{edge}|\\(|{unknown}|~|から|と|や|、|・|か|または {month:month_number} / {day} >{edge}|\\(|{unknown}|の|に|から|~|まで|と|や|、|・ ( \\( {weekday:weekday_sign} \\) )?", "calendar", glued=True),
    # Decades, centuries, fiscal years, quarters, halves, seasons.
    pattern("{decade:decade_year} 年代", "calendar"),
    pattern("{hundreds:hundreds_year} 年代", "calendar"),
    pattern("{short_decade} 年代", "calendar"),
    pattern("{era} {era_decade:short_decade} 年代", "calendar"),
    pattern("紀元前 {century:number} 世紀", "calendar", bc=1),
    pattern("{century:number} 世紀", "calendar"),
    *(
        pattern(f"{mark} 年 の? {rest}", meaning, bc=1)
        for mark in ("紀元前|bc|bce {year:number}", "前 {year:old_year|below_100}")
        for rest, meaning in (
            ("{season}", "calendar"),
            ("{half:half_year}", "calendar"),
            ("第? {quarter:number} 四半期", "calendar"),
        )
    ),
    pattern("紀元前|bc|bce {year:number} {part:year_part}", "part", bc=1),
    pattern("前 {year:old_year} {part:year_part}", "part", bc=1),
    pattern("( {fiscal:year|yy} | {era} {era_year:number|first_year} ) 年度", "calendar", fiscal_word=1),
    pattern("{shift:fiscal_shift}", "calendar", unit="fiscal"),
    pattern("同年度", "calendar", unit="fiscal", shift=0, base="previous"),
    pattern(f"{_SURE_YEAR} の? 第? {{quarter:number}} 四半期", "calendar"),
    pattern(f"{_SURE_YEAR} の? q {{quarter:number}}", "calendar"),
    pattern("!<年度 第 {quarter:number} 四半期", "calendar"),
    pattern(f"{_SURE_YEAR} の? {{half:half_year}}", "calendar"),
    pattern("!<年度 {half:half_year}", "calendar"),
    pattern(f"{_SURE_YEAR} の? {{season}}", "calendar"),
    pattern("{year} ( -|~ ) {number} 年? の? 冬", "calendar", season=4),
    pattern("{year} {season}", "calendar", glued=True),
    pattern("{year} 年? シーズン", "calendar", glued=True),
    pattern("{season} >に|以降|{about}|までに", "calendar"),
    pattern("{shift:quarter_shift}", "calendar", unit="quarter"),
    pattern("{shift:season_shift} {season}", "calendar", unit="year"),
    pattern("この {season}", "calendar", unit="year", shift=0),
    pattern("翌 {season}", "calendar", base="previous", unit="year", shift=1),
    # A named day.
    *(pattern(f"( {_SURE_YEAR} の? )? {word}", "named", name=name) for word, name in NAMED.items()),
    *(pattern(f"{{shift:year_shift}} の? {word}", "named", name=name) for word, name in NAMED.items()),
    # Counted from the anchor, or from the date read before.
    *(pattern(f"{{shift:{word}}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {_MONTH} ( の? {_DAY} {_WEEKDAY} )?", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {{month:month_number}} {{part:month_part}}", "part", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {_YEAR} の? {_MONTH} ( の? {_DAY} {_WEEKDAY} )?", "calendar", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {{season}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {{half:half_year}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? 第 {{quarter:number}} 四半期", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(
        pattern(f"{{shift:{word}}} ( の? {_DAY} {_WEEKDAY} )?", "calendar", unit="month", base=base)
        for word, base in (("month_shift", "anchor"), ("month_hang", "previous"))
    ),
    *(
        pattern(f"{{shift:{word}}} の? ( {_DAY} の? )? {{weekday}}? ( {_DAY} )?", "calendar", unit="week", base=base)
        for word, base in (("week_shift", "anchor"), ("week_hang", "previous"))
    ),
    pattern(f"{{shift:week_shift}} の? {{weekday}} の? {_MONTH} の? {_DAY}", "calendar"),
    pattern("{shift:week_shift} の? 末|週末", "calendar", unit="weekend"),
    pattern("週末", "calendar", unit="weekend", undecided=1),
    pattern("{shift:week_shift|week_hang} の? 末|週末 の? {day} 日 {weekday_end}".replace("{weekday_end}", _WEEKDAY), "calendar"),
    pattern("週明け", "calendar", weekday=1),
    pattern(f"週明け の? {_DAY} {_WEEKDAY}", "calendar"),
    pattern("年明け", "calendar", month=1),
    *(pattern(f"!<{{number}} {word} に?", "calendar", unit=unit, shift=0, part="later", base="context") for word, unit in (("年内", "year"), ("月内", "month"), ("週内", "week"))),
    pattern("!<{number}|{first_year} 年度 の? {part}", "part", unit="fiscal", shift=0, base="context"),
    pattern("!<{number}|{first_year} 年度 内|中 に?", "calendar", unit="fiscal", shift=0, part="later", base="context"),
    pattern("年初来", "calendar", unit="year", shift=0, part="earlier", base="context"),
    pattern("{part:week_part}", "part", unit="week", shift=0, base="context"),
    pattern("{part:year_part}", "part", unit="year", shift=0, base="context"),
    pattern("{part:month_part}", "part", unit="month", shift=0, base="context"),
    *(pattern(f"{word} の {{part}}", "part", unit=unit, shift=0, base="context") for word, unit in (("年", "year"), ("月", "month"))),
    pattern("<{edge} \\( {weekday:weekday_sign} \\)", "calendar"),
    pattern(f"{{shift:day_shift}} ( {_DAY} {_WEEKDAY} )?", "calendar", unit="day"),
    pattern("{shift:day_hang}", "calendar", unit="day", base="previous"),
    pattern("{shift:night_shift}", "calendar", unit="day", daypart="night"),
    pattern("{shift:night_hang}", "calendar", unit="day", daypart="night", base="previous"),
    pattern("{shift:morning_shift}", "calendar", unit="day", daypart="morning"),
    pattern("{shift:morning_hang}", "calendar", unit="day", daypart="morning", base="previous"),
    pattern("!<{number}|{first_or_last} {weekday}", "calendar"),
    pattern("{shift:next_one} {weekday}", "calendar"),
    pattern(f"来る ( {_MONTH} )? {_DAY} {_WEEKDAY}", "calendar", coming=1),
    pattern(f"来る {_MONTH}", "calendar", coming=1),
    pattern(f"去る|さる ( {_MONTH} )? {_DAY} {_WEEKDAY}", "calendar", shift=-1),
    pattern(f"去る|さる {_MONTH}", "calendar", shift=-1),
    pattern("{count:number} {unit} で", "offset", sign=1, way="in", or_day=1),
    pattern("{count:number} {unit} ( 経ったら | たったら | 経過 後|したら|してから に? | 過ぎたら )", "offset", sign=1, way="in"),
    pattern("!<の 約? {count:number} {unit} ( ほど|くらい|ぐらい|以上|余り )? {sign:ago}", "offset", base="context"),
    pattern("!<の 約? {count:number} {unit} ( ほど|くらい|ぐらい|以上|余り )? {sign:later}", "offset", base="previous"),
    # 発症から3日以内に, 発症後3日以内に: counted from something else.
    pattern("<から|後 {count:number} {unit} 以内 に", "duration", "duration"),
    pattern("<から|後 {count:number} 営業日 以内 に?", "duration", "duration", unit="workday"),
    pattern("{count:number} {unit} 以内 に", "within_length", unless_back=1),
    pattern("{count:number} 営業日 以内 に?", "within_length", unless_back=1, unit="workday"),
    pattern("{count:number} 営業日 {sign:ago}", "offset", unit="workday", base="context"),
    pattern("{count:number} 営業日 {sign:later}", "offset", unit="workday", base="previous"),
    pattern("今後|向こう {count:number} 営業日", "span", "duration", way=1, unit="workday"),
    pattern("過去|直近|ここ {count:number} 日 間?", "span", "duration", way=-1, unit="day"),
    pattern("過去|直近|ここ {count:number} 営業日", "span", "duration", way=-1, unit="workday"),
    pattern("!<{number} 半年 ( ほど|くらい|ぐらい )? {sign:back_or_on}", "offset", unit="month", count=6, base="context"),
    pattern("!<{number} 半世紀 ( ほど|くらい|ぐらい )? {sign:back_or_on}", "offset", unit="year", count=50, base="context"),
    pattern("{count:number} 年 半 ( ほど|くらい|ぐらい )? {sign:back_or_on}", "offset", unit="year", and_half=1, base="context"),
    pattern("{count:number} 時間 半 {sign:back_or_on}", "offset", unit="hour"),
    pattern("{count:number} 年 と? {more_count:number} か月|ヶ月|カ月|ヵ月 ( ほど|くらい|ぐらい )? {sign:back_or_on}", "offset", unit="year", more_unit="month", base="context"),
    pattern("{count:number} か月|ヶ月|カ月|ヵ月 半 ( ほど|くらい|ぐらい )? {sign:back_or_on}", "offset", unit="month", and_half=1, base="context"),
    pattern("( その|それから ) {count:number} {unit} {sign:back_or_on}", "offset", base="previous"),
    pattern("今から|いまから {count:number} {unit} {sign:back_or_on}", "offset"),
    pattern("{count:vague_count} {unit} {sign:back_or_on}", "offset", base="context"),
    pattern("{compare:compared}", "offset", count=1, unit="year", sign=-1, base="previous"),
    # Stretches beside the anchor, lengths and repeated times.
    pattern("この {count:number} {unit:long_unit}", "span", "duration", way=-1, with_today=1),
    pattern("過去|直近|ここ|この|これまで|前の|最後の の? {count:number|vague_count} {unit:long_unit}", "span", "duration", way=-1),
    pattern("今後|向こう|これから|次の|あと|今|いま の? {count:number|vague_count} {unit:long_unit}", "span", "duration", way=1),
    pattern("( 約|まる|丸 )? {count:number} {unit:length_unit} !>{back_or_on}|以内|連続", "duration", "duration length"),
    pattern("( 約|まる|丸|第|延べ )? {count:number|vague_count} {unit:long_unit} 半? ( ほど|以上|余り|ぶり|以内|連続|目 )? !>{back_or_on}", "duration", "duration"),
    pattern("{number} 泊 {count:number} 日 !>目", "duration", "duration length", unit="day"),
    pattern("{count:number|vague_count} {unit} 間|目|ぶり|以内|連続|以上|以下|余り", "duration", "duration"),
    pattern("数 {unit}", "duration", "duration", count="X"),
    pattern("半年|半世紀", "duration", "duration", unit="month", count=6),
    pattern("半日", "duration", "duration", unit="hour", count=12),
    pattern("{unit:every} の? {weekday}?", "set", "set"),
    pattern(f"{{unit:every}} の? ( {_MONTH} )? {_DAY}", "set", "set"),
    pattern(f"{{unit:every}} の? {_MONTH}", "set", "set"),
    pattern("{count:number} {unit} ごと|おき|毎 に?", "set", "set"),
    # The clock.
    pattern("{hour} : {minute} ( : {second:minute} )? {meridiem}?", "time", "clock"),
    pattern("{meridiem} の? {hour} : {minute} ( : {second:minute} )?", "time", "clock"),
    pattern("{meridiem}? の? {hour} 時 ( {minute:number} 分 ( {second:number} 秒 )? )? {about}?", "time", "clock"),
    pattern("{meridiem}? の? {hour} 時 半 {about}?", "time", "clock", minute=30),
    pattern("{hour:noon} {about}?", "time", "clock"),
    pattern("同 {number} 分 {about}?", "calendar", unit="day", shift=0, base="previous"),
    pattern("<と|、|から {number} 分 {about}", "calendar", unit="day", shift=0, base="previous"),
    # Vague words.
    pattern("現在", "vague", "vague now", when="present"),
    pattern("{when:vague}", "vague", "vague"),
    # No dates: an issue, a fraction, a rate, longer words.
    pattern("( {year} 年 )? {month_number} 月 号", "none", "other"),
    pattern("{number} 分 の {number}", "none", "other"),
    # 週に3回, 1日3回, 4年に1度: so often in each.
    *(
        pattern(f"{word} に? {{number}} ( ~|- {{number}} )? 回|度 !>目", "set", "set", unit=unit)
        for word, unit in (("週", "week"), ("月", "month"), ("年", "year"), ("{one} 日", "day"))
    ),
    pattern("{count:day} {unit} に {number} ( ~|- {number} )? 回|度 !>目", "set", "set"),
    pattern("週 に? {number} 日 !>間|目", "set", "set", unit="week"),
    pattern("{day} 日 {number} 食|回|便|往復|錠|時間", "none", "other"),
    pattern("月|年 {number} 日|回", "none", "other"),
    pattern("{weekday} 社|会|賞|版|劇場|新聞|ドラマ|ワイド|大工|学校|画家|プレミア|サスペンス|ロードショー|スペシャル|市", "none", "other"),
    pattern("{one} 日 当たり|あたり|平均|も早|でも早|限り|置き|おき", "none", "other"),
    # 1日1000人, 1日約2万円: so many in a day.
    pattern("{one} 日 約|最大|平均|延べ? {number|amount} >試合|杯|錠|個|枚|ページ|キロ|円|{unknown}", "none", "other"),
    pattern("懲役|禁錮|禁固|拘禁刑 {number} 年 ( {number} 月 )?", "none", "other"),
    pattern("{year|yy} 年 産|式|型", "none", "other"),
    pattern("{one} 日 の 終わり|始まり|大半|疲れ", "none", "other"),
    pattern("{month_number} 月 さん|ちゃん|革命", "none", "other"),
    pattern("{no_date}", "none", "other"),
)  # fmt: skip

PART: tuple[Pattern, ...] = (
    pattern("{+date} の? {part}", "part"),
    pattern("{+date} の? ( の {part} )", "part"),
    pattern("{+date} の? 末日|最終日|みそか|晦日", "nth", unit="day", nth=-1),
    pattern("{+date} の? 第? {nth:number} 週 目?", "nth", unit="week"),
    pattern("{+date} の? {nth:first_or_last} の? 週", "nth", unit="week"),
    pattern("{+date} の? {nth:first_or_last} の? {weekday}", "nth"),
    pattern("{+date} の? 第 {nth:number} {weekday}", "nth"),
    pattern("{+date} の? 第 {nth:number} {weekday:weekday_sign} !>{unknown}", "nth"),
    pattern("{+date} の {count:number} {unit} {sign:back_or_on}", "offset"),
    pattern("<の {count:number} {unit} {sign:back_or_on}", "offset", base="previous"),
    pattern("{+date} の? 第 {nth:number} 四半期", "nth", unit="quarter"),
    pattern("{+date} の? 上半期|上期", "part", part="first_half"),
    pattern("{+date} の? 下半期|下期", "part", part="second_half"),
    pattern("{+date} から {count:number} {unit} {sign:back_or_on}", "offset"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+date} の? {daypart}", "time"),
    pattern("( {zone} の? )? {+date} の? ( {daypart} の? )? {+clock}", "time"),
    pattern("{zone} の? {+date}", "zoned"),
    pattern("{+date} の? ( {daypart} の? )? {+clock} から|~|- {clock} まで?", "time"),
    pattern("( {daypart} の? )? {+clock} から|~|- {clock} まで?", "time", "time"),
    pattern("{daypart} の? {+clock}", "time", "time"),
    pattern("{+set} の? ( {daypart} の? )? {+clock} ( から|~|- {clock} まで? )?", "plain", "set"),
    pattern("{+set} の? {daypart}", "plain", "set"),
    pattern("同 {+clock}", "time", "time", same=1),
    pattern("{+clock}", "time", "time"),
    pattern("{+date} の? {about}", "about", qualifier="approximate"),
    pattern("約|およそ|おおよそ {+date}", "about", qualifier="approximate"),
    pattern("おそらく|多分|たぶん {+date}", "about", qualifier="uncertain"),
    pattern("おそらく|多分|たぶん {+date} の? {about}", "about", qualifier="uncertain"),
)  # fmt: skip
_TO = "( から | ~ | - | より )"
JOIN: tuple[Pattern, ...] = (
    pattern("{+date} の {+date}", "apposed"),
    pattern("{+date} から の? {+length}", "stretch"),
    pattern(f"{{+date}} {_TO} {{+date}} ( まで | にかけて | いっぱい )?", "range", how="lasting"),
    pattern("{+date} 以降 {+date} まで|にかけて|いっぱい", "range", how="lasting"),
    pattern("{+date} から|以降|以来|~|- {now} まで|にかけて", "range", how="to_anchor"),
    pattern("{+date} から|~ {+date} ( まで )? の間 ( のいつか )?", "range", how="between"),
    pattern("{+date} と|や|及び|および|・ {+date} ( の? 両日 )?", "list", how="and"),
    pattern("{+date} か|または|あるいは|もしくは {+date}", "list", how="or"),
)  # fmt: skip
# Two days or months of one unit: "26~28日", "5月26、27日", "5~7月".
_YEAR_OR_MONTH = f"( {_YEAR} )? ( {_MONTH} )?"
CORE += (
    pattern(f"{_YEAR_OR_MONTH} {{+day}} ~|- {{+day}} 日 まで?", "range", how="lasting"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 、|・|と {{+day}} 日|両日|の両日", "list", how="and"),
    *(
        pattern(f"{{shift:{word}}} の? {{+day}} {between} {{+day}} {end}", meaning, how=how, unit="month", base=base)
        for word, base in (("month_shift", "anchor"), ("month_hang", "previous"))
        for between, end, meaning, how in (("~|-", "日 まで?", "range", "lasting"), ("、|・|と", "日|両日|の両日", "list", "and"))
    ),
    *(
        pattern(f"{{shift:{word}}} の? {{+month_number}} ~|- {{+month_number}} 月", "range", how="lasting", unit="year", base=base)
        for word, base in _SHIFTS
    ),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 、|・ {{+day}} 、|・|と {{+day}} 日", "list", how="and"),
    pattern(f"( {_YEAR} )? {{+month_number}} ~|- {{+month_number}} 月", "range", how="lasting"),
    pattern("{+year} ~|- {+year} 年? !>-", "range", how="lasting"),
    pattern("{+year} から {+year} 年 まで?", "range", how="lasting"),
    pattern("{era} {+era_year:number|first_year} 年? ~|-|から {+era_year:number} 年 まで?", "range", how="lasting"),
    pattern("{era} {+era_year:number|first_year} 年? 、|・ {+era_year:number} 年 !>間", "list", how="and"),
    pattern("{+year} ・|、 {+year} 年", "list", how="and"),
    pattern("{+yy} 年? と|や|・|、 {+yy:sure_yy} 年", "list", how="and"),
    pattern("{+year} ~|- {+yy} 年", "range", how="lasting"),
    pattern("{+year} ~|-|/ {+year|yy} 年? シーズン", "range", how="lasting"),
)  # fmt: skip
BOUND: tuple[Pattern, ...] = (
    pattern("{+date} までに", "bound", bound="by"),
    pattern("{+date} まで", "bound", bound="until"),
    pattern("{+date} から|以降|以来|以後", "bound", bound="since"),
    pattern("{+date} 以前", "bound", bound="by"),
    pattern("{+date} より前|より以前", "bound", bound="before"),
    pattern("{+date} より後|より以後", "bound", bound="after"),
)  # fmt: skip

LANGUAGE = Language(
    code="ja",
    spaced=False,
    words=WORDS,
    patterns={"core": CORE, "part": PART, "time": TIME, "join": JOIN, "bound": BOUND},
    numbers=NUMBERS,
    numeral=numeral,
    guards=GUARDS,
    samples=tuple(SAMPLES.split()),
    ahead=r"予定|方針|見通し|見込み|見込む|計画|つもり|期限|だろう|でしょう|ましょう|ください|べき|向け|可能性|おそれ|恐れ|公算|意向|構え|かもしれ|目指|めど|控え|を前に|先立|間近|迎える|開かれる|開催する|(?:する|なる|行う|れる)(?:こと|方向|考え)|[るうくすむつ]こと[でを]|(?:まで|以降|[にへ])の?(?:延|先送り|ずれ込)|(?<![いあな])る(?=。|\Z)|(?:す|(?<![い思])う|(?<!続)く|む)(?=。|\Z)|(?<=[一-龠])へ(?=。|\Z)",
    back=r"(?:[しっいんきれめけえげせてねべりちじびみ]|かっ)[ただ](?![ちけめいくさま])|(?<=[一-龠])た(?![ちけめいくさりま])|だった|いた(?=。|、|\Z)",
    closing=("まで",),
    modifying=r"は|[一-龠]{2}の|期?の(?!上|中|下|初|半|末|[0-9０-９])|期決算",
    clause=r"[、。()「」『』\n]",
    planning=r"[るいう]よう(?:に)?(?:要請|求め|指示|呼び[か掛]け|命じ|促|申し入れ)|(?<=[るいう])と(?:発表|表明|決め|明らかに|通知|通告|予告|約束)|に延期|へ延期",
    reporting=r"述べた|語った|話した|発表した|明らかにした|伝えた|報じた|説明した",
    verb="after",
)
