"""Loaded as well by the process that forks the background's workers, where whole tables in any language are read.

dateparser is asked for words that no grammar of ours reads; it takes longer to load than a thousand rows to read.
Beside each process that answers readers its 12 MB would be too many: there one page waits for it, not a hundred pieces.
"""

from timeline.dates.typed import read_typed

for _words in ("1 марта 1998", "12 mai 1998 ou plus", "sometime soon"):
    read_typed(_words, None)
