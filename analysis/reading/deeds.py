"""Telling and doing: "announced that it would curb exports" tells something, "announced controls" is a deed."""

from functools import cache

from analysis.reading.narration import Narration, words_in

_OPENING = frozenset({"that", "how", "why", "what", "whether", "where", "there"})
_FINITE = frozenset({"is", "are", "was", "were", "am", "has", "had", "have", "hasn't", "isn't", "wasn't", "aren't"})

_DEEDS = {"fear": frozenset({"for"}), "hope": frozenset({"for"}), "worry": frozenset({"for"})}
"""What after a verb makes it tell nothing: "he fears for his job"."""

_WRITTEN = frozenset({"into", "off", "down", "out"})
"""After "write" and a pronoun: "wrote it into the plan" tells nothing."""


def is_deed(narration: Narration, index: int, verb: str) -> bool:
    """Return whether the words right after a reporting verb make something else of it."""
    if not narration.joined(index):
        return False
    words = narration.words
    after = words[index + 1]
    if after in _DEEDS.get(verb, ()):
        return True
    pronoun = after in ("it", "them", "him", "her", "this", "that")
    return verb == "write" and pronoun and narration.joined(index + 1) and words[index + 2] in _WRITTEN


@cache
def _subjects() -> frozenset[str]:
    return words_in("he", "she", "they", "it", "self") - {"him", "them", "me", "us"}


def tells(narration: Narration, last: int, *, to: bool, someone: bool = False) -> bool:
    """Return whether a clause goes with the verb at word `last`: after it, or before it, parted by a comma.

    Where `to` is true, "to" with a verb is a clause too: "promised to pay"; with `someone` also after whom it is said
    to: "advised the crews to wait".
    """
    if not narration.joined(last):
        return True  # "the bridge will close, the council announced"
    words = narration.words
    at = last + 1
    if words[at] in _OPENING or words[at] in _subjects():
        return True
    aside = words_in("preposition", "adverb", "day", "month")
    set_off = words[at] in aside  # "announced on Monday that"
    if to and words[at] == "to" and narration.joined(at) and not _nominal(narration, at + 1):
        return True
    while True:
        word = words[at]
        if word == "that":
            return to or set_off
        if someone and word == "to" and at > last + 1 and narration.joined(at) and not _nominal(narration, at + 1):
            return True
        if word in words_in("clause", "coordinator"):
            return False
        if (word in words_in("modal") and not narration.capital(at)) or word in _FINITE:
            return True
        if not narration.joined(at):
            return False
        at += 1


def _nominal(narration: Narration, index: int) -> bool:
    """Return whether a noun phrase rather than a verb begins here."""
    word = narration.words[index]
    return word in words_in("determiner", "possessive") or narration.capital(index) or word[0].isdigit()
