"""What a reading says that it hangs on is what it hangs on; two readings of a phrase do not share one reason."""

import datetime

import pytest

from timeline.dates import explain, find

ANCHOR = datetime.date(2026, 11, 28)
DISPATCH = "SEOUL, Nov. 25 (Yonhap) -- The minister arrived on Monday and spoke earlier this month."


def reasons(reading):
    return [explain(reading.rule, reading.facts, language) for language in ("en", "ja", "ko")]


def test_what_a_dispatch_tells_hangs_on_the_day_of_its_dateline():
    _, monday, earlier = find(DISPATCH, ANCHOR)
    said = reasons(monday.reading)
    assert said[0].startswith("The nearest Monday before the day of the dateline, Wednesday 25 November 2026.")
    assert said[1].startswith("記事冒頭の日付（2026年11月25日(水)）より前の直近の月曜日である。")
    assert said[2].startswith("기사 첫머리의 날짜(2026년 11월 25일 수요일) 전의")
    for sentence in reasons(earlier.reading):
        assert not any(words in sentence for words in ("publication", "発行日", "발행일"))


def test_a_dateline_of_the_day_of_publication_is_that_day():
    monday = find(DISPATCH, datetime.date(2026, 11, 25))[1]
    assert "the day of publication, Wednesday 25 November 2026" in monday.reading.why


@pytest.mark.parametrize(
    "text",
    [
        "He was away from 5 May to June.",
        "From Thursday to Saturday he will rest.",
        "From Friday until next Monday it will be closed.",
        "From Saturday to Monday it will be closed.",
    ],
)
def test_the_end_of_a_range_hangs_on_its_start(text):
    phrase = find(text, ANCHOR)[0]
    start, end = phrase.parts
    assert "the start of the range" in end.reading.why
    assert "day of publication, Saturday 28 November 2026" in start.reading.why
    assert phrase.reading.anchor == start.reading.anchor == "2026-11-28"
    assert end.reading.anchor == start.reading.date.earliest.isoformat()


def test_a_range_gives_the_reason_of_its_start_once():
    phrase = find("From Saturday to Monday it will be closed.", ANCHOR)[0]
    assert phrase.reading.why == (
        "The day of publication, Saturday 28 November 2026, is itself a Saturday. "
        "From the first date to the last: it lasted."
    )


def test_the_opening_of_a_history_hangs_on_the_first_year_named_after_it():
    may = find("In May the king died. In 1763 the war ended, and in June it began.", ANCHOR, style="narrative")[0]
    assert may.reading.date.edtf == "1763-05"
    said = reasons(may.reading)
    assert "the first year that the text names" in said[0]
    assert "read before" not in said[0]
    assert "前に出た" not in said[1]
    assert "앞에 나온" not in said[2]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a month and a half ago", ("1½ months before", "1か月半前", "1개월 반 전")),
        ("two and a half months ago", ("2½ months before", "2か月半前", "2개월 반 전")),
        ("a year and a half ago", ("18 months before", "18か月前", "18개월 전")),
    ],
)
def test_half_months_are_counted_in_the_reason(words, said):
    reading = find(f"He left {words}.", ANCHOR, language="en")[0].reading
    for sentence, counted in zip(reasons(reading), said, strict=True):
        assert counted in sentence


@pytest.mark.parametrize(
    "text",
    [
        "It came three weeks ago.",
        "It came two years ago.",
        "On 24 June 1950 he came. Two weeks later he left.",
        "On 24 June 1950 he came. Fifteen months later he left.",
        "It was signed on 3/7/2000.",
        "They met from 12/5-12/9.",
        "On 20 September 1917 they met, and on the 20th they voted.",
    ],
)
def test_no_two_readings_give_one_reason_for_two_dates(text):
    phrases = find(text, ANCHOR, style="narrative")
    assert any(len(phrase.readings) > 1 for phrase in phrases)
    for phrase in phrases:
        for language in ("en", "ja", "ko"):
            said = [explain(reading.rule, reading.facts, language) for reading in phrase.readings]
            assert len(set(said)) == len(said), said


def test_figures_that_allow_one_order_say_so():
    assert find("It was signed on 17-03-2014.", ANCHOR)[0].reading.why == (
        "Written in figures, which make a date in one order only."
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("In the 1950s", "In May"),
        ("In the early 1950s", "On 5 May"),
        ("In the 1950s", "On 29 February"),
        ("In the 1950s", "On Monday, 5 May,"),
        ("In the 1950s", "In early May"),
        ("In the 1950s", "By the spring"),
        ("In the 1950s", "From May to June"),
        ("In the 1950s", "In May and June"),
        ("In the 1950s", "That May"),
        ("In the 1950s", "The next May"),
        ("In the 1950s and 1960s", "In May"),
        ("In the 19th century", "In May"),
        ("In 1904", "On the 21st"),
        ("In 1904", "On Monday"),
        ("In the 1950s", "On the 21st"),
    ],
)
def test_what_names_no_year_or_month_of_its_own_gets_none_invented(told, words):
    before = f"In 1763 the war ended. In June it began again. {told} the town grew. "
    phrases = find(f"{before}{words} the mayor left. In winter he died.", ANCHOR, style="narrative")
    meant = [phrase for phrase in phrases if len(before) <= phrase.start < len(before) + len(words)]
    assert [phrase.reading.date for phrase in meant] == [None]


