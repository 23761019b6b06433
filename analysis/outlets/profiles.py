"""Profiles: what sets an outlet apart from the others on the same events, and how sure that is."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.cells import Block, blocks, categories, coded
from analysis.outlets.estimates import Codes, Estimates, Reals, estimates
from analysis.outlets.occurrences import occurrences
from analysis.outlets.tables import PROFILES

FEWEST_EVENTS: Final = 5
"""With fewer events on which the outlets' values differ there is not enough evidence to speak of a difference.

Events of one story within four weeks count as one (`analysis.outlets.clusters`).
"""

FEWEST_COUNTED: Final = 15
"""Nor with fewer sentences, attributions or words behind the outlet's own values; a headline is whole, and exempt."""

FEWEST_FOUND: Final = 15
"""Nor, of a rate, where it was found less often than this in the outlet's reports and would be at the others' rate."""

LEVEL: Final = 0.03
"""A difference is called one where q, the expected share of false ones among those called so, is at most this.

Below 0.05, for one outlet's real difference moves the mean of the others a little as well: measured with one real
difference among twelve outlets, up to 0.07 of those called so are false at 0.05, and under 0.05 of them at 0.03.
"""

Parts = dict[str, Any]
Flags = npt.NDArray[np.bool_]


def profiles(
    cells: pd.DataFrame,
    *,
    holdings: pd.DataFrame | None = None,
    values: Iterable[tuple[str, str]] | None = None,
    fewest: int = FEWEST_EVENTS,
) -> pd.DataFrame:
    """Return PROFILES from CELLS: a row for each outlet, measure and voice, sorted by outlet, then as CELLS is.

    Give it the cells of one measure for a page, or all; filter them before with `analysis.outlets.cells.chosen`.
    `holdings` (HOLDINGS) adds rows for the outlets of which the library holds no own report, or none with a value;
    `values`, pairs of measure and voice, adds rows for what has no cell at all. Each row without enough evidence says
    in `reason` what is missing; its `low`, `high`, `p`, `q` and `shrunk` are NaN.

    `difference`, its interval and `p` are those of `analysis.outlets.estimates`. `q` (Benjamini & Hochberg 1995) counts
    all rows returned that have enough evidence: where a page shows a part of them, `adjusted` does it again for these.
    `standard` is the difference divided by the standard deviation of the measure's cells. `shrunk` is the empirical
    Bayes estimate over the outlets of a measure and voice (Efron & Morris 1975): to sort by, for it moves those with
    little evidence towards 0.
    """
    outlet, outlets = coded(cells["outlet"])
    held = _held(holdings, [outlets[at] for at in np.unique(outlet)])
    number = {name: at for at, name in enumerate(held)}
    place = np.array([number.get(name, -1) for name in outlets], dtype=np.int64)
    found: dict[tuple[str, str], Parts] = {}
    for block in blocks(cells):
        name = block.measure, block.voice
        found[name] = _one(block, place[block.outlet], outlets=len(held), fewest=fewest)
    asked = list(dict.fromkeys([*(values or ()), *found]))
    nothing = np.zeros(0, dtype=np.int64)
    for measure, voice in asked:
        if (measure, voice) not in found:
            codes = {
                "outlet": nothing,
                "event": nothing,
                "key": nothing,
                "n": nothing,
                "counted": nothing,
                "cluster": nothing,
            }
            empty = Block(measure=measure, voice=voice, value=np.zeros(0), **codes)
            found[measure, voice] = _one(empty, nothing, outlets=len(held), fewest=fewest)
    return _table(found, asked, held, _own(holdings, held))


def adjusted(rows: pd.DataFrame, *, level: float = LEVEL) -> pd.DataFrame:
    """Return PROFILES rows with `q` and `different` made anew over exactly these rows: those that a page shows."""
    from scipy.stats import false_discovery_control

    q = np.full(len(rows), np.nan)
    p = rows["p"].to_numpy()
    sure = rows["enough"].to_numpy() & ~np.isnan(p)
    if sure.any():
        q[sure] = false_discovery_control(p[sure])
    return rows.assign(q=q, different=sure & (q <= level))


def enough_evidence(block: Block, made: Estimates, outlet: Codes, *, fewest: int = FEWEST_EVENTS) -> Flags:
    """Return for each outlet whether there is enough evidence to speak of a difference in this measure and voice."""
    least = 0 if block.voice == "headline" else FEWEST_COUNTED
    units = _met(block, outlet, block.counted, outlets=len(made.events))
    found = occurrences(block, outlet, outlets=len(made.events))
    often = np.isnan(found) | (found >= FEWEST_FOUND)
    enough: Flags = (made.points >= max(fewest, 2)) & (units >= least) & often & (np.nan_to_num(made.error) > 0)
    return enough


def _met(block: Block, outlet: Codes, weights: Codes, *, outlets: int) -> Codes:
    """Return the sums by outlet over the events that two or more tell."""
    met = np.bincount(block.event)[block.event] > 1 if len(block.event) else np.zeros(0, dtype=np.bool_)
    return np.bincount(outlet[met], weights=weights[met], minlength=outlets).astype(np.int64)


