import numpy as np
import pytest

from analysis.ascending import bounds_of, passed


@pytest.mark.parametrize("bounds", [[], [0], [3, 3, 7], [1, 2, 4, 9, 20]], ids=["none", "first", "twice", "many"])
@pytest.mark.parametrize("places", [[], [0], [2, 3, 3, 8], [0, 1, 5, 9, 10, 30]], ids=["nowhere", "0", "few", "all"])
def test_each_place_has_passed_as_many_bounds_as_a_search_finds(bounds, places):
    few, many = np.array(bounds, dtype=np.int64), np.array(places, dtype=np.int64)
    assert passed(few, many).tolist() == np.searchsorted(few, many, side="right").tolist()


@pytest.mark.parametrize(
    ("runs", "count"), [([], 0), ([], 2), ([0, 0, 2], 3), ([1, 1], 4)], ids=["none", "empty", "gap", "late"]
)
def test_runs_begin_where_a_search_finds_them(runs, count):
    numbers = np.array(runs, dtype=np.int64)
    assert bounds_of(numbers, count=count).tolist() == np.searchsorted(numbers, np.arange(count + 1)).tolist()
