"""How often text of a news agency is known as such, on articles of which people noted whose text they print."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.evaluation.annotated import articles_of, body, json_lines
from analysis.evaluation.task import Evaluated, Task
from analysis.reading.tokens import words_of
from analysis.stories.credits import find_credits
from analysis.tables import COPIES, rows


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Look for the credits of agencies in each article's text and byline. Raises InputError.

    An article counts as agency text when a credit is for the whole of it. `wire` of the file (the agency, or null) is
    only compared with, `outlet` and `credit` are not read; `negatives` is not used. A headline that stands on top of
    the text is left out, as it is of an article that is kept.
    """
    given = json_lines(path, fields=("text", "wire"))
    names = [f"{number:06d}" for number in range(len(given))]
    articles = articles_of(
        names,
        [row.get("title") for row in given],
        [_below_title(row) for row in given],
        [row.get("published") for row in given],
    ).assign(byline=pd.Series([row.get("byline") or None for row in given], dtype="object"))
    whole: dict[str, dict[str, object]] = {}
    for credit in rows(find_credits(articles, COPIES.empty())):
        if credit.whole:
            agency = credit.agency if isinstance(credit.agency, str) else None
            whole.setdefault(credit.article, {"agency": agency, "where": credit.where, "quote": credit.quote})
    predictions: list[Mapping[str, object]] = [
        {
            "article": row.get("id", number),
            "gold": row["wire"] or None,
            "found": name in whole,
            **whole.get(name, {"agency": None, "where": None, "quote": None}),
        }
        for number, (name, row) in enumerate(zip(names, given, strict=True))
    ]
    found = sum(bool(row["found"]) for row in predictions)
    gold = sum(row["gold"] is not None for row in predictions)
    both = sum(bool(row["found"]) and row["gold"] is not None for row in predictions)
    figures: dict[str, object] = {
        "precision": both / found if found else None,
        "recall": both / gold if gold else None,
        "articles": len(given),
    }
    return Evaluated(figures, predictions)


def _below_title(row: Mapping[str, object]) -> str:
    """Return the text of a row without its title, where it begins with it."""
    text, title = body(row), row.get("title")
    first, _, rest = text.partition("\n\n")
    repeated = isinstance(title, str) and rest and words_of(" ".join(first.split())) == words_of(title)
    return rest if repeated else text


TASK = Task(
    name="wire",
    meaning="how many of the articles taken for a news agency's text are that, and how many of those are found",
    data="JSON lines: text, wire (the agency, or null); title, byline and published where known",
    run=run,
)
