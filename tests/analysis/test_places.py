"""Rows are found by their places exactly as by looking at every row."""

import duckdb
import pytest

from analysis import places
from analysis.places import Places, note_places


@pytest.fixture
def connection():
    made = duckdb.connect()
    made.execute("CREATE TABLE scores (article VARCHAR, value INTEGER)")
    made.execute("INSERT INTO scores VALUES ('b', 1), ('b', 2), ('a', 3), (NULL, 4), ('d', 5), ('c', 6), ('c', 7)")
    made.execute("CREATE TABLE quoted (event VARCHAR, article VARCHAR)")
    made.execute("INSERT INTO quoted VALUES ('e1', 'a'), ('e1', 'b'), ('e2', 'a')")
    made.execute("CREATE TABLE empty (event VARCHAR)")
    note_places(made)
    yield made
    made.close()


def test_only_tables_whose_rows_stand_together_are_noted(connection):
    assert Places(connection).known == {("scores", "article"), ("quoted", "event")}


@pytest.mark.parametrize(
    "asked", [["a"], ["b", "c"], ["c", "d", "b"], ["none"], ["a", "none"], ["a'); DROP TABLE scores --"]], ids=str
)
def test_rows_are_those_of_the_keys(connection, asked):
    condition, values = Places(connection).where(connection, "scores", "article", asked)
    found = connection.execute(f"SELECT value FROM scores WHERE {condition} ORDER BY rowid", values).fetchall()
    known = ["b", "b", "a", None, "d", "c", "c"]
    assert [value for (value,) in found] == [at + 1 for at, key in enumerate(known) if key in asked]


def test_neighbours_are_one_stretch(connection):
    assert Places(connection).where(connection, "scores", "article", ["d", "c"]) == ("(rowid BETWEEN ? AND ?)", [4, 6])


def test_a_key_of_another_table_has_no_rows_here(connection):
    connection.execute("CREATE TABLE claims (event VARCHAR)")
    connection.execute("INSERT INTO claims VALUES ('e9')")
    connection.execute("DROP TABLE places_of_article")
    connection.execute("DROP TABLE places_of_event")
    note_places(connection)
    assert Places(connection).where(connection, "quoted", "event", ["e9"]) == ("FALSE", [])


def test_nothing_is_known_of_a_run_without_them():
    with duckdb.connect() as empty:
        assert Places(empty).known == frozenset()


def test_places_are_asked_for_once_and_the_last_are_kept(connection, monkeypatch):
    held = Places(connection)
    wanted = held.where(connection, "scores", "article", ["a", "b"])
    assert held.where(None, "scores", "article", ["b", "a"]) == wanted == ("(rowid BETWEEN ? AND ?)", [0, 2])
    monkeypatch.setattr(places, "_MOST_KEPT", 1)
    held.where(connection, "scores", "article", ["c", "d"])
    assert len(held._kept) == 1
