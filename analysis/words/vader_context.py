"""The words around those that carry sentiment, and the phrases that VADER knows."""

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.words.vader_words import NOT_IN_NEWS, lists
from analysis.words.word_types import codes

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_PLACES = ((-3, 2), (-3, 3), (-2, 2), (-2, 3), (-1, 2), (0, 2), (0, 3))
"""Where a phrase may stand before a word that it gives its valence to, and how many words it has; later ones win."""


class Around:
    """The words around each hit, within its segment."""

    def __init__(
        self, code: npt.NDArray[np.int16], known: Flags, hits: Numbers, position: Numbers, length: Numbers
    ) -> None:
        self._code, self._known, self.hits = code, known, hits
        self._position, self._length = position, length
        self._codes: dict[int, npt.NDArray[np.int16]] = {}

    def has(self, step: int) -> Flags:
        """Say whether there is a word `step` words on (back where negative)."""
        flags: Flags = self._position >= -step if step < 0 else self._position + step < self._length
        return flags

    def listed(self, step: int) -> Flags:
        """Say whether that word is in the lexicon."""
        flags: Flags = self.has(step) & at_rows(self._known, self.hits + step)
        return flags

    def codes(self, step: int) -> npt.NDArray[np.int16]:
        """Return the code of that word, -1 where there is none."""
        if step not in self._codes:
            here = np.where(self.has(step), at_rows(self._code, self.hits + step), np.int16(-1))
            self._codes[step] = here
        return self._codes[step]

    def near(self, step: int, word: str) -> Flags:
        """Say whether that word is `word`, one that has a code."""
        flags: Flags = self.codes(step) == codes()[word]
        return flags


def at_rows(column: npt.NDArray[Any], rows: Numbers) -> npt.NDArray[Any]:
    """Return the cells of some rows; rows beyond an end have those at the end."""
    return column[np.clip(rows, 0, max(len(column) - 1, 0))]


@cache
def _idioms(news: bool) -> tuple[tuple[int, tuple[int, ...], float], ...]:
    """Return (place, codes, valence) of each phrase at each place where it may stand, the later ones winning."""
    phrases = {k: v for k, v in lists().phrases.items() if " " in k and not (news and k in NOT_IN_NEWS)}
    coded = [(tuple(codes()[word] for word in phrase.split()), valence) for phrase, valence in phrases.items()]
    return tuple((step, words, v) for step, size in _PLACES for words, v in coded if len(words) == size)


@cache
def _double_boosters() -> tuple[tuple[int, int, float], ...]:
    return tuple(
        (*(codes()[word] for word in phrase.split()), by)  # type: ignore[misc]  # two words each
        for phrase, by in lists().boosters.items()
        if " " in phrase
    )


def with_phrases(valence: Reals, around: Around, *, where: Flags, news: bool) -> tuple[Reals, Flags]:
    """Give words in a phrase the valence of the phrase; return also which words that are."""
    found = np.zeros(len(valence), dtype=bool)
    for step, words, meant in _idioms(news):
        here = around.codes(step) == words[0]
        if here.any():
            here = where & here
            for further, word in enumerate(words[1:], 1):
                here &= around.codes(step + further) == word
            valence = np.where(here, meant, valence)
            found |= here
    for one, two, by in _double_boosters():
        for step in (-3, -2):
            here = where & (around.codes(step) == one) & (around.codes(step + 1) == two)
            if here.any():
                valence = np.where(here, valence + by, valence)
    return valence, found
