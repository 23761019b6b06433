"""Invented pairs of outlets that do not differ, and events that run on: how often the intervals hold the truth.

`python -m tests.benchmarks.pair_worlds` prints the figures of docs/method.md.
"""

import argparse
from collections.abc import Callable, Sequence
from typing import Final

import click
import numpy as np
import numpy.typing as npt

from analysis.outlets.estimates import estimates
from analysis.outlets.paired import paired
from analysis.outlets.profiles import FEWEST_EVENTS
from tests.benchmarks.worlds import NUMBERS, Noise, even, skewed, very_skewed

Reals = npt.NDArray[np.float64]


def rare(rng: np.random.Generator, shape: tuple[int, ...]) -> Reals:
    """Return rates of something that half of the reports do not have at all, less their mean."""
    return rng.exponential(size=shape) * (rng.random(shape) < 0.5) - 0.5


def _apart(first: Noise, second: Noise, *, size: float = 1.0) -> Noise:
    return lambda rng, shape: first(rng, shape) - size * second(rng, shape)


PAIRS: Final[dict[str, Noise]] = {
    "even scores": _apart(even, even),
    "both very skewed": _apart(very_skewed, very_skewed),
    "one skewed, the other even": _apart(skewed, even, size=0.3),
    "one very skewed, the other half as noisy": _apart(very_skewed, very_skewed, size=0.5),
    "one very skewed, the other without noise": _apart(very_skewed, very_skewed, size=0.0),
    "what half of the reports do not have": _apart(rare, rare),
}
"""How the differences of two outlets come about."""


def pair_covered(noise: Noise, *, events: int, times: int, seed: int = 0) -> tuple[float, float]:
    """Return the share of 95 % intervals that hold the truth, and that of Student's alone."""
    from scipy.stats import t

    values = noise(np.random.default_rng([seed, events]), (times, events))
    made = paired(values.ravel(), np.repeat(np.arange(times), events), groups=times, fewest=FEWEST_EVENTS)
    held = ((made.low <= 0) & (made.high >= 0))[made.enough]
    error = values.std(axis=1, ddof=1) / np.sqrt(events)
    student = np.abs(values.mean(axis=1)) <= t.ppf(0.975, events - 1) * error
    return float(held.mean()), float(student[made.enough].mean())


def running_on(*, stories: int, length: int, times: int, seed: int = 0) -> tuple[float, float]:
    """Return the share of intervals of eight outlets that hold the truth, and that without regard to stories.

    Each story has `length` events. Half of what an outlet's value differs by on an event is the same on all of a
    story's events, as where one writer tells them.
    """
    rng = np.random.default_rng([seed, stories])
    outlets, events = 8, stories * length
    outlet, event = np.nonzero(np.ones((outlets, events)))
    held: list[list[npt.NDArray[np.bool_]]] = [[], []]
    for _ in range(times):
        values = rng.normal(size=(outlets, events)) + np.repeat(rng.normal(size=(outlets, stories)), length, axis=1)
        for kept, cluster in zip(held, (event // length, None), strict=True):
            low, high = estimates(outlet, event, values.ravel(), outlets=outlets, cluster=cluster).interval()
            kept.append((low <= 0) & (high >= 0))
    with_stories, without = (float(np.concatenate(each).mean()) for each in held)
    return with_stories, without


def main(arguments: Sequence[str] | None = None, *, say: Callable[[str], None] = click.echo) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20_000, help="pairs for each figure")
    given = parser.parse_args(arguments)
    for name, noise in PAIRS.items():
        shares = [pair_covered(noise, events=events, times=given.times) for events in NUMBERS]
        say(f"{name:<44}" + "".join(f"{100 * ours:7.1f} % (t: {100 * student:.1f})" for ours, student in shares))
    for stories, length in ((5, 4), (20, 4), (40, 2)):
        ours, alone = running_on(stories=stories, length=length, times=max(1, given.times // 40))
        say(f"{stories} stories of {length} events: {100 * ours:.1f} %, each event for itself {100 * alone:.1f} %")


if __name__ == "__main__":
    main()
