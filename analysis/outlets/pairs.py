"""Two outlets head to head on the events that both tell."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.cells import clusters, coded
from analysis.outlets.occurrences import rate
from analysis.outlets.pair_tables import HEAD_TO_HEAD, PAIR_EVENTS
from analysis.outlets.paired import Codes, Paired, Reals, adjusted, paired
from analysis.outlets.profiles import FEWEST_EVENTS, FEWEST_FOUND, LEVEL
from sources.errors import InputError, UnknownName

_NEAR: Final = 8


def head_to_head(cells: pd.DataFrame, first: str, second: str, *, fewest: int = FEWEST_EVENTS) -> pd.DataFrame:
    """Return HEAD_TO_HEAD of two outlets from CELLS: a row for each measure and voice that either has a value of.

    On each event that both tell in reports of their own the second one's value is taken from the first one's; the mean
    of these differences, its interval and p are those of `analysis.outlets.paired`. `higher` and `lower` count the
    events each way. Where fewer than `fewest` events differ there is not enough evidence, and `reason` says why.

    Give it the cells of both outlets alone (`Results.rows("cells", outlet=[first, second])`, or
    `analysis.outlets.cells.chosen`), of all days and stories or of some. Raises InputError where both are one outlet or
    share no event, UnknownName for an outlet that has no cell; the messages are sentences for people.
    """
    one, other = _sides(cells, [first], [second])
    return compared(cells, one, other, names=(first, second), fewest=fewest)


def shared_events(cells: pd.DataFrame, first: str, second: str, *, measure: str, voice: str) -> pd.DataFrame:
    """Return PAIR_EVENTS: the events behind the row of `head_to_head` for this measure and voice, by day."""
    one, other = _sides(cells, [first], [second])
    return behind(cells, one, other, measure=measure, voice=voice)


def outlets_in(cells: pd.DataFrame) -> list[str]:
    """Return the names of the outlets that have a cell, in the order of the alphabet."""
    codes, names = coded(cells["outlet"])
    return [names[code] for code in np.unique(codes).tolist()]


def behind(
    cells: pd.DataFrame,
    first: npt.NDArray[np.bool_],
    second: npt.NDArray[np.bool_],
    *,
    measure: str,
    voice: str,
) -> pd.DataFrame:
    """Return PAIR_EVENTS of two sets of CELLS rows: the mean over the outlets of each side, event by event."""
    asked = ((cells["measure"] == measure) & (cells["voice"] == voice)).to_numpy()
    sides = [
        cells[asked & side].groupby("event", observed=True, sort=False)["value"].mean() for side in (first, second)
    ]
    made = pd.concat(sides, axis=1, join="inner", keys=["first", "second"])
    about = cells.loc[asked & first, ["event", "story", "day"]].drop_duplicates("event").set_index("event")
    joined = made.join(about).reset_index(names="event")
    joined = joined.assign(difference=joined["first"] - joined["second"], event=joined["event"].astype("str"))
    return PAIR_EVENTS.shaped(joined.sort_values(["day", "event"], kind="stable").reset_index(drop=True))


def compared(
    cells: pd.DataFrame,
    first: npt.NDArray[np.bool_],
    second: npt.NDArray[np.bool_],
    *,
    names: tuple[str, str],
    fewest: int,
) -> pd.DataFrame:
    """Return HEAD_TO_HEAD of two sets of CELLS rows; on an event each outlet of a side counts once.

    `names` are what the sides are called. Raises InputError where no event is told by both.
    """
    event, ids = coded(cells["event"])
    measure, measures = coded(cells["measure"])
    voice, voices = coded(cells["voice"])
    pair = measure.astype(np.int64) * len(voices) + voice  # the codes of categories are as small as they can be
    key, value = pair * len(ids) + event, cells["value"].to_numpy()
    if not len(np.intersect1d(event[first], event[second])):
        raise InputError(
            f"{names[0]} and {names[1]} have told no event both in reports of their own (copies and texts of agencies "
            "are not counted): there is nothing to compare"
        )
    mine, theirs = _means(key[first], value[first]), _means(key[second], value[second])
    both, at, there = np.intersect1d(mine[0], theirs[0], assume_unique=True, return_indices=True)
    asked = pd.unique(np.concatenate((pair[first], pair[second])))
    asked.sort()
    group = np.searchsorted(asked, both // len(ids))
    here, other = mine[1][at], theirs[1][there]
    by_event = clusters(cells)
    found = paired(here - other, group, groups=len(asked), fewest=fewest, cluster=by_event[both % len(ids)])
    shared = np.isin(key, both)
    often = np.fmax(*(_found(cells, pair, side & shared, asked, measures, len(voices)) for side in (first, second)))
    rare = found.enough & (often < FEWEST_FOUND)
    for each in (found.low, found.high, found.p):
        each[rare] = np.nan
    found = found._replace(enough=found.enough & ~rare)
    q = adjusted(found.p)
    made: dict[str, Any] = {
        "measure": [measures[number] for number in (asked // len(voices)).tolist()],
        "voice": [voices[number] for number in (asked % len(voices)).tolist()],
        "events": found.events,
        "first": _mean(here, group, found.events),
        "second": _mean(other, group, found.events),
        "difference": found.difference,
        "low": found.low,
        "high": found.high,
        "p": found.p,
        "q": q,
        "higher": found.higher,
        "lower": found.lower,
        "enough": found.enough,
        "different": np.nan_to_num(q, nan=1.0) <= LEVEL,
        "reason": [
            f"what is counted was found fewer than {FEWEST_FOUND} times with either" if few else why
            for why, few in zip(_reasons(found, fewest), rare.tolist(), strict=True)
        ],
    }
    return HEAD_TO_HEAD.shaped(pd.DataFrame(made))


def refuse_unknown(cells: pd.DataFrame, outlets: Sequence[str]) -> None:
    """Raise UnknownName, which names some that there are, for an outlet that has no cell."""
    known = outlets_in(cells)
    strange = [outlet for outlet in outlets if outlet not in known]
    if strange:
        near = get_close_matches(strange[0], known, n=_NEAR, cutoff=0.5) or known[:_NEAR]
        listed = f"there are {', '.join(near)}{' ...' if len(known) > len(near) else ''}" if near else "there is none"
        raise UnknownName(
            f"no report of its own by an outlet {strange[0]!r} can be compared (copies and texts of agencies are not "
            f"counted); {listed}"
        )


def _sides(
    cells: pd.DataFrame, first: Sequence[str], second: Sequence[str]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    if set(first) & set(second):
        raise InputError(f"{first[0]} is compared with itself; name two outlets")
    refuse_unknown(cells, [*first, *second])
    codes, names = coded(cells["outlet"])
    one, other = (np.isin(codes, [names.index(name) for name in side]) for side in (first, second))
    return one, other


def _found(
    cells: pd.DataFrame, pair: Codes, side: npt.NDArray[np.bool_], asked: Codes, measures: list[str], voices: int
) -> Reals:
    """Return for each value asked about how often the side's reports have what it counts; NaN for what is no rate."""
    group = np.searchsorted(asked, pair[side])
    units = cells["counted"].to_numpy()[side].astype(np.float64)
    have = np.bincount(group, weights=cells["value"].to_numpy()[side] * units, minlength=len(asked))
    of = np.bincount(group, weights=units, minlength=len(asked))
    rates = [rate(measures[number // voices]) for number in asked.tolist()]
    scale = np.array([known[0] if known else np.nan for known in rates])
    share = np.array([known is not None and known[1] for known in rates], dtype=bool)
    found: Reals = np.where(share, np.minimum(have, of - have), have / scale)
    return np.where(np.isnan(scale), np.nan, found)


def _means(key: Codes, value: Reals) -> tuple[Codes, Reals]:
    """Return the keys that there are and the mean of the values of each."""
    if not len(key) or bool(np.all(key[1:] > key[:-1])):  # one outlet: its cells are sorted and each stands once
        return key, value
    kept, which, times = np.unique(key, return_inverse=True, return_counts=True)
    return kept, np.bincount(which, weights=value) / times


def _mean(values: Reals, group: Codes, events: Codes) -> Reals:
    sums = np.bincount(group, weights=values, minlength=len(events))
    mean: Reals = np.divide(sums, events, out=np.full(len(events), np.nan), where=events > 0)
    return mean


def _reasons(found: Paired, fewest: int) -> "list[str | None]":
    return [
        None if enough else _reason(events, higher + lower, points, fewest)
        for events, higher, lower, points, enough in zip(
            *(each.tolist() for each in (found.events, found.higher, found.lower, found.points, found.enough)),
            strict=True,
        )
    ]


def _reason(events: int, differing: int, points: int, fewest: int) -> str:
    if events == 0:
        return "no event on which both have a value"
    if events < fewest:
        shared = "1 event" if events == 1 else f"{events} events"
        return f"both have a value on {shared} only; it takes {fewest}"
    if differing == 0:
        return f"both have the same value on all {events} events"
    if differing < fewest:
        return f"the two differ on {differing} of {events} events only; it takes {fewest}"
    if points < fewest:
        return (
            f"the {differing} events on which the two differ count as {points}: those of one story within four weeks "
            f"are one; it takes {fewest}"
        )
    return f"the difference is the same on all {events} events: how far it varies cannot be told"
