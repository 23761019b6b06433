import sqlite3

import pytest

from sources.errors import NotText, TooLarge
from sources.readers.tables import sqlite_rows
from sources.readers.tables.sqlite_rows import columns_in, opened, rows_in, tables_of
from tests.sources.readers.invented_databases import database


def test_rows_are_read_in_order_and_in_part(tmp_path):
    path = database(tmp_path / "a?b#c.db", "CREATE TABLE newsdata (id, title)", rows=[("x", "A"), ("y", None)])
    before = path.read_bytes()
    with opened(path) as connection:
        assert tables_of(connection) == {"newsdata": "table"}
        assert columns_in(connection, "newsdata") == ["id", "title"]
        assert list(rows_in(connection, "newsdata", ["title"])) == [(1, {"title": "A"}), (2, {"title": None})]
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("made", "numbers"),
    [
        ("CREATE TABLE newsdata (id TEXT PRIMARY KEY, rowid TEXT)", [1, 2]),
        ("CREATE TABLE newsdata (id TEXT PRIMARY KEY, title TEXT) WITHOUT ROWID", [1, 2]),
        ('CREATE TABLE newsdata (id INTEGER PRIMARY KEY, "ti""tle" TEXT)', [7, 9]),
    ],
)
def test_tables_of_every_make(tmp_path, made, numbers):
    path = database(tmp_path / "a.db", made, rows=[(7, "A"), (9, "B")])
    with opened(path) as connection:
        columns = columns_in(connection, "newsdata")
        found = list(rows_in(connection, "newsdata", columns))
    assert [number for number, _ in found] == numbers
    assert [row[columns[1]] for _, row in found] == ["A", "B"]


def test_nothing_in_the_file_is_run(tmp_path):
    path = database(
        tmp_path / "a.db",
        "CREATE TABLE plain (a, b AS (zeroblob(1000000000)))",
        "CREATE VIEW newsdata AS SELECT zeroblob(1000000000) AS content FROM plain",
        "CREATE VIRTUAL TABLE found USING fts5(content)",
        "INSERT INTO plain VALUES (1)",
    )
    with opened(path) as connection:
        kinds = tables_of(connection)
        assert (kinds["plain"], kinds["newsdata"], kinds["found"]) == ("table", "view", "virtual table")
        assert columns_in(connection, "plain") == ["a"]
        assert list(rows_in(connection, "plain", ["a"])) == [(1, {"a": 1})]
        for command in (
            "SELECT * FROM newsdata",
            "SELECT load_extension('x')",
            "SELECT hex(a) FROM plain",
            "INSERT INTO plain VALUES (2)",
            "ATTACH 'x.db' AS x",
        ):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(command).fetchall()


def test_a_row_that_is_too_large_is_left_out(tmp_path, monkeypatch):
    rows = [("a", "A"), ("b", "B" * 30_000), ("c", "C"), ("d", "D" * 30_000)]
    path = database(tmp_path / "a.db", "CREATE TABLE newsdata (id, content)", rows=rows)
    monkeypatch.setattr(sqlite_rows, "LONGEST", 20_000)
    with opened(path) as connection:
        found = list(rows_in(connection, "newsdata", ["content"]))
    assert [number for number, _ in found] == [1, 2, 3, 4]
    assert [type(row) for _, row in found] == [dict, TooLarge, dict, TooLarge]


def test_letters_that_are_none_do_not_stop_it(tmp_path):
    path = database(
        tmp_path / "a.db", "CREATE TABLE newsdata (a)", "INSERT INTO newsdata VALUES (CAST(x'41ff' AS TEXT))"
    )
    with opened(path) as connection:
        assert list(rows_in(connection, "newsdata", ["a"])) == [(1, {"a": "A\ufffd"})]


def test_a_damaged_file_is_one_line(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    with pytest.raises(NotText, match="is a damaged SQLite database"), opened(path) as connection:
        tables_of(connection)


def test_damage_in_a_name_is_one_line(tmp_path):
    path = database(tmp_path / "a.db", "CREATE TABLE newsdata (id TEXT PRIMARY KEY, content)")
    path.write_bytes(path.read_bytes().replace(b"sqlite_autoindex", b"sqlite\xdfautoindex"))
    with pytest.raises(NotText, match="is a damaged SQLite database"), opened(path) as connection:
        tables_of(connection)
