"""The check by chance: how many differences would be called so if outlets' names were dealt out at random."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.cells import Block, blocks, coded
from analysis.outlets.estimates import Codes, Reals, estimates
from analysis.outlets.profiles import LEVEL, enough_evidence
from analysis.outlets.tables import CHANCE

MOST_SHUFFLES: Final = 200
"""Shuffles of a small library; of a large one there are fewer (see `MOST_CELLS`), for each tells more."""

MOST_CELLS: Final = 20_000_000
"""Cells shuffled in all, so that the time is bounded: about 20 seconds."""

_AT_ONCE: Final = 2_000_000
_MIXED = np.uint64(0x9E3779B97F4A7C15)


def by_chance(cells: pd.DataFrame, *, seed: int = 0, shuffles: int | None = None) -> pd.DataFrame:
    """Return CHANCE from CELLS: a row for each measure and voice, in their order.

    In every shuffle the names of the outlets that tell an event are dealt out anew among their values of this event:
    all that is the event's stays, and what is left is chance. All measures of an event are dealt out alike, and so are
    the events of a story that count as one. Then
    differences are looked for as in `profiles`, with the same minimum of evidence and over all rows together. What is
    still called different is false; `expected` is its mean number. `shuffles` is by default as many as the time allows.

    This is the randomisation test of Fisher (1935), used to check the whole procedure and not single differences.
    """
    outlet, _ = coded(cells["outlet"])
    used = np.unique(outlet)
    number = np.zeros(int(used.max()) + 1 if len(used) else 0, dtype=np.int64)
    number[used] = np.arange(len(used))
    times = shuffles or int(np.clip(MOST_CELLS // max(len(cells), 1), 1, MOST_SHUFFLES))
    names: list[tuple[str, str]] = []
    real: list[Reals] = []
    dealt: list[Reals] = []
    for block in blocks(cells):
        names.append((block.measure, block.voice))
        made = estimates(number[block.outlet], block.event, block.value, outlets=len(used), cluster=block.cluster)
        enough = enough_evidence(block, made, number[block.outlet])
        real.append(np.where(enough, made.chance(), np.nan)[None, :])
        dealt.append(_shuffled(block, number[block.outlet], enough, times=times, seed=seed))
    if not names:
        return CHANCE.empty()
    found = _called(np.stack(real, axis=1))[0].sum(axis=1)
    by = _called(np.stack(dealt, axis=1)).sum(axis=2)
    compared = [int((~np.isnan(p)).sum()) for p in real]
    rows = zip(names, compared, found.tolist(), by.mean(axis=0).tolist(), (by == 0).mean(axis=0).tolist(), strict=True)
    return CHANCE.frame((*name, times, several, here, mean, none) for name, several, here, mean, none in rows)


def _shuffled(block: Block, outlet: Codes, enough: npt.NDArray[np.bool_], *, times: int, seed: int) -> Reals:
    """Return p by shuffle and outlet; NaN where there is not enough evidence."""
    outlets, events = len(enough), int(block.event.max()) + 1
    base = np.argsort(block.event, kind="stable")
    who, when, value = outlet[base], block.event[base], block.value[base]
    together = block.cluster[base]
    step = max(1, _AT_ONCE // len(base))
    parts = []
    for begin in range(0, times, step):
        some = np.arange(begin, min(times, begin + step))
        keys = _keys(who[None, :], together[None, :], some[:, None], seed=seed)
        order = np.argsort(when[None, :] + keys, axis=1, kind="stable")
        shift = np.arange(len(some))[:, None]
        made = estimates(
            (who[None, :] + shift * outlets).ravel(),
            (when[None, :] + shift * events).ravel(),
            value[order].ravel(),
            outlets=outlets * len(some),
            cluster=np.broadcast_to(together, (len(some), len(together))).ravel(),
        )
        parts.append(np.where(enough, made.chance().reshape(len(some), outlets), np.nan))
    return np.concatenate(parts)


def _keys(outlet: Codes, cluster: Codes, shuffle: Codes, *, seed: int) -> Reals:
    """Return numbers in [0, 1) that look random and depend on these four alone (SplitMix64, Steele et al. 2014)."""
    with np.errstate(over="ignore"):
        mixed = np.uint64(seed) * _MIXED + shuffle.astype(np.uint64)
        for part in (cluster, outlet):
            mixed = _mix(mixed * _MIXED + part.astype(np.uint64))
    keys: Reals = (mixed >> np.uint64(12)).astype(np.float64) * 2.0**-52
    return keys


def _mix(z: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: npt.NDArray[np.uint64] = z ^ (z >> np.uint64(31))
    return mixed


def _called(p: Reals) -> npt.NDArray[np.bool_]:
    """Return which differences are called so; p by shuffle, measure and outlet, adjusted over a whole shuffle."""
    from scipy.stats import false_discovery_control

    called = np.zeros(p.shape, dtype=np.bool_)
    for one, out in zip(p, called, strict=True):
        sure = ~np.isnan(one)
        if sure.any():
            out[sure] = false_discovery_control(one[sure]) <= LEVEL
    return called
