"""`Scale`: from values to places on a line, with round numbers to mark on it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

_EDGE = 2.0
"""Per cent that are left free at both ends, for marks that stand there."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from `low` to `high`; `ticks` are round numbers on it, zero among them where it is inside."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Return the place of a value in per cent of the width; values beyond an end are put at it."""
        inside = min(max(value, self.low), self.high)
        return _EDGE + (100 - 2 * _EDGE) * (inside - self.low) / (self.high - self.low)


def scale(values: Iterable[float], *, around: float | None = 0.0, most: int = 5) -> Scale:
    """Return the scale that holds all `values` that are numbers, and `around` where given, with about `most` ticks."""
    known = [value for value in values if math.isfinite(value)] + ([around] if around is not None else [])
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if low == high:
        low, high = low - 0.5, high + 0.5
    step = _round_step((high - low) / most)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale(first * step, last * step, tuple(at * step for at in range(first, last + 1)))


def _round_step(least: float) -> float:
    """Return the smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `least`."""
    power: float = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * (1 - 1e-9))
