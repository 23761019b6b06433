"""Punkt's decision whether a full stop after a doubtful word ends the sentence.

From Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (Computational Linguistics 32, 2006), as
NLTK reads it, with `lexicons/abbreviations` and `lexicons/sentence_starters` in place of trained parameters. The tests
hold every decision to NLTK's own class; it is not used here, for `import nltk` alone takes longer than reading and
scoring hundreds of articles.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from analysis import wordlists

_ENDS_WORD = r"[)\";}\]*:@'({\[‘’“”«»?!]"
_SEVERAL = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_WORD = re.compile(
    rf"{_SEVERAL}"
    r"|(?![(\"`{\[:;&#*@)}\]\-,])\S+?"
    rf"(?=\s|$|{_ENDS_WORD}|{_SEVERAL}|,(?:$|(?=\s|{_ENDS_WORD}|{_SEVERAL})))"
    r"|\S"
)
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*\.?")
_INITIAL = re.compile(r"[^\W\d]\.")
_MARKS = frozenset(";:,.!?")
_ENDS = frozenset(".?!")
_A_NUMBER = "##number##"


@cache
def abbreviations() -> frozenset[str]:
    """Return the abbreviations in lower case without their last full stop."""
    return frozenset(row[0] for row in wordlists.rows("abbreviations") if row[1] != "number")


@dataclass(slots=True)
class _Word:
    """A word with what the first pass makes of it by its form alone."""

    text: str
    kind: str
    """The word in lower case; all numbers are one kind."""
    dots: bool
    abbreviation: bool
    ends: bool
    """Whether a sentence may end after it."""


def _word(text: str) -> _Word:
    lower = text.lower()
    kind = _A_NUMBER if _NUMBER.fullmatch(lower) else lower
    dots = len(text) > 1 and set(text) == {"."}
    final = text.endswith(".") and not text.endswith("..")
    forms = (lower[:-1], lower[:-1].rpartition("-")[2])
    abbreviation = final and text != "." and not abbreviations().isdisjoint(forms)
    return _Word(text, kind, dots, abbreviation, text in _ENDS or (final and not abbreviation))


def _starts(word: _Word) -> bool | None:
    """Return whether a word is the first of a sentence, as far as its capital tells; None where it does not."""
    if word.text in _MARKS:
        return False
    if word.text[0].isupper() and _kind(word) in wordlists.column("sentence_starters"):
        return True
    return False if word.text[0].islower() else None


def _kind(word: _Word) -> str:
    """Return the kind of a word, without the full stop that may end a sentence."""
    return word.kind[:-1] if word.ends and len(word.kind) > 1 and word.kind.endswith(".") else word.kind


def _ends(word: _Word, following: _Word) -> bool:
    """Return whether a sentence ends after a word, judged by the next one too."""
    if not word.text.endswith("."):
        return word.ends
    initial = _INITIAL.match(word.text) is not None and len(word.text) == 2
    starts = _starts(following)
    if (word.abbreviation or word.dots) and not initial and starts:
        return True
    number = word.kind.removesuffix(".") == _A_NUMBER
    if (initial or number) and (starts is False or (initial and starts is None and following.text[0].isupper())):
        return False
    return word.ends


@lru_cache(maxsize=65536)
def breaks(before: str, after: str) -> bool:
    """Return whether `before`, which ends with a full stop, and the word `after` stand in two sentences."""
    words = [_word(text) for text in _WORD.findall(f"{before} {after}")]
    return any(_ends(word, following) for word, following in pairwise(words))
