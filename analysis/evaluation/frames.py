"""How often the frame that a headline has most of is the theme that people gave it."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.evaluation.annotated import json_lines
from analysis.evaluation.task import Evaluated, Task
from analysis.measures.framing import OTHER
from analysis.measures.headline_evidence import headline_evidence
from analysis.reading.articles import read
from analysis.wordlists import rows as listed
from sources.article import Article
from sources.errors import InputError

THEMES = range(1, 10)
"""The themes of the corpus; 99 is none."""


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Compare each headline's best frame, mapped to a theme, with its first theme. Raises InputError.

    Only headlines whose first theme is 1 to 9. The best frame has the most evidence in the headline, each frame's
    multiplied as `lexicons/frame_themes.tsv` says; of equal ones the first listed there.
    """
    from sklearn.metrics import f1_score

    rows = [row for row in json_lines(path, fields=("headline", "theme1")) if row["theme1"] in THEMES]
    if not rows:
        raise InputError(f"{path}: no headline has a theme1 of 1 to 9")
    mapping = [(frame, int(theme), float(weight)) for frame, theme, weight in listed("frame_themes")]
    articles = [Article(id=str(n), title=str(row["headline"]), text="") for n, row in enumerate(rows)]
    cues = headline_evidence(read(articles))
    order = {frame: column for column, (frame, _, _) in enumerate(mapping)}
    weights = np.zeros((len(rows), len(mapping)))
    at = (cues["article"].astype("int64").to_numpy(), cues["category"].map(order).to_numpy(dtype="int64"))
    np.add.at(weights, at, cues["weight"].to_numpy())
    weights[:, order[OTHER]] = 1.0
    weights *= [weight for _, _, weight in mapping]
    alike = pd.factorize(pd.Index([(frame.partition(".")[0], theme) for frame, theme, _ in mapping]))[0]
    sums = np.zeros((len(rows), alike.max() + 1))
    for column, group in enumerate(alike):
        sums[:, group] += weights[:, column]
    best = np.searchsorted(np.maximum.accumulate(alike), sums.argmax(axis=1))

    gold = np.array([row["theme1"] for row in rows], dtype=np.int64)
    second = np.array([row.get("theme2") or 0 for row in rows], dtype=np.int64)
    said = np.array([theme for _, theme, _ in mapping])[best]
    figures = {
        "accuracy": float((said == gold).mean()),
        "macro_f1": float(f1_score(gold, said, average="macro", labels=list(THEMES), zero_division=0)),
        "either_accuracy": float(((said == gold) | (said == second)).mean()),
        "headlines": len(rows),
        "mapping": {frame: theme for frame, theme, _ in mapping},
    }
    evidence: dict[str, list[list[str]]] = {}
    for article, term, category in zip(cues["article"], cues["term"], cues["category"], strict=True):
        evidence.setdefault(article, []).append([term, category])
    predictions: list[Mapping[str, object]] = [
        {
            "row": n,
            "headline": row["headline"],
            "gold": int(gold[n]),
            "predicted": int(said[n]),
            "frame": mapping[best[n]][0],
            "evidence": evidence.get(str(n), []),
        }
        for n, row in enumerate(rows)
    ]
    return Evaluated(figures, predictions)


TASK = Task(
    name="frames-headlines",
    meaning="Is the frame that a headline has most cues of the theme that people gave it?",
    data="JSON lines: headline, theme1 and perhaps theme2 (1 to 9, 99 for none)",
    run=run,
)
