"""A walk through the forms of the pages: what a browser would send from each, by chance but the same every time."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

WORDS = ("a blog nobody checked", "Talks", "万景峰号", "page 3")
TYPED = {
    "url": ("https://blog.example/1", ""),
    "language": ("en", ""),
    "source_published": ("2004", ""),
    "date": ("2002-09-18", "1 May 2019", "3 May 2019", "2004-05"),
    "published": ("2019-05-03", "2019-05-02"),
    "slug": ("another", "one-more"),
    "letter": ("B", "D"),
    "style": ("t",),
}
LEFT_OUT = {"accounts:sign_in", "accounts:sign_out", "accounts:password", "reports:report"}
"""What is about one's own session and password, and about nothing that anybody sees; and what anybody may send."""


@dataclass
class Control:
    """One field of a form: its name, its value, and the values that it may have."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form that posts: where to, its fields, its buttons with the address that each has of its own."""

    action: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def kinds(self):
        """What each button of the form does, numbers of records left out: the address's name and the button's own."""
        for name, value, action in self.buttons or [("", "", "")]:
            yield kind_of(action or self.action, name, value), (name, value, action or self.action)

    def filled(self, dice: Random, *, keep: bool = False) -> list[tuple[str, str]]:
        """Return what is sent: fields kept or filled by chance; `keep` fills only what is empty."""
        sent, radios = [], {}
        for one in self.controls:
            if one.kind == "radio":
                radios.setdefault(one.name, []).append(one.value)
            elif one.kind == "checkbox":
                sent += [(one.name, one.value)] if dice.random() < 0.6 else []
            elif one.kind == "select":
                value = one.value if keep and one.value else dice.choice(one.choices or [""])
                sent.append((one.name, value))
            elif one.kind == "hidden" or (one.value and (keep or dice.random() < 0.6)):
                sent.append((one.name, one.value))
            else:
                sent.append((one.name, typed(one.name, dice)))
        return sent + [(name, dice.choice(values)) for name, values in radios.items()]


def typed(name: str, dice: Random) -> str:
    """Return what a person might type in a field of that name."""
    fitting = next((some for part, some in TYPED.items() if part in name), WORDS)
    return dice.choice(fitting)


class Forms(HTMLParser):
    """Collects the forms of a page that post."""

    def __init__(self, page: str, address: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.address = address
        self.form: Form | None = None
        self.select: Control | None = None
        self.text: Control | None = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(given.get("action") or self.address) if given.get("method") == "post" else None
            self.found += [self.form] if self.form else []
        elif self.form and tag in ("input", "button", "select", "textarea", "option"):
            self._control(tag, given)

    def _control(self, tag, given):
        name, value, kind = given.get("name", ""), given.get("value", ""), given.get("type", "text")
        if tag == "option":
            if self.select:
                self.select.choices.append(value)
                self.select.value = value if "selected" in given else self.select.value
        elif tag == "button" or kind == "submit":
            self.form.buttons.append((name, value, given.get("formaction", "")))
        elif name and kind != "file":
            default = "on" if kind == "checkbox" and "value" not in given else value
            made = Control(name, tag if tag != "input" else kind, default)
            self.form.controls.append(made)
            self.select = made if tag == "select" else self.select
            self.text = made if tag == "textarea" else None

    def handle_data(self, data):
        if self.text:
            self.text.value += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.text = None
        elif tag == "select":
            self.select = None


def kind_of(address, name, value):
    """Return the name of an address and of a button in it; "" for what is not walked: sessions, another site."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    button = re.sub(r"\d+", "", f"{name}={value}")
    return "" if found.view_name in LEFT_OUT or found.app_name == "admin" else f"{found.view_name} {button}"


@dataclass
class Step:
    """One form sent: from which page, what it does, what came of it."""

    page: str
    kind: str
    sent: list[tuple[str, str]]
    status: int = 0

    @property
    def address(self) -> str:
        """The name of the address that it was sent to."""
        return self.kind.partition(" ")[0]


class Walk:
    """Somebody who sends the forms that `eyes` (who may see all of them) is shown, and those of their own desk."""

    def __init__(self, client, eyes, seed: int) -> None:
        self.client, self.eyes, self.dice = client, eyes, Random(seed)
        self.steps: list[Step] = []
        self.first_seen: dict[tuple[str, str], list[tuple[Form, tuple[str, str, str]]]] = {}

    def kinds(self, pages):
        """Return the pages on which each kind of button stands."""
        found: dict[str, list[str]] = {}
        for page in pages:
            for form in self._forms(page):
                for kind, button in form.kinds():
                    if kind:
                        self.first_seen.setdefault((page, kind), []).append((form, button))
            for kind in (kind for seen, kind in self.first_seen if seen == page):
                found.setdefault(f"{resolve(urlsplit(page).path).view_name}: {kind}", []).append(page)
        return found

    def go(self, page, kind):
        """Send the form of a page that does `kind`, filled by chance; send what it answers with once more.

        Where it stands there no more it is sent as it was seen first: somebody has left the page open.
        """
        kind = kind.partition(": ")[2]
        buttons = [(form, button) for form in self._forms(page) for one, button in form.kinds() if one == kind]
        buttons = buttons or self.first_seen[page, kind]
        answer = self._send(page, kind, *self.dice.choice(buttons), keep=self.dice.random() < 0.5)
        if answer.status_code in (200, 409, 422) and answer["Content-Type"].startswith("text/html"):
            again = [
                (form, button) for form in Forms(answer.text, page).found for one, button in form.kinds() if one == kind
            ]
            if again:
                self._send(page, kind, *self.dice.choice(again), keep=True)

    def _forms(self, page):
        # What one did last can be taken back at one's own desk alone.
        looking = [self.eyes, self.client] if page.startswith("/articles/") else [self.eyes]
        answers = [client.get(page) for client in dict.fromkeys(looking)]
        return [form for answer in answers if answer.status_code == 200 for form in Forms(answer.text, page).found]

    def _send(self, page, kind, form, button, *, keep):
        name, value, address = button
        sent = form.filled(self.dice, keep=keep) + ([(name, value)] if name else [])
        body: dict[str, list[str]] = {}
        for key, one in sent:
            body.setdefault(key, []).append(one)
        answer = self.client.post(address, body)
        self.steps.append(Step(page, kind, sent, answer.status_code))
        return answer
