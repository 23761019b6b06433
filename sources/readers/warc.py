"""Web archives of crawlers (WARC, ARC, also packed with gzip): each HTML page in them is read as HTML, one by one."""

import gzip
import io
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Protocol

from sources.adding.decode import LIMIT, refuse_size
from sources.errors import InputError, NoArticle, NotText, TooLarge
from sources.page import Read, Reader, Refused
from sources.readers import html

NAME = "WARC"

LONGEST_HEAD = 1_000_000
"""Most bytes of the lines that describe one record: more is no archive, but something that fills the memory."""

_BLOCK = 65_536
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PACKED = b"\x1f\x8b"
_WARC = re.compile(rb"WARC/\d")
_BEGINNING = re.compile(rb"\s*(?:WARC/\d|filedesc://)")
_AS_BROWSERS_DO = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252"}


def _detects(start: bytes, name: str) -> bool:
    if start.startswith(_PACKED):
        try:
            start = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(start, 64)
        except zlib.error:
            return False
    return _BEGINNING.match(start) is not None


class _Headers(Protocol):
    def get_header(self, name: str) -> str | None: ...
    def get_statuscode(self) -> str: ...


class _Bounded(Protocol):
    limit: int
    """Bytes that are left of the record."""

    def read(self, length: int) -> bytes: ...


class _Record(Protocol):
    """What is used here of warcio's record."""

    rec_type: str | None
    rec_headers: _Headers
    http_headers: _Headers | None
    content_type: str | None
    length: int | None
    raw_stream: _Bounded


class _Damaged(Exception):
    """The archive cannot be read on from here; the message says why."""


class _Lines:
    """The unpacked bytes of an archive, as warcio reads them: no head of a record may be longer than `LONGEST_HEAD`."""

    def __init__(self, opened: IO[bytes]) -> None:
        self._opened = opened
        self._left = LONGEST_HEAD

    def read(self, length: int) -> bytes:
        return self._opened.read(length)

    def readline(self, length: int | None = None) -> bytes:
        line = self._opened.readline(self._left if length is None else min(length, self._left))
        self._left -= len(line)
        if self._left <= 0:
            raise _Damaged("the lines that describe a record do not end")
        return line

    def tell(self) -> int:
        return self._opened.tell()

    def start(self) -> bytes:
        """Return the next line that is not empty, which begins a record; b"" at the end."""
        self._left = LONGEST_HEAD
        while (line := self._opened.readline(_BLOCK)) and not line.strip():
            pass
        return line

    def start_again(self) -> bytes:
        """Return the next line that begins a WARC record, after bytes that belong to none; b"" at the end."""
        while (line := self._opened.readline(_BLOCK)) and not _WARC.match(line):
            pass
        return line


@dataclass(slots=True)
class _Count:
    """What was found in an archive."""

    records: int = 0
    pages: int = 0
    damaged: int = 0


def _from_file(path: Path, origin: str) -> Iterator[Read]:
    with path.open("rb") as opened:
        yield from _archive(opened, origin)


def _read(content: bytes, origin: str) -> Iterator[Read]:
    yield from _archive(io.BytesIO(content), origin)


def _archive(opened: IO[bytes], origin: str) -> Iterator[Read]:
    """Yield the HTML pages of an archive; after them one refusal when the archive breaks off or is damaged."""
    packed = opened.read(2) == _PACKED
    opened.seek(0)
    unpacked: Any = gzip.GzipFile(fileobj=opened) if packed else opened
    count = _Count()
    why = ""
    try:
        yield from _records(_Lines(unpacked), origin, count)
    except EOFError:
        why = "it ends in the middle of a record"
    except (_Damaged, OSError, zlib.error) as error:
        why = str(error)
    if count.damaged and not why:
        are, were = ("is", "was") if count.damaged == 1 else ("are", "were")
        why = f"{count.damaged:,} of its records {are} broken and {were} left out"
    if why:
        pages = f"{count.pages} {'page' if count.pages == 1 else 'pages'}"
        advice = f"{pages} in it could be read; copy or fetch the archive again to have the rest"
        yield Refused(origin=origin, error=NotText(f"is a damaged web archive: {why}; {advice}"))
    elif count.pages == 0:
        raise NoArticle(
            f"is a web archive of {count.records:,} {'record' if count.records == 1 else 'records'}, and none is an "
            "HTML page that was answered with status 200; add an archive that holds the pages themselves"
        )


