"""To whom a passive happens: the phrase that is its subject, or the noun that its participle stands after."""

import re

from analysis import wordlists
from analysis.clauses.passives import Passives
from analysis.clauses.word_classes import (
    BE,
    CLAUSE,
    DETERMINER,
    GET,
    HAVE,
    MODAL,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SKIPPED,
)
from analysis.clauses.words import ClauseWords, Phrase

_BACK = 12
"""Words before the verb that are looked at, at most."""
_ADJECTIVES = 3
"""Words between an article and its noun, at most."""
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "you", "who"})
_NO_HOOKS = frozenset({"of", "than", "like"})
_PARTICLES = frozenset({"to", "up", "down", "off"})
_PLURAL = re.compile(r".*[^sui]s")
_RELATIVE = frozenset({"who", "that", "which"})
_NO_NOUN = BE | GET | HAVE | MODAL | DETERMINER | PREPOSITION | CLAUSE


def undergoers(words: ClauseWords, passives: Passives) -> list[Phrase | None]:
    """Return for each passive the phrase to which it happens, its head last; None where none is found.

    It is read from the words before, without parsing: the last noun, or the one that an of-phrase hangs on ("the head
    of the union was arrested"), with what stands between it and its article. After "to be" nobody is told.
    """
    befores, lasts = passives.before.tolist(), passives.last.tolist()
    return [_undergoer(words, verb, bare=verb == last) for verb, last in zip(befores, lasts, strict=True)]


def _undergoer(words: ClauseWords, verb: int, *, bare: bool) -> Phrase | None:
    if "'" in words.word(verb) and not words.word(verb).endswith("n't"):
        return Phrase(verb, verb)  # they're
    last = verb - 1
    while words.together(last, verb) and words.kinds[last] & SKIPPED and not words.kinds[last] & PRONOUN:
        last -= 1
    if not words.together(last, verb):
        return None
    relative = words.word(last) in _RELATIVE
    if relative:
        last -= 1
    elif words.broken(last) and not bare:
        last = _past_aside(words, last)
    if not words.together(last, verb) or words.kinds[last] & _NO_NOUN or words.word(last) == "to":
        return None
    if relative:
        head = _climbed(words, last) if words.broken(last) else last  # "an adviser to the board, who is"
    elif bare:
        head = last
    elif words.kinds[last] & PRONOUN and not words.kinds[last] & DETERMINER:
        if words.word(last) not in _SUBJECTS and _hangs(words, last):
            return None  # "the messages that she wrote from it were"
        head = last
    elif words.kinds[last] & PARTICIPLE and not words.kinds[last - 1] & DETERMINER:
        return None  # "what they had hoped would be closed"
    else:
        told = _told_of(words, last, verb)
        head = _climbed(words, last if told is None else told)
        if told is None and _hangs(words, _article(words, head)):
            return None  # "what he says on the stand will be limited"
    return Phrase(_article(words, head), head)


def _hangs(words: ClauseWords, first: int) -> bool:
    """Say whether a phrase hangs on a preposition other than "of", so that it is the subject of nothing."""
    if not words.together(first - 1, first) or words.broken(first - 1):
        return False
    kind, before = words.kinds[first - 1], words.word(first - 1)
    preposition = kind & PREPOSITION and not kind & (DETERMINER | CLAUSE)
    return before in _PARTICLES or (bool(preposition) and before not in _NO_HOOKS)


def _told_of(words: ClauseWords, last: int, verb: int) -> int | None:
    """Return the noun of a relative clause that ends at `last`: of households in "households that drink from the tank".

    After "that" a verb must follow, or the noun and the verb differ in number: "households that drink were told".
    """
    for at in range(last - 1, max(last - _BACK, 0), -1):
        if not words.together(at - 1, last) or words.broken(at):
            return None
        if words.word(at) not in _RELATIVE:
            continue
        noun, follows = words.kinds[at - 1], words.kinds[at + 1]
        if words.broken(at - 1) or noun & (_NO_NOUN | PRONOUN | SKIPPED | PARTICIPLE):
            return None
        if words.word(at) == "that":
            named = follows & (DETERMINER | PRONOUN | PREPOSITION) or words.capitals[at + 1]
            several = words.word(at - 1).endswith("s") and words.word(verb) in ("were", "are", "have")
            if named or not (follows & (BE | HAVE | MODAL | PARTICIPLE) or several):
                return None
        return at - 1
    return None


def _past_aside(words: ClauseWords, last: int) -> int:
    """Return the word before an aside in commas that ends at `last`: "the ferry, built in 1990, was"."""
    at = last - 1
    while words.together(at, last) and last - at < 2 * _BACK:
        if words.broken(at):
            return at
        at -= 1
    return last


def _climbed(words: ClauseWords, last: int) -> int:
    """Return the noun on which the phrases that end at a row hang: "the head of the union", "a man in a car"."""
    head = at = last
    while last - at < _BACK and words.together(at - 2, last) and not words.broken(at - 1):
        kind, word = words.kinds[at - 1], words.word(at - 1)
        if kind & PREPOSITION and not kind & (DETERMINER | CLAUSE):
            noun = words.kinds[at - 2]
            if words.broken(at - 2) or noun & (_NO_NOUN | SKIPPED | PRONOUN):
                break
            if words.word(at - 2) in wordlists.column("clause_words", kind="quantity"):
                break
            if word != "of" and not words.kinds[_article(words, at - 2)] & DETERMINER:
                break
            head, at = at - 2, at - 2
            continue
        if kind & (_NO_NOUN & ~DETERMINER | PRONOUN | SKIPPED) or word == "to":
            owned = word == "to" and words.kinds[at] & DETERMINER and _article(words, head) == at
            if not owned or not words.kinds[_article(words, at - 2)] & DETERMINER:
                break
            if words.broken(at - 2) or words.kinds[at - 2] & (_NO_NOUN | SKIPPED | PRONOUN | PARTICIPLE):
                break
            head, at = at - 2, at - 2  # "an adviser to the board"
            continue
        at -= 1
    return head


def _article(words: ClauseWords, head: int) -> int:
    """Return where the phrase of a noun begins: its article, else the names right before it, else itself."""
    if words.kinds[head] & PRONOUN:
        return head
    for at in range(head - 1, head - 2 - _ADJECTIVES, -1):
        if not words.together(at, head) or words.broken(at):
            break
        if words.word(at) == "that" and (words.capitals[at + 1] or _PLURAL.fullmatch(words.word(head))):
            return at + 1  # "they said that mistakes were made"
        if words.kinds[at] & DETERMINER or words.word(at)[0] in "$£€0123456789":
            return at
        if words.kinds[at] & (_NO_NOUN | PRONOUN | SKIPPED) and not words.capitals[at]:
            break
    first = head
    while words.together(first - 1, head) and not words.broken(first - 1) and words.capitals[first - 1]:
        first -= 1
        if words.kinds[first] & (_NO_NOUN | PRONOUN | SKIPPED):
            return first + 1
    return first
