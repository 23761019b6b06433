"""Tables of articles as CSV: commas, semicolons or tabs, one article a row, quoted texts over many lines."""

import csv
import io
from collections.abc import Iterator

from sources.decode import decode
from sources.errors import InputError
from sources.page import Page, Reader, Refused
from sources.readers.rows import meaning_of, page_of, refuse_columns

NAME = "CSV"

LIMIT = 100_000_000
"""Most bytes of one table: some 25,000 articles."""

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 2**31 - 1


def _header(text: str, delimiter: str) -> list[str]:
    """Return the column names that the first row gives with this delimiter."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return [name.strip() for name in next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])]
    except csv.Error:
        return []


def _delimiter(text: str) -> str:
    """Return the delimiter with which the first row names the most fields, then the most columns."""

    def worth(delimiter: str) -> tuple[int, int]:
        names = _header(text, delimiter)
        return sum(bool(columns) for columns in meaning_of(names).values()), len(names)

    return max(_DELIMITERS, key=worth)


def _without_hint(text: str) -> str:
    """Return the text without the line "sep=;" that Excel writes."""
    first, _, rest = text.partition("\n")
    return (
        rest
        if first.strip().casefold() in {f"sep={delimiter}".casefold() for delimiter in (",", ";", "\t", "|")}
        else text
    )


def _detects(start: bytes, name: str) -> bool:
    text = _without_hint(start.decode("utf-8", errors="replace").lstrip("\ufeff"))
    first = text[:4096].split("\n", 1)[0]
    names = _header(first, _delimiter(first))
    if len(names) < 2:
        return False
    fields = [field for field, columns in meaning_of(names).items() if columns]
    if name.casefold().endswith((".csv", ".tsv", ".tab")):
        return True
    return "text" in fields and len(fields) >= 2 and all(len(each) < 40 for each in names)


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    text = _without_hint(decode(content, limit=LIMIT).text)
    delimiter = _delimiter(text[:65536])
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [name.strip() for name in next(rows, [])]
    refuse_columns(columns, column="column")
    number = 1
    while True:
        number += 1
        place = f"{origin}, row {number}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refused(origin=place, error=InputError(f"is not a row of CSV ({error}); mend its quotation marks"))
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(columns) :]):
            why = f"has {len(cells)} cells where the first row names {len(columns)}; put texts with commas in quotes"
            yield Refused(origin=place, error=InputError(why))
            continue
        row = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
        yield page_of(row, reader=NAME, origin=place, column="column")


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT)
