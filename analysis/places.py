"""Where the rows of one article, fact, event or story stand in the tables of a run: found at once, not looked for."""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

KEYS = ("article", "claim", "event", "story", "id")
"""Columns by which pages ask for rows. The articles' own column is `id`."""

MOST_ASKED = 200
"""Keys for which places are looked up: for more, reading the column is as quick."""

_PREFIX = "places_of_"
_MOST_KEPT = 20_000


def note_places(connection: "duckdb.DuckDBPyConnection") -> None:
    """Make a table for each key that says for every table which of its rows are the key's.

    Left out are tables in which the rows of some key do not stand together, and keys that are missing.
    """
    for key in KEYS:
        noted = [table for table in _tables_with(connection, key) if _noted(connection, table, key)]
        if noted:
            columns = ", ".join(f"any_value({table}_{end}) AS {table}_{end}" for table in noted for end in _ENDS)
            rows = (f"SELECT key, first AS {table}_first, last AS {table}_last FROM _{table}" for table in noted)
            parts = " UNION ALL BY NAME ".join(rows)
            query = f"SELECT key, {columns} FROM ({parts}) GROUP BY key ORDER BY key"
            connection.execute(f"CREATE TABLE {_PREFIX}{key} AS {query}")
        for table in noted:
            connection.execute(f"DROP TABLE _{table}")


_ENDS = ("first", "last")


def _noted(connection: "duckdb.DuckDBPyConnection", table: str, key: str) -> bool:
    """Put down the first and last row of each key of a table, and return whether the rows between are its own."""
    ends = "min(rowid) AS first, max(rowid) AS last, count(*) AS n"
    query = f'SELECT "{key}" AS key, {ends} FROM "{table}" WHERE "{key}" IS NOT NULL GROUP BY "{key}"'
    connection.execute(f"CREATE TEMP TABLE _{table} AS {query}")
    (together,) = connection.execute(f"SELECT bool_and(last - first + 1 = n) FROM _{table}").fetchone() or (None,)
    if not together:
        connection.execute(f"DROP TABLE _{table}")
    return bool(together)


class Places:
    """Where the rows of keys stand in a run. Safe to share between threads; the places asked for last are kept."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection") -> None:
        found = connection.execute(
            f"SELECT table_name, column_name FROM information_schema.columns WHERE table_name LIKE '{_PREFIX}%' "
            "ORDER BY table_name, ordinal_position"
        ).fetchall()
        self._columns: dict[str, dict[str, int]] = {}
        for table, column in found:
            held = self._columns.setdefault(table.removeprefix(_PREFIX), {})
            held[column] = len(held)
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, str], tuple[int | None, ...]] = OrderedDict()

    @property
    def known(self) -> frozenset[tuple[str, str]]:
        """The tables, each with a key, for which places are noted."""
        ending = "_first"
        return frozenset(
            (column.removesuffix(ending), key)
            for key, columns in self._columns.items()
            for column in columns
            if column.endswith(ending)
        )

    def where(
        self, connection: "duckdb.DuckDBPyConnection", table: str, key: str, values: Iterable[object]
    ) -> tuple[str, list[object]]:
        """Return a condition that holds for the rows of a known `table` whose `key` is one of `values`.

        With it is returned what goes into it. `connection` asks for the places that are not kept.
        """
        rows = self._rows(connection, key, [str(value) for value in values])
        first, last = (self._columns[key][f"{table}_{end}"] for end in _ENDS)
        joined: list[list[int]] = []
        for start, end in sorted((row[first] or 0, row[last] or 0) for row in rows if row[first] is not None):
            if joined and joined[-1][1] == start - 1:
                joined[-1][1] = end
            elif not joined or joined[-1][1] < start:
                joined.append([start, end])
        ranges = " OR ".join("rowid BETWEEN ? AND ?" for _ in joined)
        return f"({ranges})" if joined else "FALSE", [end for ends in joined for end in ends]

    def _rows(
        self, connection: "duckdb.DuckDBPyConnection", key: str, values: list[str]
    ) -> list[tuple[int | None, ...]]:
        with self._lock:
            found = {value: self._kept[key, value] for value in values if (key, value) in self._kept}
        missing = list(dict.fromkeys(value for value in values if value not in found))
        if missing:
            named = ", ".join("?" * len(missing))
            query = f"SELECT * FROM {_PREFIX}{key} WHERE key IN ({named})"
            made = {str(row[0]): row for row in connection.execute(query, missing).fetchall()}
            found |= made
            with self._lock:
                self._kept |= {(key, value): row for value, row in made.items()}
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
        return list(found.values())


def _tables_with(connection: "duckdb.DuckDBPyConnection", key: str) -> list[str]:
    query = """
        SELECT table_name FROM information_schema.columns
        WHERE column_name = ? AND data_type = 'VARCHAR' AND table_catalog = current_database()
          AND table_schema = 'main' AND table_name NOT LIKE 'places_of_%' ORDER BY table_name
    """
    return [str(name) for (name,) in connection.execute(query, [key]).fetchall()]
