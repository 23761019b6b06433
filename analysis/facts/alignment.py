"""Which sentences of different pages tell the same fact: a weighted overlap of terms, then groups without chains."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analysis.facts.commonness import rarity
from analysis.facts.telling import NUMBER, Telling
from analysis.facts.weighing import Match, Weighing

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ACROSS = 0.4
"""Weight of a term that one sentence has itself and the other only in its surroundings."""

AROUND = 0.12
"""Weight of a term that both have only in their surroundings."""

NAMES = 1.0
"""Shared names, places and offices count up to so many times what the sentences share besides: who is not yet what."""

DEED = 0.3
"""Weight of a shared pair of who and act, or of act and what."""

RUN = 0.8
"""Nats of a run of words that both have word for word."""

FREE = 2
"""Runs that do not count: five words in a row are also a name or a phrase that everybody uses."""

RUNS = 10
"""Runs that count at most."""

OWN_LEAST = 2.0
"""Telling terms (in nats) that two sentences must share themselves before their surroundings count at all."""

SLACK = 6.0
"""Added to the size of both sides, in nats: two short clauses that share little are not the same fact."""

BLOCK = 1000
"""Parts of sentences compared with all others at a time: bounds the memory that a long story takes."""

LITTLE = 0.1
"""Similarity below which two sentences are not compared further: too little to join a group (`grouping.FLOOR`)."""

MOST = 1.0 + 1.5 * ACROSS + AROUND + DEED
"""What surroundings and deeds can make of what two sentences share themselves, at most."""

_UNMATCHED = 0.4
"""Weight of values in the size of a sentence: a value tells much when shared, but two pages that give other values may
tell the same all the same."""

WORTH = 0.2
"""Similarity below which nothing more is looked at."""

Floats = NDArray[np.float64]
Kept = tuple[NDArray[np.int64], NDArray[np.int64], Floats, Floats]


class Space:
    """The sentences of one story as weighted vectors, whole and clause by clause, with what surrounds them."""

    def __init__(
        self,
        told: Sequence[Telling],
        around: Sequence[dict[str, float]],
        *,
        weight: Mapping[str, float] | None = None,
    ) -> None:
        """Take the sentences and what surrounds each; `weight` is that of the terms, None that they have in `told`."""
        self._told = told
        self.terms = sorted({term for sentence in told for term in sentence.terms})
        self._number = {term: n for n, term in enumerate(self.terms)}
        known = term_weights(told) if weight is None else weight
        self.weight = np.array([known[term] for term in self.terms])
        own: list[dict[str, float]] = []
        sentence_of: list[int] = []
        for number, sentence in enumerate(told):
            own.append(sentence.terms)
            own += [{t: w for t, w in sentence.terms.items() if t in clause} for clause in sentence.clauses]
            sentence_of += [number] * (1 + len(sentence.clauses))
        self.sentence_of = np.array(sentence_of, dtype=np.int64)
        self.own = self._rows(own)
        whole = self._rows([sentence.terms for sentence in told])
        beside = [
            {t: w for t, w in context.items() if t not in sentence.terms}
            for sentence, context in zip(told, around, strict=True)
        ]
        self.around = ((self._rows(beside) + whole)[self.sentence_of] - self.own).tocsr()  # the rest of its sentence
        self.around.eliminate_zeros()
        self.around.sort_indices()
        who = {term for sentence in told for term in sentence.who}
        self.named = self._columns(np.array([term in who for term in self.terms], dtype=np.float64))
        self.deeds = _deed_rows(told)
        self.runs = _run_rows(told)
        counted = self._columns(np.array([_UNMATCHED if _is_value(term) else 1.0 for term in self.terms]))
        for number, sentence in enumerate(told):
            for term in sentence.free:  # may be shared, but need not
                for row in range(*np.searchsorted(self.sentence_of, [number, number + 1]).tolist()):
                    low, high = counted.indptr[row : row + 2]
                    counted.data[low:high][counted.indices[low:high] == self._number[term]] = 0.0
        self.mass = np.asarray(counted.multiply(counted).sum(axis=1)).ravel()

    def rarity_of(self, term: str) -> float:
        """Return the weight of a term in this story, in nats; 0 for one that no sentence has."""
        number = self._number.get(term)
        return float(self.weight[number]) if number is not None else 0.0

    def worth(self, sentences: Sequence[int]) -> float:
        """Return how specific a fact is: the weight of the terms that at least two of its sentences have, in nats."""
        held = Counter(term for number in sentences for term in self._told[number].terms)
        return sum(self.rarity_of(term) for term in sorted(held) if held[term] > 1)

    def _rows(self, rows: Sequence[dict[str, float]]) -> "csr_matrix":
        from scipy.sparse import csr_matrix

        numbers: list[int] = []
        values: list[float] = []
        starts = [0]
        for row in rows:
            for term, weight in row.items():
                number = self._number.get(term)
                if number is not None:
                    numbers.append(number)
                    values.append(weight)
            starts.append(len(numbers))
        data = np.array(values) * np.sqrt(self.weight[numbers]) if numbers else np.zeros(0)
        made = csr_matrix((data, numbers, starts), shape=(len(rows), len(self.terms)))
        made.sort_indices()  # sums in one order, in whatever order a set gave the terms
        return made

    def _columns(self, factor: Floats) -> "csr_matrix":
        """Return the parts of sentences with each term times its factor."""
        made = self.own.copy()
        made.data = made.data * factor[made.indices]
        made.eliminate_zeros()
        return made

    def matches(self, page: NDArray[np.int64]) -> list[Match]:
        """Return the pairs of sentences of different pages that share enough themselves, with their similarity.

        The similarity of two sentences is that of their most similar parts. `page` gives the page of each sentence.
        """
        pages = page[self.sentence_of]
        a, b, own = self._candidates(pages)
        size = np.sqrt(self.mass[a] * self.mass[b]) + SLACK
        a, b, own, size = _kept(MOST * own + RUN * RUNS >= LITTLE * size, a, b, own, size)
        named = _dots(self.named, self.named, a, b)
        own = own - np.maximum(0.0, named - NAMES * (own - named))
        a, b, own, size = _kept(MOST * own + RUN * RUNS >= LITTLE * size, a, b, own, size)
        across = _dots(self.own, self.around, a, b) + _dots(self.around, self.own, a, b)
        around = _dots(self.around, self.around, a, b)
        deeds = _dots(self.deeds, self.deeds, self.sentence_of[a], self.sentence_of[b])
        evidence = own + ACROSS * np.minimum(across, 1.5 * own) + AROUND * np.minimum(around, own)
        evidence = evidence + DEED * np.minimum(deeds, own)
        runs = _dots(self.runs, self.runs, self.sentence_of[a], self.sentence_of[b])
        evidence = evidence + RUN * np.clip(runs - FREE, 0, RUNS)
        similarity = np.minimum(1.0, evidence / size)
        a, b, similarity, evidence = _kept(similarity >= LITTLE, a, b, similarity, evidence)
        first, second = self.sentence_of[a], self.sentence_of[b]
        order = np.lexsort((-similarity, second, first))
        first, second, similarity, evidence = first[order], second[order], similarity[order], evidence[order]
        if not len(first):
            return []
        weighed = Weighing(self._told).weighed
        new = np.flatnonzero(np.r_[True, (first[1:] != first[:-1]) | (second[1:] != second[:-1])])
        most = np.maximum.reduceat(evidence, new)
        found = zip(first[new].tolist(), second[new].tolist(), similarity[new].tolist(), most.tolist(), strict=True)
        return [weighed(match) if match[2] >= WORTH else match for match in map(Match._make, found)]

    def _candidates(self, pages: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Return the parts of sentences of different pages that share at least `OWN_LEAST`, and what they share."""
        found: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = []
        turned = self.own.T.tocsr()
        for start in range(0, self.own.shape[0], BLOCK):
            shared = (self.own[start : start + BLOCK] @ turned).tocoo()
            row, column = shared.row.astype(np.int64) + start, shared.col.astype(np.int64)
            keep = (row < column) & (shared.data >= OWN_LEAST) & (pages[row] != pages[column])
            found.append((row[keep], column[keep], shared.data[keep]))
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
        a, b, own = (np.concatenate(part) for part in zip(*found, strict=True))
        return a, b, own


