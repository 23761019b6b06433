"""The public shape: names of tables and columns, and offsets that lead to the quote."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.results import Results
from analysis.tables import ALL_TABLES
from dashboard.exports.files import write_csv, write_json, write_parquet


@pytest.fixture(scope="module")
def exported(demo_library: Path) -> dict:
    return json.loads(write_json(Results.open(demo_library), None, story=None))


def test_keys_and_columns(exported):
    assert [key for key in exported if key != "info"] == [table.name for table in ALL_TABLES]
    assert exported["shortened"] == [], "every page of the demo is whole"
    for table in (table for table in ALL_TABLES if table.name != "shortened"):
        assert exported[table.name], f"the demo has no row of {table.name}"
        assert list(exported[table.name][0]) == table.names


def test_every_quote_stands_where_it_says(exported):
    articles = {row["id"]: row for row in exported["articles"]}
    assert len(exported["evidence"]) > 500
    for row in exported["evidence"]:
        text = articles[row["article"]]["title" if row["voice"] == "headline" else "text"]
        assert text[row["start"] : row["end"]] == row["quote"]


def test_nothing_to_count_is_null_and_never_zero(exported):
    assert all((row["value"] is None) == (row["n"] == 0) for row in exported["scores"])


def test_files_hold_the_same_rows(demo_library, exported, tmp_path):
    results = Results.open(demo_library)
    write_csv(results, tmp_path / "csv", story=None)
    write_parquet(results, tmp_path / "parquet", story=None)
    for table in ALL_TABLES:
        rows = len(exported[table.name])
        assert len(pd.read_csv(tmp_path / "csv" / f"{table.name}.csv")) == rows
        assert len(pd.read_parquet(tmp_path / "parquet" / f"{table.name}.parquet")) == rows
