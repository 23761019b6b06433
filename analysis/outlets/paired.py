"""Mean of paired differences over events, with an interval, for many values at once."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Reals = npt.NDArray[np.float64]

SAME: Final = 1e-9
"""Differences no greater than this, as a share of the greatest, are none: sums of the same numbers in another order."""


class Paired(NamedTuple):
    """What the differences of each group of events give; an entry for each group."""

    events: Codes
    higher: Codes
    lower: Codes
    difference: Reals
    """Their mean; NaN for no event."""

    low: Reals
    high: Reals
    p: Reals
    """NaN, as `low` and `high`, where not `enough`."""

    enough: Flags


def paired(differences: Reals, group: Codes, *, groups: int, fewest: int) -> Paired:
    """Return the mean difference of each of `groups` groups, with Student's t interval (95 %) and p (two-sided).

    Each event gives one difference, so events are the clusters, and whatever belongs to the event has gone. The
    difference of two skewed values is far less skewed than either, which is what the t interval needs; the tests
    simulate that it holds its level. There is enough where at least `fewest` events differ: where all but a few are
    equal (a word that hardly anybody uses), the spread of the others cannot be told. Student, Biometrika 6, 1908.
    """
    from scipy.special import stdtr, stdtrit

    events = np.bincount(group, minlength=groups)
    greatest = np.zeros(groups)
    np.maximum.at(greatest, group, np.abs(differences))
    flat = np.abs(differences) <= SAME * greatest[group]
    higher = np.bincount(group[(differences > 0) & ~flat], minlength=groups)
    lower = np.bincount(group[(differences < 0) & ~flat], minlength=groups)
    none = np.full(groups, np.nan)
    mean = np.divide(np.bincount(group, weights=differences, minlength=groups), events, out=none, where=events > 0)
    left = np.bincount(group, weights=(differences - mean[group]) ** 2, minlength=groups)
    spread = np.sqrt(left / np.maximum(events - 1, 1))
    enough = (events >= max(fewest, 2)) & (higher + lower >= fewest) & (spread > SAME * greatest)
    error = np.where(enough, spread / np.sqrt(np.maximum(events, 1)), np.nan)
    freedom = np.where(enough, events - 1.0, np.nan)
    reach = stdtrit(freedom, 0.975) * error
    p = 2 * stdtr(freedom, -np.abs(mean) / error)
    return Paired(events, higher, lower, mean, mean - reach, mean + reach, p, enough)


def adjusted(p: Reals) -> Reals:
    """Return p after Benjamini and Hochberg (1995), over those that are not NaN."""
    from scipy.stats import false_discovery_control

    q = np.full(len(p), np.nan)
    known = ~np.isnan(p)
    if known.any():
        q[known] = false_discovery_control(p[known])
    return q
