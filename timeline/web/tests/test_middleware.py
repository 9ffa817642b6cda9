"""What happens to every request."""

import pytest


@pytest.mark.parametrize("address", ["/articles/?q=%00", "/arrange/events/?q=a%00b", "/chronologies/x%20/?q=%00"])
def test_the_character_nul_in_an_address_harms_nothing(as_checker, address):
    assert as_checker.get(address).status_code in (200, 404)


def test_the_character_nul_in_a_form_is_left_out(as_checker, make_event):
    event = make_event(checked=True)
    answer = as_checker.post(f"/arrange/events/{event.pk}/withdraw/", {"why": "Wr\0ong"})
    assert answer.status_code == 302
    event.refresh_from_db()
    assert event.status == "withdrawn"
