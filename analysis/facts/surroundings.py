"""What a sentence takes from the sentences around it: who "it" is, what the section is about, what an office means."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.facts.stems import stem
from analysis.facts.telling import IDEA, PLACE, WORD, Telling

EARLIER = 3
"""Sentences looked back."""

FADING = 0.7
"""Weight lost with each sentence further back."""

OTHER_PARAGRAPH = 0.6
NEXT = 0.5
HEADING = 0.8

SUBJECT = 0.6
"""Weight of the subject of an earlier sentence where a sentence opens with nobody's name."""

ECHO = 0.8
"""Weight of the heading's terms in a sentence that takes up a word of it: it carries out what the heading announces."""

_OFFICES = {"president": "presidency", "minister": "premier", "mayor": "mayor", "governor": "governor"}


def placed(
    told: Sequence[Telling], headings: Mapping[int, dict[str, float]]
) -> tuple[list[Telling], list[dict[str, float]]]:
    """Return one page's sentences with what they inherit, and the terms that surround each, with weights.

    `headings` gives the terms of each section heading by its first character. Inherited are the subject of the last
    sentence that named one, where a sentence opens with no name ("Its export freeze", "But inside the agency"), and
    the terms of the heading, where the sentence takes up one of its words.
    """
    starts = sorted(headings)
    made: list[Telling] = []
    around: list[dict[str, float]] = []
    subject: dict[str, float] = {}
    section = 0
    for number, sentence in enumerate(told):
        above = sum(1 for start in starts if start < sentence.start)
        heading = headings[starts[above - 1]] if above else {}
        if above != section:
            subject, section = {}, above
        taken: dict[str, float] = {}
        if sentence.subject:
            subject = {term: sentence.terms[term] for term in sentence.subject}
        else:
            taken = {term: SUBJECT * weight for term, weight in subject.items()}
        echoes = any(term in sentence.terms for term in heading if not term.startswith(PLACE))
        echoed = {term: ECHO * weight for term, weight in heading.items()} if echoes else {}
        made.append(_with(sentence, taken | echoed, free=frozenset(echoed)) if taken or echoed else sentence)
        around.append(_around(told, number, heading))
    return made, around


def with_offices(told: Sequence[Telling]) -> list[Telling]:
    """Return the sentences of a story, each holder of an office marked with it ("Trump" with the presidency).

    An office is known from a title before the name in any sentence of the story.
    """
    held: dict[str, str] = {}
    for sentence in told:
        for name in sentence.names:
            office = _OFFICES.get(name.title.split()[-1]) if name.title else None
            if office and "vice" not in name.title and "former" not in name.title:
                held[f"{WORD}:{stem(name.key.split()[-1].lower())}"] = f"{IDEA}:{office}"
    if not held:
        return list(told)
    made: list[Telling] = []
    for sentence in told:
        new = {held[term]: 0.6 for term in sorted(held) if term in sentence.terms and held[term] not in sentence.terms}
        if new:
            deeds = {f"{held[who]}>{act}" for who, _, act in (d.partition(">") for d in sentence.deeds) if who in held}
            made.append(replace(
                _with(sentence, new), deeds=sentence.deeds | deeds, who=sentence.who | new.keys(),
            ))  # fmt: skip
        else:
            made.append(sentence)
    return made


def _with(sentence: Telling, taken: Mapping[str, float], *, free: frozenset[str] = frozenset()) -> Telling:
    """Return the sentence with more terms; those of `free` may be shared, but need not."""
    return replace(
        sentence,
        terms={**taken, **sentence.terms},
        inherited=sentence.inherited | (taken.keys() - sentence.terms.keys()),
        free=sentence.free | (free - sentence.terms.keys()),
        clauses=tuple(clause | taken.keys() for clause in sentence.clauses),
    )


def _around(told: Sequence[Telling], number: int, heading: Mapping[str, float]) -> dict[str, float]:
    here = told[number]
    found: dict[str, float] = {}

    def add(terms: Mapping[str, float], factor: float) -> None:
        for term, weight in terms.items():
            found[term] = max(found.get(term, 0.0), weight * factor)

    factor = 1.0
    for other in reversed(told[max(0, number - EARLIER) : number]):
        add(other.terms, factor if other.paragraph == here.paragraph else factor * OTHER_PARAGRAPH)
        factor *= FADING
    if number + 1 < len(told) and told[number + 1].paragraph == here.paragraph:
        add(told[number + 1].terms, NEXT)
    add(heading, HEADING)
    return found
