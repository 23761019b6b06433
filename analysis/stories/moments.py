"""Which reports tell one moment, and which moments make one running topic: the rules by which groups are merged.

Two groups are merged when their pages are alike enough on average, and alike enough beside what each holds inside. The
second keeps look-alikes apart: two earthquakes share many words, but the reports of each share more. It is the relative
closeness of Karypis, Han and Kumar ("Chameleon", IEEE Computer 32, 1999), with the mean over pairs as its measure.
"""

import math
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.copies import REPRINT
from analysis.stories.linkage import Cluster, Needed, average_linkage
from analysis.stories.neighbours import Pairs, pairs

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SAME_EVENT = 0.16
"""Mean similarity from which articles whose dates are not known on both sides tell the same event."""

SAME_EVENT_DATED = 0.08
"""The same where both sides are dated the same moment: few events share a topic and a day, so less is needed."""

FADING = 14.0
"""Days between the first and the last page over which what is needed grows by the factor e."""

EVENT_DAYS = 7.0
"""Longest time from the first to the last dated article of an event, in days."""

CLOSE = 0.9
"""How alike two groups must be, as a share of how alike the pages inside them are."""

TIGHT = 0.8
"""Likeness inside a group that counts at most: pages that print much of one text ask no more of others."""

PRIOR_PAIRS = 0.5
"""Pairs at the threshold that are added to those inside a group: two very alike pages may be chance."""

SAME_STORY = 0.1
"""Mean similarity from which two events belong to one story, however far apart in time, with all terms of the pages."""

NO_DATE = pd.Timestamp("1970-01-01", tz="UTC")
"""What a date is set to by programs that have none."""

AHEAD = pd.Timedelta(days=2)
"""How far ahead of the present a date may lie: clocks and time zones differ."""


def event_need(one: Cluster, other: Cluster) -> float:
    """Return the mean similarity that two groups of pages need to be one event; infinity where dates forbid it."""
    threshold = SAME_EVENT
    if not (math.isnan(one.first) or math.isnan(other.first)):
        days = max(one.last, other.last) - min(one.first, other.first)
        if days > EVENT_DAYS:
            return math.inf
        threshold = SAME_EVENT_DATED * math.exp(days / FADING)
    if one.weight < 2 or other.weight < 2:
        return threshold
    inside = math.sqrt(_tightness(one, threshold) * _tightness(other, threshold))
    return max(threshold, CLOSE * inside)


def _tightness(group: Cluster, threshold: float) -> float:
    """Return the mean similarity inside a group, drawn towards the threshold where it was seen on few pairs."""
    count = group.weight * (group.weight - 1) / 2
    return (min(group.cohesion, TIGHT) * count + threshold * PRIOR_PAIRS) / (count + PRIOR_PAIRS)


class Moments(NamedTuple):
    """Events, with the pairs that were looked at."""

    labels: NDArray[np.int64]
    """For each row the smallest row of its event."""

    beside: Pairs
    """Pairs of rows that are alike enough to be looked at, of one event or not."""


def moments_of(
    matrix: "csr_matrix",
    times: NDArray[np.float64],
    *,
    sets: NDArray[np.int64] | None = None,
    apart: Collection[frozenset[int]] = (),
) -> Moments:
    """Return the events of rows of unit vectors. `times` are days, NaN where unknown.

    Rows with the same number in `sets` (-1: none) are one event from the start, whatever their likeness and dates; two
    sets that are a pair in `apart` never become one.
    """
    count = len(times)
    given = np.full(count, -1) if sets is None else sets
    units = np.where(given < 0, np.arange(count), np.iinfo(np.int64).max)
    for number in np.unique(given[given >= 0]).tolist():
        rows = np.flatnonzero(given == number)
        units[rows] = rows[0]
    sums, firsts = summed(matrix, units)
    places = np.searchsorted(firsts, units)
    weights = np.bincount(places).astype(np.float64)
    begins, ends = spans_of(places, times, len(firsts))
    wide = ends - begins > EVENT_DAYS  # what people put together over weeks takes up others by text alone
    begins, ends = np.where(wide, np.nan, begins), np.where(wide, np.nan, ends)
    middle = (begins + ends) / 2
    least = SAME_EVENT_DATED if np.count_nonzero(~np.isnan(middle)) > 1 else SAME_EVENT
    means = sums.multiply(1 / weights[:, None]).tocsr()
    found = pairs(means, at_least=least, times=middle, within=EVENT_DAYS)
    gap = np.maximum(begins[found.left], begins[found.right]) - np.minimum(ends[found.left], ends[found.right])
    kept = ~(found.similarity < least * np.exp(np.maximum(gap, 0) / FADING))  # all where a time is NaN
    beside = Pairs(found.left[kept], found.right[kept], found.similarity[kept])
    needed = _kept_apart(given[firsts], apart) if apart else event_need
    labels = average_linkage(sums, beside, needed=needed, weights=weights, times=begins, ends=ends)
    return Moments(firsts[labels][places], Pairs(firsts[beside.left], firsts[beside.right], beside.similarity))


