"""ZIP archives: each member is an input of its own. Nothing is ever written under a member's name."""

import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from sources.adding.compressed import RATIO, SMALL, Unpacking, as_file, bomb
from sources.adding.inputs import Input, programs_and_settings, shown
from sources.errors import NoArticle, NotText, TooLarge, Unreadable
from sources.page import Refused

MEMBERS = 20_000
"""Most files that one archive may hold."""

_LONGEST_NAMES = 20_000_000
"""Most bytes of an archive's table of contents."""

_HEADS = (b"PK\x03\x04", b"PK\x05\x06")


def is_archive(head: bytes) -> bool:
    """Return whether content that begins with `head` is a ZIP archive."""
    return head.startswith(_HEADS)


_OFFICE = re.compile(
    r"\[Content_Types\]\.xml|(?:_rels|docProps|word|xl|ppt|visio|customXml|META-INF|Configurations2|Thumbnails|Pictures)/"
    r"|mimetype\Z|(?:content|styles|meta|settings)\.xml\Z",
    re.IGNORECASE,
)
"""Names of the first part of a document that is a ZIP archive itself."""


def packs_files(head: bytes, name: str) -> bool:
    """Return whether content that begins with `head` packs files: not whether it is one document of many parts.

    `name` is the archive's own. An office document that lies in it, not packed again, shows in its first bytes too.
    """
    if not head.startswith(_HEADS[0]) or len(head) < 31 or re.search(r"\.(?:do[ct][xm]?|od[tfs])\Z", name.casefold()):
        return False
    first = head[30 : 30 + int.from_bytes(head[26:28], "little")].decode("utf-8", errors="replace")
    return _OFFICE.match(first) is None


def members_of(each: Input) -> Iterator[Input | Refused]:
    """Yield the members of an archive in order of name, and a refusal for what cannot be read in it.

    Raises TooLarge for one that is made to fill a disk, NotText for a document of another program, Unreadable for one
    that is damaged.
    """
    with as_file(each) as file, _archive(file) as archive:
        yield from _members(archive, each, file.stat().st_size)


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    _refuse_contents(file)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise Unreadable(f"is a ZIP archive that breaks off or is damaged ({error}); fetch or pack it again") from error
    with archive:
        yield archive


def _refuse_contents(file: Path) -> None:
    """Raise TooLarge when the table of contents is of a size that no archive of pages has, before it is read."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - 65_557))
        tail = opened.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        return  # zipfile says what is wrong with it
    members, size = struct.unpack("<HI", tail[at + 10 : at + 16])
    if members > MEMBERS or size > _LONGEST_NAMES:
        raise _too_many(f"{members:,}" if members < 0xFFFF else f"{members:,} or more")


def _too_many(members: str) -> TooLarge:
    return TooLarge(
        f"holds {members} files, over the limit of {MEMBERS:,} for one archive; unpack it and add the folder"
    )


_DOCUMENTS = (
    ("xl/workbook.xml", "a spreadsheet; save it as CSV, and add that"),
    ("xl/workbook.bin", "a spreadsheet; save it as CSV, and add that"),
    ("ppt/presentation.xml", "a presentation; save its text as .txt, and add that"),
    ("META-INF/container.xml", "an EPUB book; save the article's text as .txt, and add that"),
    ("word/document.xml", "a Word document that cannot be read; save its text as .txt, and add that"),
    ("META-INF/MANIFEST.MF", "a program (Java); save the page as HTML or its text as .txt, and add that"),
    ("META-INF/manifest.xml", "an OpenDocument file; save it as .docx, text or CSV, and add that"),
)


def _members(archive: zipfile.ZipFile, each: Input, packed: int) -> Iterator[Input | Refused]:
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > MEMBERS:
        raise _too_many(f"{len(members):,}")
    names = {one.filename for one in members}
    for mark, what in _DOCUMENTS:
        if mark in names:
            raise NotText(f"is not text: it looks like {what}")
    total = sum(one.file_size for one in members)
    if total > max(SMALL * 10, RATIO * packed):
        raise bomb(packed, total)
    read = sorted((one for one in members if not _beside(one.filename, names)), key=lambda one: one.filename)
    if not read:
        raise NoArticle("is a ZIP archive without files; add one that holds pages")
    locked = [one for one in read if one.flag_bits & 1]
    if locked:
        why = f"{len(locked)} of its {len(read)} files need a password; unpack it yourself and add the folder"
        yield Refused(origin=each.origin, error=Unreadable(why))
    for one in read:
        origin = f"{each.origin}: {shown(one.filename)}"
        if one.flag_bits & 1:
            continue
        if why_not := programs_and_settings(one.filename):
            yield Refused(origin=origin, error=why_not)
            continue
        yield Input(
            origin=origin,
            size=one.file_size,
            open=partial(_member, archive, one),
            packed=one.compress_size,
        )


def _beside(name: str, names: set[str]) -> bool:
    """Return whether a member is hidden, or one of the pictures and styles that a browser saves beside a page."""
    parts = name.split("/")
    if any((part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in parts):
        return True
    for at, part in enumerate(parts[:-1]):
        page = "/".join([*parts[:at], part.removesuffix("_files")])
        if part.endswith("_files") and any(page + ending in names for ending in (".html", ".htm", ".xhtml")):
            return True
    return False


def _member(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast(BinaryIO, Unpacking(cast(BinaryIO, archive.open(one)), "a member of a ZIP archive"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unreadable(f"cannot be unpacked ({error}); unpack the archive yourself and add the folder") from error
