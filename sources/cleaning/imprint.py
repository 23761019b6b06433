"""Lines that say who published what, where and when: bylines, time stamps, outlet lines, breadcrumbs, blurbs."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sources.cleaning.beside import HEADED, by_glued, is_affiliation, shared_below, without_outlet
from sources.cleaning.dates import is_date_line, without_date
from sources.cleaning.draft import Draft, Rule, line_rule
from sources.cleaning.mastheads import masthead
from sources.cleaning.people import is_name, is_role, paired_names, placed_name, read_byline, signs_nobody
from sources.cleaning.phrases import phrase_rules
from sources.cleaning.prose import RECENT, is_prose, words_in
from sources.outlets import Outlet, Outlets

BYLINE, DATE_LINE, OUTLET_LINE, BREADCRUMB = "byline", "date line", "outlet line", "breadcrumb"

_SOURCE = re.compile(
    r"\A(?:source|via|publisher|provider|news source|published by)(?:\s*[:|]\s*|\s+)"
    r"(?P<name>[^.:;?!]{2,50}(?:\.\w{2,4}){0,2})\Z",
    re.IGNORECASE,
)
_CRUMB = re.compile(
    r"\A(?:home(?:page)?|news|start(?:seite)?|inicio|accueil)\s*(?:[>›»/|→]+\s*[^>›»/|→]{1,80}){1,6}\Z",
    re.IGNORECASE,
)
_KICKER = re.compile(r"\A[^\W\d][\w&’' -]{1,40}\s*[·•|»›]\Z")
_PREFIX = re.compile(r"\A(?P<name>[\w.&’' ]{2,40}?)\s*(?:--+|[—–]|\s-)\s+(?=\S)")


def source_line(draft: Draft, number: int) -> tuple[str, Outlet | None] | None:
    """Return the name in a line "Source X" and the outlet of that name, None when it is no such line.

    A name that is not listed counts only above the first prose, written with capitals: "Source: company filings"
    under a chart names no outlet.
    """
    name = _sourced(draft.text(number))
    if name is None:
        return None
    known = draft.outlets.by_name(name)
    if known is not None:
        return known.name, known
    capitals = all(
        word[:1].isupper() or word[:1].isdigit() or word in ("of", "the", "and", "&") for word in name.split()
    )
    above = draft.lines.first_prose >= number
    return (name, None) if capitals and above and words_in(name) <= 5 else None


def lone_outlet(draft: Draft, number: int) -> Outlet | None:
    """Return the outlet whose name is the whole line, None when it is none or a common word alone ("Time", "Metro").

    An agency's name is no common word: "Reuters" alone on a line is a credit.
    """
    text = draft.text(number)
    return _called(draft.outlets, text) if len(text) <= LONGEST_NAME else None


@lru_cache(maxsize=RECENT)
def _called(outlets: Outlets, text: str) -> Outlet | None:
    known = outlets.by_name(text) if words_in(text) <= 6 else None
    common = words_in(text) == 1 and "." not in text and not re.search(r"[a-z][A-Z\d]", text)
    return known if known is not None and (not common or known.kind == "agency") else None


LONGEST_NAME = 120
"""Characters in the longest line that may be an outlet's name, with or without "Source"."""


@lru_cache(maxsize=RECENT)
def _sourced(text: str) -> str | None:
    """Return the name in a line "Source X" or "Via: X", None in another."""
    match = _SOURCE.match(text) if len(text) <= LONGEST_NAME else None
    return match["name"].strip() if match else None


def dateline(draft: Draft, text: str) -> tuple[str, Outlet] | None:
    """Return (prefix, outlet) when the text opens with a known outlet's name and a dash: "Investing.com -- ".

    An agency before the dash ("LONDON (Reuters) - ") is a credit that stays in the text, and no outlet of this page.
    """
    match = _PREFIX.match(text)
    known = draft.outlets.by_name(match["name"]) if match else None
    return (match.group(), known) if match and known and known.kind != "agency" else None


def byline_of(draft: Draft, number: int) -> str | None:
    """Return the names in a byline, a date or an agency's name beside them left out; None when the line is none.

    A name alone is one when a role or an @handle stands on the next line, or when a note below the body says who that
    is; two names joined by "and" are one beside a date. The next line may go on: "and Steve Orozco".
    """
    text = draft.text(number)
    after = draft.text(number + 1) if number + 1 < len(draft.blocks) else ""
    if text.casefold() in BY_ALONE:
        return read_byline(f"By {after}")
    says = _says(text)
    glued = by_glued(draft, number)
    if says is None or glued:
        return glued
    if says.by is not None:
        more = _GOES_ON.fullmatch(after)
        return ", ".join([without_outlet(draft, says.by), *([more["name"]] if more and is_name(more["name"]) else [])])
    if says.name and masthead(text):
        return None  # "The Oldmere News" has the form of a name
    if says.name and (_signs(after) or is_affiliation(draft, after) or shared_below(draft, number)):
        return text
    if says.name and number < len(draft.blocks) // 2 and text in draft.lines.told_of:
        return text
    if says.placed and _dated_alone(draft, number, says.placed):
        return says.placed
    near = range(max(0, number - 1), min(len(draft.blocks), number + 3))
    return says.pair if says.pair and any(is_date_line(draft.text(other)) for other in near) else None


BY_ALONE = frozenset(("by", "by:", "written by", "written by:", "words by", "story by", "von", "por", "par"))
"""Lines above the author's name where a page was copied with each link on a line of its own."""


