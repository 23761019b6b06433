"""One article of a LexisNexis export: what stands above its body, the body, and the fields below."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sources.outlets import load_outlets
from sources.page import Block, BlockKind, Cut, Page, Refused
from sources.readers.databases.database_fields import (
    CAPTIONS,
    NOTES,
    byline_of,
    dated,
    length_note,
    like_date,
    outlet_of,
    section_of,
    without_body,
)
from sources.readers.databases.nexis_fields import HEAD, SECTIONS, TAIL, label_of
from sources.readers.office.document import Paragraph

NAME = "Nexis export"
FIELDS = "database fields (Nexis)"

_RULES = {"captions": CAPTIONS, "notes": NOTES}
_COPYRIGHT = re.compile(
    r"copyright,? (?:©|\(c\))? ?(?:19|20)\d\d|copyright ?©|©|\(c\) ?(?:19|20)\d\d|all rights reserved", re.IGNORECASE
)
_ERROR = re.compile(r"we are sorry but there is an error in this document", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:link to (?:image|pdf|the original|original)|pdf[- ](?:of|datei|file)|view (?:the )?(?:pdf|original)|"
    r"similar (?:documents|articles)|return to list|link zum pdf)\b.{0,60}",
    re.IGNORECASE,
)
_EDITION = re.compile(r"\b(?:edition|final|ed\.|ausgabe|édition)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Parts:
    """An article taken apart."""

    above: list[Paragraph] = field(default_factory=list)
    """Lines without a label before the first field: headline, publication, date, copyright."""

    fields: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What a field holds -> its lines."""

    body: list[Paragraph] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    headed: bool = False
    """True when the form has a heading "Body" (then the headline stands first, else below the date)."""


def page_of(paragraphs: Sequence[Paragraph], *, origin: str, notes: tuple[str, ...] = ()) -> Page | Refused:
    """Return the page of one article, a refusal when the export gives no text for it."""
    paragraphs = [each for each in paragraphs if each.text]
    parts = _parted(paragraphs)
    title, publication, day = _above(parts)
    title = " ".join(parts.fields["headline"]) or title
    if not parts.body or _ERROR.search(parts.body[0].text):
        return without_body(origin, paragraphs[0].text if paragraphs else None)
    found: list[tuple[str, str]] = [("title", "headline of the export")] if title else []
    outlet = outlet_of(publication) if publication else None
    if outlet:
        found.append(("outlet", f"publication line '{publication}'"))
    date = dated(day, form="date line")
    found += date.found
    byline = byline_of(" ".join(parts.fields["byline"]))
    section = section_of(" ".join(parts.fields["section"]))
    found += [
        (name, f"field '{name.capitalize()}'") for name, value in (("byline", byline), ("section", section)) if value
    ]
    short = length_note(" ".join(parts.fields["length"]), [each.text for each in parts.body])
    return Page(
        blocks=tuple(Block(text=each.text, kind=_kind(each), gap_before=True) for each in parts.body),
        reader=NAME,
        origin=origin,
        settled=True,
        title=title,
        outlet=outlet,
        published=date.moment,
        byline=byline,
        section=section,
        found=tuple(found),
        summary=tuple(parts.fields["summary"]),
        removed=tuple(parts.cuts),
        notes=(*notes, *date.notes, *([short] if short else [])),
    )


def _kind(paragraph: Paragraph) -> BlockKind:
    return (
        "heading" if paragraph.style in ("heading", "title") else "item" if paragraph.style == "item" else "paragraph"
    )


def _parted(paragraphs: Sequence[Paragraph]) -> _Parts:
    """Return the parts of an article, nothing of it lost."""
    parts = _Parts()
    body = next((number for number, each in enumerate(paragraphs) if each.text == "Body"), None)
    parts.headed = body is not None
    start = body if body is not None else _end_of_head(paragraphs)
    current = ""
    for number, each in enumerate(paragraphs[:start]):
        label = label_of(each.text)
        if label is not None and label[0] in HEAD and (number or not parts.headed):
            current = HEAD[label[0]]
            parts.fields[current] += [label[1]] if label[1] else []
        elif not current or _COPYRIGHT.match(each.text):
            parts.above.append(each)
            continue
        elif current == "summary":
            parts.fields[current].append(each.text)
        if current != "summary":
            parts.cuts.append(Cut(text=each.text, rule=FIELDS, before=0))
    rest = paragraphs[start + parts.headed :]
    weight = paragraphs[start].bold if body is not None else None
    end, zones = _zones(rest, weight)
    parts.body = [each for each in rest[:end] if not _LINKS.fullmatch(each.text)]
    links = (each.text for each in rest[:end] if _LINKS.fullmatch(each.text))
    parts.cuts += [Cut(text=text, rule=FIELDS) for text in links]
    for each, zone in zip(rest[end:], zones[end:], strict=True):
        if zone == "summary" and each.text.casefold() not in SECTIONS:
            parts.fields["summary"].append(each.text)
        else:
            parts.cuts.append(Cut(text=each.text, rule=_RULES.get(zone, FIELDS), before=len(parts.body)))
    return parts


