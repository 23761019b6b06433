"""Learns `lexicons/portrayal_weights.tsv`: what each word near a name says of whom it names.

    python -m analysis.evaluation.learn_portrayal portrayal_sentences.jsonl.gz

The file holds sentences of news in which people marked how somebody is shown (NewsMTSC, MIT). The model is a
multinomial logistic regression on `analysis.portraying.features`, in which words that say neither well nor ill
("the", "said", "Tuesday": `lexicons/untelling.tsv`) can only speak for neutral. Features that stand near fewer
than three mentions are left out, and so are small weights.
"""

import argparse
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.batch import Batch
from analysis.evaluation.annotated import json_lines
from analysis.facts.stems import stem
from analysis.portraying.features import features
from analysis.portraying.names import names
from analysis.portraying.places import Pairs, pairs
from analysis.portraying.surface import Flags, Numbers, Surface, surface
from analysis.portraying.weighing import BASE, POLARITIES, Weights, shown
from analysis.portraying.word_types import NAME, NUMBER
from analysis.reading.articles import read
from sources.article import Article
from sources.errors import InputError

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LEAST = 3
"""Mentions in which a feature must stand to be kept."""

_STRENGTH, _NEUTRAL_STRENGTH = 0.03, 0.01
"""Variances that the weights of well against ill, and those of neutral, are expected to have."""
_ILL_MORE = 0.2
"""Added to the score of negative, because the balanced weights find it too seldom (chosen by cross-validation)."""
_STEPS, _CLOSE = 80, 1e-5
_LISTED = 1.2
_RARE = 3.0
_SMALLEST = 0.01
_FAINT = 0.03
"""What a single word must add to positive to speak well or ill at all: fainter ones tell of chance (macro-F1 stays)."""
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
        for n, (root, tone, code) in enumerate(different.tolist()):
            key = (spelled[root], toned[tone], code)
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
    `_LISTED` times, because it is true of more words than were seen. All three polarities weigh the same. What a
    feature adds to positive it takes from negative: that, and what it adds to neutral, is learned.
    """
    from scipy.sparse import csr_matrix, diags

    matrix = csr_matrix(given.matrix)[seen]
    counted = np.bincount(matrix.indices, minlength=matrix.shape[1])
    kept = np.flatnonzero(counted >= least)
    named = [given.names[n] for n in kept.tolist()]
    rare = np.log(len(seen) / counted[kept]) / _RARE
    scale = np.where([":" in name and "=" not in name for name in named], _LISTED, rare)
    amount = csr_matrix(matrix[:, kept] @ diags(scale))
    silent = untelling()
    telling = np.flatnonzero([name.partition("=")[2] not in silent for name in named])
    gold = np.array([POLARITIES.index(polarities[n]) for n in seen.tolist()])
    well, start, neutral, often = _fitted(csr_matrix(amount[:, telling]), amount, gold)
    learned = np.zeros((len(named), len(POLARITIES)))
    learned[telling, 2] = well * scale[telling] / 2
    alone = np.array(["=" in name for name in named])
    learned[alone & (np.abs(learned[:, 2]) < _FAINT), 2] = 0
    learned[:, 0], learned[:, 1] = -learned[:, 2], neutral * scale
    learned = learned.round(3)
    base = np.array([_ILL_MORE - start / 2, often, start / 2]).round(3).tolist()
    table = {
        named[n]: tuple(learned[n].tolist()) for n in np.flatnonzero(np.abs(learned).max(axis=1) >= _SMALLEST).tolist()
    }
    return {BASE: tuple(base), **{name: table[name] for name in sorted(table)}}


def _fitted(
    telling: "csr_matrix", every: "csr_matrix", gold: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.float64], float, npt.NDArray[np.float64], float]:
    """Return the weights of well against ill and their start, and those of neutral and theirs (L-BFGS, L2).

    `telling` and `every` are sparse matrices with a row for each mention; `gold` is its place in `POLARITIES`.
    """
    from scipy.optimize import minimize

    wanted = np.eye(len(POLARITIES))[gold]
    each = (wanted / wanted.sum(axis=0) * len(gold) / len(POLARITIES)).sum(axis=1)
    own, turned, turned_every = telling.shape[1], telling.T.tocsr(), every.T.tocsr()

    def loss(guess: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        well, start, neutral, often = guess[:own], guess[own], guess[own + 1 : -1], guess[-1]
        odds = telling @ well + start
        scores = np.stack((-odds / 2, every @ neutral + often, odds / 2), axis=1)
        top = scores.max(axis=1, keepdims=True)
        chances = np.exp(scores - top)
        total = chances.sum(axis=1, keepdims=True)
        lost = (each * ((np.log(total) + top)[:, 0] - (scores * wanted).sum(axis=1))).sum()
        lost += well @ well / (2 * _STRENGTH) + neutral @ neutral / (2 * _NEUTRAL_STRENGTH)
        slope = (chances / total - wanted) * each[:, None]
        uneven, middle = (slope[:, 2] - slope[:, 0]) / 2, slope[:, 1]
        parts = (turned @ uneven + well / _STRENGTH, [uneven.sum()], turned_every @ middle, [middle.sum()])
        gradient = np.concatenate(parts)
        gradient[own + 1 : -1] += neutral / _NEUTRAL_STRENGTH
        return float(lost), gradient

    start = np.zeros(own + every.shape[1] + 2)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "ftol": _CLOSE}).x
    return found[:own], float(found[own]), found[own + 1 : -1], float(found[-1])


@cache
def untelling() -> frozenset[str]:
    """Return the stems that say neither well nor ill: function words, neutral reporting, titles, times, numbers."""
    words = {row[0] for row in wordlists.rows("reporting_verbs") if row[-1] == "neutral"}
    words |= wordlists.column("function_words") | wordlists.column("untelling", kind="untelling")
    words |= {word for row in wordlists.rows("titles") for word in row[0].split()}
    words -= wordlists.column("untelling", kind="telling")
    return frozenset(stem(word) if word.isalpha() else word for word in words) | words | {NAME, NUMBER}


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
