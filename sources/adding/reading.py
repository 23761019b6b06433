"""`read_input`: from one input to what is in it: who reads it, what is packed is unpacked, what is text is decoded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sources.adding.archives import is_archive, members_of, packs_files
from sources.adding.compressed import BrokenOff, as_file, form_of, rows_as_file, unpacked
from sources.adding.decode import decode, refuse_binary, refuse_size
from sources.adding.inputs import Input
from sources.errors import EmptyInput, InputError, NoArticle, NotText, TooLarge, Unreadable
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


def is_within_limit(each: Input, *, columns: Mapping[str, str] | None = None) -> bool:
    """Return whether an input is not refused for its size: what its reader says, chosen by its first bytes."""
    if each.size is None or each.size <= min(one.limit for one in ALL_READERS):
        return True
    try:
        head = _head(each)
    except (InputError, OSError):
        return False
    readers, name = _readers(columns or {}), each.name or each.origin
    reader = _of_file(readers, head, name)
    if reader is None and (form_of(head) is not None or is_archive(head)):
        return True
    reader = reader or _of_text(readers, head, name)
    return _wants_file(each, reader) or each.size <= reader.limit


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
    readers = _readers(columns)
    reader = _of_file(readers, head, name)
    if reader is None:
        form = form_of(head)
        if form is not None or is_archive(head):
            if depth >= _DEEPEST:
                raise Unreadable("is packed in an archive in an archive; unpack the outer one and add the folder")
            for inner in members_of(each) if form is None else [unpacked(each, form)]:
                if isinstance(inner, Refused):
                    yield inner
                else:
                    yield from read_input(inner, columns=columns, depth=depth + 1)
            return
        refuse_binary(head)
        reader = _of_text(readers, head, name)
    found = 0
    for read in _from_file(each, reader) if _wants_file(each, reader) else _from_memory(each, reader, readers):
        found += 1
        yield read
    if not found:
        raise NoArticle(f"read as {reader.name}, holds no article; add one with the article's text")


def _readers(columns: Mapping[str, str]) -> list[Reader]:
    return [one.with_columns(columns) if columns and one.with_columns else one for one in ALL_READERS]


def _of_file(readers: Sequence[Reader], head: bytes, name: str) -> Reader | None:
    """Return the first reader that wants bytes or a file and knows content beginning with `head`."""
    if packs_files(head, name):
        return None
    return next((one for one in readers if (one.binary or one.from_file) and one.detects(head, name)), None)


def _of_text(readers: Sequence[Reader], head: bytes, name: str) -> Reader:
    """Return the first reader of text that knows content beginning with `head`; the last when none does."""
    return next((one for one in readers if not one.binary and one.detects(head, name)), readers[-1])


def _wants_file(each: Input, reader: Reader) -> bool:
    """Return whether a reader is given a file: not where a text that is in memory already is small enough to stay."""
    if reader.from_file is None:
        return False
    return reader.binary or each.path is not None or each.size is None or each.size > reader.limit


def _from_file(each: Input, reader: Reader) -> Iterator[Read]:
    if reader.from_file is None:
        return
    if reader.binary or reader.with_columns is None:
        with as_file(each) as file:
            yield from reader.from_file(file, each.origin)
        return
    with rows_as_file(each) as (file, cut):
        yield from reader.from_file(file, each.origin)
        if cut is not None:
            yield Refused(origin=each.origin, error=Unreadable(f"{cut}; the rows before the break were read"))


def _from_memory(each: Input, reader: Reader, readers: Sequence[Reader]) -> Iterator[Read]:
    """Yield what a reader finds, given the content as bytes, or as UTF-8 where it wants text."""
    content = _content(each, reader)
    if reader.binary:
        yield from reader.read(content, each.origin)
        return
    decoded = decode(content, limit=max(one.limit for one in readers), charset=each.charset)
    text = decoded.text.encode("utf-8", errors="replace")
    reader = _of_text(readers, text[:_HEAD], each.name or each.origin)  # UTF-16 and its like are legible now
    refuse_size(len(text), limit=reader.limit)
    for read in reader.read(text, each.origin):
        if isinstance(read, Page) and decoded.note is not None and decoded.note not in read.notes:
            yield replace(read, notes=(decoded.note, *read.notes))
        else:
            yield read


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


def _content(each: Input, reader: Reader) -> bytes:
    """Return the whole content. A big input is refused by its size, before it is read."""
    if each.size is not None:
        refuse_size(each.size, limit=reader.limit)
    content = each.read(reader.limit + 1)
    if each.size is None and len(content) > reader.limit:
        raise TooLarge(
            f"unpacks to more than the limit of {reader.limit / 1e6:,.0f} MB for one input; unpack it and split it"
        )
    refuse_size(len(content), limit=reader.limit)
    return content


def _addressed(page: Page, each: Input) -> Page:
    """Return the page with the address it was fetched from, where it does not say its own and is all there is."""
    if page.url or each.address is None or page.origin != each.origin:
        return page
    return replace(page, url=each.address, found=(*page.found, ("url", FETCHED_FROM)))
