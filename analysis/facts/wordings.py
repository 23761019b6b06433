"""How the wordings of one fact differ: which part of each sentence tells it, and which words only that page has."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis import wordlists
from analysis.facts.quantities import spelled
from analysis.facts.stems import stem

_WORD = re.compile(r"[$€£¥₹]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’.&-][^\W_]+)*")
_BOUNDARY = re.compile(r"[,;:—–()“”\"]")
_BRIDGE = 1
"""Function words between two marked words that are marked with them."""

WHOLE = 0.75
"""Share of a sentence from which the part that tells the fact is taken to be all of it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence that tells a fact, as it is set beside the others."""

    start: int
    end: int
    """The part of the sentence that tells the fact: what it shares with the others, to the next comma or mark."""

    marked: tuple[tuple[int, int], ...]
    """Words of that part which no other sentence has, whole runs of them; offsets into the sentence."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    key: str
    """The same for forms of one word, and for a number in figures and in words."""

    empty: bool
    """True for a function word."""


def wordings(sentences: Sequence[str], reports: Sequence[str] | None = None) -> list[Wording]:
    """Return, for each of the sentences that tell one fact, the part that tells it and the words that set it apart.

    `reports` says whose report each is: what only the copies of one text have sets them apart from the others. A word
    is marked where no other report has it in any form ("injured" marks beside "hurt", not beside "injuring").
    Function words are marked only between two marked words. Of one sentence alone, or of sentences that share no
    word, the whole is the part and nothing is marked.
    """
    read = [_words(sentence) for sentence in sentences]
    whose = list(reports) if reports is not None else [str(number) for number in range(len(read))]
    pairs = {(key, report) for words, report in zip(read, whose, strict=True) for key in _keys(words)}
    held = Counter(key for key, _ in pairs)
    return [_wording(text, words, held) for text, words in zip(sentences, read, strict=True)]


def _keys(words: Sequence[_Word]) -> set[str]:
    return {word.key for word in words if not word.empty}


def unlikeness(one: str, other: str) -> float:
    """Return how differently two sentences word what they both tell, 0 (the same words) to 1 (none in common).

    One less the share of words (Dice's coefficient, function words left out) that the parts telling the fact share.
    """
    pair = wordings([one, other])
    first, second = (
        {w.key for w in _words(text) if not w.empty and part.start <= w.start < part.end}
        for text, part in zip((one, other), pair, strict=True)
    )
    return 1.0 - 2.0 * len(first & second) / (len(first) + len(second)) if first and second else 1.0


def _wording(text: str, words: Sequence[_Word], held: Counter[str]) -> Wording:
    shared = [word for word in words if not word.empty and held[word.key] > 1]
    if not shared:
        return Wording(0, len(text), ())
    start, end = _part(text, shared[0].start, shared[-1].end)
    inside = [word for word in words if start <= word.start < end]
    alone = [not word.empty and held[word.key] == 1 for word in inside]
    marked: list[tuple[int, int]] = []
    last = -1
    for number, word in enumerate(inside):
        if not alone[number]:
            continue
        gap = inside[last + 1 : number] if last >= 0 else []
        joined = last >= 0 and len(gap) <= _BRIDGE and all(between.empty for between in gap)
        if joined and not _BOUNDARY.search(text, inside[last].end, word.start):
            marked[-1] = (marked[-1][0], word.end)
        else:
            marked.append((word.start, word.end))
        last = number
    return Wording(start, end, tuple(marked))


def _part(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the clause or clauses around what is shared; the whole sentence where little else is left."""
    before = [match.end() for match in _BOUNDARY.finditer(text, 0, first)]
    after = _BOUNDARY.search(text, last)
    start, end = (before[-1] if before else 0), (after.start() if after else len(text))
    if end - start >= WHOLE * len(text):
        return 0, len(text)
    while start < first and text[start].isspace():
        start += 1
    return start, end


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[_Word, ...]:
    function = wordlists.column("fact_stopwords", kind="function")
    found: list[_Word] = []
    for match in _WORD.finditer(text):
        low = match.group().lower().replace("’", "'")
        number = spelled(low.split("-")) if not low[-1].isdigit() else None
        key = f"{number:g}" if number is not None and low not in {"a", "an", "and"} else stem(low)
        found.append(_Word(match.start(), match.end(), key, low in function and low not in _TELLING))
    return tuple(found)


_TELLING = frozenset("not no never nor none nobody nothing without cannot".split())
"""Function words that turn a fact round."""
