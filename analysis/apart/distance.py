"""How far the outlets of one event are apart: how much more alike words are inside an outlet than between two.

M. Morisita, "Measuring of interspecific association and similarity between communities", Memoirs of the Faculty of
Science, Kyushu University E 3, 1959: an index of overlap that does not depend on how much was counted (H. Wolda,
"Similarity indices, sample size and diversity", Oecologia 50, 1981). The interval is found with the jackknife, one
sentence left out at a time (B. Efron and C. Stein, "The jackknife estimate of variance", Annals of Statistics 9, 1981).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.apart.log_odds import NORMAL, Reals
from analysis.apart.sources import Row
from analysis.apart.told import Numbers, Told
from analysis.facts.stems import stem

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LEAST_WORDS = 100
"""Words, names and function words not counted, that an outlet needs: with fewer the number is mostly chance."""

LIKENESS = 0.25
"""Likeness from which two sentences tell nearly the same, and are not compared: all outlets tell the same event."""

_AT_ONCE = 1024
_PAIRS = 1 << 17

MOST_PARTS = 12
"""Words that are named as parts of the number; all others are one part."""

REST = "all other words"


def distance(found: Told, *, event: str, story: str) -> tuple[Row, list[Row]]:
    """Return the row of APART and the rows of APART_PARTS of one event.

    Let S be the chance that two words drawn from different sentences of one outlet's narration have one stem, and B the
    same for sentences of two outlets; pairs of sentences that tell nearly the same (`LIKENESS`) are left out of both,
    so that a fact that all must tell does not count as alike wording. The value is 1 less the mean
    of B over all pairs of outlets, divided by the mean of S over the outlets. Names and function words are left out. It
    is about 0 where the sentences of one text are dealt out, at any length and number of outlets, and 1 where outlets
    have no word in common; by chance it can come out below 0. The interval holds the reports fixed and asks what other
    sentences of theirs would have given. Outlets with fewer than `LEAST_WORDS` words are left out; with fewer than two
    others the value is missing and `enough` False.

    The parts by word add up to the value, and so do those by outlet.
    """
    vocabulary: dict[str, int] = {}
    stems = np.array([vocabulary.setdefault(stem(word), len(vocabulary)) for word in found.vocabulary], dtype=np.int64)
    plain = ~found.names[found.word]
    sizes = np.bincount(found.outlet[plain], minlength=len(found.outlets))
    compared = np.flatnonzero(sizes >= LEAST_WORDS)
    at = np.flatnonzero(plain & np.isin(found.outlet, compared))
    known = (event, story, len(compared), len(np.unique(found.report[at])), len(at))
    none: tuple[Row, list[Row]] = (*known, np.nan, np.nan, np.nan, False), []
    if len(compared) < 2:
        return none
    drawn = _drawn(
        stems[found.word[at]],
        np.searchsorted(compared, found.outlet[at]),
        found.sentence[at],
        shape=(len(compared), len(vocabulary)),
    )
    if not drawn.same > 0:
        return none
    reach = NORMAL * _error(drawn)
    value = 1 - drawn.other / drawn.same
    outlets = [found.outlets[number] for number in compared.tolist()]
    parts = _parts(drawn, outlets, _spelled(found, at, stems))
    return (*known, value, value - reach, value + reach, True), [(event, story, *part) for part in parts]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The chances of drawing one word twice, with what is needed to leave a sentence out. Rows are outlets."""

    total: Reals
    """Uses of each stem by each outlet."""

    size: Reals
    """Words of each outlet."""

    alike: Reals
    """For each two outlets: pairs of their words with one stem; on the diagonal in both orders."""

    pairs: Reals
    """For each two outlets: pairs of their words, counted the same way."""

    left_out: Reals
    """For each stem: what the pairs of sentences that are not compared would add to `same`, less that to `other`."""

    outlet: Numbers
    """For each sentence: its outlet."""

    lost_alike: Reals
    """For each sentence and outlet: what `alike` loses without the sentence."""

    lost_pairs: Reals
    """For each sentence and outlet: what `pairs` loses without it."""

    @property
    def chance(self) -> Reals:
        """Return the chance for each two outlets."""
        chances: Reals = self.alike / self.pairs
        return chances

    @property
    def same(self) -> float:
        """Return the mean chance inside an outlet."""
        return float(np.trace(self.chance) / len(self.size))

    @property
    def other(self) -> float:
        """Return the mean chance between two outlets."""
        chances, size = self.chance, len(self.size)
        return float((chances.sum() - np.trace(chances)) / (size * (size - 1)))


