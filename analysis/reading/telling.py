"""The words of a body that may tell whom a pronoun means: looking at these alone is quicker than at every word."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import cached_property
from itertools import compress

from analysis.reading.narration import Narration

WOMEN = frozenset({"woman", "girl", "mother", "grandmother", "widow", "lady", "waitress", "schoolgirl"})
MEN = frozenset({"man", "boy", "father", "grandfather", "widower", "waiter", "schoolboy", "fisherman"})
_PEOPLE = MEN | WOMEN

_FARTHEST = 500
"""Words back that a pronoun is followed to."""


class Telling:
    """Words outside quotations that have a capital or call a man or a woman, and those of persons who spoke."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._spoke: list[int] = []

    def add(self, word: int) -> None:
        """Add a word that stands for a person who spoke."""
        at = bisect_left(self._spoke, word)
        if self._spoke[at : at + 1] != [word]:
            insort(self._spoke, word)

    def before(self, index: int) -> Iterator[int]:
        """Yield such words before a word, each once, the nearest first."""
        shown, spoke, lowest = self._shown, self._spoke, max(-1, index - _FARTHEST)
        one, other = bisect_left(shown, index) - 1, bisect_left(spoke, index) - 1
        while True:
            seen, heard = shown[one] if one >= 0 else -1, spoke[other] if other >= 0 else -1
            at = max(seen, heard)
            if at <= lowest:
                return
            one -= seen == at
            other -= heard == at
            yield at

    @cached_property
    def _shown(self) -> list[int]:
        n = self._narration
        found = [at for at in compress(range(n.size), n.capitals) if n.quoted[at] < 0]
        if not _PEOPLE.isdisjoint(n.words):
            people = [at for at, word in enumerate(n.words) if word in _PEOPLE and n.quoted[at] < 0]
            found = sorted({*found, *people})
        return found
