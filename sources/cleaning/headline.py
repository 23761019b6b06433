"""Which line is the headline: the one above the body that speaks of what the body speaks of."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice

from sources.cleaning.body import OUTSIDE_NAME
from sources.cleaning.cards import LINKS, REPEATED
from sources.cleaning.draft import Draft
from sources.cleaning.headings import like_headline
from sources.cleaning.imprint import BYLINE, DATE_LINE
from sources.cleaning.mastheads import masthead
from sources.cleaning.people import is_role
from sources.cleaning.prose import is_prose, words_in
from sources.cleaning.summary import SUMMARY_NAME

ABOVE = 30
"""How many blocks above the body's first the headline may stand."""

WITHIN = 5
"""How many blocks after it, where a standfirst or a caption was taken for the body's start."""

LEAST = 1.2
"""The least evidence that makes a line the headline; below it the headline is unknown."""

CLOSE = 0.9
"""Of two lines together whose evidence differs by no more, the upper is the headline and the lower stands below it."""

SHARED = 0.3
"""The least share of its longer words that such an upper line has in common with the body."""

DECK = 1.6
"""How many times longer than its headline a line must be to be its standfirst, whatever the body says."""

TOGETHER = 3
"""How many blocks apart a headline and the line below it may stand, or twice that with a byline or date between."""

RELATIVE = "relative time"
"""Name of the rule that takes "6 hours ago"."""

CARDS = 3
"""So many dates near a line make it one of a list of stories: its date speaks for no headline."""

_SMALL = frozenset("a an and at by for in of on or the to with".split())
"""Words that titles of works and names of bodies write small."""

_WORD = re.compile(r"\w{4,}")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]{2}")


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    evidence: float
    shared: float
    """Share of its longer words that the body uses too."""


def headline_block(draft: Draft) -> int | None:
    """Return the number of the block that is the headline; None when no line has enough evidence.

    Evidence is the share of its longer words that the body uses too, a byline, date or summary right below it, its
    place (on the page's first line, or right above the body), and a heading's tag; a line in a list of links has less.
    """
    first = draft.held[0]
    subjects = [_subject(draft.text(number)) for number in draft.held[:40]]
    words = _Subjects(dict(zip(draft.held, subjects, strict=False)))
    found = [
        _weighed(draft, number, first, words)
        for number in range(max(0, first - ABOVE), min(draft.held[-1], first + WITHIN))
        if _possible(draft, number, first)
    ]
    sure = [candidate for candidate in found if candidate.evidence >= LEAST]
    best = max(sure, key=lambda candidate: (candidate.evidence, -candidate.number), default=None)
    if best is None:
        return _with_full_stop(draft, first, words)
    number = best.number
    for candidate in sorted(sure, key=lambda candidate: -candidate.number):
        close = candidate.evidence >= best.evidence - CLOSE and candidate.shared >= SHARED
        if close and _stands_over(draft, candidate.number, number):
            number = candidate.number
    over = number - 1
    if _is_deck(draft, number, over) and any(candidate.number == over for candidate in found):
        return over
    below = (near.number for near in sure if 0 < near.number - number <= TOGETHER)
    return next((lower for lower in below if _is_below(draft, lower, number)), number)


def _is_deck(draft: Draft, lower: int, upper: int) -> bool:
    """Return whether a line is the standfirst of the one right above: the two stand alone and the lower is longer."""
    if upper < 0 or not _imprint_below(draft, lower) or draft.cut.get(upper) not in (None, OUTSIDE_NAME):
        return False
    alone = upper == 0 or draft.cut.get(upper - 1) not in (None, OUTSIDE_NAME) or words_in(draft.text(upper - 1)) < 3
    over, under = draft.text(upper), draft.text(lower)
    named = (
        words_in(over) >= 5 and over.lstrip("‘“'\"")[:1].isalnum() and any(word[0].islower() for word in over.split())
    )
    longer = DECK if draft.cut.get(lower + 1) != BYLINE else 1.0
    return alone and named and not _is_kicker(over, under) and words_in(under) > longer * words_in(over)


def _is_below(draft: Draft, lower: int, upper: int) -> bool:
    """Return whether the lower of two lines is the headline: the upper is its short form, its kicker or its path."""
    over, under = draft.text(upper), draft.text(lower)
    if lower == upper + 1 and (_is_kicker(over, under) or (over != under and over.endswith(f" {under}"))):
        return True
    return _says(draft, lower, upper)


def _is_kicker(over: str, under: str) -> bool:
    return over.isupper() and words_in(over) <= 6 and not under.isupper()


def _says(draft: Draft, longer: int, shorter: int) -> bool:
    """Return whether a line says another in full and more: a headline below its own short form."""
    over, under = draft.text(longer).casefold(), draft.text(shorter).casefold()
    return over != under and over.startswith(under)


def _stands_over(draft: Draft, upper: int, lower: int) -> bool:
    """Return whether one line is the headline and another, below it, its standfirst or a caption.

    They stand together, or a byline or date does between them. A kicker in capitals is no headline of the line below
    it, and neither is a path that ends in the line below.
    """
    between = any(draft.cut.get(number) in (BYLINE, DATE_LINE) for number in range(upper, lower))
    apart = sum(draft.cut.get(number) != SUMMARY_NAME for number in range(upper, lower))
    if not 0 < apart <= (2 * TOGETHER if between else TOGETHER):
        return False
    over, under = draft.text(upper), draft.text(lower)
    return not _is_kicker(over, under) and not _says(draft, lower, upper) and (over == under or under not in over)


