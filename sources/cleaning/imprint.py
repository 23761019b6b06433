"""Lines that say who published what, where and when: bylines, time stamps, outlet lines, breadcrumbs, blurbs."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sources.cleaning.dates import is_date_line, without_date
from sources.cleaning.draft import Draft, Rule, line_rule
from sources.cleaning.people import is_name, is_role, paired_names, read_byline
from sources.cleaning.prose import RECENT, is_prose, words_in
from sources.outlets import Outlet, Outlets

BYLINE, DATE_LINE, OUTLET_LINE, BREADCRUMB, BLURB = "byline", "date line", "outlet line", "breadcrumb", "outlet blurb"

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
_MAIL = r"\S+@\S+\.[a-z]{2,24}?"
_BLURB = re.compile(
    r"\b(?:is|are) (?:an?|the|one of the|[\w’']+ (?:leading|largest|premier)) (?:[\w’'&,/-]+ ){0,8}?"
    r"(?:media|news|newspaper|website|web site|news site|publication|magazine|platform|portal|publisher|broadcaster|"
    r"newsletter|news agency|newsroom|outlet|news service|media company|journal|weekly|daily)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\Aabout (?:the |this )?(?-i:[A-Z])", re.IGNORECASE)
_AUTHOR = re.compile(
    r"\A(?P<name>(?:[A-ZÀ-Þ][\w’'.-]*\s){2,4})(?:is|was|covers|writes|reports|has covered)\b(?=.{0,200}\b"
    r"(?:reporter|correspondent|journalist|columnist|writer|editor|contributor|"
    r"covers|covering|writes about|reports on|freelance|"
    r"reporting on)\b)"
)

LONGEST_NOTE = 1000
"""Characters in the longest note on an outlet or an author."""

EDGE = 4
"""How many blocks after the last prose a blurb or an author's note may stand, or before it."""


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
    common = words_in(text) == 1 and "." not in text and not re.search("[a-z][A-Z]", text)
    return known if known is not None and (not common or known.kind == "agency") else None


LONGEST_NAME = 120
"""Characters in the longest line that may be an outlet's name, with or without "Source"."""


@lru_cache(maxsize=RECENT)
def _sourced(text: str) -> str | None:
    """Return the name in a line "Source X" or "Via: X", None in another."""
    match = _SOURCE.match(text) if len(text) <= LONGEST_NAME else None
    return match["name"].strip() if match else None


def blurb_outlet(draft: Draft, text: str) -> Outlet | None:
    """Return the outlet that a blurb ("X is a news site that ...") is about: the longest known name it starts with."""
    plain = re.sub(rf"\A{_MAIL}(?=[A-Z])|\A{_MAIL}\s*", "", text)
    words = plain.split()[:7]
    for size in range(len(words), 0, -1):
        named = " ".join(words[:size])
        known = draft.outlets.by_name(named)
        if known is not None and not _MANY.fullmatch(named):
            return known
    return None


_MANY = re.compile(
    r"(?:the )?(?:times|post|sun|star|journal|mail|herald|tribune|telegraph|independent|standard|observer|press)",
    re.IGNORECASE,
)
"""Names that many papers call themselves by: in a blurb they tell no outlet."""


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
    says = _says(text)
    if says is None:
        return None
    after = draft.text(number + 1) if number + 1 < len(draft.blocks) else ""
    if says.by is not None:
        more = _GOES_ON.fullmatch(after)
        return ", ".join([_without_agency(draft, says.by), *([more["name"]] if more and is_name(more["name"]) else [])])
    if says.name and (_signs(after) or (number < len(draft.blocks) // 2 and text in draft.lines.told_of)):
        return text
    near = range(max(0, number - 1), min(len(draft.blocks), number + 3))
    return says.pair if says.pair and any(is_date_line(draft.text(other)) for other in near) else None


class _Says(NamedTuple):
    """What a line says of authors by its words alone."""

    by: str | None
    """The names of a byline."""

    name: bool
    """Whether it is a name and nothing else."""

    pair: str | None
    """Two names or more and nothing else."""


@lru_cache(maxsize=RECENT)
def _says(text: str) -> _Says | None:
    if len(text) > LONGEST_BYLINE:
        return None
    by, name, pair = read_byline(without_date(text) or text), is_name(text), paired_names(text)
    return _Says(by, name, pair) if by is not None or name or pair else None


LONGEST_BYLINE = 240
"""Characters in the longest line that is looked at for authors."""

_GOES_ON = re.compile(r"(?:and|&) (?P<name>.{3,40})")


def _without_agency(draft: Draft, names: str) -> str:
    """Return "Mary Connolly" of "Mary Connolly Associated Press"."""
    words = names.split(" ")
    for size in range(2, len(words) - 1):
        if draft.outlets.by_name(" ".join(words[size:])) is not None:
            return " ".join(words[:size])
    return names


def _signs(text: str) -> bool:
    return is_role(text) or re.fullmatch(r"@\w{2,20}", text) is not None


def _bylines(draft: Draft) -> Iterator[int]:
    for number in draft.held:
        if byline_of(draft, number) is None or _between_prose(draft, number):
            continue
        yield number
        after = draft.text(number + 1) if number + 1 < len(draft.blocks) else ""
        if _GOES_ON.fullmatch(after) or (is_name(draft.text(number)) and _signs(after)):
            yield number + 1


def _dates(draft: Draft) -> Iterator[int]:
    for number in draft.held:
        text = draft.text(number)
        if len(text) > 120:
            continue
        if is_date_line(text) or (_DAY_ALONE.fullmatch(text) and not _between_prose(draft, number)):
            yield number


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


def _blurbs(draft: Draft) -> Iterator[int]:
    """After the body's last prose: an outlet about itself, or a note on the author."""
    held = draft.held
    signed = {byline_of(draft, number) for number, rule in draft.cut.items() if rule == BYLINE}
    for number in held[max(len(held) // 2, len(held) - EDGE) :]:
        text = draft.text(number)
        if len(text) > LONGEST_NOTE:
            continue
        glued = re.match(_MAIL + r"(?=\s*[A-Z])", text) is not None
        about_outlet = _BLURB.search(text) and (glued or _ABOUT.match(text) or blurb_outlet(draft, text))
        about_author = (
            words_in(text) <= 80 and (match := _AUTHOR.match(text)) and not _named_before(draft, number, match["name"])
        ) or any(text.startswith((f"{name} is a", f"{name} is the")) for name in signed)
        if (about_outlet and words_in(text) <= 80) or about_author:
            yield number


def _named_before(draft: Draft, number: int, name: str) -> bool:
    """Return whether the person's last name stands in the prose above: then the line is about the story."""
    last = name.split()[-1]
    return any(
        last in draft.text(earlier) for earlier in draft.held if earlier < number and is_prose(draft.text(earlier))
    )


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
BLURBS = Rule(name=BLURB, meaning="After the body: an outlet about itself, or a note on the author.", apply=_blurbs)
