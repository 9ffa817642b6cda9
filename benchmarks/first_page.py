"""Weigh the first page of a timeline as a browser gets it: HTML, and every file it names, compressed.

bin/serve, then: .venv/bin/python benchmarks/first_page.py [ADDRESS]
"""

import re
import sys
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import brotli

ADDRESS = "http://127.0.0.1:8000/chronologies/japan-north-korea/"


def fetch(address: str) -> tuple[bytes, str]:
    """Return the bytes on the wire and the text they hold."""
    with urlopen(Request(address, headers={"Accept-Encoding": "br"})) as answer:
        sent = answer.read()
        packed = answer.headers.get("Content-Encoding") == "br"
    return sent, (brotli.decompress(sent) if packed else sent).decode()


def main(address: str) -> None:
    """Print bytes by file and in all."""
    sent, html = fetch(address)
    sizes = {address: len(sent)}
    for found in sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html))):
        sizes[found] = len(fetch(urljoin(address, found))[0])
    for name, size in sizes.items():
        print(f"{size:8} {name}")
    print(f"{sum(sizes.values()):8} in all; {html.count(chr(60) + 'li class=' + chr(34) + 'event')} events")


if __name__ == "__main__":
    main(*(sys.argv[1:] or [ADDRESS]))
