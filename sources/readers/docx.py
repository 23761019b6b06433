"""Word documents (DOCX): one article each, or an export of a news database."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sources.errors import NotText
from sources.page import Page, Reader, Refused
from sources.readers.databases.exports import pages_of
from sources.readers.markup.blocks import tidy
from sources.readers.office.document import Document
from sources.readers.office.docx_package import opened
from sources.readers.office.docx_paragraphs import WORD, paragraphs_in, styles_of
from sources.readers.office.zipped import AGAIN, line_of

if TYPE_CHECKING:
    from docx.document import Document as Opened

NAME = "Word document"

LIMIT = 100_000_000
"""Most bytes of one document: pictures are in it, and exports hold hundreds of articles."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old Word document begins, and a new one with a password."""


def _detects(start: bytes, name: str) -> bool:
    """Know a ZIP archive whose first parts are those of an office document, or one that is called so."""
    if start.startswith(_OLE):
        return (
            name.casefold().endswith((".docx", ".docm", ".doc", ".dot"))
            or _locked(start)
            or _named("WordDocument", start)
        )
    if not start.startswith(b"PK\x03\x04"):
        return False
    return b"word/" in start or (
        (b"[Content_Types].xml" in start or b"_rels/.rels" in start or len(start) < 30)
        and name.casefold().endswith((".docx", ".docm", ".dotx"))
    )


def _named(stream: str, content: bytes) -> bool:
    return stream.encode("utf-16-le") in content


def _locked(content: bytes) -> bool:
    return _named("EncryptedPackage", content)


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    if content.startswith(_OLE):
        if _locked(content):
            raise NotText("is locked with a password; save it without one, or save its text as .txt, and add that")
        raise NotText("is a Word document of the old form (.doc); save it as .docx, or its text as .txt, and add that")
    yield from pages_of(document_of(content), reader=NAME, origin=origin)


def document_of(content: bytes) -> Document:
    """Return what a DOCX holds; raises NotText, TooLarge and NoArticle. Macros and embedded objects are never read."""
    from docx.exceptions import PythonDocxError

    try:
        return _document(opened(content))
    except (PythonDocxError, SyntaxError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise NotText(f"is a broken document: its parts cannot be read ({line_of(error)}); {AGAIN}") from error


def _document(made: "Opened") -> Document:
    refers: list[tuple[int, str]] = []
    paragraphs = tuple(paragraphs_in(made.element, styles_of(made.styles.element), refers=refers))
    notes = dict(_notes(made)) if refers else {}
    title, author = _properties(made)
    return Document(
        paragraphs=paragraphs,
        footnotes=tuple((number, notes[mark]) for number, mark in refers if notes.get(mark)),
        title=title,
        author=author,
    )


def _notes(made: "Opened") -> Iterator[tuple[str, str]]:
    """Yield (kind and id, words) of the footnotes and endnotes."""
    from docx.oxml import parse_xml

    for related in made.part.rels.values():
        kind = related.reltype.rpartition("/")[2].removesuffix("s")
        if kind in ("footnote", "endnote"):
            for note in parse_xml(related.target_part.blob):
                words = (each.text or "" for each in note.iter(f"{WORD}t"))
                yield f"{kind} {note.get(f'{WORD}id')}", tidy("".join(words))


def _properties(made: "Opened") -> tuple[str | None, str | None]:
    """Return title and author that the document's properties name."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    if any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in made.part.package.rels.values()):
        return tidy(made.core_properties.title) or None, tidy(made.core_properties.author) or None
    return None, None  # python-docx would make up some


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
