"""Web archives (MHTML): what browsers save as "Webpage, single file". The page inside is read as HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from sources.adding.decode import decode
from sources.errors import NoArticle
from sources.page import Read, Reader
from sources.readers import factiva, html

NAME = "web archive"

LIMIT = 100_000_000
"""Most bytes of one input: the pictures of the page are in it."""

_HEAD = re.compile(
    rb"\A(?=(?:[!-9;-~]+:.*\r?\n|[ \t].*\r?\n)*?MIME-Version:)"
    rb"(?=(?:[!-9;-~]+:.*\r?\n|[ \t].*\r?\n)*?Content-Type:\s*multipart/related)",
    re.IGNORECASE,
)


def _detects(start: bytes, name: str) -> bool:
    return _HEAD.match(start.lstrip()) is not None


def _read(content: bytes, origin: str) -> Iterator[Read]:
    archive = message_from_bytes(content.lstrip())
    part = next((each for each in archive.walk() if each.get_content_type() in _PAGES), None)
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise NoArticle("is a web archive without a page in it; save the page again, as HTML")
    text = _text(payload, part).encode("utf-8", errors="replace")
    if factiva.READER.detects(text[:_HEAD_OF_PAGE], origin):
        yield from factiva.READER.read(text, origin)
        return
    address = _address(archive, part)
    for page in html.pages(text, origin):
        if page.url or not address:
            yield replace(page, reader=NAME)
        else:
            yield replace(page, reader=NAME, url=address, found=(*page.found, ("url", "the archive's own address")))


_HEAD_OF_PAGE = 1_000_000
"""Bytes of the page that are looked at for the marks of an export."""

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _text(payload: bytes, part: Message) -> str:
    """Return the page's text: in the encoding that the archive names for it where that fits, else as any page."""
    try:
        return payload.decode(part.get_content_charset() or "ascii")
    except (LookupError, UnicodeDecodeError):
        return decode(payload, limit=LIMIT).text


def _address(archive: Message, part: Message) -> str | None:
    """Return the page's address as the archive gives it; None when it gives no web address."""
    for said in (archive["Snapshot-Content-Location"], part["Content-Location"]):
        address = str(said or "").strip()
        if re.match(r"https?://\S+\Z", address):
            return address
    return None


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
