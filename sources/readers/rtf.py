"""Rich text (RTF): one article each, or an export of a news database."""

from collections.abc import Iterator

from sources.page import Page, Reader, Refused
from sources.readers.databases.exports import pages_of
from sources.readers.office.rtf_paragraphs import document_of

NAME = "rich text"

LIMIT = 50_000_000
"""Most bytes of one file: pictures are in it, and exports hold hundreds of articles."""


def _detects(start: bytes, name: str) -> bool:
    return start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{\\rtf", b"{\\urtf"))


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    yield from pages_of(document_of(content), reader=NAME, origin=origin)


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
