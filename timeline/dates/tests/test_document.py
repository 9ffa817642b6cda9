"""docs/dates.md says what the engine does: its tables are those that would be generated now."""

import ast
from pathlib import Path

import pytest

from timeline.dates import conventions, read
from timeline.dates.document import (
    DOCUMENT,
    Example,
    examples,
    generate,
    main,
    meaning,
    reading_of,
    rules_without_example,
)
from timeline.dates.house import ANCHOR, house_table
from timeline.dates.reasons import REASONS

EXAMPLES = examples()
MODULES = sorted(Path(__file__).parents[1].glob("*.py"))


def shown(example: Example) -> str:
    return f"{example.file} {example.rule}: {example.words}"


def test_the_committed_document_is_what_would_be_generated():
    committed = DOCUMENT.read_text(encoding="utf-8")
    assert generate(committed) == committed, "run python -m timeline.dates.document and commit docs/dates.md"


def test_a_part_of_the_document_that_nobody_makes_is_refused():
    with pytest.raises(KeyError):
        generate("<!-- generated: nothing -->\n<!-- end -->")


def test_the_document_writes_itself_and_says_when_it_cannot(tmp_path, monkeypatch, capsys):
    copy = tmp_path / "dates.md"
    copy.write_text("<!-- generated: house table -->\nof yore\n<!-- end -->\nby hand\n", encoding="utf-8")
    monkeypatch.setattr("timeline.dates.document.DOCUMENT", copy)
    assert main() == 0
    text = copy.read_text(encoding="utf-8")
    assert "of yore" not in text
    assert "`197X`" in text
    assert text.endswith("by hand\n")
    copy.unlink()
    assert main() == 1
    assert "dates.md" in capsys.readouterr().err


@pytest.mark.parametrize("example", EXAMPLES, ids=map(shown, EXAMPLES))
def test_an_example_is_read_by_its_rule(example):
    assert example.rule in REASONS
    assert example.words in (example.sentence or example.words)
    reading = reading_of(example)
    assert reading is not None, "its words are not found, or read by another rule"
    assert meaning(reading) == example.means


def test_every_rule_has_an_example():
    assert rules_without_example() == [], "add a row to timeline/dates/examples/en.csv, ja.csv or ko.csv"


def test_the_examples_stand_in_order_and_once():
    for file in {example.file for example in EXAMPLES}:
        rows = [(one.rule, one.sentence, one.words) for one in EXAMPLES if one.file == file]
        assert len(set(rows)) == len(rows)
    assert [one.rule for one in EXAMPLES if one.file == "en"] == sorted(
        one.rule for one in EXAMPLES if one.file == "en"
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_every_rule_that_a_module_names_has_its_sentence(module):
    """The rule is the first argument of `then` and of `impossible`, and the second of `Option`."""
    for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        at = {"then": 0, "impossible": 0, "Option": 1}.get(name)
        if at is None or len(call.args) <= at or not isinstance(call.args[at], ast.Constant):
            continue
        rule = call.args[at].value
        assert (f"impossible-{rule}" if name == "impossible" else rule) in REASONS


def test_the_house_table_shows_every_part_of_every_unit():
    rows = house_table()
    tables = [getattr(conventions, name) for name in dir(conventions) if name.startswith("PARTS_OF_")]
    assert len(rows) > sum(map(len, tables))
    assert all(row.date.dated for row in rows)


@pytest.mark.parametrize("row", house_table(), ids=lambda row: row.example)
def test_the_examples_of_the_house_table_are_read_so(row):
    readings = read(row.example, ANCHOR, language="en")
    assert readings[0].date.edtf == row.date.edtf
