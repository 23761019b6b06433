"""The evidence of several articles at once: a batch costs little more than one article."""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

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
