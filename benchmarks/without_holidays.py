"""A gold set without the holidays of the world's religions and the days of international bodies: they are not meant.

    .venv/bin/python benchmarks/without_holidays.py SET.jsonl FEWER.jsonl

A set has one document a line, with `spans` that hold a `phrase`; spans with such a name are left out of it, and
documents that then have none. Prints how many were left out. What the house itself names (the public holidays of
Japan, both Koreas and the US, Easter and what hangs on it, the evenings before) stays in.
"""

import json
import re
import sys
from pathlib import Path

NAMES = """
ramadan ramadhan eid id-ul muharram ashura isra mi'raj mawlid laylat hijri islamic jamat arafat arafah bakrid
sacrifice prophet
hanukkah hannukkah hannukah chanukah passover pesach purim shushan rosh yom sukkot succos shavuot tisha simchat shemini
lag tu-bishvat hol-hamoed holocaust
diwali deepavali divali holi holika hola dussehra navaratri navratri ganesh onam pongal pongala kaanum mattu bogi bhogi
sankranti makar raksha rakhi janmashtami gokulashtami shivaratri shivratri ugadi yugadi thiruvonam vaisakhi baisakhi
vasakhi vaisakh bhai dhanatrayodashi dhanteras karva naraka choti chhoti navami jayanti ravidas guru gobind lohri chhath
vasant basant saraswati durga rath krishna hanuman lakshmi savitri thaipusam tamil vishu bihu maghi parsi jamshedi
pargat samvatsari rama kali puja ghatika chaturthi panchami ashtami dhulandi mahavir buddha buddha's vesak magha asalha
nowruz norooz navroz naw-ruz khordad ridvan bab baha'i bahá'í
lantern qingming dragon mid-autumn chinese lunar julian koningsdag maslenitsa
world international global sysadmin secretaries administrative boss's boss counter reconciliation royal rabindra
george swithin emancipation
"""
HOLIDAY = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, NAMES.split()))})(?![\w-])", re.IGNORECASE)


def is_meant(span: dict[str, object]) -> bool:
    """Whether a span names no such day."""
    return HOLIDAY.search(str(span["phrase"])) is None


def main() -> None:
    """Write the smaller set."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = map(Path, sys.argv[1:])
    left_out: list[str] = []
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as kept:
        for document in map(json.loads, lines):
            left_out += [span["phrase"] for span in document["spans"] if not is_meant(span)]
            document["spans"] = [span for span in document["spans"] if is_meant(span)]
            if document["spans"]:
                kept.write(json.dumps(document, ensure_ascii=False) + "\n")
    print(f"{len(left_out)} left out: {'; '.join(sorted(set(left_out)))}")


if __name__ == "__main__":
    main()
