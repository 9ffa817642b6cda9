"""Forms about articles: text or file, and what is known of it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates.detection import language_of
from timeline.dates.language_names import LANGUAGE_NAMES, language_name
from timeline.extract import CannotExtract, Extracted, Reason, clean, extract
from timeline.ingest.actions import TextRefused, accepted_text
from timeline.ingest.days import Meant, NotOneDay, read_day
from timeline.ingest.suggestions import LONGEST_PACKED, PageSays
from timeline.limits import LimitReached, run_limited
from timeline.records.models import LONGEST_TEXT, Article
from timeline.web import zones
from timeline.web.asked import AddressField, NumberField
from timeline.web.limited import sentence_of, status_of

LARGEST_FILE = 5_000_000
"""Most bytes of an uploaded file; an HTML page is several times its text."""
LATEST = 100
"""Articles whose places are offered first."""
LANGUAGES: list[tuple[str, str | Promise]] = [("", lazy("Told from the text")), *LANGUAGE_NAMES.items()]
REFUSED: dict[Reason, Promise] = {
    Reason.NOT_TEXT: lazy("“%(name)s” is not a text or HTML file. Save it as one of these, or paste its text."),
    Reason.UNKNOWN_ENCODING: lazy(
        "The encoding of “%(name)s” cannot be told; a guess would spoil letters. Save it as UTF-8, or paste its text."
    ),
    Reason.NO_TEXT: lazy("“%(name)s” holds no text."),
    Reason.TOO_COMPLEX: lazy("“%(name)s” is too large or too strangely built to be read. Copy its text and paste it."),
}


class DayField(forms.CharField):
    """One full day, typed as people write days; the answer is a date."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=100, **options)
        self.widget.attrs.update(autocomplete="off", spellcheck="false")
        self.meant: list[Meant] = []

    def clean(self, value: Any) -> Any:
        """Return the day; the days it may mean are left in `meant` for the page."""
        typed = super().clean(value)
        try:
            return read_day(typed)
        except NotOneDay as refused:
            self.meant = [Meant(day) for day in refused.meant]
            raise forms.ValidationError(refused.message) from refused

    def prepare_value(self, value: Any) -> Any:
        """Show a date as ISO, what was typed as it was typed."""
        return value.isoformat() if isinstance(value, date) else value


class PastedField(forms.CharField):
    """A long text as it is pasted; NUL and other control characters are left out before they could be refused."""

    def to_python(self, value: Any) -> str:
        """Return the text as it will be stored."""
        return clean(super().to_python(value) or "")


