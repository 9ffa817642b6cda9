"""`python -m timeline.dates`: lines in, lines out, and what it says to bad input."""

import json
import subprocess
import sys

import pytest
from dateparser.data.languages_info import language_order

from timeline.dates.__main__ import foreign_codes

FIELDS = {"start", "end", "words", "kind", "timex_value", "timex_mod", "edtf", "earliest", "latest", "precision"}
FIELDS |= {"rule", "why", "confidence", "alternatives", "parts"}


COMMAND = [sys.executable, "-m", "timeline.dates"]


def run(*options, text=""):
    return subprocess.run([*COMMAND, *options], input=text, capture_output=True, text=True, encoding="utf-8")


def run_bytes(*options, data=b""):
    done = subprocess.run([*COMMAND, *options], input=data, capture_output=True)
    assert b"Traceback" not in done.stderr
    return done


def answers(option, *records, options=()):
    """The answers to these lines, with what was said beside them."""
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    done = run(option, *options, text="\n".join(lines))
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done


def test_documents_are_answered_line_by_line():
    asked = [{"id": 1, "text": "On 5 May 2004.", "anchor": "2019-05-02"}, {"id": 2, "text": "", "anchor": None}]
    done = run("--jsonl", text="\n".join(map(json.dumps, asked)))
    first, second = map(json.loads, done.stdout.splitlines())
    assert set(first["phrases"][0]) == FIELDS
    assert (first["id"], first["phrases"][0]["edtf"]) == (1, "2004-05-05")
    assert second == {"id": 2, "phrases": []}


def test_the_parts_of_a_joined_phrase_are_phrases():
    done = run("--jsonl", text=json.dumps({"id": 1, "text": "26-28 May 2014", "anchor": "2019-05-02"}))
    parts = json.loads(done.stdout)["phrases"][0]["parts"]
    assert [(part["words"], part["edtf"]) for part in parts] == [("26", "2014-05-26"), ("28 May 2014", "2014-05-28")]


@pytest.mark.parametrize(
    ("direction", "edtf"), [("before", "2019-04-26"), ("after", "2019-05-03"), (None, "2019-04-26")]
)
def test_words_are_read_in_the_direction_asked_for(direction, edtf):
    asked = {"id": "a", "words": "Friday", "anchor": "2019-05-02", "language": "en", "direction": direction}
    answer = json.loads(run("--read", text=json.dumps(asked)).stdout)
    assert (answer["id"], answer["readings"][0]["edtf"]) == ("a", edtf)


def test_a_reading_says_which_part_of_the_words_it_rests_on():
    asked = {"words": "4 May 1953, if one believes him", "anchor": None, "language": "en"}
    reading = json.loads(run("--read", text=json.dumps(asked)).stdout)["readings"][0]
    assert asked["words"][reading["start"] : reading["end"]] == "4 May 1953"


def test_words_that_are_no_date_have_no_readings():
    assert json.loads(run("--read", text='{"id": 1, "words": "xyzzy", "anchor": null}').stdout)["readings"] == []


