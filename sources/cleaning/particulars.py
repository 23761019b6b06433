"""What a page says of itself: headline, outlet, byline, date and section, each with where it was found."""

import re
from dataclasses import dataclass
from datetime import datetime

from sources.cleaning.blurbs import blurb_outlet
from sources.cleaning.body import OUTSIDE_NAME
from sources.cleaning.dates import is_date_line, is_update, read_date
from sources.cleaning.draft import Draft
from sources.cleaning.headings import like_headline
from sources.cleaning.headline import headline_block
from sources.cleaning.imprint import (
    BREADCRUMB,
    BYLINE,
    DATE_LINE,
    OUTLET_LINE,
    byline_of,
    is_signed,
    lone_outlet,
    source_line,
)
from sources.cleaning.phrases import folded
from sources.cleaning.prose import words_in

ABOVE = 12
"""How many blocks above the body's first may tell who published it and when."""

MASTHEAD = 3
"""How many blocks at the page's top may be its masthead."""

CARDS = 3
"""So many different days printed above the body are those of other stories."""

INSIDE = 6
"""How many blocks from the body's first on may stand around its imprint: a standfirst was taken for the start."""

BELOW = 6
"""How many blocks below its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One value and where it stood."""

    value: str
    where: str
    block: int | None = None
    """Number of the block it was read from."""


def headline(draft: Draft) -> Found | None:
    """Return the headline; None when the page does not print one, or the body was cut out beforehand."""
    block = None if draft.settled or not draft.held else headline_block(draft)
    return None if block is None else Found(value=draft.text(block), where="line above the body", block=block)


def decks(draft: Draft, title: int) -> tuple[int, ...]:
    """Return the lines between headline and body that belong to the body as headings: those right above it."""
    if not draft.held or draft.held[0] <= title:
        return ()
    result = []
    for number in range(draft.held[0] - 1, title, -1):
        if draft.cut.get(number) != OUTSIDE_NAME or not like_headline(draft.text(number)):
            break
        result.append(number)
    return tuple(result)


def title_again(draft: Draft, title: str) -> tuple[int, ...]:
    """Return the held blocks at the top that only repeat the headline."""
    plain = folded(title)
    return tuple(number for number in draft.held[:3] if folded(draft.text(number)) == plain)


def byline(draft: Draft, start: int, end: int) -> Found | None:
    """Return the byline nearest to the body [start, end); None when none is printed. A name alone comes last."""
    near = _near(draft, start, end)
    for number in sorted(near, key=lambda number: not is_signed(draft.text(number))):
        if draft.cut.get(number) == BYLINE:
            names = byline_of(draft, number)
            if names:
                return Found(value=names, where=_line(draft, number), block=number)
    return None


def outlet(draft: Draft, start: int, end: int) -> Found | None:
    """Return the outlet by a source line, a line that is a known name, or its blurb; None when unsaid."""
    near = _near(draft, start, end)
    for number in (*near, *range(min(MASTHEAD, start))):
        if draft.cut.get(number) != OUTLET_LINE:
            continue
        named = source_line(draft, number)
        if named is not None:
            return Found(value=named[0], where=_line(draft, number), block=number)
        known = lone_outlet(draft, number)
        if known is not None and known.kind != "agency":  # an agency's name alone is a credit
            return Found(value=known.name, where=_line(draft, number), block=number)
    for number in near:
        if draft.cut.get(number) == "outlet blurb" and (known := blurb_outlet(draft, draft.text(number))):
            return Found(value=known.name, where="the outlet's words about itself below the body", block=number)
    return None


def published(draft: Draft, start: int, end: int) -> tuple[datetime, str] | None:
    """Return the date printed near the body and where, a line that tells of an update only when there is no other.

    A day without time or zone is that day at 00:00 UTC and `where` says so.
    """
    lines = [
        number
        for number in (
            *range(start - 1, max(-1, start - ABOVE - 1), -1),
            *range(start, min(end, start + INSIDE)),
            *range(end, min(len(draft.blocks), end + 2)),
        )
        if draft.cut.get(number) == DATE_LINE
        or (draft.cut.get(number) == BYLINE and not is_date_line(draft.text(number)))
    ]
    read_lines = [(number, read_date(draft.text(number))) for number in lines]
    if len({read[0].date() for _, read in read_lines if read}) >= CARDS:
        return None  # the dates of a list of stories
    for number in sorted(lines, key=lambda number: is_update(draft.text(number))):
        text = draft.text(number)
        labelled = re.search(r"\b(?:first )?(?:published|posted)\b(?!.*\bupdated\b)", text, re.IGNORECASE)
        read = (read_date(text[labelled.start() :]) if labelled else None) or read_date(text)
        if read is not None:
            moment, day_only = read
            note = " (the day only: no time zone is given)" if day_only else ""
            return moment, _line(draft, number) + note
    return None


def section(draft: Draft, start: int) -> Found | None:
    """Return the section that a breadcrumb above the body names after "Home"; None without one."""
    for number in range(start - 1, max(-1, start - ABOVE - 1), -1):
        if draft.cut.get(number) == BREADCRUMB:
            parts = [part.strip() for part in _split(draft.text(number)) if part.strip()]
            if len(parts) > 1 and words_in(parts[1]) <= 3:
                return Found(value=parts[1], where=_line(draft, number), block=number)
    return None


def _split(text: str) -> list[str]:
    for mark in ">›»/|→":
        text = text.replace(mark, "\n")
    return text.split("\n")


def _near(draft: Draft, start: int, end: int) -> list[int]:
    above = range(start - 1, max(-1, start - ABOVE - 1), -1)
    below = range(end, min(len(draft.blocks), end + BELOW))
    return [*above, *below, *range(start, end)]


def _line(draft: Draft, number: int) -> str:
    text = draft.text(number)
    return f"line '{text if len(text) <= 80 else text[:79] + '…'}'"
