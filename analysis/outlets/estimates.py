"""The difference of each outlet from the others on the same events, and how far chance alone could move it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

COMMON: Final = 0.5
"""How many events' worth the spread of all outlets counts beside an outlet's own: chosen by `tests.benchmarks.worlds`.

With none, an outlet of five events whose values happen to lie close together passes for sure of its difference: under
skewed scores p below 0.001 comes up to nine times as often as it should. With one or more, intervals of noisy outlets
cover too little and those of quiet ones too much.
"""

_NOISE = 1e-10
"""Spread below this part of the values' size is rounding, no spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """What is estimated for each outlet, by its number. All arrays are as long as there are outlets."""

    events: Codes
    """Events on which the outlet and at least one other have a value."""
    telling: Codes
    """Of these, events on which the outlets' values are not all the same: the others say nothing of chance."""
    points: Codes
    """Clusters of telling events: what they count as where chance is judged."""
    difference: Reals
    """NaN where there is no such event."""
    error: Reals
    """Standard error of the difference. NaN below two clusters; 0 where its difference is the same on every event."""
    freedom: Reals
    """Degrees of freedom of the error. NaN below two clusters."""
    skew: Reals
    """Skewness of the difference's own distribution: that of the scores, divided by the root of the events."""

    def chance(self) -> Reals:
        """Return p: how often chance alone gives a difference as far from 0 or farther. NaN where the error is 0."""
        from scipy.special import stdtr

        with np.errstate(divide="ignore", invalid="ignore"):
            p: Reals = 2 * stdtr(self.freedom, -np.abs(straightened(self.difference / self.error, self.skew)))
        p[~(self.error > 0)] = np.nan
        return p

    def interval(self, *, covers: float = 0.95) -> tuple[Reals, Reals]:
        """Return the ends of the interval. NaN where the error is 0. It holds 0 where p is above 1 - `covers`."""
        from scipy.special import stdtrit

        reach = stdtrit(self.freedom, (1 + covers) / 2)
        known = np.where(self.error > 0, self.error, np.nan)
        low = self.difference - known * bent(reach, self.skew)
        high = self.difference - known * bent(-reach, self.skew)
        return low, high


def estimates(
    outlet: Codes, event: Codes, value: Reals, *, outlets: int, cluster: Codes | None = None, common: float = COMMON
) -> Estimates:
    """Return the estimates from one value for each pair of outlet and event (numbers from 0).

    For each outlet in turn this is the regression of the values on one dummy (this outlet, or another) with an effect
    for each event. Its coefficient is the mean over events of the differences d from the mean of the others, weighted
    by w = (k - 1) / k, where k outlets tell the event: half for an event of two, nearly one for an event of many, which
    is as sure as each difference is. So every comparison stays inside an event, and events count about alike.

    The error is cluster-robust: the bias-reduced linearization (CR2) with the degrees of freedom of Bell & McCaffrey
    (2002), event effects taken out as in Pustejovsky & Tipton (2018). `cluster` says for each value to which cluster
    of events its event belongs (`analysis.outlets.clusters`); by default each event is one. For one coefficient both
    have a closed form. With d the weighted mean of a cluster's differences, h its part of the sum of w, and
    a = h² / (1 - h):

        CR2 = sum of a (d - difference)²,    freedom = 1 / (sum of h² + (sum of a)² - sum of a²)

    With equal weights and single events they are those of the t-test. Two things are added, for scores are skewed and
    events few. The variance is a mean of CR2, which counts as its degrees of freedom, and of that which the spread of
    all outlets on the same events gives, which counts as `common`: an empirical prior as in Smyth (2004), of fixed
    weight.
    And the statistic is straightened by Hall's (1992) cubic with the skewness that all outlets' scores have together.
    """
    told = np.bincount(event)[event] if len(event) else np.zeros(0, dtype=np.int64)
    met = told > 1
    outlet, event, value, told = outlet[met], event[met], value[met], told[met]
    group, who = _grouped(outlet, event if cluster is None else cluster[met], alone=cluster is None)
    value = value - (value.mean() if len(value) else 0.0)
    held = int(event.max()) + 1 if len(event) else 0
    left = value - (_sums(event, value, held) / np.maximum(np.bincount(event, minlength=held), 1))[event]
    weight = ((told - 1) / told).astype(np.float64)
    events = np.bincount(outlet, minlength=outlets)
    size = _sums(outlet, weight, outlets)
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = _sums(outlet, left, outlets) / size
        of_group = weight if group is None else _sums(group, weight, len(who))
        apart = (left if group is None else _sums(group, left, len(who))) / of_group
        share = of_group / size[who]
        part = share**2 / (1 - share)
        own = _sums(who, part * (apart - difference[who]) ** 2, outlets)
        parts = _sums(who, part, outlets)
        freedom = 1 / (_sums(who, share**2, outlets) + parts**2 - _sums(who, part**2, outlets))
        spread, skewness = _of_all(event, left, told, held)
        shared = _sums(outlet, weight * spread[event], outlets) / size**2
        skew = skewness * _sums(outlet, weight * (2 * weight - 1), outlets) / size**1.5
        known = _sums(outlet, (told - 1).astype(np.float64), outlets)
        error = np.sqrt((freedom * own + common * shared) / (freedom + common))
        together = (freedom + common) ** 2 / (freedom + common**2 / known)
    scale = np.abs(value).max() if len(value) else 0.0
    error[own <= (_NOISE * scale) ** 2] = 0.0
    tells = (spread > (_NOISE * scale) ** 2)[event]
    telling = np.bincount(outlet[tells], minlength=outlets)
    points = telling
    if group is not None:
        points = np.bincount(who[np.bincount(group[tells], minlength=len(who)) > 0], minlength=outlets)
    few = np.bincount(who, minlength=outlets) < 2
    error[few], together[few], skew[few] = np.nan, np.nan, np.nan
    return Estimates(
        events=events, telling=telling, points=points, difference=difference, error=error, freedom=together, skew=skew
    )


