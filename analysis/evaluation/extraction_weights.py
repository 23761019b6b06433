"""Learn the weights by which cleaning finds the body: `python -m analysis.evaluation.extraction_weights FOLDER > FILE`.

The pages are those of the Scrapinghub article extraction benchmark (MIT), turned into saved text. A block is body when
most of its four-word shingles stand in the marked body. The model is a logistic regression on
`sources.cleaning.body.features`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.evaluation.extraction_pages import SIZE, AnnotatedPage, annotated_pages, shingles, words_of
from analysis.evaluation.saved_text import saved_page
from sources.clean import before_body
from sources.cleaning.body import features
from sources.cleaning.prose import words_in
from sources.outlets import load_outlets


def examples(page: AnnotatedPage) -> tuple[list[str], NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    """Return the names of the features, one row of them per block, whether it is body, and how much it counts."""
    draft = before_body(saved_page(page), outlets=load_outlets())
    rows = features(draft)
    names = list(rows[0]) if rows else []
    gold = shingles(page.body)
    words = f" {' '.join(words_of(page.body))} "
    body = [_is_body(block.text, gold, words) for block in draft.blocks]
    weight = [np.log1p(words_in(block.text)) / 3 for block in draft.blocks]
    return names, np.array([list(row.values()) for row in rows]), np.array(body, dtype=bool), np.array(weight)


def learned(pages: Sequence[AnnotatedPage]) -> dict[str, float]:
    """Return the weight of each feature, learned from these pages."""
    from sklearn.linear_model import LogisticRegression

    parts = [part for part in map(examples, pages) if part[0]]
    rows = np.concatenate([part[1] for part in parts])
    body = np.concatenate([part[2] for part in parts])
    weight = np.concatenate([part[3] for part in parts])
    model = LogisticRegression(C=1.0, max_iter=5000, fit_intercept=False).fit(rows, body, sample_weight=weight)
    return dict(zip(parts[0][0], model.coef_[0].tolist(), strict=True))


def _is_body(text: str, gold: Counter[tuple[str, ...]], words: str) -> bool:
    own = shingles(text)
    if not own:
        return False
    if len(words_of(text)) < SIZE:
        return f" {' '.join(words_of(text))} " in words
    return 2 * sum(shingle in gold for shingle in own) > len(own)


def main() -> None:
    """Print the table of weights for a folder of annotated pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    weights = learned(list(annotated_pages(parser.parse_args().folder)))
    lines = ["feature\tweight", *(f"{name}\t{weight:.3f}" for name, weight in weights.items())]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
