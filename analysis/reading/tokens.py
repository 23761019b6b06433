"""Word tokens: one pass of one pattern, with character offsets into the text as it stands.

A word is a run of letters and digits with apostrophes inside it ("don't", "TP" and "Link" for "TP-Link"). Two kinds of
run keep their marks: letters each followed by a full stop ("U.S.", "a.m.") and numbers with their separators, currency
sign before and percent sign or letters after them ("$2.5", "1,000", "25%", "1.5bn", "11:30", "2nd").
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"""
    [a-zA-Z]{2,}(?![^\W_]|['’ʼ])                            # most words, quickly
    | [^\W\d_](?:
          [^\W_]+(?:['’ʼ][^\W_]+)*                          # H20, naïve, don't
        | (?:\.[^\W\d_](?![^\W_]))+\.(?:['’ʼ][^\W\d_]+)?  # U.S., a.m., U.S.'s
        | (?:['’ʼ][^\W_]+)+                                 # I'm
      )?
    | [$£€¥]?\d+(?:[.,:]\d+)*(?:%|[^\W\d_][^\W_]*(?:['’ʼ][^\W_]+)*)?  # $2.5, 1,000, 25%, 2nd, 1990s
    | [^\W_]+(?:['’ʼ][^\W_]+)*                              # digits that are no decimals
    """,
    re.VERBOSE,
)

_REMEMBERED = 1 << 17

_STRAIGHT = str.maketrans("’ʼ", "''")


class Tokens(NamedTuple):
    """The words of one text in order, as three lists of the same length."""

    starts: Sequence[int]
    """First character of each word."""

    ends: Sequence[int]
    """One past the last character of each word."""

    words: list[str]
    """The word in lower case with straight apostrophes."""

    capitals: Sequence[bool] = ()
    """Whether each word begins with a capital, where somebody has found out already."""

    linked: Sequence[bool] = ()
    """Whether `Narration.joins` would join each word to the next, were nothing quoted; where it is known already."""

    kinds: Sequence[int] = ()
    """What `word_kinds` knows of each word, where somebody has found out already."""

    triggers: Sequence[int] | None = None
    """The words with which a reporting verb or phrase can begin, where somebody has found out already."""


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each word of `text`, in characters."""
    return list(map(re.Match.span, _WORD.finditer(text)))


def normal_form(word: str) -> str:
    """Return `word` as it stands in the `word` column: lower case, straight apostrophes."""
    return word.lower().translate(_STRAIGHT)


def tokenise(text: str) -> Tokens:
    """Return the words of `text` with their offsets. Lower-casing never moves an offset, even where it adds letters."""
    matches = list(_WORD.finditer(text))
    starts = list(map(re.Match.start, matches))  # two lists, not a list of pairs: pairs keep the garbage collector busy
    ends = list(map(re.Match.end, matches))
    lowered = text.lower()
    if len(lowered) == len(text):  # lower() only ever adds characters, so equal lengths mean equal places
        lowered = lowered.replace("’", "'").replace("ʼ", "'")
        words = [lowered[start:end] for start, end in zip(starts, ends, strict=True)]
    else:
        words = [normal_form(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    return Tokens(starts, ends, words)


CAPITAL, SECOND_CAPITAL = 1, 2
END, START = 2, 32
LONGEST = (1 << (START - END)) - 1
"""Where the place of a piece has its bits: two flags, then its end, then its start."""


@lru_cache(_REMEMBERED)
def pieces(chunk: str) -> tuple[tuple[str, int], ...]:
    """Return (word, place) of the words of a run of characters without white space.

    `place` is one number that holds its start, its end, and whether its first and second characters are capitals: see
    `START`, `END`, `CAPITAL` and `SECOND_CAPITAL`.
    No word has white space in it and none depends on what stands beyond it, so that the words of a text are those of
    its runs; most runs come again and again.
    """
    core = chunk.rstrip(",.;:")
    if len(core) > 1 and core.isascii() and core.isalpha():  # most of them: one word, no need to search
        return ((core.lower(), _place(chunk, 0, len(core))),)
    starts, ends, words, *_ = tokenise(chunk)
    return tuple((word, _place(chunk, start, end)) for start, end, word in zip(starts, ends, words, strict=True))


def _place(chunk: str, start: int, end: int) -> int:
    capital = CAPITAL if chunk[start].isupper() else 0
    second = SECOND_CAPITAL if end - start > 1 and chunk[start + 1].isupper() else 0
    return (start << START) | (end << END) | capital | second


def words_of(text: str) -> list[str]:
    """Return the words of `text` in lower case with straight apostrophes."""
    return tokenise(text).words
