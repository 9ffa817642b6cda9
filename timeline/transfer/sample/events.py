"""Events of a sample as values: the same for the same seed, one after the other, however many are asked for."""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline.dates import FuzzyDate
from timeline.dates.wording import in_words
from timeline.transfer.sample import words
from timeline.transfer.sample.dating import another_date, some_date

RECENT = 200
"""Sources that an event can share with those before it."""
FIRST_LANGUAGES = (0.62, 0.22, 0.16)
MORE_LANGUAGES, QUOTED, DIFFERING, UNSOURCED, PLACED, NEW_SOURCE = 0.10, 0.30, 0.03, 0.02, 0.85, 0.45
"""Shares: of events with two or three languages, of citations with a quotation, of events of which sources differ, of
events whose source does not give the date, of events with a place, of citations whose source is cited first."""


@dataclass(frozen=True)
class SampleSource:
    """A source, by its number."""

    number: int
    title: str
    publisher: str
    published: str
    url: str
    language: str


@dataclass(frozen=True)
class SampleCitation:
    """A citation; the first of an event gives it its date. `date` None: it says nothing of it."""

    source: SampleSource
    date: FuzzyDate | None
    words: str
    gives_date: bool
    locator: str
    exact: str


@dataclass(frozen=True)
class SampleEvent:
    """An event; actors, themes, place, lane and section by their numbers in the lists of `words`."""

    wordings: list[tuple[str, str, str]]
    """Language, headline, summary."""
    date: FuzzyDate
    words: str
    actors: list[int]
    themes: list[int]
    place: int | None
    lane: int
    section: int | None
    citations: list[SampleCitation]


def sample_events(count: int, seed: int, *, ancient: bool = False) -> Iterator[SampleEvent]:
    """Yield so many events; fewer are the first of more."""
    teller = _Teller(random.Random(seed))
    for _number in range(count):
        yield teller.event(ancient)


def _uneven(chosen: random.Random, count: int) -> int:
    """Return a number below `count`, small ones far more often."""
    return int(count * chosen.random() ** 2.5)


class _Teller:
    """Tells events by chance, and remembers the last sources."""

    def __init__(self, chosen: random.Random) -> None:
        self.chosen = chosen
        self.sources: deque[SampleSource] = deque(maxlen=RECENT)
        self.sources_so_far = 0

    def event(self, ancient: bool) -> SampleEvent:
        chosen = self.chosen
        date = some_date(chosen, ancient=ancient)
        languages = self.languages()
        said = in_words(date, languages[0])
        actors = sorted({_uneven(chosen, words.ACTORS) for _actor in range(chosen.choice((1, 1, 2, 2, 3)))})
        themes = sorted({_uneven(chosen, len(words.THEMES)) for _theme in range(chosen.choice((1, 1, 2)))})
        place = _uneven(chosen, words.PLACES) if chosen.random() < PLACED else None
        return SampleEvent(
            wordings=[(language, *self.wording(language, actors[0], place)) for language in languages],
            date=date,
            words=said,
            actors=actors,
            themes=themes,
            place=place,
            lane=themes[0] % len(words.LANES),
            section=_section(date),
            citations=self.citations(date, said, languages[0]),
        )

    def languages(self) -> list[str]:
        first = self.chosen.choices(words.LANGUAGES, FIRST_LANGUAGES)[0]
        if self.chosen.random() >= MORE_LANGUAGES:
            return [first]
        others = [language for language in words.LANGUAGES if language != first]
        return [first, *self.chosen.sample(others, self.chosen.randint(1, 2))]

    def wording(self, language: str, actor: int, place: int | None) -> tuple[str, str]:
        chosen, deed = self.chosen, self.chosen.choice(words.DEEDS[language])
        who = getattr(words.actors()[actor], language)
        where = getattr(words.places()[place][0], language) if place is not None else ""
        headline = f"{who} {deed}{f' at {where}' if where else ''}" if language == "en" else f"{where} {who}{deed}"
        notes = [words.NOTES[language].format(word) for word, share in words.KNOWN[language] if chosen.random() < share]
        return headline.strip(), " ".join([self.text(language), *notes])

    def text(self, language: str) -> str:
        """Return a sentence or two of invented words, which compress about as a language does."""
        chosen = self.chosen
        if language == "en":
            text = " ".join(self.some_words(chosen.randint(16, 34)))
            return f"{text.capitalize()}."
        spoken, between = (1, "と") if language == "ja" else (2, " ")
        said = between.join(self.name(spoken) for _word in range(chosen.randint(6, 12)))
        return f"{said}{chosen.choice(words.DEEDS['ja'])}。" if language == "ja" else f"{said}."

    def name(self, spoken: int) -> str:
        return "".join(self.chosen.choice(words.SYLLABLES)[spoken] for _syllable in range(self.chosen.randint(2, 4)))

    def some_words(self, count: int) -> list[str]:
        known = words.vocabulary()
        return [known[_uneven(self.chosen, len(known))] for _word in range(count)]

    def citations(self, date: FuzzyDate, said: str, language: str) -> list[SampleCitation]:
        chosen = self.chosen
        first = self.citation({}, date, said, gives_date=chosen.random() >= UNSOURCED)
        made = {first.source.number: first}
        if chosen.random() < DIFFERING:
            other = another_date(chosen, date)
            differs = self.citation(made, other, in_words(other, language), gives_date=True)
            made[differs.source.number] = differs
        for _more in range(chosen.choice((0, 0, 0, 1, 1, 2)) - len(made) + 1):
            agrees = chosen.random() < 0.5
            more = self.citation(made, date if agrees else None, said if agrees else "", gives_date=agrees)
            made[more.source.number] = more
        return list(made.values())

    def citation(
        self, others: dict[int, SampleCitation], date: FuzzyDate | None, said: str, *, gives_date: bool
    ) -> SampleCitation:
        chosen, source = self.chosen, self.source(others)
        is_quoted = chosen.random() < QUOTED
        return SampleCitation(
            source=source,
            date=date,
            words=said,
            gives_date=gives_date,
            locator="" if is_quoted else f"page {chosen.randint(1, 400)}",
            exact=self.text(source.language) if is_quoted else "",
        )

    def source(self, others: dict[int, SampleCitation]) -> SampleSource:
        """Return a new source, or one of the last that the event does not cite yet."""
        chosen = self.chosen
        if self.sources and chosen.random() >= NEW_SOURCE:
            source = chosen.choice(self.sources)
            if source.number not in others:
                return source
        return self.new_source()

    def new_source(self) -> SampleSource:
        chosen = self.chosen
        self.sources_so_far += 1
        publisher = words.publishers()[_uneven(chosen, words.PUBLISHERS)]
        year, month, day = chosen.randint(1990, 2025), chosen.randint(1, 12), chosen.randint(1, 28)
        source = SampleSource(
            number=self.sources_so_far,
            title=" ".join(self.some_words(chosen.randint(3, 6))).capitalize(),
            publisher=publisher,
            published=f"{year}-{month:02}-{day:02}",
            url=f"https://{publisher.lower().replace(' ', '-')}.example/{year}/{chosen.getrandbits(40):010x}",
            language=chosen.choices(words.LANGUAGES, FIRST_LANGUAGES)[0],
        )
        self.sources.append(source)
        return source


@cache
def _section_of_year(year: int) -> int:
    return next(number for number, (_title, first, last) in enumerate(words.SECTIONS) if first <= year <= last)


def _section(date: FuzzyDate) -> int | None:
    first, last = date.year_span
    year = first if first is not None else last
    return None if year is None else _section_of_year(year)
