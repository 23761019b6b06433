"""An outlet's difference from the others over time, and whether it changed at one moment."""

from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.cells import coded
from analysis.outlets.clusters import SPAN
from analysis.outlets.pair_tables import CHANGES, LEVELS, OVER_TIME
from analysis.outlets.paired import Codes, Reals, adjusted
from analysis.outlets.profiles import LEVEL

FEWEST_POINTS: Final = 20
"""With fewer points in time a change cannot be told from chance."""

FEWEST_ASIDE: Final = 5
"""Points that must stand before a change and after it."""

_DRAWS: Final = 1999
_AT_ONCE: Final = 200
_PLENTY: Final = 20
"""Random orders with so great a change after which no more are drawn (Besag & Clifford 1991)."""

_WITHIN: Final = -2 * np.log(1 - np.sqrt(0.95))
"""How much worse a moment may fit than the best and still be in the interval: 7.35 (Hansen 2000)."""


def over_time(cells: pd.DataFrame, outlet: str, *, measure: str, voice: str) -> pd.DataFrame:
    """Return OVER_TIME of an outlet from CELLS of all outlets: the dated events that another tells as well, by day."""
    asked = ((cells["measure"] == measure) & (cells["voice"] == voice)).to_numpy()
    (found,) = _against_others(cells[asked], outlet).values() or (OVER_TIME.empty().drop(columns="point"),)
    return OVER_TIME.shaped(_points(found.dropna(subset=["day"])))


def changes(cells: pd.DataFrame, outlet: str, *, seed: int = 0) -> pd.DataFrame:
    """Return CHANGES of an outlet from CELLS of all outlets: a row for each measure and voice that it has a cell of.

    The points are the outlet's differences from the mean of the others, event by event in the order of days; events of
    one story within four weeks are one point, their mean. The moment is the one that parts the points best into two
    levels (least squares), with at least `FEWEST_ASIDE` points on either side. `p` is the share of random orders of the
    points (up to 1,999, drawn with `seed`; drawing stops at twenty) in which the best moment parts them as well: where
    nothing changed, all orders are alike, so this level is exact whatever the scores look like (Antoch & Hušková 2001).
    `q` counts all rows given that have enough evidence. The interval of the day holds the moments whose fit is hardly
    worse (Hansen 2000). A change of the others shows as well; a slow drift is shown as a step, if at all.

    `Results.cells_around` gives the cells it takes.
    """
    rows = []
    for (measure, voice), every in _against_others(cells, outlet).items():
        dated = _points(every.dropna(subset=["day"]))
        row = {"measure": measure, "voice": voice, "undated": len(every) - len(dated), "events": len(dated)}
        rows.append({**row, **_change(dated, seed=seed)})
    if not rows:
        return CHANGES.empty()
    made = pd.DataFrame(rows)
    made["q"] = adjusted(made["p"].to_numpy(dtype=np.float64))
    made["found"] = made["q"].fillna(1.0) <= LEVEL
    for name in ("day", "earliest", "latest", "before", "after"):
        made[name] = made[name].where(made["found"])
    return CHANGES.shaped(made)


def levels(cells: pd.DataFrame, outlet: str) -> pd.DataFrame:
    """Return LEVELS of an outlet from CELLS of all outlets: its mean values beside the others' on the same events.

    They are what a difference in PROFILES lies between; framing shares by outlet are its rows of framing. An outlet
    without a cell has no row.
    """
    return LEVELS.frame(
        (measure, voice, len(found), found["value"].mean(), found["others"].mean())
        for (measure, voice), found in _against_others(cells, outlet).items()
    )


