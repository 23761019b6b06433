"""The guards of a lexicon's entries, asked of many places at once."""

from bisect import bisect_right
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.batch import Flags, Numbers
from analysis.words.entries import Entries

if TYPE_CHECKING:
    from analysis.words.context import Context

_NEIGHBOURS: Final = ("not_after", "only_after", "not_before", "only_before")
"""The guards that look at one neighbour: the word before for those in -after, the word after for the others."""

_WIDTH = 1 << 20
"""More than there are words in guards."""


class Guards:
    """The guards of the entries that were met so far, as numbers. Safe to use from several threads.

    Entries of several lexicons are numbered one lexicon after another.
    """

    def __init__(self, *entries: Entries) -> None:
        self._entries = entries
        self._offsets: list[int] = np.cumsum([0, *map(len, entries)]).tolist()
        self._lock = Lock()
        size = self._offsets[-1]
        self._read = np.zeros(size, dtype=bool)
        self._words: dict[str, int] = {}
        self._listed: dict[str, list[int]] = {kind: [] for kind in _NEIGHBOURS}
        self._keys: dict[str, Numbers] = {kind: np.zeros(1, dtype=np.int64) - 1 for kind in _NEIGHBOURS}
        """For each guard, ascending: entry * `_WIDTH` + word for each word that it lists."""
        self._has: dict[str, Flags] = {kind: np.zeros(size, dtype=bool) for kind in (*_NEIGHBOURS, "not_with")}

    def stand(self, context: "Context", entry: Numbers, *, first: Numbers, last: Numbers) -> Flags:
        """Say of each place, from word `first` to `last`, whether no guard of its entry refuses it."""
        with self._lock:
            self._learn(np.unique(entry[~self._read[entry]]).tolist())
            keys = self._keys
        size = len(context.type)
        following = np.minimum(last + 1, size - 1)
        before = np.where(context.breaks[first], -1, context.type[first - 1])
        after = np.where((last + 1 >= size) | context.breaks[following], -1, context.type[following])
        stands = np.ones(len(entry), dtype=bool)
        for neighbour, kinds in ((before, _NEIGHBOURS[:2]), (after, _NEIGHBOURS[2:])):
            word = self._numbers(context, neighbour)
            for kind in kinds:
                here = np.flatnonzero(self._has[kind][entry])
                asked = entry[here] * _WIDTH + word[here]
                at = np.minimum(np.searchsorted(keys[kind], asked), len(keys[kind]) - 1)
                lists = (keys[kind][at] == asked) & (word[here] >= 0)
                stands[here] &= lists if kind.startswith("only") else ~lists
        sentences: dict[int, frozenset[str]] = {}
        for place in np.flatnonzero(stands & self._has["not_with"][entry]).tolist():
            token = int(first[place])
            number = context.sentence_of(token)
            words = sentences.get(number)
            if words is None:
                words = sentences[number] = frozenset(context.sentence_words(token))
            stands[place] = self._of(int(entry[place]))["not_with"].isdisjoint(words)
        return stands

    def _of(self, number: int) -> Mapping[str, frozenset[str]]:
        """Return the guards of an entry."""
        lexicon = bisect_right(self._offsets, number) - 1
        return self._entries[lexicon][number - self._offsets[lexicon]].guards

    def _numbers(self, context: "Context", types: Numbers) -> Numbers:
        """Return the number of each word, given by its type, as guards compare it; -1 where none lists it."""
        each, of = np.unique(types, return_inverse=True)
        words = ["" if number < 0 else guarded(context.types[number]) for number in each.tolist()]
        return np.array([self._words.get(word, -1) for word in words], dtype=np.int64)[of]

    def _learn(self, entries: list[int]) -> None:
        """Read the guards of more entries."""
        if not entries:
            return
        for number in entries:
            guards = self._of(number)
            for kind, listed in self._listed.items():
                if kind in guards:
                    self._has[kind][number] = True
                    words = (self._words.setdefault(word, len(self._words)) for word in guards[kind])
                    listed += [number * _WIDTH + word for word in words]
            self._has["not_with"][number] = "not_with" in guards
        self._keys = {kind: np.array([-1, *sorted(listed)], dtype=np.int64) for kind, listed in self._listed.items()}
        self._read[entries] = True


def guarded(word: str) -> str:
    """Return what guards compare: the word, or "#" where it has a digit."""
    return word if word.isalpha() or not any(map(str.isdigit, word)) else "#"
