"""The tables of groups: their order, their titles, and ids that no other group has."""

import numpy as np
import pandas as pd

from analysis.stories.grouped import TITLE_WORDS, Found, rows_of, tables_of
from analysis.stories.neighbours import Pairs
from analysis.stories.similarity import vectors
from analysis.tables import ARTICLES

TEXTS = ("The bridge is closed. " * 3, "The bridge is closed now. " * 3, "An orchid was found " * 5)
NO_PAIRS = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def _rows(taken=((), ())):
    rows = [
        {"id": id_, "text": text, "title": title, "language": "en", "published": pd.Timestamp(day, tz="UTC")}
        for id_, text, title, day in zip(
            "abc", TEXTS, ("Bridge shut", None, None), ("2026-01-02", "2026-01-01", "2026-01-03"), strict=True
        )
    ]
    known = ARTICLES.frame(tuple(row.get(name) for name in ARTICLES.names) for row in rows)
    events = np.array([0, 0, 2])
    times = np.array([1.0, 0.0, 2.0])
    found = Found(vectors(known), times, np.arange(3), events, events, NO_PAIRS, np.zeros(3, bool))
    return rows_of(known, found, report_of=dict(zip("abc", "aac", strict=True)), before=None, taken=taken)


def test_titles_reports_and_order():
    stories, events, members = tables_of(*_rows(), titles=())
    assert stories[["story", "title", "articles", "reports"]].to_numpy().tolist()[0] == ["story-a", "Bridge shut", 2, 1]
    assert stories["title"].iloc[1] == " ".join(TEXTS[2].split()[:TITLE_WORDS]) + " …"
    assert events["event"].tolist() == ["event-a", "event-c"]
    assert members["article"].tolist() == ["a", "b", "c"]
    assert members["report"].tolist() == ["a", "a", "c"]
    assert members["event_similarity"].isna().tolist() == [False, False, True]


def test_a_title_that_people_gave_counts():
    stories, events, _ = tables_of(*_rows(), titles=((("c",), "The orchid"), (("gone",), "Nothing")))
    assert events["title"].tolist() == ["Bridge shut", "The orchid"]
    assert stories["title"].tolist() == ["Bridge shut", "The orchid"]


def test_ids_that_others_have_are_not_given_again():
    made = _rows(taken=({"event-a"}, {"story-c"}))
    assert made.articles["event"].tolist() == ["event-b", "event-b", "event-c"]
    assert made.articles["story"].tolist() == ["story-a", "story-a", "story-c-2"]
