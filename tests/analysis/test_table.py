"""Frames have the columns and types that their table declares."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from analysis.table import Column, Table
from analysis.tables import ALL_TABLES

SMALL = Table("small", "for tests", (Column("name", "text", "a name", "unknown"), Column("n", "integer", "a count")))


def test_missing_text_and_order_of_columns():
    made = SMALL.frame([("a", 1), (None, 2)])
    assert made["name"].isna().tolist() == [False, True]
    assert list(SMALL.shaped(made[["n", "name"]].assign(more=0)).columns) == ["name", "n"]


def test_a_count_cannot_be_missing():
    with pytest.raises((TypeError, ValueError)):
        SMALL.shaped(pd.DataFrame({"name": ["a"], "n": [None]}))


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_empty_and_filled_have_the_same_types(table):
    example = {
        "text": "x",
        "integer": 1,
        "number": 0.5,
        "flag": True,
        "time": datetime(2026, 5, 4, tzinfo=UTC),
        "spans": [],
    }
    filled = table.frame([tuple(example[column.kind] for column in table.columns)])
    assert filled.dtypes.astype(str).tolist() == table.empty().dtypes.astype(str).tolist()
    assert len(set(table.names)) == len(table.names)
    assert all(column.meaning and column.missing for column in table.columns)


def test_times_that_are_all_missing():
    table = Table("t", "for tests", (Column("when", "time", "when", "unknown"),))
    assert table.frame([(None,), (pd.NaT,)])["when"].isna().all()
