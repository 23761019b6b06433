"""`read_input`: from one input to what is in it: who reads it, what is packed is unpacked, what is text is decoded."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sources.compressed import BrokenOff, as_file, form_of, inside, refused_form
from sources.decode import decode, refuse_binary, refuse_size
from sources.errors import EmptyInput, InputError, NoArticle, NotText, TooLarge, Unreadable
from sources.inputs import Input
from sources.page import Page, Read, Reader, Refused
from sources.readers import ALL_READERS

_HEAD = 65_536
"""Bytes that a reader is chosen by."""

_DEEPEST = 2
"""How many wrappings may lie around a page: an archive in an archive, or a packed file in one."""

FETCHED_FROM = "the address it was fetched from"


def read_input(each: Input, *, columns: Mapping[str, str] | None = None, depth: int = 0) -> Iterator[Read]:
    """Yield what one input holds; what cannot be read is a refusal with its reason. Raises nothing.

    `columns` names columns of tables by field (see `Reader.with_columns`).
    """
    found = 0
    try:
        for read in _read(each, columns or {}, depth):
            found += 1
            yield _addressed(read, each) if isinstance(read, Page) else read
    except InputError as error:
        yield Refused(origin=each.origin, error=error)
    except Exception as error:  # whatever one page breaks in a parser, the others are still added
        yield Refused(origin=each.origin, error=broken(error))


def broken(error: Exception) -> InputError:
    """Return the refusal of an input that broke a parser, or that the file system does not give."""
    if isinstance(error, FileNotFoundError):
        return Unreadable("was there when the work began and is gone now; check the name and add it again")
    if isinstance(error, OSError):
        return Unreadable(f"cannot be read ({error.strerror or error}); copy it to another place and add that")
    return NotText(
        f"cannot be read as an article ({type(error).__name__}: {error}); save its text as .txt and add that"
    )


def _read(each: Input, columns: Mapping[str, str], depth: int) -> Iterator[Read]:
    if each.size == 0:
        refuse_size(0)
    head = _head(each)
    name = each.name or each.origin
    reader = next((one for one in ALL_READERS if (one.binary or one.from_file) and one.detects(head, name)), None)
    if reader is None:
        form = form_of(head)
        if form is not None:
            if depth >= _DEEPEST:
                raise refused_form(form)
            for inner in inside(each, form):
                if isinstance(inner, Refused):
                    yield inner
                else:
                    yield from read_input(inner, columns=columns, depth=depth + 1)
            return
        refuse_binary(head)
        reader = reader_of(head, name)
    found = 0
    for read in _pages(each, reader, columns):
        found += 1
        yield read
    if not found:
        raise NoArticle(f"read as {reader.name}, holds no article; add one with the article's text")


def _pages(each: Input, reader: Reader, columns: Mapping[str, str]) -> Iterator[Read]:
    """Yield what a reader finds, given the input in the form that it wants."""
    if reader.from_file is not None:
        with as_file(each) as file:
            yield from _from_file(_named(reader, columns), file, each.origin)
        return
    content, cut = _content(each, reader)
    note = None
    if not reader.binary:
        decoded = decode(content, limit=max(one.limit for one in ALL_READERS), charset=each.charset)
        content, note = decoded.text.encode("utf-8", errors="replace"), decoded.note
        reader = reader_of(content[:_HEAD], each.name or each.origin)  # UTF-16 and its like are legible now
        refuse_size(len(content), limit=reader.limit)
    reader = _named(reader, columns)
    if reader.from_file is not None:
        with tempfile.TemporaryDirectory(prefix="parallax-") as folder:
            file = Path(folder) / "input"
            file.write_bytes(content)
            yield from _from_file(reader, file, each.origin)
        return
    for read in reader.read(content, each.origin):
        yield replace(read, notes=(note, *read.notes)) if note and isinstance(read, Page) else read
    if cut is not None:
        yield Refused(origin=each.origin, error=cut)


def _from_file(reader: Reader, file: Path, origin: str) -> Iterator[Read]:
    if reader.from_file is not None:
        yield from reader.from_file(file, origin)


def _named(reader: Reader, columns: Mapping[str, str]) -> Reader:
    return reader.with_columns(columns) if columns and reader.with_columns is not None else reader


def _head(each: Input) -> bytes:
    try:
        head = each.read(_HEAD)
    except BrokenOff as error:
        if not error.content:
            raise
        head = error.content
    if not head:
        raise EmptyInput("is empty; add a page with text")
    return head


def _content(each: Input, reader: Reader) -> tuple[bytes, InputError | None]:
    """Return the whole content, and why it is not whole where it is a table that breaks off.

    A big input is refused by its size, before it is read.
    """
    if each.size is not None:
        refuse_size(each.size, limit=reader.limit)
    cut = None
    try:
        content = each.read(reader.limit + 1)
    except BrokenOff as error:
        content = _whole_rows(error.content)
        if reader.with_columns is None or not content:
            raise
        cut = Unreadable(f"{error}; the rows before the break were read")
    if each.size is None and len(content) > reader.limit:
        raise TooLarge(
            f"unpacks to more than the limit of {reader.limit / 1e6:,.0f} MB for one input; unpack it and split it"
        )
    refuse_size(len(content), limit=reader.limit)
    return content, cut


def _whole_rows(content: bytes) -> bytes:
    """Return a table without the row in which it breaks off: up to a line break that is not inside quotation marks."""
    end, open_marks = len(content), content.count(b'"')
    for _ in range(1000):
        start = content.rfind(b"\n", 0, end)
        if start < 0:
            break
        open_marks -= content.count(b'"', start, end)
        end = start
        if open_marks % 2 == 0:
            return content[: end + 1]
    return b""


def reader_of(head: bytes, name: str) -> Reader:
    """Return the first reader of text that knows content beginning with `head`; the last when none does."""
    return next((one for one in ALL_READERS if not one.binary and one.detects(head, name)), ALL_READERS[-1])


def _addressed(page: Page, each: Input) -> Page:
    """Return the page with the address it was fetched from, where it does not say its own and is all there is."""
    if page.url or each.address is None or page.origin != each.origin:
        return page
    return replace(page, url=each.address, found=(*page.found, ("url", FETCHED_FROM)))
