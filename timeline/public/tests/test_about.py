"""What a chronology says of itself: introduction, method, licence and day, in the language of the page."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from timeline.conftest import NOW
from timeline.records.about import about, day_of
from timeline.records.changes import save
from timeline.records.models import Chronology, Licence, Verb, open_change


def read(client, name="timeline", **kwargs):
    return client.get(reverse(f"public:{name}", kwargs=kwargs or {"slug": "japan-north-korea"}))


@pytest.fixture
def change(chronology):
    def change(record=chronology, **fields):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            for name, value in fields.items():
                setattr(record, name, value)
            save(record)

    return change


def test_introduction_method_and_licence_stand_below_the_events(client, make_published, change):
    make_published()
    change(intro="What passed between them.", method="Chosen by two people.\n\nRead by rule.", licence="CC-BY-SA-4.0")
    page = read(client).text
    below = page[page.index('id="about"') :]
    assert page.index('id="events"') < page.index('id="about"')
    assert "What passed between them." in below
    assert "<p>Chosen by two people.</p>\n\n<p>Read by rule.</p>" in below
    assert '<a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license noopener">CC BY-SA 4.0</a>' in below


def test_what_somebody_typed_is_no_html(client, change):
    change(intro="<b>bold</b>", method="<script>")
    page = read(client).text
    assert "&lt;b&gt;bold" in page
    assert "<script>\n" not in page
    assert "&lt;script&gt;" in page


def test_without_a_licence_the_page_says_so_and_the_event_page_says_nothing(client, make_published):
    event = make_published()
    assert "None is stated" in read(client).text
    assert "Licence" not in read(client, "event", pk=event.pk).text


def test_the_event_page_says_the_licence_beside_what_to_cite(client, make_published, change):
    event = make_published()
    change(licence="CC-BY-4.0")
    page = read(client, "event", pk=event.pk).text
    assert (
        'Licence: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener">CC BY 4.0</a>' in page
    )


def test_a_new_licence_or_method_is_seen_at_once(client, make_published, change):
    make_published()
    first = read(client)
    change(method="Chosen by lot.")
    second = read(client)
    assert "Chosen by lot." in second.text
    assert first["ETag"] != second["ETag"]
    change(licence="CC0-1.0")
    assert "CC0 1.0" in read(client).text


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("", ""),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("all-rights-reserved", ""),
    ],
)
def test_a_public_licence_has_an_address(licence, address):
    assert Licence(licence).address == address


def test_an_edition_is_of_the_day_of_its_change_and_a_first_one_of_none():
    assert day_of(int(NOW.timestamp() * 1_000_000)) == NOW.date()
    assert day_of(1) is None
    assert day_of(0) is None


def test_about_is_what_downloads_carry(chronology, change, django_assert_num_queries):
    change(method="By hand.", licence="CC0-1.0", title_ja="日本と北朝鮮")
    with django_assert_num_queries(1):
        said = about(chronology, "ja")
    assert (said.title.text, said.title.language) == ("日本と北朝鮮", "ja")
    assert (said.method.text, said.method.language) == ("By hand.", "en")
    assert (said.licence, said.licence_name) == ("CC0-1.0", "CC0 1.0")
    assert said.licence_url == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert said.day == NOW.date()
    assert said.path == reverse("public:timeline", kwargs={"slug": "japan-north-korea"})


def test_titles_are_told_in_the_language_of_the_page_else_marked_as_what_they_are(
    client, make_published, change, settings
):
    settings.LANGUAGES = [("en", "English"), ("ko", "Korean")]
    chronology = Chronology.objects.get()
    make_published()
    change(title_ko="일본과 북한", scope="Since 1945")
    change(chronology.sections.get(), title_ko="모두", intro="All.")
    change(chronology.lanes.get(), name_ko="회담")
    with override("ko"):
        address = reverse("public:timeline", kwargs={"slug": chronology.slug})
    page = client.get(address, headers={"accept-language": "ko"}).text
    assert '<h1 lang="ko">일본과 북한 ' in page
    assert '<p class="scope" lang="en">Since 1945</p>' in page
    assert 'lang="ko">모두' in page
    assert '<span class="name" lang="ko">회담</span>' in page
    with override("ko"):
        year = reverse("public:year", kwargs={"slug": chronology.slug, "year": 2002})
        cited = reverse("public:cite_chronology", kwargs={"slug": chronology.slug, "way": "ris"})
    page = client.get(year).text
    assert "T</tspan> 회담</text>" in page
    assert 'title="회담"' in page
    assert "Talks</" not in page
    assert "일본과 북한" in client.get(cited).text


def test_a_chronology_in_japanese_is_told_in_english_and_its_own_title_stands_once(make_chronology):
    chronology = make_chronology("日朝関係年表", "jp", language="ja", title_en="Japan and North Korea", title_ja="別")
    assert chronology.told("title", "en") == ("Japan and North Korea", "en")
    assert chronology.told("title", "ja") == ("日朝関係年表", "ja")
    assert chronology.told("title", "ko") == ("日朝関係年表", "ja")
    assert chronology.told("title", "fr") == ("日朝関係年表", "ja")
    assert chronology.sections.get().told("title", "en") == ("All of it", "ja")
