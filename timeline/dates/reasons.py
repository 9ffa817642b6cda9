"""One sentence for every rule, in English, Japanese and Korean; the braces are facts of the reading."""

# ruff: noqa: E501  A sentence stands on one line.

UNITS = {
    "en": {"fiscal": "fiscal year", "workday": "working day", "workweek": "working week", "half": "half-year"},
    "ja": {
        "second": "秒", "minute": "分", "hour": "時間", "day": "日", "workday": "営業日", "week": "週", "workweek": "平日の週", "weekend": "週末", "month": "月", "quarter": "四半期",
        "half": "半期", "season": "季節", "year": "年", "fiscal": "年度", "decade": "十年", "century": "世紀", "fortnight": "二週間", "weekday": "曜日",
    },
    "ko": {
        "second": "초", "minute": "분", "hour": "시간", "day": "날", "workday": "영업일", "week": "주", "workweek": "평일 주", "weekend": "주말", "month": "달", "quarter": "분기",
        "half": "반기", "season": "계절", "year": "해", "fiscal": "회계연도", "decade": "10년대", "century": "세기", "fortnight": "2주", "weekday": "요일",
    },
}  # fmt: skip
# "To the day, not to the year": where a language counts by another word than it names the unit with.
SCALES = {"en": {}, "ja": {}, "ko": {"year": "연", "month": "월", "decade": "10년"}}
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ja": ("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
    "ko": ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
}
SEASONS = {
    "en": ("spring", "summer", "autumn", "winter"),
    "ja": ("春", "夏", "秋", "冬"),
    "ko": ("봄", "여름", "가을", "겨울"),
}
# Units that Japanese and Korean count in a smaller one: so many times that.
MULTIPLES = {"fortnight": (2, "week"), "decade": (10, "year")}
# Which figure stands first, the day or the month; and what told so, no zone or a zone.
FIGURES = {"en": ("day", "month"), "ja": ("日", "月"), "ko": ("일을", "월을")}
ORDERS = {
    "en": ("as no zone says otherwise", "as is usual in the zone"),
    "ja": ("地域の指定がないので", "地域の習慣に従って"),
    "ko": ("지역이 주어지지 않아", "지역의 관습에 따라"),
}
# Which way something is counted: into the past, or the future.
WAYS = {"en": ("back", "on"), "ja": ("さかのぼって", "先へ"), "ko": ("거꾸로", "앞으로")}
# How many of a unit: "3 days", 3日, 3일.
COUNTERS = {
    "en": {},
    "ja": {
        "second": "秒", "minute": "分", "hour": "時間", "day": "日", "workday": "営業日", "week": "週間", "weekend": "週間", "month": "か月", "quarter": "四半期",
        "half": "半期", "season": "季節", "year": "年", "fiscal": "年度", "century": "世紀",
    },
    "ko": {
        "second": "초", "minute": "분", "hour": "시간", "day": "일", "workday": "영업일", "week": "주", "weekend": "주", "month": "개월", "quarter": "분기",
        "half": "반기", "season": "계절", "year": "년", "fiscal": "개 회계연도", "century": "세기",
    },
}  # fmt: skip
# What a reading hangs on: the day of publication, words read before, or what `Known.origin` says.
BASES = {
    "en": {
        "publication": "the day of publication, {anchor}",
        "dateline": "the day of the dateline, {anchor}",
        "start": "the start of the range, {anchor}",
        "listed": "the date before it in the list, {anchor}",
        "told_after": "“{previous}” ({previous_date}), told after it",
        "previous": "“{previous}” ({previous_date}), read before it",
        "opening": "“{previous}” ({previous_date}), which holds the first year that the text names",
    },
    "ja": {
        "publication": "発行日（{anchor}）",
        "dateline": "記事冒頭の日付（{anchor}）",
        "start": "期間の初め（{anchor}）",
        "listed": "すぐ前に並ぶ日付（{anchor}）",
        "told_after": "後に出る「{previous}」（{previous_date}）",
        "previous": "前に出た「{previous}」（{previous_date}）",
        "opening": "この文章で最初に年を示す「{previous}」（{previous_date}）",
    },
    "ko": {
        "publication": "발행일({anchor})",
        "dateline": "기사 첫머리의 날짜({anchor})",
        "start": "기간의 시작({anchor})",
        "listed": "바로 앞에 나열된 날짜({anchor})",
        "told_after": "뒤에 나오는 ‘{previous}’({previous_date})",
        "previous": "앞에 나온 ‘{previous}’({previous_date})",
        "opening": "글에서 처음으로 해를 밝힌 ‘{previous}’({previous_date})",
    },
}
# The words whose last letter decides the particle after a base in Korean.
NAMED_IN_KOREAN = {"publication": "발행일", "dateline": "날짜", "start": "시작", "listed": "날짜"}
CUES = {
    "en": " The words “{cue}” decide the direction.",
    "ja": "「{cue}」という言葉が向きを決める。",
    "ko": " ‘{cue}’{cue_called} 말이 방향을 정한다.",
}

