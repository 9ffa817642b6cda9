"""The map of places: where they are drawn, what is said beside it, and names that do not collide."""

import gzip
import re
from math import isclose
from pathlib import Path

import pytest

from timeline.conftest import NOW
from timeline.public.labels import width_of
from timeline.public.ways import land, map
from timeline.public.ways.labels import NARROW, SHAPE, SIZE, WIDEST, Circle, labels_of
from timeline.public.ways.map import View
from timeline.public.ways.projection import WORLD_HEIGHT, WORLD_WIDTH, azimuthal, equal_earth, kilometres, middle_of
from timeline.records.models import Place, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/map/"
PLACES = {"Tokyo": (35.68, 139.77), "Niigata": (37.92, 139.04), "Pyongyang": (39.03, 125.75), "Geneva": (46.2, 6.14)}


@pytest.fixture
def placed(make_published):
    """Events in places that are known; one place more of which it is not known where it lies, one event without."""
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        for name, (latitude, longitude) in PLACES.items():
            Place(name=name, latitude=latitude, longitude=longitude).save()
    for number, name in enumerate(["Tokyo"] * 4 + ["Niigata"] * 3 + ["Pyongyang"] * 2 + ["Geneva", "Somewhere", ""]):
        make_published(f"Event {number}", f"{1960 + number}", **({"place": name} if name else {}))


def rows(answer):
    found = re.findall(r'<th scope="row"><a href="([^"]*)">(.*?)</a></th><td class="number">(\d+)', answer.text)
    return [(name, int(count), href) for href, name, count in found]


def drawn(answer):
    return re.findall(r"<title>(\w+): (\d+) event", answer.text)


def test_equal_earth_ends_where_its_authors_say():
    project = equal_earth(0)
    assert project(0, 0) == (0, 0)
    assert isclose(project(180, 0)[0] * 2, WORLD_WIDTH, rel_tol=1e-6)
    assert isclose(project(0, 90)[1] * 2, WORLD_HEIGHT, rel_tol=1e-6)


def test_the_azimuthal_projection_gives_the_example_of_the_textbook():
    """Snyder, Map Projections, 1987, page 332: a sphere of 3.0, around 40 N 100 W."""
    x, y = azimuthal(-100, 40)(100, -20)
    assert isclose(3 * x, -4.2339303, abs_tol=1e-6)
    assert isclose(3 * y, 4.0257775, abs_tol=1e-6)


@pytest.mark.parametrize("project", [equal_earth(20), azimuthal(20, 40)])
@pytest.mark.parametrize(("lon", "lat"), [(20, 40), (35, 10), (0, 60)])
def test_both_keep_areas(project, lon, lat):
    from math import cos, radians

    (ax, ay), (bx, by), (cx, cy) = project(lon, lat), project(lon + 0.01, lat), project(lon, lat + 0.01)
    area = abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
    assert isclose(area, radians(0.01) ** 2 * cos(radians(lat)), rel_tol=1e-3)


def test_distances_and_middles_are_those_of_a_sphere():
    assert isclose(kilometres((0, 0), (90, 0)), 10_007.5, rel_tol=1e-4)
    lon, lat = middle_of([((170, 0), 1), ((-170, 0), 1)])
    assert isclose(abs(lon), 180)
    assert isclose(lat, 0, abs_tol=1e-9)
    assert middle_of([]) == (0, 0)


def test_the_coasts_are_few_bytes_and_land_is_where_it_is():
    assert Path(land.__file__).with_name("land.json.gz").stat().st_size < 100_000
    assert gzip.decompress(Path(land.__file__).with_name("land.json.gz").read_bytes()).startswith(b"[[")
    assert any(covers(ring, 139.5, 36.2) for ring, _box in land.rings())  # Saitama
    assert any(covers(ring, 126.5, 33.4) for ring, _box in land.rings())  # Jeju
    assert not any(covers(ring, 135, 40) for ring, _box in land.rings())  # the Sea of Japan


def covers(ring, x, y):
    inside = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def test_land_is_cut_at_the_sides_of_its_box():
    box = (120, 30, 150, 45)
    found = list(land.within(box))
    assert found
    for x, y in (point for ring in found for point in ring):
        assert 120 - 1e-9 <= x <= 150 + 1e-9
        assert 30 - 1e-9 <= y <= 45 + 1e-9


def test_a_place_lies_in_the_middle_of_the_map_around_it():
    assert View("near", (139.77, 35.68)).at((139.77, 35.68)) == (0.5, 0.5)
    x, y = View("world", (150, 0)).at((-170, 0))
    assert 0.5 < x < 1
    assert y == 0.5


