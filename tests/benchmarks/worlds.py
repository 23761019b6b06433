"""Invented worlds in which it is known who differs: how often intervals hold, differences are found, and wrongly so.

`python -m tests.benchmarks.worlds` prints the figures of docs/method.md, and with `--svg FILE` draws them.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
import numpy as np
import numpy.typing as npt
from scipy.stats import false_discovery_control, ttest_ind

from analysis.outlets.estimates import Estimates, estimates
from analysis.outlets.profiles import FEWEST_EVENTS, LEVEL

Reals = npt.NDArray[np.float64]
Noise = Callable[[np.random.Generator, tuple[int, ...]], Reals]

OUTLETS, EVENTS, EFFECT = 12, 40, 0.3


def even(rng: np.random.Generator, shape: tuple[int, ...]) -> Reals:
    """Return normal noise of standard deviation 1."""
    return rng.normal(size=shape)


def skewed(rng: np.random.Generator, shape: tuple[int, ...]) -> Reals:
    """Return noise skewed as rates of words are (gamma of shape 2, skewness 1.4), of standard deviation 1."""
    return (rng.gamma(2.0, size=shape) - 2) / np.sqrt(2)


def very_skewed(rng: np.random.Generator, shape: tuple[int, ...]) -> Reals:
    """Return exponential noise (skewness 2), of standard deviation 1."""
    return rng.exponential(size=shape) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How scores come about in which no outlet differs."""

    name: str
    noise: Noise
    outlets: int = OUTLETS
    unequal: bool = False
    """Whether outlets tell from all to a third of the events, and their noise goes from half to twice the usual.

    The noisiest need not tell the fewest. There are half as many events again: most tell about as many as asked.
    """


WORLDS: Final = (
    World(name="even scores", noise=even),
    World(name="skewed scores", noise=skewed),
    World(name="very skewed scores", noise=very_skewed),
    World(name="unequal outlets", noise=even, unequal=True),
    World(name="unequal outlets, skewed scores", noise=skewed, unequal=True),
    World(name="three outlets, skewed scores", noise=skewed, outlets=3),
)


