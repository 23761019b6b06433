"""Deeds told as nouns that name nobody who acts: "the killing of", "an attack on", "the decision to"."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.batch import Batch
from analysis.clauses.word_classes import (
    BE,
    BY,
    CLAUSE,
    DETERMINER,
    GET,
    HAVE,
    MODAL,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SKIPPED,
    Deed,
    nominalisations,
)
from analysis.clauses.words import OUTSIDE, OWNED, PARTED, ClauseWords, clause_words, finite_verbs
from analysis.reading.narration import source_nouns, words_in

Numbers = npt.NDArray[np.int64]

_BACK = 3
"""Words before the noun that may stand between it and its article."""
_AGENT_WITHIN = 8
"""Words after the noun among which "by" names who acts."""


_SUPPORTED = 5
"""Words before the noun among which such a verb may stand."""
_ENDS = BE | GET | HAVE | MODAL | PREPOSITION | CLAUSE | SKIPPED | PARTICIPLE | PRONOUN
"""What may follow the noun, so that it is no part of a compound."""


@dataclass(frozen=True, slots=True)
class Nominalisations:
    """The nominalisations of a batch, in the order of its tokens."""

    row: Numbers
    """The noun."""
    verbs: list[str]
    """The verb that each is made from, in its plain form."""


def find_nominalisations(batch: Batch) -> Nominalisations:
    """Return the nouns of `lexicons/nominalisations` that tell a deed and do not say who acts.

    Left out are those whose doer is named: by a possessive (the council's decision), a name or a word for an actor
    before it (Norland attack, police raid), by and from after it, or the subject of make, launch and the like before
    it; verbs of the same form; parts of compounds (arrest warrant); names.
    """
    words, listed = clause_words(batch), nominalisations()
    rows = [
        row for row in np.flatnonzero((words.bits & NOUN) != 0).tolist() if _stands(words, row, listed[words.word(row)])
    ]
    return Nominalisations(np.array(rows, dtype=np.int64), [listed[words.word(row)].verb for row in rows])


def _stands(words: ClauseWords, row: int, deed: Deed) -> bool:
    after = words.after(row)
    if deed.before and after not in deed.before:
        return False
    if words.sentence[row] >= 0 and words.capitals[row] and not words.opens(row):
        return False
    if after and not (words.kinds[row + 1] & _ENDS or after in ("to", "not") or after in finite_verbs()):
        return False  # part of a compound
    back, support = row, wordlists.column("clause_words", kind="support")
    while row - back < _SUPPORTED and not words.before[back] & OUTSIDE:
        back -= 1
        if words.word(back) in support:
            return False
    return _noun_without_doer(words, row, deed) and not _doer_after(words, row, deed)


def _noun_without_doer(words: ClauseWords, row: int, deed: Deed) -> bool:
    """Say whether what stands before shows a noun, and names nobody who acts."""
    word, after = words.word(row), words.after(row)
    doubtful = word.removesuffix("s") in (deed.verb, f"{deed.verb}e") or word.endswith("ing")
    at = row
    while row - at <= _BACK and not words.before[at] & PARTED:
        owned = words.before[at] & OWNED
        at -= 1
        before, kind = words.word(at), words.kinds[at]
        if before.endswith("'s") or owned:
            return deed.done and after != "of" and not doubtful
        if before in words_in("possessive"):
            return deed.done and after != "of"
        if (before in ("that", "which", "who") and word.endswith("s")) or before == "to":
            break  # "an order that bans", "to attack"
        if kind & DETERMINER:
            return True
        if kind & (PREPOSITION | HAVE | GET) and not kind & CLAUSE:
            return not word.endswith("ing")
        if kind & (CLAUSE | MODAL | PRONOUN | SKIPPED | BE):
            break
        if words.capitals[at] and not words.opens(at) and words.sentence[row] >= 0:
            return False
        if before in _actors():
            return False
    return not doubtful


def _doer_after(words: ClauseWords, row: int, deed: Deed) -> bool:
    """Say whether "by", or "from" right after it, names who acts."""
    if words.after(row) == "from" and not deed.done:
        return True
    for at in range(row + 1, min(row + 1 + _AGENT_WITHIN, words.size)):
        kind = words.kinds[at]
        if words.broken(at - 1) or kind & (BE | HAVE | MODAL | CLAUSE):
            return False
        if kind & BY and words.word(at) == "by":
            return words.agent_after(at) is not None
    return False


@cache
def _actors() -> frozenset[str]:
    return wordlists.column("actors") | frozenset(source_nouns())
