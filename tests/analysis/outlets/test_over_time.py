import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.outlets.over_time import FEWEST_ASIDE, FEWEST_POINTS, changes, over_time
from analysis.outlets.pair_tables import CHANGES, OVER_TIME
from analysis.tables import CELLS
from tests.analysis.outlets.invented import NOON, cells_of, grid

FIRST = NOON.normalize()


def world(rng, *, events, step=0.0, at=None, outlets=4):
    """CELLS in which the first outlet's values are higher by `step` from event `at` on; a day an event."""
    values = rng.normal(size=(outlets, events)) + rng.normal(scale=2.0, size=events)
    values[0, events // 2 if at is None else at :] += step
    return grid(values)


def one(cells, **more):
    (row,) = changes(cells, "outlet 000", **more).to_dict("records")
    return row


def test_the_points_are_the_differences_from_the_mean_of_the_others_by_day():
    cells = cells_of([("Amber", "e2", 5.0), ("Birch", "e2", 1.0), ("Cedar", "e2", 2.0), ("Amber", "e1", 1.0),
                      ("Birch", "e1", 3.0), ("Amber", "e3", 9.0), ("Birch", "e4", 9.0)])  # fmt: skip
    cells["day"] = pd.to_datetime(cells["event"].map({"e1": FIRST, "e2": FIRST + pd.Timedelta(days=40), "e3": FIRST,
                                                      "e4": FIRST}), utc=True)  # fmt: skip
    made = over_time(cells, "Amber", measure="sentiment", voice="narration")
    assert list(made.columns) == OVER_TIME.names
    assert made[["event", "value", "others", "difference"]].values.tolist() == [
        ["e1", 1.0, 3.0, -2.0],
        ["e2", 5.0, 1.5, 3.5],
    ]
    assert made["point"].tolist() == [0, 1]


def test_events_of_one_story_are_one_point_for_four_weeks():
    values = np.random.default_rng(1).normal(size=(2, 60))
    cells = grid(values).assign(story="one long story")
    made = over_time(cells, "outlet 000", measure="sentiment", voice="narration")
    assert made["point"].tolist() == [n // 28 for n in range(60)]
    row = one(cells)
    assert (row["events"], row["points"], row["enough"]) == (60, 3, False)
    assert row["reason"] == "3 points in time (events of one story within four weeks are one); it takes 20"


def test_a_planted_step_is_found_at_its_day_with_its_size():
    row = one(world(np.random.default_rng(2), events=80, step=2.0, at=50))
    assert row["found"]
    assert abs((row["day"] - FIRST).days - 50) <= 3
    assert row["earliest"] <= FIRST + pd.Timedelta(days=50) <= row["latest"]
    assert row["after"] - row["before"] == pytest.approx(2.0, abs=0.7)
    assert row["q"] == row["p"] <= 0.001


def test_the_moment_is_the_one_with_the_greatest_t():
    cells = world(np.random.default_rng(3), events=40, step=1.8)
    points = over_time(cells, "outlet 000", measure="sentiment", voice="narration")["difference"].to_numpy()
    ts = {k: abs(stats.ttest_ind(points[:k], points[k:]).statistic) for k in range(FEWEST_ASIDE, 41 - FEWEST_ASIDE)}
    assert (one(cells)["day"] - FIRST).days == max(ts, key=ts.get)


def several(values, *, days_a_story=1):
    """CELLS of several worlds (world, outlet, event), each a measure of its own; a day an event."""
    measure, outlet, event = (each.ravel() for each in np.indices(values.shape))
    named = {
        "measure": (measure, [f"m{n:03}" for n in range(values.shape[0])]),
        "voice": (measure * 0, ["narration"]),
        "outlet": (outlet, [f"outlet {n:03}" for n in range(values.shape[1])]),
        "event": (event, [f"e{n:05}" for n in range(values.shape[2])]),
        "story": (event // days_a_story, [f"s{n:05}" for n in range(values.shape[2])]),
    }
    columns = {name: pd.Categorical.from_codes(codes, names) for name, (codes, names) in named.items()}
    return pd.DataFrame({**columns, "day": FIRST + pd.to_timedelta(event, unit="D"), "value": values.ravel()})


def test_where_nothing_changes_at_most_one_in_twenty_is_drawn():
    values = np.random.default_rng(4).normal(size=(300, 3, 40))
    made = changes(several(values), "outlet 000")
    assert made["enough"].all()
    assert (made["p"] <= 0.05).sum() <= 22, "5 % of 300, and what chance adds to that (0.97 quantile)"
    assert not made["found"].any(), "with q over all of them none is"


def test_skewed_scores_in_running_stories_draw_no_more():
    rng = np.random.default_rng(5)
    values = rng.lognormal(size=(200, 3, 120))
    values[:, 0] += np.repeat(rng.normal(scale=1.5, size=(200, 40)), 3, axis=1)  # what it makes of a story lasts
    made = changes(several(values, days_a_story=3), "outlet 000")
    assert (made["points"] == 40).all()
    assert (made["p"] <= 0.05).sum() <= 16


@pytest.mark.parametrize(("aside", "share"), [(15, 0.45), (30, 0.78)])
def test_a_step_of_one_spread_is_mostly_found(aside, share):
    values = np.random.default_rng(6).normal(size=(150, 4, 2 * aside))
    values[:, 0, aside:] += np.sqrt(1 + 1 / 3)  # the spread of the difference from the mean of three others
    made = changes(several(values), "outlet 000")
    assert (made["p"] <= 0.05).mean() >= share


def test_each_measure_and_voice_has_its_row_and_q_counts_them_all():
    rng = np.random.default_rng(7)
    parts = [world(rng, events=40, step=3.0 * (n == 1)).astype({"measure": str, "voice": str}) for n in range(6)]
    cells = pd.concat([part.assign(measure=f"m{n}") for n, part in enumerate(parts)])
    made = changes(cells, "outlet 000")
    assert list(made.columns) == CHANGES.names
    assert made["measure"].tolist() == [f"m{n}" for n in range(6)]
    assert made["q"].to_numpy() == pytest.approx(stats.false_discovery_control(made["p"].to_numpy()))
    assert made.loc[made["found"], "measure"].tolist() == ["m1"]
    assert made.loc[~made["found"], ["day", "earliest", "latest", "before", "after"]].isna().all(axis=None)


def test_what_is_missing_is_said():
    values = np.random.default_rng(8).normal(size=(2, FEWEST_POINTS - 1))
    row = one(grid(values))
    assert row["reason"].startswith("19 points in time")
    same = one(grid(np.vstack((np.arange(30.0) + 2, np.arange(30.0)))))
    assert same["reason"] == "the difference is the same at all 30 points in time"
    assert not same["enough"] | same["found"]
    undated = one(grid(values).assign(day=pd.Series(pd.NaT, index=range(38), dtype="datetime64[us, UTC]")))
    assert (undated["undated"], undated["events"], undated["points"]) == (19, 0, 0)
    alone = one(cells_of([("outlet 000", "e1", 1.0), ("Birch", "e2", 1.0)]))
    assert (alone["events"], alone["enough"]) == (0, False)
    assert changes(CELLS.empty(), "outlet 000").empty


def test_the_seed_alone_decides_the_orders():
    cells = world(np.random.default_rng(9), events=30, step=1.0)
    assert changes(cells, "outlet 000").equals(changes(cells, "outlet 000"))