def drawn(world: World, *, events: int, times: int, rng: np.random.Generator) -> Reals:
    """Return scores by world, outlet and event; NaN where the outlet does not tell the event."""
    shape = times, world.outlets, -(-3 * events // 2) if world.unequal else events
    values = world.noise(rng, shape)
    if world.unequal:
        values *= rng.permuted(np.tile(np.geomspace(0.5, 2.0, world.outlets), (times, 1)), axis=1)[:, :, None]
        tells = np.linspace(1.0, 1 / 3, world.outlets)[None, :, None]
        values[rng.random(shape) > tells] = np.nan
    return values


def estimated(values: Reals) -> Iterator[Estimates]:
    """Yield the estimates of each world: values by world, outlet and event."""
    for each in values:
        outlet, event = np.nonzero(~np.isnan(each))
        yield estimates(outlet, event, each[outlet, event], outlets=len(each))


def covered(world: World, *, events: int, times: int, seed: int = 0) -> float:
    """Return the share of 95 % intervals that hold the truth, 0: of outlets with enough events, over all worlds."""
    held: list[npt.NDArray[np.bool_]] = []
    for made in estimated(drawn(world, events=events, times=times, rng=np.random.default_rng([seed, events]))):
        low, high = made.interval()
        enough = made.telling >= FEWEST_EVENTS
        held.append(((low <= 0) & (high >= 0))[enough])
    return float(np.concatenate(held).mean())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is called different where the first of the outlets differs, as shares."""

    found: float
    """Worlds in which it is found."""
    false: float
    """Of all other outlets, those called different."""
    discoveries: float
    """Mean share of false ones among those called different (none: 0)."""
    none: float
    """Worlds in which no outlet is called different."""
    unadjusted: float
    """Worlds in which its own p is 0.05 or less: nearly what the best of all tests at that level could find."""
    best: float
    """Worlds in which whoever knew the size of the noise would find it, looking at all outlets (q at most 0.05)."""


def planted(
    *,
    effect: float,
    of_events: float,
    events: int = EVENTS,
    times: int = 200,
    noise: Noise = even,
    seed: int = 0,
    reports: int = 1,
) -> Found:
    """Return what is found of an `effect`, in standard deviations of single scores, of one outlet in twelve.

    Each outlet has so many `reports` of each event; `of_events` is the share of the scores' variance that the events
    make.
    """
    rng = np.random.default_rng([seed, events, round(100 * of_events)])
    values = np.sqrt(of_events) * rng.normal(size=(times, 1, events))
    values = values + np.sqrt(1 - of_events) * noise(rng, (reports, times, OUTLETS, events)).mean(axis=0)
    values[:, 0] += effect
    p = np.array([made.chance() for made in estimated(values)])
    called = false_discovery_control(p, axis=1) <= LEVEL
    wrong = called[:, 1:] if effect else called
    return Found(
        found=float(called[:, 0].mean()),
        false=float(wrong.mean()),
        discoveries=float((wrong.sum(axis=1) / np.maximum(called.sum(axis=1), 1)).mean()),
        none=float((~called.any(axis=1)).mean()),
        unadjusted=float((p[:, 0] <= 0.05).mean()),
        best=_best(values, noise=np.sqrt((1 - of_events) / reports)),
    )


def _best(values: Reals, *, noise: float) -> float:
    from scipy.special import ndtr

    apart = (values - values.mean(axis=1, keepdims=True)).mean(axis=2) * OUTLETS / (OUTLETS - 1)
    z = apart / (noise * np.sqrt(OUTLETS / (OUTLETS - 1) / values.shape[2]))
    return float((false_discovery_control(2 * ndtr(-np.abs(z)), axis=1)[:, 0] <= 0.05).mean())


def disasters(*, times: int = 200, events: int = 200, seed: int = 0) -> tuple[float, float]:
    """Return how often the first outlet is called different by its plain mean, and how often by ours.

    It tells only disasters, a fifth of the events, whose scores are 1.5 lower for every outlet; it differs in nothing.
    """
    rng = np.random.default_rng(seed)
    naive = ours = 0
    for _ in range(times):
        bad = rng.random(events) < 0.2
        values = rng.normal(size=(OUTLETS, events)) - 1.5 * bad
        values[rng.random(values.shape) > 0.5] = np.nan
        values[0, ~bad] = np.nan
        own, others = values[0][~np.isnan(values[0])], values[1:][~np.isnan(values[1:])]
        naive += bool(ttest_ind(own, others, equal_var=False).pvalue <= 0.05)
        (made,) = estimated(values[None])
        ours += bool((false_discovery_control(made.chance()) <= LEVEL)[0])
    return naive / times, ours / times


SHARES: Final = (0.0, 0.2, 0.35, 0.5, 0.65, 0.75, 0.85)
NUMBERS: Final = (5, 20, 100)


def svg(coverage: dict[str, list[float]], power: list[Found]) -> str:
    """Return the figure: on the left how often intervals hold, on the right how often a difference is found."""
    ink, faint, marks = "#333", "#999", ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 390" font-family="sans-serif" font-size="13">',
        '<rect width="900" height="390" fill="#fff"/>',
        f'<g fill="{ink}"><text x="20" y="24" font-weight="bold">Intervals of 95 % that hold the truth</text>'
        '<text x="490" y="24" font-weight="bold">A difference of 0.3 standard deviations is found</text></g>',
    ]

    def up(percent: float) -> float:
        return 40 + (99 - percent) * 25

    parts.append(f'<rect x="60" y="{up(97)}" width="370" height="{up(93) - up(97)}" fill="#e8f1e8"/>')
    for percent in (91, 93, 95, 97, 99):
        parts.append(f'<line x1="60" x2="430" y1="{up(percent)}" y2="{up(percent)}" stroke="#ddd"/>')
        parts.append(f'<text x="52" y="{up(percent) + 4}" text-anchor="end" fill="{ink}">{percent} %</text>')
    for at, number in enumerate(NUMBERS):
        parts.append(f'<text x="{120 + 125 * at}" y="262" text-anchor="middle" fill="{ink}">{number} events</text>')
    for n, (name, shares) in enumerate(coverage.items()):
        for at, share in enumerate(shares):
            x, y = 120 + 125 * at - 40 + 16 * n, up(max(90.5, 100 * share))
            parts.append(f'<circle cx="{x}" cy="{y:.1f}" r="5" fill="{marks[n]}"/>')
        x, y = (60, 300 + 24 * n) if n < 3 else (250, 300 + 24 * (n - 3))
        parts.append(f'<circle cx="{x}" cy="{y - 4}" r="5" fill="{marks[n]}"/>')
        parts.append(f'<text x="{x + 12}" y="{y}" fill="{ink}">{name}</text>')

    def right(share: float) -> float:
        return 540 + share * 380

    def height(share: float) -> float:
        return 240 - share * 200

    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        parts.append(f'<line x1="540" x2="870" y1="{height(share)}" y2="{height(share)}" stroke="#ddd"/>')
        text = f'<text x="532" y="{height(share) + 4}" text-anchor="end" fill="{ink}">{share:.0%}</text>'
        parts.append(text.replace("%<", " %<"))
    lines = (
        ("found, all twelve outlets looked at", marks[0], [f.found for f in power]),
        ("the best of all tests: the noise is known", faint, [f.best for f in power]),
        ("false ones among those called different", marks[1], [f.discoveries for f in power]),
    )
    for n, (name, colour, heights) in enumerate(lines):
        dots = [(right(share), height(each)) for share, each in zip(SHARES, heights, strict=True)]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in dots)
        parts.append(f'<circle cx="540" cy="{316 + 24 * n - 4}" r="5" fill="{colour}"/>')
        parts.append(f'<text x="552" y="{316 + 24 * n}" fill="{ink}">{name}</text>')
    for share in SHARES:
        text = f'<text x="{right(share):.1f}" y="258" text-anchor="middle" fill="{ink}">{share:.0%}</text>'
        parts.append(text.replace("%<", " %<"))
    parts.append(f'<text x="540" y="280" fill="{ink}">share of the scores’ spread that the events make</text>')
    return "\n".join([*parts, "</svg>", ""])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures and draw them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--intervals", type=int, default=20_000, help="intervals for each figure of coverage")
    parser.add_argument("--times", type=int, default=200, help="worlds for each other figure")
    given = parser.parse_args(arguments)
    coverage: dict[str, list[float]] = {}
    for world in WORLDS:
        times = -(-given.intervals // world.outlets)
        coverage[world.name] = [covered(world, events=events, times=times) for events in NUMBERS]
        click.echo(f"{world.name:<34}" + "".join(f"{100 * share:8.1f} %" for share in coverage[world.name]))
    power = [planted(effect=EFFECT, of_events=share, times=given.times) for share in SHARES]
    for share, one in zip(SHARES, power, strict=True):
        said = (
            f"found {one.found:.3f}, false {one.false:.4f} of all other outlets, {one.discoveries:.3f} of those called"
        )
        click.echo(f"events make {share:4.0%}: {said}; alone {one.unadjusted:.3f}; best {one.best:.3f}")
    for reports in (2, 4):
        one = planted(effect=EFFECT, of_events=0.5, times=given.times, reports=reports)
        click.echo(f"{reports} reports of each event, events make  50%: found {one.found:.3f}; best {one.best:.3f}")
    for noise in (even, skewed):
        nothing = planted(effect=0.0, of_events=0.5, times=given.times, noise=noise)
        click.echo(f"nothing planted, {noise.__name__}: no outlet is called different in {nothing.none:.3f} of worlds")
    naive, ours = disasters(times=given.times)
    click.echo(f"only disasters: called different by its plain mean {naive:.3f}, by ours {ours:.3f}")
    if given.svg:
        given.svg.write_text(svg(coverage, power), encoding="utf-8")


if __name__ == "__main__":
    main()
