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
    BY_ALONE,
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
from sources.cleaning.publisher import publisher

ABOVE = 12
"""How many blocks above the body's first may tell who published it and when."""

FAR = 24
"""How many where one line alone says "By": lists of contents and rows of buttons may stand below it."""

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
    far = [number for number in range(max(0, start - FAR), max(0, start - ABOVE)) if _opens_byline(draft, number)]
    order = sorted(near, key=lambda number: not is_signed(draft.text(number)))
    for number in (*order, *(far if len(far) == 1 else ())):
        if draft.cut.get(number) == BYLINE:
            names = byline_of(draft, number)
            if names:
                return Found(value=names, where=_line(draft, number), block=number)
    return None


def _opens_byline(draft: Draft, number: int) -> bool:
    text = draft.text(number)
    return draft.cut.get(number) == BYLINE and (is_signed(text) or text.casefold() in BY_ALONE)


def outlet(draft: Draft, start: int, end: int) -> Found | None:
    """Return the outlet by a source line, what the site prints of itself, a known name alone, or a blurb; None unsaid.

    Two known names alone, each on a line at the top, tell no outlet: a house shows its others beside its own.
    """
    near = _near(draft, start, end)
    alone: dict[str, int] = {}
    for number in (*near, *range(min(MASTHEAD, start))):
        if draft.cut.get(number) != OUTLET_LINE:
            continue
        named = source_line(draft, number)
        if named is not None and not alone:
            return Found(value=named[0], where=_line(draft, number), block=number)
        known = lone_outlet(draft, number)
        if known is not None and known.kind != "agency":  # an agency's name alone is a credit
            alone.setdefault(known.name, number)
    own = publisher(draft, start, end)
    if own is not None:
        return Found(value=own[0], where=f"line '{shortened(own[1])}'")
    if len(alone) == 1:
        name, number = next(iter(alone.items()))
        return Found(value=name, where=_line(draft, number), block=number)
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
    country = _country(draft, start, end) if any("IST" in draft.text(number) for number in lines) else None
    read_lines = [(number, read_date(draft.text(number))) for number in lines]
    if len({read[0].date() for _, read in read_lines if read}) >= CARDS:
        return None  # the dates of a list of stories
    for number in sorted(lines, key=lambda number: is_update(draft.text(number))):
        text = draft.text(number)
        labelled = re.search(r"\b(?:first )?(?:published|posted)\b(?!.*\bupdated\b)", text, re.IGNORECASE)
        read = read_date(text[labelled.start() :], country=country) if labelled else None
        read = read or read_date(text, country=country)
        if read is not None:
            moment, day_only = read
            note = " (the day only: no time zone is given)" if day_only else ""
            return moment, _line(draft, number) + note
    return None


def _country(draft: Draft, start: int, end: int) -> str | None:
    """Return where the page's outlet is published; None when the outlet is unknown or not listed."""
    found = outlet(draft, start, end)
    known = draft.outlets.by_name(found.value) if found else None
    return known.country if known else None


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
    return f"line '{shortened(draft.text(number))}'"


def shortened(text: str) -> str:
    """Return the text, its end left out where it has more than 80 characters."""
    return text if len(text) <= 80 else text[:79] + "…"