def likest(matches: Iterable[Match]) -> list[Match]:
    """Return one match for each pair of sentences, the one in which they are most alike, in order of the pairs."""
    best: dict[tuple[int, int], Match] = {}
    for match in matches:
        known = best.get(match[:2])
        if known is None or match[2:] > known[2:]:
            best[match[:2]] = match
    return [best[pair] for pair in sorted(best)]


def term_weights(told: Sequence[Telling], *, most: int | None = None) -> dict[str, float]:
    """Return the weight of each term: rare in this story (in nats), times rare in news at large.

    With `most`, a term counts as if no more sentences than this held it.
    """
    held = Counter(term for sentence in told for term in sentence.terms if term not in sentence.inherited)
    n = len(told)
    return {
        t: max(0.0, log((n + 20) / (min(held[t], most or n) + 3)) * (0.25 + 0.75 * rarity(t)))
        for t in {term for sentence in told for term in sentence.terms}
    }


def _is_value(term: str) -> bool:
    """Return whether a term is one value of something ("number:people:14"), not only that something is counted."""
    return term.startswith(NUMBER) and term.count(":") > 1


def _deed_rows(told: Sequence[Telling]) -> "csr_matrix":
    """Return the pairs of who and act, act and what of each sentence; those of one sentence only are left out."""
    from scipy.sparse import csr_matrix

    held = Counter(deed for sentence in told for deed in sentence.deeds)
    number = {deed: n for n, deed in enumerate(sorted(d for d, count in held.items() if count > 1))}
    rows, columns, values = [], [], []
    for row, sentence in enumerate(told):
        for deed in sentence.deeds:
            if deed in number:
                rows.append(row)
                columns.append(number[deed])
                first, _, second = deed.partition(">")
                values.append((log((len(told) + 20) / (held[deed] + 3)) * (rarity(first) + rarity(second)) / 2) ** 0.5)
    made = csr_matrix((values, (rows, columns)), shape=(len(told), max(1, len(number))))
    made.sort_indices()
    return made


def _run_rows(told: Sequence[Telling]) -> "csr_matrix":
    """Return the runs of words of each sentence that another one has too."""
    from scipy.sparse import csr_matrix

    held = Counter(run for sentence in told for run in sentence.runs)
    number = {run: n for n, run in enumerate(sorted(run for run, count in held.items() if count > 1))}
    rows, columns = [], []
    for row, sentence in enumerate(told):
        mine = sorted(number[run] for run in sentence.runs if run in number)
        rows += [row] * len(mine)
        columns += mine
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(told), max(1, len(number))))


def _kept(keep: NDArray[np.bool_], a: NDArray[np.int64], b: NDArray[np.int64], x: Floats, y: Floats) -> Kept:
    return a[keep], b[keep], x[keep], y[keep]


def _dots(
    left: "csr_matrix", right: "csr_matrix", a: NDArray[np.int64], b: NDArray[np.int64], chunk: int = 50_000
) -> NDArray[np.float64]:
    """Return the product of row a of `left` with row b of `right`, for each pair."""
    parts = [
        np.asarray(left[a[i : i + chunk]].multiply(right[b[i : i + chunk]]).sum(axis=1)).ravel()
        for i in range(0, len(a), chunk)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)
