"""Whose article a page is: not of those who wrote what stands beside it."""

import pytest

from timeline.extract import extract
from timeline.extract.tests.pages_written import WORKS, page

PEOPLE = '<a rel="author" href="/t">Tom Reed</a> 2 days ago<br><a rel="author" href="/u">Una Strand</a>'


@pytest.mark.parametrize(
    ("body", "author"),
    [
        (f'<div id="c"><h1>Harbour works end</h1><p>{WORKS}</p></div><div class="right">{PEOPLE}</div>', ""),
        (f'<div class="left">{PEOPLE}</div><div id="c"><h1>Harbour works end</h1><p>{WORKS}</p></div>', ""),
        (
            f'<div id="c"><h1>Harbour works end</h1><p class="author">Ann Writer</p><p>{WORKS}</p></div>'
            f"<div>{PEOPLE}</div>",
            "Ann Writer",
        ),
        (
            f'<div><h1>Harbour works end</h1></div><div><a rel="author">Ann Writer</a></div><div><p>{WORKS}</p></div>',
            "Ann Writer",
        ),
        (f'<h1>Harbour works end</h1><p>{WORKS}</p><div><a rel="author">Ann Writer</a></div>', "Ann Writer"),
    ],
)
def test_authors_in_a_column_beside_the_article_are_not_its_own(body, author):
    assert extract(page(body).encode(), "page.html").author == author
