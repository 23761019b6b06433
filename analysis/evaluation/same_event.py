"""How often articles on one event are brought together, and only those."""

import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.evaluation.annotated import articles_of, body, json_lines, moments
from analysis.evaluation.task import Evaluated, Task
from analysis.stories.copies import find_copies
from analysis.stories.grouping import group
from analysis.tables import CREDITS

SEED = 20261121
"""Seed of the order of the pool and of the jitter of dates."""

JITTER = (-1.0, 2.0)
"""Days by which a page's date may lie from that of its event, where the file has only the latter."""


def agreement(predicted: Sequence[str], gold: Sequence[str]) -> dict[str, float]:
    """Return B-cubed (Bagga and Baldwin, 1998) and pairwise precision, recall and F1 of a grouping, each 0 to 1.

    Pairwise figures are 1 where there is no pair to be right or wrong about.
    """
    table = pd.crosstab(pd.Series(predicted, dtype="str"), pd.Series(gold, dtype="str")).to_numpy(dtype=float)
    found, wanted = table.sum(axis=1, keepdims=True), table.sum(axis=0, keepdims=True)
    members = table.sum()
    figures = _prf("bcubed", (table**2 / found).sum() / members, (table**2 / wanted).sum() / members)
    right, said, true = (_pairs(counts) for counts in (table, found, wanted))
    return figures | _prf("pairwise", right / said if said else 1.0, right / true if true else 1.0)


def _pairs(counts: NDArray[np.float64]) -> float:
    return float((counts * (counts - 1) / 2).sum())


def _prf(name: str, precision: float, recall: float) -> dict[str, float]:
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {f"{name}_precision": float(precision), f"{name}_recall": float(recall), f"{name}_f1": float(f1)}


def _dates(rows: Sequence[Mapping[str, object]], rng: random.Random) -> list[object] | None:
    """Return a date for each row, None where the file has none at all."""
    if any(row.get("published") for row in rows):
        return [row.get("published") for row in rows]
    if not any(row.get("story_date") for row in rows):
        return None
    known = moments([row.get("story_date") for row in rows])
    days = [timedelta(days=rng.uniform(*JITTER)) for _ in rows]
    return [None if pd.isna(moment) else (moment + day).isoformat() for moment, day in zip(known, days, strict=True)]


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Group the pool with the shipped code and thresholds, without and with dates. Raises InputError."""
    rows = json_lines(path, fields=("id", "story", "title"))
    rng = random.Random(SEED)
    rng.shuffle(rows)
    ids, titles, texts = [str(row["id"]) for row in rows], [row["title"] for row in rows], [body(row) for row in rows]
    gold = [str(row["story"]) for row in rows]
    dates = _dates(rows, rng)
    figures: dict[str, object] = {"undated": None, "dated": None}
    predictions: list[dict[str, object]] = [
        {"id": article, "gold": story} for article, story in zip(ids, gold, strict=True)
    ]
    for name, published in (("undated", [None] * len(rows)), ("dated", dates)):
        if published is None:
            continue
        pool = articles_of(ids, titles, texts, published)
        grouped = group(pool, find_copies(pool), CREDITS.empty())
        members = grouped.members.set_index("article").loc[ids]
        figures[name] = agreement(members["event"].tolist(), gold)
        if name == "undated":
            figures |= {"stories": len(grouped.stories), "largest_story": int(grouped.stories["articles"].max())}
        for row, event, story, reason in zip(
            predictions, members["event"], members["story"], members["reason"], strict=True
        ):
            row |= {f"event_{name}": event, f"story_{name}": story, f"reason_{name}": reason}
    figures |= {"articles": len(rows), "events": len(set(gold))}
    return Evaluated(figures, predictions)


TASK = Task(
    name="same-event",
    meaning="How well articles are grouped into events, by B-cubed and pairwise precision, recall and F1.",
    data="JSON lines with id, story (the event), title, sentences or text, and published or story_date",
    run=run,
)
