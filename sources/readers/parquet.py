"""Tables of articles as Parquet, of any size: read a few rows at a time, and only the columns that are used."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sources.errors import InputError, NoArticle, NotText
from sources.page import Read, Reader, Refused
from sources.readers.tables.columns import Columns, Row, meaning_of, names_of, refuse_fields
from sources.readers.tables.recognise import SAMPLE
from sources.readers.tables.rows import columns_of, page_of

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

NAME = "Parquet"

_AT_ONCE = 64
"""Rows that are unpacked at once: a cell may be large."""

_BUFFER = 1 << 20
_CLEAR, _ENCRYPTED = b"PAR1", b"PARE"


def _detects(start: bytes, name: str) -> bool:
    return start.startswith((_CLEAR, _ENCRYPTED))


def _read(content: bytes, origin: str, *, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    yield from _table(io.BytesIO(content), origin, named or {})


def _from_file(path: Path, origin: str, *, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    with path.open("rb") as opened:
        yield from _table(opened, origin, named or {})


def _table(opened: BinaryIO, origin: str, named: Mapping[str, str]) -> Iterator[Read]:
    import pyarrow as pa

    file = _opened(opened)
    if file.metadata.num_rows == 0:
        raise NoArticle("is a Parquet table without rows; add one with articles")
    try:
        sample = [row for _, row in _rows(file, origin, None, most=SAMPLE) if not isinstance(row, InputError)]
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _damaged(error, after=0) from error
    columns = columns_of(sample, column="column", named=named)
    number = 0
    try:
        for number, row in _rows(file, origin, _used(sample, columns)):
            place = f"{origin}, row {number}"
            if isinstance(row, InputError):
                yield Refused(origin=place, error=row)
            else:
                yield page_of(row, reader=NAME, origin=place, column="column", columns=columns)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield Refused(origin=origin, error=_damaged(error, after=number))


def _opened(opened: BinaryIO) -> "pq.ParquetFile":
    """Return the table. Raises NotText when it is encrypted, cut off or damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    encrypted = opened.read(4) == _ENCRYPTED
    opened.seek(0)
    if encrypted:
        raise NotText("is an encrypted Parquet table; write it again without encryption, and add that")
    try:
        return pq.ParquetFile(opened, buffer_size=_BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _damaged(error, after=0) from error


def _damaged(error: Exception, *, after: int) -> NotText:
    said = " ".join(str(error).split())
    if "ncrypt" in said or "ecrypt" in said:
        return NotText("has encrypted columns; write the table again without encryption, and add that")
    where = f"after row {after:,} it" if after else "it"
    return NotText(
        f"is a damaged Parquet table: {where} cannot be read ({said[:120]}); copy or make it again, and add that"
    )


def _used(sample: list[Row], columns: Columns) -> list[str]:
    """Return the columns, or the outermost names of their paths, that hold or may hold a field."""
    names = list(dict.fromkeys(name for row in sample for name in names_of(row)))
    paths = [path for told in meaning_of(names).values() for path in told]
    paths += [*columns.named.values(), *columns.recognised.values()]
    outer = {name for row in sample for name in row}
    return sorted({path if path in outer else path.partition(".")[0] for path in paths})


def _rows(
    file: "pq.ParquetFile", origin: str, columns: list[str] | None, *, most: int | None = None
) -> Iterator[tuple[int, Row | InputError]]:
    """Yield rows with their number, from 1; an error in place of a row that cannot be read."""
    number = 0
    for batch in file.iter_batches(batch_size=_AT_ONCE, columns=columns, use_threads=False):
        for row in _mappings(batch):
            number += 1
            yield number, row
            if number == most:
                return


def _mappings(batch: "pa.RecordBatch") -> Iterator[Row | InputError]:
    cells = [_cells(batch.column(number)) for number in range(batch.num_columns)]
    names = [f"{name}" for name in batch.schema.names]
    for number in range(batch.num_rows):
        try:
            yield {name: cell(number) for name, cell in zip(names, cells, strict=True)}
        except (ValueError, OverflowError, KeyError) as error:  # a date, a zone or a letter inside that there is not
            why = " ".join(str(error).split())[:120]
            yield InputError(f"holds a value that cannot be read ({why}); leave the row out, or mend it")


def _cells(column: "pa.Array") -> Callable[[int], object]:
    """Return what gives the value of a column in a row: texts even where they are not UTF-8, dates without a library.

    A moment with a time zone is given in UTC.
    """
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        inner, indices = _cells(column.dictionary), column.indices
        return lambda row: inner(indices[row].as_py()) if indices[row].is_valid else None
    if pa.types.is_timestamp(kind):
        given = column.cast(pa.int64())
        if kind.unit == "ns":
            return partial(_moment, given, 1, over=1000, zoned=kind.tz is not None)
        return partial(_moment, given, {"s": 10**6, "ms": 1000, "us": 1}[kind.unit], zoned=kind.tz is not None)
    if pa.types.is_date32(kind):
        return partial(_moment, column.cast(pa.int32()), 86_400 * 10**6, zoned=False)
    if pa.types.is_date64(kind):
        return partial(_moment, column.cast(pa.int64()), 1000, zoned=False)
    if pa.types.is_string(kind):
        return partial(_text, column.cast(pa.binary()))
    if pa.types.is_large_string(kind):
        return partial(_text, column.cast(pa.large_binary()))
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return partial(_text, column)
    return lambda row: column[row].as_py()


def _text(column: "pa.Array", row: int) -> str | None:
    value = column[row].as_py()
    return value.decode("utf-8", errors="replace") if value is not None else None


def _moment(column: "pa.Array", times: int, row: int, *, zoned: bool, over: int = 1) -> datetime | str | None:
    """Return the moment so many units of `times` / `over` microseconds after 1970; words when there is no such year."""
    value = column[row].as_py()
    if value is None:
        return None
    micros = value * times // over
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    except OverflowError:
        return f"{1970 + micros // 31_556_952_000_000:,} as year"
    return moment if zoned else moment.replace(tzinfo=None)


def _with_columns(named: Mapping[str, str]) -> Reader:
    refuse_fields(named)
    return replace(READER, read=partial(_read, named=named), from_file=partial(_from_file, named=named))


READER = Reader(
    name=NAME,
    detects=_detects,
    read=_read,
    limit=1_000_000_000,
    binary=True,
    from_file=_from_file,
    with_columns=_with_columns,
)
