"""One article of a Factiva export, by its field codes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sources.page import Block, Cut, Page, Refused
from sources.readers.databases.database_fields import (
    CAPTIONS,
    NOTES,
    byline_of,
    dated,
    length_note,
    moment_in,
    outlet_of,
    section_of,
    without_body,
)

NAME = "Factiva export"
FIELDS = "database fields (Factiva)"

ABOVE = "SE CLM HD BY CR WC PD ET SN SC ED PG VOL LA CY".split()
"""Codes above the body: section, column, headline, byline, credit, words, day, time, source, its code, edition, page,
volume, language, copyright."""

BODY = ("LP", "TD")
"""Codes of the body: its first paragraphs, and the rest."""

BELOW = "CT RF CX ART CO IN NS RE IPC IPD PUB AN PRO DOC".split()
"""Codes below it: contact, notes, correction, captions, companies, industries, subjects, regions, the publisher's own
codes, publisher, number of the document."""

CODES = frozenset((*ABOVE, *BODY, *BELOW))
_RULES = {"ART": CAPTIONS, "CX": NOTES, "RF": NOTES}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an article."""

    code: str
    """One of `CODES`; "" for a line whose code is not known."""

    blocks: tuple[Block, ...]
    """What it holds; of the body its paragraphs."""


def page_of(fields: Sequence[Field], *, origin: str, notes: tuple[str, ...] = ()) -> Page | Refused:
    """Return the page of one article, a refusal when the export gives no text for it."""
    values = _values(fields)
    body = [block for field in fields if field.code in BODY for block in field.blocks]
    title = values.get("HD")
    if not body:
        return without_body(origin, title)
    found: list[tuple[str, str]] = [("title", "field HD of the export")] if title else []
    printed = values.get("SN")
    outlet = outlet_of(printed) if printed else None
    if outlet:
        found.append(("outlet", f"field SN '{printed}'"))
    day = " ".join(filter(None, (values.get("PD"), values.get("ET"))))
    date = dated(day, form="field PD")
    found += date.found
    byline = byline_of(values.get("BY", ""))
    section = section_of(values.get("SE", ""))
    found += [("byline", "field BY")] if byline else []
    found += [("section", "field SE")] if section else []
    short = length_note(values.get("WC", ""), [block.text for block in body])
    return Page(
        blocks=tuple(body),
        reader=NAME,
        origin=origin,
        settled=True,
        title=title,
        outlet=outlet,
        published=date.moment,
        byline=byline,
        section=section,
        found=tuple(found),
        removed=tuple(_cuts(fields, blocks=len(body))),
        notes=(*notes, *date.notes, *([short] if short else [])),
    )


def _values(fields: Sequence[Field]) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for field in fields:
        values.setdefault(field.code, " ".join(block.text for block in field.blocks))
    return {code: value for code, value in values.items() if value}


def _cuts(fields: Sequence[Field], *, blocks: int) -> list[Cut]:
    """Return everything but headline and body, in order."""
    cuts, before = [], 0
    for field in fields:
        if field.code in BODY:
            before = blocks
        elif field.code != "HD":
            rule = _RULES.get(field.code, FIELDS)
            cuts += [Cut(text=block.text, rule=rule, before=before) for block in field.blocks]
    return cuts


_WORDS = re.compile(
    r"[\d.,' \u00a0]+ ?(?:words?|wörter|wort|mots?|palabras?|palavras?|parole|woorden|ord|слов[оа]?|字|語|단어)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: ?[A-Z]{3,4})?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z0-9]{2,10}")
_COPYRIGHT = re.compile(r"copyright\b|©|\(c\)|all rights reserved", re.IGNORECASE)
_MOST_ABOVE = 20
"""Lines that may stand above the body in a form without codes."""


def uncoded(lines: Sequence[tuple[str, str]]) -> list[Field]:
    """Return the fields of the lines above a body in the form without codes, from (text, code where the form says it).

    The order is fixed: section, headline, byline, credit, words, day, time, source, its code, edition, page, language,
    copyright; of the last ones any may be missing, and stays without a code.
    """
    lines = lines[:_MOST_ABOVE]
    codes = [code for _, code in lines]
    words = next((number for number, (text, _) in enumerate(lines) if _WORDS.fullmatch(text)), None)
    if words is not None:
        codes[words], above, start = "WC", words, words + 1
    else:
        above = start = next((number for number, (text, _) in enumerate(lines) if moment_in(text)), len(lines))
    _name_above(lines, codes, above)
    order = iter(range(start, len(lines)))
    number = next(order, None)
    if number is not None and moment_in(lines[number][0]):
        codes[number], number = "PD", next(order, None)
    if number is not None and _TIME.fullmatch(lines[number][0]):
        codes[number], number = "ET", next(order, None)
    if number is not None and not _COPYRIGHT.search(lines[number][0]):
        codes[number], number = "SN", next(order, None)
    if number is not None and _CODE.fullmatch(lines[number][0]):
        codes[number] = "SC"
    return [
        Field(code, (Block(text=text, kind="paragraph", gap_before=True),))
        for (text, _), code in zip(lines, codes, strict=True)
    ]


def _name_above(lines: Sequence[tuple[str, str]], codes: list[str], words: int) -> None:
    """Name the lines above the number of words or the day: headline, byline, and a section before the headline."""
    if "BY" not in codes:
        by = next((number for number in range(words) if re.match(r"By [A-Z]|BY [A-Z]", lines[number][0])), None)
        if by is not None:
            codes[by] = "BY"
    if "HD" not in codes and words > 0:
        codes[max(0, codes.index("BY") - 1 if "BY" in codes else words - 1)] = "HD"
    head = codes.index("HD") if "HD" in codes else 0
    if head == 1 and not codes[0]:
        codes[0] = "SE"


def ends_head(text: str) -> bool:
    """Return whether a line is the last above the body in the form without codes: the copyright."""
    return _COPYRIGHT.search(text) is not None and len(text) <= 300
