"""`Document`: a text as word processors keep it, in paragraphs with their styles; and the one article that it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sources.cleaning.prose import ends_in_full_stop, words_in
from sources.errors import NoArticle, TooLarge
from sources.page import Block, BlockKind, Cut, Page

FOOTNOTES = "footnotes (document)"
CONTENTS = "table of contents (document)"

MOST = 500_000
"""Paragraphs that one document may have."""

TOP = 10
"""Paragraphs at a document's top in which its headline and its author's name may stand."""

CELL = 200
"""Characters in the longest cell of a table; longer ones are columns of a layout."""

Style = Literal["title", "heading", "item", "row", "contents", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, its words on one line."""

    text: str
    """Tidied: NFC, single spaces, trimmed; "" for an empty paragraph."""

    style: Style = "plain"
    """What the form says it is; row: the cells of a table's row; contents: a line of a table of contents."""

    bold: bool = False
    """True when all of its words are bold."""

    centred: bool = False
    """True when it is set in the middle of the line."""

    new_page: bool = False
    """True when a page or a section starts with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read of one file."""

    paragraphs: tuple[Paragraph, ...]
    """In reading order, the empty ones too."""

    footnotes: tuple[tuple[int, str], ...] = ()
    """(number of the paragraph that refers to it, words) of each footnote and endnote."""

    title: str | None = None
    """The title in the file's own properties; None when it has none."""

    notes: tuple[str, ...] = ()
    """What the person who adds it should know, one line each."""

    author: str | None = None
    """The author in the file's own properties: often whoever saved it last; None when it has none."""


def page_of(document: Document, *, reader: str, origin: str) -> Page:
    """Return the page that a document is when it holds one article; raises NoArticle when it holds no text.

    The title in its properties counts when the text prints it at its top, or begins without any headline; the author
    there counts only when the text prints the name.
    """
    paragraphs = document.paragraphs
    if not any(each.text for each in paragraphs):
        raise NoArticle("holds no text (pictures alone are not read); save the article's text as .txt and add that")
    title, where = _title(document)
    spaced = 3 * sum(not each.text for each in paragraphs) >= len(paragraphs)
    blocks: list[Block] = []
    places: dict[int, int] = {}
    cuts: list[Cut] = []
    gap = False
    for number, each in enumerate(paragraphs):
        places[number] = len(blocks) + 1
        if not each.text:
            gap = bool(blocks)
        elif each.style == "contents":
            cuts.append(Cut(text=each.text, rule=CONTENTS, before=len(blocks)))
        elif each.style != "title" or each.text != title:
            blocks.append(Block(text=each.text, kind=_kind(each), gap_before=gap or (not spaced and bool(blocks))))
            gap = False
    for number, text in document.footnotes:
        cuts.append(Cut(text=text, rule=FOOTNOTES, before=min(places.get(number, len(blocks)), len(blocks))))
    byline = _byline(document)
    found = [("title", where)] if title else []
    return Page(
        blocks=tuple(blocks),
        reader=reader,
        origin=origin,
        title=title,
        byline=byline,
        found=(*found, *([("byline", "document properties, and the text names the same person")] if byline else [])),
        removed=tuple(cuts),
        notes=document.notes,
    )


def style_named(name: str) -> Style | None:
    """Return what a style of this name makes of a paragraph; None when the name does not say.

    Word keeps the English names of its own styles in every language.
    """
    plain = name.casefold().strip()
    if plain == "title":
        return "title"
    if plain.startswith("heading") or plain == "subtitle":
        return "heading"
    if plain.startswith(("list bullet", "list number")) or plain == "list":  # "List Paragraph" is any indented one
        return "item"
    return "contents" if plain.startswith(("toc ", "contents ")) else None


def row_of(cells: list[list[Paragraph]]) -> list[Paragraph]:
    """Return a table's row as one paragraph; the paragraphs of its cells where they hold more than a few words."""
    held = [[each for each in cell if each.text] for cell in cells]
    said = [cell for cell in held if cell]
    if len(said) < 2 or any(len(cell) > 1 or len(cell[0].text) > CELL for cell in said):
        return [each for cell in cells for each in cell]
    return [
        Paragraph(text=" ".join(cell[0].text for cell in said), style="row", bold=all(cell[0].bold for cell in said))
    ]


def refuse_paragraphs(count: int) -> None:
    """Raise TooLarge for more paragraphs than one document may have."""
    if count > MOST:
        raise TooLarge(f"has over {MOST:,} paragraphs; split it, or save its text as .txt, and add that")


def paragraphs_of(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Yield plain lines as paragraphs: those set in by ten spaces or more stand in the middle."""
    for line in lines:
        yield Paragraph(text=" ".join(line.split()), centred=line.startswith(" " * 10), new_page="\f" in line)


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.style in ("title", "heading"):
        return "heading"
    if paragraph.style == "item":
        return "item"
    return "paragraph" if paragraph.style == "row" else "line"


def _title(document: Document) -> tuple[str | None, str]:
    """Return the headline and where it was found: a title's style, else the properties, with good reason."""
    texts = [each for each in document.paragraphs if each.text and each.style != "contents"]
    styled = next((each.text for each in texts[:TOP] if each.style == "title"), None)
    if styled:
        return styled, "title style"
    said = document.title or ""
    if not said or _UNTITLED.search(said):
        return None, ""
    plain = _letters(said)
    printed = any(_letters(each.text) == plain for each in texts[:TOP])
    bare = all(each.style == "plain" for each in texts[:2]) and words_in(texts[0].text) > 15
    if printed or (words_in(said) >= 3 and bare and ends_in_full_stop(texts[0].text)):
        return said, "document properties"
    return None, ""


_UNTITLED = re.compile(
    r"\.(?:docx?|docm|rtf|odt|pdf|html?|txt)\Z|\Amicrosoft word|\A(?:document|untitled|dokument|template)\W*\d*\Z|_",
    re.IGNORECASE,
)
"""Titles that programs give: names of files and of templates."""


def _byline(document: Document) -> str | None:
    """Return the author of the properties where the text itself prints the name, alone or after "By"."""
    name = document.author
    if not name or words_in(name) < 2:
        return None
    texts = [each.text for each in document.paragraphs if each.text]
    signed = re.compile(rf"\W*(?:by\W+)?{re.escape(name)}\b.{{0,60}}", re.IGNORECASE)
    near = (*texts[:TOP], *texts[-3:])
    return name if any(signed.fullmatch(text) for text in near) else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
