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
from analysis.clauses.words import ClauseWords, clause_words
from analysis.reading.narration import source_nouns, words_in

Numbers = npt.NDArray[np.int64]

_BACK = 3
"""Words before the noun that may stand between it and its article."""
_AGENT_WITHIN = 8
"""Words after the noun among which "by" names who acts."""


_SUPPORTS = 5
_SUPPORT = frozenset(
    "make makes made making launch launches launched launching conduct conducts conducted conducting carry carries carried "
    "carrying mount mounts mounted mounting unleash unleashes unleashed unleashing wage wages waged waging undertake "
    "undertakes undertook undertaking stage stages staged staging commit commits committed committing perform performs "
    "performed performing lead leads led leading begin begins began start starts started open opens opened take takes took "
    "taking reach reaches reached reaching step stepped ramp ramped resume resumed come comes came give gives gave given giving".split()
)
"""Verbs whose subject does what the noun tells: "made the decision", "launched an attack"."""


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
    before it (Norland attack, police raid), or by and from after it; verbs of the same form; parts of compounds
    (arrest warrant); names.
    """
    words, listed = clause_words(batch), nominalisations()
    rows: list[int] = []
    verbs: list[str] = []
    for row in np.flatnonzero((words.bits & NOUN) != 0).tolist():
        deed = listed[words.words[row]]
        if _stands(words, row, deed):
            rows.append(row)
            verbs.append(deed.verb)
    return Nominalisations(np.array(rows, dtype=np.int64), verbs)


def _stands(words: ClauseWords, row: int, deed: Deed) -> bool:
    after = "" if words.broken(row) else words.words[row + 1]
    if deed.before and after not in deed.before:
        return False
    if words.sentence[row] >= 0 and words.capital(row) and not words.opens(row):
        return False
    if after and not _may_follow(words, row + 1):
        return False
    if any(words.words[at] in _SUPPORT and words.together(at, row) for at in range(max(row - _SUPPORTS, 0), row)):
        return False
    return _noun_without_doer(words, row, deed, after=after) and not _doer_after(words, row, deed)


def _may_follow(words: ClauseWords, row: int) -> bool:
    """Say whether the word after ends the noun phrase, so that the noun is no part of a compound."""
    kind = words.kinds[row]
    ends = BE | GET | HAVE | MODAL | PREPOSITION | CLAUSE | SKIPPED | PARTICIPLE | PRONOUN
    return bool(kind & ends) or words.words[row] in ("to", "not")


def _noun_without_doer(words: ClauseWords, row: int, deed: Deed, *, after: str) -> bool:
    """Say whether what stands before shows a noun, and names nobody who acts."""
    word = words.words[row]
    form = word.removesuffix("s")
    doubtful = form in (deed.verb, f"{deed.verb}e") or word.endswith("ing")
    title = bool(words.sentence[row] < 0)
    determined = False
    for at in range(row - 1, max(row - 2 - _BACK, -1), -1):
        if words.broken(at):
            break
        before, kind = words.words[at], words.kinds[at]
        gap = words.between(at, at + 1)
        if before.endswith("'s") or gap[0] in "'’":
            return deed.done and after != "of" and not doubtful
        if before in words_in("possessive"):
            return deed.done and after != "of"
        if before in ("that", "which", "who") and word.endswith("s"):
            break  # "an order that bans"
        if kind & DETERMINER:
            determined = True
            break
        if kind & (PREPOSITION | CLAUSE) or kind & (HAVE | GET):
            determined = not word.endswith("ing") and before != "to" and not kind & CLAUSE
            break
        if before == "to" or kind & (MODAL | PRONOUN | SKIPPED | BE):
            break
        if not title and words.capital(at) and not words.opens(at):
            return False
        if before in _actors():
            return False
    return determined or not doubtful


def _doer_after(words: ClauseWords, row: int, deed: Deed) -> bool:
    """Say whether "by", or "from" right after it, names who acts."""
    at, stop = row + 1, min(row + 1 + _AGENT_WITHIN, len(words.words))
    while at < stop and words.together(row, at):
        kind, word = words.kinds[at], words.words[at]
        if kind & BY:
            return words.agent_after(at) is not None
        if word == "from" and at == row + 1 and not deed.done:
            return True
        if kind & (BE | HAVE | MODAL | CLAUSE) or words.broken(at - 1):
            return False
        at += 1
    return False


@cache
def _actors() -> frozenset[str]:
    return wordlists.column("actors") | frozenset(source_nouns())
