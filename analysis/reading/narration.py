"""`Narration`: the words of one body with what stands between them, and the word classes that parsing asks for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from analysis import wordlists
from analysis.reading.tokens import Tokens
from analysis.reading.word_kinds import kind_of, triggers

_BREAKS = frozenset(',;:()[]—–“”"„«»‘…?!/|')
_QUOTES = frozenset('“”"„«»‘')
_BEYOND = (0,) * 4


@cache
def words_in(*classes: str) -> frozenset[str]:
    """Return the function words of these classes of `lexicons/grammar`."""
    return frozenset().union(*(wordlists.column("grammar", kind=name) for name in classes))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for somebody who says something, from `lexicons/source_nouns`."""

    plural: bool
    kind: str
    """person, body or document."""
    naming: str
    """anonymous, role, open, definite or company, as the list explains."""


@cache
def source_nouns() -> dict[str, Noun]:
    """Return the nouns by their form."""
    return {noun: Noun(number == "many", kind, naming) for noun, number, kind, naming in wordlists.rows("source_nouns")}


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb, from `lexicons/reporting_verbs`."""

    kind: str
    """say, think, judge or find."""
    verb: str
    shape: str
    """base, present, past, participle or ing."""
    content: str = "any"
    """What must follow where nobody is quoted: any, clause, or clause or to, as the list explains."""
    colour: str = "neutral"
    """What it adds to "said", one of the colours that the list explains."""


@cache
def reporting_verbs() -> dict[str, Verb]:
    """Return the reporting verbs by their form."""
    return {
        form: Verb(kind, verb, shape, content, colour)
        for form, kind, verb, shape, content, colour in wordlists.rows("reporting_verbs")
    }


@cache
def cue_colours() -> dict[str, str]:
    """Return what each reporting verb or phrase adds to "said", by its words as in the `cue` columns."""
    verbs = {form: verb.colour for form, verb in reporting_verbs().items()} | {"per": "neutral", "words": "neutral"}
    return verbs | {phrase: colour for phrase, _, _, colour in wordlists.rows("reporting_phrases")}


@lru_cache(1 << 14)
def joining(gap: str) -> bool:
    """Return whether what stands between two words of a sentence parts no phrase."""
    return gap == " " or not (_BREAKS.intersection(gap) or " - " in gap or "--" in gap)


class Narration:
    """The words of a body by number, in and outside quotations.

    Parsing asks so much of every word that it reads the lists themselves: one past the last word and one before the
    first, `joins` are False and `kinds` 0.
    """

    __slots__ = (
        "capitals",
        "ends",
        "joins",
        "kinds",
        "quoted",
        "sentence",
        "size",
        "starts",
        "text",
        "triggers",
        "words",
    )

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        *,
        sentence: Sequence[int],
        quoted: Sequence[int],
        nicknames: Collection[int] = (),
        extents: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """`sentence` holds the sentence number of each word; `quoted` the number of its quotation, or -1.

        `extents` are the first word of each quotation and one past its last, where somebody has found out already.

        `nicknames` are the words in marks inside a name: Robert “Bob” Lund.
        """
        self.text = text
        self.starts, self.ends, self.words = tokens[:3]
        self.sentence = sentence
        self.quoted = quoted
        self.size = len(self.words)
        self.capitals = tokens.capitals or [text[start].isupper() for start in self.starts]
        self.kinds: list[int] = [*(tokens.kinds or map(kind_of, self.words)), *_BEYOND]
        """What is known of each word by its form, as `word_kinds` has it."""
        self.triggers = triggers(np.array(self.kinds)).tolist() if tokens.triggers is None else tokens.triggers
        """The words with which a reporting verb or phrase can begin."""
        self.joins: list[bool] = [*(tokens.linked or map(self._linked, range(self.size))), *map(bool, _BEYOND)]
        """Whether each word and the next belong together, outside quotations.

        They stand in one sentence, and only white space, a hyphen or an abbreviation's full stop parts them.
        """
        if extents is None:
            extents = [(at, at + 1) for at, number in enumerate(quoted) if number >= 0]
        for first, beyond in extents:
            if first < beyond:
                first -= first > 0
                self.joins[first:beyond] = [False] * (beyond - first)
        for name in nicknames:
            for left in (name - 1, name):
                if 0 <= left < self.size - 1 and max(quoted[left], quoted[left + 1]) < 0:
                    self.joins[left] = sentence[left] == sentence[left + 1]

    def _linked(self, left: int) -> bool:
        if left + 1 >= self.size or self.sentence[left] != self.sentence[left + 1]:
            return False
        return joining(self.gap(left))

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]] if index + 1 < self.size else ""

    def begins(self, index: int) -> bool:
        """Return whether the word is the first of its sentence."""
        return index == 0 or self.sentence[index - 1] != self.sentence[index]

    def hyphen(self, index: int) -> bool:
        """Return whether a hyphen alone stands between the word and the one before."""
        start = self.starts[index]
        return index > 0 and start - self.ends[index - 1] == 1 and self.text[start - 1] == "-"

    def together(self, left: int, right: int) -> bool:
        """Return whether word `left` stands in the sentence of word `right` and outside quotations."""
        return self.sentence[left] == self.sentence[right] and self.quoted[left] < 0

    def quote_mark_in(self, index: int) -> bool:
        """Return whether a quotation mark stands between word `index` and the next one, or one of them is quoted."""
        if self.quoted[index] >= 0 or (index + 1 < self.size and self.quoted[index + 1] >= 0):
            return True
        return bool(_QUOTES.intersection(self.gap(index)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters (start, end) from word `first` to word `last`."""
        return self.starts[first], self.ends[last]

    def between(self, first: int, last: int) -> str:
        """Return the text from word `first` to word `last`, with an abbreviation's full stop where one follows."""
        end = self.ends[last]
        return self.text[self.starts[first] : end]
