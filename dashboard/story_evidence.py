"""The evidence of several articles at once: a batch costs little more than one article."""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from analysis.portrayals import PORTRAYED, portrayed_words
from analysis.reading.articles import read
from analysis.run import is_scored
from analysis.scoring import score
from analysis.tables import EVIDENCE
from sources.article import Article


def evidence_of(articles: Sequence[Article]) -> dict[str, pd.DataFrame]:
    """Return EVIDENCE rows of each article by its id, as `Results.evidence` gives them one by one.

    The frame is empty for an article that the measures cannot read.
    """
    evidence, _ = _counted(tuple(filter(is_scored, articles)))
    found = {str(article): rows for article, rows in evidence.groupby("article")}
    return {article.id: found[article.id] if article.id in found else EVIDENCE.empty() for article in articles}


def portrayed_words_of(articles: Sequence[Article]) -> pd.DataFrame:
    """Return the words that made the portrayals of these articles, as `portrayed_words` gives them."""
    return _counted(tuple(filter(is_scored, articles)))[1]


@lru_cache(maxsize=32)
def _counted(articles: tuple[Article, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    if not articles:
        return EVIDENCE.empty(), PORTRAYED.empty()
    batch = read(articles)
    return score(batch).evidence, portrayed_words(batch)
