"""Coverage-guided fuzz of the date engine: any text, language, anchor and style must be answered, never raised on.

atheris is no requirement of Nenpyo; it goes into an environment of its own:

    python3.11 -m venv fuzz && fuzz/bin/pip install -r requirements.txt && fuzz/bin/pip install atheris
    PYTHONPATH=. fuzz/bin/python benchmarks/fuzz_dates.py -runs=2000000 -max_len=120 WORK benchmarks/fuzz_dates_corpus

WORK is an empty folder for the inputs that it finds worth keeping. A fault stops it and is written to crash-*; run
the file with that as its only argument to see it again.
"""

import datetime
import sys

import atheris

with atheris.instrument_imports(include=["timeline"]):
    from timeline.dates import find, read
    from timeline.dates.edtf import parse

LANGUAGES = ("en", "ja", "ko", "", "zh", "ru", "fr", "de")
STYLES = (None, "news", "narrative")
ZONES = (None, "Asia/Tokyo", "America/New_York", "nowhere")
DIRECTIONS = (None, "before", "after")
ANCHORS = (
    datetime.date(2019, 5, 2), None, datetime.date.min, datetime.date.max, datetime.date(2000, 2, 29),
    datetime.date(1, 1, 8), datetime.date(9999, 12, 24), datetime.date(1945, 8, 15),
)  # fmt: skip


def check_date(date):
    """The bounds stand in order, and the EDTF says the same date again."""
    if date is None:
        return
    if date.earliest and date.latest:
        assert date.earliest <= date.latest, "ends before it begins"
    first, last = date.year_span
    assert first is None or last is None or first <= last, "years end before they begin"
    again = parse(date.edtf)
    assert (again.earliest, again.latest) == (date.earliest, date.latest), f"{date.edtf} says other days"


def check_phrases(text, phrases, start=0, end=None):
    """Spans lie in order inside the text, hold its words, and never overlap; so do the parts of each."""
    at = start
    for phrase in phrases:
        assert at <= phrase.start < phrase.end <= (len(text) if end is None else end), "spans overlap or lie outside"
        assert phrase.words == text[phrase.start : phrase.end], "words are not those of the text"
        assert phrase.readings, "a phrase without readings"
        for reading in phrase.readings:
            check_reading(reading)
        check_phrases(text, phrase.parts, phrase.start, phrase.end)
        at = phrase.end


def check_reading(reading):
    """Its date is one, its confidence is a share, and it says why."""
    check_date(reading.date)
    assert 0 <= reading.confidence <= 1
    assert reading.why, f"{reading.rule} says nothing"


def test_one_input(data):
    """Three bytes choose how it is asked; the rest is the text, lone surrogates included."""
    if len(data) < 3:
        return
    how, when, rest = data[0], data[1], data[2]
    text = data[3:].decode("utf-8", errors="surrogateescape" if rest & 1 else "replace")
    asked = {
        "language": LANGUAGES[how % 8] or None,
        "style": STYLES[how // 8 % 3],
        "zone": ZONES[how // 32 % 4],
    }
    anchor = ANCHORS[when % 8]
    phrases = find(text, anchor, **asked)
    check_phrases(text, phrases)
    previous = phrases[-1].readings[0] if phrases else None
    for reading in read(
        text[:60], anchor, **asked, direction=DIRECTIONS[when // 8 % 3], context=text, previous=previous
    ):
        check_reading(reading)


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
