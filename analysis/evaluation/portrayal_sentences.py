"""How well the portrayal of a mention agrees with people who read the sentence."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.evaluation.learn_portrayal import Marked, Part, amounts, learn, marked
from analysis.evaluation.task import Evaluated, Task
from analysis.portraying.weighing import POLARITIES, Scale, scale_of, shipped
from sources.errors import InputError

FOLDS = 5
_SEED = 1

Evidence = dict[int, list[tuple[int, int, float]]]


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Compare the shipped weights with a person's verdict on each mention. Raises InputError."""
    found, parts = marked(path)
    return _evaluated(found, *_weighed(parts, shipped(), np.arange(len(found))))


def cross_validate(path: Path) -> Evaluated:
    """Learn from four fifths of the sentences and try the fifth, in turn. Raises InputError for too few sentences."""
    found, parts = marked(path)
    rows = sorted({mention.row for mention in found})
    if len(rows) < 2 * FOLDS:
        raise InputError(f"{path}: {len(rows)} sentences with targets; {FOLDS} folds need {2 * FOLDS} or more")
    drawn = np.random.default_rng(_SEED).permutation(len(rows)) % FOLDS
    fold = drawn[np.searchsorted(rows, [mention.row for mention in found])]
    polarities = [mention.polarity for mention in found]
    given = amounts(parts, len(found))
    scores = np.zeros((len(found), len(POLARITIES)))
    evidence: Evidence = {}
    for number in range(FOLDS):
        seen, tried = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        if len({polarities[n] for n in seen.tolist()}) < len(POLARITIES):
            raise InputError(f"{path}: a polarity is missing in a fold; give more targets of {', '.join(POLARITIES)}")
        made, why = _weighed(parts, scale_of(learn(given, seen, polarities)), tried)
        scores[tried] = made[tried]
        evidence |= why
    return _evaluated(found, scores, evidence)


def _weighed(
    parts: Sequence[Part], scale: Scale, wanted: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.float64], Evidence]:
    """Return the score of each mention for each polarity, 0 throughout where nothing tells, and what it was made of."""
    size = 1 + max((int(part.around.mention.max(initial=-1)) for part in parts), default=-1)
    size = max(size, int(wanted.max(initial=-1)) + 1)
    scores = np.zeros((size, len(POLARITIES)))
    evidence: Evidence = {}
    chosen = np.zeros(size, dtype=bool)
    chosen[wanted] = True
    for part in parts:
        added = scale.added(part.words, part.around, inside=part.inside).astype(np.float64)
        np.add.at(scores, part.around.mention, added)
        telling = np.flatnonzero(chosen[part.around.mention] & (added[:, 0] != added[:, 2]))
        words = part.around.word[telling]
        for mention, start, end, weight in zip(
            part.around.mention[telling].tolist(),
            part.words.start[words].tolist(),
            part.words.end[words].tolist(),
            (added[telling, 2] - added[telling, 0]).tolist(),
            strict=True,
        ):
            evidence.setdefault(mention, []).append((start, end, weight))
    told = scores.any(axis=1)
    scores[told] += scale.base
    return scores, evidence


def _evaluated(found: Sequence[Marked], scores: npt.NDArray[np.float64], evidence: Evidence) -> Evaluated:
    told: list[bool] = np.any(scores != 0, axis=1).tolist()
    gold = [mention.polarity for mention in found]
    best = [POLARITIES[n] for n in scores.argmax(axis=1).tolist()]
    said = [one if tells else "neutral" for one, tells in zip(best, told, strict=True)]
    f1 = {polarity: _f1(gold, said, polarity) for polarity in POLARITIES}
    figures: dict[str, object] = {
        "macro_f1": float(np.mean(list(f1.values()))) if found else None,
        "f1": f1,
        "abstained": told.count(False),
        "targets": len(found),
    }
    predictions: list[Mapping[str, object]] = [
        {
            "row": mention.row,
            "mention": mention.mention,
            "gold": mention.polarity,
            "predicted": one if tells else None,
            "scores": dict(zip(POLARITIES, each, strict=True)),
            "evidence": [list(word) for word in sorted(evidence.get(n, ()))],
        }
        for n, (mention, one, tells, each) in enumerate(zip(found, best, told, scores.tolist(), strict=True))
    ]
    return Evaluated(figures, predictions)


def _f1(gold: Sequence[str], said: Sequence[str], polarity: str) -> float:
    both = sum(a == b == polarity for a, b in zip(gold, said, strict=True))
    each = gold.count(polarity) + said.count(polarity)
    return 2 * both / each if each else 0.0


TASK = Task(
    name="portrayal-sentences",
    meaning="Is somebody in a sentence shown as people say: negative, neutral or positive?",
    data="JSON lines: text, targets (a list of start, end, polarity: negative, neutral or positive)",
    run=run,
    cross_validate=cross_validate,
)
