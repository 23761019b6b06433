"""Time and memory for adding some invented articles to many: copies, credits and grouping, with what a run keeps."""

import argparse
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
import numpy as np

from analysis.kept_copies import printed_in
from analysis.kept_grouping import grouped_in
from analysis.last_run import LastRun
from analysis.parts import Parts
from analysis.run import articles_frame
from analysis.store import NewRun
from analysis.tables import rows
from sources.article import Article
from tests.benchmarks.grouping import planted
from tests.benchmarks.growth import memory

NOW = datetime(2027, 6, 1, tzinfo=UTC)


def run(arguments: Sequence[str] | None = None) -> None:
    """Group the articles, then add some, and print processor time and memory of each step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="articles that are there")
    parser.add_argument("--added", type=int, default=100, help="newer articles that are added")
    given = parser.parse_args(arguments)
    frame, _ = planted(given.articles + given.added)
    newest = np.argsort(frame["published"].to_numpy(), kind="stable")[given.articles :]
    everything = [
        Article(id=row.id, outlet=row.outlet, title=row.title, text=row.text, published=row.published.to_pydatetime(),
                language="en", source="invented")
        for row in rows(frame)
    ]  # fmt: skip
    there = np.ones(len(frame), bool)
    there[newest] = False
    del frame
    click.echo("Adding: articles, s of the processor, MB at most")
    with tempfile.TemporaryDirectory() as folder:
        first = [article for article, old in zip(everything, there.tolist(), strict=True) if old]
        last = _run(Path(folder), first, LastRun(), hour=1)
        _run(Path(folder), everything, last, hour=2)


def _run(folder: Path, articles: Sequence[Article], last: LastRun, *, hour: int) -> LastRun:
    """Do what a run does of copies, credits and groups, and return it."""
    with NewRun(folder, now=NOW.replace(hour=hour)) as made:
        known = articles_frame(articles)
        Parts(made, last)
        started = time.process_time()
        copies, credits = printed_in(made, last, articles, known)
        printed = time.process_time()
        frames = (known, copies, credits)
        grouped = grouped_in(made, last, articles, frames, changes=(), now=NOW, tell=lambda _: None)
        done = time.process_time()
        for name, frame in (
            ("stories", grouped.stories), ("events", grouped.events), ("members", grouped.members),
            ("copies", copies), ("credits", credits),
        ):  # fmt: skip
            made.add(name, frame)
        file = made.finish({})
    _say("copies and credits", len(articles), printed - started)
    _say("grouping", len(articles), done - printed)
    return LastRun(file=file, members=grouped.members)


def _say(what: str, number: int, took: float) -> None:
    click.echo(f"  {what:<20} {number:>9,} {took:>8.1f} s {memory():>7,.0f} MB")


if __name__ == "__main__":
    run()
