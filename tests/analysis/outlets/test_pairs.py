import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.outlets.over_time import changes
from analysis.outlets.pair_tables import HEAD_TO_HEAD, PAIR_EVENTS
from analysis.outlets.pairs import head_to_head, outlets_in, shared_events
from analysis.tables import CELLS
from sources.errors import InputError, UnknownName
from tests.analysis.outlets.invented import NOON, cells_of, grid


def worlds(rng, *, events=40, outlets=3, shift=0.0):
    """CELLS of a value of which each event has its own level; the first outlet's is higher by `shift`."""
    values = rng.normal(size=(outlets, events)) + rng.normal(scale=3.0, size=events)
    values[0] += shift
    return values


def test_a_rate_that_rests_on_a_handful_of_words_is_no_evidence():
    values = 3.0 + np.abs(worlds(np.random.default_rng(3), shift=2.0, events=12)) % 3
    cells = grid(values, measure="loaded")
    (few,) = head_to_head(cells.assign(counted=100), "outlet 000", "outlet 001").to_dict("records")
    assert (few["enough"], few["different"], np.isnan(few["p"])) == (False, False, True)
    assert few["reason"] == "what is counted was found fewer than 15 times with either"
    (many,) = head_to_head(cells.assign(counted=1000), "outlet 000", "outlet 001").to_dict("records")
    assert many["enough"]


def test_it_is_a_paired_t_test_on_the_events_that_both_tell():
    values = worlds(np.random.default_rng(3), shift=0.8)
    values[0, :5] = np.nan
    values[1, 30:] = np.nan
    (row,) = head_to_head(grid(values), "outlet 000", "outlet 001").to_dict("records")
    test = stats.ttest_rel(values[0, 5:30], values[1, 5:30])
    interval = test.confidence_interval(0.95)
    assert row["events"] == 25
    assert row["difference"] == pytest.approx(values[0, 5:30].mean() - values[1, 5:30].mean())
    assert (row["low"], row["high"]) == pytest.approx((interval.low, interval.high), abs=0.1), "but for the skewness"
    assert row["low"] <= interval.low
    assert row["p"] >= test.pvalue
    assert row["q"] == row["p"], "one row is shown"
    assert (row["first"], row["second"]) == pytest.approx((values[0, 5:30].mean(), values[1, 5:30].mean()))
    assert row["higher"] == (values[0, 5:30] > values[1, 5:30]).sum()
    assert row["higher"] + row["lower"] == 25
    assert row["enough"]
    assert row["different"] == (row["p"] <= 0.05)


def test_the_other_way_round_the_signs_turn():
    cells = grid(worlds(np.random.default_rng(4), shift=0.4))
    one, other = head_to_head(cells, "outlet 000", "outlet 002"), head_to_head(cells, "outlet 002", "outlet 000")
    assert one["difference"].to_numpy() == pytest.approx(-other["difference"].to_numpy())
    assert one["low"].to_numpy() == pytest.approx(-other["high"].to_numpy())
    assert one["higher"].tolist() == other["lower"].tolist()


def test_q_is_over_all_measures_and_voices_of_the_pair():
    rng = np.random.default_rng(5)
    parts = [grid(worlds(rng, outlets=2, shift=0.6 * (n == 0)), measure=f"m{n}", voice="headline") for n in range(8)]
    cells = CELLS.shaped(pd.concat([part.astype({"measure": str, "voice": str}) for part in parts]))
    made = head_to_head(cells, "outlet 000", "outlet 001")
    assert made["measure"].tolist() == [f"m{n}" for n in range(8)]
    assert made["q"].to_numpy() == pytest.approx(stats.false_discovery_control(made["p"].to_numpy()))
    assert list(made.columns) == HEAD_TO_HEAD.names
    assert (made["different"] == (made["q"] <= 0.05)).all()


def test_an_outlet_that_only_tells_disasters_is_no_sadder_than_another_on_the_same_events():
    rng = np.random.default_rng(6)
    disaster = np.arange(60) < 20
    values = np.where(disaster, -2.0, 2.0) + rng.normal(scale=0.5, size=(2, 60))
    values[0, ~disaster] = np.nan
    (row,) = head_to_head(grid(values), "outlet 000", "outlet 001").to_dict("records")
    assert np.nanmean(values[0]) - np.nanmean(values[1]) < -1.5, "the plain means differ"
    assert row["low"] < 0 < row["high"]
    assert row["events"] == 20


def test_of_pairs_with_no_difference_hardly_any_is_called_different():
    rng = np.random.default_rng(8)
    called = 0
    for _ in range(200):
        values = rng.lognormal(size=(24, 25)) + rng.normal(scale=2.0, size=25)
        parts = [grid(values[2 * n : 2 * n + 2], measure=f"m{n}") for n in range(12)]
        cells = CELLS.shaped(pd.concat([part.astype({"measure": str}) for part in parts]))
        called += head_to_head(cells, "outlet 000", "outlet 001")["different"].any()
    assert called <= 16, "5 % of 200 pages, and what chance adds to that (0.97 quantile)"


