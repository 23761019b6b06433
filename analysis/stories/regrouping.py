"""Adding articles to a grouping: only the events that new articles touch are grouped again, all others stay.

Grouping everything grows with the library; this grows with what is new. What is touched is grouped by the rules of
`analysis.stories.grouping`, with terms counted over the whole library, as far as two pages held them before.
What is not touched stays as it was grouped, though words have become a little more common since.
"""

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.corrections import bonds_of
from analysis.stories.grouped import Found, Grouped, Rows, rows_of, tables_of
from analysis.stories.grouping import Kept, events_of, group_all, reports_of, sets_of, smallest
from analysis.stories.moments import (
    EVENT_DAYS,
    SAME_EVENT,
    SAME_EVENT_DATED,
    SAME_STORY,
    days_of,
    summed,
    topics_of,
)  # fmt: skip
from analysis.stories.neighbours import Pairs
from analysis.stories.similarity import Vectors, vectors
from sources.keeping.event_changes import EventChange

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

NEAR = 0.5
"""How alike a page must be to a new one for its event to be touched, as a share of what two pages need to be one event:
names that only the old page held were no terms of it."""

MOST = 0.3
"""Share of the articles from which all are grouped anew: so much is touched that nothing is won."""

_RIVAL = re.compile(r"(?<=nearly as like )\S+")
_AT_ONCE = 64

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Before(NamedTuple):
    """A grouping that articles are added to."""

    grouped: Grouped
    kept: Kept
    touched: Collection[str]
    """Articles that were in it and are not as they were: another date, gone, or in an event that a person changed."""


def regroup(
    articles: pd.DataFrame,
    copies: pd.DataFrame,
    credits: pd.DataFrame,
    *,
    before: Before,
    now: datetime | None = None,
    changes: Sequence[EventChange] = (),
) -> tuple[Grouped, Kept]:
    """Return what `grouping.group_all` returns, but with the events that nothing touched as they were `before`.

    Touched is an event that holds a page nearly alike enough to a new page to be one event with it, or a page that is
    not as it was. Stories are made again where one of their events changed, or a changed one is alike enough to it.
    """
    known = articles.sort_values("id", kind="stable").reset_index(drop=True)
    ids = known["id"].to_numpy(dtype=object)
    times = days_of(known["published"], now=None if now is None else pd.Timestamp(now))
    bonds = bonds_of(changes)
    sets, printed = sets_of(ids, times, copies, bonds)
    was = before.grouped.members.set_index("article").reindex(ids)
    row_of = {article: row for row, article in enumerate(before.kept.articles.tolist())}
    old = np.array([row_of.get(article, -1) for article in ids], np.int64)
    fresh = (old < 0) | known["id"].isin(set(before.touched)).to_numpy()
    gone = before.grouped.members[~before.grouped.members["article"].isin(set(ids))]
    near = _near(known, times, printed, old, fresh, before.kept)
    inside = _closed(fresh | near | was["event"].isin(set(gone["event"])).to_numpy(), was["event"], printed, sets)
    if inside.mean() > MOST:
        return group_all(articles, copies, credits, now=now, changes=changes, before=before.grouped.members)

    local = np.flatnonzero(inside)
    own = printed == np.arange(len(ids))
    made = vectors(known.iloc[local], counted=own[local], library=before.kept.made.seen, new=(old < 0)[local])
    found, beside = events_of(made, times[local], np.searchsorted(local, printed[local]), sets[local], bonds)
    events = smallest(pd.factorize(was["event"])[0])
    events[local] = local[found]
    changed = _changed(local, events, was["event"], fresh, before.grouped)
    every = _all_vectors(before.kept, old, local, made)
    again = _stories_again(every, events, changed, was["story"], set(gone["story"]))
    rows = np.flatnonzero(again)
    part = Vectors(every.matrix[rows], every.keys, every.held[rows], every.seen)
    left, right = local[beside.left], local[beside.right]
    both = again[left] & again[right]
    pairs = Pairs(np.searchsorted(rows, left[both]), np.searchsorted(rows, right[both]), beside.similarity[both])
    own_events = np.searchsorted(rows, events[rows])
    placed = sets[rows] >= 0
    stories = topics_of(part.matrix, own_events, held=part.held)
    told = Found(part, times[rows], np.searchsorted(rows, printed[rows]), own_events, stories, pairs, placed)
    rest = before.grouped.members["article"].isin(set(ids[~again]))
    untouched = before.grouped.members[rest]
    report_of = reports_of(known, events, copies, credits)
    new = rows_of(
        known.iloc[rows].reset_index(drop=True), told, report_of=report_of, before=before.grouped.members,
        taken=(set(untouched["event"]), set(untouched["story"])),
    )  # fmt: skip
    _as_it_was(new.articles, was.iloc[rows], ~changed[rows])
    joined = _joined(new, untouched, before.grouped, report_of)
    _rivals_renamed(joined.articles, before.grouped.members)
    return tables_of(*joined, titles=bonds.titles), Kept(ids, every)


