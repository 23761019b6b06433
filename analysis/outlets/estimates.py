"""The difference of each outlet from the others on the same events, and how far chance alone could move it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_NOISE = 1e-10
"""Spread below this part of the values' size is rounding, no spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """What is estimated for each outlet, by its number. All arrays are as long as there are outlets."""

    events: Codes
    """Events on which the outlet and at least one other have a value."""
    difference: Reals
    """NaN where there is no such event."""
    error: Reals
    """Standard error of the difference: CR2, clusters are events. NaN below two events; 0 where nothing varies."""
    freedom: Reals
    """Satterthwaite degrees of freedom of the error. NaN below two events."""


def estimates(outlet: Codes, event: Codes, value: Reals, *, outlets: int) -> Estimates:
    """Return the estimates from one value for each pair of outlet and event (numbers from 0).

    For each outlet in turn this is the regression of the values on one dummy (this outlet, or another) with an effect
    for each event. Its coefficient is the mean over events of the differences d from the mean of the others, weighted
    by w = (k - 1) / k, where k outlets tell the event: half for an event of two, nearly one for an event of many, which
    is as sure as each difference is. So every comparison stays inside an event, and events count about alike.

    The standard error is cluster-robust over events: the bias-reduced linearization (CR2) with the degrees of freedom
    of Bell & McCaffrey (2002), event effects taken out as in Pustejovsky & Tipton (2018). For one coefficient both have
    a closed form, with h = w / sum of w:

        error² = sum of h² (d - difference)² / (1 - h),    freedom = 1 / (sum of h² + (sum of a)² - sum of a²),

    with a = h² / (1 - h). With equal weights they are those of the t-test.
    """
    told = np.bincount(event)[event] if len(event) else np.zeros(0, dtype=np.int64)
    met = told > 1
    outlet, event, value, told = outlet[met], event[met], value[met], told[met]
    centre = value.mean() if len(value) else 0.0
    value = value - centre
    total = np.bincount(event, weights=value)[event] if len(event) else value
    apart = (told * value - total) / (told - 1)
    weight = (told - 1) / told
    events = np.bincount(outlet, minlength=outlets)
    size = _sums(outlet, weight, outlets)
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = _sums(outlet, weight * apart, outlets) / size
        share = weight / size[outlet]
        left = apart - difference[outlet]
        part = share**2 / (1 - share)
        error = np.sqrt(_sums(outlet, part * left**2, outlets))
        parts = _sums(outlet, part, outlets)
        freedom = 1 / (_sums(outlet, share**2, outlets) + parts**2 - _sums(outlet, part**2, outlets))
    scale = np.abs(value).max() if len(value) else 0.0
    error[error <= _NOISE * scale] = 0.0
    few = events < 2
    error[few], freedom[few] = np.nan, np.nan
    return Estimates(events=events, difference=difference, error=error, freedom=freedom)


def _sums(group: Codes, weights: Reals, groups: int) -> Reals:
    sums: Reals = np.bincount(group, weights=weights, minlength=groups).astype(np.float64, copy=False)
    return sums
