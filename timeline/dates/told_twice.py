"""One date told by an era and by our years beside it: 平成14年(2002年)."""

from __future__ import annotations

import re

from timeline.dates.absolute import DOUBTFUL
from timeline.dates.around import Rest
from timeline.dates.option import Option

# By itself it may be many a thing; beside a year it is a year of an era.
_INITIAL = re.compile(r"[MTSHR]\d{1,2}", re.IGNORECASE)
_TOLD_TWICE = re.compile(r"(?P<first>[^()（）]+?)\s?[(（](?P<second>[^()（）]+)[)）]")


def told_twice(text: str, rest: Rest) -> list[Option]:
    """平成14年(2002年), 2002年9月17日（平成14年）: the finer of the two; both, flagged, where they contradict."""
    found = _TOLD_TWICE.fullmatch(text)
    if found is None:
        return []
    first, second = (
        rest(f"{said}年" if _INITIAL.fullmatch(said) else said) for said in (found["first"], found["second"])
    )
    by_era = next((options[0] for options in (first, second) if options and "era-year" in options[0].rule), None)
    if by_era is None or not first or not second or first[0].date is None or second[0].date is None:
        return []
    one, other = first[0].date.year_span, second[0].date.year_span
    if one == other:
        finer = next(
            (option for option in (first[0], second[0]) if option.date and option.date.precision != "year"), by_era
        )
        return [finer]
    facts = {name: by_era.facts[name] for name in ("era", "era_year", "year") if name in by_era.facts}
    return [option.then("outside-era-year", facts=facts, confidence=DOUBTFUL) for option in (first[0], second[0])]
