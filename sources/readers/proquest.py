"""Print-outs of ProQuest: fields with labels, the text below "Full text", many documents in one file."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sources.errors import NoArticle
from sources.page import Block, Cut, Page, Refused
from sources.readers.databases.database_fields import (
    byline_of,
    dated,
    outlet_of,
    without_body,
)
from sources.readers.office.document import Document, Paragraph

NAME = "ProQuest export"
FIELDS = "database fields (ProQuest)"

_LABELS = frozenset(
    "title|author|authors|publication info|publication title|publication date|publication year|"
    "publication subject|abstract|abstract (summary)|full text|subject|subjects|business indexing term|"
    "location|people|company / organization|company|identifier / keyword|first page|pages|section|"
    "publisher|place of publication|country of publication|issn|e-issn|eissn|source type|source|"
    "language of publication|document type|document feature|proquest document id|document url|copyright|"
    "last updated|database|links|column|number of pages|word count|dateline|image|edition|credit|"
    "classification|volume|issue|isbn|highlights|company name|details|page range".split("|")
)
"""What ProQuest puts before a colon, in lower case; "full text" and "details" also stand alone as headings."""

_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z /()-]{2,30}):\s*(?P<value>.*)")
_NUMBER = re.compile(r"Document \d{1,4} of \d{1,4}", re.IGNORECASE)
_HEADINGS = frozenset({"full text", "abstract", "details", "headnote", "abstract (summary)"})
_FOOT = re.compile(
    r"(?:terms and conditions|contact proquest|database copyright\b.*|.{0,20}proquest llc.*|proquest document link|"
    r"enlarge this image\.?|document url|bibliography|citation style:.*|report information from proquest.*)"
    r"(?: .{0,40})?",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(r"\b(\d{1,2} (?:[A-Z][a-z]{2,8}) (?:19|20)\d\d)\b")


def knows(document: Document) -> bool:
    """Return whether a document is such a print-out: its number at ProQuest, and its fields."""
    labels = {label for each in document.paragraphs if (label := _label_of(each.text)[0])}
    return "proquest document id" in labels and len(labels) >= 5


def pages(document: Document, origin: str) -> Iterator[Page | Refused]:
    """Yield the documents of a print-out in order; one without its text is a refusal of its own."""
    parts = [part for part in _split(document.paragraphs) if any(_label_of(each.text)[0] for each in part)]
    if not parts:
        raise NoArticle("is a print-out of ProQuest without a document in it; export it again with the full text")
    for number, part in enumerate(parts, start=1):
        yield _page(part, f"{origin}, document {number}")


def _split(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs of each document: it begins with "Document 1 of 9", or ends with its database."""
    kept = [each for each in paragraphs if each.text]
    numbered = any(_NUMBER.fullmatch(each.text) for each in kept)
    part: list[Paragraph] = []
    ended = False
    for each in kept:
        label = _label_of(each.text)[0]
        starts = _NUMBER.fullmatch(each.text) is not None if numbered else ended and label != "database"
        if starts and not _FOOT.fullmatch(each.text):
            yield part
            part, ended = [], False
        if not _NUMBER.fullmatch(each.text):
            part.append(each)
        ended = ended or label == "database"
    yield part


def _page(part: Sequence[Paragraph], origin: str) -> Page | Refused:
    above, fields, body, cuts = _parted(part)
    title = fields.get("title") or (above[0] if above else None)
    if not body:
        return without_body(origin, title)
    found: list[tuple[str, str]] = [("title", "headline of the export")] if title else []
    publication = fields.get("publication title") or fields.get("publication info", "")
    outlet = outlet_of(re.split(r"\s*;\s*|\.\s", publication, maxsplit=1)[0]) if publication else None
    if outlet:
        found.append(("outlet", f"publication '{publication[:80]}'"))
    day = fields.get("publication date", "")
    if not day and (printed := _SHORT_DATE.search(fields.get("publication info", ""))):
        day = printed[1]
    date = dated(day, form="field")
    found += date.found
    byline = byline_of(_in_order(fields.get("author") or fields.get("authors") or ""))
    if byline:
        found.append(("byline", "field 'Author'"))
    section = fields.get("section")
    if section:
        found.append(("section", "field 'Section'"))
    return Page(
        blocks=tuple(Block(text=each.text, kind="paragraph", gap_before=True) for each in body),
        reader=NAME,
        origin=origin,
        settled=True,
        title=title,
        outlet=outlet,
        published=date.moment,
        byline=byline,
        section=section,
        found=tuple(found),
        removed=tuple(cuts),
        notes=date.notes,
    )


def _parted(part: Sequence[Paragraph]) -> tuple[list[str], Mapping[str, str], list[Paragraph], list[Cut]]:
    """Return the lines above all fields, the fields, the body, and what is neither."""
    above: list[str] = []
    fields: dict[str, str] = {}
    body: list[Paragraph] = []
    cuts: list[Cut] = []
    label = ""
    for each in part:
        name, value = _label_of(each.text)
        if name:
            label = name
            if name == "full text":
                if value:
                    body.append(Paragraph(text=value))
                continue
            fields.setdefault(name, value)
        elif _FOOT.fullmatch(each.text):
            pass
        elif label == "full text":
            body.append(each)
            continue
        elif not label:
            above.append(each.text)
            if len(above) == 1:
                continue
        elif label in fields and not fields[label]:
            fields[label] = each.text
        if each.text != fields.get("title"):
            cuts.append(Cut(text=each.text, rule=FIELDS, before=len(body)))
    return above, fields, body, cuts


def _label_of(text: str) -> tuple[str, str]:
    """Return the label at a line's start in lower case and what stands behind it; ("", "") when it has none."""
    match = _LABEL.fullmatch(text)
    if match is not None and match["label"].casefold() in _LABELS:
        return match["label"].casefold(), match["value"].strip()
    return (text.casefold(), "") if text.casefold() in _HEADINGS else ("", "")


def _in_order(authors: str) -> str:
    """Return "Ann Lee, Bo Ek" for "Lee, Ann; Ek, Bo": ProQuest puts the last name first."""
    names = []
    for each in authors.rstrip(".").split(";"):
        last, comma, first = (part.strip() for part in each.partition(","))
        names.append(f"{first} {last}" if comma and first else last)
    return ", ".join(name for name in names if name)
