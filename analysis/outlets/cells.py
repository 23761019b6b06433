"""Cells: what each outlet's own reports of one event give, the numbers under every comparison of outlets."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.tables import CELLS
from analysis.stories.reports import own_reports

if TYPE_CHECKING:
    import pyarrow as pa

Codes = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

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
    row, measure, voice, measures, voices = _joined(scores, reports)
    value, counted = scores["value"].to_numpy(), scores["n"].to_numpy()
    outlet, outlets = coded(reports["outlet"])
    event, ids = coded(reports["event"])
    pair = measure * max(len(voices), 1) + voice
    there = np.flatnonzero((row >= 0) & ~np.isnan(value))
    there = there[np.argsort(pair[there], kind="stable")]
    bounds = np.flatnonzero(np.diff(pair[there], prepend=-1, append=-1))
    parts = []
    for begin, end in pairwise(bounds.tolist()):
        some = there[begin:end]
        key = outlet[row[some]].astype(np.int64) * len(ids) + event[row[some]]
        order = np.argsort(key, kind="stable")
        some, key = some[order], key[order]
        starts = np.flatnonzero(np.diff(key, prepend=-1))
        n = np.diff(starts, append=len(key))
        parts.append(
            {
                "measure": np.full(len(starts), pair[some[0]] // len(voices), dtype=np.int16),
                "voice": np.full(len(starts), pair[some[0]] % len(voices), dtype=np.int16),
                "at": row[some[starts]].astype(np.int32),
                "value": np.add.reduceat(value[some], starts) / n,
                "n": n,
                "counted": np.add.reduceat(counted[some], starts),
            }
        )
    if not parts:
        return CELLS.empty()
    joined = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    story, stories = coded(reports["story"])
    at = joined.pop("at")
    days = reports["day"].array
    named = {
        "measure": categories(joined.pop("measure"), measures),
        "voice": categories(joined.pop("voice"), voices),
        "outlet": categories(outlet[at], outlets),
        "event": categories(event[at], ids),
        "story": categories(story[at], stories),
        "day": days[at],
    }
    return pd.DataFrame({**named, **joined})[CELLS.names]


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
            value=value[some],
            n=n[some],
            counted=counted[some],
        )


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


def _joined(scores: pd.DataFrame, reports: pd.DataFrame) -> tuple[Codes, Codes, Codes, list[str], list[str]]:
    """Return for each score its row in `reports` (-1: none), its measure and voice as numbers, and their names."""
    import pyarrow.compute as pc

    found = pc.index_in(_arrow(scores["article"]), value_set=_arrow(reports["article"]))
    row = pc.fill_null(found, -1).to_numpy(zero_copy_only=False).astype(np.int64)
    numbered: list[Any] = []
    for name in ("measure", "voice"):
        encoded = _arrow(scores[name]).dictionary_encode()
        numbered.append(
            (encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), encoded.dictionary.to_pylist())
        )
    (measure, measures), (voice, voices) = numbered
    return row, measure, voice, measures, voices


def _arrow(column: pd.Series) -> "pa.Array":
    """Return a column of texts as one Arrow array, without a Python object for each."""
    import pyarrow as pa

    made = pa.array(column, type=pa.large_string(), from_pandas=True)
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
