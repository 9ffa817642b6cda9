"""What a plain number may be: a day, a month, a year, a count."""

from timeline.dates.languages import Fields

LONGEST_NUMBER = 8


def number_values(written: str) -> Fields:
    """The classes and values of a plain number; {} for one too long to be any."""
    if len(written) > LONGEST_NUMBER or not written.isdecimal():
        return {}
    value, digits = int(written), len(written)
    found: Fields = {}
    if 1 <= value <= 9999 and (written[0] != "0" or digits == 2):
        found |= {"number": value, "count": value}
    if digits == 8 and 1900 <= value // 10000 <= 2099 and 1 <= value // 100 % 100 <= 12 and 1 <= value % 100 <= 31:
        found["compact_day"] = written
    if digits == 4 and 1000 <= value <= 2999:
        found["year"] = value
        if value % 100:
            # Before a noun still a year: "in June 1950 tanks crossed", but not "in June 2000 people".
            found["odd_year"] = value
        else:
            found["round_year"] = value
    if digits <= 2:
        found |= _small_number(value, digits)
    return found


def _small_number(value: int, digits: int) -> Fields:
    tests = (("day", 1 <= value <= 31), ("month_number", 1 <= value <= 12), ("hour", value <= 24))
    found: Fields = {name: value for name, fits in tests if fits}
    if digits == 2:
        pairs = (("dd", 1 <= value <= 31), ("mm", 1 <= value <= 12), ("yy", True), ("minute", value < 60))
        found |= {name: value for name, fits in pairs if fits}
    return found
