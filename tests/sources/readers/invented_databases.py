"""SQLite files made by tests."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path


def database(path: Path, *commands: str, rows: Sequence[Sequence[object]] = (), table: str = "newsdata") -> Path:
    """Make a database by these commands, and put the rows into the table."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for command in commands:
            connection.execute(command)
        for row in rows:
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    return path
