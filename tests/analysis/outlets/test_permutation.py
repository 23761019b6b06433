import numpy as np
import pandas as pd
import pytest

from analysis.outlets.permutation import by_chance
from analysis.outlets.profiles import profiles
from analysis.tables import CELLS, CHANCE
from tests.analysis.outlets.invented import grid


def _world(seed, *, shift=0.0, outlets=8, events=25):
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(outlets, events)) + 2 * rng.normal(size=events)
    values[rng.random(values.shape) < 0.3] = np.nan
    values[0] += shift
    return values


def test_a_real_difference_is_gone_once_the_names_are_dealt_out():
    under = grid(_world(1, shift=3.0))
    made = by_chance(under, shuffles=60)
    row = made.iloc[0]
    assert row["found"] == profiles(under)["different"].sum() > 0
    assert row["compared"] == 8
    assert row["shuffles"] == 60
    assert row["expected"] < 0.2
    assert row["none"] > 0.85
    assert list(made.columns) == CHANCE.names


def test_the_seed_alone_decides():
    under = grid(_world(2))
    pd.testing.assert_frame_equal(by_chance(under, shuffles=20, seed=3), by_chance(under, shuffles=20, seed=3))


def test_a_shuffle_is_what_profiles_make_of_dealt_out_names(monkeypatch):
    """Two equal measures are dealt out alike, so that their numbers are equal."""
    values = _world(3)
    one, same = CELLS.shaped(grid(values)), CELLS.shaped(grid(values, measure="same"))
    monkeypatch.setattr("analysis.outlets.permutation.LEVEL", 0.6)  # so that there is something to count
    made = by_chance(pd.concat([one, same], ignore_index=True), shuffles=30)
    assert made["expected"].iloc[0] == made["expected"].iloc[1] > 0


def test_shuffles_keep_each_events_values():
    from analysis.outlets.cells import blocks
    from analysis.outlets.estimates import estimates
    from analysis.outlets.permutation import _shuffled

    block = next(blocks(grid(np.array([[1.0, 4.0, 0.0, 2.0, 7.0, 3.0], [2.0, 6.0, 5.0, 2.5, 0.0, 1.0]]))))
    p = _shuffled(block, block.outlet, np.array([True, True]), times=400, seed=0)
    # two outlets, six events: each of the 2**6 ways of dealing out the names gives one of these p
    differences = np.array([-1.0, -2, -5, -0.5, 7, 2])
    known = set()
    for signs in np.ndindex(*[2] * 6):
        d = differences * np.where(signs, 1, -1)
        flat = np.concatenate([d, np.zeros(6)])
        made = estimates(np.repeat([0, 1], 6), np.tile(np.arange(6), 2), flat, outlets=2)
        known.add(round(float(made.chance()[0]), 9))
    seen = {round(float(each), 9) for each in p[:, 0]}
    assert seen <= known
    assert len(seen) > 0.9 * len(known)


def test_a_large_library_is_shuffled_less_often(monkeypatch):
    monkeypatch.setattr("analysis.outlets.permutation.MOST_CELLS", 1000)
    under = grid(_world(4))
    assert by_chance(under)["shuffles"].iloc[0] == 1000 // len(under)


@pytest.mark.parametrize(
    "values", [np.full((3, 9), 0.5), np.ones((1, 9)), np.array([[1.0], [2.0]])], ids=["constant", "alone", "one event"]
)
def test_where_nothing_can_be_compared_nothing_is_found(values):
    row = by_chance(grid(values), shuffles=3).iloc[0]
    assert (row["compared"], row["found"], row["expected"], row["none"]) == (0, 0, 0.0, 1.0)


def test_no_cells_give_no_rows():
    assert by_chance(CELLS.empty()).equals(CHANCE.empty())