REASONS: dict[str, tuple[str, str, str]] = {
    "named-in-full": ("The words name the date in full: {edtf}.", "語句だけで日付が決まる（{edtf}）。", "말만으로 날짜가 정해진다({edtf})."),
    "named-within": ("The words name a part of a year or a month that is counted: {edtf}.", "数えた年や月の中の日付で、{edtf}に当たる。", "세어 나온 해나 달 가운데의 날짜로, {edtf}이다."),
    "century-by-number": ("The {century_name} by number runs from {century_first} to {century_last}.", "{century_name}は、{century_first}から{century_last}までである。", "{century_name}는 {century_first}부터 {century_last}까지이다."),
    "decade-of-century": ("Two figures name a decade: the last one begun by {around} is the {decade}s.", "二桁の年代なので、{around}年までに始まった直近の{decade}年代とした。", "두 자리 연대이므로 {around}년까지 시작된 가장 가까운 {decade}년대로 보았다."),
    "fiscal-year": ("A fiscal year of Japan runs from 1 April {year} to 31 March of the next year.", "年度は{year}年4月1日から翌年3月31日までである。", "일본의 회계연도는 {year}년 4월 1일부터 이듬해 3월 31일까지이다."),
    "season-of-year": ("A season has three whole months; this is the {season_name} of {year}.", "季節は三か月単位で数える。これは{year}年の{season_name}である。", "계절은 석 달씩 센다. 이것은 {year}년 {season_name}이다."),
    "quarter-of-year": ("Quarter {quarter} of {year} has three whole months.", "{year}年の第{quarter}四半期の三か月である。", "{year}년 {quarter}분기의 석 달이다."),
    "half-of-year": ("Half {half} of {year} has six whole months.", "{year}年を二つに分けた第{half}の半年である。", "{year}년을 둘로 나눈 {half}번째 반년이다."),
    "year-before": ("No year is said: meant is the nearest one that has begun by {base}.", "年が書かれていないので、{base}までに始まった直近のものとした。", "연도가 없으므로 {base}까지 시작된 가장 가까운 것으로 보았다."),
    "year-after": ("No year is said: meant is the next one that has not ended by {base}.", "年が書かれていないので、{base}の時点でまだ終わっていない次のものとした。", "연도가 없으므로 {base} 당시 아직 끝나지 않은 다음 것으로 보았다."),
    "year-last": ("No year is said: meant is the nearest one that ended before {base}; one that holds that day is left out.", "年が書かれていないので、{base}より前に終わった直近のものとした（当日を含むものは除く）。", "연도가 없으므로 {base} 전에 끝난 가장 가까운 것으로 보았다(당일이 든 것은 빼고)."),
    "year-next": ("No year is said: meant is the nearest one that begins after {base}; one that holds that day is left out.", "年が書かれていないので、{base}より後に始まる最初のものとした（当日を含むものは除く）。", "연도가 없으므로 {base} 뒤에 시작되는 가장 가까운 것으로 보았다(당일이 든 것은 빼고)."),
    "year-of-part": ("No year is said: by {base}, this part had not begun, so it is that of the year before.", "年が書かれておらず、{base}の時点でこの部分はまだ始まっていないので、前の年のものとした。", "연도가 없고 {base} 당시 이 부분은 아직 시작되지 않았으므로 그 전해의 것으로 보았다."),
    "year-of-anchor": ("It is that of the year of {base}.", "{base}と同じ年のものとした。", "{base_gwa} 같은 해의 것으로 보았다."),
    "stretch": ("It lasted so long from that date.", "その日付からその長さだけ続いた。", "그 날짜부터 그만큼 이어졌다."),
    "year-of-story": ("No year is said: it is taken from {base}, so {year}.", "年が書かれていないので、{base}に合わせて{year}年とした。", "연도가 없으므로 {base}에 맞추어 {year}년으로 보았다."),
    "year-not-told": ("It is of some year of {base}; which one is not said, so it has no days.", "{base}のどの年かが書かれていないので、日付は決まらない。", "{base_i} 가리키는 때의 어느 해인지 적혀 있지 않아 날짜가 정해지지 않는다."),
    "month-not-told": ("Only a day is said, and {base} tells no month, so it has no days.", "日だけが書かれ、{base}からは月が分からないので、日付は決まらない。", "날만 적혀 있고 {base_i} 달을 알려 주지 않아 날짜가 정해지지 않는다."),
    "weekday-same-day": ("{base}, is itself a {weekday_name}.", "{base}そのものが{weekday_name}である。", "{base_i} 바로 {weekday_name}이다."),
    "weekday-before": ("The nearest {weekday_name} before {base}.", "{base}より前の直近の{weekday_name}である。", "{base} 전의 가장 가까운 {weekday_name}이다."),
    "weekday-after": ("The nearest {weekday_name} after {base}.", "{base}より後の最初の{weekday_name}である。", "{base} 뒤의 가장 가까운 {weekday_name}이다."),
    "weekday-last": ("“Last” {weekday_name}: before {base}, and never that day.", "「前の」とあるので、{base}より前の{weekday_name}とした（当日は含まない）。", "‘지난’이라고 했으므로 {base} 전의 {weekday_name}로 보았다(당일은 빼고)."),
    "weekday-next": ("“Next” {weekday_name}: after {base}, and never that day.", "「次の」とあるので、{base}より後の{weekday_name}とした（当日は含まない）。", "‘다음’이라고 했으므로 {base} 뒤의 {weekday_name}로 보았다(당일은 빼고)."),
    "weekday-of-week": ("The {weekday_name} of that week, Monday to Sunday, counted from {base}.", "{base}から数えた週（月曜から日曜まで）の{weekday_name}である。", "{base}에서 센 주(월요일부터 일요일까지)의 {weekday_name}이다."),
    "weekday-in-week": ("The {weekday_name} of that week.", "その週の{weekday_name}である。", "그 주의 {weekday_name}이다."),
    "day-of-month": ("Only the day {day} is said: the month is that of {base}.", "「{day}日」とだけあるので、{base}と同じ月のものとした。", "‘{day}일’이라고만 했으므로 {base_gwa} 같은 달의 것으로 보았다."),
    "day-before": ("Only the day {day} is said: it is the last such day before {base}.", "「{day}日」とだけあるので、{base}より前の直近の{day}日とした。", "‘{day}일’이라고만 했으므로 {base} 전의 가장 가까운 {day}일로 보았다."),
    "day-after": ("Only the day {day} is said: it is the next such day after {base}.", "「{day}日」とだけあるので、{base}より後の最初の{day}日とした。", "‘{day}일’이라고만 했으므로 {base} 뒤의 가장 가까운 {day}일로 보았다."),
    "day-last": ("“Last” or the like stands with the day {day}: it is the nearest such day before {base}.", "「去る」「前の」などとあるので、{base}より前の直近の{day}日とした。", "‘지난’ 등이 있으므로 {base} 전의 가장 가까운 {day}일로 보았다."),
    "day-next": ("“Next” or the like stands with the day {day}: it is the nearest such day after {base}.", "「来たる」「次の」などとあるので、{base}より後の最初の{day}日とした。", "‘오는’ 등이 있으므로 {base} 뒤의 가장 가까운 {day}일로 보았다."),
    "day-on-weekday": ("Only the day {day} is said, and its weekday: counted from {base}, it is in a month in which they go together.", "「{day}日」と曜日だけがあるので、{base}から数えて、両方が合う月のものとした。", "‘{day}일’과 요일만 적혀 있으므로 {base}에서 세어 둘이 맞는 달의 것으로 보았다."),
    "day-in-week": ("The day {day} of the month that lies in that week.", "その週の中の{day}日である。", "그 주에 든 {day}일이다."),
    "day-beside-story": ("Only the day {day} is said: taken is the nearest month that has it, counted from {base}.", "「{day}日」とだけあるので、{base}から数えて{day}日のある最も近い月とした。", "‘{day}일’이라고만 했으므로 {base}에서 세어 {day}일이 있는 가장 가까운 달로 보았다."),
    "day-of-story": ("Only the day {day} is said: the month is that of {base}.", "「{day}日」とだけあるので、{base}と同じ月とした。", "‘{day}일’이라고만 했으므로 {base_gwa} 같은 달로 보았다."),
    "unit-before": ("{steps} before {whole}.", "{whole}の{steps}前{unit_after_no}である。", "{whole}보다 {steps} 앞선 {unit_name}이다."),
    "unit-of": ("{unit_of}.", "{unit_of}である。", "{unit_of}이다."),
    "unit-after": ("{steps} after {whole}.", "{whole}の{steps}後{unit_after_no}である。", "{whole}보다 {steps} 뒤의 {unit_name}이다."),
    "earlier-in-unit": ("“Earlier”: from its start to that day.", "その初めからその日までとした。", "그 시작부터 그날까지로 보았다."),
    "later-in-unit": ("“Later”: from that day to its end.", "その日からその終わりまでとした。", "그날부터 그 끝까지로 보았다."),
    "all-of-unit": ("“Earlier” or “later”: it is not cut at a day, and all of it is given.", "前の方か後の方かを日で区切らず、その全体とした。", "앞쪽인지 뒤쪽인지를 날로 나누지 않고 그 전체로 보았다."),
    "count-before": ("{counted} before {base}.", "{base}の{counted}前である。", "{base}의 {counted} 전이다."),
    "count-after": ("{counted} after {base}.", "{base}の{counted}後である。", "{base}의 {counted} 뒤이다."),
    "days-back": ("From there, it is one day back.", "そこから1日前の日である。", "거기서 하루 앞선 날이다."),
    "days-on": ("From there, it is one day on.", "そこから1日後の日である。", "거기서 하루 뒤의 날이다."),
    "whole-unit": ("Not that day: the whole week that holds it.", "その日ではなく、それを含む週の全体とした。", "그날이 아니라 그날이 속한 주 전체로 보았다."),
    "to-the-day": ("Counted to the day, not to the {date_unit}.", "{date_unit}単位ではなく日単位で数えた。", "{date_unit} 단위가 아니라 일 단위로 세었다."),
    "few-hours": ("A few hours hardly leave {base_day}.", "数時間であれば、{base_day}からほとんど動かない。", "몇 시간이면 {base_day}에서 거의 벗어나지 않는다."),
    "weekdays-counted": ("Counted {towards} from {base}: {weekday_name} number {count}, its own day left out.", "{base}の当日を除いて{towards}数えた{count}回目の{weekday_name}である。", "{base}의 당일을 빼고 {towards} 센 {count}번째 {weekday_name}이다."),
    "weekday-near": ("The {near_weekday_name} nearest to that day.", "その日に最も近い{near_weekday_name}である。", "그날에 가장 가까운 {near_weekday_name}이다."),
    "weekend-beside": ("The weekend nearest to that day, with the days between.", "その日に最も近い週末で、間の日も含む。", "그날에 가장 가까운 주말이며 그 사이의 날도 넣는다."),
    "within-length": ("Some time from {base} on, within {counted}.", "{base}から{counted}以内のいつかである。", "{base}부터 {counted} 안의 어느 때이다."),
    "week-of-year": ("Week {week} of {year}, Monday to Sunday, as ISO 8601 counts.", "ISO 8601の数え方による{year}年第{week}週（月曜から日曜まで）である。", "ISO 8601에 따른 {year}년 {week}번째 주(월요일부터 일요일까지)이다."),
    "before-christ": ("It hangs on {base}; days before Christ are not counted here.", "{base}に続く話だが、紀元前の日はここでは数えない。", "{base}에 이어지는 이야기인데, 기원전의 날짜는 여기서 세지 않는다."),
    "count-not-said": ("How many is not said, so it has no days.", "いくつかが書かれていないので、日付は決まらない。", "몇인지 밝히지 않아 날짜가 정해지지 않는다."),
    "counted-from": ("It is counted from the date named beside it.", "並べて書かれた日付から数えた。", "나란히 적힌 날짜에서 세었다."),
    "counted-back": ("{from_counted} before that.", "その{from_counted}前である。", "그보다 {from_counted} 앞선 때이다."),
    "counted-on": ("{from_counted} after that.", "その{from_counted}後である。", "그보다 {from_counted} 뒤이다."),
    "weekdays-from-it": ("Counted {towards} from that: {from_weekday_name} number {from_count}, its own day left out.", "その当日を除いて{towards}数えた{from_count}回目の{from_weekday_name}である。", "그 당일을 빼고 {towards} 센 {from_count}번째 {from_weekday_name}이다."),
    "length-beside-anchor": ("A length of time beside {base}.", "{base}に接する期間である。", "{base}에 맞닿은 기간이다."),
    "early-part": ("“Early” is the first third, by the house table.", "本サイトの表では、「初め」は最初の三分の一とする。", "이 사이트의 표에서 ‘초’는 처음 3분의 1이다."),
    "mid-part": ("“Mid” is the middle third, by the house table.", "本サイトの表では、「半ば」は中ほどの三分の一とする。", "이 사이트의 표에서 ‘중반’은 가운데 3분의 1이다."),
    "late-part": ("“Late” is the last third, by the house table.", "本サイトの表では、「末」は最後の三分の一とする。", "이 사이트의 표에서 ‘말’은 마지막 3분의 1이다."),
    "early-mid-part": ("“Early to mid” is the first two thirds, by the house table.", "本サイトの表では、「序盤から中盤」は前の三分の二とする。", "이 사이트의 표에서 ‘초중반’은 앞쪽 3분의 2이다."),
    "mid-late-part": ("“Mid to late” is the last two thirds, by the house table.", "本サイトの表では、「中盤から終盤」は後ろの三分の二とする。", "이 사이트의 표에서 ‘중후반’은 뒤쪽 3분의 2이다."),
    "first-half-part": ("The first half, by the house table.", "本サイトの表による前半である。", "이 사이트의 표에 따른 전반이다."),
    "second-half-part": ("The second half, by the house table.", "本サイトの表による後半である。", "이 사이트의 표에 따른 후반이다."),
    "place-in-unit": ("Counted within {of}: {place}.", "{of}の中で数えて{place}である。", "{of} 안에서 세어 {place}이다."),
    "unit-of-date": ("The {place_unit} that holds {of}.", "{of}を含む{place_unit}である。", "{of_i} 속한 {place_unit}이다."),
    "weekend-of-date": ("The weekend of the week, Monday to Sunday, that holds {of}.", "{of}を含む週（月曜から日曜まで）の週末である。", "{of_i} 속한 주(월요일부터 일요일까지)의 주말이다."),
    "weekday-in-unit": ("The {weekday_name} within it.", "その中の{weekday_name}。", "그 안의 {weekday_name}이다."),
    "bound-until": ("“Until”: it lasted to the end of this date; its start is not said.", "「まで」とあるので、この日付の終わりまで続いた。始まりは書かれていない。", "‘까지’라고 했으므로 이 날짜의 끝까지 이어졌다. 시작은 적혀 있지 않다."),
    "bound-since": ("“Since”: it lasted from the start of this date; its end is not said.", "「から」「以来」「以降」などとあるので、この日付の初めから続いた。終わりは書かれていない。", "‘부터’ ‘이후’ 등이 있으므로 이 날짜의 처음부터 이어졌다. 끝은 적혀 있지 않다."),
    "bound-from": ("“From”: it lasted from the start of this date; its end is not said.", "「から」とあるので、この日付の初めから続いた。終わりは書かれていない。", "‘부터’라고 했으므로 이 날짜의 처음부터 이어졌다. 끝은 적혀 있지 않다."),
    "bound-by": ("“By”: some time no later than this date.", "「までに」「以前」などとあるので、この日付かそれより前のいつかである。", "‘이전’ 등이 있으므로 이 날짜이거나 그 전의 어느 때이다."),
    "bound-before": ("“Before”: some time before its first day.", "「より前」とあるので、その最初の日より前のいつかである。", "‘전’이라고 했으므로 그 첫날보다 앞의 어느 때이다."),
    "bound-before-end": ("“Before the end”: some time no later than its last day.", "「末より前」などとあるので、その最後の日までのいつかである。", "‘말 전’ 등이라고 했으므로 그 마지막 날까지의 어느 때이다."),
    "bound-after-start": ("“After the start”: some time no earlier than its first day.", "「初めより後」などとあるので、その最初の日からのいつかである。", "‘초 뒤’ 등이라고 했으므로 그 첫날부터의 어느 때이다."),
    "bound-or-later": ("“Or later”: some time no earlier than this date.", "「以降」などとあるので、この日付かそれより後のいつかである。", "‘이후’ 등이 있으므로 이 날짜이거나 그 뒤의 어느 때이다."),
    "bound-after": ("“After”: some time after its last day.", "「より後」とあるので、その最後の日より後のいつかである。", "‘뒤’라고 했으므로 그 마지막 날보다 뒤의 어느 때이다."),
    "about": ("The words say “about”.", "「頃」など、おおよそであることを示す言葉がある。", "‘경’처럼 대략임을 나타내는 말이 있다."),
    "perhaps": ("The words say “perhaps”.", "「おそらく」など、不確かであることを示す言葉がある。", "‘아마’처럼 확실하지 않음을 나타내는 말이 있다."),
    "time-alone": ("A time of day alone is of the day {day}.", "時刻だけなので、{day}の時刻とした。", "시각만 있으므로 {day}의 시각으로 보았다."),
    "time-of-night-ahead": ("Told ahead, an hour of the night is of the night to come, {day}.", "先のことなので、夜中の時刻は次の夜（{day}）のものとした。", "앞날의 일이므로 한밤의 시각은 다가올 밤({day})의 것으로 보았다."),
    "part-of-day": ("A part of that day.", "その日の一部である。", "그날의 일부이다."),
    "time-of-day": ("The clock says {clock}.", "時刻は{clock}。", "시각은 {clock}이다."),
    "zone-of-place": ("The day is one of the place named ({zone}).", "日付は、書かれた場所（{zone}）のものである。", "날짜는 적힌 곳({zone})의 것이다."),
    "range-lasting": ("From the first date to the last: it lasted.", "最初の日付から最後の日付まで続いた。", "첫 날짜부터 끝 날짜까지 이어졌다."),
    "to-now": ("The present is taken to be {now}.", "現在は{now}とした。", "현재는 {now}로 보았다."),
    "range-between": ("Some time between the two dates.", "二つの日付の間のいつか。", "두 날짜 사이의 어느 때이다."),
    "list-joined": ("The dates touch, so they join.", "日付が隣り合うので、一続きとした。", "날짜가 맞닿아 있어 하나로 이었다."),
    "list-and": ("Several dates, all of them.", "並べられた日付のすべてである。", "나열된 날짜 모두이다."),
    "list-or": ("Several dates, one of them.", "並べられた日付のうちの一つである。", "나열된 날짜 가운데 하나이다."),
    "written-edtf": ("It is written in EDTF, the Extended Date/Time Format: {edtf}.", "EDTF（拡張日付時刻形式）で書かれている（{edtf}）。", "EDTF(확장 날짜·시간 형식)로 적혀 있다({edtf})."),
    "written-year": ("A number by itself is the year of that number; below 0, as in EDTF, -43 is 44 BC.", "数だけなので、その数の年とした。負の数はEDTFと同じ数え方で、-43は紀元前44年である。", "숫자뿐이므로 그 수의 해로 보았다. 음수는 EDTF처럼 세어 -43은 기원전 44년이다."),
    "written-years": ("Read as two years, the second in two figures: {edtf}.", "二つの年で、後の年は下二桁だけが書かれていると読んだ（{edtf}）。", "두 해로, 뒤의 해는 끝 두 자리만 적혀 있다고 읽었다({edtf})."),
    "written-figures": ("The figures have only one order: {edtf}.", "数字の並び方は一通りしかない（{edtf}）。", "숫자의 차례가 한 가지뿐이다({edtf})."),
    "figures-told-order": ("The order of day and month was told.", "日と月の順序が指定されている。", "일과 월의 차례가 정해져 있다."),
    "figures": ("Written in figures: of two orders the one with the {first_figure} first, {order_told}.", "数字だけの日付で、{order_told}{first_figure}を先に読んだ。", "숫자로만 쓴 날짜로, {order_told} {first_figure} 먼저 읽었다."),
    "figures-by-anchor": ("Written in figures: of two orders, taken is the one that fits {base}, better.", "数字だけの日付なので、二つの順のうち、{base}に合う方を取った。", "숫자로만 쓴 날짜이므로 두 순서 가운데 {base}에 더 맞는 쪽을 골랐다."),
    "figures-dotted": ("Written in figures with dots: the day is taken to stand first.", "点で区切った数字だけの日付なので、日を先に読んだ。", "점으로 나눈 숫자로만 쓴 날짜이므로 일을 먼저 읽었다."),
    "figures-one-order": ("Written in figures, which make a date in one order only.", "数字だけの日付だが、日付になる順は一つしかない。", "숫자로만 쓴 날짜인데, 날짜가 되는 순서는 하나뿐이다."),
    "figures-other-order": ("Written in figures: this is the other order of day and month.", "数字だけの日付を、日と月を逆の順に読んだ。", "숫자로만 쓴 날짜를 일과 월의 순서를 바꾸어 읽었다."),
    "figures-same-day": ("Written in figures: both orders of day and month make the same date.", "数字だけの日付だが、日と月のどちらを先に読んでも同じ日になる。", "숫자로만 쓴 날짜인데, 일과 월을 어느 순서로 읽어도 같은 날이다."),
    "figures-year-first": ("Written in figures that begin with the year: the month follows, then the day.", "年から始まる数字だけの日付なので、続けて月、日と読んだ。", "연도로 시작하는 숫자로만 쓴 날짜이므로 이어서 월, 일로 읽었다."),
    "named-day": ("A named day, from the table of that year ({year}).", "名前のある日なので、{year}年の表による。", "이름이 있는 날이므로 {year}년의 표를 따른다."),
    "named-day-near": ("A named day: its year, {year}, is told from {base}.", "名前のある日で、年は{base}に照らして{year}年とした。", "이름이 있는 날이며, 연도는 {base}에 비추어 {year}년으로 보았다."),
    "era-year": ("Year {era_year} of {era} is {year}.", "{era}{era_year}年は{year}年である。", "{era} {era_year}년은 {year}년이다."),
    "era-decade": ("Years {era_year} to {era_end} of {era} are {year} to {last}.", "{era}{era_year}年代は、{year}年から{last}年までである。", "{era} {era_year}년대는 {year}년부터 {last}년까지이다."),
    "lunisolar-year": ("Japan still counted by a lunisolar calendar: only the year is given, approximately.", "当時の日本は太陰太陽暦だったため、おおよその西暦年だけを示す。", "당시 일본은 태음태양력을 썼으므로 대략의 서기 연도만 밝힌다."),
    "lunisolar-story": ("It hangs on {base}; of a day of the lunisolar calendar only the year is known.", "{base}に続く日だが、太陰太陽暦の日付は年しか分からない。", "{base}에 이어지는 날인데, 태음태양력의 날짜는 해만 알 수 있다."),
    "lunar-day": ("It is counted by the lunar calendar, from the table of {year}.", "旧暦で数える日で、{year}年の暦による。", "음력으로 센 날이며 {year}년의 달력을 따른다."),
    "lunar-day-near": ("It is counted by the lunar calendar; its year, {year}, is told from {base}.", "旧暦で数える日で、年は{base}に照らして{year}年とした。", "음력으로 센 날이며, 연도는 {base}에 비추어 {year}년으로 보았다."),
    "mark-shared": ("“Before Christ” stands once and holds for what follows, whose number is smaller.", "「紀元前」は一度だけ書かれ、数の小さい次の年にも及ぶ。", "‘기원전’은 한 번만 쓰였고, 수가 더 작은 다음 해에도 미친다."),
    "mark-not-shared": ("“Before Christ” stands at the first date only; the second would be one of our era.", "「紀元前」は初めの日付だけのもので、次は西暦とも読める。", "‘기원전’은 앞 날짜에만 붙은 것이고, 뒤는 서력으로도 읽힌다."),
    "outside-era-year": ("The two years contradict each other: year {era_year} of {era} is {year}.", "二つの年が食い違う。{era}{era_year}年は{year}年である。", "두 해가 어긋난다. {era} {era_year}년은 {year}년이다."),
    "outside-era": ("The era {era} does not hold this date.", "{era}にこの日付は含まれない。", "{era}에는 이 날짜가 없다."),
    "weekday-mismatch": ("The weekday does not match: the day named is a {is_weekday_name}.", "曜日が合わない。その日は{is_weekday_name}である。", "요일이 맞지 않는다. 그날은 {is_weekday_name}이다."),
    "length": ("A length of time, not a date.", "期間であって日付ではない。", "기간이며 날짜가 아니다."),
    "repeated": ("Something that comes again, not a date.", "繰り返しであって日付ではない。", "되풀이되는 일이며 날짜가 아니다."),
    "vague": ("Too vague to have days.", "漠然としていて、日付は決まらない。", "막연하여 날짜가 정해지지 않는다."),
    "dateparser": ("Read by dateparser ({language}).", "dateparser（{language}）が読み取った。", "dateparser({language})로 읽었다."),
    "impossible-day": ("No such day: {day_name} does not exist.", "{year}年{month}月{day}日という日はない。", "{year}년 {month}월 {day}일이라는 날은 없다."),
    "impossible-month": ("No such month: {month}.", "{month}月という月はない。", "{month}월이라는 달은 없다."),
    "impossible-day-of-month": ("{month_name} never has a day {day}.", "{month}月に{day}日はない。", "{month}월에 {day}일은 없다."),
    "impossible-week": ("{year} has no week {week} by ISO 8601.", "ISO 8601では{year}年に第{week}週はない。", "ISO 8601로 {year}년에는 {week}번째 주가 없다."),
    "impossible-range": ("The range ends before it begins.", "範囲の終わりが始まりより前である。", "범위의 끝이 시작보다 앞선다."),
    "impossible-figures": ("No order of these figures is a date.", "どの順で読んでも日付にならない。", "어떤 순서로 읽어도 날짜가 되지 않는다."),
    "impossible-count": ("The count leads out of the calendar.", "数えると暦の外に出る。", "세어 보면 달력을 벗어난다."),
    "impossible-era": ("The era {era} never had a year {era_year}.", "{era}に{era_year}年はない。", "{era}에 {era_year}년은 없다."),
}  # fmt: skip
# The same rules hanging on the story instead of the anchor.
REASONS |= {
    f"story-{rule}": REASONS[rule] for rule in ("unit-before", "unit-of", "unit-after", "count-before", "count-after")
}
