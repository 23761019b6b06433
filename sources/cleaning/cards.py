"""Teaser cards of other stories, and blocks that stand on the page twice."""

from bisect import bisect_left
from collections.abc import Iterator

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.prose import words_in

NEAR = 4
"""How many blocks apart the parts of one card may stand."""

REPEATED = "repeated block"

_MARKS = frozenset({"relative time", "card author"})


def _cards(draft: Draft) -> Iterator[int]:
    """Give blocks of which one ends in (or starts with) all of the other, with a card's mark between or beside."""
    marked = sorted(number for number, rule in draft.cut.items() if rule in _MARKS)
    held = draft.held
    for place, number in enumerate(held):
        near = bisect_left(marked, number - 2)
        if near == len(marked) or marked[near] > number + NEAR + 4:
            continue
        text = draft.text(number)
        for other in held[place + 1 : place + 1 + NEAR]:
            teaser = draft.text(other)
            if other - number > NEAR + 2 or not _repeats(text, teaser):
                continue
            if marked[near] <= other + 2:
                yield from (number, other)


def _repeats(text: str, other: str) -> bool:
    long, short = (text, other) if len(text) >= len(other) else (other, text)
    return words_in(short) >= 4 and long != short and (long.endswith(short) or long.startswith(short))


def _twice(draft: Draft) -> Iterator[int]:
    seen: set[str] = set()
    for number in draft.held:
        text = draft.text(number)
        if words_in(text) < 8:
            continue
        if text in seen:
            yield number
        seen.add(text)


CARDS: tuple[Rule, ...] = (
    Rule(
        name="teaser card",
        meaning="A headline with its own teaser repeated, beside an author or a relative time: another story's card.",
        apply=_cards,
    ),
    Rule(name=REPEATED, meaning="A block of eight words or more that already stood on the page.", apply=_twice),
)
