"""Words as written are numbered once for all batches, and what is known of each number stands in columns.

A table holds a limited number of types: when it is full, those that were met least often are forgotten, so that memory
stays as it is over any number of articles.
"""

import re
import string
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count, islice
from threading import Lock
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.words.news_senses import news_senses
from analysis.words.packaged import packaged
from analysis.words.syllables import syllables
from analysis.words.vader_words import RULE_WORDS, lists, straightened

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

LARGEST = 1 << 18
"""Types that a table keeps before it forgets the rarer ones."""

KNOWN, BOOSTS, NEGATES, UPPER, WORD, CAPITAL, LONG, OPENS, CLOSES, EMOJI, MARKED, LEADS, TRAILS, NUMBER, PARTED = (
    1 << bit for bit in range(15)
)
"""Flags of a type. KNOWN: in VADER's lexicon. BOOSTS: strengthens or weakens the word after it. NEGATES: turns the word
after it. UPPER: all capitals. WORD: has a letter or digit. CAPITAL: like "Hope", not "HOPE". LONG: four letters or
more. OPENS: begins with a quotation mark, so that a capital is no sign of a name. CLOSES: ends a sentence or announces
one (":"). EMOJI: must be described first. MARKED: has exclamation or question marks. LEADS, TRAILS: marks stand before
or after the word. NUMBER: begins with a digit. PARTED: several words once it is
straightened (dashes part words).
"""

COUNTS: Final = ("characters", "tokens", "letters", "words", "syllables", "polysyllables", "difficult", "unfamiliar")
"""What textstat counts in a type, as columns of `Types.counts`.

characters: marks included. tokens: 1. letters: letters and digits. words: 1 where anything is left without the marks.
syllables. polysyllables: 1 from three syllables on. difficult: 1 from three syllables on where the word is not among
textstat's easy words. unfamiliar: 1 where it is not among them.
"""

_LONG = 4
_SHORT = 2
_POLYSYLLABLE = 3
_REMEMBERED = 1 << 16
_LETTERS_KEPT = re.compile(r"'(?!t|s|d|ve|ll|re)|[^\w\s']")
_MARK = re.compile(r"[^\w\s]")
_ROW = np.dtype(
    [
        ("flags", "i4"),
        ("valence", "f8"),
        ("booster", "f8"),
        ("code", "i2"),
        ("exclamations", "i2"),
        ("questions", "i2"),
        ("left", "i4"),
        ("right", "i4"),
        ("entry", "i4"),
    ]
)


@dataclass(frozen=True, slots=True)
class Types:
    """What is known of the word types of a table; each array has one row a type."""

    flags: npt.NDArray[np.int32]
    valence: Reals
    """From the lexicon, 0 where not listed."""

    booster: Reals
    """What it adds to the word after it, 0 for most."""

    code: npt.NDArray[np.int16]
    """Number among the words that rules name (`codes`), -1 for all others."""

    exclamations: npt.NDArray[np.int16]
    questions: npt.NDArray[np.int16]
    left: npt.NDArray[np.int32]
    """Characters that stand before the word itself."""

    right: npt.NDArray[np.int32]
    """Where the word itself ends."""

    entry: npt.NDArray[np.int32]
    """Row in the lexicon, -1 where not listed."""

    kept: "Kept"
    counting: Callable[[], npt.NDArray[np.int32]]

    @property
    def counts(self) -> npt.NDArray[np.int32]:
        """What textstat counts, one column each of `COUNTS`; made when first asked for."""
        return self.counting()