def _drawn(word: Numbers, outlet: Numbers, sentence: Numbers, *, shape: tuple[int, int]) -> _Drawn:
    from scipy.sparse import csr_matrix

    size, types = shape
    begins = np.flatnonzero(np.diff(sentence, prepend=-1))
    number = np.cumsum(np.diff(sentence, prepend=sentence[0]) != 0)
    owner, words = outlet[begins], np.bincount(number).astype(np.float64)
    uses = csr_matrix((np.ones(len(word)), (number, word)), shape=(len(begins), types))
    uses.sum_duplicates()
    whose = csr_matrix((np.ones(len(owner)), (owner, np.arange(len(owner)))), shape=(size, len(owner)))
    total: Reals = (whose @ uses).toarray()
    sizes = total.sum(axis=1)
    one, two, shared = _same_fact(uses)
    across = np.asarray(uses @ total.T)
    beside = np.outer(words, sizes)
    np.subtract.at(across, (one, owner[two]), shared)
    np.subtract.at(beside, (one, owner[two]), words[one] * words[two])
    alike, pairs = np.zeros((size, size)), np.zeros((size, size))
    np.add.at(alike, owner, across)
    np.add.at(pairs, owner, beside)
    pairs = np.maximum(pairs, 1.0)
    each = np.eye(size) / size - (1 - np.eye(size)) / (size * (size - 1))
    lost = np.zeros(types)
    for part in range(0, len(one), _PAIRS):
        a, b = one[part : part + _PAIRS], two[part : part + _PAIRS]
        lost += np.asarray(uses[a].multiply(uses[b]).T @ (each / pairs)[owner[a], owner[b]]).ravel()
    doubled = np.where(np.arange(size) == owner[:, None], 2.0, 1.0)
    return _Drawn(total, sizes, alike, pairs, lost, owner, across * doubled, beside * doubled)


def _same_fact(uses: "csr_matrix") -> tuple[Numbers, Numbers, Reals]:
    """Return the pairs of sentences that are not compared, in both orders, and how many words of them are the same.

    A sentence is not compared with itself, nor with one that tells nearly the same: their likeness (cosine) is
    `LIKENESS` or more. The rule is the same inside an outlet and between two.
    """
    length = np.sqrt(np.asarray(uses.multiply(uses).sum(axis=1)).ravel())
    found = []
    for begin in range(0, uses.shape[0], _AT_ONCE):
        product = (uses[begin : begin + _AT_ONCE] @ uses.T).tocoo()
        one = product.row + begin
        kept = product.data >= LIKENESS * length[one] * length[product.col] - 1e-9
        found.append((one[kept], product.col[kept], product.data[kept]))
    one, two, shared = (np.concatenate(part) for part in zip(*found, strict=True))
    return one.astype(np.int64), two.astype(np.int64), shared


def _error(drawn: _Drawn) -> float:
    """Return the standard error of the value: each sentence left out in turn, outlet by outlet."""
    size, at, chance = len(drawn.size), drawn.outlet, drawn.chance
    changed = (drawn.alike[at] - drawn.lost_alike) / np.maximum(drawn.pairs[at] - drawn.lost_pairs, 1.0) - chance[at]
    rows = np.arange(len(at))
    same = drawn.same + changed[rows, at] / size
    other = drawn.other + 2 * (changed.sum(axis=1) - changed[rows, at]) / (size * (size - 1))
    value = np.where(same > 0, 1 - other / np.where(same > 0, same, 1.0), 1 - drawn.other / drawn.same)
    times = np.bincount(at, minlength=size)
    mean = np.bincount(at, weights=value, minlength=size) / times
    squares = np.bincount(at, weights=(value - mean[at]) ** 2, minlength=size)
    return float(np.sqrt(((times - 1) / times * squares).sum()))


def _parts(drawn: _Drawn, outlets: list[str], spelled: list[str]) -> Iterator[tuple[str, str, float, str, int, int]]:
    """Yield the rows of APART_PARTS without event and story: the outlets, then the words, the largest first."""
    size, same = len(outlets), drawn.same
    own = np.diag(drawn.chance)
    by_outlet = (own - (drawn.chance.sum(axis=1) - own) / (size - 1)) / (size * same)
    words = drawn.size.astype(np.int64)
    for number in np.argsort(-by_outlet, kind="stable").tolist():
        outlet = outlets[number]
        yield "outlet", outlet, float(by_outlet[number]), outlet, int(words[number]), int(words.sum() - words[number])
    rate = drawn.total / drawn.size[:, None]
    each = (np.eye(size) / size - (1 - np.eye(size)) / (size * (size - 1))) / drawn.pairs
    by_word = ((drawn.total * (each @ drawn.total)).sum(axis=0) - drawn.left_out) / same
    order = np.lexsort((np.arange(len(by_word)), -np.abs(by_word)))
    most, uses = rate.argmax(axis=0), drawn.total.astype(np.int64)
    for word in order[:MOST_PARTS].tolist():
        user = int(most[word])
        times = int(uses[user, word])
        yield "word", spelled[word], float(by_word[word]), outlets[user], times, int(uses[:, word].sum()) - times
    rest = order[MOST_PARTS:]
    if len(rest):
        yield "word", REST, float(by_word[rest].sum()), "", int(uses[:, rest].sum()), 0


def _spelled(found: Told, at: Numbers, stems: Numbers) -> list[str]:
    """Return for each stem the word that has it most often."""
    times = np.bincount(found.word[at], minlength=len(found.vocabulary))
    best: dict[int, int] = {}
    for word, number in enumerate(stems.tolist()):
        if number not in best or times[word] > times[best[number]]:
            best[number] = word
    return [found.vocabulary[best[number]] for number in range(len(best))]
