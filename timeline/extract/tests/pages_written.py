"""Pages for the tests: paragraphs, and what stands around them."""

from timeline.extract import extract

WORKS = "The city said on Thursday that the harbour works, begun three years ago, are finished and were not cheap."
PIERS = "Two new piers will take large ships from next month, the mayor told reporters at the old ferry hall."
KOJI = "市は二日、港の工事が完了したと発表した。工事は三年前に始まり、費用は当初の見込みを大きく上回った。"
GONGSA = "시는 2일 항만 공사가 끝났다고 발표했다. 공사는 3년 전에 시작됐고 비용은 예상보다 많이 들었다."


def page(body, head="", lang="en"):
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def text_of(html):
    return extract(html.encode(), "page.html").text


def article(*paragraphs):
    return "<article><h1>Harbour works end</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</article>"