def _with_full_stop(draft: Draft, first: int, words: "_Subjects") -> int | None:
    """Return the line above the body that ends in a full stop and is a headline all the same: an imprint is below."""
    for number in range(max(0, first - ABOVE), first + 1):
        text = draft.text(number)
        if (
            draft.cut.get(number) in (None, OUTSIDE_NAME)
            and text.endswith(".")
            and like_headline(text.rstrip("."))
            and _imprint_below(draft, number)
            and _weighed(draft, number, first, words).evidence >= LEAST
        ):
            return number
    return None


def _possible(draft: Draft, number: int, first: int) -> bool:
    rule = draft.cut.get(number)
    block = draft.blocks[number]
    if rule == "related stories" and not _imprint_below(draft, number):
        return False
    if (
        rule not in (None, OUTSIDE_NAME, REPEATED, LINKS, "related stories")
        or block.kind == "item"
        or not like_headline(block.text)
        or _is_name_or_figures(draft, block.text)
        or _heads_a_section(draft, number)
        or is_role(block.text)
        or (number == 0 and _is_masthead(draft))
    ):
        return False
    if number <= first:
        return True
    between = sum(words_in(draft.text(other)) for other in draft.held if other < number)
    return between <= 60 and _imprint_below(draft, number)


def _is_masthead(draft: Draft) -> bool:
    """Return whether the first line is called as papers are, and a headline with its byline or date is right below."""
    if masthead(draft.text(0)) is None:
        return False
    lines = range(1, min(3, len(draft.blocks)))
    return any(
        draft.cut.get(number) in (None, OUTSIDE_NAME)
        and like_headline(draft.text(number))
        and _imprint_below(draft, number)
        for number in lines
    )


def _heads_a_section(draft: Draft, number: int) -> bool:
    """Return whether the line stands again inside the body, below prose: a link to a section of the article."""
    text = draft.text(number)
    again = (other for other in draft.held if other > number and draft.text(other) == text)
    place = next(again, None)
    return place is not None and any(is_prose(draft.text(other)) for other in draft.held if number < other < place)


def _is_name_or_figures(draft: Draft, text: str) -> bool:
    """Return whether a line is nothing but a name that the body uses, word for word, or mostly figures."""
    words = text.split()
    if sum(word.strip("—–-.,()").isdigit() or not any(map(str.isalpha, word)) for word in words) * 2 >= len(words):
        return True
    named = len(words) <= 4 and all(word[0].isupper() or word in _SMALL for word in words) and not text.isupper()
    plain = text.casefold()
    return named and any(plain in draft.text(number).casefold() != plain for number in draft.held)


def _weighed(draft: Draft, number: int, first: int, words: "_Subjects") -> _Candidate:
    text = draft.text(number)
    own = _subject(text)
    everywhere, lead = words.shared(own, number)
    shared, at_once = (everywhere / len(own), lead / len(own)) if own else (0.0, 0.0)
    evidence = 1.4 * shared + 0.8 * at_once - 0.02 * abs(first - number)
    evidence += 0.7 * _imprint_below(draft, number)
    evidence += 1.0 * (draft.blocks[number].kind == "heading")
    evidence += 1.2 * (number == 0) + 0.5 * (first - 1 <= number <= first) + 0.2 * (words_in(text) >= 5)
    evidence -= 0.3 * max(0, _listed(draft, number) - 2)
    evidence -= 0.5 * (draft.cut.get(number - 1) == "related stories")
    return _Candidate(number, evidence, shared)


class _Subjects:
    """What the body's blocks speak of, told without any one of them."""

    def __init__(self, words: dict[int, set[str]]) -> None:
        self._words = words
        self._in = Counter(chain.from_iterable(words.values()))

    def shared(self, own: set[str], number: int) -> tuple[int, int]:
        """Return how many of the words stand in other blocks than this one, and how many in the first of those."""
        mine = self._words.get(number, set())
        first = islice((subject for other, subject in self._words.items() if other != number), 6)
        lead = own.intersection(chain.from_iterable(first))
        return sum(self._in[word] > (word in mine) for word in own), len(lead)


def _imprint_below(draft: Draft, number: int) -> bool:
    """Return whether a byline, a date or the site's summary stands within the next three blocks.

    How long ago, on the next line, is as good as a date where it stands alone: in a list each line has its own.
    """
    below = [draft.cut.get(near) for near in range(number + 1, number + 4)]
    if BYLINE in below or SUMMARY_NAME in below:
        return True
    if below[0] == RELATIVE and not draft.text(number).endswith("."):
        return sum(draft.cut.get(near) == RELATIVE for near in range(number - 6, number + 9)) == 1
    dates = [near for near in range(number - 5, number + 8) if draft.cut.get(near) == DATE_LINE]
    return DATE_LINE in below and sum(near - 1 not in dates for near in dates) < CARDS


def _listed(draft: Draft, number: int) -> int:
    """Return how many of the three lines above and below could be headlines too: many in a list of links."""
    near = [other for other in range(number - 3, number + 4) if other != number and 0 <= other < len(draft.blocks)]
    return sum(draft.cut.get(other) == OUTSIDE_NAME and like_headline(draft.text(other)) for other in near)


def _subject(text: str) -> set[str]:
    """Return the beginnings of a text's longer words (pairs of characters in scripts without spaces)."""
    plain = text.casefold()
    return {word[:5] for word in _WORD.findall(plain)} | set(_UNSPACED.findall(plain))
