"""The terms of articles: word stems and pairs of neighbouring stems, counted for a whole library in numpy arrays.

Each word *type* of a language is looked at once (see `analysis.stories.word_forms`), so that an article costs one pass
of one pattern.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.stories.word_forms import form_of

TITLE_WEIGHT = 3
"""A word of the headline counts as three: it says what the article is about. Between 2 and 5 changes little."""

LEAD_TOKENS = 60
"""Words and marks that open a text: news says first what has happened."""

LEAD_WEIGHT = 2
"""A word of the lead counts as two."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*"  # 1,000 and 2.5; "25bn" is 25 and bn
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*"  # words, H20, don't
    r"|[^\w\s'’ʼ-]"  # any other mark ends a pair; a hyphen or an apostrophe does not
)
_BREAK = 0
_CHUNK = 500
_PAIR_SHIFT = 32


class Worded(NamedTuple):
    """What is read of an article."""

    title: str | None
    text: str
    language: str | None
    """ISO 639-1 code; None is read as English."""


class Counts(NamedTuple):
    """How often each term stands in each article; parallel arrays sorted by article, then key."""

    article: NDArray[np.int32]
    """Number of the article, from 0 in the order given."""

    key: NDArray[np.int64]
    """The term: a number that `Vocabulary.name` can read."""

    times: NDArray[np.int32]
    """Times it stands there: words of the headline count `TITLE_WEIGHT` times, of the lead `LEAD_WEIGHT` times."""


class Vocabulary:
    """Word types seen so far, each with its stem; gives terms their keys and their readable names."""

    def __init__(self) -> None:
        self._types: dict[str | None, _Types] = {}
        self._surfaces: list[str] = []
        self._stems: dict[str, int] = {"": _BREAK}
        self._stem_of: list[int] = []
        self._seen: NDArray[np.int64] = np.zeros(0, np.int64)
        self._best: dict[int, int] = {}
        self._names: dict[int, str] = {}

    def counts(self, articles: Sequence[Worded]) -> Counts:
        """Return the terms of articles."""
        parts = [self._chunk(articles[start : start + _CHUNK], start) for start in range(0, len(articles), _CHUNK)]
        if not parts:
            return Counts(np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0, np.int32))
        return Counts(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))

    def stems(self) -> tuple[list[str], list[str], NDArray[np.int64]]:
        """Return the stems in the order of their numbers from 1, with their best known form and how often it stands."""
        best = self._best_of_stems()
        chosen = [best[number] for number in range(1, len(self._stems))]
        return list(self._stems)[1:], [self._surfaces[one] for one in chosen], self._seen[chosen]

    @classmethod
    def known(cls, stems: Sequence[str], names: Sequence[str], times: NDArray[np.int64]) -> "Vocabulary":
        """Return a vocabulary that knows the `stems` of another."""
        made = cls()
        made._stems.update({stem: number for number, stem in enumerate(stems, start=1)})
        made._surfaces = list(names)
        made._stem_of = list(range(1, len(stems) + 1))
        made._seen = times
        return made

    def name(self, key: int) -> str:
        """Return a term as people write it: each stem in the form in which it was seen most often."""
        if key not in self._names:
            self._names[key] = " ".join(self._readable(stem) for stem in _stems(key) if stem != _BREAK)
        return self._names[key]

    def keys(self, terms: Iterable[str]) -> dict[int, int]:
        """Return {key: position in `terms`} of those stemmed terms (one stem, or two with a space) that were seen."""
        found: dict[int, int] = {}
        for position, term in enumerate(terms):
            stems = [self._stems.get(stem, _BREAK) for stem in term.split(" ")]
            if _BREAK not in stems:
                found[_key(stems[0], stems[1] if len(stems) > 1 else _BREAK)] = position
        return found

    def stemmed(self, keys: Iterable[int]) -> list[str]:
        """Return terms as they stand in the background table: stems, two joined by a space."""
        stems = list(self._stems)
        return [" ".join(stems[stem] for stem in _stems(key) if stem != _BREAK) for key in keys]

    def _chunk(self, articles: Sequence[Worded], start: int) -> Counts:
        surfaces: list[int] = []
        lengths: list[int] = []
        weights: list[int] = []
        for title, text, language in articles:
            numbered = self._of(language).__getitem__
            headline, tokens = _TOKEN.findall(title or ""), _TOKEN.findall(text)
            for part in (headline, ["."], tokens, ["."]):
                surfaces.extend(map(numbered, part))
            lengths += [len(headline) + 1, len(tokens[:LEAD_TOKENS]), len(tokens[LEAD_TOKENS:]) + 1]
            weights += [TITLE_WEIGHT, LEAD_WEIGHT, 1]
        seen = np.array(surfaces, np.int64)
        self._count_surfaces(seen)
        stems = np.array(self._stem_of, np.int64)[seen]
        parts = np.arange(len(lengths))
        article = np.repeat(parts // 3, lengths)
        weight_of = np.repeat(np.array(weights, np.int64), lengths)
        real = stems != _BREAK
        paired = real[:-1] & real[1:]
        keys = np.concatenate([stems[real] << _PAIR_SHIFT, (stems[:-1][paired] << _PAIR_SHIFT) | stems[1:][paired]])
        owners = np.concatenate([article[real], article[:-1][paired]])
        each = np.concatenate([weight_of[real], weight_of[:-1][paired]])
        return _summed(owners + start, keys, each)

    def _of(self, language: str | None) -> "_Types":
        if language not in self._types:
            form = form_of(language)

            def number(token: str) -> int:
                self._surfaces.append(token)
                self._stem_of.append(self._stems.setdefault(form(token), len(self._stems)))
                return len(self._surfaces) - 1

            self._types[language] = _Types(number)
        return self._types[language]

    def _count_surfaces(self, seen: NDArray[np.int64]) -> None:
        grown = np.bincount(seen, minlength=len(self._surfaces))
        grown[: len(self._seen)] += self._seen
        self._seen = grown
        self._best, self._names = {}, {}

    def _readable(self, stem: int) -> str:
        word = self._surfaces[self._best_of_stems()[stem]].replace("’", "'")
        return word.removesuffix("'s")

    def _best_of_stems(self) -> dict[int, int]:
        if not self._best:
            seen = self._seen.tolist()
            order = sorted(range(len(self._surfaces)), key=lambda s: (seen[s], self._surfaces[s]))
            self._best = {self._stem_of[surface]: surface for surface in order}
        return self._best


class _Types(dict[str, int]):
    """Numbers of the word types of a language: a new one is numbered by `number`, a known one costs a look-up alone."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number

    def __missing__(self, token: str) -> int:
        self[token] = made = self._number(token)
        return made


def _key(first: int, second: int) -> int:
    return (first << _PAIR_SHIFT) | second


def _stems(key: int) -> tuple[int, int]:
    return key >> _PAIR_SHIFT, key & ((1 << _PAIR_SHIFT) - 1)


def _summed(owners: NDArray[np.int64], keys: NDArray[np.int64], each: NDArray[np.int64]) -> Counts:
    if not len(keys):
        return Counts(owners.astype(np.int32), keys, each.astype(np.int32))
    order = np.lexsort((keys, owners))
    owners, keys, each = owners[order], keys[order], each[order]
    first = np.flatnonzero(np.r_[True, (owners[1:] != owners[:-1]) | (keys[1:] != keys[:-1])])
    times = np.add.reduceat(each, first)
    return Counts(owners[first].astype(np.int32), keys[first], times.astype(np.int32))
