"""CSV as it comes: rows with quotation marks that are not doubled or never closed, without losing the rows after."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from sources.readers.text_file import Text

LONGEST = 10_000_000
"""Most characters of one cell, and of one line: a million and a half words are no article."""

_MOST_RETURNS = 20
"""Times that reading goes back behind a mark that is never closed: a table with more of them is no CSV."""

_TOO_LONG = f"has a line of more than {LONGEST / 1e6:,.0f} million characters, as no article has; leave the row out"
NOT_DOUBLED = "its quotation marks are not doubled, as CSV wants them; see whether its text is whole"


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
        self.cut = False

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

    def give_back(self, lines: list[str]) -> None:
        self._returned.extendleft(reversed(lines))


def csv_rows(text: Text, *, delimiter: str) -> Iterator[CsvRow]:
    """Yield the rows of a table in order, empty lines among them.

    A row that breaks the rules of CSV is read as spreadsheets do, with a note. A quotation mark that is never closed
    would make one cell of what follows, to the end or to the next mark: its row is broken, and the lines after it are
    rows again where they look like rows of this table.
    """
    csv.field_size_limit(LONGEST)
    lines = _Lines(text)
    strict = csv.reader(lines, delimiter=delimiter, strict=True)
    lenient = csv.reader(lines, delimiter=delimiter)
    width = returns = 0
    while True:
        lines.start()
        cells: list[str] | None
        note: str | None = None
        try:
            cells = next(strict)
        except StopIteration:
            return
        except csv.Error:
            swallowed = _are_surely_rows(lines.taken[1:], delimiter=delimiter, width=width)
            cells, note = None if swallowed else _leniently(lenient, lines), NOT_DOUBLED
        if lines.cut:
            yield CsvRow(cells=[], broken=_TOO_LONG)
            continue
        if cells is None:
            rest = lines.taken[1:]
            again = returns < _MOST_RETURNS and _are_rows(rest, delimiter=delimiter, width=width)
            yield CsvRow(cells=[], broken=_never_closed(len(rest), lost=not again))
            if not again:
                return
            returns += 1
            lines.give_back(rest)
            continue
        width = width or len(cells)
        yield CsvRow(cells=cells, note=note)


def _leniently(reader: Iterator[list[str]], lines: _Lines) -> list[str] | None:
    """Return the row just begun as spreadsheets would read it; None when a mark in it is never closed."""
    if lines.ended or sum(map(len, lines.taken)) >= LONGEST:
        return None
    lines.give_back(lines.taken)
    lines.start()
    try:
        cells = next(reader)
    except csv.Error:
        return None
    return None if lines.ended else cells


def _are_surely_rows(lines: list[str], *, delimiter: str, width: int) -> bool:
    """Return whether all of these lines have as many cells as the first row, and that can be no chance.

    A mark that is never closed then ended at the first mark of a row further down.
    """
    enough = len(lines) >= (1 if width > 2 else 3)
    return enough and all(_are_rows([line], delimiter=delimiter, width=width) for line in lines[:200])


def _are_rows(lines: list[str], *, delimiter: str, width: int) -> bool:
    """Return whether most of these lines have as many cells as the first row: then they are rows, and not a text."""
    seen = [line for line in lines[:200] if line.strip()]
    fitting = 0
    for line in seen:
        try:
            fitting += len(next(csv.reader([line], delimiter=delimiter), [])) == width
        except csv.Error:
            continue
    return width > 1 and 2 * fitting > len(seen)


def _never_closed(after: int, *, lost: bool) -> str:
    what = "has a quotation mark that is never closed"
    if not after:
        return f"{what}, so the row does not end; close it, or copy the file again if it breaks off here"
    if lost:
        return f"{what}, so the {after:,} lines after it belong to one cell and cannot be read; close it and add again"
    return f"{what}; the lines after it were read as rows of their own; close it"
