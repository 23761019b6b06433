"""Where the rows of one article, fact, event or story stand in the tables of a run: found at once, not looked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

KEYS = ("article", "claim", "event", "story", "id")
"""Columns by which pages ask for rows. The articles' own column is `id`."""

MOST_ASKED = 200
"""Keys for which places are looked up: for more, reading the column is as quick."""

_PREFIX = "places_of_"


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


def places_known(connection: "duckdb.DuckDBPyConnection") -> frozenset[tuple[str, str]]:
    """Return the tables, each with a key, whose places are noted in a run."""
    found = connection.execute(
        f"SELECT column_name, table_name FROM information_schema.columns WHERE table_name LIKE '{_PREFIX}%'"
    ).fetchall()
    ending = "_first"
    return frozenset(
        (column.removesuffix(ending), table.removeprefix(_PREFIX)) for column, table in found if column.endswith(ending)
    )


def where(
    connection: "duckdb.DuckDBPyConnection", table: str, key: str, values: Sequence[object]
) -> tuple[str, list[object]]:
    """Return a condition that holds for the rows of `table` whose `key` is one of `values`, and what goes into it."""
    named = ", ".join("?" * len(values))
    query = f"SELECT {table}_first, {table}_last FROM {_PREFIX}{key} WHERE key IN ({named})"
    found = sorted(ends for ends in connection.execute(query, list(values)).fetchall() if ends[0] is not None)
    joined: list[list[int]] = []
    for first, last in found:
        if joined and joined[-1][1] == first - 1:
            joined[-1][1] = last
        else:
            joined.append([first, last])
    ranges = " OR ".join("rowid BETWEEN ? AND ?" for _ in joined)
    return f"({ranges})" if joined else "FALSE", [end for ends in joined for end in ends]


def _tables_with(connection: "duckdb.DuckDBPyConnection", key: str) -> list[str]:
    query = """
        SELECT table_name FROM information_schema.columns
        WHERE column_name = ? AND data_type = 'VARCHAR' AND table_catalog = current_database()
          AND table_schema = 'main' AND table_name NOT LIKE 'places_of_%' ORDER BY table_name
    """
    return [str(name) for (name,) in connection.execute(query, [key]).fetchall()]
