"""Cells: what each outlet's own reports of one event give, the numbers under every comparison of outlets."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.clusters import cluster_numbers
from analysis.outlets.tables import CELLS
from analysis.stories.reports import own_reports

Codes = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_AT_ONCE = 2_000_000

_NAMES = ("measure", "voice", "outlet", "event", "story")


def cells(
    scores: pd.DataFrame,
    members: pd.DataFrame,
    articles: pd.DataFrame,
    credits: pd.DataFrame,
    *,
    events: pd.DataFrame,
) -> pd.DataFrame:
    """Return CELLS from SCORES, MEMBERS, ARTICLES (id, outlet), CREDITS and EVENTS (event, first).

    A cell is the mean over an outlet's own reports of an event; copies, texts of agencies (but on the agency's own
    pages), pages of unknown outlets and values that cannot be said are left out. Measures and voices stand in the order
    in which SCORES first names them, outlets, events and stories in that of the alphabet.

    The columns that name something are categories: millions of rows fit in memory, and `coded` reads them at no cost.
    """
    reports = _reports(members, articles, credits, events)
    row, _ = _numbers(scores["article"], reports["article"])
    pair, named = _pairs(scores)
    value, counted = scores["value"].to_numpy(), scores["n"].to_numpy()
    outlet, outlets = coded(reports["outlet"])
    event, ids = coded(reports["event"])
    # whole columns of millions of rows: each is made once, in the smallest type, and filled block by block
    at = np.empty(len(scores), dtype=np.int32)
    of, mean = np.empty(len(scores), dtype=np.int16), np.empty(len(scores))
    n, units = np.empty(len(scores), dtype=np.int32), np.empty(len(scores), dtype=np.int32)
    end = 0
    for number in range(len(named)):
        some = np.flatnonzero(pair == number)
        some = some[(row[some] >= 0) & ~np.isnan(value[some])]
        key = outlet[row[some]].astype(np.int64) * len(ids) + event[row[some]]
        order = np.argsort(key, kind="stable")
        some, starts = some[order], np.flatnonzero(np.diff(key[order], prepend=-1))
        if not len(some):
            continue
        here = slice(end, end := end + len(starts))
        at[here], of[here] = row[some[starts]], number
        n[here] = np.diff(starts, append=len(some))
        mean[here] = np.add.reduceat(value[some], starts) / n[here]
        units[here] = np.add.reduceat(counted[some], starts)
    if not end:
        return CELLS.empty()
    at, of = at[:end], of[:end]
    story, stories = coded(reports["story"])
    measures, voices = (list(dict.fromkeys(name[side] for name in named)) for side in (0, 1))
    made = {
        "measure": categories(np.array([measures.index(name) for name, _ in named], dtype=np.int16)[of], measures),
        "voice": categories(np.array([voices.index(name) for _, name in named], dtype=np.int16)[of], voices),
        "outlet": categories(outlet[at], outlets),
        "event": categories(event[at], ids),
        "story": categories(story[at], stories),
        "day": reports["day"].array[at],
        "value": mean[:end],
        "n": n[:end],
        "counted": units[:end],
    }
    return pd.DataFrame(made, copy=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The CELLS of one measure and voice as arrays: one place for each cell."""

    measure: str
    voice: str
    outlet: Codes
    """Number of the outlet among the names that `coded` gives for the frame's outlets."""
    event: Codes
    """Number of the event, from 0, among the events of this block."""
    key: Codes
    """Number of the event among all of the frame: the same in every block."""
    cluster: Codes
    """Number of what the event counts as where chance is judged (`analysis.outlets.clusters`)."""
    value: Reals
    n: Codes
    counted: Codes


