"""CSV as it comes: rows with quotation marks that are not doubled or never closed, without losing the rows after."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from sources.readers.tables.text_file import Text

LONGEST = 10_000_000
"""Most characters of one cell, and of one line: a million and a half words are no article."""

MOST_AGAIN = 100_000_000
"""Characters that are read again, all in all, after marks that are never closed: a table with more is no CSV."""

_TOO_LONG = f"has a line of more than {LONGEST / 1e6:,.0f} million characters, as no article has; leave the row out"
_CLOSES_FIRST = re.compile(r'[^"]*[^"\s]"(?!["\w])')
NOT_DOUBLED = "its quotation marks are not doubled, as CSV wants them; see whether its text is whole"
NEVER_CLOSED = (
    "it has a quotation mark that is never closed and was read to the end of its line; see whether it is whole"
)
_NEVER_CLOSED_HERE = "has a quotation mark that is never closed; the lines after it were read as rows; close it"


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """One row of a table."""

    cells: list[str]
    """Empty for an empty line, and where `broken`."""

    note: str | None = None
    """What to know about it."""

    broken: str | None = None
    """Why it cannot be read and what to do; None when it can."""


class _Lines:
    """The lines of a text, one by one; remembers those of the row being read, and takes lines back."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._returned: deque[str] = deque()
        self.taken: list[str] = []
        self.ended = False
        """Whether the text ended inside the row."""
        self.cut = False
        """Whether a line of the row was longer than may be."""
        self.returned = 0
        """Characters given back after the row."""
        self.over = False
        """Whether nothing after the row can be read."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.cut:  # the row ends here, whatever marks are open in it
            raise StopIteration
        line = self._returned.popleft() if self._returned else self._text.line(LONGEST)
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self.cut = len(line) >= LONGEST
        return line

    def start(self) -> None:
        self.taken = []
        self.ended = self.cut = False
        self.returned = 0

    def give_back(self, lines: list[str]) -> None:
        self.returned += sum(map(len, lines))
        self._returned.extendleft(reversed(lines))


def csv_rows(text: Text, *, delimiter: str) -> Iterator[CsvRow]:
    """Yield the rows of a table in order, empty lines among them.

    A row that breaks the rules of CSV is read as it was meant where that is clear, else as spreadsheets do, with a
    note. A quotation mark that is never closed would make one cell of what follows, to the end or to the next mark: its
    row ends with its line, and the lines after it are rows again where they look like rows of this table.
    """
    csv.field_size_limit(LONGEST)
    lines = _Lines(text)
    strict = csv.reader(lines, delimiter=delimiter, strict=True)
    width = again = 0
    while True:
        lines.start()
        try:
            row = CsvRow(cells=next(strict))
        except StopIteration:
            return
        except csv.Error:
            row = CsvRow(cells=[])
            if not lines.cut:
                row = _mended(lines, delimiter=delimiter, width=width, may_return=again < MOST_AGAIN)
        if lines.cut:
            row = CsvRow(cells=[], broken=_TOO_LONG)
        again += lines.returned
        width = width or len(row.cells)
        yield row
        if lines.over:
            return


def _mended(lines: _Lines, *, delimiter: str, width: int, may_return: bool) -> CsvRow:
    """Return the row that was just read and breaks the rules; lines that are not its own are given back."""
    rest = lines.taken[1:]
    meant = _as_meant(lines.taken[0], delimiter)
    fits = len(meant) == width > 1
    endless = lines.ended or sum(map(len, lines.taken)) >= LONGEST
    are_rows = (_are_rows if endless else _are_surely_rows)(rest, delimiter=delimiter, width=width)
    if are_rows and may_return:
        lines.give_back(rest)
        return CsvRow(cells=meant, note=NEVER_CLOSED) if fits else CsvRow(cells=[], broken=_NEVER_CLOSED_HERE)
    if not endless and not are_rows:
        if fits and not rest:
            return CsvRow(cells=meant, note=NOT_DOUBLED)
        lines.give_back(lines.taken)
        lines.start()
        with suppress(csv.Error):
            cells = next(csv.reader(lines, delimiter=delimiter))
            if not lines.ended:
                return CsvRow(cells=cells, note=NOT_DOUBLED)
    lines.over = True
    return CsvRow(cells=[], broken=_never_closed(len(lines.taken) - 1))


def _as_meant(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line in which a mark ends a cell only before a delimiter or the end of the line."""
    after = re.escape(delimiter)
    cell = re.compile(rf'"(.*?)"(?={after}|\Z)|([^{after}]*)')
    plain = line.rstrip("\r\n")
    cells: list[str] = []
    place = 0
    while place <= len(plain):
        found = cell.match(plain, place)
        if found is None:  # cannot be: the second form fits everywhere
            break
        inner = found[1]
        if inner is not None and _CLOSES_FIRST.match(inner):  # "Oh" and "ah": the outer marks belong to the words
            inner = f'"{inner}"'
        cells.append((inner if inner is not None else found[2] or "").replace('""', '"'))
        place = found.end() + 1
    return cells


def _are_surely_rows(lines: list[str], *, delimiter: str, width: int) -> bool:
    """Return whether all of these lines have as many cells as the first row, and that can be no chance.

    A mark that is never closed then ended at the first mark of a row further down.
    """
    sure = width > 2 or delimiter in "\t|" or all(_is_quoted(line, delimiter) for line in lines[:200])
    enough = len(lines) >= (1 if sure else 3)  # texts hold commas, and few tabs
    return enough and all(_are_rows([line], delimiter=delimiter, width=width) for line in lines[:200])


def _is_quoted(line: str, delimiter: str) -> bool:
    """Return whether a line begins and ends with a mark and has cells in marks between them, as rows are written."""
    plain = line.rstrip("\r\n")
    return plain.startswith('"') and plain.endswith('"') and f'"{delimiter}"' in plain


def _are_rows(lines: list[str], *, delimiter: str, width: int) -> bool:
    """Return whether most of these lines have as many cells as the first row: then they are rows, and not a text."""
    seen = [line for line in lines[:200] if line.strip()]
    return width > 1 and 2 * sum(_width(line, delimiter) == width for line in seen) > len(seen)


def _width(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter, strict=True), []))
    except csv.Error:
        return len(_as_meant(line, delimiter))


def _never_closed(after: int) -> str:
    what = "has a quotation mark that is never closed"
    if not after:
        return f"{what}, so the row does not end; close it, or copy the file again if it breaks off here"
    return f"{what}, so the {after:,} lines after it belong to one cell and cannot be read; close it and add again"