def _one(block: Block, outlet: Codes, *, outlets: int, fewest: int) -> Parts:
    """Return the columns of one measure and voice, a cell for each outlet; `outlet` has their numbers."""
    made = estimates(outlet, block.event, block.value, outlets=outlets, cluster=block.cluster)
    spread = _spread(block)
    enough = enough_evidence(block, made, outlet, fewest=fewest)
    low, high = made.interval()
    return {
        "events": made.events,
        "reports": _met(block, outlet, block.n, outlets=outlets),
        "counted": _met(block, outlet, block.counted, outlets=outlets),
        "telling": made.telling,
        "points": made.points,
        "found": occurrences(block, outlet, outlets=outlets),
        "difference": made.difference,
        "low": np.where(enough, low, np.nan),
        "high": np.where(enough, high, np.nan),
        "p": np.where(enough, made.chance(), np.nan),
        "standard": made.difference / spread if spread > 0 else np.full(outlets, np.nan),
        "shrunk": _shrunk(made.difference, np.where(enough, made.error, np.nan)),
        "enough": enough,
        "cells": np.bincount(outlet, minlength=outlets),
        "fewest": np.full(outlets, fewest),
    }


def _spread(block: Block) -> float:
    """Return the standard deviation of the values on events that two or more tell, 0 where there is none."""
    if len(block.event) == 0:
        return 0.0
    values = block.value[np.bincount(block.event)[block.event] > 1]
    return float(values.std(ddof=1)) if len(values) > 1 else 0.0


def _shrunk(difference: Reals, error: Reals) -> Reals:
    """Return each difference times the share of its variance that is no chance.

    The variance of the true differences is that of the moments: mean of difference² - error², at least 0.
    """
    sure = ~np.isnan(error)
    if not sure.any():
        return np.full(len(difference), np.nan)
    between = max(0.0, float(np.mean(difference[sure] ** 2 - error[sure] ** 2)))
    drawn: Reals = difference * between / (between + error**2)
    return drawn


def _held(holdings: pd.DataFrame | None, outlets: list[str]) -> list[str]:
    """Return the names of all outlets that get rows."""
    more = holdings["outlet"].tolist() if holdings is not None else []
    return sorted({*outlets, *more})


def _own(holdings: pd.DataFrame | None, held: list[str]) -> npt.NDArray[np.int64]:
    """Return the number of own reports of each outlet, -1 where HOLDINGS does not say."""
    known = dict(zip(holdings["outlet"], holdings["own"], strict=True)) if holdings is not None else {}
    return np.array([known.get(name, -1) for name in held], dtype=np.int64)


def _table(
    found: dict[tuple[str, str], Parts], asked: list[tuple[str, str]], held: list[str], own: npt.NDArray[np.int64]
) -> pd.DataFrame:
    if not found or not held:
        return PROFILES.empty()
    several = len(asked)
    joined = {name: np.stack([found[each][name] for each in asked], axis=1).ravel() for name in found[asked[0]]}
    made = pd.DataFrame(
        {
            "outlet": categories(np.repeat(np.arange(len(held)), several), held),
            "measure": np.tile(np.array([each[0] for each in asked], dtype=object), len(held)),
            "voice": np.tile(np.array([each[1] for each in asked], dtype=object), len(held)),
            **joined,
        }
    )
    alone = len(held) == 1
    reasons = [
        None if row.enough else _reason(row, alone=alone, own=int(own_reports))
        for row, own_reports in zip(made.itertuples(index=False), np.repeat(own, several), strict=True)
    ]
    return PROFILES.shaped(adjusted(made.assign(reason=pd.Series(reasons, dtype="str"))))


def _reason(row: Any, *, alone: bool, own: int) -> str:  # noqa: ANN401 a row of the frame above
    """Return what is missing, a sentence."""
    if own == 0:
        return "Every page held of it is a copy or an agency's text: it has no report of its own to compare."
    if alone:
        return "It is the only outlet held: there is nobody to compare it with."
    if row.cells == 0:
        return "None of its own reports has a value here: there was nothing to count."
    if row.events == 0:
        return "No other outlet has a value on the events it tells: there is nobody to compare it with."
    if row.events < row.fewest:
        return f"It has a value on {_events(row.events)} that others tell as well; {row.fewest} are needed."
    if row.telling == 0:
        return f"All outlets have the same value on each of its {row.events} events: nothing varies."
    if row.telling < row.fewest:
        return (
            f"On only {row.telling} of its {row.events} events do the outlets' values differ; {row.fewest} are needed."
        )
    if row.points < row.fewest:
        told = "are all of one story" if row.points == 1 else f"count as {row.points}"
        return (
            f"The {_events(row.telling)} on which the outlets' values differ {told}: what is told of one story within "
            f"four weeks is one piece of evidence, and {row.fewest} are needed."
        )
    if row.counted < FEWEST_COUNTED and row.voice != "headline":
        return f"Its values here rest on {row.counted} sentences or the like in all; {FEWEST_COUNTED} are needed."
    if row.found < FEWEST_FOUND:
        return (
            f"What is counted here was found fewer than {FEWEST_FOUND} times in its reports, and would be at the "
            "others' rate: a handful of words is no habit."
        )
    return "It differs from the others by the same on every event: without any spread nobody can say how sure that is."


def _events(number: int) -> str:
    return "1 event" if number == 1 else f"{number} events"
