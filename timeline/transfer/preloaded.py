"""Loaded once, by the process that forks the workers, so that none of them loads what reads a table.

A table of many pieces has as many workers, and each would take longer to load than to read many a piece. Nothing here
may ask the database or the settings, or start a thread: every worker would inherit it.
"""

from timeline.transfer.received import Part, Wanted, look_at, read_rows, receive

# What loads when it is first asked for: the model that tells languages, the pattern of an address, eras, named days.
SAMPLE = """title,date,url
The two sides meet again in the capital,2 May 2019,https://example.org/
会談が行われた,令和元年5月2日,
회담이 열렸다,2019년 5월 2일,
Talks go on,Christmas 2002,
"""
_COLUMNS = {"title": "title", "date_phrase": "date", "source_url": "url"}

_text = receive(SAMPLE.encode()).text
_looked = look_at(_text, True, _COLUMNS)
read_rows(_looked.way, [Part(piece, _text[piece.start : piece.end]) for piece in _looked.pieces], Wanted())
