"""Profiles of a large invented library, and the answer of a page that is filtered: processor time and memory."""

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import numpy as np
import pandas as pd

from analysis.outlets.cells import cells, chosen
from analysis.outlets.holdings import holdings
from analysis.outlets.permutation import by_chance
from analysis.outlets.profiles import profiles
from analysis.results import Results
from analysis.store import results_folder, write_run
from analysis.tables import ALL_TABLES, CREDITS

REPORTS = 6.0
"""Reports an event has on average; few have many."""

_NOON = pd.Timestamp("2025-01-01T12:00", tz="UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The frames of a run that profiles are made of."""

    scores: pd.DataFrame
    members: pd.DataFrame
    articles: pd.DataFrame
    events: pd.DataFrame
    credits: pd.DataFrame


def library(articles: int, *, outlets: int, measures: int, seed: int = 0) -> Library:
    """Return an invented library: outlets of very unequal output, events of unequal size, every tenth value missing.

    A score is its event's value plus a number of its own; the first outlet is 0.2 standard deviations higher in all.
    """
    rng = np.random.default_rng(seed)
    events = max(1, int(articles / REPORTS))
    event = np.minimum((rng.pareto(1.5, size=articles) * events / 20).astype(np.int64), events - 1)
    event = (event * 7919 + rng.integers(0, events // 4 + 1, size=articles)) % events
    weight = 1 / np.arange(1, outlets + 1) ** 0.7
    outlet = rng.choice(outlets, size=articles, p=weight / weight.sum())
    ids = _texts([f"{n:016x}" for n in range(articles)])
    days = _NOON + pd.to_timedelta(np.arange(events) * 730 // events, unit="D")
    scores = []
    for number in range(measures):
        value = rng.normal(size=events)[event] + rng.gamma(2.0, size=articles) + 0.2 * (outlet == 0)
        value[rng.random(articles) < 0.1] = np.nan
        names = {"measure": _same(f"measure.{number:02}", articles), "voice": _same("narration", articles)}
        counted = np.where(np.isnan(value), 0, 20)
        scores.append(pd.DataFrame({"article": ids, **names, "value": value, "n": counted}, copy=False))
    event_ids, story_ids = _texts([f"e{n:012}" for n in range(events)]), _texts([f"s{n:012}" for n in range(events)])
    return Library(
        scores=pd.concat(scores, ignore_index=True),
        members=pd.DataFrame(
            {"article": ids, "event": event_ids[event], "story": story_ids[event // 3], "report": ids}, copy=False
        ),
        articles=pd.DataFrame(
            {"id": ids, "outlet": _texts([f"Outlet {n:03}" for n in range(outlets)])[outlet], "published": days[event]}
        ),
        events=pd.DataFrame({"event": event_ids, "story": story_ids[np.arange(events) // 3], "first": days}),
        credits=CREDITS.empty(),
    )


def _texts(names: Sequence[str]) -> Any:
    return pd.array(list(names), dtype="str")


def _same(name: str, times: int) -> Any:
    return _texts([name])[np.zeros(times, dtype=np.int64)]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of `work`, and what it returns."""
    started = time.process_time()
    made = work()
    return time.process_time() - started, made


def peak() -> float:
    """Return the most memory this process has held, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def written(folder: Path, tables: dict[str, pd.DataFrame]) -> Results:
    """Write these tables as a run, all others empty, and open it."""
    held = {table.name: tables.get(table.name, table.empty()) for table in ALL_TABLES}
    file = folder / "library.sqlite"
    write_run(results_folder(file), held, info={}, now=_NOON.to_pydatetime())
    return Results.open(file)


def page(results: Results, *, measure: str = "measure.07") -> pd.DataFrame:
    """Return what a page shows: one measure, half of the days, every third story, a group of 40 outlets."""
    under = results.cells(measure, voice="narration", first=date(2025, 1, 1), last=date(2025, 12, 31))
    stories = [name for at, name in enumerate(under["story"].cat.categories) if at % 3 == 0]
    group = under["outlet"].cat.categories[:40].tolist()
    return profiles(chosen(under, stories=stories, outlets=group))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what each step takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--outlets", type=int, default=300)
    parser.add_argument("--measures", type=int, default=30)
    given = parser.parse_args(arguments)
    made = library(given.articles, outlets=given.outlets, measures=given.measures)
    click.echo(f"{given.articles:,} articles, {len(made.scores):,} scores; {peak():.2f} GiB are held before")
    seconds, held = timed(lambda: holdings(made.members, made.articles, made.credits))
    click.echo(f"holdings  {seconds:7.1f} s processor time  {peak():.2f} GiB")
    seconds, under = timed(lambda: cells(made.scores, made.members, made.articles, made.credits, events=made.events))
    click.echo(f"cells     {seconds:7.1f} s processor time  {peak():.2f} GiB  {len(under):,} rows")
    seconds, found = timed(lambda: profiles(under, holdings=held))
    click.echo(f"profiles  {seconds:7.1f} s processor time  {peak():.2f} GiB  {len(found):,} rows")
    seconds, _ = timed(lambda: by_chance(under))
    click.echo(f"by chance {seconds:7.1f} s processor time  {peak():.2f} GiB")
    with TemporaryDirectory() as folder:
        results = written(Path(folder), {"cells": under, "profiles": found, "holdings": held})
        for name in ("first page", "next page", "other measure"):
            measure = "measure.11" if name == "other measure" else "measure.07"
            started = time.perf_counter()
            spent, rows = timed(lambda of=measure: page(results, measure=of))
            wall = time.perf_counter() - started
            click.echo(
                f"{name:<14} {1000 * spent:5.0f} ms processor time, {1000 * wall:5.0f} ms wall, {len(rows)} rows"
            )
        results.close()


if __name__ == "__main__":
    main()
