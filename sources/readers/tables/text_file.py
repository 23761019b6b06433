"""Text files too large to hold: in the encoding that they are in, read piece by piece."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sources.adding.decode import Decoded, decode, refuse_binary, refuse_size
from sources.errors import EmptyInput

HELD = 10_000_000
"""Bytes of a file that is read at once: larger ones are read piece by piece."""

_PIECE = 1 << 20
_ENDS = ("\n", "\r")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Text:
    """A text being read: without control characters, its line ends as they stand."""

    def __init__(self, opened: TextIO, *, note: str | None = None) -> None:
        self._opened = opened
        self._ahead = io.StringIO()
        self.note = note
        """One line for people when the encoding was guessed or something could not be read; None else."""

    def read(self, length: int) -> str:
        """Return at least one character unless the text is at its end, and at most `length`."""
        while piece := self._ahead.read(length) or self._opened.read(length):
            if text := self._legible(piece):
                return text
        return ""

    def unread(self, piece: str) -> None:
        """Take back what was read last."""
        piece += self._ahead.read()
        while piece.endswith("\r") and (more := self._opened.read(1)):  # a line end is not parted
            piece += more
        self._ahead = io.StringIO(piece, newline="")

    def line(self, longest: int) -> str:
        """Return the next line with its line end, without what is beyond `longest` characters; "" at the end."""
        line = self._ahead.readline(longest)
        if len(line) < longest and not line.endswith(_ENDS):
            line += self._opened.readline(longest - len(line))
        if len(line) >= longest and not line.endswith(_ENDS) and not self._ahead.readline().endswith(_ENDS):
            while (more := self._opened.readline(_PIECE)) and not more.endswith(_ENDS):
                pass
        return self._legible(line) or ("\n" if line else "")

    def _legible(self, text: str) -> str:
        if text.rstrip("\r\n").isprintable():  # most lines are, and this is fast
            return text
        if _CONTROLS.search(text):
            text = _CONTROLS.sub("", text)
        return re.sub("[\udc80-\udcff]", _as_western, text) if not text.isascii() and _LOST.search(text) else text


_LOST = re.compile("[\udc80-\udcff]")


def _as_western(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", errors="replace")


def text_of(content: bytes, *, limit: int) -> Text:
    """Return the text of bytes in memory. Raises as `sources.adding.decode.decode` does."""
    found = decode(content, limit=limit)
    return Text(io.StringIO(found.text, newline=""), note=found.note)


@contextmanager
def text_in(path: Path, *, held: int = HELD) -> Iterator[Text]:
    """Open a file of any size as text.

    Its encoding is found as `sources.adding.decode.decode` finds it: from all of it up to `held` bytes, else from a
    look at each byte for UTF-8 and from the stretch that is not UTF-8. Raises EmptyInput and NotText.
    """
    size = path.stat().st_size
    refuse_size(max(size, 0), limit=max(size, 1))
    if size <= held:
        yield text_of(path.read_bytes(), limit=held)
        return
    found = _encoding_of(path)
    mixed = found.how == "guessed" and found.encoding == "utf-8"
    errors = "surrogateescape" if mixed else "replace"
    with path.open(encoding=found.encoding, errors=errors, newline="") as opened:
        if opened.read(1) != "\ufeff":
            opened.seek(0)
        yield Text(opened, note=found.note)


def _encoding_of(path: Path) -> Decoded:
    """Return how the file is to be read; its `text` is only a stretch of it."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    blank, before = True, b""
    with path.open("rb") as opened:
        head = opened.read(_PIECE)
        refuse_binary(head)
        if head.startswith(_MARKS) or head.count(0) * 1000 >= len(head):
            return decode(head[: len(head) // 4 * 4], limit=_PIECE)
        piece = head
        while piece:
            try:
                text = decoder.decode(piece)
            except UnicodeDecodeError as error:
                stretch = (before + piece)[max(0, len(before) + error.start - _PIECE // 2) :][:_PIECE]
                return decode(stretch, limit=2 * _PIECE)
            blank = blank and not text.strip()
            before, piece = piece, opened.read(_PIECE)
    if blank:
        raise EmptyInput("holds nothing but white space; add a page with text")
    return Decoded(text="", encoding="utf-8", how="valid UTF-8")