def _against_others(cells: pd.DataFrame, outlet: str) -> dict[tuple[str, str], pd.DataFrame]:
    """Return for each measure and voice of the outlet its events that another tells as well, in the order of CELLS."""
    event, events = coded(cells["event"])
    measure, measures = coded(cells["measure"])
    voice, voices = coded(cells["voice"])
    pair = measure.astype(np.int64) * len(voices) + voice  # the codes of categories are as small as they can be
    mine = (cells["outlet"] == outlet).to_numpy()
    keys, key = np.unique(pair * len(events) + event, return_inverse=True)
    value = cells["value"].to_numpy()
    told = np.bincount(key[~mine], minlength=len(keys))
    total = np.bincount(key[~mine], weights=value[~mine], minlength=len(keys))
    at = np.flatnonzero(mine)
    at = at[np.argsort(pair[at], kind="stable")]
    beside = at[told[key[at]] > 0]
    others = total[key[beside]] / told[key[beside]]
    made = pd.DataFrame(
        {
            "event": cells["event"].iloc[beside].astype("str").array,
            "story": cells["story"].iloc[beside].astype("str").array,
            "day": cells["day"].iloc[beside].array,
            "value": value[beside],
            "others": others,
            "difference": value[beside] - others,
        }
    )
    asked = np.unique(pair[at])
    bounds = np.searchsorted(pair[beside], np.append(asked, len(measures) * len(voices)))
    return {
        (measures[number // len(voices)], voices[number % len(voices)]): made.iloc[begin:end]
        for number, begin, end in zip(asked.tolist(), bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
    }


def _points(found: pd.DataFrame) -> pd.DataFrame:
    """Return OVER_TIME of dated differences: sorted by day, points numbered by their mean day."""
    if found.empty:
        return OVER_TIME.empty()
    days = found["day"].to_numpy(dtype="datetime64[D]").astype(np.int64)
    order = np.lexsort((found["event"].to_numpy(dtype=object), days))
    days = days[order] - days.min()
    story = pd.factorize(found["story"].array)[0][order]
    first = np.full(int(story.max()) + 1, days.max())
    np.minimum.at(first, story, days)
    key = story * (days.max() + 1) + (days - first[story]) // SPAN
    _, group = np.unique(key, return_inverse=True)
    middle = np.bincount(group, weights=days) / np.bincount(group)
    place = np.empty(len(middle), dtype=np.int64)
    place[np.argsort(middle, kind="stable")] = np.arange(len(middle))
    return found.iloc[order].reset_index(drop=True).assign(point=place[group])


def _change(dated: pd.DataFrame, *, seed: int) -> dict[str, Any]:
    """Return the columns of CHANGES that the points of one measure and voice give."""
    point = dated["point"].to_numpy()
    points = int(point.max(initial=-1)) + 1
    none = dict.fromkeys(("day", "earliest", "latest"), pd.NaT) | dict.fromkeys(("before", "after", "p"), np.nan)
    short = {**none, "points": points, "enough": False}
    if points < FEWEST_POINTS:
        held = "1 point in time" if points == 1 else f"{points} points in time"
        return {**short, "reason": f"{held} (events of one story within four weeks are one); it takes {FEWEST_POINTS}"}
    value = np.bincount(point, weights=dated["difference"].to_numpy()) / np.bincount(point)
    centred = value - value.mean()
    if np.abs(centred).max() <= 1e-9 * np.abs(value).max():
        return {**short, "reason": f"the difference is the same at all {points} points in time"}
    best, p = _parted(centred, seed=seed)
    number = int(np.argmax(best)) + FEWEST_ASIDE
    total = float((centred**2).sum())
    left = np.maximum(total - best, 1e-12 * total)
    within = np.flatnonzero(points * np.log(left / left.min()) <= _WITHIN) + FEWEST_ASIDE
    first = dated["day"].groupby(point).min()
    return {
        "points": points,
        "day": first[number],
        "earliest": first[int(within[0])],
        "latest": first[int(within[-1])],
        "before": value[:number].mean(),
        "after": value[number:].mean(),
        "p": p,
        "enough": True,
        "reason": None,
    }


def _parted(centred: Reals, *, seed: int) -> tuple[Reals, float]:
    """Return for each moment how much of the sum of squares it takes away, and p of the greatest."""
    size = len(centred)
    before = np.arange(FEWEST_ASIDE, size - FEWEST_ASIDE + 1)
    held = _taken(centred[None, :], before)[0]
    greatest = held.max() * (1 - 1e-9)
    done = reached = 0
    while done < _DRAWS and reached < _PLENTY:
        orders = centred[_orders(seed, size, done)]
        reached += int((_taken(orders, before).max(axis=1) >= greatest).sum())
        done += len(orders)
    return held, (reached + 1) / (done + 1)


@lru_cache(maxsize=32)
def _orders(seed: int, size: int, done: int) -> npt.NDArray[np.int32]:
    """Return the next random orders of so many points, when `done` were drawn: the same for every measure."""
    plain = np.tile(np.arange(size, dtype=np.int32), (min(_AT_ONCE, _DRAWS - done), 1))
    return np.random.default_rng([seed, size, done]).permuted(plain, axis=1)


def _taken(orders: Reals, before: Codes) -> Reals:
    size = orders.shape[1]
    sums: npt.NDArray[np.float64] = np.cumsum(orders, axis=1)[:, before - 1]
    taken: Reals = sums**2 * (size / (before * (size - before)))
    return taken