class AboutForm(forms.Form):
    """What is known of an article beside its text."""

    title = forms.CharField(
        label=lazy("Title"), max_length=500, error_messages={"required": lazy("Give the article’s title.")}
    )
    published_on = DayField(
        label=lazy("Publication date"),
        help_text=lazy(
            "As printed: 2 May 2019, 2019-05-02, 22.5.2019. Every “Thursday” and “last week” is read from it."
        ),
        error_messages={"required": lazy("Give the day the article was published. It is never guessed.")},
    )
    zone = zones.ZoneField(
        label=lazy("Place it was written for"),
        initial="Asia/Tokyo",
        help_text=lazy("A large city there: “Wednesday” means Wednesday there."),
        error_messages={"required": lazy("Name a large city of the place the article was written for.")},
    )
    publisher = forms.CharField(label=lazy("Publisher"), max_length=300, required=False)
    author = forms.CharField(label=lazy("Author"), max_length=300, required=False)
    url = AddressField(label=lazy("Address"), required=False)
    language = forms.ChoiceField(label=lazy("Language"), choices=LANGUAGES, required=False)

    def __init__(self, *args: Any, today: date, text: str = "", said: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["zone"].offer(Article.objects.order_by("-pk").values_list("zone", flat=True)[:LATEST])  # type: ignore[attr-defined]
        self.status = 422
        """Of the answer that shows this form again: 503 if nothing is wrong with it but the moment."""
        if text:
            self._say_language(language_of(text), said)
        for name in self.errors if self.is_bound else ():
            if name in self.fields:
                self.fields[name].widget.attrs["aria-invalid"] = "true"

    def _say_language(self, told: str, said: str) -> None:
        """Name the language that the letters of the text tell, and the one that its page says where that differs."""
        field = self.fields["language"]
        name = language_name(told) if told else _("not clear; left open")
        told_from_text = _("Told from the text (%(language)s)") % {"language": name}
        field.choices = [("", told_from_text), *LANGUAGE_NAMES.items()]  # type: ignore[attr-defined]
        if told and said and said != told:
            both = {"said": language_name(said), "told": name}
            field.help_text = _("The page says %(said)s; its letters are %(told)s.") % both

    def refuse(self, name: str | None, refused: LimitReached) -> None:
        """Say at a field, or of the form as a whole, that reading passed a limit."""
        self.status = status_of(refused)
        self.add_error(name, sentence_of(refused))

    def clean_published_on(self) -> date:
        """Refuse a day that has not come anywhere on earth."""
        day: date = self.cleaned_data["published_on"]
        if day > self.today + timedelta(days=1):
            raise forms.ValidationError(_("This day has not come yet. Check the year."))
        return day


class ArticleNewForm(AboutForm):
    """A new article: its text pasted, or a file."""

    text = PastedField(
        label=lazy("Text"),
        widget=forms.Textarea({"rows": 9, "class": "sample"}),
        required=False,
        strip=False,
        help_text=lazy("Paste it whole, with its own paragraphs. At most 1 MB."),
    )
    file = forms.FileField(
        label=lazy("or a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".txt,.html,.htm,text/plain,text/html"}),
        help_text=lazy("Plain text or an HTML page. What the page says of itself fills the form for you to check."),
    )
    page_says = forms.CharField(required=False, max_length=LONGEST_PACKED, widget=forms.HiddenInput)
    field_order = ["text", "file", "published_on", "zone", "title", "publisher", "author", "url", "language"]

    def clean_file(self) -> Extracted | None:
        """Read the file; what it gives is the cleaned value."""
        file: UploadedFile[bytes] | None = self.cleaned_data.get("file")
        if not file:
            return None
        if (file.size or 0) > LARGEST_FILE:
            size = {"size": filesizeformat(file.size or 0), "limit": filesizeformat(LARGEST_FILE)}
            raise forms.ValidationError(_("The file has %(size)s; at most %(limit)s are read.") % size)
        try:
            return run_limited(extract, file.read(), file.name or "", limits=settings.LIMITS)
        except LimitReached as refused:
            self.status = status_of(refused)
            raise forms.ValidationError(sentence_of(refused)) from refused
        except CannotExtract as refused:
            raise forms.ValidationError(REFUSED[refused.reason] % {"name": file.name}) from refused

    def clean(self) -> dict[str, Any]:
        """Ask for one text, within the limit."""
        typed, file = self.cleaned_data.get("text", ""), self.cleaned_data.get("file")
        if typed.strip() and file and typed.strip() != file.text:
            self.add_error("file", _("Give a text or a file, not both. Your text is kept; the file was not read."))
        elif not typed.strip() and not file and "file" not in self.errors:
            self.add_error("text", _("Paste the article’s text, or choose a file."))
        else:
            self._clean_size(typed if typed.strip() else file.text if file else "")
        return self.cleaned_data

    def _clean_size(self, text: str) -> None:
        try:
            self.cleaned_data["text"] = accepted_text(text) if text else ""
        except TextRefused as refused:
            size = {"size": f"{refused.size:,}", "limit": f"{LONGEST_TEXT:,}"}
            message = _("The text has %(size)s bytes; at most %(limit)s (1 MB) are taken. Give a part of it.") % size
            self.add_error("text" if refused.size else None, message if refused.size else _("The text is empty."))

    @property
    def from_file(self) -> Extracted | None:
        """What the uploaded file gave."""
        found: Extracted | None = getattr(self, "cleaned_data", {}).get("file")
        return found

    @property
    def read_as(self) -> str:
        """Which encoding an uploaded file was taken for, in a sentence; "" where it is Unicode, or there is none."""
        encoding = self.from_file.encoding if self.from_file else ""
        words = _("The file is not UTF-8. Its letters are read as %(encoding)s: look whether they are right.")
        return words % {"encoding": encoding} if encoding else ""

    @property
    def says(self) -> PageSays:
        """What the page says of itself: the one just read, or the one read before this form was last refused."""
        zone = zones.zone_of(self.data.get("zone", "").strip()) or "UTC"
        if self.from_file is not None:
            return PageSays.of(self.from_file, zone)
        return PageSays.unpacked(self.data.get("page_says", ""), zone)

    def suggestions(self) -> dict[str, Any]:
        """Return what the file says and the person left empty."""
        file = self.from_file
        if file is None:
            return {}
        says = self.says.values | {"language": self._language_of_file(file)}
        return {name: value for name, value in says.items() if value and not self.data.get(name, "").strip()}

    def show_where_found(self) -> None:
        """Say beside each field where on the page its value was found, and offer the days that the page may mean."""
        says = self.says
        day = self.data.get("published_on", "").strip()
        if says.choice and not day and "published_on" in self.errors:
            del self.errors["published_on"]
            self.add_error("published_on", says.why_choose)
        self.choice = says.choice if "published_on" in self.errors else ()
        for name, field in self.fields.items():
            found = says.found_in(name, str(self.data.get(name, "")).strip())
            if found:
                field.found = found  # type: ignore[attr-defined]  # shown by _field.html
                described = [f"id_{name}_found", *[f"id_{name}_helptext"] * bool(field.help_text)]
                field.widget.attrs["aria-describedby"] = " ".join(
                    [*described, *[f"id_{name}_error"] * (name in self.errors)]
                )

    @staticmethod
    def _language_of_file(file: Extracted) -> str:
        """Where a page says a language, its letters tell; only where they do not, what it says."""
        if not file.language:
            return ""
        return language_of(file.text) or (file.language if file.language in LANGUAGE_NAMES else "")


class ArticleEditForm(AboutForm):
    """What is known of a stored article; its text is never edited."""

    version = NumberField(widget=forms.HiddenInput)
    source_version = NumberField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, article: Article, today: date) -> "ArticleEditForm":
        """Return the form filled with what is stored."""
        return cls(initial=stored(article), today=today, text=article.text)


def stored(article: Article) -> dict[str, Any]:
    """Return the fields of the form as they are stored."""
    source = article.source
    return {
        "title": source.title, "publisher": source.publisher, "author": source.author, "url": source.url,
        "language": source.language, "published_on": article.published_on, "zone": article.zone,
        "version": article.version, "source_version": source.version,
    }  # fmt: skip
