import sqlite3

import duckdb
import pytest

from analysis.opening import opened


def test_a_file_of_another_kind_is_refused_and_nothing_is_fetched(tmp_path):
    other = tmp_path / "other.duckdb"
    made = sqlite3.connect(other)
    made.execute("CREATE TABLE a (b)")
    made.close()
    with pytest.raises(duckdb.Error) as refused:
        opened(other)
    assert "download" not in str(refused.value)


def test_what_is_written_is_read(tmp_path):
    with opened(tmp_path / "run.duckdb", read_only=False) as connection:
        connection.execute("CREATE TABLE a AS SELECT 1 AS b")
    with opened(tmp_path / "run.duckdb") as connection:
        assert connection.execute("SELECT b FROM a").fetchone() == (1,)