def test_a_planted_difference_of_half_a_spread_is_mostly_found():
    rng = np.random.default_rng(9)
    found = [
        head_to_head(grid(worlds(rng, events=60, outlets=2, shift=0.7)), "outlet 000", "outlet 001")["different"].any()
        for _ in range(100)
    ]
    assert np.mean(found) > 0.9


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([[1, 2, 3, np.nan], [2, 1, 4, 4]], "both have a value on 3 events only; it takes 5"),
        ([[1, np.nan], [2, 1]], "both have a value on 1 event only; it takes 5"),
        ([[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]], "both have the same value on all 6 events"),
        ([[1, 2, 3, 4, 5, 9], [1, 2, 3, 4, 5, 6]], "the two differ on 1 of 6 events only; it takes 5"),
        ([[2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6]],
         "the difference is the same on all 6 events: how far it varies cannot be told"),
    ],
    ids=["three", "one", "equal", "nearly equal", "constant"],
)  # fmt: skip
def test_what_is_missing_is_said(values, reason):
    (row,) = head_to_head(grid(np.array(values, dtype=float)), "outlet 000", "outlet 001").to_dict("records")
    assert row["reason"] == reason
    assert not row["enough"]
    assert not row["different"]
    assert np.isnan([row["low"], row["high"], row["p"], row["q"]]).all()


def test_a_measure_that_one_of_them_lacks_is_said_as_well():
    cells = pd.concat([
        cells_of([("Amber", f"e{n}", n) for n in range(6)] + [("Birch", f"e{n}", n * n + 2) for n in range(6)]),
        cells_of([("Amber", f"e{n}", n) for n in range(6)], measure="loaded", voice="headline"),
    ])  # fmt: skip
    made = head_to_head(cells, "Amber", "Birch").set_index("measure")
    assert made.loc["loaded", "reason"] == "no event on which both have a value"
    assert np.isnan(made.loc["loaded", "difference"])
    assert made.loc["sentiment", "enough"]


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        (("Amber", "Amber"), InputError, "Amber is compared with itself; name two outlets"),
        (("Amber", "Brich"), UnknownName, r"by an outlet 'Brich' can be compared \(copies .*\); there are Birch"),
        (("Amber", "Cedar"), InputError, "Amber and Cedar have told no event both in reports of their own"),
    ],
    ids=["itself", "unknown", "nothing shared"],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(names, error, message):
    cells = cells_of([("Amber", "e1", 1.0), ("Birch", "e1", 2.0), ("Cedar", "e2", 1.0)])
    with pytest.raises(error, match=message):
        head_to_head(cells, *names)
    with pytest.raises(UnknownName, match="there is none"):
        head_to_head(CELLS.empty(), "Amber", "Birch")


def test_the_events_behind_a_difference_are_listed_by_day():
    values = np.array([[1.0, 2.0, np.nan], [3.0, 1.0, 1.0]])
    made = shared_events(grid(values), "outlet 000", "outlet 001", measure="sentiment", voice="narration")
    assert list(made.columns) == PAIR_EVENTS.names
    assert made["event"].tolist() == ["e00000", "e00001"]
    assert made["difference"].tolist() == [-2.0, 1.0]
    assert made["day"].tolist() == [NOON.normalize() + pd.Timedelta(days=n) for n in range(2)]
    none = shared_events(grid(values), "outlet 000", "outlet 001", measure="loaded", voice="narration")
    assert none.empty


def test_the_cells_are_left_as_they_are():
    cells = grid(worlds(np.random.default_rng(1)))
    before = cells.copy(deep=True)
    head_to_head(cells, "outlet 000", "outlet 001")
    assert cells.equals(before)
    assert outlets_in(cells) == ["outlet 000", "outlet 001", "outlet 002"]


def test_categories_of_any_size_are_compared_as_texts_are():
    values = np.random.default_rng(10).normal(size=(2, 90))
    parts = [grid(values * n + n, measure=f"m{n:02}") for n in range(1, 41)]
    plain = pd.concat([part.astype({"measure": str, "event": str, "outlet": str}) for part in parts], ignore_index=True)
    coded = plain.astype({"measure": "category", "event": "category", "outlet": "category"})
    assert coded["measure"].cat.codes.dtype == np.int8
    made = head_to_head(coded, "outlet 000", "outlet 001")
    assert (made["events"] == 90).all()
    pd.testing.assert_frame_equal(made, head_to_head(plain, "outlet 000", "outlet 001"))
    assert (changes(coded, "outlet 000")["events"] == 90).all()
