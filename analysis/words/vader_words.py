"""VADER's word lists, read once from the package that carries them, and the signs that news writes otherwise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.words.packaged import packaged

NOT_IN_NEWS = frozenset({"the bomb", "the shit", "to die for"})
"""Phrases that VADER reads as slang praise and news means literally."""

RULE_WORDS: Final = (
    *("no", "or", "nor", "kind", "of", "least", "at", "very", "never", "so", "this", "without", "doubt", "but"),
)
"""The words that VADER's rules name one by one."""

_PLAIN = {
    **dict.fromkeys("‘’‛ʼ′", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("–—―", " "),
    **dict.fromkeys("‐‑", "-"),
    "…": ".",
}


_DOTS_BETWEEN = re.compile(r"(?:…|\.{3})(?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Lists:
    """VADER's word lists."""

    lexicon: Mapping[str, float]
    """Word in lower case -> mean valence, -4 to 4."""

    row: Mapping[str, int]
    """Word in lower case -> its row in the lexicon."""

    emoji: Mapping[str, str]
    """One character -> its description."""

    boosters: Mapping[str, float]
    """Word, or two words joined by a blank, -> what it adds to the valence after it."""

    negations: frozenset[str]

    phrases: Mapping[str, float]
    """Two or three words -> the valence of the whole."""


@cache
def lists() -> Lists:
    """Return the lists of the installed vaderSentiment package (MIT licence; Hutto & Gilbert 2014)."""
    package = import_module("vaderSentiment.vaderSentiment")
    emoji = _columns(packaged("vaderSentiment", "emoji_utf8_lexicon.txt"))
    words = _columns(packaged("vaderSentiment", "vader_lexicon.txt"))
    return Lists(
        lexicon={word: float(valence) for word, valence in words.items()},
        row={word: row for row, word in enumerate(words)},
        emoji={sign: description for sign, description in emoji.items() if len(sign) == 1},
        boosters=package.BOOSTER_DICT,
        negations=frozenset(package.NEGATE),
        phrases=package.SPECIAL_CASES,
    )


def straightened(text: str) -> str:
    """Return the text as a typewriter has it: straight quotes and apostrophes, blanks for dashes; the same length.

    Three dots between two words are blanks as well.
    """
    if "…" in text or "..." in text:
        text = _DOTS_BETWEEN.sub(lambda dots: " " * len(dots[0]), text)
    if text.isascii():
        return text
    for sign, plain in _PLAIN.items():
        text = text.replace(sign, plain)
    return text


def described(token: str, *, news: bool) -> list[tuple[str, int, int]]:
    """Return (word, start, end) for each word of a token after its emoji are put in words; offsets in the token.

    Without `news` letters that follow an emoji are glued to its last word, as in the package.
    """
    if token.isascii():
        return [(token, 0, len(token))] if token else []
    emoji = lists().emoji
    characters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(token):
        description = emoji.get(character)
        written = character if description is None else f" {description}{' ' if news else ''}"
        characters.append(written)
        origins += [at] * len(written)
    text = "".join(characters)
    words: list[tuple[str, int, int]] = []
    begin = 0
    for word in text.split():
        begin = text.index(word, begin)
        words.append((word, origins[begin], origins[begin + len(word) - 1] + 1))
        begin += len(word)
    return words


def all_described(
    tokens: list[str], rows: npt.NDArray[np.int64], *, news: bool
) -> tuple[list[str], npt.NDArray[np.int64], list[tuple[int, int]]]:
    """Return the tokens with those of `rows` described, how many words each became, and where each new word stands."""
    times = np.ones(len(tokens), dtype=np.int64)
    made: list[str] = []
    places: list[tuple[int, int]] = []
    done = 0
    for row in rows.tolist():
        told = described(tokens[row], news=news)
        made += tokens[done:row]
        made += [word for word, _, _ in told]
        places += [(begin, end) for _, begin, end in told]
        times[row] = len(told)
        done = row + 1
    return made + tokens[done:], times, places


def _columns(text: str) -> dict[str, str]:
    rows = [line.strip().split("\t", 2) for line in text.split("\n")]
    return {row[0]: row[1] for row in rows if len(row) > 1}
