"""Rows as plain values that JSON can hold."""

import math
from collections.abc import Iterator
from datetime import datetime

import pandas as pd

from sources.article import Article


def article_row(article: Article) -> dict[str, object]:
    """Return every field of an article as JSON values; unknown is None, times are ISO 8601."""
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "text": article.text,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "byline": article.byline,
        "section": article.section,
        "language": article.language,
        "source": article.source,
        "summary": list(article.summary),
        "headings": [list(span) for span in article.headings],
        "removed": [{"text": cut.text, "rule": cut.rule, "at": cut.at} for cut in article.removed],
        "found": [list(pair) for pair in article.found],
    }


def frame_rows(frame: pd.DataFrame) -> Iterator[dict[str, object]]:
    """Yield the rows of a frame as JSON values; missing is None, times are ISO 8601."""
    for row in frame.to_dict("records"):
        yield {str(name): _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, datetime):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
