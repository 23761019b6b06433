"""The tables of a library, how an article becomes a row and back, and how a library is opened."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    RowMapping,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoSuchModuleError, OperationalError
from sqlalchemy.schema import CreateIndex, CreateTable

from sources.article import Article, Removed
from sources.errors import LibraryError

SCHEMA = 6
"""Version of the tables below. A library of a higher version is refused, never touched; one of a lower version is read
as it is, and brought up to this one when something is first written to it."""

SINCE_CHANGES = 2
"""Schema from which a library has the tables that say so."""

_tables = MetaData()

ABOUT = Table("parallax", _tables, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))
"""What the library says of itself: its schema version, and how far it was swept."""

SWEPT = "swept"
"""Name of the note of the number of the newest article that was there when lines of many pages were last looked for."""

ARTICLES = Table(
    "articles",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text, index=True),
    Column("published", String(40)),
    Column("byline", Text),
    Column("section", Text),
    Column("language", String(8)),
    Column("source", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("headings", Text, nullable=False),
    Column("removed", Text, nullable=False),
    Column("found", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""One row an article, numbered in the order of adding. Dates are ISO 8601 with offset; lists are JSON."""

CHANGES = Table(
    "changes",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("before", String(16), nullable=False, index=True),
    Column("after", String(16), index=True),
    Column("place", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("was", Text, nullable=False),
    Column("undone", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""One row a change that a person made to an article: its id before and after (none: removed), its number, what was
done, the whole row as it was (JSON), and 1 where the change was undone. From schema 2 on."""

MARKS = Table(
    "inputs_read",
    _tables,
    Column("key", String(64), primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("first", String(16)),
    Column("refused", Integer, nullable=False),
)
"""One row an input that was read whole (`sources.keeping.marks.Mark`). From schema 2 on."""

FEEDS = Table("feeds", _tables, Column("address", Text, primary_key=True), Column("state", Text, nullable=False))
"""One row a feed: what `sources.web.feed_memory` remembers of it. From schema 2 on."""

ADDRESSES = Table(
    "addresses", _tables, Column("address", Text, primary_key=True), Column("article", String(16), nullable=False)
)
"""One row an address from which an article was fetched, as whatever pointed to it wrote it. From schema 2 on."""

EVENT_CHANGES = Table(
    "event_changes",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(10), nullable=False),
    Column("event", Text, nullable=False),
    Column("sides", Text, nullable=False),
    Column("title", Text),
    Column("undone", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""One row a change that a person made to events (`sources.keeping.event_changes.EventChange`), 1 where it was undone.
From schema 3 on."""

GROUP_CHANGES = Table(
    "group_changes",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(10), nullable=False),
    Column("said", Text, nullable=False),
    Column("origin", Text),
    Column("undone", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""One row a change that a person made to groups of outlets (`sources.keeping.groups.GroupChange`), 1 where it was
undone. From schema 4 on."""

DRAFTS = Table(
    "drafts",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("article", String(16), nullable=False, unique=True),
    *(Column(name, Text, nullable=False) for name in ("given", "now", "notes", "state")),
    Column("act", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""One row a page that was read and waits for a person's yes (`sources.drafts.Draft`). From schema 5 on."""

NOT_READ = Table(
    "not_read",
    _tables,
    Column("origin", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("message", "slug", "at")),
)
"""One row an input that could not be read (`sources.keeping.not_read.NotRead`). From schema 5 on."""

TAKEN_OUT = Table(
    "taken_out",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("article", String(16), nullable=False, index=True),
    *(Column(name, Text, nullable=False) for name in ("value", "place", "words")),
    *(Column(name, Integer, nullable=False) for name in ("start", "end", "undone")),
    sqlite_autoincrement=True,
)
"""One row a mark that a person took out (`sources.keeping.taken_out.TakenOut`), 1 where it was put back. From schema
6 on."""

_AS_THEY_ARE = ("id", "text", "title", "outlet", "url", "byline", "section", "language", "source")


def row_of(article: Article) -> dict[str, object]:
    """Return the row that keeps an article."""
    return {
        **{name: getattr(article, name) for name in _AS_THEY_ARE},
        "published": article.published.isoformat() if article.published else None,
        "summary": _json(article.summary),
        "headings": _json(article.headings),
        "removed": _json([(cut.text, cut.rule, cut.at) for cut in article.removed]),
        "found": _json(article.found),
    }


def article_of(row: Mapping[str, Any] | RowMapping) -> Article:
    """Return the article that a row keeps."""
    return Article(
        **{name: row[name] for name in _AS_THEY_ARE},
        published=datetime.fromisoformat(row["published"]) if row["published"] else None,
        summary=tuple(json.loads(row["summary"])),
        headings=tuple((start, end) for start, end in json.loads(row["headings"])),
        removed=tuple(
            Removed(text=text, rule=rule, at=at[0] if at else None) for text, rule, *at in json.loads(row["removed"])
        ),
        found=tuple((field, where) for field, where in json.loads(row["found"])),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


PATIENCE = 30.0
"""Seconds to wait for another program that writes."""


def engine_of(url: URL) -> Engine:
    """Return an engine for `url`. SQLite waits for another writer (`PATIENCE`) and checks foreign keys."""
    sqlite = url.get_backend_name() == "sqlite"
    try:
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if sqlite else {})
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise LibraryError(
            f"{url.render_as_string()}: the driver for this kind of database is not installed ({error})"
        ) from error
    if sqlite:
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    return engine


def let_readers_in(engine: Engine) -> None:
    """Set SQLite's write-ahead log, which lets others read while one writes. It stays set in the file."""
    if engine.dialect.name == "sqlite":
        with suppress(OperationalError), engine.connect() as connection:  # read-only, or just being set by another
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def make_tables(engine: Engine) -> None:
    """Make the tables where they are missing, and note the schema version: all at once, so nobody sees half of it.

    A library of an older schema is brought up to this one: its articles stay as they are, tables are added.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        for table in _tables.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                connection.execute(CreateIndex(index, if_not_exists=True))
        noted = connection.execute(select(ABOUT.c.value).where(ABOUT.c.name == "schema")).scalar()
        if noted is None:
            connection.execute(insert(ABOUT), {"name": "schema", "value": str(SCHEMA)})
        elif int(noted) < SCHEMA:
            connection.execute(update(ABOUT).where(ABOUT.c.name == "schema").values(value=str(SCHEMA)))
            if int(noted) < SINCE_CHANGES:
                newest = connection.scalar(select(func.max(ARTICLES.c.number))) or 0
                put(connection, ABOUT, [{"name": SWEPT, "value": str(newest)}])
        connection.commit()


def put(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    """Write rows, each in the place of one with the same primary key; of several the last."""
    (key,) = table.primary_key.columns
    last = {row[key.name]: row for row in rows}
    if last:
        connection.execute(delete(table).where(key.in_(last)))
        connection.execute(insert(table), list(last.values()))


def schema_of(engine: Engine, *, shown: str) -> int | None:
    """Return the schema of a library, None when the database is empty; raise LibraryError when it is neither."""
    tables = set(inspect(engine).get_table_names())
    if not tables:
        return None
    if not {ABOUT.name, ARTICLES.name} <= tables:
        raise LibraryError(f"{shown}: is a database, but not a Parallax library; choose another (it was not changed)")
    with engine.connect() as connection:
        value = connection.execute(select(ABOUT.c.value).where(ABOUT.c.name == "schema")).scalar()
    if value is None:
        return None
    if not str(value).isdigit() or int(value) < 1:
        raise LibraryError(f"{shown}: says that its schema is {value!r}, which is none; restore it from a copy")
    if int(value) > SCHEMA:
        raise LibraryError(
            f"{shown}: is from a newer Parallax (schema {value}, this one knows {SCHEMA}); upgrade Parallax"
        )
    return int(value)
