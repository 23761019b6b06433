"""Quotations taken out as an editor would, and filled with other words."""

import pytest

from analysis.evaluation.rewritten.unquoting import with_other_words, without_quotations
from analysis.reading.articles import read
from sources.article import Article


def _quotations(article):
    voices = read([article]).voices
    return list(zip(voices["start"].tolist(), voices["end"].tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("“We acted at once,” she told investors. They left.", "She told investors. They left."),
        ("Lee said: “It is bad. Very bad.” Then he left.", "Lee said. Then he left."),
        ("Lee said the plan was “not good at all for anybody” and left.", "Lee said the plan was and left."),
        ("Lee spoke.\n\n“It is bad for all of us here. Very bad.”\n\nHe left.", "Lee spoke.\n\nHe left."),
        ("“Why did nobody tell us?” asked Lee.", "Asked Lee."),
    ],
)
def test_quotations_are_taken_out(text, left):
    article = Article(id="a", text=text)
    assert without_quotations(article, _quotations(article)).text == left


def test_no_quotation_changes_nothing():
    article = Article(id="a", text="The pier was closed.")
    assert without_quotations(article, []) == article


def test_other_words_keep_their_capitals_and_marks():
    article = Article(id="a", text="“We left, and Dr. Lee stayed,” she said.")
    spans = [(1, article.text.index("”"))]
    assert with_other_words(article, spans).text == "“Lorn lorn, lorn Dr. Lorn lorn,” she said."
