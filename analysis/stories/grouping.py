"""Stories and events: which articles tell the same moment, and which moments belong to one running topic."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.corrections import Bonds, bonds_of
from analysis.stories.grouped import Found, Grouped, rows_of, tables_of
from analysis.stories.moments import days_of, moments_of, prints_of, topics_of
from analysis.stories.neighbours import Pairs
from analysis.stories.reports import reports
from analysis.stories.similarity import Vectors, vectors
from analysis.tables import EVENTS, MEMBERS, STORIES
from sources.keeping.event_changes import EventChange


class Kept(NamedTuple):
    """What is kept of a grouping, so that articles can be added to it."""

    articles: NDArray[np.object_]
    """Ids, sorted."""

    made: Vectors
    """The articles as vectors."""


def group(
    articles: pd.DataFrame,
    copies: pd.DataFrame,
    credits: pd.DataFrame,
    *,
    now: datetime | None = None,
    changes: Sequence[EventChange] = (),
    before: pd.DataFrame | None = None,
) -> Grouped:
    """Group articles (ARTICLES: id, outlet, title, text, language, published are read) into events and stories.

    An event is a set of articles whose mean similarity is high, also beside that inside its parts, and whose known
    dates lie within days; a story is a set of events whose articles are alike on average, at any distance in time (see
    `analysis.stories.moments` for the limits). Both are group-average clusters (see `analysis.stories.linkage`), so one
    article between two groups does not chain them. Every article is in one event and one story, alone where nothing is
    like it. Prints of one text (`copies`: COPIES) count as one page; `credits` (CREDITS) only decide how many
    reports are independent (see `analysis.stories.reports`). A date that is 1 January 1970, or ahead of `now`, is no
    date. What people changed (`changes`, in their order) stands, and all else is grouped around it.

    The outcome depends on the set of articles, not on their order. A group that holds most of the articles of one in
    `before` (MEMBERS of an earlier run) has its id; other ids come from the smallest article id of a group.
    """
    return group_all(articles, copies, credits, now=now, changes=changes, before=before)[0]


def group_all(
    articles: pd.DataFrame,
    copies: pd.DataFrame,
    credits: pd.DataFrame,
    *,
    now: datetime | None = None,
    changes: Sequence[EventChange] = (),
    before: pd.DataFrame | None = None,
) -> tuple[Grouped, Kept]:
    """Return what `group` returns, and what `analysis.stories.regrouping` needs to add articles to it."""
    known = articles.sort_values("id", kind="stable").reset_index(drop=True)
    if known.empty:
        nothing = Kept(np.zeros(0, object), vectors(known))
        return Grouped(STORIES.empty(), EVENTS.empty(), MEMBERS.empty()), nothing
    times = days_of(known["published"], now=None if now is None else pd.Timestamp(now))
    bonds = bonds_of(changes)
    sets, printed = sets_of(known["id"].to_numpy(dtype=object), times, copies, bonds)
    made = vectors(known, counted=printed == np.arange(len(printed)))
    events, beside = events_of(made, times, printed, sets, bonds)
    stories = topics_of(made.matrix, events, held=made.held)
    found = Found(made, times, printed, events, stories, beside, sets >= 0)
    report_of = reports_of(known, found.events, copies, credits)
    rows = rows_of(known, found, report_of=report_of, before=before)
    grouped = tables_of(*rows, titles=bonds.titles)
    return grouped, Kept(known["id"].to_numpy(dtype=object), made)


def sets_of(
    ids: NDArray[np.object_], times: NDArray[np.float64], copies: pd.DataFrame, bonds: Bonds
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each row the set that people put it into, -1 for none, and the row whose text it prints, else itself.

    A page that people put elsewhere than the page whose text it prints stands for itself.
    """
    printed = prints_of(ids, times, copies)
    sets = np.array([bonds.together.get(article, -1) for article in ids], np.int64)
    return sets, np.where((sets >= 0) & (sets != sets[printed]), np.arange(len(sets)), printed)


def events_of(
    made: Vectors,
    times: NDArray[np.float64],
    printed: NDArray[np.int64],
    sets: NDArray[np.int64],
    bonds: Bonds,
) -> tuple[NDArray[np.int64], Pairs]:
    """Return for each row the smallest row of its event, and the pairs of rows that were looked at.

    Arrays have an entry an article: its time, the row whose text it prints, and the set that people put it into.
    """
    standing = np.unique(printed)
    times_of = _earliest(times, printed)[standing]
    moments = moments_of(made.matrix[standing], times_of, sets=sets[standing], apart=bonds.apart)
    events = smallest(standing[moments.labels][np.searchsorted(standing, printed)])
    beside = Pairs(standing[moments.beside.left], standing[moments.beside.right], moments.beside.similarity)
    return events, beside


def reports_of(
    known: pd.DataFrame, events: NDArray[np.int64], copies: pd.DataFrame, credits: pd.DataFrame
) -> dict[str, str]:
    """Return {article: article that stands for its report}; `events` number the events of `known`."""
    return reports(known, dict(zip(known["id"], map(str, events.tolist()), strict=True)), copies, credits)


def _earliest(times: NDArray[np.float64], printed: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the times, the first known of its prints where a row has none."""
    first = np.full(len(times), np.nan)
    np.fmin.at(first, printed, times)
    return np.where(np.isnan(times), first, times)


def smallest(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each row the smallest row with its label."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(first[inverse], np.int64)
