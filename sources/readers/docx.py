"""Word documents (DOCX): one article each, or an export of a news database."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from sources.errors import NoArticle, NotText
from sources.page import Page, Reader, Refused
from sources.readers.document import Document
from sources.readers.docx_paragraphs import paragraphs_in, styles_of
from sources.readers.exports import pages_of
from sources.readers.html_blocks import tidy
from sources.readers.zipped import Parts, elements, properties

NAME = "Word document"

LIMIT = 100_000_000
"""Most bytes of one document: pictures are in it, and exports hold hundreds of articles."""

_NOT_WORD = (
    ("xl/", "a spreadsheet; save it as CSV, and add that"),
    ("ppt/", "a presentation; save the article's text as .txt, and add that"),
)


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
    with Parts(content) as parts:
        main = _main_part(parts)
        place = dirname(main)
        styles = styles_of(parts.read(join(place, "styles.xml")))
        refers: list[tuple[int, str]] = []
        paragraphs = tuple(paragraphs_in(parts.read(main), styles, refers=refers))
        notes = {
            f"{kind} {number}": words
            for kind in ("footnote", "endnote")
            for number, words in _notes(parts.read(join(place, f"{kind}s.xml")), kind)
        }
        said = properties(parts.read("docProps/core.xml"), "title", "creator")
    return Document(
        paragraphs=paragraphs,
        footnotes=tuple((number, notes[mark]) for number, mark in refers if notes.get(mark)),
        title=said.get("title"),
        author=said.get("creator"),
    )


def _main_part(parts: Parts) -> str:
    """Return the name of the part that holds the text."""
    content = parts.read("_rels/.rels")
    for _, _, values in elements(content, tags=frozenset({"Relationship"})) if content else ():
        if values.get("Type", "").endswith("/officeDocument"):
            target = normpath(values.get("Target", "").lstrip("/"))
            if target in parts and target.startswith("word"):
                return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    for folder, kind in _NOT_WORD:
        if any(name.startswith(folder) for name in parts):
            raise NotText(f"is not a text: it looks like {kind}")
    raise NoArticle("is an archive without a Word document in it; unpack it and add what is inside")


def _notes(content: bytes, kind: str) -> Iterator[tuple[str, str]]:
    """Yield (id, words) of the footnotes or endnotes of a part."""
    number, words = "", list[str]()
    tags = frozenset({kind})
    for event, name, values in elements(content, tags=tags, spoken=frozenset({"t"})) if content else ():
        if event == "text":
            words.append(name)
        elif event == "start":
            number, words = values.get("id", ""), []
        else:
            yield number, tidy("".join(words))


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
