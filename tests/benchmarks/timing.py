"""How two ways of doing the same work are timed in one run: ratios, for absolute figures depend on the machine."""

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of doing the work."""

    name: str
    articles: int
    """How many articles it works on in a round; fewer than the others do where it is far slower."""
    work: Callable[[Any], object]
    """Does the work with one round's material; what it returns is thrown away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Processor seconds that a way took for one article, one figure a round."""

    name: str
    seconds: tuple[float, ...]


def options(arguments: Sequence[str] | None, *, about: str, articles: int, rounds: int) -> argparse.Namespace:
    """Return `articles` (in a round) and `rounds` from the command line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--articles", type=int, default=articles, help=f"articles in a round (default {articles})")
    parser.add_argument("--rounds", type=int, default=rounds, help=f"rounds (default {rounds})")
    return parser.parse_args(arguments)


def timed(ways: Sequence[Way], material: Callable[[int], object], *, rounds: int) -> list[Timed]:
    """Return what each way took. All take their turn in every round, on the same material.

    `material(seed)` makes what a round works on, other articles in every round, so that nothing is remembered of them.
    Round 0 is not counted: it loads modules and lists. Processor time is counted, not time on the wall.
    """
    seconds: list[list[float]] = [[] for _ in ways]
    for number in range(rounds + 1):
        given = material(number)
        for spent, way in zip(seconds, ways, strict=True):
            gc.collect()
            started = time.process_time()
            way.work(given)
            spent.append((time.process_time() - started) / way.articles)
    return [Timed(name=way.name, seconds=tuple(spent[1:])) for way, spent in zip(ways, seconds, strict=True)]


def told(title: str, found: Sequence[Timed]) -> None:
    """Print the articles per second of each way, and how many times as fast as the first one the others are.

    Both are medians of the rounds; the least and the greatest ratio of a round stand in brackets.
    """
    click.echo(title)
    for each in found:
        line = f"  {each.name:<64} {1 / statistics.median(each.seconds):>9,.1f} articles/s"
        if each is not found[0]:
            ratios = [slow / quick for slow, quick in zip(found[0].seconds, each.seconds, strict=True)]
            line += f"  x {statistics.median(ratios):,.2f} ({min(ratios):,.2f} to {max(ratios):,.2f})"
        click.echo(line)
