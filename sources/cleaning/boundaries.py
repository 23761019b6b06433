"""Lines that usually open what is no article any more, and those of them that stand within the body all the same."""

import re
from functools import lru_cache

from sources.cleaning.dates import read_date
from sources.cleaning.draft import Draft
from sources.cleaning.prose import is_prose, words_in

BOUNDARIES = frozenset({"comment form", "related stories"})
"""Rules whose lines usually open a part of the page that is no article any more."""

ENTRIES = 3
"""Times of day alone on a line, each with prose below, that make a page a live one: an entry below each."""

NEAR = 3
"""Blocks below a time of day among which an entry's prose begins."""

LINKED = 5
"""Words in the shortest line that is a label and a link in one: "Related: The bridge that was never finished"."""


@lru_cache(maxsize=1024)
def clock_alone(text: str) -> bool:
    """Return whether a stamp tells no more than a time of day, as above each entry of a live page: Posted at 15:42."""
    return read_date(text) is None and re.search(r"\d[/.-]\d", text) is None


_CLOCK = re.compile(
    r"(?:(?:posted|updated|published) )?(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?", re.IGNORECASE
)


def opens_entry(draft: Draft, number: int) -> bool:
    """Return whether a line is a time of day and nothing else, as stands above each entry of a live page."""
    return draft.cut.get(number) == "date line" and _CLOCK.fullmatch(draft.text(number)) is not None


def within(draft: Draft) -> frozenset[int]:
    """Return the labels of links that open nothing: the body goes on below them.

    A label and its link in one line, with prose of the page right below it or below one line more; and whatever
    stands above the last entry of a live page.
    """
    entries = [number for number in draft.cut if opens_entry(draft, number) and _prose_below(draft, number, NEAR)]
    last = max(entries) if len(entries) >= ENTRIES else -1
    return frozenset(
        number
        for number, rule in draft.cut.items()
        if rule == "related stories" and (number < last or _is_link(draft, number))
    )


def _is_link(draft: Draft, number: int) -> bool:
    return words_in(draft.text(number)) >= LINKED and ":" in draft.text(number) and _prose_below(draft, number, 2)


def _prose_below(draft: Draft, number: int, most: int) -> bool:
    below = range(number + 1, min(len(draft.blocks), number + 1 + most))
    return any(other not in draft.cut and is_prose(draft.text(other)) for other in below)
