"""Media Cloud: tables of stories as its tools export them. They say where each story is, not what it says."""

from sources.page import Reader
from sources.readers.csv_table import header_of, reader_of_tables
from sources.readers.tables.columns import folded

NAME = "Media Cloud"

_LAYOUTS = (
    frozenset({"storiesid", "publishdate", "title", "url", "medianame"}),
    frozenset({"storiesid", "publishdate", "title", "url", "mediaid"}),
    frozenset({"id", "indexeddate", "publishdate", "title", "url", "medianame"}),
    frozenset({"mediaurl", "medianame", "publishdate", "title", "url"}),
)
"""Columns, as `columns.folded` writes them, that only an export of Media Cloud has together: topics and searches of the
tools until 2022, then searches of the tool after them, with and without their numbers."""


def _detects(start: bytes, name: str) -> bool:
    columns = {folded(column) for column in header_of(start)}
    return any(layout <= columns for layout in _LAYOUTS)


READER: Reader = reader_of_tables(NAME, _detects)
