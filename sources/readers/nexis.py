"""Exports of LexisNexis (Nexis Uni, Lexis Advance, Nexis UK): many articles in one document, or one each."""

import re
from collections.abc import Iterator, Sequence

from sources.adding.decode import decode
from sources.errors import NoArticle
from sources.page import Page, Reader, Refused
from sources.readers.databases.database_fields import like_date
from sources.readers.databases.nexis_article import NAME, page_of
from sources.readers.databases.nexis_fields import COVER, END, LABELS, NUMBERED, label_of
from sources.readers.markup.blocks import tidy
from sources.readers.office.document import Document, Paragraph

LIMIT = 100_000_000
"""Most bytes of one text export."""

_SEARCH = frozenset({"user name", "date and time", "job number", "client/matter", "search terms", "search type"})
"""Labels of the page with the search: an export, if only of a list."""

_LISTED = re.compile(r"\d{1,4}\. ?\S|Documents? \([\d,]+\)\Z|Page \d+ of \d+\Z")
_PAGE_NUMBER = re.compile(r"Page \d+ of [\d,]+")


def knows(document: Document) -> bool:
    """Return whether a document is such an export: its marks between articles, and its fields."""
    texts = [each.text for each in document.paragraphs if each.text]
    labels = {found[0] for text in texts if (found := label_of(text))}
    marked = any(END.fullmatch(text) or NUMBERED.fullmatch(text) for text in texts)
    headed = "Body" in texts and bool(labels & {"length", "section", "byline"})
    fields = len(labels & LABELS)
    if len(labels & _SEARCH) >= 3:
        return True
    return (marked and (fields >= 2 or "Body" in texts)) or (headed and bool(labels & {"load-date", "language"}))


def pages(document: Document, origin: str) -> Iterator[Page | Refused]:
    """Yield the articles of an export in order; a document in it that has no text is a refusal of its own."""
    found = 0
    for number, paragraphs in enumerate(_split(document.paragraphs), start=1):
        found += 1
        yield page_of(paragraphs, origin=f"{origin}, document {number}", notes=document.notes)
    if not found:
        raise NoArticle("is an export of Nexis without an article in it; export it again with full documents")


def _split(paragraphs: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """Yield the paragraphs of each article, without the page that comes first and the marks between them."""
    kept = [each for each in paragraphs if not _PAGE_NUMBER.fullmatch(each.text)]
    starts = [number + 1 for number, each in enumerate(kept) if NUMBERED.fullmatch(each.text)]
    if starts:
        for start, end in zip(starts, [*(start - 1 for start in starts[1:]), len(kept)], strict=True):
            part = [each for each in kept[start:end] if each.text and not END.fullmatch(each.text)]
            if part:
                yield part
        return
    ends = [number for number, each in enumerate(kept) if END.fullmatch(each.text)]
    if not ends and not any(each.text == "Body" for each in kept):
        return
    if not ends or _says_more(kept[ends[-1] + 1 :]):
        ends.append(len(kept))
    start = 0
    for end in ends:
        part = kept[start:end]
        part = part[_first(part) :] if start == 0 else part
        if any(each.text for each in part):
            yield part
        start = end + 1


def _says_more(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether an article without its end follows the last end: the file was cut short."""
    return any(each.text == "Body" for each in paragraphs)


def _first(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the first article begins: after the page with the search and the list of what was found."""
    body = next((number for number, each in enumerate(paragraphs) if each.text == "Body"), len(paragraphs))
    start = 0
    for number, each in enumerate(paragraphs[:body]):
        label = label_of(each.text)
        if each.style == "row" or _LISTED.match(each.text) or (label is not None and label[0] in COVER):
            start = number + 1
    breaks = [number for number in range(start, body) if paragraphs[number].new_page]
    if breaks:
        return breaks[-1]
    if start:  # what is left of the list: an article begins two lines above its date
        said = [number for number in range(start, body) if paragraphs[number].text]
        days = [place for place, number in enumerate(said) if like_date(paragraphs[number].text)]
        return said[max(0, days[-1] - 2)] if days else start
    return 0


def _detects(start: bytes, name: str) -> bool:
    text = start.decode("utf-8", errors="replace")
    numbered = re.search(
        r"(?m)^[ \t]*(?:[\d,]+ of [\d,]+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+)[ \t\r]*$", text
    )
    ended = re.search(r"(?m)^[ \t]*End of Document[ \t\r]*$", text)
    fields = re.findall(r"(?mi)^[ \t]*(LENGTH|BYLINE|SECTION|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE):", text)
    return bool(numbered or ended) and len({each.casefold() for each in fields}) >= 2


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    yield from pages(Document(paragraphs=tuple(_unwrapped(decode(content, limit=LIMIT).text))), origin)


def _unwrapped(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text export: lines up to an empty one; lines set in the middle stand alone."""
    waiting: list[str] = []
    for line in [*re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text), ""]:
        middle = line.startswith(" " * 10) and bool(line.strip())
        label = label_of(line.strip())
        known = label is not None and label[0] in LABELS
        if waiting and (middle or not line.strip() or known or END.fullmatch(line.strip())):
            yield Paragraph(text=tidy(" ".join(waiting)))
            waiting = []
        if middle:
            yield Paragraph(text=tidy(line), centred=True)
        elif line.strip():
            waiting.append(line)


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT)
