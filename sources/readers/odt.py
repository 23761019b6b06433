"""OpenDocument texts (ODT), as LibreOffice saves them: one article each, or an export of a news database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sources.errors import NoArticle, NotText
from sources.page import Page, Reader, Refused
from sources.readers.databases.exports import pages_of
from sources.readers.markup.blocks import tidy
from sources.readers.office.document import Document, Paragraph, Style, refuse_paragraphs, row_of, style_named
from sources.readers.office.zipped import AGAIN, Parts, elements, properties

NAME = "OpenDocument text"

LIMIT = 100_000_000
"""Most bytes of one document: pictures are in it."""

_KIND = b"mimetypeapplication/vnd.oasis.opendocument.text"
_SILENT = frozenset({"annotation", "tracked-changes", "note-citation", "sequence-decls", "forms", "desc", "title"})
_CHAIN = 20
_SPACES = frozenset({"s", "tab", "line-break"})
_TAGS = frozenset({*_SILENT, *_SPACES, "list-item", "note", "p", "h", "table-row", "table-cell"})


@dataclass(slots=True)
class _Reading:
    """What is gathered on the way through a text."""

    styles: Mapping[str, Style]
    paragraphs: list[Paragraph] = field(default_factory=list)
    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    opened: list[tuple[list[str], Style]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0


def _detects(start: bytes, name: str) -> bool:
    return start.startswith(b"PK\x03\x04") and _KIND in start[:200]


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    yield from pages_of(document_of(content), reader=NAME, origin=origin)


def document_of(content: bytes) -> Document:
    """Return what an ODT holds; raises NotText, TooLarge and NoArticle.

    Left out: comments, deleted words, pictures, embedded objects, headers and footers.
    """
    with Parts(content) as parts:
        if b"encryption-data" in parts.read("META-INF/manifest.xml"):
            raise NotText("is locked with a password; save it without one, or save its text as .txt, and add that")
        text = parts.read("content.xml")
        styles = _styles(parts.read("styles.xml"), text)
        said = properties(parts.read("meta.xml"), "title", "initial-creator")
    if not text:
        raise NoArticle(f"is a document without a text in it; {AGAIN}")
    reading = _Reading(styles=styles)
    _walk(text, reading)
    return Document(
        paragraphs=tuple(reading.paragraphs),
        footnotes=tuple(reading.notes),
        title=said.get("title"),
        author=said.get("initial-creator"),
    )


def _styles(*contents: bytes) -> dict[str, Style]:
    """Return what each style makes of a paragraph, by its name; only those that say something."""
    based: dict[str, str] = {}
    for content in contents:
        for event, _, values in elements(content, tags=frozenset({"style"})) if content else ():
            if event == "start":
                based[values.get("name", "")] = values.get("parent-style-name", "")
    found: dict[str, Style] = {}
    for style in based:
        at = style
        for _ in range(_CHAIN):
            kind = style_named(at.replace("_20_", " "))
            if kind or at not in based:
                break
            at = based[at]
        if kind:
            found[style] = kind
    return found


def _walk(content: bytes, reading: _Reading) -> None:
    """Gather the paragraphs of the text."""
    silent = listed = 0
    notes: list[list[str]] = []
    for event, name, values in elements(content, tags=_TAGS, spoken=None):
        start = event == "start"
        if event == "text":
            if reading.opened and not silent:
                reading.opened[-1][0].append(name)
        elif name in _SILENT:
            silent += 1 if start else -1
        elif silent:
            pass
        elif name == "list-item":
            listed += 1 if start else -1
        elif name == "note":
            if start:
                notes.append([])
            else:
                reading.notes.append((reading.count, " ".join(filter(None, notes.pop()))))
        elif name in ("p", "h"):
            if start:
                style = _style(values.get("style-name", ""), name, reading.styles, listed=listed > 0)
                reading.opened.append(([], style))
                continue
            words, style = reading.opened.pop()
            made = Paragraph(text=tidy("".join(words)), style=style)
            if notes:
                notes[-1].append(made.text)
            else:
                _add(reading, [made])
        elif name == "table-row":
            if start:
                reading.rows.append([])
            else:
                _add(reading, row_of(reading.rows.pop()))
        elif name == "table-cell":
            if start and reading.rows:
                reading.rows[-1].append([])
        elif start and reading.opened:
            reading.opened[-1][0].append(" ")


def _style(said: str, name: str, styles: Mapping[str, Style], *, listed: bool) -> Style:
    style = styles.get(said) or style_named(said.replace("_20_", " "))
    return style or ("heading" if name == "h" else "item" if listed else "plain")


def _add(reading: _Reading, paragraphs: list[Paragraph]) -> None:
    """Put paragraphs into the cell that is open, else into the text."""
    if reading.rows and reading.rows[-1]:
        reading.rows[-1][-1] += paragraphs
        return
    reading.paragraphs += paragraphs
    reading.count = len(reading.paragraphs)
    refuse_paragraphs(reading.count)


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
