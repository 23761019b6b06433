"""To whom a passive happens: the phrase that is its subject, or the noun that its participle stands after."""

from analysis import wordlists
from analysis.clauses.passives import Passives
from analysis.clauses.word_classes import BE, CLAUSE, DETERMINER, GET, HAVE, MODAL, PREPOSITION, PRONOUN, SKIPPED
from analysis.clauses.words import ClauseWords, Phrase

_BACK = 12
"""Words before the verb that are looked at, at most."""
_ADJECTIVES = 3
"""Words between an article and its noun, at most."""
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
    head = last if bare or relative else _climbed(words, last)
    return Phrase(_article(words, head), head)


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
            break
        at -= 1
    return head


def _article(words: ClauseWords, head: int) -> int:
    """Return where the phrase of a noun begins: its article, else the names right before it, else itself."""
    if words.kinds[head] & PRONOUN:
        return head
    for at in range(head - 1, head - 2 - _ADJECTIVES, -1):
        if not words.together(at, head) or words.broken(at):
            break
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
