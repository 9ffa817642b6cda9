"""What every file that is taken along carries of the method of a chronology."""

import json

import pytest

from timeline.conftest import NOW
from timeline.formats.icalendar import escaped
from timeline.public import terms
from timeline.records.changes import save
from timeline.records.models import Verb, open_change

METHOD = "Chosen by two people; a month stays a month.\n\nRead by rule."
ON_ONE_LINE = "Chosen by two people; a month stays a month. Read by rule."


@pytest.fixture
def base(chronology):
    return f"/chronologies/{chronology.slug}/"


@pytest.fixture
def tell(chronology):
    def tell(method=METHOD, **fields):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            for name, value in {"method": method, **fields}.items():
                setattr(chronology, name, value)
            save(chronology)

    return tell


@pytest.mark.parametrize("name", ["feed.atom", "corrections/feed.atom", "cite.json", "cite.ris", "cite.bib"])
def test_a_file_carries_the_method_itself_with_its_address_behind(name, tell, make_published, base, as_visitor):
    make_published()
    tell()
    said = as_visitor.get(f"{base}{name}").text.replace(r"\#", "#")
    assert f"Method: {ON_ONE_LINE} (http://testserver{base}#about)" in said


def test_the_citation_of_an_event_carries_it_and_that_of_its_sources_the_address(
    tell, make_published, base, as_visitor
):
    event = make_published()
    tell()
    assert ON_ONE_LINE in as_visitor.get(f"/events/{event.pk}/cite.json").json()[0]["note"]
    sources = as_visitor.get(f"/events/{event.pk}/sources.json").text
    assert ON_ONE_LINE not in sources
    assert f"{base}#about" in sources


def test_a_calendar_tells_the_method_in_its_own_language(tell, make_published, base, as_visitor):
    make_published()
    tell()
    lines = as_visitor.get(f"{base}calendar.ics").content.replace(b"\r\n ", b"").decode().split("\r\n")
    assert escaped(ON_ONE_LINE) in next(line for line in lines if line.startswith("DESCRIPTION;LANGUAGE=en:"))
    lines = as_visitor.get(f"/ja{base}calendar.ics").content.replace(b"\r\n ", b"").decode().split("\r\n")
    assert f"DESCRIPTION;LANGUAGE=en:{escaped(ON_ONE_LINE)}" in lines
    assert ON_ONE_LINE.split(";")[0] not in next(line for line in lines if line.startswith("DESCRIPTION;LANGUAGE=ja:"))
    assert escaped(ON_ONE_LINE) in next(line for line in lines if line.startswith("X-WR-CALDESC:"))


def test_programs_read_the_method_on_the_page(tell, make_published, base, as_visitor):
    make_published()
    tell()
    for path, method in (("", ON_ONE_LINE), ("/ja", {"@language": "en", "@value": ON_ONE_LINE})):
        text = as_visitor.get(f"{path}{base}").text
        said = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
        assert said["inLanguage"] == "en"
        assert said["measurementTechnique"] in (ON_ONE_LINE, method)


@pytest.mark.parametrize(
    ("method", "ends"),
    [
        ("A sentence of some words. " * 100, "some words. …"),
        ("拉致問題の年表。" * 300, "年表。 …"),
        ("x" * 5000, "xxx …"),
        ("words without an end " * 300, " …"),
        ("\r\n\x00\x1b[31m" + "y " * 3000, "y …"),
    ],
)
def test_of_a_long_method_the_beginning_is_carried(method, ends, tell, make_published, base, as_visitor):
    make_published()
    tell(method=method.replace("\x00", ""))
    note = as_visitor.get(f"{base}cite.json").json()[0]["note"]
    carried = note.removeprefix("Method: ").removesuffix(f" (http://testserver{base}#about)")
    assert carried.endswith(ends)
    assert terms.MOST // 2 <= len(carried) <= terms.MOST + 2


def test_without_a_method_nothing_is_said_of_it(tell, make_published, base, as_visitor):
    make_published()
    tell(method="", licence="CC0-1.0")
    for name in ("feed.atom", "calendar.ics", "cite.json"):
        assert "Method" not in as_visitor.get(f"{base}{name}").text
