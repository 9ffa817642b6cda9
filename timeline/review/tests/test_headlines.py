"""A first headline: whole, without its date where that breaks nothing. The phrase stands in [brackets]."""

import re

import pytest

from timeline.review.headlines import LONGEST, suggest

SENTENCES = {
    'The two sides met on [Wednesday].': 'The two sides met',
    'The two sides met [Wednesday] in Geneva.': 'The two sides met in Geneva',
    'On [Wednesday], the two sides met.': 'The two sides met',
    'On [Wednesday] the two sides met.': 'The two sides met',
    '[Last week] he flew to Vladivostok.': 'He flew to Vladivostok',
    '[Wednesday] was cold in the north.': 'Wednesday was cold in the north',
    'He flew on [Wednesday] to Vladivostok.': 'He flew to Vladivostok',
    'He said on [Wednesday] that the talks were over.': 'He said that the talks were over',
    'The meeting was moved to [May 2].': 'The meeting was moved to May 2',
    'The [May 2] meeting was called off.': 'The May 2 meeting was called off',
    'The ministry has said it will hold elections in [May].': 'The ministry has said it will hold elections',
    'The vote, which it said it will hold in [2010], is far.': 'The vote, which it said it will hold in 2010, is far',
    'SEOUL, [May 2] (Bay Wire) - The two sides met.': 'The two sides met',
    'SEOUL, May 2 (Bay Wire) - The two sides met on [Wednesday].': 'The two sides met',
    'TOKYO (Bay Wire) — A ferry sank off Niigata on [3 March 1999].': 'A ferry sank off Niigata',
    'The ferry sank on [3 March], the coast guard said.': 'The ferry sank',
    'The ferry sank on [3 March], he said.': 'The ferry sank',
    'The ferry sank, the coast guard said on [Wednesday].': 'The ferry sank, the coast guard said',
    'He was in office from [1999] to 2003.': 'He was in office from 1999 to 2003',
    'It has been closed since [2003].': 'It has been closed since 2003',
    'The two sides, on [May 2], agreed on terms.': 'The two sides agreed on terms',
    'In Paris, on [May 2], the two sides agreed.': 'In Paris, the two sides agreed',
    'They met on [May 2] and May 3.': 'They met on May 2 and May 3',
    'They met on [Monday], May 2.': 'They met on Monday, May 2',
    'They met on Monday, [May 2].': 'They met on Monday, May 2',
    'They met on [Wednesday] evening.': 'They met on Wednesday evening',
    'He died in [2002], aged 70.': 'He died, aged 70',
    'In [2002] alone, ten ships sank.': 'In 2002 alone, ten ships sank',
    'The treaty (signed [1965]) ended it.': 'The treaty (signed 1965) ended it',
    'The treaty was signed ([1965]) in Tokyo.': 'The treaty was signed in Tokyo',
    '“We met on [Wednesday],” he said.': '“We met,” he said',
    "Yesterday's vote fell on [May 2].": "Yesterday's vote fell on May 2",
    'The U.N. met on [May 2] in the U.S.': 'The U.N. met in the U.S.',
    'Johnson &amp; Sons closed on [May 2].': 'Johnson & Sons closed',
    'It &quot;reopened&quot; in [1999].': 'It "reopened" in 1999',
    '[17日]、首相は平壌を訪問した。': '首相は平壌を訪問した',
    '首相は[17日]、平壌を訪問した。': '首相は平壌を訪問した',
    '首相は[17日]に平壌を訪問した。': '首相は平壌を訪問した',
    '首相は[17日]の会談に出た。': '首相は17日の会談に出た',
    '首相は[17日]から平壌を訪問する。': '首相は17日から平壌を訪問する',
    '平壌で[17日]、会談が開かれた。': '平壌で会談が開かれた',
    '会談を[17日]に行った。': '会談を行った',
    '【ソウル2日ベイ通信】首相は[17日]、平壌を訪問した。': '首相は平壌を訪問した',
    '首相は先月の[17日]、訪問した。': '首相は先月の17日、訪問した',
    '首相は[17日]夜、到着した。': '首相は17日夜、到着した',
    '[17일] 대통령은 평양을 방문했다.': '대통령은 평양을 방문했다',
    '대통령은 [17일] 평양을 방문했다.': '대통령은 평양을 방문했다',
    '대통령은 [17일]에 평양을 방문했다.': '대통령은 평양을 방문했다',
    '대통령은 지난 [17일] 평양을 방문했다.': '대통령은 지난 17일 평양을 방문했다',
    '대통령은 [17일]부터 평양을 방문한다.': '대통령은 17일부터 평양을 방문한다',
    '대통령은 [17일] 오후 평양에 도착했다.': '대통령은 17일 오후 평양에 도착했다',
    '대통령은 [17일](현지시간) 도착했다.': '대통령은 17일(현지시간) 도착했다',
    '(서울=베이통신) 김철수 기자 = 대통령은 [17일] 평양을 방문했다.': '대통령은 평양을 방문했다',
    '정부는 [17일], 새 법을 공포했다.': '정부는 새 법을 공포했다',
    'The plan was put off until [2010].': 'The plan was put off until 2010',
    'By [2010] it was over.': 'By 2010 it was over',
    'The vote is [today].': 'The vote is today',
    'It happened in [May] last year.': 'It happened in May last year',
    'It opened in [1999], in a small hall, and closed in 2003…': 'It opened, in a small hall, and closed in 2003',
    '“They met on [Wednesday] in Tokyo”.': 'They met in Tokyo',
    '[Until late 2017], missiles flew.': 'Missiles flew',
    '首相は[5日]に会見した。': '首相は会見した',
    'The ferry sank on [3 March], she told reporters.': 'The ferry sank',
    'They met at [noon on 3 March] in the harbour; nobody spoke.': 'They met in the harbour; nobody spoke',
    '[3 March 1999]: a ferry sinks off Niigata.': '3 March 1999: a ferry sinks off Niigata',
    'It was signed in [May 2002] and ratified later.': 'It was signed and ratified later',
}  # fmt: skip


def parts(sentence):
    return re.match(r"(.*?)\[(.*?)\](.*)", sentence).groups()


@pytest.mark.parametrize(("sentence", "headline"), SENTENCES.items())
def test_a_headline_is_the_sentence_without_what_can_go(sentence, headline):
    assert suggest(*parts(sentence)) == headline


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_headline_ends_in_the_middle(sentence):
    headline = suggest(*parts(sentence))
    assert headline
    assert not headline.endswith(("…", ",", "、", ";", ":"))
    assert not re.search(r"\b(?:on|in|at|the|of|to|for|and)$|\s[.,]|、、|,,", headline)


def test_a_sentence_that_is_too_long_ends_with_a_clause():
    long = "The two sides met in the harbour, " + "talking of many things, " * 6
    after = (
        f" {'at the old pier ' * 4}; " + "and nobody there knew what would come of it or when it would end " * 4 + "."
    )
    headline = suggest(long + "which lasted until", " 1999", after)
    assert len(headline) <= LONGEST
    assert headline.endswith("pier")


@pytest.mark.parametrize("letter", ["word ", "日本"])
def test_a_sentence_without_clauses_that_is_too_long_suggests_nothing(letter):
    assert suggest(letter * 200, "1999", "") == ""
