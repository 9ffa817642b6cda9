"""One sentence for every rule, in English, Japanese and Korean; the braces are facts of the reading."""

# ruff: noqa: E501  A sentence stands on one line.

UNITS = {
    "en": {},
    "ja": {
        "second": "秒", "minute": "分", "hour": "時間", "day": "日", "week": "週", "workweek": "平日の週", "weekend": "週末", "month": "月", "quarter": "四半期",
        "half": "半期", "season": "季節", "year": "年", "fiscal": "年度", "decade": "十年", "century": "世紀", "fortnight": "二週間", "weekday": "曜日",
    },
    "ko": {
        "second": "초", "minute": "분", "hour": "시간", "day": "날", "week": "주", "workweek": "평일 주", "weekend": "주말", "month": "달", "quarter": "분기",
        "half": "반기", "season": "계절", "year": "해", "fiscal": "회계연도", "decade": "10년대", "century": "세기", "fortnight": "2주", "weekday": "요일",
    },
}  # fmt: skip
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
# How many of a unit: "3 days", 3日, 3일.
COUNTERS = {
    "en": {},
    "ja": {
        "second": "秒", "minute": "分", "hour": "時間", "day": "日", "workday": "営業日", "week": "週間", "weekend": "週間", "month": "か月", "quarter": "四半期",
        "half": "半期", "season": "季節", "year": "年", "fiscal": "年度", "decade": "十年", "century": "世紀", "fortnight": "×2週間",
    },
    "ko": {
        "second": "초", "minute": "분", "hour": "시간", "day": "일", "workday": "영업일", "week": "주", "weekend": "주", "month": "개월", "quarter": "분기",
        "half": "반기", "season": "계절", "year": "년", "fiscal": "회계연도", "decade": "×10년", "century": "세기", "fortnight": "×2주",
    },
}  # fmt: skip
# What a reading hangs on: the day of publication, words read before, or what `Known.origin` says.
BASES = {
    "en": {
        "publication": "the day of publication, {anchor}",
        "dateline": "the day of its dateline, {anchor}",
        "start": "the start of the range, {anchor}",
        "previous": "“{previous}” ({previous_date}), read before it",
        "opening": "“{previous}” ({previous_date}), the first year that the text names",
    },
    "ja": {
        "publication": "発行日（{anchor}）",
        "dateline": "発信地の日付（{anchor}）",
        "start": "範囲の始まり（{anchor}）",
        "previous": "前に出た「{previous}」（{previous_date}）",
        "opening": "この文章に最初に書かれた年「{previous}」（{previous_date}）",
    },
    "ko": {
        "publication": "발행일({anchor})",
        "dateline": "기사 첫머리의 날짜({anchor})",
        "start": "범위의 시작({anchor})",
        "previous": "앞에 나온 ‘{previous}’({previous_date})",
        "opening": "글에 처음 적힌 해 ‘{previous}’({previous_date})",
    },
}
# The words whose last letter decides the particle after a base in Korean.
NAMED_IN_KOREAN = {"publication": "발행일", "dateline": "날짜", "start": "시작"}
CUES = {
    "en": " The words “{cue}” decide the direction.",
    "ja": "「{cue}」という言葉が向きを決める。",
    "ko": " ‘{cue}’라는 말이 방향을 정한다.",
}

