"""Loaded once, by the process that forks the workers, so that each of them finds the engine's grammars built.

To build them takes ten times as long as to read an article of a page.
"""

import timeline.extract  # noqa: F401 - for what it loads
from timeline.dates import find
from timeline.dates.languages import OWN_LANGUAGES

SAMPLE = "On Wednesday, 2 May 2019, and late last year. 2019年5月2日水曜日。2019년 5월 2일 수요일."

for _code in OWN_LANGUAGES:
    find(SAMPLE, None, language=_code)
