"""How far the outlets of one event are apart: how much more alike words are inside an outlet than between two.

M. Morisita, "Measuring of interspecific association and similarity between communities", Memoirs of the Faculty of
Science, Kyushu University E 3, 1959: an index of overlap that does not depend on how much was counted (H. Wolda,
"Similarity indices, sample size and diversity", Oecologia 50, 1981). The interval is found with the jackknife, one
sentence left out at a time (B. Efron and C. Stein, "The jackknife estimate of variance", Annals of Statistics 9, 1981).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from analysis.apart.log_odds import NORMAL, Reals
from analysis.apart.sources import Row
from analysis.apart.told import Numbers, Told
from analysis.facts.stems import stem

LEAST_WORDS = 100
"""Words, names and function words not counted, that an outlet needs: with fewer the number is mostly chance."""

MOST_PARTS = 12
"""Words that are named as parts of the number; all others are one part."""

REST = "all other words"


def distance(found: Told, *, event: str, story: str) -> tuple[Row, list[Row]]:
    """Return the row of APART and the rows of APART_PARTS of one event.

    Let S be the chance that two words drawn from different sentences of one outlet's narration have one stem, and B the
    same for sentences of two outlets. The value is 1 less the mean
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
    """For each outlet: pairs of its words with one stem, in both orders, those of one sentence left out."""

    pairs: Reals
    """For each outlet: pairs of its words, counted the same way."""

    shared: Reals
    """For each two outlets: pairs of their words with one stem."""

    inside: Reals
    """Uses of each stem squared and added over the sentences of each outlet: what `alike` leaves out."""

    outlet: Numbers
    """For each sentence: its outlet."""

    words: Reals
    """For each sentence: its number of words."""

    own: Reals
    """For each sentence: the uses of its words in itself."""

    across: Reals
    """For each outlet and sentence: the outlet's uses of the sentence's words."""

    @property
    def same(self) -> float:
        """Return the mean chance inside an outlet."""
        return float((self.alike / self.pairs).mean())

    @property
    def between(self) -> Reals:
        """Return the chance between each two outlets; 0 for an outlet and itself."""
        chances: Reals = self.shared / np.outer(self.size, self.size)
        np.fill_diagonal(chances, 0.0)
        return chances

    @property
    def other(self) -> float:
        """Return the mean chance between two outlets."""
        size = len(self.size)
        return float(self.between.sum() / (size * (size - 1)))


def _drawn(word: Numbers, outlet: Numbers, sentence: Numbers, *, shape: tuple[int, int]) -> _Drawn:
    size, types = shape
    begins = np.flatnonzero(np.diff(sentence, prepend=-1))
    number = np.cumsum(np.diff(sentence, prepend=sentence[0]) != 0)
    _, which, times = np.unique(number * types + word, return_inverse=True, return_counts=True)
    in_own = times[which].astype(np.float64)
    total = np.bincount(outlet * types + word, minlength=size * types).reshape(shape).astype(np.float64)
    owner, words = outlet[begins], np.bincount(number).astype(np.float64)
    sizes = np.bincount(outlet, minlength=size).astype(np.float64)
    inside = np.zeros(shape)
    np.add.at(inside, (outlet, word), in_own)
    return _Drawn(
        total=total,
        size=sizes,
        alike=(total**2).sum(axis=1) - inside.sum(axis=1),
        pairs=np.maximum(sizes**2 - np.bincount(owner, weights=words**2, minlength=size), 1.0),
        shared=total @ total.T,
        inside=inside,
        outlet=owner,
        words=words,
        own=np.add.reduceat(in_own, begins),
        across=np.array([np.add.reduceat(row[word], begins) for row in total]),
    )


def _error(drawn: _Drawn) -> float:
    """Return the standard error of the value: each sentence left out in turn, outlet by outlet."""
    size, at = len(drawn.size), drawn.outlet
    rows = np.arange(len(at))
    alike = drawn.alike[at] - 2 * drawn.across[at, rows] + 2 * drawn.own
    pairs = drawn.pairs[at] - 2 * drawn.words * (drawn.size[at] - drawn.words)
    alone = drawn.alike / drawn.pairs
    same = drawn.same + (alike / np.maximum(pairs, 1.0) - alone[at]) / size
    between = drawn.between
    left = (drawn.shared[at] - drawn.across.T) / np.outer(np.ones(len(at)), drawn.size)
    left /= np.maximum(drawn.size[at] - drawn.words, 1.0)[:, None]
    left[rows, at] = 0.0
    other = drawn.other + 2 * (left.sum(axis=1) - between.sum(axis=1)[at]) / (size * (size - 1))
    value = 1 - other / np.where(same > 0, same, np.nan)
    value = np.where(np.isfinite(value), value, 1 - drawn.other / drawn.same)
    times = np.bincount(at, minlength=size)
    mean = np.bincount(at, weights=value, minlength=size) / times
    squares = np.bincount(at, weights=(value - mean[at]) ** 2, minlength=size)
    return float(np.sqrt(((times - 1) / times * squares).sum()))


def _parts(drawn: _Drawn, outlets: list[str], spelled: list[str]) -> Iterator[tuple[str, str, float, str, int, int]]:
    """Yield the rows of APART_PARTS without event and story: the outlets, then the words, the largest first."""
    size, same = len(outlets), drawn.same
    by_outlet = (drawn.alike / drawn.pairs - drawn.between.sum(axis=1) / (size - 1)) / (size * same)
    words = drawn.size.astype(np.int64)
    for number in np.argsort(-by_outlet, kind="stable").tolist():
        outlet = outlets[number]
        yield "outlet", outlet, float(by_outlet[number]), outlet, int(words[number]), int(words.sum() - words[number])
    rate = drawn.total / drawn.size[:, None]
    inside = ((drawn.total**2 - drawn.inside) / drawn.pairs[:, None]).mean(axis=0)
    across = (rate.sum(axis=0) ** 2 - (rate**2).sum(axis=0)) / (size * (size - 1))
    by_word = (inside - across) / same
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