REASONS: dict[str, tuple[str, str, str]] = {
    "named-in-full": ("The words name the date in full: {edtf}.", "語句だけで日付が決まる（{edtf}）。", "말만으로 날짜가 정해진다({edtf})."),
    "century-by-number": ("The {century_name} century by number runs from its year 1 to its year 100.", "{century}世紀は、その1年目から100年目までである。", "{century}세기는 첫해부터 100년째 해까지이다."),
    "decade-of-century": ("Two figures name a decade: the last one begun by {around} is the {decade}s.", "二桁の年代なので、{around}年までに始まった直近の{decade}年代とした。", "두 자리 연대이므로 {around}년까지 시작된 가장 가까운 {decade}년대로 보았다."),
    "fiscal-year": ("A fiscal year of Japan runs from 1 April {year} to 31 March of the next year.", "年度は{year}年4月1日から翌年3月31日までである。", "일본의 회계연도는 {year}년 4월 1일부터 이듬해 3월 31일까지이다."),
    "season-of-year": ("A season has three whole months; this is the {season_name} of {year}.", "季節は三か月単位で数える。これは{year}年の{season_name}である。", "계절은 석 달씩 센다. 이것은 {year}년 {season_name}이다."),
    "quarter-of-year": ("Quarter {quarter} of {year} has three whole months.", "{year}年の第{quarter}四半期の三か月である。", "{year}년 {quarter}분기의 석 달이다."),
    "half-of-year": ("Half {half} of {year} has six whole months.", "{year}年を二つに分けた第{half}の半年である。", "{year}년을 둘로 나눈 {half}번째 반년이다."),
    "year-before": ("No year is said: meant is the nearest one that has begun by {base}.", "年が書かれていないので、{base}までに始まった直近のものとした。", "연도가 없으므로 {base}까지 시작된 가장 가까운 것으로 보았다."),
    "year-after": ("No year is said: meant is the next one that has not ended by {base}.", "年が書かれていないので、{base}の時点でまだ終わっていない次のものとした。", "연도가 없으므로 {base} 당시 아직 끝나지 않은 다음 것으로 보았다."),
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
    "day-of-month": ("Only the day {day} is said: the month is taken from {base}, and the tense.", "「{day}日」とだけあるので、月は{base}と文の時制から決めた。", "‘{day}일’이라고만 했으므로 달은 {base_gwa} 문장의 시제로 정했다."),
    "day-beside-story": ("Only the day {day} is said: the month is one beside that of {base}.", "「{day}日」とだけあるので、{base}の前後の月とした。", "‘{day}일’이라고만 했으므로 {base_i} 속한 달의 앞뒤 달로 보았다."),
    "day-of-story": ("Only the day {day} is said: the month is that of {base}.", "「{day}日」とだけあるので、{base}と同じ月とした。", "‘{day}일’이라고만 했으므로 {base_gwa} 같은 달로 보았다."),
    "unit-before": ("{steps} before {whole}.", "{whole}の{steps}前{unit_after_no}である。", "{whole}보다 {steps} 앞선 {unit_name}이다."),
    "unit-of": ("The {unit_name} of {base}.", "{base}を含む{unit_name}である。", "{base_i} 속한 {unit_name}이다."),
    "unit-after": ("{steps} after {whole}.", "{whole}の{steps}後{unit_after_no}である。", "{whole}보다 {steps} 뒤의 {unit_name}이다."),
    "earlier-in-unit": ("“Earlier”: from its start to {base}.", "その初めから{base}までとした。", "그 시작부터 {base}까지로 보았다."),
    "later-in-unit": ("“Later”: from the day it hangs on to its end.", "基準の日からその終わりまでとした。", "기준이 되는 날부터 그 끝까지로 보았다."),
    "count-before": ("{counted} before {base}.", "{base}の{counted}前である。", "{base}의 {counted} 전이다."),
    "count-after": ("{counted} after {base}.", "{base}の{counted}後である。", "{base}의 {counted} 뒤이다."),
    "whole-unit": ("Not that day: the whole {unit_name} that holds it.", "その日ではなく、それを含む{unit_name}の全体とした。", "그날이 아니라 그날이 속한 {unit_name} 전체로 보았다."),
    "to-the-day": ("Counted to the day, not to the {unit_name}.", "{unit_name}ではなく、日まで数えた。", "{unit_name} 단위가 아니라 날까지 세었다."),
    "few-hours": ("A few hours hardly leave the day of {base}.", "数時間であれば、{base}からほとんど動かない。", "몇 시간이면 {base}에서 거의 벗어나지 않는다."),
    "weekdays-counted": ("Counted off from {base}: {weekday_name} number {count}, its own day left out.", "{base}の当日を除いて数えた{count}回目の{weekday_name}である。", "{base}의 당일을 빼고 센 {count}번째 {weekday_name}이다."),
    "weekday-near": ("The {weekday_name} nearest to the day counted off.", "数えた日に最も近い{weekday_name}である。", "세어 나온 날에 가장 가까운 {weekday_name}이다."),
    "weekend-beside": ("The weekend nearest to that day, with the days between.", "その日に最も近い週末で、間の日も含む。", "그날에 가장 가까운 주말이며 그 사이의 날도 넣는다."),
    "within-length": ("Some time from {base} on, within {counted}.", "{base}から{counted}以内のいつかである。", "{base}부터 {counted} 안의 어느 때이다."),
    "week-of-year": ("Week {week} of {year}, Monday to Sunday, as ISO 8601 counts.", "ISO 8601の数え方による{year}年第{week}週（月曜から日曜まで）である。", "ISO 8601에 따른 {year}년 {week}번째 주(월요일부터 일요일까지)이다."),
    "before-christ": ("It hangs on {base}; days before Christ are not counted here.", "{base}に続く話だが、紀元前の日はここでは数えない。", "{base}에 이어지는 이야기인데, 기원전의 날짜는 여기서 세지 않는다."),
    "count-not-said": ("How many is not said, so it has no days.", "いくつかが書かれていないので、日付は決まらない。", "몇인지 밝히지 않아 날짜가 정해지지 않는다."),
    "counted-from": ("It is counted from the date named beside it.", "並べて書かれた日付から数えた。", "나란히 적힌 날짜에서 세었다."),
    "length-beside-anchor": ("A length of time beside {base}.", "{base}に接する期間である。", "{base}에 맞닿은 기간이다."),
    "early-part": ("“Early” is the first third, by the house table.", "本サイトの表では、「初め」は最初の三分の一とする。", "이 사이트의 표에서 ‘초’는 처음 3분의 1이다."),
    "mid-part": ("“Mid” is the middle third, by the house table.", "本サイトの表では、「半ば」は中ほどの三分の一とする。", "이 사이트의 표에서 ‘중반’은 가운데 3분의 1이다."),
    "late-part": ("“Late” is the last third, by the house table.", "本サイトの表では、「末」は最後の三分の一とする。", "이 사이트의 표에서 ‘말’은 마지막 3분의 1이다."),
    "early-mid-part": ("“Early to mid” is the first two thirds, by the house table.", "本サイトの表では、「序盤から中盤」は前の三分の二とする。", "이 사이트의 표에서 ‘초중반’은 앞쪽 3분의 2이다."),
    "mid-late-part": ("“Mid to late” is the last two thirds, by the house table.", "本サイトの表では、「中盤から終盤」は後ろの三分の二とする。", "이 사이트의 표에서 ‘중후반’은 뒤쪽 3분의 2이다."),
    "first-half-part": ("The first half, by the house table.", "本サイトの表による前半である。", "이 사이트의 표에 따른 전반이다."),
    "second-half-part": ("The second half, by the house table.", "本サイトの表による後半である。", "이 사이트의 표에 따른 후반이다."),
    "place-in-unit": ("Counted within {of}: {place}.", "{of}の中で数えて{place}である。", "{of} 안에서 세어 {place}이다."),
    "weekday-in-unit": ("The {weekday_name} within it.", "その中の{weekday_name}。", "그 안의 {weekday_name}이다."),
    "bound-until": ("“Until”: it lasted to the end of this date; its start is not said.", "「まで」とあるので、この日付の終わりまで続いた。始まりは書かれていない。", "‘까지’라고 했으므로 이 날짜의 끝까지 이어졌다. 시작은 적혀 있지 않다."),
    "bound-since": ("“Since”: it lasted from the start of this date; its end is not said.", "「以来」「以降」などとあるので、この日付の初めから続いた。終わりは書かれていない。", "‘이후’ 등이 있으므로 이 날짜의 처음부터 이어졌다. 끝은 적혀 있지 않다."),
    "bound-from": ("“From”: it lasted from the start of this date; its end is not said.", "「から」とあるので、この日付の初めから続いた。終わりは書かれていない。", "‘부터’라고 했으므로 이 날짜의 처음부터 이어졌다. 끝은 적혀 있지 않다."),
    "bound-by": ("“By”: some time no later than this date.", "「までに」「以前」などとあるので、この日付かそれより前のいつかである。", "‘이전’ 등이 있으므로 이 날짜이거나 그 전의 어느 때이다."),
    "bound-before": ("“Before”: some time before its first day.", "「より前」とあるので、その最初の日より前のいつかである。", "‘전’이라고 했으므로 그 첫날보다 앞의 어느 때이다."),
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
    "range-between": ("Some time between the two dates.", "二つの日付の間のいつか。", "두 날짜 사이의 어느 때이다."),
    "list-joined": ("The dates touch, so they join.", "日付が隣り合うので、一続きとした。", "날짜가 맞닿아 있어 하나로 이었다."),
    "list-and": ("Several dates, all of them.", "並べられた日付のすべてである。", "나열된 날짜 모두이다."),
    "list-or": ("Several dates, one of them.", "並べられた日付のうちの一つである。", "나열된 날짜 가운데 하나이다."),
    "figures": ("Written in figures: the order of day and month is told by the zone, then by which of the two days fits.", "数字だけの日付なので、日と月の順は地域、次にどちらの日が合うかで判断した。", "숫자로만 쓴 날짜이므로 일과 월의 순서는 지역, 그다음 어느 날이 맞는지로 판단했다."),
    "figures-one-order": ("Written in figures, which make a date in one order only.", "数字だけの日付だが、日付になる順は一つしかない。", "숫자로만 쓴 날짜인데, 날짜가 되는 순서는 하나뿐이다."),
    "figures-other-order": ("Written in figures: this is the other order of day and month.", "数字だけの日付を、日と月を逆の順に読んだ。", "숫자로만 쓴 날짜를 일과 월의 순서를 바꾸어 읽었다."),
    "named-day": ("A named day, from the table of that year ({year}).", "名前のある日なので、{year}年の表による。", "이름이 있는 날이므로 {year}년의 표를 따른다."),
    "era-year": ("Year {era_year} of {era} is {year}.", "{era}{era_year}年は{year}年である。", "{era} {era_year}년은 {year}년이다."),
    "era-decade": ("Years {era_year} to {era_end} of {era} are {year} to {last}.", "{era}{era_year}年代は、{year}年から{last}年までである。", "{era} {era_year}년대는 {year}년부터 {last}년까지이다."),
    "lunisolar-year": ("Japan still counted by a lunisolar calendar: only the year is given, approximately.", "当時の日本は太陰太陽暦だったため、おおよその西暦年だけを示す。", "당시 일본은 태음태양력을 썼으므로 대략의 서기 연도만 밝힌다."),
    "lunisolar-story": ("It hangs on {base}; of a day of the lunisolar calendar only the year is known.", "{base}に続く日だが、太陰太陽暦の日付は年しか分からない。", "{base}에 이어지는 날인데, 태음태양력의 날짜는 해만 알 수 있다."),
    "lunar-day": ("It is counted by the lunar calendar, from the table of {year}.", "旧暦で数える日で、{year}年の暦による。", "음력으로 센 날이며 {year}년의 달력을 따른다."),
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
