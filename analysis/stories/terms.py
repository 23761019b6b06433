"""The terms of articles: word stems and pairs of neighbouring stems, counted for a whole library in numpy arrays.

Each word *type* of a language is looked at once (see `analysis.stories.word_forms`), so that an article costs one pass
of one pattern.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

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
_PACKED = 26
"""Bits of a stem's number where a term, its article and its weight are sorted as one number: 67 million stems."""


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


class Part(NamedTuple):
    """How often each term stands in each of some neighbouring articles; parallel arrays sorted by key, then article."""

    first: int
    """Number of the first article."""

    articles: int
    """Number of articles."""

    owner: NDArray[np.uint16]
    """Number of the article, less `first`."""

    key: NDArray[np.int64]
    times: NDArray[np.uint16]
    """At most 65,535."""


class Vocabulary:
    """Word types seen so far, each with its stem; gives terms their keys and their readable names."""

    def __init__(self) -> None:
        self._types: dict[str | None, _Types] = {}
        self._surfaces: list[str] = []
        self._stems: dict[str, int] = {"": _BREAK}
        self._stem_of: list[int] = []
        self._stem_array: NDArray[np.int64] = np.zeros(0, np.int64)
        self._seen: NDArray[np.int64] = np.zeros(0, np.int64)
        self._best: dict[int, int] = {}
        self._names: dict[int, str] = {}

    def counts(self, articles: Sequence[Worded]) -> Counts:
        """Return the terms of articles."""
        made = [(part.owner, part.key, part.times, part.first) for part in self.parts(articles)]
        if not made:
            return Counts(np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0, np.int32))
        owners, keys, times = [], [], []
        for owner, key, often, first in made:
            order = np.argsort(owner, kind="stable")
            owners.append(owner[order].astype(np.int32) + np.int32(first))
            keys.append(key[order])
            times.append(often[order].astype(np.int32))
        return Counts(np.concatenate(owners), np.concatenate(keys), np.concatenate(times))

    def parts(self, articles: Iterable[Worded]) -> Iterator[Part]:
        """Yield the terms of articles, of some at a time: articles are read as they are needed and not held."""
        first = 0
        for some in _batched(articles, _CHUNK):
            yield self._part(some, first)
            first += len(some)

    def stems(self) -> tuple[list[str], list[str], NDArray[np.int64]]:
        """Return the stems in the order of their numbers from 1, with their best known form and how often it stands."""
        best = self._best_of_stems()
        chosen = [best[number] for number in range(1, len(self._stems))]
        return list(self._stems)[1:], [self._surfaces[one] for one in chosen], self._times()[chosen]

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

    def written(self, article: Worded, keys: Collection[int]) -> dict[int, str]:
        """Return those of the terms that stand in an article as it writes them, in the form that is most common."""
        if not keys:
            return {}
        known = len(self._surfaces)
        numbered = self._of(article.language).__getitem__
        tokens = (_TOKEN.findall(article.title or ""), ["."], _TOKEN.findall(article.text))
        surfaces = [number for part in tokens for number in map(numbered, part)]
        if self._best:
            for number in range(known, len(self._surfaces)):
                self._best.setdefault(self._stem_of[number], number)
        stems = [self._stem_of[number] for number in surfaces]
        forms: dict[int, set[tuple[int, ...]]] = {key: set() for key in keys}
        wanted = {stem for key in keys for stem in _stems(key)} - {_BREAK}
        for place in [place for place, stem in enumerate(stems) if stem in wanted]:
            stem = stems[place]
            if (word := _key(stem, _BREAK)) in forms:
                forms[word].add((surfaces[place],))
            if place and (pair := _key(stems[place - 1], stem)) in forms:
                forms[pair].add((surfaces[place - 1], surfaces[place]))
        seen = self._seen

        def common(form: tuple[int, ...]) -> tuple[int, list[str]]:
            often = min(int(seen[number]) if number < len(seen) else 0 for number in form)
            return often, [self._surfaces[number] for number in form]

        best = {key: max(own, key=common) for key, own in forms.items() if own}
        return {key: " ".join(map(self._plain, form)) for key, form in best.items()}

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

    def _part(self, articles: Sequence[Worded], first: int) -> Part:
        surfaces: list[int] = []
        lengths: list[int] = []
        for title, text, language in articles:
            numbered = self._of(language).__getitem__
            headline, tokens = _TOKEN.findall(title or ""), _TOKEN.findall(text)
            for part in (headline, ["."], tokens, ["."]):
                surfaces.extend(map(numbered, part))
            lengths += [len(headline) + 1, len(tokens[:LEAD_TOKENS]), len(tokens[LEAD_TOKENS:]) + 1]
        seen = np.array(surfaces, np.int64)
        self._count_surfaces(seen)
        stems = self._stems_of(seen)
        article = np.repeat(np.arange(len(lengths)) // 3, lengths)
        weight_of = np.repeat(np.tile([TITLE_WEIGHT, LEAD_WEIGHT, 1], len(articles)), lengths)
        real = stems != _BREAK
        paired = real[:-1] & real[1:]
        firsts = np.concatenate([stems[real], stems[:-1][paired]])
        seconds = np.concatenate([np.full(int(real.sum()), _BREAK), stems[1:][paired]])
        owners = np.concatenate([article[real], article[:-1][paired]])
        each = np.concatenate([weight_of[real], weight_of[:-1][paired]])
        return Part(first, len(articles), *_summed(firsts, seconds, owners, each))

    def _stems_of(self, surfaces: NDArray[np.int64]) -> NDArray[np.int64]:
        new = self._stem_of[len(self._stem_array) :]
        if new:
            self._stem_array = np.concatenate([self._stem_array, np.array(new, np.int64)])
        return self._stem_array[surfaces]

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

    def _times(self) -> NDArray[np.int64]:
        """Return how often each word type was counted: none of those that were only read (`written`)."""
        return np.concatenate([self._seen, np.zeros(len(self._surfaces) - len(self._seen), np.int64)])

    def _readable(self, stem: int) -> str:
        return self._plain(self._best_of_stems()[stem])

    def _plain(self, surface: int) -> str:
        return self._surfaces[surface].replace("’", "'").removesuffix("'s")

    def _best_of_stems(self) -> dict[int, int]:
        if not self._best:
            seen = self._times().tolist()
            order = sorted(range(len(self._surfaces)), key=lambda s: (seen[s], self._surfaces[s]))
            self._best = {self._stem_of[surface]: surface for surface in order}
        return self._best


def _batched(articles: Iterable[Worded], size: int) -> Iterator[Sequence[Worded]]:
    left = iter(articles)
    while some := list(islice(left, size)):
        yield some


class _Types(dict[str, int]):
    """Numbers of the word types of a language: a new one is numbered by `number`, a known one costs a look-up alone."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number

    def __missing__(self, token: str) -> int:
        self[token] = made = self._number(token)
        return made


_Number = TypeVar("_Number", int, NDArray[np.int64])


def _key(first: _Number, second: _Number) -> _Number:
    return (first << _PAIR_SHIFT) | second


def _stems(key: int) -> tuple[int, int]:
    return key >> _PAIR_SHIFT, key & ((1 << _PAIR_SHIFT) - 1)


def _summed(
    firsts: NDArray[np.int64], seconds: NDArray[np.int64], owners: NDArray[np.int64], each: NDArray[np.int64]
) -> tuple[NDArray[np.uint16], NDArray[np.int64], NDArray[np.uint16]]:
    """Return owner, key and summed weight of each key of each owner, by key, then owner.

    All is sorted as one number, which is some times as fast as the order of several arrays.
    """
    if not len(firsts):
        return np.zeros(0, np.uint16), np.zeros(0, np.int64), np.zeros(0, np.uint16)
    if max(firsts.max(), seconds.max()) >> _PACKED:
        order = np.lexsort((owners, seconds, firsts))
        keys, owners, each = _key(firsts[order], seconds[order]), owners[order], each[order]
    else:
        packed = np.sort((((firsts << _PACKED) | seconds) << 11) | (owners << 2) | each)
        keys = _key(packed >> (_PACKED + 11), (packed >> 11) & ((1 << _PACKED) - 1))
        owners, each = (packed >> 2) & 511, packed & 3
    begins = np.flatnonzero(np.r_[True, (owners[1:] != owners[:-1]) | (keys[1:] != keys[:-1])])
    times = np.minimum(np.add.reduceat(each, begins), np.iinfo(np.uint16).max)
    return owners[begins].astype(np.uint16), keys[begins], times.astype(np.uint16)