class Kept:
    """Numbered types with their columns. Rows are added, never changed, so that what was handed out stays right."""

    def __init__(self) -> None:
        self.numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self.size = 0
        self.counted = 0
        self.columns = np.zeros(0, dtype=np.int64)
        self.arrays: dict[str, npt.NDArray[Any]] = {name: np.zeros(0, dtype=_ROW[name]) for name in _ROW.names or ()}
        self.counts = np.zeros((0, len(COUNTS)), dtype=np.int32)
        self.met = np.zeros(0, dtype=np.int64)

    def grow(self, size: int) -> None:
        """Make room for `size` types in new arrays, so that those handed out stay as they are."""
        room = len(self.met)
        if size <= room:
            return
        more = max(size, 2 * room, 1 << 12) - room
        self.arrays = {name: np.concatenate((a, np.zeros(more, dtype=a.dtype))) for name, a in self.arrays.items()}
        self.counts = np.concatenate((self.counts, np.zeros((more, len(COUNTS)), dtype=np.int32)))
        self.met = np.concatenate((self.met, np.zeros(more, dtype=np.int64)))

    def last(self, number: int) -> list[str]:
        """Return the last `number` types, the newest last."""
        return list(islice(reversed(self.numbers), number))[::-1]


class TypeTable:
    """A table of word types, for news or as VADER's authors have it. Safe to use from several threads."""

    def __init__(self, *, news: bool, largest: int = LARGEST) -> None:
        self._news, self._largest = news, largest
        self._kept = Kept()
        self._lock = Lock()

    def __len__(self) -> int:
        return self._kept.size

    def numbered(self, tokens: Sequence[str], *, beside: Types | None = None) -> tuple[Numbers, Types]:
        """Return the number of each token's type, and the table's columns, in which the numbers are rows.

        Numbers of one call mean nothing to the columns of another, unless those are given as `beside`: then they are
        rows of the columns returned as well. In news a token is straightened first.
        """
        with self._lock:
            if beside is None and self._kept.size > self._largest:
                self._kept = _most_met(self._kept, self._largest // 2)
            kept = self._kept if beside is None else beside.kept
            ids = np.fromiter(map(kept.numbers.__getitem__, tokens), dtype=np.int64, count=len(tokens))
            size = len(kept.numbers)
            if size > kept.size:
                kept.grow(size)
                rows = np.array([_row(t, news=self._news) for t in kept.last(size - kept.size)], dtype=_ROW)
                for name, array in kept.arrays.items():
                    array[kept.size : size] = rows[name]
                kept.size = size
            kept.met[:size] += np.bincount(ids, minlength=size)
            arrays = {name: array[:size] for name, array in kept.arrays.items()}
            return ids, Types(**arrays, kept=kept, counting=lambda: self._counts(kept, size))

    def _counts(self, kept: Kept, size: int) -> npt.NDArray[np.int32]:
        with self._lock:
            if kept.counted < size:
                missing = kept.last(len(kept.numbers) - kept.counted)[: size - kept.counted]
                kept.counts[kept.counted : size] = [_counts(token, news=self._news) for token in missing]
                kept.counted = size
            return kept.counts[:size]


def _most_met(old: Kept, number: int) -> Kept:
    """Return the `number` types that were met most often, with other numbers; times met are halved."""
    chosen = np.sort(np.argsort(-old.met[: old.size], kind="stable")[:number])
    tokens = np.array(list(islice(old.numbers, old.size)), dtype=object)[chosen].tolist()
    new = Kept()
    for token in tokens:
        new.numbers[token]
    new.size = len(tokens)
    new.arrays = {name: array[chosen] for name, array in old.arrays.items()}
    new.counted = int(np.searchsorted(chosen, old.counted))
    new.counts = old.counts[chosen]
    new.met = old.met[chosen] // 2
    return new


@cache
def table(*, news: bool) -> TypeTable:
    """Return the table that all batches share."""
    return TypeTable(news=news)


@cache
def codes() -> dict[str, int]:
    """Return the number of each word that VADER's rules and phrases or our senses of words in news name."""
    known = lists()
    parts = [word for phrase in (*known.phrases, *known.boosters) if " " in phrase for word in phrase.split()]
    named = [word for sense in news_senses() for word in sense.named]
    return {word: number for number, word in enumerate(dict.fromkeys((*RULE_WORDS, *parts, *named)))}


def _row(token: str, *, news: bool) -> tuple[Any, ...]:
    core = token.rstrip(",.")
    if core.isalpha() and core.isascii() and len(core) > _SHORT:  # most are: nothing more to look for
        flags, valence, booster, code, entry = _of_word(core.lower(), news)
        flags |= WORD | (UPPER if core.isupper() else CAPITAL if core[0].isupper() else 0)
        flags |= (LONG if len(core) >= _LONG else 0) | (TRAILS if len(core) < len(token) else 0)
        return flags, valence, booster, code, 0, 0, 0, len(core), entry
    parted = False
    if news:
        token = straightened(token)
        parted = " " in token
    word = token.strip(string.punctuation)
    left = 0
    if len(word) <= _SHORT and not (news and len(word) == 2 and word.isalpha()):
        word = token  # so short is an emoticon: its marks stay; in news two letters are a word ("No,")
    else:
        left = token.index(word)
    flags, valence, booster, code, entry = _of_word(word.lower(), news)
    exclamations, questions = token.count("!"), token.count("?")
    return (
        flags
        | (UPPER if word.isupper() else CAPITAL if word[:1].isupper() else 0)
        | (WORD if any(map(str.isalnum, token)) else 0)
        | (LONG if len(word) >= _LONG else 0)
        | (OPENS if token[0] in "\"'" else 0)
        | (CLOSES if token.rstrip("\"')]")[-1:] in {"!", "?", ":"} else 0)
        | (EMOJI if not token.isascii() and any(c in lists().emoji for c in token) else 0)
        | (MARKED if exclamations or questions else 0)
        | (NUMBER if word[:1].isdigit() else 0)
        | (PARTED if parted else 0)
        | (LEADS if left else 0)
        | (TRAILS if left + len(word) < len(token) else 0),
        valence,
        booster,
        code,
        exclamations,
        questions,
        left,
        left + len(word),
        entry,
    )


@lru_cache(_REMEMBERED)
def _of_word(lower: str, news: bool) -> tuple[int, float, float, int, int]:
    """Return flags, valence, booster, code and entry of a word without its marks."""
    known = lists()
    booster = known.boosters.get(lower, 0.0)
    negates = lower in known.negations or "n't" in lower
    if news:
        if lower.endswith("'s"):
            lower = lower[:-2]  # "the party's": the word is there
        if len(lower) == 1 or any(map(str.isdigit, lower)):
            return (NEGATES if negates else 0), 0.0, booster, codes().get(lower, -1), -1  # "187", "8)", "L."
    listed = lower in known.lexicon
    flags = (KNOWN if listed else 0) | (BOOSTS if booster else 0) | (NEGATES if negates else 0)
    return flags, known.lexicon[lower] if listed else 0.0, booster, codes().get(lower, -1), known.row.get(lower, -1)


def _counts(token: str, *, news: bool) -> tuple[int, ...]:
    core = token.rstrip(",.")
    if core.isalpha() and core.isascii():
        return (len(token), 1, len(core), *_of_core(core.lower()))
    if news:
        token = straightened(token)
    return (len(token), 1, len(_MARK.sub("", token)), *_of_core(_LETTERS_KEPT.sub("", token).lower()))


@lru_cache(_REMEMBERED)
def _of_core(word: str) -> tuple[int, int, int, int, int]:
    """Return words, syllables, polysyllables, difficult and unfamiliar of a word in lower case without marks."""
    if not word:
        return 0, 0, 0, 0, 0
    sounds = syllables(word)
    strange = word not in _easy_words()
    many = sounds >= _POLYSYLLABLE
    return 1, sounds, int(many), int(many and strange), int(strange)


@cache
def _easy_words() -> frozenset[str]:
    """Return the Dale-Chall list of easy words as textstat carries it (MIT licence)."""
    return frozenset(map(str.strip, packaged("textstat", "resources", "en", "easy_words.txt").splitlines()))
