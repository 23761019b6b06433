"""Unpacking what a server packed (gzip, deflate) in small steps, so that a few bytes never become gigabytes."""

import zlib
from collections.abc import Iterable, Iterator

from sources.errors import TooLarge, Unreachable

ACCEPTED = "gzip, deflate"
"""The packings that are asked for: those whose unpacked size can be bounded at every step."""

_STEP = 65_536
"""Most bytes that are unpacked at once."""


def unpack(chunks: Iterable[bytes], *, packing: str | None) -> Iterator[bytes]:
    """Yield the unpacked bytes in pieces of at most 64 KiB. `packing` is a Content-Encoding; None for none.

    Raises Unreachable for a packing that was not asked for, for bytes that are not packed so, and for those that end
    in the middle.
    """
    name = (packing or "").strip().lower()
    if name in {"", "identity"}:
        yield from chunks
    elif name in {"gzip", "x-gzip", "deflate"}:
        yield from _inflated(chunks, name)
    else:
        shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in name[:40])
        raise Unreachable(f"answers packed as '{shown}', which was not asked for; {_SAVE}")


def joined(pieces: Iterable[bytes], *, limit: int) -> bytes:
    """Return all pieces as one. Raises TooLarge as soon as they are more than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooLarge(f"has more than {limit / 1e6:,.1f} MB when unpacked, over the limit for one page; {_SAVE}")
        parts.append(piece)
    return b"".join(parts)


def first(pieces: Iterable[bytes], *, most: int) -> bytes:
    """Return the first `most` bytes of the pieces; no more of them are asked for than that."""
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        parts.append(piece)
        size += len(piece)
        if size >= most:
            break
    return b"".join(parts)[:most]


_SAVE = "save the page in your browser and add the file"


def _inflated(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    machine = None
    members, full = 0, False
    for chunk in chunks:
        waiting = chunk
        while waiting or (machine is not None and full):
            if machine is None:
                if members and (name == "deflate" or not waiting.startswith(b"\x1f")):
                    return  # padding after the end, as some servers send it
                machine = zlib.decompressobj(_window(name, waiting[0]))
            try:
                piece = machine.decompress(waiting, _STEP)
            except zlib.error as error:
                raise Unreachable(f"answers bytes that are not packed as it says ({error}); {_SAVE}") from error
            if piece:
                yield piece
            full = len(piece) == _STEP
            waiting = machine.unconsumed_tail
            if machine.eof:
                waiting, machine, members = machine.unused_data, None, members + 1
    if machine is not None:
        raise Unreachable("breaks off in the middle of its packed answer; try again later")


def _window(name: str, start: int) -> int:
    """Return zlib's name for the form: gzip, deflate with zlib's head, or, as some servers send it, without."""
    if name != "deflate":
        return 16 + zlib.MAX_WBITS
    return zlib.MAX_WBITS if start & 0x0F == 8 else -zlib.MAX_WBITS