@pytest.mark.django_db
def test_every_place_is_listed_with_its_count_and_leads_to_its_events(placed, as_visitor):
    found = rows(as_visitor.get(ADDRESS))
    assert [(name, count) for name, count, _href in found] == [
        ("Tokyo", 4), ("Niigata", 3), ("Pyongyang", 2), ("Geneva", 1), ("Somewhere", 1),
    ]  # fmt: skip
    assert "4 of 12 events" in as_visitor.get(found[0][2]).text


@pytest.mark.django_db
def test_the_region_is_shown_first_and_the_rest_is_said(placed, as_visitor):
    answer = as_visitor.get(ADDRESS)
    assert drawn(answer) == [("Tokyo", "4"), ("Niigata", "3"), ("Pyongyang", "2")]
    for words in ("9 of 11 events that name a place", "1 place lies outside of it", "1 event names no place",
                  "Of 1 place it is not known where it lies"):  # fmt: skip
        assert words in answer.text
    assert ("Geneva", "1") in drawn(as_visitor.get(f"{ADDRESS}?zoom=world"))


@pytest.mark.django_db
def test_it_looks_closer_around_a_place(placed, as_visitor):
    place = Place.objects.get(name="Geneva")
    assert drawn(as_visitor.get(f"{ADDRESS}?zoom=near&around={place.pk}")) == [("Geneva", "1")]


@pytest.mark.django_db
def test_nothing_of_what_is_not_public_is_counted(placed, make_event, as_visitor):
    make_event("A draft", "2003", place="Secret base")
    assert "Secret base" not in as_visitor.get(ADDRESS).text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "said"),
    [("zoom=moon", "There is no such part"), ("around=99999", "is not on this map"), ("around=x", "is not on this map"),
     ("around=" + "9" * 5000, "is not on this map"), ("after=x", "is not on this map"),
     ("after=0", "is not on this map"),
     ("after=99999", "is not on this map"), ("after=" + "9" * 5000, "is not on this map")],
)  # fmt: skip
def test_what_is_not_on_the_map_is_said(query, said, placed, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert said in answer.text
    assert drawn(answer)


@pytest.mark.django_db
def test_many_places_stand_on_pages_each_once(placed, as_visitor, monkeypatch):
    monkeypatch.setattr(map, "MOST", 2)
    first = as_visitor.get(ADDRESS)
    assert "and 3 places more" in first.text
    assert 'rel="first"' not in first.text
    seen, answer = rows(first), first
    while further := re.search(r'rel="next" href="([^"]*)"', answer.text):
        answer = as_visitor.get(further[1].replace("&amp;", "&"))
        seen += rows(answer)
        assert f'rel="first" href="{ADDRESS}"' in answer.text
    assert [(name, count) for name, count, _href in seen] == [
        ("Tokyo", 4), ("Niigata", 3), ("Pyongyang", 2), *sorted([("Geneva", 1), ("Somewhere", 1)], key=made),
    ]  # fmt: skip
    assert all("after" not in href for _name, _count, href in seen)


def made(row):
    return str(Place.objects.get(name=row[0]).pk)


@pytest.mark.django_db
def test_without_places_it_says_so(make_published, as_visitor):
    make_published()
    assert "No event here names a place yet" in as_visitor.get(ADDRESS).text


@pytest.mark.django_db
def test_more_events_ask_no_more_of_the_database(
    placed, make_published, as_visitor, django_assert_max_num_queries, nothing_kept
):
    with django_assert_max_num_queries(20) as few:
        as_visitor.get(ADDRESS)
    for number in range(5):
        make_published(f"More {number}", "2001", place="Tokyo")
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(ADDRESS)


def test_names_never_lie_over_each_other_at_any_width():
    circles = [Circle(0.3 + (n * 7 % 40) / 100, 0.2 + (n * 13 % 60) / 100, 3 + n % 9, f"Place {n}") for n in range(60)]
    labels = labels_of(circles)
    assert len(labels) > 5
    for width in (NARROW, 500, 700, 900, WIDEST):
        shown = [label for label in labels if width >= 700 or not label.is_roomy]
        boxes = [box(label, width) for label in shown]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def box(label, width):
    x = float(label.x[:-1]) / 100 * width + float(label.dx) - (width_of(label.text, SIZE) if label.ends else 0)
    y = float(label.y[:-1]) / 100 * width * SHAPE
    return x, y - 6, x + width_of(label.text, SIZE), y + 6
