"""The numbers of the pages of outlets: differences on a part of the library, and the events behind one."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.outlets.cells import chosen, coded
from analysis.outlets.over_time import levels
from analysis.outlets.permutation import MOST_SHUFFLES, by_chance
from analysis.outlets.profiles import profiles
from analysis.outlets.selection import chances, holes, selection
from analysis.outlets.speakers import speakers
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.outlet_choice import Choice
from dashboard.story_index import story_index

_MOST_SHUFFLED = 400_000
"""Cells shuffled for one page: about a fifth of a second."""

_MOST_TOGETHER = 60
"""Outlets of one event whose pairs are counted: more would make thousands of pairs of a single event."""


@lru_cache(maxsize=2)
def cells_of(results: Results) -> pd.DataFrame:
    """Return CELLS of a run, held for the next question."""
    return results.table("cells")


@lru_cache(maxsize=16)
def cells_of_value(results: Results, value: str, voice: str) -> pd.DataFrame:
    """Return CELLS of one value and voice."""
    return results.cells(value, voice=voice)


@lru_cache(maxsize=2)
def holdings_of(results: Results) -> pd.DataFrame:
    """Return HOLDINGS of a run."""
    return results.table("holdings")


@lru_cache(maxsize=4)
def value_pairs(results: Results) -> frozenset[tuple[str, str]]:
    """Return the values and voices that at least one outlet has on some event."""
    rows = results.table("profiles")[["measure", "voice"]].drop_duplicates()
    return frozenset(zip(rows["measure"].astype(str), rows["voice"].astype(str), strict=True))


def compared(results: Results, choice: Choice, *, outlets: frozenset[str] | None = None) -> pd.DataFrame:
    """Return the PROFILES rows of one value and voice, a row for each outlet that the library holds.

    `outlets` are those of the chosen group. `q` counts the rows returned: what a page shows.
    """
    return _compared(
        results, choice.value, choice.voice, choice.words, choice.first, choice.last, outlets
    )  # held by what it depends on


def of_outlet(results: Results, name: str, choice: Choice, *, outlets: frozenset[str] | None = None) -> pd.DataFrame:
    """Return the PROFILES rows of one outlet: every value and voice, on the part of the library that is chosen."""
    if not choice.filtered:
        rows = results.rows("profiles", outlet=name)
    else:
        rows = _all_compared(results, choice.words, choice.first, choice.last, outlets)
        rows = rows[rows["outlet"] == name]
    return rows.reset_index(drop=True)


@lru_cache(maxsize=64)
def _compared(
    results: Results,
    value: str,
    voice: str,
    words: str,
    first: date | None,
    last: date | None,
    outlets: frozenset[str] | None,
) -> pd.DataFrame:
    held = holdings_of(results)
    if outlets is not None:
        held = held[held["outlet"].isin(list(outlets))]
    some = _part(results, words, first, last, outlets, value=value, voice=voice)
    return profiles(some, holdings=held, values=[(value, voice)])


@lru_cache(maxsize=8)
def _all_compared(
    results: Results, words: str, first: date | None, last: date | None, outlets: frozenset[str] | None
) -> pd.DataFrame:
    return profiles(
        _part(results, words, first, last, outlets), holdings=holdings_of(results), values=sorted(value_pairs(results))
    )


def _part(
    results: Results,
    words: str,
    first: date | None,
    last: date | None,
    outlets: frozenset[str] | None,
    *,
    value: str | None = None,
    voice: str | None = None,
) -> pd.DataFrame:
    stories = set(story_index(results).matching(words)["story"]) if words else None
    cells = cells_of(results) if value is None or voice is None else cells_of_value(results, value, voice)
    return chosen(cells, outlets=outlets, stories=stories, first=first, last=last)


def part_of(results: Results, choice: Choice, *, outlets: frozenset[str] | None = None) -> pd.DataFrame:
    """Return the CELLS of one value and voice on the part of the library that is chosen."""
    return _part(results, choice.words, choice.first, choice.last, outlets, value=choice.value, voice=choice.voice)


def events_behind(cells: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the events behind an outlet's difference, from CELLS of one value and voice.

    Columns: event, story, day, value, n and counted (the outlet's), others (mean of the other outlets), outlets (how
    many these are), difference. Latest first; events without a date last.
    """
    shared = cells.assign(
        total=cells.groupby("event", observed=True)["value"].transform("sum"),
        told=cells.groupby("event", observed=True)["value"].transform("size"),
    )
    own = shared[(shared["outlet"] == name) & (shared["told"] > 1)]
    others = (own["total"] - own["value"]) / (own["told"] - 1)
    made = own.assign(others=others, outlets=own["told"] - 1, difference=own["value"] - others)
    made = made.sort_values("day", ascending=False, na_position="last", kind="stable")
    return made[["event", "story", "day", "value", "n", "counted", "others", "outlets", "difference"]].reset_index(
        drop=True
    )


def cells_of_outlets(results: Results, outlets: Collection[str] | None, choice: Choice) -> pd.DataFrame:
    """Return the CELLS of these outlets (None: all), every value and voice, on the part of the library chosen."""
    cells = cells_of(results) if outlets is None else results.cells_of(sorted(outlets))
    stories = set(story_index(results).matching(choice.words)["story"]) if choice.words else None
    return chosen(cells, stories=stories, first=choice.first, last=choice.last)


