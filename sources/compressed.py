"""Packed inputs: gzip, bzip2, xz and Zstandard are read through; a ZIP archive is its members, each an input."""

import io
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from sources.errors import InputError, NoArticle, NotText, TooLarge, Unreadable
from sources.inputs import Input, programs_and_settings, shown
from sources.page import Refused

MEMBERS = 20_000
"""Most files that one archive may hold."""

_LONGEST_NAMES = 20_000_000
"""Most bytes of an archive's table of contents."""

_RATIO = 200
"""Text packs to a fifth, a table of zeros to a hundredth: more than this is made to fill a disk."""

_SMALL = 100_000_000
"""Bytes up to which anything may be unpacked, whatever its ratio."""

_PIECE = 65_536

ZIP = "a ZIP archive"


class BrokenOff(Unreadable):
    """Something packed that ends before its end. `content` is what could be read of it."""

    content: bytes = b""


class _Unpacking(io.RawIOBase):
    """A packed stream as its content, whose faults are told in words."""

    def __init__(self, inside: BinaryIO, form: str) -> None:
        self._inside = inside
        self._form = form

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        pieces: list[bytes] = []
        wanted = size if size >= 0 else _SMALL
        try:
            while wanted > 0 and (piece := self._inside.read(min(wanted, _PIECE))):
                pieces.append(piece)
                wanted -= len(piece)
        except (EOFError, OSError, ValueError, ArithmeticError) as error:
            raise self._broken(error, b"".join(pieces)) from error
        except Exception as error:  # zlib.error and lzma.LZMAError have no common root
            raise self._broken(error, b"".join(pieces)) from error
        return b"".join(pieces)

    def _broken(self, error: Exception, content: bytes) -> BrokenOff:
        how = "breaks off" if isinstance(error, EOFError) else f"is damaged ({error})"
        broken = BrokenOff(f"is {self._form} that {how}: a download that was cut short? fetch or pack it again")
        broken.content = content
        return broken

    def close(self) -> None:
        self._inside.close()
        super().close()


def _gzip(packed: BinaryIO) -> BinaryIO:
    import gzip

    return cast(BinaryIO, gzip.GzipFile(fileobj=packed, mode="rb"))


def _bzip2(packed: BinaryIO) -> BinaryIO:
    import bz2

    return cast(BinaryIO, bz2.BZ2File(packed, "rb"))


def _xz(packed: BinaryIO) -> BinaryIO:
    import lzma

    return cast(BinaryIO, lzma.LZMAFile(packed, "rb"))


def _zstandard(packed: BinaryIO) -> BinaryIO:
    import pyarrow

    return cast(BinaryIO, pyarrow.CompressedInputStream(packed, "zstd"))


_STREAMS: Mapping[bytes, tuple[str, str, Callable[[BinaryIO], BinaryIO]]] = {
    b"\x1f\x8b": ("a gzip file", ".gz", _gzip),
    b"BZh": ("a bzip2 file", ".bz2", _bzip2),
    b"\xfd7zXZ\x00": ("an xz file", ".xz", _xz),
    b"\x28\xb5\x2f\xfd": ("a Zstandard file", ".zst", _zstandard),
}
_ZIP_HEADS = (b"PK\x03\x04", b"PK\x05\x06")


def form_of(head: bytes) -> str | None:
    """Return what kind of packed input begins with `head`, in words; None when it is not packed."""
    if head.startswith(_ZIP_HEADS):
        return ZIP
    return next((form for magic, (form, _, _) in _STREAMS.items() if head.startswith(magic)), None)


def inside(each: Input, form: str) -> Iterator[Input | Refused]:
    """Yield what a packed input holds. Raises InputError when it cannot be unpacked."""
    if form == ZIP:
        with as_file(each) as file, _archive(file) as archive:
            yield from _members(archive, each, file.stat().st_size)
        return
    _, ending, unpack = next(kind for kind in _STREAMS.values() if kind[0] == form)
    name = each.name or each.origin
    yield Input(
        origin=each.origin,
        size=None,
        open=partial(_unpacked, each, form, unpack),
        name=name[: -len(ending)] if name.lower().endswith(ending) else name,
        packed=each.size,
        address=each.address,
        charset=each.charset,
    )


def _unpacked(each: Input, form: str, unpack: Callable[[BinaryIO], BinaryIO]) -> BinaryIO:
    return cast(BinaryIO, _Unpacking(unpack(each.open()), form))


@contextmanager
def as_file(each: Input) -> Iterator[Path]:
    """Give a file that holds the input: its own, or a copy that is gone afterwards.

    Raises TooLarge for what unpacks to far more than any text would.
    """
    if each.path is not None:
        yield each.path
        return
    most = max(_SMALL, _RATIO * each.packed) if each.packed is not None else None
    with tempfile.TemporaryDirectory(prefix="parallax-") as folder:
        ending = PurePosixPath(each.name or each.origin).suffix
        file = Path(folder) / f"input{ending if ending.isascii() and len(ending) < 12 else ''}"
        with file.open("wb") as copy, each.open() as opened:
            while piece := opened.read(1 << 20):
                copy.write(piece)
                if most is not None and copy.tell() > most:
                    raise bomb(each.packed or 0, copy.tell())
        yield file


def bomb(packed: int, unpacked: int) -> TooLarge:
    """Return the refusal of an input that unpacks to far more than it is."""
    return TooLarge(
        f"unpacks from {packed / 1e6:,.1f} MB to {unpacked / 1e6:,.0f} MB or more, as no file of articles does; "
        "unpack it yourself if you trust it, and add what is inside"
    )


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
    if total > max(_SMALL * 10, _RATIO * packed):
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
        return cast(BinaryIO, _Unpacking(cast(BinaryIO, archive.open(one)), "a member of a ZIP archive"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unreadable(f"cannot be unpacked ({error}); unpack the archive yourself and add the folder") from error


def refused_form(form: str) -> InputError:
    """Return the refusal of a packed input that lies too deep in others."""
    return Unreadable(f"is {form} inside an archive inside an archive; unpack the outer one and add the folder")
