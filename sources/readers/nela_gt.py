"""NELA-GT, a corpus of news articles: as SQLite and as JSON; and any other SQLite file with a table of articles.

The corpus (Gruppi, Horne and Adalı; the years 2017 to 2022) names outlets by keys such as "thenewyorktimes" and masks
some words of each text.
"""

import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from pathlib import Path

from sources.errors import InputError, NoArticle
from sources.page import Page, Read, Reader, Refused
from sources.readers import json_lines
from sources.readers.tables.cells import words_of
from sources.readers.tables.columns import Row, folded, listed, meaning_of, refuse_fields
from sources.readers.tables.recognise import SAMPLE
from sources.readers.tables.rows import columns_of, page_of
from sources.readers.tables.sqlite_rows import MAGIC, columns_in, damaged, opened, rows_in, tables_of
from sources.readers.tables.text_file import text_in, text_of

NAME = "NELA-GT"
OTHER = "SQLite"
"""Name under which the articles of other databases are kept."""

_TABLES = ("newsdata", "articles")
"""Tables of the corpus: from 2019 on, and before."""

_BY_NAME = "matched with the list of outlets by its name"
_KEYS = (b'"published_utc"', b'"collection_utc"')


def _detects(start: bytes, name: str) -> bool:
    return start.startswith(MAGIC) or (start.lstrip()[:1] in {b"[", b"{"} and all(key in start for key in _KEYS))


def _read(content: bytes, origin: str, *, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    if not content.startswith(MAGIC):
        text = text_of(content, limit=json_lines.LIMIT)
        yield from map(_known, json_lines.articles(text, origin, reader=NAME, named=named))
        return
    with tempfile.TemporaryDirectory(prefix="parallax-") as folder:
        path = Path(folder) / "database"
        path.write_bytes(content)
        yield from _database(path, origin, named or {})


def _from_file(path: Path, origin: str, *, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    with path.open("rb") as file:
        is_database = file.read(len(MAGIC)) == MAGIC
    if is_database:
        yield from _database(path, origin, named or {})
        return
    with text_in(path) as text:
        yield from map(_known, json_lines.articles(text, origin, reader=NAME, named=named))


def _database(path: Path, origin: str, named: Mapping[str, str]) -> Iterator[Read]:
    with opened(path) as connection:
        table = _table(connection, named)
        columns = columns_in(connection, table)
        corpus = table in _TABLES and {"source", "content"} <= set(columns)
        rows = partial(rows_in, connection, table)
        sample = [row for _, row in islice(rows(columns), SAMPLE) if not isinstance(row, InputError)]
        if not sample:
            raise NoArticle(f"is a database whose table '{table}' is empty; add one with articles")
        chosen = columns_of(sample, column="column", named=named)
        if corpus:  # its columns are known: nothing is left to recognise
            chosen = replace(chosen, recognised={})
        used = {*chosen.named.values(), *chosen.recognised.values(), "name"}
        used |= {column for told in meaning_of(columns).values() for column in told}
        number = 0
        try:
            for number, row in rows([column for column in columns if column in used]):
                place = f"{origin}, row {number}"
                if isinstance(row, InputError):
                    yield Refused(origin=place, error=row)
                    continue
                read = page_of(row, reader=NAME if corpus else OTHER, origin=place, column="column", columns=chosen)
                yield _known(_titled(read, row)) if corpus else read
        except sqlite3.Error as error:
            yield Refused(origin=f"{origin}, after row {number:,}", error=damaged(error))


def _table(connection: sqlite3.Connection, named: Mapping[str, str]) -> str:
    """Return the table that holds articles. Raises InputError, which names the tables, when none or several do."""
    kinds = tables_of(connection)
    if "parallax" in kinds:
        raise InputError("is a Parallax library; name it with --library, or export it and add the export")
    tables = [name for name, kind in kinds.items() if kind == "table"]
    for name in _TABLES:
        if name in kinds and name not in tables:
            raise InputError(f"has '{name}' as a {kinds[name]}, which would have to be run; copy it into a table")
    told = [name for name in _TABLES if name in tables]
    wanted = {folded(column) for column in named.values()}
    for name in tables:
        columns = columns_in(connection, name)
        if name not in told and (
            meaning_of(columns)["text"] or (wanted and wanted <= {folded(column) for column in columns})
        ):
            told.append(name)
    if not told or (len(told) > 1 and told[0] not in _TABLES):
        which = "several tables of articles" if told else "no table of articles that can be told by its columns"
        raise InputError(
            f"is an SQLite database with {which} (there are: {listed(told or list(kinds))}); "
            "export the one with the articles as CSV or JSON lines, and add that"
        )
    return told[0]


def _titled(read: Read, row: Row) -> Read:
    """Return the page with the headline that the corpus of 2018 keeps in the column "name"."""
    title = words_of(row.get("name"))
    if not isinstance(read, Page) or read.title or not title:
        return read
    return replace(read, title=title, found=(*read.found, ("title", "column 'name'")))


def _known(read: Read) -> Read:
    """Return the page with its outlet's name in place of the corpus's key, where the key is one outlet's name."""
    if not isinstance(read, Page) or read.outlet is None:
        return read
    name = outlet_named(read.outlet)
    if name is None:
        return read
    found = tuple(
        (field, f"{where}: '{read.outlet[:40]}', {_BY_NAME}" if field == "outlet" else where)
        for field, where in read.found
    )
    return replace(read, outlet=name, found=found)


def outlet_named(key: str) -> str | None:
    """Return the name of the outlet that a key of the corpus means: its name without spaces, or its domain's name.

    None when no outlet, or more than one, could be meant.
    """
    names, british = _keys()
    plain = _squeezed(key)
    found = names.get(plain)
    if found is None and plain.endswith("uk"):
        found = british.get(plain.removesuffix("uk"))
    return found


@cache
def _keys() -> tuple[Mapping[str, str | None], Mapping[str, str | None]]:
    """Return {key: name} of the outlets that are known, and of the British ones among them; None for shared keys."""
    from sources.outlets import load_outlets

    every: dict[str, str | None] = {}
    british: dict[str, str | None] = {}
    outlets = load_outlets()
    for told in (lambda each: each.names, lambda each: [domain.partition(".")[0] for domain in each.domains]):
        found: dict[str, set[str]] = {}
        at_home: dict[str, set[str]] = {}
        for outlet in outlets:
            for key in map(_squeezed, told(outlet)):
                found.setdefault(key, set()).add(outlet.name)
                if outlet.country == "GB":
                    at_home.setdefault(key, set()).add(outlet.name)
        for keys, named in ((every, found), (british, at_home)):
            for key, names in named.items():
                keys.setdefault(key, next(iter(names)) if len(names) == 1 and key else None)
    return every, british


def _squeezed(name: str) -> str:
    plain = re.sub(r"[\W_]+", "", name.casefold())
    return plain.removeprefix("the") if len(plain) > 5 else plain


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
