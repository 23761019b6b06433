"""What speaks for or against that two like sentences tell the same fact: where they stand, who acts, who asks."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.facts.concepts import ideas
from analysis.facts.name_terms import title_terms
from analysis.facts.telling import IDEA, WORD, Telling

OPENING = 4
"""Sentences at the beginning of a page in which the main fact is told."""

OPENED = 1.25
"""Factor for two sentences from the openings of their pages: pages of one story open with the same news."""

ACTED = 0.75
"""Factor where both tell the same act, but of different people, bodies or countries."""


STRANGERS = 0.7
"""Factor where both name people or bodies, but none in common."""

LEAKED = 1.45
"""Factor where unnamed sources tell both, of the same body: pages seldom have two leaks from one house."""

ASKED = 0.7
"""Factor where one of both only asks."""

SUPPOSED = 0.9
"""Factor where one tells as possible ("would", "if") what the other tells outright."""

CONTRARY = 0.75
"""Factor where one tells an idea and the other its contrary."""


class Match(NamedTuple):
    """Two sentences of different pages that may tell the same fact."""

    a: int
    b: int
    similarity: float
    """Share of what their most similar parts tell that both tell, 0 to 1."""

    evidence: float
    """What they share, in nats: the rarer, the more."""


class Weighing:
    """Weighs the likeness of the sentences of one story."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self._told = told
        self._contraries = [_contraries(sentence) for sentence in told]
        self._sources = [_sources(sentence) for sentence in told]
        self._people = [_people(sentence) for sentence in told]
        self._acted: dict[int, dict[str, set[str]]] = {}

    def weighed(self, match: Match) -> Match:
        """Return a match with its similarity raised or lowered by what speaks for and against the same fact."""
        a, b = self._told[match.a], self._told[match.b]
        factor = 1.0
        if max(a.sentence, b.sentence) < OPENING:
            factor *= OPENED
        mine, others = self._actors(match.a), self._actors(match.b)
        shared = [act for act in mine if act in others]
        if shared and all(mine[act].isdisjoint(others[act]) for act in shared):
            factor *= ACTED
        if self._people[match.a] and self._people[match.b] and self._people[match.a].isdisjoint(self._people[match.b]):
            factor *= STRANGERS
        if self._same_leak(match.a, match.b):
            factor *= LEAKED
        if a.asks != b.asks:
            factor *= ASKED
        if a.supposes != b.supposes:
            factor *= SUPPOSED
        if self._contrary(match.a, match.b) or self._contrary(match.b, match.a):
            factor *= CONTRARY
        return Match(match.a, match.b, min(1.0, factor * match.similarity), match.evidence)

    def _contrary(self, a: int, b: int) -> bool:
        """Return whether `a` tells an idea, `b` its contrary, and neither tells both."""
        if not self._contraries[a]:
            return False
        there = self._told[b].terms
        return any(other in there and term not in there for term, other in self._contraries[a].items())

    def _same_leak(self, a: int, b: int) -> bool:
        """Return whether unnamed people tell both sentences, of a body that both name or that is around them."""
        if not self._sources[a] & self._sources[b]:
            return False
        x, y = self._told[a], self._told[b]
        return any(t.startswith(WORD) and t in y.terms and (t in x.who or t in y.who) for t in x.terms)

    def _actors(self, number: int) -> dict[str, set[str]]:
        """Return who stands before each act of a sentence."""
        if number not in self._acted:
            sentence = self._told[number]
            acted: dict[str, set[str]] = {}
            for deed in sentence.deeds:
                who, _, act = deed.partition(">")
                if who in sentence.who:
                    acted.setdefault(act, set()).add(who)
            self._acted[number] = acted
        return self._acted[number]


def _contraries(sentence: Telling) -> dict[str, str]:
    """Return the contrary of each idea that a sentence tells, where there is one and it does not tell that too."""
    found: dict[str, str] = {}
    for term in sentence.terms:
        if term.startswith(IDEA) and (opposite := ideas()[term[len(IDEA) + 1 :]].opposite):
            found[term] = f"{IDEA}:{opposite}"
    return {term: other for term, other in found.items() if other not in sentence.terms}


def _sources(sentence: Telling) -> frozenset[str]:
    """Return the ideas of unnamed sources in a sentence."""
    return frozenset(t for t in sentence.terms if t.startswith(IDEA) and ideas()[t[len(IDEA) + 1 :]].kind == "source")


def _people(sentence: Telling) -> frozenset[str]:
    """Return the people and bodies that a sentence names itself."""
    named = sentence.who - sentence.inherited - sentence.free - title_terms()
    return frozenset(term for term in named if term.startswith(WORD))
