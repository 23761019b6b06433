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
    readable = tuple(article for article in articles if is_scored(article))
    found = {str(article): rows for article, rows in _scored(readable).groupby("article")}
    return {article.id: found[article.id] if article.id in found else EVIDENCE.empty() for article in articles}


@lru_cache(maxsize=32)
def _scored(articles: tuple[Article, ...]) -> pd.DataFrame:
    return score(read(articles)).evidence if articles else EVIDENCE.empty()


def portrayed_words_of(articles: Sequence[Article]) -> pd.DataFrame:
    """Return the words that made the portrayals of these articles, as `portrayed_words` gives them."""
    return _portrayed(tuple(article for article in articles if is_scored(article)))


@lru_cache(maxsize=32)
def _portrayed(articles: tuple[Article, ...]) -> pd.DataFrame:
    return portrayed_words(read(articles)) if articles else PORTRAYED.empty()