GOOD = {"id": "good", "text": "On 5 May 2004."}
# A line, and what its answer must say.
BAD_DOCUMENTS = [
    ("{", ["no JSON from column"]),
    ("[" * 100_000, ["no JSON"]),
    ('{"id": %s, "text": ""}' % ("9" * 5000), ["no JSON"]),
    ("[1]", ["a list", '{"id": 1, "text": ']),
    ({"id": 1}, ['"text"', "missing"]),
    ({"id": 1, "text": None}, ['"text"', "null", "expected is text"]),
    ({"id": 1, "text": "x", "anchor": "2019-02-30"}, ['"anchor"', "2019-02-30", "2019-05-02"]),
    ({"id": 1, "text": "x", "anchor": 20190502}, ['"anchor"', "a number", "expected is text"]),
    ({"id": 1, "text": "x", "language": "xx"}, ['"language"', '"xx"', "en, ja, ko", "fr", "zh-Hant"]),
    ({"id": 1, "text": "x", "language": ["en"]}, ['"language"', "a list"]),
    ({"id": 1, "text": "x", "style": "poem"}, ['"style"', '"poem"', "news, narrative"]),
    ({"id": 1, "text": "x", "zone": "Nope"}, ['"zone"', '"Nope"', "Asia/Tokyo"]),
    ({"id": 1, "text": "x", "zone": "../etc"}, ['"zone"', "Asia/Tokyo"]),
    ({"id": 1, "text": "x", "lang": "en", "direction": "after"}, ['"lang", "direction"', "id, text, anchor, language"]),
]
BAD_WORDS = [
    ({"id": 1, "text": "Friday", "words": "Friday"}, ['"text"', "id, words, anchor", "direction, context"]),
    ({"id": 1, "words": "Friday", "direction": "sideways"}, ['"direction"', '"sideways"', "before, after"]),
    ({"id": 1, "words": "Friday", "context": 7}, ['"context"', "a number"]),
]


@pytest.mark.parametrize(
    ("option", "good", "bad"),
    [("--jsonl", GOOD, BAD_DOCUMENTS), ("--read", {"id": "good", "words": "5 May 2004"}, BAD_WORDS)],
)
def test_a_bad_line_is_answered_in_its_place_and_the_next_ones_go_on(option, good, bad):
    said, done = answers(option, good, "", *(line for line, _wanted in bad), good)
    assert [said[0]["id"], said[-1]["id"], len(said)] == ["good", "good", len(bad) + 2]
    for number, (answer, (line, wanted)) in enumerate(zip(said[1:-1], bad, strict=True), 3):
        assert (set(answer), answer["line"]) == ({"id", "line", "error"}, number)
        assert answer["id"] == (line["id"] if isinstance(line, dict) else None)
        assert [part for part in wanted if part not in answer["error"]] == [], answer["error"]
        assert "Error" not in answer["error"]
        assert len(answer["error"]) < 2000
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"{len(bad)} of {len(bad) + 2} lines could not be answered; see their error"]


def test_a_long_value_is_not_repeated_in_full():
    (answer,), _done = answers("--jsonl", {"id": 1, "text": "x", "style": "x" * 100_000, "y" * 100_000: 1})
    assert len(answer["error"]) < 1000


def test_capital_letters_of_a_language_are_the_small_ones():
    spellings = [
        ("On 5 May 2004", "EN"),
        ("5 mai 2004", "FR"),
        ("5 Mai 2004", "De"),
        ("5 May 2004", None),
        ("", "zh-hant"),
    ]
    said, done = answers("--jsonl", *({"text": text, "language": code} for text, code in spellings))
    assert (done.returncode, done.stderr) == (0, "")
    assert [len(answer["phrases"]) for answer in said] == [1, 1, 1, 1, 0]


def test_the_languages_told_without_loading_dateparser_are_its_own():
    assert sorted(foreign_codes()) == sorted(language_order)


@pytest.mark.parametrize("code", ["en", "JA"])
def test_a_language_of_ours_asks_for_no_list(code):
    asked = "import sys; from timeline.dates import __main__ as command; sys.argv[1:] = ['--language', %r]; "
    asked += "command.main(); print('dateparser' in sys.modules, command.foreign_codes.cache_info().misses)"
    done = subprocess.run([sys.executable, "-c", asked % code], input="", capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0"]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--language", "xx"], ["xx", "en, ja, ko"]),
        (["--zone", "Mars/Olympus"], ["Mars/Olympus", "Asia/Tokyo"]),
        (["--style", "poem"], ["poem", "narrative"]),
        (["--jsonl", "--read"], ["not allowed with"]),
    ],
)
def test_an_option_that_is_not_known_is_refused(options, wanted):
    done = run(*options, text="On Friday.")
    assert (done.returncode, done.stdout) == (2, "")
    assert [part for part in wanted if part not in done.stderr] == []


