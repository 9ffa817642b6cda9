"""Time zones by the names of cities: what people write is found, and no code is a name."""

from zoneinfo import available_timezones

import pytest
from django.forms import Form, ValidationError
from django.utils.translation import override

from timeline.web import zones


class Asked(Form):
    zone = zones.ZoneField()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Tokyo", "Asia/Tokyo"), ("  tokyo ", "Asia/Tokyo"), ("Asia/Tokyo", "Asia/Tokyo"), ("UTC", "UTC"),
        ("beijing", "Asia/Shanghai"), ("Shanghai", "Asia/Shanghai"), ("New York", "America/New_York"),
        ("Washington", "America/New_York"), ("Sao Paulo", "America/Sao_Paulo"), ("sao_paulo", "America/Sao_Paulo"),
        ("Mauritius", "Indian/Mauritius"), ("Busan", "Asia/Seoul"), ("Canberra", "Australia/Sydney"),
        ("Australia/ACT", "Australia/ACT"),
    ],
)  # fmt: skip
def test_a_city_is_found_as_people_write_it(typed, zone):
    assert zones.zone_of(typed.strip()) == zone
    assert Asked({"zone": typed}).fields["zone"].clean(typed) == zone


@pytest.mark.parametrize("typed", ["ACT", "LHI", "NSW", "JST", "Narnia", "../etc/passwd", "Asia/", "x" * 61, "\0"])
def test_a_code_and_what_is_no_place_are_refused_with_a_sentence(typed):
    form = Asked({"zone": typed})
    assert not form.is_valid()
    assert form.errors["zone"]


def test_what_was_meant_perhaps_is_said():
    with pytest.raises(ValidationError, match="Is it Pyongyang"):
        Asked().fields["zone"].clean("Pyongyan")


def test_no_zone_is_called_by_a_code():
    for zone in available_timezones():
        if "/" in zone and not zone.startswith("Etc/"):
            assert not zones.city(zone).isupper(), zone


def test_a_zone_is_shown_by_its_city_with_a_few_offered(settings):
    form = Asked(initial={"zone": "Asia/Seoul"})
    form.fields["zone"].offer(["Asia/Ulaanbaatar", "Asia/Tokyo", "Asia/Ulaanbaatar"])
    html = form.as_p()
    assert 'value="Seoul"' in html
    assert html.count("<option>") == len(zones.OFTEN) + 1
    assert html.index("Ulaanbaatar") < html.index("<option>Seoul")
    assert "ACT" not in html
    assert 'list="id_zone_places"' in html


def test_what_was_typed_comes_back_as_it_was_and_is_escaped():
    html = Asked({"zone": "<b>"}).as_p()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html


def test_a_zone_of_ours_is_called_in_the_language_of_the_page():
    with override("en"):
        assert zones.city("Asia/Shanghai") == "Beijing"
