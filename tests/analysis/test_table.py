"""Frames have the columns and types that their table declares."""

from datetime import UTC, datetime, timedelta, timezone

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


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError):
        SMALL.frame([("a", 1), ("b", 2, 3)])
    with pytest.raises(ValueError):
        SMALL.frame([("a", 1, 2)])


@pytest.mark.parametrize("made", [Table.shaped, Table.typed])
def test_a_shaped_frame_is_a_copy_with_the_same_index(made):
    given = pd.DataFrame({"name": ["a", "b"], "n": [1, 2]}, index=[7, 7])
    frame = made(SMALL, given)
    assert frame.index.tolist() == [7, 7]
    frame.iloc[0, 1] = 9
    frame.iloc[0, 0] = "z"
    assert given.to_numpy().tolist() == [["a", 1], ["b", 2]]


def test_cells_are_turned_into_the_declared_types():
    given = pd.DataFrame({"name": pd.Series(["a", 5], dtype=object), "n": [1.0, 2.0], "more": ["kept", "kept"]})
    assert SMALL.shaped(given).dtypes.astype(str).tolist() == ["str", "int64"]
    assert SMALL.shaped(given)["name"].tolist() == ["a", "5"]
    assert SMALL.typed(given.drop(columns="n")).dtypes.astype(str).to_dict() == {"name": "str", "more": "str"}


def test_times_come_in_utc_from_any_zone():
    table = Table("t", "for tests", (Column("when", "time", "when", "unknown"),))
    zone = timezone(timedelta(hours=2))
    frame = table.frame([(datetime(2026, 5, 4, 12, tzinfo=zone),), (None,), (datetime(2026, 5, 4, 10, tzinfo=UTC),)])
    assert str(frame["when"].dtype) == "datetime64[us, UTC]"
    assert frame["when"].iloc[0] == frame["when"].iloc[2] == datetime(2026, 5, 4, 10, tzinfo=UTC)
    assert frame["when"].isna().tolist() == [False, True, False]
