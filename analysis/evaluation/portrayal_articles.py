"""Whether articles on one event are put in the right order by how they show somebody."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean

import numpy as np
import pandas as pd

from analysis import wordlists
from analysis.evaluation.annotated import body, json_lines
from analysis.evaluation.task import Evaluated, Task
from analysis.portrayals import UNSURE, portrayals
from analysis.reading.articles import read
from sources.article import Article
from sources.errors import InputError

FEELINGS: Mapping[str, float] = {
    "Very Negative": -3.0,
    "Negative": -2.0,
    "Slightly Negative": -1.0,
    "Neutral": 0.0,
    "Slightly Positive": 1.0,
    "Positive": 2.0,
    "Very Positive": 3.0,
}
"""What annotators said an article feels toward an entity, as numbers to be averaged."""

_UNKNOWN = "Unknown"

_DRAWS, _SEED = 2000, 1
_AT_ONCE = 50
_SAME = 1e-9
_SHORTEST_STEM = 5


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Compare the order of the portrayals with that of the annotators' mean labels. Raises InputError.

    Annotators judged the whole article, so the mentions in all voices are summed: what is said of somebody more often
    counts more.

    Each pair of articles on one event whose annotators feel differently toward an entity counts 1 in the right order,
    0 in the wrong one and 0.5 where either article has no value or both have the same. The interval is that of 95 of
    100 draws of the events with replacement.
    """
    rows = json_lines(path, fields=("id", "story", "entity_sentiments"))
    gold = [_feelings(row, path) for row in rows]
    values = _values(rows, gold)
    events: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        events.setdefault(str(row["story"]), []).append(number)
    results: list[list[float]] = []
    predictions: list[Mapping[str, object]] = []
    for event, members in events.items():
        here: list[float] = []
        for a, b in combinations(members, 2):
            for entity in sorted(gold[a].keys() & gold[b].keys()):
                wanted = gold[a][entity] - gold[b][entity]
                if abs(wanted) < _SAME:
                    continue
                one, other = values.get((a, entity)), values.get((b, entity))
                made = 0.0 if one is None or other is None else one - other
                right = 0.5 if abs(made) < _SAME else float(made * wanted > 0)
                here.append(right)
                predictions.append(
                    {
                        "event": event,
                        "articles": [rows[a]["id"], rows[b]["id"]],
                        "entity": entity,
                        "gold": wanted,
                        "predicted": made if right != 0.5 else None,
                        "evidence": [one, other],
                    }
                )
        if here:
            results.append(here)
    low, high = _interval(results)
    every = [right for here in results for right in here]
    figures: dict[str, object] = {
        "pair_order_accuracy": fmean(every) if every else None,
        "low": low,
        "high": high,
        "pairs": len(every),
        "abstained": sum(right == 0.5 for right in every),
    }
    return Evaluated(figures, predictions)


def same_entity(name: str, entity: str) -> bool:
    """Say whether a name in an article stands for an annotated entity.

    It does when the last word is the same and no general one, when all words of the one are in the other, or when it
    is its adjective: "Trump" is "Donald Trump", "Republicans" are "Republican Party"; one party is not another.
    """
    said, wanted = (re.findall(r"\w+", text.casefold()) for text in (name, entity))
    if not said or not wanted:
        return False
    least = min(len(said), len(wanted))
    if said[-1] == wanted[-1] and (least == 1 or said[-1] not in wordlists.body_words()):
        return True
    if least > 1 and (set(said) <= set(wanted) or set(wanted) <= set(said)):
        return True
    stem = wanted[0]
    return len(said) == 1 and len(stem) >= _SHORTEST_STEM and said[0] in {stem, stem + "s"}


def _feelings(row: Mapping[str, object], path: Path) -> dict[str, float]:
    labels = row["entity_sentiments"]
    try:
        assert isinstance(labels, dict)
        known = {str(entity): [label for label in said if label != _UNKNOWN] for entity, said in labels.items()}
        return {entity: fmean(FEELINGS[label] for label in said) for entity, said in known.items() if said}
    except (AssertionError, KeyError, TypeError) as error:
        raise InputError(
            f"{path}, {row['id']}: entity_sentiments is no object of lists of labels ({error}); "
            f"there are {', '.join(FEELINGS)}"
        ) from error


def _values(rows: Sequence[Mapping[str, object]], gold: Sequence[Mapping[str, float]]) -> dict[tuple[int, str], float]:
    """Return the sum over the mentions, in all voices, of the names that stand for each annotated entity."""
    made: dict[tuple[int, str], float] = {}
    for first in range(0, len(rows), _AT_ONCE):
        articles = [
            Article(
                id=str(n), title=str(rows[n].get("title") or "") or None, text=body(rows[n]), source="annotated file"
            )
            for n in range(first, min(first + _AT_ONCE, len(rows)))
        ]
        frame = portrayals(read(articles), least=1)
        told = frame[(frame["n"] > 0).to_numpy()]
        for number in sorted({int(article) for article in told["article"]}):
            made |= {(number, entity): value for entity, value in _of(told, number, gold[number])}
    return made


def _of(told: pd.DataFrame, number: int, wanted: Mapping[str, float]) -> list[tuple[str, float]]:
    here = told[(told["article"] == str(number)).to_numpy()]
    names, values, mentions = here["entity"].tolist(), here["lean"].tolist(), here["n"].tolist()
    found: list[tuple[str, float]] = []
    for entity in wanted:
        matching = [at for at, name in enumerate(names) if same_entity(name, entity)]
        if matching:
            found.append((entity, sum(values[at] * (mentions[at] + UNSURE) for at in matching)))
    return found


def _interval(results: Sequence[Sequence[float]]) -> tuple[float | None, float | None]:
    if len(results) < 2:
        return None, None
    sums = np.array([sum(here) for here in results])
    counts = np.array([len(here) for here in results])
    drawn = np.random.default_rng(_SEED).integers(len(results), size=(_DRAWS, len(results)))
    low, high = np.quantile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), [0.025, 0.975]).tolist()
    return float(low), float(high)


TASK = Task(
    name="portrayal-articles",
    meaning="Of two articles on one event, does the one that people say is kinder to somebody show them better?",
    data="JSON lines: id, story, title, sentences or text, entity_sentiments (entity: list of labels)",
    run=run,
)