def spreads(cells: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Return the standard deviation of each value and voice over these CELLS; 0 where nothing varies."""
    found = cells.groupby(["measure", "voice"], observed=True)["value"].std().fillna(0.0).reset_index()
    return {(str(row.measure), str(row.voice)): float(row.value) for row in rows_of(found)}


@lru_cache(maxsize=2)
def most_shared(results: Results, *, most: int = 12) -> tuple[tuple[str, str, int], ...]:
    """Return the pairs of outlets that tell most events both, with the number of these events.

    Pairs that share equally many stand in the order of the alphabet.
    """
    told = results.told()
    outlet, names = coded(told["outlet"])
    order = np.lexsort((outlet, told["event"].cat.codes.to_numpy()))
    event, outlet = told["event"].cat.codes.to_numpy()[order], outlet[order].astype(np.int64)
    begins = np.flatnonzero(np.diff(event, prepend=-1))
    many = np.minimum(np.diff(begins, append=len(event)), _MOST_TOGETHER)
    found = [np.empty(0, dtype=np.int64)]
    for size in np.unique(many).tolist():
        together = outlet[begins[many == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        found.append((together[:, one] * len(names) + together[:, other]).ravel())
    keys, counts = np.unique(np.concatenate(found), return_counts=True)
    best = np.argsort(-counts, kind="stable")[:most]
    return tuple(
        (names[k // len(names)], names[k % len(names)], n)
        for k, n in zip(keys[best].tolist(), counts[best].tolist(), strict=True)
    )


def chance_of(results: Results, choice: Choice, *, outlets: frozenset[str] | None = None) -> pd.DataFrame:
    """Return the CHANCE row of what `compared` returns: names of outlets shuffled inside events."""
    return _chance(results, choice.value, choice.voice, choice.words, choice.first, choice.last, outlets)


@lru_cache(maxsize=64)
def _chance(
    results: Results,
    value: str,
    voice: str,
    words: str,
    first: date | None,
    last: date | None,
    outlets: frozenset[str] | None,
) -> pd.DataFrame:
    cells = _part(results, words, first, last, outlets, value=value, voice=voice)
    return by_chance(cells, shuffles=max(1, min(MOST_SHUFFLES, _MOST_SHUFFLED // max(len(cells), 1))))


class Selected(NamedTuple):
    """Which events an outlet tells: CHANCES, SELECTION by story, HOLES."""

    events: pd.DataFrame
    by_story: pd.DataFrame
    holes: pd.DataFrame


def selected(results: Results, name: str, choice: Choice, *, outlets: frozenset[str] | None = None) -> Selected:
    """Return what is known of the choice of events of an outlet that the library has a page of.

    The others are those of the chosen group. Of the days chosen all events count, for what an outlet tells is judged by
    all that it could tell then; stories without the words chosen are left out of what is returned alone.
    """
    return _selected(results, name, choice.words, choice.first, choice.last, outlets)


@lru_cache(maxsize=32)
def _selected(
    results: Results, name: str, words: str, first: date | None, last: date | None, outlets: frozenset[str] | None
) -> Selected:
    coverage = _coverage(results)
    if outlets is not None:
        coverage = coverage[coverage["outlet"].isin([*outlets, name])]
    events = chances(coverage, name)
    gaps = holes(coverage, name, events=events)
    if first is not None:
        begin = pd.Timestamp(first, tz="UTC")
        events, gaps = events[events["day"] >= begin], gaps[gaps["last"] >= begin]
    if last is not None:
        end = pd.Timestamp(last, tz="UTC")
        events, gaps = events[events["day"] <= end], gaps[gaps["first"] <= end]
    kinds = events.set_index("event")["story"]
    if words:
        stories = set(story_index(results).matching(words)["story"])
        kinds = kinds[kinds.isin(list(stories))]
    by_story = selection(events, kinds)
    return Selected(events[events["event"].isin(kinds.index)].reset_index(drop=True), by_story, gaps)


@lru_cache(maxsize=2)
def _coverage(results: Results) -> pd.DataFrame:
    return results.coverage()


def speakers_of(results: Results, name: str, choice: Choice, *, outlets: frozenset[str] | None = None) -> pd.DataFrame:
    """Return SPEAKERS of an outlet, on the events and beside the outlets that are chosen."""
    return _speakers(results, name, choice.words, choice.first, choice.last, outlets)


@lru_cache(maxsize=32)
def _speakers(
    results: Results, name: str, words: str, first: date | None, last: date | None, outlets: frozenset[str] | None
) -> pd.DataFrame:
    told = results.rows("quoted", outlet=name)["event"].unique().tolist()
    quoted = results.rows("quoted", event=told)
    if outlets is not None:
        quoted = quoted[quoted["outlet"].isin([*outlets, name])]
    if words:
        quoted = quoted[quoted["story"].isin(story_index(results).matching(words)["story"].tolist())]
    if first is not None or last is not None:
        events = results.rows("events", event=told)
        day = pd.to_datetime(events["first"], utc=True).dt.normalize()
        kept = day.notna()
        if first is not None:
            kept &= day >= pd.Timestamp(first, tz="UTC")
        if last is not None:
            kept &= day <= pd.Timestamp(last, tz="UTC")
        quoted = quoted[quoted["event"].isin(events.loc[kept, "event"].tolist())]
    return speakers(quoted, name)


@lru_cache(maxsize=32)
def levels_of(results: Results, name: str) -> dict[tuple[str, str], tuple[float, float]]:
    """Return for each value and voice the outlet's mean and that of the others, on the same events."""
    found = levels(results.cells_around(name), name)
    return {(str(row.measure), str(row.voice)): (float(row.here), float(row.others)) for row in rows_of(found)}
