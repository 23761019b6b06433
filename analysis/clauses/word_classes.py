"""What a word can be in a clause, by its form alone: a number whose bits are looked up once a word type."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.reading.narration import words_in
from analysis.words.inflection import inflect

BE, GET, PARTICIPLE, SKIPPED, ALWAYS, OFTEN, OWN, BY, NOUN, HAVE, MODAL, DETERMINER, PREPOSITION, PRONOUN, CLAUSE = (
    1 << n for n in range(15)
)
"""BE, GET, HAVE, MODAL: forms of be, get, have and the modal verbs; SKIPPED: adverbs and not, which may stand between
them and the participle; PARTICIPLE: may be a past participle of a verb that can be passive; ALWAYS, OFTEN: of a verb
that takes an object always, or often (`lexicons/passive_verbs`); OWN: a participle that is no past tense (taken);
NOUN: a deed told as a noun (`lexicons/nominalisations`); CLAUSE: a word that opens a clause."""
NEVER, STATE, PRESENT = (1 << n for n in range(15, 18))
"""What `lexicons/participle_adjectives` says of it."""
PERHAPS_HAS, PLAIN, LEADING, WHEN, WHO, FOLLOWING, ODD, THERE = (1 << n for n in range(18, 26))
"""PERHAPS_HAS: a contraction in 's, which is "is" or "has"; PLAIN: a participle that is the plain form of its verb
(cut); LEADING: may stand before the verb of a question; WHEN: opens a clause without subject (when asked); WHO: a
pronoun that a participle may follow (those killed); FOLLOWING: may stand after a participle without an object;
ODD: a participle that the words around can make an adjective; THERE: there and its contractions."""

Classes = npt.NDArray[np.int32]

_MOST = 200_000
"""Words that are kept with their classes at most: a table without end would grow with the library."""

_CONTRACTED = re.compile(r"(?:we|you|they|who|there|what)'re|i'm")
_ED = re.compile(r"[a-z]+[^e\W]ed")


class _Table(dict[str, int]):
    """The classes of each word seen so far."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        found = self[word] = _classes_of(word)
        return found


@cache
def _table() -> _Table:
    return _Table()


def classes(words: Sequence[str]) -> Classes:
    """Return the classes of each word (lower case, straight apostrophes), as bits."""
    return np.fromiter(map(_table().__getitem__, words), dtype=np.int32, count=len(words))


_CLASSES = (
    ("be", BE),
    ("get", GET),
    ("have", HAVE),
    ("adverb", SKIPPED),
    ("pronoun", PRONOUN),
    ("lead", LEADING),
    ("when", WHEN),
    ("who", WHO),
    ("odd", ODD),
    ("day", FOLLOWING),
    ("result", FOLLOWING),
    ("about", FOLLOWING),
)
"""The classes of `lexicons/clause_words` that are bits."""


def _class(name: str) -> frozenset[str]:
    return wordlists.column("clause_words", kind=name)


@cache
def _listed() -> dict[str, int]:
    """Return the classes of the words that stand in a list."""
    found: dict[str, int] = {}

    def add(words: Iterable[str], bit: int) -> None:
        for word in words:
            found[word] = found.get(word, 0) | bit

    for name, bit in _CLASSES:
        add(_class(name), bit)
    add(words_in("modal"), MODAL)
    add(words_in("determiner", "possessive"), DETERMINER)
    add(words_in("preposition") - _COULD_BE_VERBS, PREPOSITION)
    add(words_in("clause", "coordinator"), CLAUSE)
    add(["by", "hands"], BY)
    add("there there's there're".split(), THERE)
    irregular = {form: (verb, kind) for form, verb, kind in wordlists.rows("participles")}
    add((form for form, (_, kind) in irregular.items() if kind != "none"), PARTICIPLE)
    add((form for form, (_, kind) in irregular.items() if kind == "own"), OWN)
    for form, (verb, _) in irregular.items():
        add([form], _passive_verbs().get(verb, 0))
    add((form for form, (_, kind) in irregular.items() if kind == "base"), PLAIN)
    rules = {"never": NEVER, "state": STATE, "present": PRESENT}
    for word, rule in wordlists.rows("participle_adjectives"):
        add([word], rules[rule])
    add(nominalisations(), NOUN)
    return found


@cache
def _passive_verbs() -> dict[str, int]:
    """Return how often each verb is in the passive, as a bit."""
    return {verb: ALWAYS if takes == "always" else OFTEN for verb, takes, _ in wordlists.rows("passive_verbs")}


@cache
def _irregular() -> frozenset[str]:
    """Return the verbs whose participles are listed."""
    return frozenset(row[1] for row in wordlists.rows("participles"))


def _of_regular_verb(word: str) -> int:
    """Return the class that a regular participle has by its verb."""
    stem, verbs, found = word[:-3], _passive_verbs(), 0
    for verb in {word, word[:-1], word[:-2], stem, f"{stem}y", f"{stem.removesuffix('is')}ize"}:
        if verb in verbs and verb not in _irregular() and word in _regular(verb):
            found |= verbs[verb]
    return found


_COULD_BE_VERBS = frozenset("close familiar led based briefed involved working knowledgeable loyal opposed".split()) | (
    frozenset("aligned affiliated representing attending traveling travelling covering like including".split())
)


@cache
def not_before() -> dict[str, frozenset[str]]:
    """Return the words before which a participle alone is mostly no passive, by participle."""
    of_verb = {verb: form for form, verb, kind in wordlists.rows("participles") if kind != "none"}
    return {
        form: frozenset(before.split())
        for verb, _, before in wordlists.rows("passive_verbs")
        if before
        for form in ([of_verb[verb]] if verb in of_verb else _regular(verb))
    }


class Deed(NamedTuple):
    """A noun for a deed, from `lexicons/nominalisations`."""

    verb: str
    before: frozenset[str]
    """The words of which one must follow; empty where any may."""
    done: bool
    """True where a possessive before it names whom it is done to (his arrest), not who does it (his decision)."""


@cache
def nominalisations() -> dict[str, Deed]:
    """Return the nouns by their form."""
    found: dict[str, Deed] = {}
    for noun, plural, verb, before, owner in wordlists.rows("nominalisations"):
        found[noun] = found[plural] = Deed(verb, frozenset(before.split()), owner == "done")
    return found


def _regular(verb: str) -> list[str]:
    """Return the regular participles of a verb, with the last letter doubled as well where that can be."""
    forms = [form for form in inflect(verb, "verb") if form.endswith("ed")]
    if re.search(r"[aeiou][^aeiouwxy]$", verb):
        forms.append(f"{verb}{verb[-1]}ed")
    return forms


@cache
def _no_participles() -> frozenset[str]:
    return wordlists.column("participles")


def _classes_of(word: str) -> int:
    found = _listed().get(word, 0) | (_of_regular_verb(word) if word.endswith("ed") else 0)
    if word.endswith("'s") and word[:-2] in _class("host"):
        return found | BE | PERHAPS_HAS
    if _CONTRACTED.fullmatch(word):
        return found | BE
    if word.endswith("'ll") or (word.endswith("n't") and not found):
        return found | MODAL
    if word.endswith("ly") and len(word) > 3 and word not in _class("no adverb"):
        found |= SKIPPED
    if word.endswith("ed") and word not in _no_participles() and _ED.fullmatch(word):
        found |= PARTICIPLE
        if word.startswith("un") and not word.startswith("under") and word not in _class("un"):
            found |= NEVER
    return found
