"""Telling and doing: "announced that it would curb exports" tells something, "announced controls" is a deed."""

from typing import Final

from analysis.reading.narration import Narration
from analysis.reading.word_kinds import (
    ADVERB,
    CLAUSE,
    COORDINATOR,
    DAY,
    DETERMINER,
    MODAL,
    MONTH,
    NUMERAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
)

_OPENING = frozenset({"that", "how", "why", "what", "whether", "where", "there"})
_FINITE = frozenset({"is", "are", "was", "were", "am", "has", "had", "have", "hasn't", "isn't", "wasn't", "aren't"})

_DEEDS = {"fear": frozenset({"for"}), "hope": frozenset({"for"}), "worry": frozenset({"for"})}
"""What after a verb makes it tell nothing: "he fears for his job"."""

_MAY_BE_DEEDS = frozenset({*_DEEDS, "write"})

_WRITTEN = frozenset({"into", "off", "down", "out"})
"""After "write" and a pronoun: "wrote it into the plan" tells nothing."""


def is_deed(narration: Narration, index: int, verb: str) -> bool:
    """Return whether the words right after a reporting verb make something else of it."""
    if not narration.joins[index] or verb not in _MAY_BE_DEEDS:
        return False
    words = narration.words
    after = words[index + 1]
    if after in _DEEDS.get(verb, ()):
        return True
    pronoun = after in ("it", "them", "him", "her", "this", "that")
    return verb == "write" and pronoun and narration.joins[index + 1] and words[index + 2] in _WRITTEN


_OBJECTS = frozenset({"him", "them", "me", "us"})
_SET_OFF: Final = PREPOSITION | ADVERB | DAY | MONTH


def tells(narration: Narration, last: int, *, to: bool, someone: bool = False) -> bool:
    """Return whether a clause goes with the verb at word `last`: after it, or before it, parted by a comma.

    Where `to` is true, "to" with a verb is a clause too: "promised to pay"; with `someone` also after whom it is said
    to: "advised the crews to wait".
    """
    joins = narration.joins
    if not joins[last]:
        return True  # "the bridge will close, the council announced"
    words, kinds = narration.words, narration.kinds
    at = last + 1
    if words[at] in _OPENING or (kinds[at] & PRONOUN and words[at] not in _OBJECTS):
        return True
    set_off = kinds[at] & _SET_OFF != 0  # "announced on Monday that"
    if to and words[at] == "to" and joins[at] and not _nominal(narration, at + 1):
        return True
    while True:
        word, kind = words[at], kinds[at]
        if word == "that":
            return to or set_off
        if someone and word == "to" and at > last + 1 and joins[at] and not _nominal(narration, at + 1):
            return True
        if kind & (CLAUSE | COORDINATOR):
            return False
        if (kind & MODAL and not narration.capitals[at]) or word in _FINITE:
            return True
        if not joins[at]:
            return False
        at += 1


def _nominal(narration: Narration, index: int) -> bool:
    """Return whether a noun phrase rather than a verb begins here."""
    return narration.kinds[index] & (DETERMINER | POSSESSIVE | NUMERAL) != 0 or narration.capitals[index]
