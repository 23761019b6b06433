"""Mean of paired differences over events, with an interval, for many values at once."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.outlets.estimates import bent, straightened

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
    points: Codes
    """Clusters of events that differ."""

    difference: Reals
    """Their mean; NaN for no event."""

    low: Reals
    high: Reals
    p: Reals
    """NaN, as `low` and `high`, where not `enough`."""

    enough: Flags


def paired(differences: Reals, group: Codes, *, groups: int, fewest: int, cluster: Codes | None = None) -> Paired:
    """Return the mean difference of each of `groups` groups, with its interval (95 %) and p (two-sided).

    Each event gives one difference, and whatever belongs to the event has gone. `cluster` says for each difference
    which events count as one (`analysis.outlets.clusters`); by default each stands alone. The error is CR2 over the
    clusters with the degrees of freedom of Bell & McCaffrey (2002), in the closed form of
    `analysis.outlets.estimates`; for single events it is that of the t-test (Student, Biometrika 6, 1908).

    The difference of two values that are skewed alike is hardly skewed. Where one outlet alone is skewed, t intervals
    of few events cover too little. So both ends are the farther of Student's and of those that Hall's (1992) cubic
    gives with the skewness of the differences, and p is the greater of the two: `tests.benchmarks.worlds` simulates
    what they cover. There is enough where at least `fewest` clusters differ: where all but a few are equal (a word
    that hardly anybody uses), the spread of the others cannot be told.
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
    key = group * (int(cluster.max(initial=0)) + 1) + cluster if cluster is not None else np.arange(len(group))
    kept, first, place = np.unique(key, return_index=True, return_inverse=True)
    points, of = len(kept), group[first]
    size = np.bincount(place, minlength=points).astype(np.float64)
    apart = np.bincount(place, weights=differences, minlength=points) / np.maximum(size, 1)
    told = np.bincount(of[np.bincount(place[~flat], minlength=points) > 0], minlength=groups)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = size / events[of]
        part = share**2 / (1 - share)
        left = apart - mean[of]
        own = np.bincount(of, weights=part * left**2, minlength=groups)
        parts = np.bincount(of, weights=part, minlength=groups)
        freedom = 1 / (
            np.bincount(of, weights=share**2, minlength=groups)
            + parts**2
            - np.bincount(of, weights=part**2, minlength=groups)
        )
        error = np.sqrt(own)
        enough = (told >= max(fewest, 2)) & (error > SAME * greatest)
        error, freedom = np.where(enough, error, np.nan), np.where(enough, freedom, np.nan)
        skew = _skewness(left, of, groups=groups) / np.sqrt(freedom + 1)
        reach = stdtrit(freedom, 0.975)
        t = mean / error
        low = mean - error * np.maximum(reach, bent(reach, skew))
        high = mean + error * np.maximum(reach, -bent(-reach, skew))
        p = 2 * stdtr(freedom, -np.minimum(np.abs(t), np.abs(straightened(t, skew))))
    return Paired(events, higher, lower, told, mean, low, high, p, enough)


def _skewness(left: Reals, group: Codes, *, groups: int) -> Reals:
    """Return the skewness of each group's values less their mean, of unbiased cumulants; NaN below three."""
    n = np.bincount(group, minlength=groups).astype(np.float64)
    centred = left - (np.bincount(group, weights=left, minlength=groups) / np.maximum(n, 1))[group]
    two, three = (np.bincount(group, weights=centred**power, minlength=groups) for power in (2, 3))
    with np.errstate(divide="ignore", invalid="ignore"):
        skewness: Reals = n * three / ((n - 1) * (n - 2)) / (two / (n - 1)) ** 1.5
    return skewness


def adjusted(p: Reals) -> Reals:
    """Return p after Benjamini and Hochberg (1995), over those that are not NaN."""
    from scipy.stats import false_discovery_control

    q = np.full(len(p), np.nan)
    known = ~np.isnan(p)
    if known.any():
        q[known] = false_discovery_control(p[known])
    return q
