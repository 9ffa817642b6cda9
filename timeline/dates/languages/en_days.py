"""English: days that have a name, by the words that stand for them; the tables of `calendars` know their days."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates.languages import NO_FIELDS, Pattern, Value, pattern

WORDS: dict[str, Mapping[str, Value]] = {
    # Names of one word.
    "day_alone": {
        "christmas": "christmas", "xmas": "christmas", "halloween": "halloween", "easter": "easter", "thanksgiving": "thanksgiving",
        "epiphany": "epiphany", "pentecost": "pentecost", "whitsun": "pentecost", "juneteenth": "juneteenth_us", "candlemas": "candlemas",
        "hogmanay": "new_year_eve", "nye": "new_year_eve", "seollal": "seollal", "chuseok": "chuseok", "tet": "seollal",
    },
    # What stands before "day", "'s day" or "' day".
    "day_of": {
        "christmas": "christmas", "xmas": "christmas", "boxing": "boxing_day", "valentine": "valentine", "valentines": "valentine",
        "mother": "mothers_day", "mothers": "mothers_day", "father": "fathers_day", "fathers": "fathers_day", "independence": "independence_us",
        "thanksgiving": "thanksgiving", "labor": "labor_us", "labour": "may_day", "workers": "may_day", "memorial": "memorial_us",
        "veteran": "veterans_us", "veterans": "veterans_us", "columbus": "columbus_us", "mlk": "king_us", "president": "presidents_us",
        "presidents": "presidents_us", "flag": "flag_us", "election": "election_us", "earth": "earth_day", "liberation": "liberation_day",
        "hangul": "hangul", "ascension": "ascension", "bastille": "bastille", "armistice": "armistice", "remembrance": "armistice",
        "pancake": "shrove_tuesday", "groundhog": "groundhog", "anzac": "anzac", "canada": "canada", "australia": "australia",
    },
    "day_of_saint": {
        "patrick": "st_patrick", "patricks": "st_patrick", "paddy": "st_patrick", "paddys": "st_patrick", "valentine": "valentine", "valentines": "valentine",
    },
}  # fmt: skip
_NAMED = {
    "{name:day_alone}": "", "{name:day_of} ( 's | ' )? day": "", "st|saint .? {name:day_of_saint} ( 's )? day": "",
    "christmas|xmas eve": "christmas_eve", "new year|years ( 's | ' )? eve": "new_year_eve", "new year|years ( 's | ' )? day": "new_year", "new year 's": "new_year", "<around|over|at|since|until|before|after|and new year|years": "new_year",
    "easter sunday": "easter", "easter monday": "easter_monday", "easter {small_monday}": "easter_monday", "good friday": "good_friday",
    "holy|easter saturday": "holy_saturday", "palm sunday": "palm_sunday", "ash wednesday": "ash_wednesday", "maundy|holy thursday": "maundy_thursday",
    "whit sunday": "pentecost", "whit monday": "whit_monday", "pentecost monday": "whit_monday", "trinity sunday": "trinity_sunday", "shrove|fat tuesday": "shrove_tuesday",
    "mardi gras": "shrove_tuesday", "corpus christi": "corpus_christi", "all saints ( ' )? day": "all_saints", "all souls ( ' )? day": "all_souls",
    "guy fawkes night|day": "guy_fawkes", "bonfire night": "guy_fawkes", "burns night": "burns_night", "twelfth night": "twelfth_night",
    "international women 's day": "womens_day", "april fool|fools ( 's | ' )? day": "april_fools", "april fools": "april_fools", "may day": "may_day",
    "martin luther king ( ,? jr|junior .? )? ( 's )? ( birthday )? day": "king_us", "mlk jr .? day": "king_us", "civil rights day": "king_us",
    "indigenous peoples|people ( 's | ' )? day": "columbus_us", "cinco de mayo": "cinco_de_mayo", "black friday": "black_friday", "cyber monday": "cyber_monday",
    "giving tuesday": "giving_tuesday", "lunar|chinese new year|years ( 's )? ( day )?": "seollal", "mid - autumn festival": "chuseok",
    "buddha 's birthday": "buddha_kr", "day of the sun": "day_of_the_sun", "day of the shining star": "day_of_the_shining_star",
    "orthodox easter ( sunday )?": "orthodox_easter", "orthodox good|great friday": "orthodox_good_friday", "orthodox easter monday": "orthodox_easter_monday",
    "orthodox palm sunday": "orthodox_palm_sunday", "orthodox pentecost": "orthodox_pentecost", "orthodox christmas": "orthodox_christmas",
}  # fmt: skip
_YEAR = "( ,? ( of|in )? {year} | ,? of? {year_shift:shift} {unit:year_word} )?"

CORE: tuple[Pattern, ...] = (
    *(
        Pattern(f"{shape} {_YEAR}", "named", {"name": name} if name else NO_FIELDS, "date named_node")
        for shape, name in _NAMED.items()
    ),
    # The eve of New Year 1999 is of 1998; New Year's Eve 1999 is its own last day.
    pattern(f"the? eve of the? new year|years ( 's | ' )? day? {_YEAR}", "named", "date named_node", name="new_year", eve=1),
)  # fmt: skip
PART: tuple[Pattern, ...] = (
    pattern("this? {shift|hang} {+named_node}", "named"),
    pattern("the? eve of the? {+named_node}", "offset", exact=1, count=1, unit="day", sign=-1),
    pattern("!<for {+duration|relation} {sign:after_word}? {+named_node}", "offset", exact=1),
)
