"""JSON of any size, read value by value: the items of a list, or objects one after the other."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sources.readers.tables.text_file import Text

LONGEST = 20_000_000
"""Most characters of one value, and of one line."""

_PIECE = 1 << 20
_LONGEST_NUMBER = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A value that is none."""

    why: str
    """What is wrong, as the parser says it."""


def parsed(text: str) -> object:
    """Return the value that a text is, or Broken. A number of very many digits is nothing."""
    try:
        return _DECODER.decode(text)
    except ValueError as error:
        return Broken(why=str(error))
    except RecursionError:
        return Broken(why="it is nested too deeply")


def values(text: Text, *, first: str = "") -> Iterator[object]:
    """Yield the items of a list, or the values that follow each other, as they are read; after `first`.

    A value that is broken is given as Broken and is the last.
    """
    stream = _Stream(text, first)
    in_list = stream.after_blanks() == "["
    if in_list:
        stream.position += 1
    while True:
        letter = stream.after_blanks()
        if letter == "," and in_list:
            stream.position += 1
            letter = stream.after_blanks()
        if not letter:
            if in_list:
                yield Broken(why="it ends in the middle of the list")
            return
        if letter == "]" and in_list:
            return
        value = stream.value()
        yield value
        if isinstance(value, Broken):
            return


class _Stream:
    """What was read of a text and is not yet used."""

    def __init__(self, text: Text, first: str) -> None:
        self._text = text
        self._held = first
        self._lines = 0
        self.position = 0

    def after_blanks(self) -> str:
        """Go to the next character that is no blank and return it; "" at the end."""
        while True:
            while self.position < len(self._held):
                letter = self._held[self.position]
                if letter not in " \t\r\n\ufeff":
                    return letter
                self.position += 1
            if not self._more():
                return ""

    def value(self) -> object:
        """Return the value that begins here, reading as much as it needs."""
        whole = False
        while True:
            try:
                value, end = _DECODER.raw_decode(self._held, self.position)
            except RecursionError:
                return Broken(why="it is nested too deeply")
            except ValueError as error:
                if whole or len(self._held) - self.position > LONGEST:
                    return Broken(why=self._placed(error))
                whole = not self._more()
                continue
            if end == len(self._held) and not whole and not isinstance(value, dict | list | str):
                whole = not self._more()  # a number may go on in the next piece
                continue
            self.position = end
            return value

    def _more(self) -> bool:
        piece = self._text.read(max(_PIECE, len(self._held) - self.position))
        self._lines += self._held.count("\n", 0, self.position)
        self._held = self._held[self.position :] + piece
        self.position = 0
        return bool(piece)

    def _placed(self, error: ValueError) -> str:
        if isinstance(error, json.JSONDecodeError):
            return f"{error.msg}: line {self._lines + error.lineno}"
        return str(error)


def _number(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None


_DECODER = json.JSONDecoder(parse_int=_number)
