"""The words of a batch as clauses are read: their classes, what stands between them, and who is named."""

import re
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis import wordlists
from analysis.batch import Batch
from analysis.clauses.word_classes import BE, CLAUSE, DETERMINER, GET, HAVE, MODAL, PARTICIPLE, PREPOSITION, PRONOUN
from analysis.clauses.word_classes import SKIPPED, classes
from analysis.reading.narration import reporting_verbs

Numbers = npt.NDArray[np.int64]

_BREAK = re.compile(r"[,;:!?()\[\]—–…|/]|\.\.| - |--|\n")
"""Marks that part clauses; a single full stop inside a sentence belongs to an abbreviation."""
_END = re.compile(r"[.?!](?![\w])|\n")
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
    """Rows are those of the batch's tokens."""

    def __init__(self, batch: Batch) -> None:
        tokens = batch.tokens
        self.words: list[str] = tokens["word"].tolist()
        self.bits = classes(self.words)
        """The classes of each word, as in `word_classes`."""
        self.kinds: list[int] = self.bits.tolist()
        """The same, for looking at single words."""
        sentence = tokens["sentence"].to_numpy()
        article = pd.Index(batch.texts["article"]).get_indexer(tokens["article"])
        new = np.ones(len(tokens), dtype=bool)
        new[1:] = (sentence[1:] != sentence[:-1]) | (article[1:] != article[:-1])
        self.place: Numbers = np.cumsum(new) - 1
        """For each word the number of its sentence or title in the batch."""
        self.sentence: Numbers = sentence
        self.article: Numbers = article
        self._places: list[int] = self.place.tolist()
        self._starts: list[int] = tokens["start"].tolist()
        self._ends: list[int] = tokens["end"].tolist()
        self._titles: list[str] = batch.texts["title"].fillna("").tolist()
        self._texts: list[str] = batch.texts["text"].tolist()

    def text(self, row: int) -> str:
        """Return the text or title that a word stands in."""
        return (self._titles if self.sentence[row] < 0 else self._texts)[self.article[row]]

    def together(self, left: int, right: int) -> bool:
        """Say whether both rows are words of one sentence or title."""
        return 0 <= left and right < len(self._places) and self._places[left] == self._places[right]

    def between(self, left: int, right: int) -> str:
        """Return what stands between two words of one sentence."""
        return self.text(left)[self._ends[left] : self._starts[right]]

    def broken(self, left: int) -> bool:
        """Say whether the sentence ends after a word, or a mark that parts clauses or the members of a list follows."""
        right = left + 1
        if not self.together(left, right):
            return True
        gap = self.between(left, right)
        return gap != " " and _BREAK.search(gap) is not None

    def ending(self, row: int) -> str:
        """Return the mark that ends the sentence of a word, "" where none does."""
        found = _END.search(self.text(row), self._ends[row])
        return found.group() if found else ""

    def capital(self, row: int) -> bool:
        """Say whether a word begins with a capital."""
        return self.text(row)[self._starts[row]].isupper()

    def opens(self, row: int) -> bool:
        """Say whether a word is the first of its sentence or title."""
        return not self.together(row - 1, row)

    def phrase(self, first: int, last: int) -> str:
        """Return the words from one row to another as they stand in the text."""
        return self.text(first)[self._starts[first] : self._ends[last]]

    def agent_after(self, by: int) -> Phrase | None:
        """Return whom the words after "by" name as the one who acts; None where they name no agent.

        Times, measures, means and ways are none, and neither is a deed ("by doing"); see `lexicons/no_agents`.
        """
        first = by + 1
        while first < len(self.words) and not self.broken(first - 1) and self.kinds[first] & SKIPPED:
            first += 1
        if self.broken(first - 1):
            return None
        word, kind = self.words[first], self.kinds[first]
        if word[0] in "$£€¥" or word.endswith("%") or kind & (BE | HAVE | MODAL | CLAUSE):
            return None
        if word.endswith("ing") and len(word) > 4 and word not in _leading() and not self.capital(first):
            return None
        if kind & PREPOSITION and not kind & DETERMINER:
            return None
        last = self._end_of_phrase(first)
        determined = bool(kind & DETERMINER) and last > first
        head = self.words[last].removesuffix("'s")
        rule = _no_agents().get(head) or (_no_agents().get(self.words[first]) if last == first or not determined else None)
        if rule == "any" or (rule == "bare" and not determined and head in _no_agents()):
            return None
        if not head[0].isalpha() or (word[0].isdigit() and last == first):
            return None
        return Phrase(first, last)

    def _end_of_phrase(self, first: int) -> int:
        """Return the last word of the noun phrase that begins at a row."""
        if self.kinds[first] & PRONOUN and not self.kinds[first] & DETERMINER:
            return first
        last = first
        stops = BE | GET | HAVE | MODAL | PREPOSITION | CLAUSE | PRONOUN | SKIPPED
        while last - first < _LONGEST and not self.broken(last):
            kind, word = self.kinds[last + 1], self.words[last + 1]
            if kind & stops or word == "to" or (kind & DETERMINER and last > first and not word[0].isdigit()):
                break
            if kind & PARTICIPLE and last > first and not self.capital(last + 1) and not self.kinds[last] & DETERMINER:
                break
            if word in _DAYS or word in _finite():
                break
            last += 1
        return last


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())


@cache
def _finite() -> frozenset[str]:
    """Return verbs that end a noun phrase before them: reporting verbs in the past and third person, died, remained."""
    said = {form for form, verb in reporting_verbs().items() if verb.shape in ("past", "present") and form != "reports"}
    none = {form for form, _, kind in wordlists.rows("participles") if kind == "none" and form.endswith("ed")}
    return frozenset(said | none | set("came went fell rose became began took ran gave saw knew".split()))


@cache
def _no_agents() -> dict[str, str]:
    return dict(wordlists.rows("no_agents"))


@cache
def _leading() -> frozenset[str]:
    """Return words in -ing that stand before a noun: "by leading scientists"."""
    return frozenset(
        "leading visiting ruling warring competing neighboring neighbouring governing sitting reigning outgoing incoming "
        "working opposing passing participating investigating king being nothing something anything everything "
        "beijing rising".split()
    )