def _near(
    known: pd.DataFrame, times: NDArray[np.float64], printed: Numbers, old: Numbers, fresh: Flags, kept: Kept
) -> Flags:
    """Return which rows are nearly alike enough to a fresh row to be one event with it."""
    near = np.zeros(len(known), bool)
    asked = np.flatnonzero(fresh)
    new = asked[old[asked] < 0]
    made = vectors(
        known.iloc[new], counted=(printed == np.arange(len(known)))[new], library=kept.made.seen,
    )  # fmt: skip
    questions = _stacked([
        (made.matrix, made.keys), (kept.made.matrix[old[asked[old[asked] >= 0]]], kept.made.keys),
    ])[0]  # fmt: skip
    asked = np.r_[new, asked[old[asked] >= 0]]
    when = times[asked]
    those = np.flatnonzero(old >= 0)
    if not np.isnan(when).any() and len(when):
        at = np.sort(when)
        place = np.searchsorted(at, times[those] - EVENT_DAYS)
        soon = at[np.minimum(place, len(at) - 1)] <= times[those] + EVENT_DAYS
        those = those[np.isnan(times[those]) | ((place < len(at)) & soon)]
    columns = np.unique(np.concatenate([made.keys, kept.made.keys]))
    place = np.searchsorted(columns, kept.made.keys)
    held = _recolumned(kept.made.matrix[old[those]], place, len(columns)).T.tocsr()
    for start in range(0, len(asked), _AT_ONCE):
        block = (questions[start : start + _AT_ONCE] @ held).tocoo()
        apart = np.abs(when[start + block.row] - times[those[block.col]])
        need = NEAR * np.where(np.isnan(apart), SAME_EVENT, SAME_EVENT_DATED)
        near[those[block.col[(block.data >= need) & ~(apart > EVENT_DAYS)]]] = True
    return near


def _closed(inside: Flags, event: pd.Series, printed: Numbers, sets: Numbers) -> Flags:
    """Return the rows with all of their events, of their prints and of what people put together."""
    codes = pd.factorize(event)[0]
    while True:
        before = int(inside.sum())
        inside = inside | (np.isin(codes, codes[inside]) & (codes >= 0)) | (np.isin(sets, sets[inside]) & (sets >= 0))
        inside[printed[inside]] = True
        inside = inside | inside[printed]
        if int(inside.sum()) == before:
            return inside


def _changed(local: Numbers, events: Numbers, event: pd.Series, fresh: Flags, before: Grouped) -> Flags:
    """Return which rows are of an event that is not one of the events before, page for page."""
    sizes = before.members["event"].value_counts()
    here = pd.DataFrame({"now": events[local], "was": event.iloc[local].to_numpy(), "fresh": fresh[local]})
    grouped = here.groupby("now")
    first, size = grouped["was"].first(), grouped.size()
    same = ~grouped["fresh"].any() & (grouped["was"].nunique(dropna=False) == 1) & (first.map(sizes) == size)
    changed = np.zeros(len(events), bool)
    changed[local] = ~here["now"].map(same).to_numpy(bool)
    return changed


