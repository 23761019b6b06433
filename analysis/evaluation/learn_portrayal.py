"""Learns `lexicons/portrayal_weights.tsv`: what each word near a name says of whom it names.

    python -m analysis.evaluation.learn_portrayal portrayal_sentences.jsonl.gz

The file holds sentences of news in which people marked how somebody is shown (NewsMTSC, MIT). The model is a
multinomial logistic regression on `analysis.portraying.features`. Features that stand near fewer than
three mentions are left out, and so are small weights.
"""

import argparse
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.batch import Batch
from analysis.evaluation.annotated import json_lines
from analysis.portraying.features import features
from analysis.portraying.names import names
from analysis.portraying.places import Pairs, pairs
from analysis.portraying.surface import Flags, Numbers, Surface, surface
from analysis.portraying.weighing import BASE, POLARITIES, Weights, shown
from analysis.reading.articles import read
from sources.article import Article
from sources.errors import InputError

LEAST = 3
"""Mentions in which a feature must stand to be kept."""

_STRENGTH = 0.01
_LISTED = 1.2
_RARE = 3.0
_SMALLEST = 0.03
_AT_ONCE = 500

_ABOUT = """title = "What words near a name say of whom it names"
origin = "learned from the training sentences of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT); names are masked"
command = "python -m analysis.evaluation.learn_portrayal portrayal_sentences.jsonl.gz"
licence = "Apache-2.0"
date = {date}
mentions = {mentions}
least = {least}

[columns]
feature = "a place and the stem of a word there (=) or the tone of one (:): see analysis/portraying/features.py"
negative = "what it adds to the score of negative"
neutral = "what it adds to the score of neutral"
positive = "what it adds to the score of positive"
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention whose portrayal a person marked."""

    row: int
    """Row of the file."""

    mention: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some texts of the file as portrayals read them."""

    words: Surface
    inside: Flags
    around: Pairs
    """`around.mention` counts the mentions of the whole file."""


def marked(path: Path) -> tuple[list[Marked], list[Part]]:
    """Return the mentions of a file of JSON lines with text and targets, and what stands near them.

    Raises InputError, naming the row.
    """
    rows = json_lines(path, fields=("text", "targets"))
    found: list[Marked] = []
    parts: list[Part] = []
    for begin in range(0, len(rows), _AT_ONCE):
        some = rows[begin : begin + _AT_ONCE]
        texts = [str(row["text"]) for row in some]
        batch = read(
            [Article(id=str(n), title=None, text=text, source="annotated file") for n, text in enumerate(texts)]
        )
        at: list[tuple[int, int, int]] = []
        before = len(found)
        for number, (row, text) in enumerate(zip(some, texts, strict=True)):
            targets = row["targets"]
            for target in targets if isinstance(targets, list) else ():
                one, start, end = _target(target, text, path=path, row=begin + number)
                found.append(one)
                at.append((number, start, end))
        parts.append(_part(batch, at, before))
    return found, parts


def _target(target: object, text: str, *, path: Path, row: int) -> tuple[Marked, int, int]:
    try:
        assert isinstance(target, dict)
        start, end, polarity = int(target["start"]), int(target["end"]), str(target["polarity"])
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}, row {row + 1}: a target without {error}; give start, end, polarity") from error
    if polarity not in POLARITIES:
        raise InputError(f"{path}, row {row + 1}: polarity {polarity!r}; there are {', '.join(POLARITIES)}")
    return Marked(row, text[start:end], polarity), start, end


def _part(batch: Batch, at: Sequence[tuple[int, int, int]], before: int) -> Part:
    words = surface(batch)
    found = names(words)
    first, last, told = touched(words, at, first=found.first, last=found.last)
    around = pairs(words, first, last, found.inside)
    return Part(words, found.inside, Pairs(told[around.mention] + before, around.word, around.code))


def touched(
    words: Surface, at: Sequence[tuple[int, int, int]], *, first: Numbers, last: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Return first and last word of each span (row, start, end), widened to the names it touches, and its number.

    Spans that touch no word are left out.
    """
    begins, ends = np.arange(len(words.ids)), np.arange(len(words.ids))
    for a, b in zip(first.tolist(), last.tolist(), strict=True):
        begins[a : b + 1], ends[a : b + 1] = a, b
    rows = np.searchsorted(words.row, np.arange((int(words.row[-1]) if len(words.row) else 0) + 2)).tolist()
    made: list[tuple[int, int, int]] = []
    for number, (row, start, end) in enumerate(at):
        low, high = (rows[row], rows[row + 1]) if row + 1 < len(rows) else (0, 0)
        a = low + int(np.searchsorted(words.end[low:high], start, side="right"))
        b = low + int(np.searchsorted(words.start[low:high], end, side="left")) - 1
        if a < high and b >= a:
            made.append((int(begins[a]), int(ends[b]), number))
    columns = np.array(made, dtype=np.int64).reshape(-1, 3)
    return columns[:, 0], columns[:, 1], columns[:, 2]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Amount of each feature for each mention."""

    matrix: object
    """A sparse matrix with a row for each mention and a column for each of `names`."""

    names: list[str]


def amounts(parts: Sequence[Part], mentions: int) -> Amounts:
    """Return the amounts of the features of all mentions."""
    from scipy.sparse import csr_matrix

    rows: list[Numbers] = []
    keys: list[tuple[str, tuple[str, ...], int]] = []
    key_of: dict[tuple[str, tuple[str, ...], int], int] = {}
    columns: list[Numbers] = []
    for part in parts:
        stems, tones = shown(part.words, inside=part.inside)
        spelled, toned = list(part.words.types.stems), list(part.words.types.tones)
        each = np.stack((stems[part.around.word], tones[part.around.word], part.around.code), axis=1)
        different, which = np.unique(each, axis=0, return_inverse=True)
        numbers = np.zeros(len(different), dtype=np.int64)
        for n, (stem, tone, code) in enumerate(different.tolist()):
            key = (spelled[stem], toned[tone], code)
            numbers[n] = key_of.setdefault(key, len(key_of))
        rows.append(part.around.mention)
        columns.append(numbers[which.ravel()])
    keys = list(key_of)
    row, column = np.concatenate(rows), np.concatenate(columns)
    counted = csr_matrix((np.ones(len(row)), (row, column)), shape=(mentions, len(keys)))
    place: dict[str, int] = {}
    cells = [
        (n, place.setdefault(name, len(place)), amount) for n, key in enumerate(keys) for name, amount in features(*key)
    ]
    a, b, values = (np.array(cell) for cell in zip(*cells, strict=True))
    expanded = csr_matrix((values, (a, b)), shape=(len(keys), len(place)))
    return Amounts((counted @ expanded).tocsr(), list(place))


def learn(given: Amounts, seen: npt.NDArray[np.int64], polarities: Sequence[str], *, least: int = LEAST) -> Weights:
    """Return the weights learned from the mentions `seen` of features that stand in at least `least` of them.

    A feature counts by how rare it is (the logarithm of the inverse document frequency); what a word list says counts
    `_LISTED` times, because it is true of more words than were seen. All three polarities weigh the same.
    """
    from scipy.sparse import csr_matrix, diags
    from sklearn.linear_model import LogisticRegression

    matrix = csr_matrix(given.matrix)[seen]
    counted = np.bincount(matrix.indices, minlength=matrix.shape[1])
    kept = np.flatnonzero(counted >= least)
    named = [given.names[n] for n in kept.tolist()]
    rare = np.log(len(seen) / counted[kept]) / _RARE
    scale = np.where([":" in name and "=" not in name for name in named], _LISTED, rare)
    model = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=300, tol=1e-3)
    model.fit(matrix[:, kept] @ diags(scale), np.array([polarities[n] for n in seen.tolist()]))
    order = [list(model.classes_).index(polarity) for polarity in POLARITIES]
    learned = (model.coef_[order] * scale).T.round(2)
    base = model.intercept_[order].round(3).tolist()
    table = {
        named[n]: tuple(learned[n].tolist()) for n in np.flatnonzero(np.abs(learned).max(axis=1) >= _SMALLEST).tolist()
    }
    return {BASE: tuple(base), **{name: table[name] for name in sorted(table)}}


def main() -> None:
    """Read the file named on the command line and write the table beside the other lexicons."""
    parser = argparse.ArgumentParser(description="Learn lexicons/portrayal_weights.tsv.")
    parser.add_argument("sentences", type=Path)
    found, parts = marked(parser.parse_args().sentences)
    table = learn(amounts(parts, len(found)), np.arange(len(found)), [mention.polarity for mention in found])
    about = _ABOUT.format(date=date.today().isoformat(), mentions=len(found), least=LEAST)
    tomllib.loads(about)
    folder = Path(__file__).parents[1] / "lexicons"
    lines = [f"{name}\t{ill:g}\t{none:g}\t{well:g}" for name, (ill, none, well) in table.items()]
    text = "\n".join(["\t".join(("feature", *POLARITIES)), *lines])
    (folder / "portrayal_weights.tsv").write_text(text + "\n", encoding="utf-8")
    (folder / "portrayal_weights.toml").write_text(about, encoding="utf-8")


if __name__ == "__main__":
    main()
