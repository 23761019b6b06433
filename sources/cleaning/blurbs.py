"""Notes below (or above) a body: an outlet about itself, or on who wrote the article."""

import re
from collections.abc import Iterator

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.imprint import BYLINE, byline_of
from sources.cleaning.prose import is_prose, words_in
from sources.outlets import Outlet

BLURB = "outlet blurb"

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
    r"covers|covering|writes about|reports on|freelance|Reporter|Correspondent|Journalist|Columnist|Writer|Editor|"
    r"Contributor|reporting on)\b)"
)
_NOTE = re.compile(
    r"(?:M(?:rs?|s)\. |Dr\.? |Prof(?:essor|\.)? )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]*){0,4}) "
    r"(?:is|was|are|has|have|covers|covered|writes|reports|works|worked|lives|joined|teaches|taught|leads|runs|edits|"
    r"can be reached|served|spent|studied|holds|won)\b"
)

LONGEST_NOTE = 1000
"""Characters in the longest note on an outlet or an author."""

EDGE = 4
"""How many blocks after the last prose a blurb or an author's note may stand, or before it."""


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


def _blurbs(draft: Draft) -> Iterator[int]:
    """After the body's last prose: an outlet about itself, or a note on the author."""
    held = draft.held
    bylines = [byline_of(draft, number) for number, rule in draft.cut.items() if rule == BYLINE]
    signed = {name for names in bylines if names for name in names.split(", ")}
    notes: list[int] = []
    for number in dict.fromkeys([*held[:2], *held[max(len(held) // 2, len(held) - EDGE) :]]):
        text = draft.text(number)
        if number in held[:2] and len(held) > 2:
            if words_in(text) <= 40 and _TITLED_NOTE.match(text) and _on_author(draft, number, text, signed):
                notes.append(number)
            continue
        if len(text) > LONGEST_NOTE:
            continue
        glued = re.match(_MAIL + r"(?=\s*[A-Z])", text) is not None
        about_outlet = _BLURB.search(text) and (glued or _ABOUT.match(text) or blurb_outlet(draft, text))
        about_author = (
            words_in(text) <= 80 and (match := _AUTHOR.match(text)) and not _named_before(draft, number, match["name"])
        ) or _on_author(draft.without(notes, rule=BLURB), number, text, signed)
        if (about_outlet and words_in(text) <= 80) or about_author:
            notes.append(number)
    yield from notes


_TITLED_NOTE = re.compile(r"(?:M(?:rs?|s)\.|Dr\.?|Prof(?:essor|\.)?) [\w’'-]+ (?:is|was) an?\b")


def _on_author(draft: Draft, number: int, text: str, signed: set[str]) -> bool:
    """Return whether a line tells of one who signed the page: by full, first or last name, and no prose above does."""
    note = _NOTE.match(text) if words_in(text) <= 80 else None
    if note is None:
        return False
    name = note["name"]
    known = any(name == full or name in (full.split()[0], full.split()[-1]) for full in signed)
    return known and not _named_before(draft, number, name)


def _named_before(draft: Draft, number: int, name: str) -> bool:
    """Return whether the person's last name stands in the prose above: then the line is about the story."""
    last = name.split()[-1]
    return any(
        last in draft.text(earlier) for earlier in draft.held if earlier < number and is_prose(draft.text(earlier))
    )


BLURBS = Rule(name=BLURB, meaning="After the body: an outlet about itself, or a note on the author.", apply=_blurbs)
