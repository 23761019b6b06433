"""Tables of articles as CSV: commas, semicolons, tabs or bars, one article a row, quoted texts over many lines."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from sources.adding.decode import refuse_binary
from sources.errors import InputError, NotText
from sources.page import Page, Read, Reader, Refused
from sources.readers.tables.columns import Row, folded, meaning_of, refuse_fields
from sources.readers.tables.csv_rows import CsvRow, csv_rows
from sources.readers.tables.recognise import looks_like_rows
from sources.readers.tables.rows import pages_of
from sources.readers.tables.text_file import Text, text_in, text_of

NAME = "CSV"

LIMIT = 100_000_000
"""Most bytes of a table that is not a file of its own; a file may be larger."""

MOST_COLUMNS = 2_000
"""Columns of a table; more is a table turned on its side, or none."""

_DELIMITERS = ",;\t|"
_HEAD = 65_536
_TABLE_NAMES = (".csv", ".tsv", ".tab")


def _header(text: str, delimiter: str) -> list[str]:
    """Return the column names that the first row gives with this delimiter."""
    try:
        return [name.strip() for name in next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])]
    except csv.Error:
        return []


def delimiter_of(text: str) -> str:
    """Return the delimiter with which the first row names the most fields, then the rows are the most alike."""

    def worth(delimiter: str) -> tuple[int, float, int]:
        names = _header(text, delimiter)
        fields = sum(bool(columns) for columns in meaning_of(names[:MOST_COLUMNS]).values())
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths: list[int] = []
        with suppress(csv.Error):
            widths = [len(row) for row in islice(rows, 20) if row]
        alike = sum(width == len(names) > 1 for width in widths) / max(1, len(widths))
        return fields, alike, len(names)

    return max(_DELIMITERS, key=worth)


def _hint(line: str) -> str | None:
    """Return the delimiter of a line "sep=;", which Excel writes above a table; None for another line."""
    plain = line.strip("\ufeff\r\n ").casefold()
    return plain[4:] or "\t" if plain in {"sep=,", "sep=;", "sep=|", "sep=", "sep=\t"} else None


def header_of(start: bytes) -> list[str]:
    """Return the column names of a table that begins with these bytes; [] when it begins with no such row."""
    try:
        refuse_binary(start)
    except NotText:
        return []
    text = start.decode("utf-8", errors="replace").lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    text = rest if _hint(first) is not None else text
    first = text[:4096].split("\n", 1)[0]
    return _header(first, delimiter_of(first))


def _detects(start: bytes, name: str) -> bool:
    names = header_of(start)
    fields = [field for field, columns in meaning_of(names).items() if columns]
    if name.casefold().endswith(_TABLE_NAMES):
        return len(names) > 1 or bool({"text", "url"} & set(fields))
    return len(names) > 1 and "text" in fields and len(fields) >= 2 and all(len(each) < 40 for each in names)


def table(text: Text, origin: str, *, reader: str, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    """Yield what each row of a table holds, as it is read. Raises InputError when it is no table of articles."""
    head = text.read(_HEAD)
    first_line, _, rest = head.partition("\n")
    hint = _hint(first_line)
    text.unread(head if hint is None else rest)
    rows = csv_rows(text, delimiter=hint or delimiter_of(head if hint is None else rest))
    first = next(rows, CsvRow(cells=[]))
    if first.broken:
        raise InputError(f"is no table: its first row {first.broken}")
    if len(first.cells) > MOST_COLUMNS:
        many = f"names {len(first.cells):,} columns, more than the {MOST_COLUMNS:,} that a table of articles may have"
        raise InputError(f"{many}; see whether its rows and columns are swapped or its line breaks are missing")
    headless = looks_like_rows(first.cells)
    columns = _names(first.cells, headless=headless)
    numbered = enumerate(chain([first], rows) if headless else rows, start=1 if headless else 2)
    notes: dict[str, str] = {}
    made = _rows(numbered, columns, origin, notes)
    for read in pages_of(made, reader=reader, column="column", named=named):
        more = [note for note in (text.note, notes.pop(read.origin, None)) if note]
        yield replace(read, notes=(*more, *read.notes)) if more and isinstance(read, Page) else read


def _names(cells: list[str], *, headless: bool) -> list[str]:
    """Return a name for each column: as the first row has it, numbered where it has none or has it twice."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = "" if headless else " ".join(cell.split())
        name = name or f"column {number}"
        names.append(name if name not in names else f"{name} ({number})")
    return names


def _rows(
    numbered: Iterator[tuple[int, CsvRow]], columns: list[str], origin: str, notes: dict[str, str]
) -> Iterator[tuple[str, Row] | Refused]:
    """Yield each row as a mapping with its place; what is to be noted of it is left in `notes` under that place."""
    for number, row in numbered:
        place = f"{origin}, row {number}"
        cells = row.cells
        if row.broken:
            yield Refused(origin=place, error=InputError(row.broken))
        elif any(cell.strip() for cell in cells[len(columns) :]):
            why = (
                f"has {len(cells):,} cells where the first row names {len(columns):,}; put texts with commas in quotes"
            )
            yield Refused(origin=place, error=InputError(why))
        elif any(cell.strip() for cell in cells):
            if row.note:
                notes[place] = row.note
            yield place, dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=False))


def _read(content: bytes, origin: str, *, reader: str = NAME, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    yield from table(text_of(content, limit=LIMIT), origin, reader=reader, named=named)


def _from_file(
    path: Path, origin: str, *, reader: str = NAME, named: Mapping[str, str] | None = None
) -> Iterator[Read]:
    with text_in(path) as text:
        yield from table(text, origin, reader=reader, named=named)


def reader_of_tables(name: str, detects: Callable[[bytes, str], bool]) -> Reader:
    """Return a reader of CSV under a name of its own."""

    def with_columns(named: Mapping[str, str]) -> Reader:
        refuse_fields(named)
        wanted = {folded(column) for column in named.values()}

        def detects_named(start: bytes, file: str) -> bool:
            return detects(start, file) or wanted <= set(map(folded, header_of(start)))

        return replace(
            plain,
            detects=detects_named,
            read=partial(_read, reader=name, named=named),
            from_file=partial(_from_file, reader=name, named=named),
        )

    plain = Reader(
        name=name,
        detects=detects,
        read=partial(_read, reader=name),
        limit=LIMIT,
        from_file=partial(_from_file, reader=name),
        with_columns=with_columns,
    )
    return plain


READER = reader_of_tables(NAME, _detects)