def test_options_hold_for_the_lines_that_say_nothing_else():
    lines = [{"text": "Friday"}, {"text": "Friday", "anchor": None}, {"text": "Friday", "anchor": "2020-01-06"}]
    said, _done = answers("--jsonl", *lines, options=["--anchor", "2019-05-02", "--language", "EN"])
    assert [answer["phrases"][0]["edtf"] for answer in said] == ["2019-04-26", "2019-04-26", "2020-01-03"]
    asked = [{"words": "3/7/2000"}, {"words": "3/7/2000", "zone": "America/New_York"}]
    said, _done = answers("--read", *asked, options=["--zone", "Europe/London"])
    assert [answer["readings"][0]["edtf"] for answer in said] == ["2000-07-03", "2000-03-07"]


def test_help_names_the_keys_of_a_line():
    told = run("--help").stdout
    keys = ["id", "text", "words", "anchor", "language", "style", "zone", "direction", "context", "line", "error"]
    assert [key for key in keys if f'"{key}"' not in told] == []


def test_text_that_is_not_utf_8_is_named_with_its_byte(tmp_path):
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Le 5 décembre".encode("latin-1"))
    done = run_bytes(str(latin))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"latin.txt: not UTF-8: byte 7 is 0xE9" in done.stderr
    done = run_bytes(data=b"\xef\xbb\xbfOn \xff")
    assert (done.returncode, b"standard input: not UTF-8: byte 7 is 0xFF" in done.stderr) == (2, True)


def test_a_line_that_is_not_utf_8_is_answered_as_a_bad_one():
    good = json.dumps(GOOD).encode()
    done = run_bytes("--jsonl", data=b'{"id": 1, "text": "\xe9"}\n' + good)
    bad, answer = map(json.loads, done.stdout.splitlines())
    assert bad == {"id": None, "line": 1, "error": "not UTF-8: byte 20 is 0xE9"}
    assert done.stderr.startswith(b"1 of 2 lines")
    assert (answer["id"], done.returncode) == ("good", 1)


def test_the_mark_that_some_editors_put_first_is_no_part_of_the_text(tmp_path):
    marked = tmp_path / "marked.txt"
    marked.write_bytes(b"\xef\xbb\xbf5 May 2004\r\n6 May 2004")
    plain = [json.loads(line)["start"] for line in run_bytes(str(marked)).stdout.splitlines()]
    assert plain == [0, 11]
    marked.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\r\n")
    done = run_bytes("--jsonl", str(marked))
    assert (done.returncode, json.loads(done.stdout)["id"]) == (0, "good")


def test_half_a_character_is_answered_as_json_that_is_utf_8():
    (answer,), done = answers("--jsonl", '{"id": "\\ud800", "text": ""}')
    assert (answer["id"], done.returncode) == ("\ud800", 0)


@pytest.mark.parametrize("options", [(), ("--jsonl",)])
def test_a_reader_that_went_away_ends_it_quietly(options):
    lines = b"5 May 2004.\n" if not options else json.dumps(GOOD).encode() + b"\n"
    with subprocess.Popen([*COMMAND, *options], stdin=-1, stdout=-1, stderr=-1) as process:
        process.stdout.close()
        process.stdin.write(lines * 500)
        process.stdin.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.parametrize("options", [(), ("--jsonl",), ("--read",)])
def test_a_file_that_is_not_there_is_named(options):
    done = run("--anchor", "2019-05-02", *options, "nowhere.txt")
    assert (done.returncode, done.stderr.splitlines()) == (2, ["nowhere.txt: No such file or directory"])


def test_an_anchor_that_is_no_day_is_refused():
    done = run("--anchor", "2019-02-30", text="May")
    assert (done.returncode, "write it as" in done.stderr) == (2, True)
