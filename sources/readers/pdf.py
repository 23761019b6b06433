"""PDF documents with a text layer: pages printed from a browser, pages of papers, print-outs of databases."""

import re
from collections.abc import Iterator, Sequence

from sources.cleaning.prose import is_prose, words_in
from sources.errors import NoArticle, NotText
from sources.page import Block, BlockKind, Cut, Page, Reader, Refused
from sources.readers.databases.exports import ALL_EXPORTS, pages_of
from sources.readers.office import document
from sources.readers.pdfs.furniture import RUNNING, Printed, furniture
from sources.readers.pdfs.lines import Layer, layer_of
from sources.readers.pdfs.paragraphs import LARGER, Paragraph, body_size, paragraphs_of

NAME = "PDF"

LIMIT = 50_000_000
"""Most bytes of one file: pictures and fonts are in it."""

FEWEST_LETTERS = 40
"""A text layer with fewer letters on all pages is none."""

_HEADLINE = 1.25
"""How much larger than the body's type a headline is, at least."""

_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]|\\(cid:\\d+\\)|/(?:g|G|C|uni)\\d+")
_UNTITLED = re.compile(
    r"\.(?:docx?|indd|qxd|pdf|html?|txt|pub)\b|\Amicrosoft word|_|\A\W*\Z|"
    r"\A(?:document|untitled|layout|page|print)\W*\d*\Z",
    re.IGNORECASE,
)
"""Titles that programs give: names of files and of templates."""


def _detects(start: bytes, name: str) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-")


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    layer = layer_of(content)
    _refuse_pictures(layer)
    for feet in (False, True):
        out, printed = furniture(layer.lines, pages=layer.pages, feet=feet)
        numbers = [number for number in range(len(layer.lines)) if number not in out]
        paragraphs = paragraphs_of(layer.lines, numbers=numbers)
        export = _as_document(paragraphs)
        if any(each.knows(export) for each in ALL_EXPORTS):
            yield from pages_of(export, reader=NAME, origin=origin)
            return
    size = body_size([layer.lines[number] for number in numbers])
    title, where = _title(paragraphs, printed, layer.title, size=size)
    held = [each for each in paragraphs if each.text and (each.size < LARGER * size or each.text != title)]
    found = [("title", where)] if title else []
    if printed.url:
        found.append(("url", "the address that the browser printed"))
    yield Page(
        blocks=tuple(
            Block(text=each.text, kind=_kind(each, size), gap_before=each.gap_before and place > 0)
            for place, each in enumerate(held)
        ),
        reader=NAME,
        origin=origin,
        title=title,
        url=printed.url,
        found=tuple(found),
        removed=tuple(_cuts(layer, out, held)),
        notes=_notes(layer),
    )


def _refuse_pictures(layer: Layer) -> None:
    """Raise NoArticle for a file without a text layer, NotText for one whose letters are not told."""
    letters = sum(letter.isalnum() for line in layer.lines for letter in line.text)
    if letters < FEWEST_LETTERS:
        raise NoArticle(
            "is a PDF document without a text layer: its pages are pictures, as a scanner makes them; run text "
            "recognition (OCR) over it and add the result, or paste the article's text"
        )
    strange = sum(len(found) for line in layer.lines for found in _STRANGE.findall(line.text))
    if strange * 4 > sum(len(line.text) for line in layer.lines):
        raise NotText(
            "is a PDF document whose fonts do not tell which letters they draw; run text recognition (OCR) over it "
            "and add the result, or paste the article's text"
        )


def _kind(paragraph: Paragraph, size: float) -> BlockKind:
    if paragraph.bullet:
        return "item"
    if paragraph.size >= LARGER * size and words_in(paragraph.text) <= 40:
        return "heading"
    return "paragraph" if paragraph.lines > 1 else "line"


def _title(
    paragraphs: Sequence[Paragraph], printed: Printed, said: str | None, *, size: float
) -> tuple[str | None, str]:
    """Return the headline and where it was found: large type above the text, best where a title says the same."""
    first = next(
        (number for number, each in enumerate(paragraphs) if each.size < LARGER * size and is_prose(each.text)),
        len(paragraphs),
    )
    large = [each for each in paragraphs[:first] if each.size >= LARGER * size and 2 <= words_in(each.text) <= 40]
    named = [(printed.title, "the title that the browser printed"), (said, "the document's own title")]
    known = [(text, where) for text, where in named if text and not _UNTITLED.search(text)]
    for text, where in known:
        for each in large:
            if _letters(each.text) and _letters(each.text) in _letters(text):
                return each.text, f"the largest type above the text, and {where}"
    large = [each for each in large if each.size >= _HEADLINE * size and words_in(each.text) >= 4]
    if large:
        return max(large, key=lambda each: each.size).text, "the largest type above the text"
    for text, where in known:
        bare = _without_site(text)
        if any(_letters(each.text) == _letters(bare) for each in paragraphs[: first + 1]):
            return bare, f"{where}, and a line of the text"
        if where == named[0][1] and words_in(bare) >= 3:
            return bare, where
    return None, ""


def _without_site(title: str) -> str:
    """Return a page's title without the site's name after its last bar or dash."""
    parts = re.split(r"\s+[|–—·»-]\s+", title)
    return title[: title.rindex(parts[-1])].rstrip(" |–—·»-") if len(parts) > 1 and words_in(parts[-1]) <= 4 else title


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _cuts(layer: Layer, out: frozenset[int], held: Sequence[Paragraph]) -> Iterator[Cut]:
    """Yield the heads and feet of the pages, each with the paragraph that it stood before."""
    starts = [each.at for each in held]
    for number in sorted(out):
        before = next((place for place, start in enumerate(starts) if start > number), len(held))
        yield Cut(text=layer.lines[number].text, rule=RUNNING, before=before)


def _notes(layer: Layer) -> tuple[str, ...]:
    notes = []
    if layer.broken:
        notes.append(f"{layer.broken} of its {layer.pages} pages could not be read whole: the file is broken there")
    empty = layer.pages - len({line.page for line in layer.lines})
    if empty > layer.broken:
        hold = "holds" if empty == 1 else "hold"
        notes.append(f"{empty} of its {layer.pages} pages {hold} no text: what is a picture there is not read")
    return tuple(notes)


def _as_document(paragraphs: Sequence[Paragraph]) -> document.Document:
    return document.Document(
        paragraphs=tuple(
            document.Paragraph(text=each.text, style="item" if each.bullet else "plain") for each in paragraphs
        )
    )


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
