"""Which line is the headline: the one above the body that speaks of what the body speaks of."""

import re
from dataclasses import dataclass

from sources.cleaning.draft import Draft
from sources.cleaning.headings import like_headline
from sources.cleaning.imprint import BYLINE, DATE_LINE
from sources.cleaning.prose import words_in
from sources.cleaning.summary import SUMMARY_NAME

ABOVE = 30
"""How many blocks above the body's first the headline may stand."""

WITHIN = 5
"""How many blocks after it, where a standfirst or a caption was taken for the body's start."""

LEAST = 1.2
"""The least evidence that makes a line the headline; below it the headline is unknown."""

CLOSE = 0.4
"""Of two lines together whose evidence differs by no more, the upper is the headline and the lower stands below it."""

_WORD = re.compile(r"\w{4,}")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]{2}")


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    evidence: float


def headline_block(draft: Draft) -> int | None:
    """Return the number of the block that is the headline; None when no line has enough evidence.

    Evidence is the share of its longer words that the body uses too, a byline, date or summary right below it, its
    place (on the page's first line, or right above the body), and a heading's tag; a line in a list of links has less.
    """
    first = draft.held[0]
    subjects = [_subject(draft.text(number)) for number in draft.held[:40]]
    words = dict(zip(draft.held, subjects, strict=False))
    found = [
        _Candidate(number, _evidence(draft, number, first, *_of_others(words, number)))
        for number in range(max(0, first - ABOVE), min(draft.held[-1], first + WITHIN))
        if _possible(draft, number, first)
    ]
    best = max(found, key=lambda candidate: (candidate.evidence, -candidate.number), default=None)
    if best is None or best.evidence < LEAST:
        return None
    above = next((candidate for candidate in found if candidate.number == best.number - 1), None)
    return above.number if above and above.evidence >= max(LEAST, best.evidence - CLOSE) else best.number


def _possible(draft: Draft, number: int, first: int) -> bool:
    rule = draft.cut.get(number)
    block = draft.blocks[number]
    if (
        rule not in (None, "outside the body", "repeated block")
        or block.kind == "item"
        or not like_headline(block.text)
    ):
        return False
    if number <= first:
        return True
    between = sum(words_in(draft.text(other)) for other in draft.held if other < number)
    return between <= 60 and _imprint_below(draft, number)


def _evidence(draft: Draft, number: int, first: int, subject: set[str], lead: set[str]) -> float:
    text = draft.text(number)
    own = _subject(text)
    shared = len(own & subject) / len(own) if own else 0.0
    at_once = len(own & lead) / len(own) if own else 0.0
    evidence = 1.4 * shared + 0.8 * at_once - 0.02 * abs(first - number)
    evidence += 0.7 * _imprint_below(draft, number)
    evidence += 1.0 * (draft.blocks[number].kind == "heading")
    evidence += 1.2 * (number == 0) + 0.5 * (number == first - 1) + 0.2 * (words_in(text) >= 5)
    evidence -= 0.3 * max(0, _listed(draft, number) - 2)
    return evidence


def _of_others(words: dict[int, set[str]], number: int) -> tuple[set[str], set[str]]:
    """Return what the body speaks of, and what its first blocks do, the block itself left out."""
    others = [subject for other, subject in words.items() if other != number]
    return set().union(*others), set().union(*others[:6])


def _imprint_below(draft: Draft, number: int) -> bool:
    """Return whether a byline, a date or the site's summary stands within the next three blocks."""
    below = (draft.cut.get(near) for near in range(number + 1, number + 4))
    return any(rule in (BYLINE, DATE_LINE, SUMMARY_NAME) for rule in below)


def _listed(draft: Draft, number: int) -> int:
    """Return how many of the three lines above and below could be headlines too: many in a list of links."""
    near = [other for other in range(number - 3, number + 4) if other != number and 0 <= other < len(draft.blocks)]
    return sum(draft.cut.get(other) == "outside the body" and like_headline(draft.text(other)) for other in near)


def _subject(text: str) -> set[str]:
    """Return the beginnings of a text's longer words (pairs of characters in scripts without spaces)."""
    plain = text.casefold()
    return {word[:5] for word in _WORD.findall(plain)} | set(_UNSPACED.findall(plain))
