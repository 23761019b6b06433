"""Packed inputs: gzip, bzip2, xz and Zstandard are read through, within limits."""

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from sources.adding.inputs import Input
from sources.errors import TooLarge, Unreadable

RATIO = 200
"""Text packs to a fifth, a table of zeros to a hundredth: more than this is made to fill a disk."""

SMALL = 100_000_000
"""Bytes up to which anything may be unpacked, whatever its ratio."""

_PIECE = 65_536


class BrokenOff(Unreadable):
    """Something packed that ends before its end. `content` is what could be read of it."""

    content: bytes = b""


class Unpacking(io.RawIOBase):
    """A packed stream as its content, whose faults are told in words."""

    def __init__(self, inside: BinaryIO, form: str, *, packed: BinaryIO | None = None) -> None:
        self._inside = inside
        self._form = form
        self._packed = packed

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, at most `size`. Raises BrokenOff, with what was read by then."""
        pieces: list[bytes] = []
        wanted = size if size >= 0 else SMALL
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
        cut = isinstance(error, EOFError)
        how = "breaks off, as a download does that was cut short" if cut else f"is damaged ({error})"
        broken = BrokenOff(f"is {self._form} that {how}; fetch or pack it again")
        broken.content = content
        return broken

    def close(self) -> None:
        """Close the packed stream too."""
        self._inside.close()
        if self._packed is not None:
            self._packed.close()
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


def form_of(head: bytes) -> str | None:
    """Return what kind of packed stream begins with `head`, in words; None when it is none."""
    return next((form for magic, (form, _, _) in _STREAMS.items() if head.startswith(magic)), None)


def unpacked(each: Input, form: str) -> Input:
    """Return what a packed stream holds, to be unpacked when it is read."""
    _, ending, unpack = next(kind for kind in _STREAMS.values() if kind[0] == form)
    name = each.name or each.origin
    return Input(
        origin=each.origin,
        size=None,
        open=partial(_unpacked, each, form, unpack),
        name=name[: -len(ending)] if name.lower().endswith(ending) else name,
        packed=each.size,
        address=each.address,
        charset=each.charset,
    )


def _unpacked(each: Input, form: str, unpack: Callable[[BinaryIO], BinaryIO]) -> BinaryIO:
    packed = each.open()
    return cast(BinaryIO, Unpacking(unpack(packed), form, packed=packed))


@contextmanager
def as_file(each: Input) -> Iterator[Path]:
    """Give a file that holds the input: its own, or a copy that is gone afterwards.

    Raises TooLarge for what unpacks to far more than any text would, BrokenOff for what breaks off.
    """
    if each.path is not None:
        yield each.path
        return
    with tempfile.TemporaryDirectory(prefix="parallax-") as folder:
        ending = PurePosixPath(each.name or each.origin).suffix
        file = Path(folder) / f"input{ending if ending.isascii() and len(ending) < 12 else ''}"
        copy(each, file)
        yield file


@contextmanager
def rows_as_file(each: Input) -> Iterator[tuple[Path, BrokenOff | None]]:
    """Give a file that holds a table, as `as_file` does; of one that breaks off its whole rows, and why it does."""
    if each.path is not None:
        yield each.path, None
        return
    with tempfile.TemporaryDirectory(prefix="parallax-") as folder:
        file = Path(folder) / "input"
        try:
            copy(each, file)
        except BrokenOff as error:
            if not keep_whole_rows(file):
                raise
            yield file, error
        else:
            yield file, None


def copy(each: Input, file: Path) -> None:
    """Write the input to a file; what stood before a break is written too. Raises TooLarge and BrokenOff."""
    most = max(SMALL, RATIO * each.packed) if each.packed is not None else None
    with file.open("wb") as target, each.open() as opened:
        try:
            while piece := opened.read(1 << 20):
                target.write(piece)
                if most is not None and target.tell() > most:
                    raise bomb(each.packed or 0, target.tell())
        except BrokenOff as error:
            target.write(error.content)
            raise


def keep_whole_rows(file: Path) -> bool:
    """Cut a table before the row in which it breaks off, at a line break outside quotation marks; say if any is left.

    Where no such line break stands in the last megabyte, nothing is left.
    """
    marks = 0
    with file.open("r+b") as opened:
        while piece := opened.read(1 << 20):
            marks += piece.count(b'"')
        begin = max(0, opened.tell() - (1 << 20))
        opened.seek(begin)
        tail = opened.read()
        end = len(tail)
        while (start := tail.rfind(b"\n", 0, end)) >= 0:
            marks -= tail.count(b'"', start, end)
            end = start
            if marks % 2 == 0:
                opened.truncate(begin + end + 1)
                return True
    return False


def bomb(packed: int, unpacked: int) -> TooLarge:
    """Return the refusal of an input that unpacks to far more than it is."""
    return TooLarge(
        f"unpacks from {packed / 1e6:,.1f} MB to {unpacked / 1e6:,.0f} MB or more, as no file of articles does; "
        "unpack it yourself if you trust it, and add what is inside"
    )