def _grouped(outlet: Codes, cluster: Codes, *, alone: bool) -> tuple[Codes | None, Codes]:
    """Return for each value the number of its outlet's cluster, and the outlet of each of these; None: all alone."""
    if alone or not len(outlet):
        return None, outlet
    key, group = np.unique(outlet * (int(cluster.max()) + 1) + cluster, return_inverse=True)
    return (None, outlet) if len(key) == len(outlet) else (group, key // (int(cluster.max()) + 1))


def _of_all(event: Codes, left: Reals, told: Codes, held: int) -> tuple[Reals, float]:
    """Return each event's variance over its outlets, and the skewness of the scores inside events, of all together.

    Both are made of unbiased cumulants (k-statistics) of the scores less their event's mean; an event of two outlets
    says nothing of the skewness.
    """
    k = np.bincount(event, minlength=held).astype(np.float64)
    spread = _sums(event, left**2, held) / (k - 1)
    third = _sums(event, left**3, held) * k / (k - 1)  # k - 2 times the third k-statistic
    middle = float(np.nansum((k - 1) * spread) / max(np.sum(np.maximum(k - 1, 0)), 1))
    three = k > 2
    if middle <= 0 or not three.any():
        return spread, 0.0
    return spread, float(third[three].sum() / (k[three] - 2).sum()) / middle**1.5


def straightened(t: Reals, skew: Reals) -> Reals:
    """Return Hall's (1992) cubic of a studentised mean: where the scores are skewed, it is nearer to Student's t."""
    c = skew / 3
    straight: Reals = t + c * t**2 + c**2 * t**3 / 3 + skew / 6
    return straight


def bent(straight: Reals, skew: Reals) -> Reals:
    """Return the t of which `straight` is the cubic."""
    c = skew / 3
    y = straight - skew / 6
    small = np.abs(c) < 1e-6
    safe = np.where(small, 1.0, c)
    bent: Reals = np.where(small, y, (np.cbrt(1 + 3 * safe * y) - 1) / safe)
    return bent


def _sums(group: Codes, weights: Reals, groups: int) -> Reals:
    sums: Reals = np.bincount(group, weights=weights, minlength=groups).astype(np.float64, copy=False)
    return sums