def _end_of_head(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the body starts in a form without a heading for it: after the last field above it."""
    end = 0
    for number, each in enumerate(paragraphs):
        label = label_of(each.text)
        if label is not None and label[0] in HEAD:
            end = number + 1
            continue
        below = label is not None and label[0] in TAIL
        credit = number == end and len(each.text.split()) <= _SHORT
        if below or number > _ABOVE or (end and not credit):
            break
    if end:
        return end
    dates = (number for number, each in enumerate(paragraphs[:_ABOVE]) if like_date(each.text))
    return min(next(dates, 0) + 2, len(paragraphs))


_ABOVE = 12
"""Lines that may stand above the first field."""

_SHORT = 12
"""Words in a line between two fields, such as a credit."""


def _zones(rest: Sequence[Paragraph], weight: bool | None) -> tuple[int, list[str]]:
    """Return where the body ends, and what each paragraph from there on belongs to: captions, notes, summary, other.

    The fields below a body start at the first label after the last paragraph that is prose: "Language: English" inside
    a review of a film is none of them.
    """
    zones: list[str] = []
    zone, headed, end = "", False, None
    for number, each in enumerate(rest):
        label = label_of(each.text)
        section = SECTIONS.get(each.text.casefold().rstrip(" :")) if weight in (None, each.bold) else None
        if section is not None and (weight is not None or each.style == "heading"):
            zone, headed = section, True
        elif label is not None and label[0] in TAIL:
            zone, headed = TAIL[label[0]], False
        elif not zone or not _belongs(each, zone, headed=headed):
            zone, end = "", None
            zones.append("")
            continue
        end = number if end is None else end
        zones.append(zone)
    return (len(rest) if end is None else end), zones


def _belongs(paragraph: Paragraph, zone: str, *, headed: bool) -> bool:
    """Return whether a paragraph without a label goes on with the field or the section above it."""
    text = paragraph.text
    if paragraph.centred or _COPYRIGHT.match(text) or _LINKS.fullmatch(text):
        return True
    return headed or zone == "captions" or (len(text.split()) <= 8 and not text.endswith((".", "?", "!", "”", '"')))


def _above(parts: _Parts) -> tuple[str | None, str | None, str | None]:
    """Return headline, publication line and date line; the lines that are none of them are cut as well."""
    lines = [each for each in parts.above if not _COPYRIGHT.match(each.text)]
    dates = [number for number, each in enumerate(lines[:_ABOVE]) if like_date(each.text)]
    if parts.headed:
        day = dates[-1] if dates else None
        title, publication = _headed(lines, day)
    else:
        day = dates[0] if dates else None
        title, publication = _old(lines, day)
    cut = (each.text for each in parts.above if title is None or each not in title)
    parts.cuts[:0] = [Cut(text=text, rule=FIELDS, before=0) for text in cut]
    return (
        " ".join(each.text for each in title) if title else None,
        publication.text if publication else None,
        lines[day].text if day is not None else None,
    )


def _headed(lines: Sequence[Paragraph], day: int | None) -> tuple[Sequence[Paragraph] | None, Paragraph | None]:
    """Headline, publication, date: the order of the forms with a heading "Body"."""
    above = lines[: len(lines) if day is None else day]
    if len(above) >= 2:
        return above[:1], above[1] if day is None else above[-1]
    if len(above) == 1 and load_outlets().by_name(outlet_of(above[0].text)):
        return None, above[0]
    return above or None, None


def _old(lines: Sequence[Paragraph], day: int | None) -> tuple[Sequence[Paragraph] | None, Paragraph | None]:
    """Publication, date, edition, headline: the order of the forms of before."""
    if day is None:
        return lines[1:2] or None, lines[0] if lines else None
    below = lines[day + 1 :]
    left = [each for each in below if not each.centred]
    title = left or list(below)
    while len(title) > 1 and _EDITION.search(title[0].text) and len(title[0].text.split()) <= 8:
        title = title[1:]
    return title or None, lines[0] if day else None
