"""How well events are told apart where it is hard: look-alikes, many stories in three weeks, limits chosen on others.

The limits of `analysis.stories.moments` were chosen on one file of annotated news. Here they are chosen anew on half of
its events and judged on the other half, both ways, so that no event helps to choose what it is judged by.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
import pandas as pd

from analysis.evaluation.annotated import articles_of, body, json_lines
from analysis.evaluation.same_event import agreement
from analysis.stories import moments
from analysis.stories.copies import find_copies
from analysis.stories.corrections import bonds_of
from analysis.stories.grouping import events_of, group, sets_of
from analysis.stories.similarity import vectors
from analysis.tables import COPIES, CREDITS
from tests.analysis.look_alikes import look_alikes

UNDATED = (0.12, 0.14, 0.16, 0.18, 0.2, 0.22)
DATED = (0.04, 0.06, 0.08, 0.1, 0.12)
CLOSENESS = (0.6, 0.7, 0.8, 0.9)
"""Limits to choose from: `SAME_EVENT`, `SAME_EVENT_DATED` and `CLOSE`."""

WEEKS = 3.0
"""Weeks into which all events are put where many stories run side by side."""


class Told(NamedTuple):
    """Annotated reports and the event of each."""

    frame: pd.DataFrame
    gold: list[str]


def read(path: Path, *, weeks: float = WEEKS, seed: int = 1) -> Told:
    """Return the reports of the file, its events at random in some weeks, each report a day before to two after."""
    rows = sorted(json_lines(path, fields=("id", "story", "title")), key=lambda row: str(row["id"]))
    gold = [str(row["story"]) for row in rows]
    rng = np.random.default_rng(seed)
    begins = dict(zip(sorted(set(gold)), rng.uniform(0, 7 * weeks, len(set(gold))), strict=True))
    days = [begins[event] + rng.uniform(-1, 2) for event in gold]
    dates = [(pd.Timestamp("2026-01-05", tz="UTC") + pd.Timedelta(days=day)).isoformat() for day in days]
    ids, titles, texts = [str(row["id"]) for row in rows], [row["title"] for row in rows], [body(row) for row in rows]
    return Told(articles_of(ids, titles, texts, dates), gold)


class Grouper:
    """Groups the same reports many times, with other limits."""

    def __init__(self, told: Told, *, dated: bool) -> None:
        frame = told.frame.sort_values("id").reset_index(drop=True)
        event_of = dict(zip(told.frame["id"], told.gold, strict=True))
        self.gold = [event_of[article] for article in frame["id"]]
        self._times = moments.days_of(frame["published"]) if dated else np.full(len(frame), np.nan)
        self._sets, self._printed = sets_of(
            frame["id"].to_numpy(dtype=object), self._times, find_copies(frame), bonds_of(())
        )
        self._made = vectors(frame, counted=self._printed == np.arange(len(frame)))

    def f1(self, **limits: float) -> float:
        """Return B-cubed F1 with these limits in place of those of `analysis.stories.moments`."""
        with _limits(limits):
            events, _ = events_of(self._made, self._times, self._printed, self._sets, bonds_of(()))
        return agreement([str(event) for event in events], self.gold)["bcubed_f1"]


@contextmanager
def _limits(limits: dict[str, float]) -> Iterator[None]:
    shipped = {name: getattr(moments, name) for name in limits}
    try:
        for name, value in limits.items():
            setattr(moments, name, value)
        yield
    finally:
        for name, value in shipped.items():
            setattr(moments, name, value)


def halves(told: Told, *, seed: int) -> tuple[Told, Told]:
    """Return the reports of one half of the events, and those of the other."""
    events = sorted(set(told.gold))
    one = set(np.random.default_rng(seed).permutation(events)[: len(events) // 2].tolist())
    inside = np.array([event in one for event in told.gold])
    parts = [
        Told(told.frame[which].reset_index(drop=True), [e for e, w in zip(told.gold, which, strict=True) if w])
        for which in (inside, ~inside)
    ]
    return parts[0], parts[1]


def held_out(told: Told, *, dated: bool, seed: int) -> tuple[float, float]:
    """Return B-cubed F1 on events that did not help to choose the limits, and with the limits as shipped: means."""
    groupers = [Grouper(part, dated=dated) for part in halves(told, seed=seed)]
    name, values = ("SAME_EVENT_DATED", DATED) if dated else ("SAME_EVENT", UNDATED)
    choices = [{name: value, "CLOSE": close} for value, close in product(values, CLOSENESS)]
    reached = [[grouper.f1(**choice) for choice in choices] for grouper in groupers]
    best = [int(np.argmax(figures)) for figures in reached]
    return (reached[1][best[0]] + reached[0][best[1]]) / 2, sum(grouper.f1() for grouper in groupers) / 2


def run(arguments: Sequence[str] | None = None) -> None:
    """Print B-cubed F1 of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="annotated news: JSON lines with id, story, title and sentences")
    parser.add_argument("--splits", type=int, default=3, help="how often events are split in halves")
    given = parser.parse_args(arguments)
    click.echo("Same event: B-cubed F1, undated and dated")
    _say("look-alikes, all beside each other", *(_alike(dated=dated) for dated in (False, True)))
    if given.data is None:
        return
    told = read(given.data)
    _say(f"all events within {WEEKS:.0f} weeks", *(Grouper(told, dated=dated).f1() for dated in (False, True)))
    for seed in range(given.splits):
        both = [held_out(told, dated=dated, seed=seed) for dated in (False, True)]
        _say(f"split {seed}: limits chosen on the other half", *(chosen for chosen, _ in both))
        _say(f"split {seed}: limits as they are", *(shipped for _, shipped in both))


def _alike(*, dated: bool) -> float:
    frame, gold = look_alikes(dated=dated)
    members = group(frame, COPIES.empty(), CREDITS.empty()).members.set_index("article").loc[frame["id"]]
    return agreement(members["event"].tolist(), gold)["bcubed_f1"]


def _say(what: str, undated: float, dated: float) -> None:
    click.echo(f"  {what:<48} {undated:.3f}  {dated:.3f}")


if __name__ == "__main__":
    run()
