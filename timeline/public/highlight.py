"""Where the words of a search stand in a text, compared as the search compares."""

from timeline.records.search import fold


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Return the places of every word of `words` in `text`, in order, none overlapping; code points."""
    wanted = fold(words).split()
    if not wanted:
        return []
    folded, places = _folded(text)
    found = sorted(place for word in wanted for place in _places(folded, places, word))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text as it is compared, and for each of its letters the place it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in fold(letter) or " ":
            letters.append(one)
            places.append(place)
    return "".join(letters), places


def _places(folded: str, places: list[int], word: str) -> list[tuple[int, int]]:
    found, at = [], folded.find(word)
    while at >= 0:
        found.append((places[at], places[at + len(word) - 1] + 1))
        at = folded.find(word, at + len(word))
    return found