def blocks(cells: pd.DataFrame) -> Iterator[Block]:
    """Yield CELLS measure by measure and voice by voice, in the order in which they stand; one at a time in memory."""
    if cells.empty:
        return
    measure, measures = coded(cells["measure"])
    voice, voices = coded(cells["voice"])
    pair = measure.astype(np.int32) * len(voices) + voice
    starts = np.flatnonzero(np.diff(pair, prepend=-1))
    order: Codes | None = None
    if len(np.unique(pair[starts])) < len(starts):
        order = np.argsort(pair, kind="stable")
        starts = np.flatnonzero(np.diff(pair[order], prepend=-1))
    outlet, _ = coded(cells["outlet"])
    event, ids = coded(cells["event"])
    by_event = clusters(cells)
    value, n, counted = (cells[name].to_numpy() for name in ("value", "n", "counted"))
    for begin, end in pairwise([*starts.tolist(), len(pair)]):
        some = slice(begin, end) if order is None else order[begin:end]
        of = int(pair[some][0])
        yield Block(
            measure=measures[of // len(voices)],
            voice=voices[of % len(voices)],
            outlet=outlet[some].astype(np.int64),
            event=_close(event[some], len(ids)),
            key=event[some].astype(np.int64),
            cluster=by_event[event[some]],
            value=value[some],
            n=n[some],
            counted=counted[some],
        )


def clusters(cells: pd.DataFrame) -> Codes:
    """Return the number of the cluster of each event (`analysis.outlets.clusters`), by the event's number in `coded`.

    What stands for an event that has no row means nothing. Of the rows one for each event is looked at.
    """
    event, ids = coded(cells["event"])
    row = np.full(len(ids), -1, dtype=np.int64)
    for begin in range(0, len(event), _AT_ONCE):
        some = event[begin : begin + _AT_ONCE]
        row[some] = np.arange(begin, begin + len(some))  # any row of an event knows its story and day
    there = np.flatnonzero(row >= 0)
    rows = cells[["story", "day"]].iloc[row[there]]
    story, stories = coded(rows["story"])
    day = rows["day"].to_numpy(dtype="datetime64[D]").astype(np.int64)
    found = np.zeros(len(ids), dtype=np.int64)
    found[there] = cluster_numbers(story, day, stories=len(stories))
    return found


def _close(codes: npt.NDArray[np.integer[Any]], size: int) -> Codes:
    """Return the numbers without those that do not occur."""
    there = np.zeros(size, dtype=np.int64)
    there[codes] = 1
    closed: Codes = (np.cumsum(there) - 1)[codes]
    return closed


def coded(column: pd.Series) -> tuple[npt.NDArray[np.integer[Any]], list[str]]:
    """Return a number for each cell of a column of names, and the names; a name need not occur.

    Categories (as in `cells`) keep their order; else the names are in the order of the alphabet. Missing is -1.
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), column.cat.categories.tolist()
    codes, names = pd.factorize(column, sort=True)
    return codes.astype(np.int64), [str(name) for name in names]


def categories(codes: npt.NDArray[np.integer[Any]], names: Sequence[str]) -> "pd.Categorical[Any]":
    """Return the column of names that `coded` reads: a number for each cell, -1 for a missing one."""
    return pd.Categorical.from_codes(codes, dtype=names_of(names))


def names_of(names: Sequence[str]) -> "pd.CategoricalDtype[Any]":
    """Return names as the type of a column of categories; as Python texts, which `coded` lists at no cost."""
    return pd.CategoricalDtype(pd.Index(list(names), dtype=object))


def chosen(
    cells: pd.DataFrame,
    *,
    measure: str | None = None,
    voice: str | None = None,
    outlets: Collection[str] | None = None,
    events: Collection[str] | None = None,
    stories: Collection[str] | None = None,
    first: date | None = None,
    last: date | None = None,
) -> pd.DataFrame:
    """Return the CELLS of these measures, voices, outlets, events, stories and days; None leaves all in.

    `first` and `last` are days, both included; events without a date are left out where either is given.
    """
    kept = np.ones(len(cells), dtype=bool)
    for name, wanted in (("measure", measure), ("voice", voice)):
        if wanted is not None:
            kept &= _among(cells[name], [wanted])
    for name, several in (("outlet", outlets), ("event", events), ("story", stories)):
        if several is not None:
            kept &= _among(cells[name], several)
    if first is not None:
        kept &= (cells["day"] >= pd.Timestamp(first, tz="UTC")).to_numpy()
    if last is not None:
        kept &= (cells["day"] < pd.Timestamp(last, tz="UTC") + pd.Timedelta(days=1)).to_numpy()
    return cells[kept]


def _among(column: pd.Series, wanted: Collection[str]) -> npt.NDArray[np.bool_]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        there = column.cat.categories.isin(list(wanted))
        among: npt.NDArray[np.bool_] = np.append(there, False)[column.cat.codes.to_numpy()]
        return among
    return column.isin(list(wanted)).to_numpy(dtype=np.bool_)


def _reports(
    members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame, events: pd.DataFrame
) -> pd.DataFrame:
    """Return the own reports of known outlets: article, outlet, event, story (categories), day."""
    own = articles["id"].isin(own_reports(members, credits))
    known = articles.loc[articles["outlet"].notna() & own, ["id", "outlet"]]
    placed = known.merge(members[["article", "event", "story"]], left_on="id", right_on="article")
    first = pd.Series(
        pd.to_datetime(events["first"], utc=True).dt.normalize().astype("datetime64[us, UTC]").array,
        index=events["event"].array,
    )
    day = first.reindex(placed["event"]).array
    shaped = {name: placed[name].astype("category") for name in ("outlet", "event", "story")}
    return placed[["article"]].assign(**shaped, day=day)


def _pairs(scores: pd.DataFrame) -> tuple[npt.NDArray[np.int16], list[tuple[str, str]]]:
    """Return the number of the measure and voice of each score, and their names; measures as they first occur."""
    measure, measures = _numbers(scores["measure"])
    voice, voices = _numbers(scores["voice"])
    both = measure.astype(np.int16) * np.int16(max(len(voices), 1)) + voice.astype(np.int16)
    del measure, voice
    starts = np.flatnonzero(np.diff(both, prepend=np.int16(-1)))
    order = sorted(set(both[starts].tolist()))
    number = np.zeros(max(order, default=0) + 1, dtype=np.int16)
    number[order] = np.arange(len(order))
    return number[both], [(measures[each // len(voices)], voices[each % len(voices)]) for each in order]


def _numbers(column: pd.Series, names: pd.Series | None = None) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Return the place of each text among `names`, by default those that occur; -1 for none. No text becomes an object.

    Chunks stay chunks: texts of millions of rows are not put together anew.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = pa.array(column, type=pa.large_string(), from_pandas=True)
    held = pc.unique(texts) if names is None else pa.array(names, type=pa.large_string(), from_pandas=True)
    held = held.combine_chunks() if isinstance(held, pa.ChunkedArray) else held
    found = np.empty(len(column), dtype=np.int32)
    begin = 0
    for chunk in texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]:
        end = begin + len(chunk)
        found[begin:end] = pc.fill_null(pc.index_in(chunk, value_set=held), -1).to_numpy(zero_copy_only=False)
        begin = end
    return found, held.to_pylist() if names is None else []
