"""A walk over every public page: what somebody wrote stands nowhere in an element of another language than its own."""

import re
from html.parser import HTMLParser

import pytest

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.changes import save
from timeline.records.models import (
    Chronology,
    Citation,
    Entry,
    Event,
    Lane,
    Place,
    Section,
    Source,
    Verb,
    open_change,
)

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HEARD = {"title", "aria-label", "alt", "placeholder", "aria-description"}
SAYS = re.compile("qx(..)")
"""What every text here ends with: the language that it was written in."""
ADDRESS = "/chronologies/japan-north-korea/"
PAGES = [
    "/", ADDRESS, f"{ADDRESS}?theme=Teme qxen&q=Treffen", f"{ADDRESS}?source=신문사연합통신 qxko", f"{ADDRESS}2002/",
    f"{ADDRESS}2000s/", f"{ADDRESS}2002/09/", f"{ADDRESS}table/", f"{ADDRESS}table/?place=Plas qxen", f"{ADDRESS}map/",
    f"{ADDRESS}one/", f"{ADDRESS}one/?bare=1", f"{ADDRESS}this-week/?day=2027-09-17", f"{ADDRESS}coverage/",
    f"{ADDRESS}lag/", f"{ADDRESS}lag/?lag=next", f"{ADDRESS}compare/", f"{ADDRESS}compare/?with=weapons",
    f"{ADDRESS}as-known-on/", f"{ADDRESS}as-known-on/2026-11-23/", f"{ADDRESS}take-along/", f"{ADDRESS}corrections/",
    f"{ADDRESS}embed/", "/how-dates-are-read/",
]  # fmt: skip


def change(record, **fields):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for name, value in fields.items():
            setattr(record, name, value)
        save(record)


@pytest.fixture
def written(make_published, make_chronology, publish, add_rival):
    """Five languages: the editors' it, the wordings' de, the sources' ko, their quotations' fr, names' en."""
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        Place(name="Plas qxen", latitude=35.68, longitude=139.77).save()
    nouns = {"place": "Plas qxen", "themes": ("Teme qxen",), "actors": ("Akter qxen",), "language": "de"}
    days = ("2002-09-17", "2002-09", "2002", "200X", "2004-05-26/2004-05-28", "")
    made = [make_published("Treffen qxde", day, words="alors qxfr", summary="Kurz qxde", **nouns) for day in days]
    add_rival(made[0], "2002-09-18", title="Другая газета qxru")
    change(Source.objects.get(title="Другая газета qxru"), language="ru")
    publish(made[0], make_chronology("Weapons", "weapons"))
    for one in Citation.objects.filter(chosen=True):
        change(
            one, language="fr", exact="Ils se rencontrent alors qxfr", prefix="Avant qxfr", suffix="Après qxfr",
            locator="Pagina qxit", note="Letto qxit", words="alors qxfr",
        )  # fmt: skip
        change(
            one.source, language="ko", title="만남 소식 기사 qxko", publisher="신문사연합통신 qxko", author="기자 qxko",
            published="2002-09-19", url="https://news.example/1",
        )  # fmt: skip
    for chronology in Chronology.objects.all():
        change(
            chronology, language="it", title=f"Titolo {chronology.pk} qxit", scope="Ambito qxit", intro="Intro qxit",
            method="Metodo qxit",
        )  # fmt: skip
    for one in Section.objects.all():
        change(one, title="Parte qxit", intro="Inizio qxit")
    for one in Lane.objects.all():
        change(one, name="Corsia qxit")
    change(Event.objects.get(pk=made[0].pk), date_reason="Perché qxit")
    _correct(made)
    return made


def _correct(made):
    """Give one event another headline and other words, let a source say another day, and withdraw an event."""
    for headline, words in (("Neues Treffen qxde", "alors qxfr"), ("Treffen qxde", "puis qxfr")):
        draft = actions.EventDraft(headline=headline, language="de", words=words, date=made[1].date)
        actions.edit_event(event=made[1], version=None, draft=draft, by=None, at=NOW, why="No reason")
    change(Citation.objects.get(event=made[0], chosen=False), date=edtf.parse("2002-09-20"))
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry = Entry.objects.filter(event=made[2]).first()
        entry.published_since = None
        entry.save()


class Heard(HTMLParser):
    """Collects what of a page's body is marked in another language than it was written in."""

    def __init__(self, text):
        super().__init__()
        self.open = [("", "")]
        self.wrong, self.right = [], 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        language = named.get("lang", self.open[-1][1])
        for name in HEARD & set(named):
            self._judge(named[name] or "", language, f"{tag} {name}")
        if tag not in VOID:
            self.open.append((tag, language or ""))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self._judge(data, self.open[-1][1], self.open[-1][0])

    def _judge(self, text, language, where):
        # A page's name has no parts that could be marked; an address, and what is to be copied, is in no language.
        if any(tag in ("head", "script", "code") for tag, _language in self.open) or "://" in text:
            return
        for code in SAYS.findall(text):
            if code == language:
                self.right += 1
            else:
                self.wrong.append(f"{where} ({language}): {text.strip()}")


@pytest.mark.parametrize("prefix", ["", "/ja", "/ko"])
def test_what_somebody_wrote_is_marked_in_its_own_language_on_every_page(prefix, written, as_visitor):
    own = [f"/events/{written[0].pk}/", f"/events/{written[1].pk}/v/{Event.objects.get(pk=written[1].pk).version}/"]
    own += [f"/events/{written[5].pk}/", f"/events/{written[0].pk}/report/"]
    own += [f"{ADDRESS}one/{written[0].pk}/"]
    wrong, right = [], 0
    for address in (*PAGES, *own):
        answer = as_visitor.get(f"{prefix}{address}")
        assert answer.status_code == 200, address
        heard = Heard(answer.text)
        right += heard.right
        wrong += [f"{address} {one}" for one in sorted(set(heard.wrong))]
    assert not wrong, "\n".join(wrong)
    assert right > 500


def test_the_walk_finds_what_is_marked_as_another_language():
    page = (
        '<html lang="ja"><body><p>qxen</p><p lang="en">qxen<i title="qxen">qxja</i><br/></p><p>qxja</p></body></html>'
    )
    assert Heard(page).wrong == ["p (ja): qxen", "i (en): qxja"]
