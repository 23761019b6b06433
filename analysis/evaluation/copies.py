"""How many copied pages are found, and how many pairs are called copies that are none."""

from itertools import combinations
from pathlib import Path

import pandas as pd

from analysis.evaluation.annotated import articles_of, body, json_lines
from analysis.evaluation.task import Evaluated, Task
from analysis.stories.copies import find_copies
from sources.errors import InputError


def texts_shared(copies: pd.DataFrame) -> dict[str, str]:
    """Return for each page in COPIES, copy or original, the page at the root: equal roots print one text."""
    original = dict(zip(copies["article"], copies["original"], strict=True))

    def root(page: str) -> str:
        return root(original[page]) if page in original else page

    return {page: root(page) for page in {*original, *original.values()}}


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Look for copies among all texts of both files at once. Raises InputError.

    A pair of the file is found when both pages come to the same original. A false pair is one that does so among the
    articles of `negatives`, where none is expected.
    """
    pairs = json_lines(path, fields=("a", "b"))
    sides = [(f"pair-{n}-{side}", pair[side]) for n, pair in enumerate(pairs) for side in ("a", "b")]
    others = json_lines(negatives, fields=("id", "title")) if negatives else []
    unrelated = [f"other-{row['id']}" for row in others]
    ids, titles, texts, dates = list[str](), list[object](), list[str](), list[object]()
    for name, page in [*sides, *zip(unrelated, others, strict=True)]:
        if not isinstance(page, dict):
            raise InputError(f"{path}: {name} is no article; a and b need title, date and text")
        ids.append(name)
        titles.append(page.get("title"))
        texts.append(body(page))
        dates.append(page.get("date") or page.get("published"))
    copies = find_copies(articles_of(ids, titles, texts, dates))
    root = texts_shared(copies)
    shares = dict(zip(copies["article"], copies["share"], strict=True))
    predictions: list[dict[str, object]] = []
    for number in range(len(pairs)):
        a, b = f"pair-{number}-a", f"pair-{number}-b"
        found = root.get(a, a) == root.get(b, b)
        predictions.append({"pair": [a, b], "gold": True, "found": found, "share": shares.get(a, shares.get(b))})
    sharing = [page for page in unrelated if page in root]
    false = [pair for pair in combinations(sharing, 2) if root[pair[0]] == root[pair[1]]]
    predictions += [{"pair": list(pair), "gold": False, "found": True, "share": shares.get(pair[0])} for pair in false]
    figures: dict[str, object] = {
        "recall": sum(bool(row["found"] and row["gold"]) for row in predictions) / len(pairs),
        "false_pairs": len(false) if negatives else None,
        "pairs": len(pairs),
    }
    return Evaluated(figures, predictions)


TASK = Task(
    name="copies",
    meaning="How many of the copied pairs are found; with --negatives, how many are found where none is expected.",
    data="JSON lines with a and b, each {title, date, text}; negatives: JSON lines with id, title, sentences or text",
    run=run,
)
