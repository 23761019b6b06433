"""How often what a value counts was found: a rate that rests on a handful of words is no evidence of a habit."""

from functools import cache

import numpy as np

from analysis.outlets.cells import Block, Codes, Reals


def rate(measure: str) -> tuple[float, bool] | None:
    """Return in how many units a value is given (per 1,000 words: 1000) and whether it is a share; None: no rate."""
    return _rates().get(measure)


@cache
def _rates() -> dict[str, tuple[float, bool]]:
    from analysis.measures import ALL_MEASURES

    found = {}
    for measure in ALL_MEASURES:
        for value in measure.values:
            if value.unit.startswith("per 1,000 "):
                found[value.name] = (1000.0, False)
            elif value.unit.startswith("share of "):
                found[value.name] = (1.0, True)
    return found


def occurrences(block: Block, outlet: Codes, *, outlets: int) -> Reals:
    """Return how often each outlet's own reports have what is counted, or would at the others' rate: the greater.

    Only events count that another outlet tells. Of a share what is rarer counts: what has it, or what has not. NaN for
    values that are no rate of anything, as an average or a grade is.
    """
    known = rate(block.measure)
    if known is None:
        return np.full(outlets, np.nan)
    scale, share = known
    told = np.bincount(block.event)[block.event] if len(block.event) else np.zeros(0, dtype=np.int64)
    met = told > 1
    who, value, units = outlet[met], block.value[met], block.counted[met].astype(np.float64)
    total = np.bincount(block.event, weights=block.value)[block.event][met] if met.any() else np.zeros(0)
    others = (total - value) / np.maximum(told[met] - 1, 1)
    own, likely, of = (
        np.bincount(who, weights=each * units / scale, minlength=outlets) for each in (value, others, np.ones(len(who)))
    )
    if share:
        own, likely = np.minimum(own, of - own), np.minimum(likely, of - likely)
    found: Reals = np.maximum(own, likely)
    return found
