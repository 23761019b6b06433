"""Exports of Factiva: the pages it saves as HTML, with field codes or without, and its RTF files."""

import re
from collections.abc import Iterator, Sequence

from lxml import html

from sources.adding.decode import decode
from sources.errors import NoArticle
from sources.page import Block, Page, Reader, Refused
from sources.readers.databases.factiva_article import BODY, CODES, NAME, Field, ends_head, page_of, uncoded
from sources.readers.markup.blocks import blocks_of, parse, tidy
from sources.readers.office.document import Document, Paragraph

LIMIT = 50_000_000
"""Most bytes of one saved page: it may hold some hundreds of articles."""

_ARTICLE = re.compile(r"(?:^|\s)[a-z]{2}Article(?:\s|$)")
_MARK = re.compile(
    rb"""<div[^>]{0,200}\bclass=["']article [a-z]{2}Article["']|<title>\s*(?:Dow Jones )?Factiva\s*</title>"""
)
_NUMBER = re.compile(r"(?:AN )?\w{4,12} [A-Z][A-Z0-9]{1,7}0[a-z0-9]{15,22}")
_NO_ARTICLE = "is a page of Factiva without an article's text; save it there again in the article format"


def _detects(start: bytes, name: str) -> bool:
    return _MARK.search(start) is not None


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    tree = parse(decode(content, limit=LIMIT).text)
    if tree is None:
        raise NoArticle(_NO_ARTICLE)
    found = 0
    for element in tree.iter("div"):
        if _is_article(element) and not any(map(_is_article, element.iterancestors("div"))):
            found += 1
            fields = _coded(element) or _displayed(element)
            yield page_of(fields, origin=f"{origin}, document {found}")
    if not found:
        raise NoArticle(_NO_ARTICLE)


def _is_article(element: html.HtmlElement) -> bool:
    return _ARTICLE.search(element.get("class") or "") is not None


def _coded(element: html.HtmlElement) -> list[Field]:
    """Return the fields of an article in a table with a code in each row; [] when it has none."""
    fields: list[Field] = []
    for row in element.iter("tr"):
        cells = row.findall("td")
        code = tidy("".join(cells[0].itertext())) if len(cells) == 2 else ""
        if code in CODES and (code != "HD" or not any(field.code == "HD" for field in fields)):
            fields.append(Field(code, _paragraphs(cells[1])))
    return fields if any(field.code in BODY or field.code == "HD" for field in fields) else []


def _paragraphs(cell: html.HtmlElement) -> tuple[Block, ...]:
    return tuple(Block(text=each.text, kind=each.kind, gap_before=True) for each in blocks_of(cell))


def _displayed(element: html.HtmlElement) -> list[Field]:
    """Return the fields of an article whose lines have no codes: the classes of its elements name some."""
    above: list[tuple[str, str]] = []
    body: list[Block] = []
    below: list[Block] = []
    for each in element.iter("div", "p", "pre"):
        if each.find(".//div") is not None or each.find(".//p") is not None:
            continue
        for block in blocks_of(each):
            name = each.get("class") or ""
            if "articleParagraph" in name:
                body.append(Block(text=block.text, kind=block.kind, gap_before=True))
            elif body:
                below.append(block)
            else:
                code = "HD" if each.get("id") == "hd" or _holds_headline(each) else "BY" if name == "author" else ""
                above.append((block.text, code))
    return [*uncoded(above), Field("TD", tuple(body)), Field("", tuple(below))]


def _holds_headline(element: html.HtmlElement) -> bool:
    return any((each.get("class") or "").endswith("Headline") for each in element.iter("span"))


# the same as rich text


def knows(document: Document) -> bool:
    """Return whether a document is such an export: numbers of documents end its articles."""
    return any(_NUMBER.fullmatch(each.text) for each in document.paragraphs if len(each.text) <= 60)


def pages(document: Document, origin: str) -> Iterator[Page | Refused]:
    """Yield the articles of an export in order."""
    start = found = 0
    said = [each for each in document.paragraphs if each.text]
    for number, each in enumerate(said):
        if len(each.text) <= 60 and _NUMBER.fullmatch(each.text):
            found += 1
            part = said[start : number + 1]
            fields = _coded_lines(part) or _displayed_lines(part)
            yield page_of(fields, origin=f"{origin}, document {found}", notes=document.notes)
            start = number + 1


def _coded_lines(paragraphs: Sequence[Paragraph]) -> list[Field]:
    """Return the fields of rows that begin with a code; [] when fewer than three do."""
    fields: list[tuple[str, list[Paragraph]]] = []
    for each in paragraphs:
        code, _, rest = each.text.partition(" ")
        if code in CODES and (each.style == "row" or not rest):
            fields.append((code, [Paragraph(text=rest)] if rest else []))
        elif fields:
            fields[-1][1].append(each)
    if len({code for code, _ in fields}) < 3:
        return []
    return [Field(code, _blocks(held)) for code, held in fields]


def _displayed_lines(paragraphs: Sequence[Paragraph]) -> list[Field]:
    """Return the fields of lines without codes: the copyright stands last above the body."""
    last = next((number for number, each in enumerate(paragraphs[:20]) if ends_head(each.text)), -1)
    above = [(each.text, "") for each in paragraphs[: last + 1]]
    head = enumerate(paragraphs[: last + 1])
    bold = next((number for number, each in head if each.bold or each.style == "heading"), None)
    if bold is not None:
        above[bold] = (above[bold][0], "HD")
    return [
        *uncoded(above),
        Field("TD", _blocks(paragraphs[last + 1 : -1])),
        Field("AN", _blocks(paragraphs[-1:])),
    ]


def _blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    return tuple(
        Block(text=each.text, kind="item" if each.style == "item" else "paragraph", gap_before=True)
        for each in paragraphs
        if each.text
    )


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT)