def _records(lines: _Lines, origin: str, count: _Count) -> Iterator[Read]:
    """Yield the page of each record that holds one. Raises _Damaged where the records do not follow each other."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader

    logging.getLogger("warcio.recordloader").setLevel(logging.ERROR)  # else a space in an address is told on the screen
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=True)
    first = lines.start()
    form = "warc" if _WARC.match(first) else None
    while first:
        if form and not _WARC.match(first):
            count.damaged += 1
            first = lines.start_again()
            continue
        try:
            record = loader.parse_record_stream(lines, first, known_format=form)
        except (ArchiveLoadFailed, ValueError, AttributeError, IndexError, TypeError) as error:
            if form is None:
                raise _Damaged("what follows is no record") from error
            count.damaged += 1
            first = lines.start_again()
            continue
        if record.length is None:
            raise _Damaged("a record does not say how long it is")
        count.records += 1
        address = _address(record)
        if address and _is_page(record):
            yield from _page(record, address, f"{origin}, {address}")
            count.pages += 1
        _skip(record)
        first = lines.start()


def _address(record: _Record) -> str | None:
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip()
    return address if re.match(r"https?://\S+\Z", address) and address.isprintable() else None


def _is_page(record: _Record) -> bool:
    """Return whether a record holds an HTML page that the server found, by the type that it or the archive names."""
    if record.rec_type == "resource":
        return _media_type(record.content_type) in _HTML
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return False
    named = _media_type(record.http_headers.get_header("Content-Type"))
    named = named or _media_type(record.rec_headers.get_header("WARC-Identified-Payload-Type"))
    return named in _HTML


def _media_type(header: str | None) -> str:
    return (header or "").split(";", 1)[0].strip().casefold()


def _skip(record: _Record) -> None:
    """Read to the end of the record. Raises EOFError when the archive ends before it does."""
    while record.raw_stream.read(_BLOCK):
        pass
    if record.raw_stream.limit > 0:
        raise EOFError


def _page(record: _Record, address: str, origin: str) -> Iterator[Read]:
    try:
        content = _content(record)
        for page in html.pages(content, origin):
            notes = page.notes
            if cut := record.rec_headers.get_header("WARC-Truncated"):
                notes = (*notes, f"the archive holds only the beginning of the page ({' '.join(cut.split())[:40]})")
            page = replace(page, reader=NAME, notes=notes)
            if not page.url:
                page = replace(page, url=address, found=(*page.found, ("url", "the archive's own address")))
            yield page
    except InputError as error:
        yield Refused(origin=origin, error=error)


def _content(record: _Record) -> bytes:
    """Return the page as the server meant it: chunks joined, unpacked, in UTF-8 where its head names another encoding.

    Raises TooLarge when it is too large, packed or unpacked, and NotText when it is packed in a way that is not known.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    raw = record.raw_stream.read(LIMIT + 1)
    refuse_size(len(raw))
    if record.raw_stream.limit > 0:
        raise EOFError
    headers = record.http_headers
    if headers is None:
        return bytes(raw)
    if (headers.get_header("Transfer-Encoding") or "").strip().casefold() == "chunked":
        raw = ChunkedDataReader(io.BytesIO(raw)).read(LIMIT + 1)
    encodings = (headers.get_header("Content-Encoding") or "").casefold().split(",")
    for encoding in reversed([each.strip() for each in encodings]):
        raw = _unpacked(raw, encoding)
    refuse_size(len(raw))
    return _in_utf8(raw, headers.get_header("Content-Type") or "")


def _unpacked(raw: bytes, encoding: str) -> bytes:
    """Return the bytes unpacked; as they are when they are not packed at all, as many archives keep them."""
    if encoding in {"", "identity"}:
        return raw
    if encoding in {"gzip", "x-gzip", "deflate"}:
        ways = (zlib.MAX_WBITS + 32, -zlib.MAX_WBITS) if encoding == "deflate" else (zlib.MAX_WBITS + 16,)
        for way in ways:
            try:
                unpacked = zlib.decompressobj(way).decompress(raw, LIMIT + 1)
            except zlib.error:
                continue
            if len(unpacked) > LIMIT:
                raise TooLarge(
                    f"has more than {LIMIT / 1e6:,.0f} MB when unpacked, the limit for one page; leave it out"
                )
            return unpacked
    if b"<" in raw[:1024]:
        return raw
    why = f"is packed in a way that cannot be read ('{encoding[:20]}'); save that page in your browser and add the file"
    raise NotText(why)


_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


def _in_utf8(raw: bytes, content_type: str) -> bytes:
    """Return the page in UTF-8 when the server names an encoding and the page is not UTF-8 anyway."""
    named = _CHARSET.search(content_type)
    if named is None or raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw
    encoding = _AS_BROWSERS_DO.get(named[1].casefold(), named[1])
    try:
        if not raw.isascii():
            raw.decode()
            return raw
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(encoding).encode()
    except (LookupError, UnicodeError):
        return raw


READER = Reader(name=NAME, detects=_detects, read=_read, limit=1_000_000_000, binary=True, from_file=_from_file)