def _kept_apart(sets: NDArray[np.int64], apart: Collection[frozenset[int]]) -> Needed:
    """Return `event_need` with infinity for groups that hold two sets that must stay apart."""
    number_of = {row: number for row, number in enumerate(sets.tolist()) if number >= 0}

    def need(one: Cluster, other: Cluster) -> float:
        here = {number_of[row] for row in one.rows if row in number_of}
        there = {number_of[row] for row in other.rows if row in number_of} if here else ()
        if any(frozenset({left, right}) in apart for left in here for right in there):
            return math.inf
        return event_need(one, other)

    return need


def spans_of(
    groups: NDArray[np.int64], times: NDArray[np.float64], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the first and the last known time of each of `count` groups, NaN where it has none."""
    first, last = np.full(count, np.nan), np.full(count, np.nan)
    np.fmin.at(first, groups, times)
    np.fmax.at(last, groups, times)
    return first, last


def prints_of(ids: NDArray[np.object_], times: NDArray[np.float64], copies: pd.DataFrame) -> NDArray[np.int64]:
    """Return for each row the row whose text it prints (COPIES, a share of `REPRINT` or more), else itself.

    A text that is printed again after more than `EVENT_DAYS` is taken for a page of its own.
    """
    row_of = {article: row for row, article in enumerate(ids)}
    roots = list(range(len(ids)))

    def root(row: int) -> int:
        while roots[row] != row:
            roots[row] = roots[roots[row]]
            row = roots[row]
        return row

    reprinted = copies[copies["share"] >= REPRINT].sort_values(["article", "original"])
    for article, original in zip(reprinted["article"], reprinted["original"], strict=True):
        if article in row_of and original in row_of:
            one, other = root(row_of[article]), root(row_of[original])
            if not abs(times[one] - times[other]) > EVENT_DAYS:  # nor where a time is NaN
                roots[one] = other
    return np.array([root(row) for row in range(len(ids))], np.int64)


def topics_of(matrix: "csr_matrix", events: NDArray[np.int64], *, held: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each row the smallest row of its story; `events` holds the smallest row of its event.

    `held` says how much of an article its row holds (`similarity.Vectors`): of two pages alone in a library little but
    ordinary words is left, and what they share of these makes no topic.
    """
    sums, firsts = summed(matrix.multiply(held[:, None]).tocsr(), events)
    sizes = np.asarray(np.bincount(np.searchsorted(firsts, events)), np.float64)
    means = sums.multiply(1 / sizes[:, None]).tocsr()
    never = np.full(len(firsts), np.nan)
    labels = average_linkage(
        sums, pairs(means, at_least=SAME_STORY), needed=lambda *_: SAME_STORY, weights=sizes, times=never
    )
    return firsts[labels][np.searchsorted(firsts, events)]


def summed(matrix: "csr_matrix", labels: NDArray[np.int64]) -> tuple["csr_matrix", NDArray[np.int64]]:
    """Return the sum of the rows of each label, and the labels in their order."""
    from scipy.sparse import csr_matrix

    firsts, inverse = np.unique(labels, return_inverse=True)
    ones = np.ones(len(labels))
    chosen = csr_matrix((ones, (inverse, np.arange(len(labels)))), shape=(len(firsts), len(labels)))
    return (chosen @ matrix).tocsr(), firsts


def days_of(published: pd.Series, *, now: pd.Timestamp | None = None) -> NDArray[np.float64]:
    """Return times in days, NaN where unknown: also for 1 January 1970, and for dates ahead of `now` by `AHEAD`."""
    times = pd.to_datetime(published, utc=True)
    wrong = (times >= NO_DATE) & (times < NO_DATE + pd.Timedelta(days=1))
    if now is not None:
        wrong |= times > now + AHEAD
    since = times.mask(wrong) - NO_DATE
    return np.asarray(since / pd.Timedelta(days=1), np.float64)
