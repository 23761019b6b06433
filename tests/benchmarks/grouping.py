"""Time and memory for grouping ever more invented articles with planted events, and for adding some to many."""

import argparse
import time
from collections.abc import Sequence

import click
import numpy as np
import pandas as pd

from analysis.stories.background import background
from analysis.stories.grouping import group_all
from analysis.stories.regrouping import Before, regroup
from analysis.tables import ARTICLES, COPIES, CREDITS
from tests.benchmarks.growth import memory, new_word

WORDS = 400
"""Words of an article."""

EVENT = 0.22
"""Share of the words that only the event has: people, places, things."""

STORY = 0.08
"""Share of the words that all events of a story have."""

A_DAY = 300
"""Articles that are published in a day."""

LONGEST = 60
"""Articles of the largest events; their numbers fall off as one over the size, as those of real events about do."""


def planted(number: int, *, seed: int = 1, size: int | None = None) -> tuple[pd.DataFrame, list[str]]:
    """Return `number` articles (ARTICLES) and the event of each. Three events make a story, a week between them.

    With `size` all events have so many articles.
    """
    rng = np.random.default_rng(seed)
    common = np.array([term for term in background().frequencies if " " not in term], object)
    counts = np.array([n for term, n in background().frequencies.items() if " " not in term], float)
    often = np.cumsum(counts / counts.sum())
    days = max(number / A_DAY, 3.0)
    rows, gold, names = [], [], 1
    while len(rows) < number:
        topic = [new_word(names + at).capitalize() for at in range(12)]
        names += 12
        begins = rng.uniform(0, days)
        for moment in range(3):
            own = [new_word(names + at) for at in range(40)]
            own = [word.capitalize() if at % 2 else word for at, word in enumerate(own)]
            names += 40
            for _ in range(size or int(min(1 / (1 - rng.random()), LONGEST))):
                if len(rows) == number:
                    break
                kinds = rng.random(WORDS)
                general = common[np.searchsorted(often, rng.random(WORDS)).clip(0, len(common) - 1)]
                told = (rng.random(WORDS) ** 2 * len(own)).astype(int)
                about = (rng.random(WORDS) ** 2 * len(topic)).astype(int)
                words = [
                    own[t] if k < EVENT else topic[a] if k < EVENT + STORY else g
                    for k, g, t, a in zip(kinds.tolist(), general.tolist(), told.tolist(), about.tolist(), strict=True)
                ]
                lines = [" ".join(words[at : at + 20]) + "." for at in range(0, WORDS, 20)]
                when = pd.Timestamp("2026-01-01", tz="UTC") + pd.Timedelta(
                    days=begins + 8 * moment + rng.exponential(0.7)
                )
                rows.append({
                    "id": f"{rng.integers(2**63):016x}", "outlet": f"Outlet {rng.integers(60)}",
                    "title": " ".join([own[0], own[1], *words[:6]]), "text": "\n\n".join(lines),
                    "published": when, "language": "en", "source": "invented",
                })  # fmt: skip
                gold.append(str(names))
    frame = ARTICLES.frame(tuple(row.get(name) for name in ARTICLES.names) for row in rows)
    return frame, gold


def run(arguments: Sequence[str] | None = None) -> None:
    """Group the articles and print processor time, memory and how well the planted events were found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000], help="numbers to group")
    parser.add_argument("--undated", action="store_true", help="take the dates away")
    parser.add_argument("--added", type=int, default=0, help="add so many newer articles, and say what that takes")
    given = parser.parse_args(arguments)
    click.echo("Grouping: articles, s of the processor, ms for each, MB at most, B-cubed F1 of the planted events")
    for number in given.articles:
        everything, gold = planted(number + given.added)
        newest = np.argsort(everything["published"].to_numpy(), kind="stable")[number:]
        if given.undated:
            everything["published"] = pd.NaT
        frame = everything.drop(index=newest)
        gold = [gold[row] for row in frame.index]
        started = time.process_time()
        grouped, kept = group_all(frame, COPIES.empty(), CREDITS.empty())
        members = grouped.members
        took = time.process_time() - started
        found = members.set_index("article").loc[frame["id"], "event"].tolist()
        f1 = scored(found, gold)
        click.echo(f"  {number:>9,} {took:>8.1f} s {1000 * took / number:>7.2f} ms {memory():>7,.0f} MB {f1:.3f}")
        if given.added:
            started = time.process_time()
            regroup(everything, COPIES.empty(), CREDITS.empty(), before=Before(grouped, kept, ()))
            took = time.process_time() - started
            click.echo(f"  {given.added:>+9,} {took:>8.1f} s {1000 * took / given.added:>7.2f} ms {memory():>7,.0f} MB")


def scored(found: list[str], gold: list[str]) -> float:
    """Return B-cubed F1; not by a full table, which many events would not fit in."""
    one, other = pd.factorize(pd.Series(found))[0], pd.factorize(pd.Series(gold))[0]
    both = pd.Series(one.astype(np.int64) * (other.max() + 1) + other)
    overlap = both.map(both.value_counts()).to_numpy(float)
    precision = (overlap / np.bincount(one)[one]).mean()
    recall = (overlap / np.bincount(other)[other]).mean()
    return float(2 * precision * recall / (precision + recall))


if __name__ == "__main__":
    run()
