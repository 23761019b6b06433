"""What stands around the words of a batch: neighbours, sentences, capitals. Made once for all lexicons."""

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from itertools import count

import numpy as np

from analysis.batch import NO_GAP, Batch, Flags, Numbers
from analysis.words.lexicon import without_possessive
from analysis.words.outlet_names import in_outlet_names

_CASED_LETTERS = 4
_CASED_WORDS = 3
_CASED_SHARE = 0.6
_CASED_SHARE_IN_BODY = 0.85
"""Of a title that is set in capitals nearly all longer words have them; sentences of a body have many names."""


def context_of(batch: Batch) -> "Context":
    """Return the context of a batch; the last one made is kept, because several lexicons look at the same batch."""
    for seen, made in _last:
        if seen is batch:
            return made
    made = Context(batch)
    _last[:] = [(batch, made)]
    return made


_last: "list[tuple[Batch, Context]]" = []


class Context:
    """The words of a batch as lexicons look at them. Rows are those of the batch's tokens."""

    types: list[str]
    """The words without a possessive 's, each once."""

    type: Numbers
    """Place in `types` of each word."""

    breaks: Flags
    """True where no phrase runs on from the word before: another sentence, another voice, or marks between."""

    ends: Numbers
    """One past the last character of each word in its text or title, a possessive 's left out."""

    capital: Flags
    """True where the word begins with a capital."""

    def __init__(self, batch: Batch) -> None:
        words = batch.words
        self._row, self.capital = words.article, words.capital
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        folded = np.array([numbers[without_possessive(word)] for word in words.types], dtype=np.int64)
        owning = np.array([word.endswith("'s") for word in words.types], dtype=bool)
        self.types, self.type = list(numbers), folded[words.type] if len(folded) else words.type
        self.ends = words.end - 2 * owning[words.type] if len(folded) else words.end

        new = words.gap == NO_GAP
        self._sentence = np.cumsum(new) - 1
        self._begins = np.flatnonzero(new)
        marks = np.array(list(map(_marks, words.gaps)), dtype=bool).reshape(-1, 2)[words.gap]
        opens, self.breaks = new | marks[:, 0], new | marks[:, 1]
        self.breaks[1:] |= words.voice[1:] != words.voice[:-1]

        capital = self.capital
        self._shouted = shouted = capital & words.shouted
        long = (words.end - words.start >= _CASED_LETTERS) & ~new
        many = np.bincount(self._sentence[long], minlength=len(self._begins))
        capitals = np.bincount(self._sentence[long & capital], minlength=len(self._begins))
        share = np.where(words.sentence[self._begins] < 0, _CASED_SHARE, _CASED_SHARE_IN_BODY)
        telling = (many < _CASED_WORDS) | (capitals < share * many)
        self._name_here = capital & ~shouted & ~opens & telling[self._sentence]
        self._name_perhaps = capital & ~shouted & ~self._name_here

    @cached_property
    def outlets(self) -> Flags:
        """True where the word is part of the name of an outlet, which no lexicon counts."""
        return in_outlet_names(self.types, self.type, breaks=self.breaks, capital=self.capital, shouted=self._shouted)

    def before(self, token: int) -> str:
        """Return the word before, "" where a phrase cannot reach it."""
        return "" if self.breaks[token] else self.types[self.type[token - 1]]

    def after(self, token: int) -> str:
        """Return the word after, "" where a phrase cannot reach it."""
        return "" if token + 1 >= len(self.type) or self.breaks[token + 1] else self.types[self.type[token + 1]]

    def sentence_of(self, token: int) -> int:
        """Return the number in the batch of the sentence or title that the token stands in."""
        return int(self._sentence[token])

    def sentence_words(self, token: int) -> list[str]:
        """Return the words of the sentence or title that the token stands in."""
        number = int(self._sentence[token])
        stop = int(self._begins[number + 1]) if number + 1 < len(self._begins) else len(self.type)
        return [self.types[place] for place in self.type[int(self._begins[number]) : stop].tolist()]

    def is_name(self, token: int) -> bool:
        """Say whether the word is a name by its capital; see `find_hits` for the rule."""
        return bool(self.are_names(np.array([token]))[0])

    def are_names(self, tokens: Numbers) -> Flags:
        """Say of each of these words whether it is a name by its capital; see `find_hits` for the rule.

        Where its own place does not tell, it is one when its article has it with a capital in mid-sentence and nowhere
        in lower case.
        """
        names: Flags = self._name_here[tokens]
        perhaps = np.flatnonzero(self._name_perhaps[tokens])
        if len(perhaps):
            asked = np.zeros(len(self.types), dtype=bool)
            asked[self.type[tokens[perhaps]]] = True
            same = np.flatnonzero(asked[self.type])
            key = self._row[same] * len(asked) + self.type[same]
            of = self._row[tokens[perhaps]] * len(asked) + self.type[tokens[perhaps]]
            named, small = key[self._name_here[same]], key[~self.capital[same]]
            names[perhaps] = np.isin(of, named) & ~np.isin(of, small)
        return names

    @cached_property
    def joined(self) -> str:
        """The words with a space on either side of each, and a line break before each that `breaks`."""
        broken = [f"\n {word}" for word in self.types]
        words = zip(self.type.tolist(), self.breaks.tolist(), strict=True)
        return f" {' '.join((broken if breaks else self.types)[place] for place, breaks in words)} "

    @cached_property
    def at(self) -> Numbers:
        """Where each word stands in `joined`."""
        lengths = np.array([len(self.types[place]) for place in self.type.tolist()], dtype=np.int64)
        return np.cumsum(np.where(self.breaks, 3, 1) + np.concatenate(([0], lengths[:-1])))


@lru_cache(1 << 14)
def _marks(gap: str) -> tuple[bool, bool]:
    """Say whether a gap has a mark after which a capital is no sign of a name, and one that no phrase runs over."""
    parted = not all(c.isspace() or c in _JOINING for c in gap) or _OPENED.search(gap) is not None
    return not _OPENERS.isdisjoint(gap), parted


_OPENERS = frozenset('.:;!?"“”‘„«»([—–•…*|\n')
_JOINING = frozenset("-\u00ad\u2010\u2011'’")
"""Marks that a phrase runs over, with white space."""
_OPENED = re.compile(r"\s['’]")  # a mark that opens, where one that follows a word may be an apostrophe