def _stories_again(every: Vectors, events: Numbers, changed: Flags, story: pd.Series, gone: set[str]) -> Flags:
    """Return the rows of the stories that are to be made again, and of the changed events."""
    codes, names = pd.factorize(story)
    again = set(codes[changed].tolist()) | set(np.flatnonzero(np.isin(names, list(gone))).tolist())
    if changed.any():
        sums, firsts = summed(every.matrix.multiply(every.held[:, None]).tocsr(), events)
        sizes = np.bincount(np.searchsorted(firsts, events)).astype(np.float64)
        means = sums.multiply(1 / sizes[:, None]).tocsr()
        turned = means.T.tocsr()
        which = np.searchsorted(firsts, np.unique(events[changed]))
        for start in range(0, len(which), _AT_ONCE):
            block = means[which[start : start + _AT_ONCE]] @ turned
            again |= set(codes[firsts[block.indices[block.data >= SAME_STORY]]].tolist())
    return np.asarray((np.isin(codes, list(again)) & (codes >= 0)) | changed)


def _all_vectors(kept: Kept, old: Numbers, local: Numbers, made: Vectors) -> Vectors:
    """Return the vectors of all rows: those of `local` as they are now, the others as they were."""
    stay = np.ones(len(old), bool)
    stay[local] = False
    rows = np.flatnonzero(stay)
    matrix, keys = _stacked([(kept.made.matrix[old[rows]], kept.made.keys), (made.matrix, made.keys)])
    order = np.argsort(np.r_[rows, local], kind="stable")
    held = np.r_[kept.made.held[old[rows]], made.held][order]
    return Vectors(matrix[order], keys, held, made.seen)


def _stacked(parts: Sequence[tuple["csr_matrix", Numbers]]) -> tuple["csr_matrix", Numbers]:
    """Return matrices under each other, with the keys of all of their columns."""
    from scipy.sparse import vstack

    keys = np.unique(np.concatenate([own for _, own in parts]))
    laid = [_recolumned(matrix, np.searchsorted(keys, own), len(keys)) for matrix, own in parts]
    return vstack(laid, format="csr"), keys


def _recolumned(matrix: "csr_matrix", place: Numbers, width: int) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    return csr_matrix((matrix.data, place[matrix.indices], matrix.indptr), shape=(matrix.shape[0], width))


def _as_it_was(rows: pd.DataFrame, was: pd.DataFrame, same: Flags) -> None:
    """Give the rows of events that did not change what was said of their place in them."""
    for name in ("event_similarity", "event_reason", "borderline", "note"):
        kept = np.array(rows[name], dtype=object)
        kept[same] = was[name].to_numpy(dtype=object)[same]
        rows[name] = kept


def _joined(new: Rows, untouched: pd.DataFrame, before: Grouped, report_of: dict[str, str]) -> Rows:
    """Return the rows that were made with those that stay, and how many reports each event and story has."""
    articles = pd.concat([new.articles, untouched.assign(report=untouched["article"].map(report_of))])
    made = []
    for name, frame, held in (("event", new.events, before.events), ("story", new.stories, before.stories)):
        rest = held[held[name].isin(set(untouched[name]))].set_index(name)
        both = pd.concat([frame[rest.columns], rest]).rename_axis(name)
        made.append(both.assign(reports=articles.groupby(name)["report"].nunique()))
    return Rows(articles.reset_index(drop=True), *made)


def _rivals_renamed(rows: pd.DataFrame, before: pd.DataFrame) -> None:
    """Let notes that name an event which is gone name the event that holds most of its articles now."""
    gone = set(before["event"]) - set(rows["event"])
    told = rows["note"].str.contains("nearly as like", na=False, regex=False)
    if not gone or not told.any():
        return
    now = dict(zip(rows["article"], rows["event"], strict=True))
    moved = before[before["event"].isin(gone)]
    heir = moved.assign(now=moved["article"].map(now)).dropna(subset="now").groupby("event")["now"]
    names = heir.agg(lambda held: held.value_counts().index[0]).to_dict()
    rows.loc[told, "note"] = [
        _RIVAL.sub(lambda match: names.get(match.group(), match.group()), note) for note in rows.loc[told, "note"]
    ]