class _Says(NamedTuple):
    """What a line says of authors by its words alone."""

    by: str | None
    """The names of a byline."""

    name: bool
    """Whether it is a name and nothing else."""

    pair: str | None
    """Two names or more and nothing else."""

    placed: str | None
    """The name of one that is followed by a place and nothing else."""


@lru_cache(maxsize=RECENT)
def _says(text: str) -> _Says | None:
    if len(text) > LONGEST_BYLINE:
        return None
    by, name, pair, placed = (
        read_byline(without_date(text) or text),
        is_name(text),
        paired_names(text),
        placed_name(text),
    )
    stamped = _stamped_by(text)
    if by is None and stamped is not None and is_name(stamped):
        by = stamped
    return _Says(by, name, pair, placed) if by is not None or name or pair or placed else None


def _stamped_by(text: str) -> str | None:
    """Return who stands before a labelled date: "Ann Lee" of "Ann Lee | Updated: 3 March 2025", else None."""
    match = _STAMP.match(text) if len(text) <= 160 else None
    return match["who"].strip() if match and is_date_line(text[match.end() :]) else None


_STAMP = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w .&’'-]{1,40}?)\s*[/|·•–—,-]\s*(?=(?:Last |First )?(?:Updated|Published|Posted|Modified)\b)",
    re.IGNORECASE,
)


def is_signed(text: str) -> bool:
    """Return whether a line says by itself who wrote: "By Ann Lee", and not a name alone."""
    says = _says(text)
    return says is not None and says.by is not None


def _dated_alone(draft: Draft, number: int, name: str) -> bool:
    """Return whether a name stands next to a date shortly above the first prose, and no prose speaks of it."""
    if not number < draft.lines.first_prose <= number + 12 or phrase_rules(draft.text(number)):
        return False
    near = [other for other in (number - 1, number + 1) if 0 <= other < len(draft.blocks)]
    if number == 0 or words_in(draft.text(number - 1)) < HEADED:
        return False
    if not any(is_date_line(draft.text(other)) for other in near) or draft.outlets.by_name(name) is not None:
        return False
    return name.split()[-1] not in draft.lines.prose_words


LONGEST_BYLINE = 240
"""Characters in the longest line that is looked at for authors."""

_GOES_ON = re.compile(r"(?:and|&) (?P<name>.{3,40})")


def _signs(text: str) -> bool:
    return is_role(text) or re.fullmatch(r"@\w{2,20}", text) is not None


def _bylines(draft: Draft) -> Iterator[int]:
    signed: set[str] = set()
    for number in draft.held:
        if signs_nobody(draft.text(number)) and not _between_prose(draft, number):
            yield number
            continue
        if draft.text(number) in signed and not _between_prose(draft, number):
            yield number  # the name again, beside a picture or above a note on its bearer
            continue
        if byline_of(draft, number) is None or _between_prose(draft, number):
            continue
        yield number
        text = draft.text(number)
        after = draft.text(number + 1) if number + 1 < len(draft.blocks) else ""
        alone = text.casefold() in BY_ALONE
        if alone or is_signed(text):
            signed.update((byline_of(draft, number) or "").split(", "))
        told = is_name(text) and (_signs(after) or is_affiliation(draft, after))
        if alone or told or _GOES_ON.fullmatch(after):
            yield number + 1


def _dates(draft: Draft) -> Iterator[int]:
    for number in draft.held:
        text = draft.text(number)
        if len(text) > 120:
            continue
        stamped = _stamped_by(text)
        stamp = (stamped is not None and not is_name(stamped)) or _outlet_stamp(draft, text)
        if is_date_line(text) or ((stamp or _DAY_ALONE.fullmatch(text)) and not _between_prose(draft, number)):
            yield number


def _outlet_stamp(draft: Draft, text: str) -> bool:
    """Return whether a line is a listed outlet, a bar and a date: "Reuters / 05:31 PM March 18, 2025"."""
    name, bar, rest = text.partition(" / ") if " / " in text else text.partition(" | ")
    return bool(bar) and draft.outlets.by_name(name) is not None and is_date_line(rest)


_DAY_ALONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December) \d{1,2}|\d{1,2} (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December))"
)
"""A day without a year, as mails and papers print it: no date that can be told, and no line of the body."""


def _outlets(draft: Draft) -> Iterator[int]:
    for number in draft.held:
        if lone_outlet(draft, number) or (source_line(draft, number) and not _between_prose(draft, number)):
            yield number


_DIVIDERS = "·•>›»/|→"


def _is_crumb(text: str) -> bool:
    divided = any(map(text.__contains__, _DIVIDERS))
    return divided and (_CRUMB.match(text) or _KICKER.match(text)) is not None


def _between_prose(draft: Draft, number: int) -> bool:
    """Return whether prose stands right before and right after: the line is then part of a body."""
    held = draft.held
    place = bisect_left(held, number)
    if not 0 < place < len(held) - 1:
        return False
    around = draft.text(held[place - 1]), draft.text(held[place + 1])
    return all(map(is_prose, around)) and any(
        is_prose(draft.text(other)) for other in held[max(0, place - 10) : place - 1]
    )


IMPRINT: tuple[Rule, ...] = (
    line_rule(
        BREADCRUMB,
        "The path of sections above a headline: Home > World > Asia; a section with a divider: Asia |.",
        _is_crumb,
        marks=_DIVIDERS,
    ),
    Rule(name=DATE_LINE, meaning="A date or time stamp on a line of its own.", apply=_dates),
    Rule(
        name=BYLINE,
        meaning="A line that names the author, with role or address; not a heading inside the body.",
        apply=_bylines,
    ),
    Rule(name=OUTLET_LINE, meaning='"Source X", or a known outlet\'s name on a line of its own.', apply=_outlets),
)
