"""Who acts in a passive: whom "by", or "at the hands of", names after the participle."""

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.clauses.word_classes import BE, BY, CLAUSE, HAVE, MODAL, NOUN, PARTICIPLE, SKIPPED
from analysis.clauses.words import ASIDE, PARTED, ClauseWords, Phrase

WITHIN = 12
"""Words after the participle among which its agent is looked for."""


class Agents:
    """Looks for agents in the words of a batch."""

    def __init__(self, words: ClauseWords) -> None:
        self._words = words
        rows = np.arange(words.size)
        by = np.where((words.bits & BY) != 0, rows, words.size)
        following = np.minimum.accumulate(by[::-1])[::-1] if words.size else by
        self.far: npt.NDArray[np.bool_] = following - rows > WITHIN
        """For each word, True where no "by" stands near enough after it."""
        self._next: list[int] = following.tolist()

    def of(self, last: int) -> Phrase | None:
        """Return whom "by" names after the participle, past time and place, in the same clause."""
        words, kinds, by = self._words, self._words.kinds, self._next[last]
        if by - last > WITHIN or by >= words.size or words.within(last, by, marks=ASIDE):
            return None
        if any(kind & (BE | HAVE | MODAL | CLAUSE | PARTICIPLE | NOUN) for kind in kinds[last + 1 : by]):
            return None
        if words.word(by) == "hands":
            hands = [words.word(at) for at in (by - 2, by - 1, by + 1)] == ["at", "the", "of"]
            return words.agent_after(by + 1) if hands else None
        if by - last > 2 and words.word(by - 1) in wordlists.column("clause_words", kind="work"):
            return None
        return words.agent_after(by)

    def right_after(self, last: int) -> Phrase | None:
        """Return the agent where "by" follows at once, or after one more participle: "obtained and posted by"."""
        words, kinds, by = self._words, self._words.kinds, self._next[last]
        if by >= words.size or by - last > 4 or words.word(by) == "hands" or words.within(last, by, marks=PARTED):
            return None
        between = range(last + 1, by)
        if words.word(last + 1) in ("and", "or") and kinds[last + 2] & PARTICIPLE:
            between = range(last + 3, by)
        return words.agent_after(by) if all(kinds[at] & SKIPPED for at in between) else None
