"""Articles with parts replaced: headings keep their words, marks become what a word processor makes of them."""

import pytest

from analysis.evaluation.rewritten.edits import curly, edited, straight, twice, with_breaks, with_marks
from sources.article import Article

TEXT = "One bell rang.\n\nWhy it rang\n\nNobody knew why."
ARTICLE = Article(id="a", text=TEXT, title="A bell’s “night”", headings=((16, 27),))


def _headings(article):
    return [article.text[a:b] for a, b in article.headings]


def test_headings_move_with_the_text():
    longer = edited(ARTICLE, [(0, 3, "Three hundred"), (20, 22, "they all"), (29, 35, "We")])
    assert longer.text == "Three hundred bell rang.\n\nWhy they all rang\n\nWe knew why."
    assert _headings(longer) == ["Why they all rang"]


def test_breaks_are_put_between_blocks():
    broken = with_breaks(ARTICLE, between="\r\n\r\n")
    assert broken.text.split("\r\n\r\n") == TEXT.split("\n\n")
    assert _headings(broken) == ["Why it rang"]


def test_the_body_twice():
    doubled = twice(ARTICLE)
    assert doubled.text == f"{TEXT}\n\n{TEXT}"
    assert _headings(doubled) == ["Why it rang"] * 2
    assert doubled.title == ARTICLE.title


@pytest.mark.parametrize(
    ("plain", "set_by_a_word_processor"),
    [
        ('"We don\'t," she said.', "“We don’t,” she said."),
        ("the crews' pay in the '90s", "the crews’ pay in the ’90s"),
        ("He said: \"It was 'odd'.\"", "He said: “It was ‘odd’.”"),
        ('("Why?")', "(“Why?”)"),
        ("''We left,'' he said", "''We left,'' he said"),
    ],
)
def test_marks(plain, set_by_a_word_processor):
    assert curly(plain) == set_by_a_word_processor
    assert straight(set_by_a_word_processor) == plain


def test_marks_of_an_article_move_nothing():
    changed = with_marks(ARTICLE, marks="straight")
    assert changed.title == 'A bell\'s "night"'
    assert changed.headings == ARTICLE.headings