def test_a_month_after_a_year_of_a_decade_is_of_that_year():
    text = "In the 1950s the town grew. In 1957 it was at war. In May the mayor left."
    assert find(text, ANCHOR, style="narrative")[-1].reading.date.edtf == "1957-05"


def test_a_decade_that_holds_the_year_told_takes_the_story_nowhere():
    text = "In 1957 the town was at war. The 1950s were hard. In May the mayor left."
    assert find(text, ANCHOR, style="narrative")[-1].reading.date.edtf == "1957-05"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("from 3 days ago to the following Friday", "3 days before the day of publication, Saturday 28 November 2026."),
        ("from yesterday to two days later", "The day before the day of publication, Saturday 28 November 2026."),
        ("昨日から翌日まで", "The day before the day of publication, Saturday 28 November 2026."),
        ("어제부터 이튿날까지", "The day before the day of publication, Saturday 28 November 2026."),
        (
            "between last year and 3 months ago",
            "The year before the year of the day of publication, Saturday 28 November 2026.",
        ),
        (
            "It was open on 5/5/2000 and 3.5.2019.",
            "Written in figures: both orders of day and month make the same date.",
        ),
    ],
)
def test_a_joined_date_gives_the_reason_of_its_first_member_with_its_own_base(text, why):
    phrase = find(text, ANCHOR)[0]
    assert phrase.parts[0].reading.why == why
    *reason, _ = phrase.reading.why.split(". ")
    assert ". ".join(reason) + "." == why
    assert phrase.reading.anchor == phrase.parts[0].reading.anchor


def test_another_reading_of_a_list_gives_the_reason_of_the_member_that_is_read_otherwise():
    _, other = find("It was open on 5/5/2000 and 3.5.2019.", ANCHOR)[0].readings
    assert other.why == "Written in figures: this is the other order of day and month. Several dates, all of them."


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("From 5 May to Monday, 7 May he was away.", "weekday-mismatch", "the day named is a Thursday"),
        ("From early May to late June he was away.", "late-part", "“Late” is the last third"),
        ("From 3 May to around 20 May he was away.", "about", "The words say “about”"),
        ("From 3 May to Christmas he was away.", "named-day", "from the table of that year (2026)"),
    ],
)
def test_a_joined_date_says_what_flags_or_blurs_any_member(text, rule, words):
    reading = find(text, ANCHOR)[0].reading
    assert rule in reading.rule.split("+")
    assert words in reading.why


def test_what_is_listed_hangs_on_the_date_before_it_in_the_list():
    _, wednesday, friday = find("They met on Monday, Wednesday and Friday.", ANCHOR)[0].parts
    said = reasons(wednesday.reading)
    assert said[0] == "The nearest Wednesday after the date before it in the list, Monday 23 November 2026."
    assert said[1] == "すぐ前に並ぶ日付（2026年11月23日(月)）より後の最初の水曜日である。"
    assert said[2].startswith("바로 앞에 나열된 날짜(2026년 11월 23일 월요일) 뒤의")
    assert "the date before it in the list, Wednesday 25 November 2026" in friday.reading.why


def test_the_days_of_one_month_that_are_listed_hang_on_the_last():
    first, _ = find("He came on the 27th and the 29th.", ANCHOR)[0].parts
    assert first.reading.why == (
        "Only the day 27 is said: the month is that of “29th” (29 October 2026), told after it."
    )


def test_the_only_order_in_which_figures_make_a_range_is_not_the_other_one():
    (reading,) = find("The meetings of 5/6/2018-4/7/2018 were long.", ANCHOR)[0].readings
    assert reading.rule == "figures-one-order+range-lasting"
    assert reading.confidence > 0.9


def test_a_weekday_counted_from_another_names_each_of_them():
    near = find("It is the Monday closest to last Friday.", ANCHOR)[0].reading
    assert near.why == (
        "“Last” Friday: before the day of publication, Saturday 28 November 2026, and never that day. "
        "The Monday nearest to that day."
    )


def test_an_old_record_of_the_nearest_weekday_names_the_one_it_knows():
    assert explain("weekday-near", {"weekday": 1}) == "The Monday nearest to that day."


def test_a_range_up_to_the_present_says_which_day_that_is():
    said = reasons(find("He ruled from 2007 to the present.", ANCHOR)[0].reading)
    assert said[0].endswith(
        "The present is taken to be Saturday 28 November 2026. From the first date to the last: it lasted."
    )
    assert "現在は2026年11月28日(土)とした。" in said[1]
    assert "현재는 2026년 11월 28일 토요일로 보았다." in said[2]
