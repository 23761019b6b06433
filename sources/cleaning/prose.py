"""What the form of a line tells: how many words, whether it is a sentence, whether it reads like a link."""

import re
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

RECENT = 16_384
"""Lines whose form is remembered: many rules ask for the same line, and pages of an outlet share theirs."""

LONGEST = 20_000
"""Characters in the longest line of which many are remembered: of longer ones only the last few are."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff]")
"""Scripts written without spaces: about two characters make a word."""

_END = re.compile(r"[.!?…。！？।؟:;](?:\s*[\"'”’»」』)\]*†]|\s*\[\d+\])*\Z")
_FULL_STOP = re.compile(r"[.!?…。！？।؟][\"'”’»」』)\]]*\Z")
_INNER = re.compile(r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]?\w|[。！？।]")
_FIRST = itemgetter(0)
_TAIL = 200
"""Characters at a line's end among which its last mark is looked for."""


class Form(NamedTuple):
    """What the form of one line tells."""

    words: int
    """Number of words; in scripts without spaces half the number of characters."""

    ends: bool
    """Whether it ends in a full stop, question or exclamation mark, colon or semicolon."""

    stops: bool
    """Whether it ends in a full stop, question or exclamation mark, with or without closing quotes."""

    sentences: int
    """About how many sentences: breaks inside it and a mark at its end."""

    lower: float
    """Share of words that start in lower case; 0.7 in scripts without case, which tell nothing."""

    prose: bool
    """Whether it is clearly running text: eight words or more, a sentence's end, mostly lower case."""


def form_of(text: str) -> Form:
    """Return the form of a line, looked at once however often it is asked for."""
    return _remembered(text) if len(text) <= LONGEST else _long_remembered(text)


def words_in(text: str) -> int:
    """Return the number of words; in scripts without spaces half the number of characters."""
    return form_of(text).words


def ends_like_sentence(text: str) -> bool:
    """Return whether the line ends in a full stop, question or exclamation mark, colon or semicolon."""
    return form_of(text).ends


def ends_in_full_stop(text: str) -> bool:
    """Return whether the line ends in a full stop, question or exclamation mark, with or without closing quotes."""
    return form_of(text).stops


def sentences_in(text: str) -> int:
    """Return about how many sentences stand in the line: breaks inside it and a mark at its end."""
    return form_of(text).sentences


def lower_share(text: str) -> float:
    """Return the share of words that start in lower case: about 0.8 in prose, near 0 in menus and title case.

    0.7 for scripts without case, which tell nothing.
    """
    return form_of(text).lower


def is_prose(text: str) -> bool:
    """Return whether the line is clearly running text: eight words or more, a sentence's end, mostly lower case."""
    return form_of(text).prose


def _looked_at(text: str) -> Form:
    found = _WORD.findall(text)
    words = len(found)
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if unspaced:
        words = unspaced // 2 + len(_WORD.findall(_UNSPACED.sub(" ", text)))
    tail = text[-_TAIL:]
    ends, stops = _END.search(tail) is not None, _FULL_STOP.search(tail) is not None
    lower = _lower_share(found, ascii_only=text.isascii())
    return Form(
        words=words,
        ends=ends,
        stops=stops,
        sentences=len(_INNER.findall(text)) + stops,
        lower=lower,
        prose=words >= 8 and ends and lower >= 0.35,
    )


_remembered = lru_cache(maxsize=RECENT)(_looked_at)
_long_remembered = lru_cache(maxsize=4)(_looked_at)


def _lower_share(words: list[str], *, ascii_only: bool) -> float:
    starts = [first for first in map(_FIRST, words) if first.isalpha()]
    if ascii_only:
        return sum(map(str.islower, starts)) / len(starts) if starts else 0.0
    cased = [first for first in starts if first.islower() or first.lower() != first.upper()]
    if not cased:
        return 0.7 if starts else 0.0
    lower: int = sum(map(str.islower, cased))
    return lower / len(cased)
