"""Tables in an SQLite file that somebody else made: read only, row by row, and nothing in the file is ever run."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sources.errors import InputError, NotText, TooLarge
from sources.readers.tables.columns import Row

MAGIC = b"SQLite format 3\x00"

LONGEST = 20_000_000
"""Most bytes of one row: no article is longer."""

_VIRTUAL = re.compile(r"\s*CREATE\s+VIRTUAL\b", re.IGNORECASE)
_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA})


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database so that nothing is written, no view, trigger or function runs, and no row fills the memory."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        connection.text_factory = lambda text: text.decode("utf-8", errors="replace")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA query_only = ON")
            connection.set_authorizer(_allowed)
            yield connection
        except (sqlite3.Error, UnicodeDecodeError) as error:  # what SQLite says of damage may itself be no text
            raise damaged(error) from error


def _allowed(action: int, *about: str | None) -> int:
    """Allow reading of tables, and the smallest and largest row number; deny every other function and command."""
    inside = about[3]  # the view or trigger that asks
    counts = action == sqlite3.SQLITE_FUNCTION and about[1] == "min"
    return sqlite3.SQLITE_OK if inside is None and (action in _READS or counts) else sqlite3.SQLITE_DENY


def damaged(error: Exception) -> NotText:
    """Return why a database cannot be read."""
    why = "what it says of itself is no text" if isinstance(error, UnicodeDecodeError) else error
    return NotText(f"is a damaged SQLite database ({why}); copy or fetch it again, and add that")


def tables_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return {name: kind} of what the database holds: "table", "view", or "virtual table", which runs a program."""
    rows = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    kinds: dict[str, str] = {}
    for name, kind, made in rows:
        if isinstance(name, str) and not name.startswith("sqlite_"):
            kinds[name] = "virtual table" if _VIRTUAL.match(str(made or "")) else str(kind)
    return kinds


def columns_in(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns, without those that are computed."""
    rows = connection.execute(f"PRAGMA table_xinfo({_quoted(table)})").fetchall()
    return [str(row[1]) for row in rows if row[6] == 0]


def rows_in(connection: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[int, Row | InputError]]:
    """Yield each row with its number; an error in place of a row that is too large. Raises sqlite3.Error at damage."""
    chosen = ", ".join(_quoted(column) for column in columns)
    key = _row_number(connection, table)
    if key is None:
        for number, cells in enumerate(connection.execute(f"SELECT {chosen} FROM {_quoted(table)}"), start=1):
            yield number, dict(zip(columns, cells, strict=True))
        return
    query = f"SELECT {key}, {chosen} FROM {_quoted(table)}"
    after: int | None = None
    while True:
        try:
            where = "" if after is None else f"WHERE {key} > {after}"
            for number, *cells in connection.execute(f"{query} {where} ORDER BY {key}"):
                after = number
                yield number, dict(zip(columns, cells, strict=True))
            return
        except sqlite3.DataError:  # one of the next two rows is larger than may be
            (number,) = connection.execute(f"SELECT min({key}) FROM {_quoted(table)} {where}").fetchone()
            after = number
            try:
                (_, *cells) = connection.execute(f"{query} WHERE {key} = {number}").fetchone()
                yield number, dict(zip(columns, cells, strict=True))
            except sqlite3.DataError:
                why = f"has more than {LONGEST / 1e6:,.0f} MB, as no article has; leave the row out"
                yield number, TooLarge(why)


def _row_number(connection: sqlite3.Connection, table: str) -> str | None:
    """Return the name by which the numbers of a table's rows can be asked for; None when it has none."""
    taken = {column.lower() for column in columns_in(connection, table)}
    for name in ("rowid", "_rowid_", "oid"):
        if name in taken:
            continue
        try:
            connection.execute(f"SELECT {name} FROM {_quoted(table)} LIMIT 0")
        except sqlite3.OperationalError:
            return None
        return name
    return None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
