"""Which words of VADER's lexicon stand in a phrase in which news means something else by them."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.words.news_senses import news_senses
from analysis.words.word_types import codes

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

LONGEST: Final = 4
"""Words of the longest phrase."""

_BITS = 12


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases of one length with the silent word at one place."""

    length: int
    place: int
    keys: Numbers
    """The codes of the words in one number, sorted."""
    senses: Numbers
    """For each key: its line of the list."""


def silenced(window: Numbers) -> Flags:
    """Say for each column of `window` whether the word in the middle is silent.

    A column holds the codes of the words around one word of the lexicon, itself in the middle (row `LONGEST`), with
    -1 where there is no coded word or a mark stands between.
    """
    words = window + 1
    before, after = _guards()
    silent = np.zeros(window.shape[1], dtype=bool)
    for group in _groups():
        first = LONGEST - group.place
        key = np.zeros(len(silent), dtype=np.int64)
        whole = np.ones(len(silent), dtype=bool)
        for step in range(group.length):
            key = (key << _BITS) | words[first + step]
            whole &= words[first + step] > 0
        at = np.minimum(np.searchsorted(group.keys, key), len(group.keys) - 1)
        sense = group.senses[at]
        here = whole & (group.keys[at] == key)
        here &= ~before[sense, words[first - 1]] & ~after[sense, words[first + group.length]]
        silent |= here
    return silent


@cache
def may_be_silent() -> Flags:
    """Say for each code, one added, whether the word is silent in any phrase."""
    table = np.zeros(len(codes()) + 1, dtype=bool)
    for sense in news_senses():
        table[[codes()[word] + 1 for word in sense.silent]] = True
    return table


@cache
def _guards() -> tuple[Flags, Flags]:
    """Return for each line and each code, one added, whether that word before (after) the phrase keeps its meaning."""
    before = np.zeros((len(news_senses()), len(codes()) + 1), dtype=bool)
    after = before.copy()
    for number, sense in enumerate(news_senses()):
        before[number, [codes()[word] + 1 for word in sense.unless_after]] = True
        after[number, [codes()[word] + 1 for word in sense.unless_before]] = True
    return before, after


@cache
def _groups() -> tuple[_Phrases, ...]:
    assert len(codes()) < 1 << _BITS
    keys: dict[tuple[int, int], dict[int, int]] = {}
    for number, sense in enumerate(news_senses()):
        for phrase in sense.phrases:
            key = 0
            for word in phrase:
                key = (key << _BITS) | (codes()[word] + 1)
            for place, word in enumerate(phrase):
                if word in sense.silent:
                    keys.setdefault((len(phrase), place), {}).setdefault(key, number)
    return tuple(
        _Phrases(length, place, np.array(sorted(found)), np.array([found[key] for key in sorted(found)]))
        for (length, place), found in sorted(keys.items())
    )
