"""What the form of a line tells: how many words, whether it is a sentence, whether it reads like a link."""

import re
from functools import lru_cache

RECENT = 4096
"""Lines whose form is remembered: many rules ask for the same line."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff]")
"""Scripts written without spaces: about two characters make a word."""

_END = re.compile(r"[.!?…。！？।؟:;](?:\s*[\"'”’»」』)\]*†]|\s*\[\d+\])*\Z")
_FULL_STOP = re.compile(r"[.!?…。！？।؟][\"'”’»」』)\]]*\Z")
_INNER = re.compile(r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]?\w|[。！？।]")


@lru_cache(maxsize=RECENT)
def words_in(text: str) -> int:
    """Return the number of words; in scripts without spaces half the number of characters."""
    unspaced = len(_UNSPACED.findall(text))
    if unspaced:
        return unspaced // 2 + len(_WORD.findall(_UNSPACED.sub(" ", text)))
    return len(_WORD.findall(text))


@lru_cache(maxsize=RECENT)
def ends_like_sentence(text: str) -> bool:
    """Return whether the line ends in a full stop, question or exclamation mark, colon or semicolon."""
    return _END.search(text) is not None


def ends_in_full_stop(text: str) -> bool:
    """Return whether the line ends in a full stop, question or exclamation mark, with or without closing quotes."""
    return _FULL_STOP.search(text) is not None


@lru_cache(maxsize=RECENT)
def sentences_in(text: str) -> int:
    """Return about how many sentences stand in the line: breaks inside it and a mark at its end."""
    return len(_INNER.findall(text)) + ends_in_full_stop(text)


@lru_cache(maxsize=RECENT)
def lower_share(text: str) -> float:
    """Return the share of words that start in lower case: about 0.8 in prose, near 0 in menus and title case.

    0.7 for scripts without case, which tell nothing.
    """
    words = [word for word in _WORD.findall(text) if word[0].isalpha()]
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    if not cased:
        return 0.7 if words else 0.0
    lower: int = sum(word[0].islower() for word in cased)
    return lower / len(cased)


@lru_cache(maxsize=RECENT)
def is_prose(text: str) -> bool:
    """Return whether the line is clearly running text: eight words or more, a sentence's end, mostly lower case."""
    return words_in(text) >= 8 and ends_like_sentence(text) and lower_share(text) >= 0.35
