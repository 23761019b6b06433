"""What VADER's word lists say of single words: read once from the package that carries them, never downloaded."""

import string
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module, resources
from itertools import count
from typing import Any

import numpy as np
import numpy.typing as npt

CODED = (
    *("no", "or", "nor", "kind", "of", "least", "at", "very", "never", "so", "this", "without", "doubt", "but"),
    *("the", "shit", "bomb", "bad", "ass", "bus", "stop", "yeah", "right", "kiss", "death", "to", "die", "for"),
    *("beating", "heart", "just", "enough", "sort"),
)
"""The words that VADER's rules or its phrases name one by one."""

CODE: Mapping[str, int] = {word: number for number, word in enumerate(CODED)}

NOT_IN_NEWS = frozenset({"the bomb", "the shit", "to die for"})
"""Phrases that VADER reads as slang praise and news means literally."""

TYPE = np.dtype(
    [
        ("valence", "f8"),
        ("known", "?"),
        ("booster", "f8"),
        ("negation", "?"),
        ("upper", "?"),
        ("code", "i2"),
        ("exclamations", "i2"),
        ("questions", "i2"),
        ("left", "i4"),
        ("right", "i4"),
        ("word", "?"),
        ("capital", "?"),
        ("long", "?"),
        ("opens", "?"),
        ("closes", "?"),
        ("emoji", "?"),
        ("entry", "i4"),
    ]
)
"""What is kept of a word type.

valence: from the lexicon, 0 where not listed. known: listed. booster: what it adds to the word after it, 0 for most.
negation: turns the word after it. upper: all capitals. code: number in `CODED`, -1 for all others. exclamations,
questions: marks in it. left, right: characters that stand before the word itself and where it ends. word: has a letter
or digit. capital: like "Hope", not "HOPE". long: four letters or more. opens: begins with a quotation mark, so that a
capital is no sign of a name. closes: ends a sentence or announces one (":"). emoji: must be described first. entry: row
in the lexicon, -1 where not listed.
"""

_PLAIN = {
    **dict.fromkeys("‘’‛ʼ′", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("–—―", " "),
    **dict.fromkeys("‐‑", "-"),
    "…": ".",
}
_LONG = 4
_REMEMBERED = 1 << 17


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
    folder = resources.files("vaderSentiment")
    emoji = _columns(folder.joinpath("emoji_utf8_lexicon.txt").read_text("utf-8"))
    words = _columns(folder.joinpath("vader_lexicon.txt").read_text("utf-8"))
    return Lists(
        lexicon={word: float(valence) for word, valence in words.items()},
        row={word: row for row, word in enumerate(words)},
        emoji={sign: description for sign, description in emoji.items() if len(sign) == 1},
        boosters=package.BOOSTER_DICT,
        negations=frozenset(package.NEGATE),
        phrases=package.SPECIAL_CASES,
    )


def straightened(text: str) -> str:
    """Return the text as a typewriter has it: straight quotes and apostrophes, blanks for dashes; the same length."""
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


def types_of(tokens: list[str], *, news: bool) -> tuple[npt.NDArray[np.int64], npt.NDArray[Any]]:
    """Return the type number of each token, and the TYPE row of each type."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    ids = np.fromiter(map(numbers.__getitem__, tokens), dtype=np.int64, count=len(tokens))
    return ids, np.array(list(map(_in_news if news else _anywhere, numbers)), dtype=TYPE)


@lru_cache(_REMEMBERED)
def _in_news(token: str) -> tuple[Any, ...]:
    return _type(token, news=True)


@lru_cache(_REMEMBERED)
def _anywhere(token: str) -> tuple[Any, ...]:
    return _type(token, news=False)


def _type(token: str, *, news: bool) -> tuple[Any, ...]:
    known = lists()
    word = token.strip(string.punctuation)
    left = 0
    if len(word) <= 2:
        word = token  # so short is an emoticon: its marks stay
    else:
        left = token.index(word)
    lower = word.lower()
    listed = lower in known.lexicon
    if listed and news and any(c.isdigit() for c in lower):
        listed = False  # "187" and "8)" mean something in a chat only
    bare = token.rstrip("\"')]")
    return (
        known.lexicon[lower] if listed else 0.0,
        listed,
        known.boosters.get(lower, 0.0),
        lower in known.negations or "n't" in lower,
        word.isupper(),
        CODE.get(lower, -1),
        token.count("!"),
        token.count("?"),
        left,
        left + len(word),
        any(c.isalnum() for c in token),
        word[:1].isupper() and not word.isupper(),
        len(word) >= _LONG,
        token[0] in "\"'",
        bare[-1:] in {"!", "?", ":"},
        not token.isascii() and any(c in known.emoji for c in token),
        known.row.get(lower, -1),
    )


def _columns(text: str) -> dict[str, str]:
    rows = (line.strip().split("\t") for line in text.split("\n"))
    return {row[0]: row[1] for row in rows if len(row) > 1}
