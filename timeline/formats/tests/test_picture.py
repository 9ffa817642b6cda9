"""The picture of an event."""

from io import BytesIO

import pytest
from PIL import Image

from timeline.formats import fonts, picture
from timeline.formats.picture import Picture, wrapped


def drawn(**fields):
    given = {"date": "17 September 2002", "headline": "Talks are held", "language": "en", "page_language": "en"}
    image = Image.open(BytesIO(picture.write(Picture(**(given | fields)))))
    assert image.size == (1200, 630)
    return image.convert("L")


def ink(image):
    """How many dark points stand where the headline does."""
    histogram = image.crop((72, 150, 1128, 460)).histogram()
    return sum(histogram[:80])


def test_it_shows_the_headline():
    assert ink(drawn()) > ink(drawn(headline="")) == 0


@pytest.mark.parametrize(
    "headline",
    ["\U000110f0\ue000", "\x00\x01", "", " ", "\ud800", "x" * 5000, "語" * 5000, "a\nb\r\nc", "e" + "\u0301" * 2000],
)
def test_no_headline_breaks_it(headline):
    drawn(headline=headline, date=headline, chronology=headline)


def test_letters_that_no_font_has_are_left_out_and_not_drawn_as_boxes():
    assert ink(drawn(headline="Talks \ue000 are held")) == 0


def test_without_fonts_of_the_machine_latin_letters_are_drawn_by_pillows_own(monkeypatch):
    monkeypatch.setattr(fonts, "_files", dict)
    fonts._font.cache_clear()
    assert fonts.font_for("Talks", "en", 20, serif=True) is not None
    assert fonts.font_for("日本", "ja", 20, serif=True) is None
    assert ink(drawn()) > 0
    assert ink(drawn(headline="首脳会談", language="ja")) == 0
    fonts._font.cache_clear()


def test_a_long_headline_is_cut_in_the_last_line():
    font = fonts.font_for("word …", "en", 68, serif=True)
    lines = wrapped("word " * 100, font, 1056, 4)
    assert len(lines) == 4
    assert lines[-1].endswith(" …")
    assert all(font.getlength(line) <= 1056 for line in lines)


def test_a_word_wider_than_the_picture_is_parted():
    font = fonts.font_for("w", "en", 68, serif=True)
    assert len(wrapped("w" * 60, font, 1056, 4)) > 1


def test_who_asks_while_as_many_as_may_wait_is_refused_at_once():
    for _place in range(picture.PLACES):
        assert picture._PLACES.acquire(blocking=False)
    try:
        with pytest.raises(picture.Busy):
            drawn()
    finally:
        for _place in range(picture.PLACES):
            picture._PLACES.release()
    assert ink(drawn()) > 0


def test_a_drawing_that_fails_leaves_its_place(monkeypatch):
    def fail(_picture):
        raise OSError("no font")

    with monkeypatch.context() as broken:
        broken.setattr(picture, "_drawn", fail)
        for _time in range(2 * picture.PLACES):
            with pytest.raises(OSError, match="no font"):
                drawn()
    assert ink(drawn()) > 0


def test_where_it_lies_in_its_year_is_drawn():
    here, there = drawn(window=(0.7, 0.703), is_day=True), drawn(window=(0.1, 0.103), is_day=True)
    assert here.tobytes() != there.tobytes()
    assert drawn(window=(0.0, 1.0)).tobytes() != drawn().tobytes()
