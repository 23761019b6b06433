"""The words of a batch as clauses are read: their classes, what stands between them, and who is named."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.batch import NO_GAP, WORD_VOICES, Batch
from analysis.clauses.word_classes import (
    BE,
    CLAUSE,
    DETERMINER,
    GET,
    HAVE,
    MODAL,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SKIPPED,
    classes,
)
from analysis.reading.narration import reporting_verbs
from analysis.voice import QUOTATION

Numbers = npt.NDArray[np.int64]

OUTSIDE, PARTED, ASIDE, HYPHEN, OWNED, COMMA, TURNED = (1 << n for n in range(7))
"""What stands before a word. OUTSIDE: another sentence or title; PARTED: a mark that parts clauses or the members of a
list; ASIDE: such a mark other than comma and dash; HYPHEN: a hyphen that joins; OWNED: the apostrophe of a plural's
possessive; COMMA: a comma and nothing else; TURNED: nothing of these, but
another voice begins (PARTED and ASIDE as well: narration is read as if nobody were quoted)."""
_PARTED = re.compile(r"[,;:!?()\[\]—–…|/]|\.\.| - |--|\n")
_ASIDE = re.compile(r"[;:!?()\[\]…|]|\.\.|\n")
_END = re.compile(r"[.?!](?!\w)|\n")
_LONGEST = 6
"""Words of a noun phrase that are looked at, at most."""


def clause_words(batch: Batch) -> "ClauseWords":
    """Return the words of a batch; the last ones made are kept, because passives and nominalisations need the same."""
    for seen, made in _last:
        if seen is batch:
            return made
    made = ClauseWords(batch)
    _last[:] = [(batch, made)]
    return made


_last: "list[tuple[Batch, ClauseWords]]" = []


class Phrase(NamedTuple):
    """A noun phrase: rows of its first and last word; the last one is its head."""

    first: int
    last: int


class ClauseWords:
    """Rows are those of the batch's words."""

    def __init__(self, batch: Batch) -> None:
        words = batch.words
        self._batch = batch
        self.types = words.types
        self.type: Sequence[int] = words.type.data
        self.bits = classes(words.types)[words.type]
        """The classes of each word, as in `word_classes`."""
        self.kinds: Sequence[int] = self.bits.data
        """The same, for looking at single words; few are looked at, so that no list of all is made."""
        marks = np.fromiter(map(_marks, words.gaps), dtype=np.int32, count=len(words.gaps))
        marks[NO_GAP] = OUTSIDE | PARTED | ASIDE
        self.marks = np.append(marks[words.gap], marks[NO_GAP])
        turned = np.flatnonzero(words.voice[1:] != words.voice[:-1]) + 1
        self.marks[turned] |= np.where(self.marks[turned] & PARTED, ASIDE, TURNED | PARTED | ASIDE)
        """What stands before each word, and after the last one."""
        self.before: Sequence[int] = self.marks.data
        """The same, for looking at single words."""
        self.place: Numbers = np.cumsum(words.gap == NO_GAP) - 1
        """For each word the number of its sentence or title in the batch."""
        self.capital = words.capital
        """True where a word begins with a capital."""
        self.capitals: Sequence[int] = words.capital.data
        self.sentence: Sequence[int] = words.sentence.data
        self.size = len(self.kinds)

    @cached_property
    def _texts(self) -> tuple[list[str], list[str]]:
        texts = self._batch.texts
        return texts["title"].fillna("").tolist(), texts["text"].tolist()

    def word(self, row: int) -> str:
        """Return the word in lower case, "" beyond the words."""
        return self.types[self.type[row]] if 0 <= row < self.size else ""

    def after(self, row: int) -> str:
        """Return the word after, "" where a mark or the end of the sentence parts it off."""
        return "" if self.before[row + 1] & PARTED else self.types[self.type[row + 1]]

    def broken(self, left: int) -> bool:
        """Say whether the sentence ends after a word, or a mark that parts clauses or the members of a list follows."""
        return bool(self.before[left + 1] & PARTED)

    def within(self, left: int, right: int, *, marks: int) -> bool:
        """Say whether one of the marks stands between two words."""
        return any(mark & marks for mark in self.before[left + 1 : right + 1])

    def together(self, left: int, right: int) -> bool:
        """Say whether both rows are words of one sentence or title."""
        return left >= 0 and right < self.size and not self.within(left, right, marks=OUTSIDE)

    def quoted(self, row: int) -> bool:
        """Say whether a word stands in a quotation."""
        return bool(self._batch.words.voice[row] == WORD_VOICES.index(QUOTATION))

    def opens(self, row: int) -> bool:
        """Say whether a word is the first of its sentence or title."""
        return bool(self.before[row] & OUTSIDE)

    def ending(self, row: int) -> str:
        """Return the mark that ends the sentence of a word, "" where none does."""
        found = _END.search(self._text(row), int(self._batch.words.end[row]))
        return found.group() if found else ""

    def phrase(self, first: int, last: int) -> str:
        """Return the words from one row to another as they stand in the text."""
        words = self._batch.words
        return self._text(first)[int(words.start[first]) : int(words.end[last])]

    def _text(self, row: int) -> str:
        return self._texts[self.sentence[row] >= 0][int(self._batch.words.article[row])]

    def agent_after(self, by: int) -> Phrase | None:
        """Return whom the words after "by" name as the one who acts; None where they name no agent.

        Times, measures, means and ways are none, and neither is a deed ("by doing"); see `lexicons/no_agents`.
        """
        first = by + 1
        while not self.broken(first - 1) and self.kinds[first] & SKIPPED:
            first += 1
        if self.broken(first - 1):
            return None
        word, kind = self.word(first), self.kinds[first]
        if word[0] in "$£€¥" or word.endswith("%") or kind & (BE | HAVE | MODAL | CLAUSE):
            return None
        if (
            word.endswith("ing")
            and len(word) > 4
            and word not in wordlists.column("clause_words", kind="leading")
            and not self.capitals[first]
        ):
            return None
        if (
            kind & PREPOSITION
            and not kind & DETERMINER
            and word not in wordlists.column("clause_words", kind="leading")
        ):
            return None
        last = self._end_of_phrase(first)
        determined = bool(kind & DETERMINER) and last > first
        head = self.word(last).removesuffix("'s")
        rule = _no_agents().get(head) or (None if determined and last > first else _no_agents().get(word))
        if rule == "any" or (rule == "bare" and not determined and head in _no_agents()):
            return None
        if not head[0].isalpha() or (word[0].isdigit() and last == first):
            return None
        return Phrase(first, last)

    def _pronoun(self, row: int) -> bool:
        """Say whether a word is a pronoun, and no name such as US."""
        return bool(self.kinds[row] & PRONOUN) and not (self.word(row) == "us" and self.capitals[row])

    def _end_of_phrase(self, first: int) -> int:
        """Return the last word of the noun phrase that begins at a row."""
        if self._pronoun(first) and not self.kinds[first] & DETERMINER:
            return first
        last = first
        while last - first < _LONGEST and not self.broken(last):
            kind, word = self.kinds[last + 1], self.word(last + 1)
            if (
                kind & (_PHRASE_ENDS | CLAUSE)
                or self._pronoun(last + 1)
                or word == "to"
                or word in _DAYS
                or word in finite_verbs()
            ):
                break
            if kind & DETERMINER and last > first and not word[0].isdigit():
                break
            if kind & PARTICIPLE and not (
                self.capitals[last + 1] or self.kinds[last] & DETERMINER or self.before[last + 1]
            ):
                break
            last += 1
        return last


_PHRASE_ENDS = BE | GET | HAVE | MODAL | PREPOSITION | SKIPPED
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())


@cache
def _marks(gap: str) -> int:
    """Return what parts two words, as bits."""
    found = (PARTED if _PARTED.search(gap) else 0) | (ASIDE if _ASIDE.search(gap) else 0)
    found |= COMMA if gap.strip() == "," else 0
    found |= HYPHEN if gap in ("-", "‐", "\u2011") else 0
    return found | (OWNED if gap[:1] in ("'", "’") else 0)


@cache
def finite_verbs() -> frozenset[str]:
    """Return verbs that end a noun phrase before them: reporting verbs in the past and third person, died, remained."""
    said = {form for form, verb in reporting_verbs().items() if verb.shape in ("past", "present") and form != "reports"}
    none = {form for form, _, kind in wordlists.rows("participles") if kind == "none" and form.endswith("ed")}
    return frozenset(said | none | set("came went fell rose became began took ran gave saw knew".split()))


@cache
def _no_agents() -> dict[str, str]:
    return {word: kind for word, kind in wordlists.rows("no_agents")}  # noqa: C416 (rows are of any length)
