"""Rows become what JSON can hold."""

import json
from datetime import UTC, datetime

import numpy as np
import pandas as pd

from dashboard.exports.rows import article_row, frame_rows
from sources.article import Article, Removed


def test_missing_is_none_and_times_are_iso():
    frame = pd.DataFrame(
        {
            "number": [np.nan, 1.5],
            "time": pd.to_datetime([None, "2026-05-04T10:00:00Z"]),
            "text": pd.Series([None, "x"], dtype="str"),
            "flag": [True, False],
            "spans": [[], [{"a": 1}]],
        }
    )
    rows = list(frame_rows(frame))
    assert rows[0] == {"number": None, "time": None, "text": None, "flag": True, "spans": []}
    assert rows[1]["time"] == "2026-05-04T10:00:00+00:00"
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows


def test_an_article_with_everything():
    article = Article(
        id="1" * 16,
        text="Rain fell.",
        published=datetime(2026, 5, 4, tzinfo=UTC),
        summary=("Rain",),
        headings=((0, 4),),
        removed=(Removed(text="Menu", rule="page furniture"),),
        found=(("title", "h1"),),
    )
    row = article_row(article)
    assert row["published"] == "2026-05-04T00:00:00+00:00"
    assert row["removed"] == [{"text": "Menu", "rule": "page furniture", "at": None}]
    assert row["headings"] == [[0, 4]]
    assert row["outlet"] is None
