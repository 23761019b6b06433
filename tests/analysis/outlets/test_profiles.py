import numpy as np
import pandas as pd
import pytest

from analysis.outlets.cells import cells
from analysis.outlets.holdings import holdings
from analysis.outlets.profiles import FEWEST_EVENTS, LEVEL, adjusted, profiles
from analysis.tables import CELLS, PROFILES
from tests.analysis.outlets.invented import cells_of, frames, grid


def _of(frame, outlet):
    rows = frame[frame["outlet"] == outlet]
    assert len(rows) == 1
    return rows.iloc[0]


def _run(rows):
    scores, members, articles, credits, events = frames(rows)
    held = holdings(members, articles, credits)
    under = cells(scores, members, articles, credits, events=events)
    return profiles(under, holdings=held, values=[("sentiment", "narration")])


def test_the_difference_is_that_from_the_others_on_the_same_event():
    made = profiles(
        cells_of([("Amber", "e1", 0.6), ("Birch", "e1", 0.2), ("Cedar", "e1", 0.0), ("Amber", "e2", -0.4),
                  ("Birch", "e2", 0.0)])
    )  # fmt: skip
    # Amber: 0.6 - (0.2 + 0.0) / 2 = 0.5 at weight 2/3 and -0.4 at weight 1/2
    assert _of(made, "Amber")["difference"] == pytest.approx((0.5 * 2 / 3 - 0.4 / 2) / (2 / 3 + 1 / 2))
    assert _of(made, "Birch")["difference"] == pytest.approx((-0.1 * 2 / 3 + 0.4 / 2) / (2 / 3 + 1 / 2))
    assert _of(made, "Cedar")["difference"] == pytest.approx(-0.4)
    assert made["events"].tolist() == [2, 2, 1]
    assert list(made.columns) == PROFILES.names
    assert (made.dtypes == PROFILES.empty().dtypes).all()


@pytest.mark.parametrize(("events", "enough"), [(4, False), (5, True)])
def test_five_events_are_enough_to_speak_of_a_difference(events, enough):
    made = profiles(grid(np.random.default_rng(3).normal(size=(3, events))))
    assert made["enough"].tolist() == [enough] * 3
    assert made["reason"].isna().tolist() == [enough] * 3
    assert made["low"].notna().tolist() == [enough] * 3
    assert profiles(grid(np.random.default_rng(3).normal(size=(3, events))), fewest=4)["enough"].all()


def test_the_interval_holds_the_difference_and_is_none_where_p_is_small():
    rng = np.random.default_rng(8)
    made = profiles(grid(rng.normal(size=(40, 12)) + rng.normal(size=(40, 1))))
    assert ((made["low"] < made["difference"]) & (made["difference"] < made["high"])).all()
    assert (((made["low"] > 0) | (made["high"] < 0)) == (made["p"] < 0.05)).all()
    assert (made["q"] >= made["p"]).all()
    assert (made["different"] == (made["q"] <= LEVEL)).all()
    assert made["different"].any()


def test_shrinking_keeps_the_side_and_moves_the_unsure_ones_most():
    rng = np.random.default_rng(8)
    values = rng.normal(size=(30, 40)) + rng.normal(size=(30, 1))
    values[0, 6:] = np.nan
    made = profiles(grid(values))
    kept = made["shrunk"] / made["difference"]
    assert ((kept > 0) & (kept < 1)).all()
    assert kept.idxmin() == 0
    alike = profiles(grid(np.tile(rng.normal(size=(1, 40)), (6, 1)) + 1e-3 * rng.normal(size=(6, 40))))
    assert (alike["shrunk"].abs() <= alike["difference"].abs()).all()


def test_the_standard_difference_has_no_unit():
    values = np.random.default_rng(1).normal(size=(4, 20)) + np.array([[1.0], [0], [0], [0]])
    one, other = profiles(grid(values)), profiles(grid(values * 1000 + 7))
    assert other["difference"].tolist() == pytest.approx((one["difference"] * 1000).tolist())
    assert other["standard"].tolist() == pytest.approx(one["standard"].tolist())
    assert one["standard"][0] == pytest.approx(one["difference"][0] / values.std(ddof=1))


def test_what_is_shown_alone_is_adjusted_alone():
    rng = np.random.default_rng(5)
    made = profiles(grid(rng.normal(size=(30, 12)) + 0.4 * rng.normal(size=(30, 1))))
    one = adjusted(made.iloc[[7]])
    assert one["q"].iloc[0] == pytest.approx(made["p"].iloc[7])
    pd.testing.assert_frame_equal(adjusted(made), made)
    assert adjusted(made.iloc[:0]).empty


def test_measures_and_voices_are_kept_apart_and_in_order():
    rows = [("Amber", "e1", 0.5), ("Birch", "e1", 0.1)]
    under = [cells_of(rows, measure=m, voice=v) for m, v in (("loaded", "narration"), ("loaded", "headline"))]
    made = profiles(pd.concat(under), values=[("x", "body"), ("loaded", "narration")])
    values = [["x", "body"], ["loaded", "narration"], ["loaded", "headline"]]
    wanted = [[outlet, *value] for outlet in ("Amber", "Birch") for value in values]
    assert made[["outlet", "measure", "voice"]].to_numpy().tolist() == wanted


def test_one_outlet_only():
    made = _run([(f"a{e}", "Amber", f"e{e}", 0.1 * e) for e in range(9)])
    assert _says(made, "Amber") == "It is the only outlet held: there is nobody to compare it with."


def test_two_outlets_with_one_shared_event():
    made = _run([("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e1", 0.1), ("b2", "Birch", "e2", 0.1)])
    for outlet in ("Amber", "Birch"):
        assert _says(made, outlet) == "It has a value on 1 event that others tell as well; 5 are needed."


def test_an_outlet_whose_every_page_is_a_copy():
    scores, members, articles, credits, events = frames(
        [("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e1", 0.1), ("c1", "Cedar", "e1", 0.1)]
    )
    members.loc[members["article"] == "c1", "report"] = "a1"
    under = cells(scores, members, articles, credits, events=events)
    made = profiles(under, holdings=holdings(members, articles, credits))
    assert _says(made, "Cedar").startswith("Every page held of it is a copy")
    assert _of(made, "Cedar")["events"] == 0


def test_constant_scores():
    made = _run([(f"{o}{e}", o, f"e{e}", 0.25) for o in ("Amber", "Birch", "Cedar") for e in range(12)])
    assert _says(made, "Amber") == "All outlets have the same value on each of its 12 events: nothing varies."


def test_events_of_one_story_are_one_piece_of_evidence():
    made = _run([(f"{o}{e}", o, f"e{e}", value + e % 5 * more) for o, value, more in (("Amber", 0.1, 0.02),
                ("Birch", 0.3, 0.05)) for e in range(12)])  # fmt: skip
    row = _of(made, "Amber")
    assert (row["telling"], row["points"], row["enough"]) == (12, 1, False)
    assert row["reason"].startswith("The 12 events on which the outlets' values differ are all of one story:")


def test_a_rate_that_rests_on_a_handful_of_words_is_no_evidence():
    rows = [
        (o, f"e{e}", 2.0 + (o == "Amber") * 2 + (e * (3 if o == "Amber" else 7) % 5) / 5)
        for o in ("Amber", "Birch")
        for e in range(12)
    ]
    few = profiles(cells_of(rows, measure="loaded").assign(counted=200))
    said = "What is counted here was found fewer than 15 times in its reports, and would be at the others' rate: "
    said += "a handful of words is no habit."
    assert few["reason"].tolist() == [said, said]
    many = profiles(cells_of(rows, measure="loaded").assign(counted=900))
    assert many["enough"].all()


def test_constant_differences():
    made = profiles(cells_of([(o, f"e{e}", value) for o, value in (("Amber", 0.1), ("Birch", 0.3)) for e in range(12)]))
    row = _of(made, "Amber")
    assert row["difference"] == pytest.approx(-0.2)
    assert not row["enough"]
    assert "without any spread" in row["reason"]


def test_events_on_which_all_say_the_same_are_no_evidence():
    values = np.zeros((3, 30))
    values[0, :4] = 1.0
    made = profiles(grid(values))
    assert made["events"].tolist() == [30, 30, 30]
    assert made["telling"].tolist() == [4, 4, 4]
    assert made["reason"].iloc[0] == "On only 4 of its 30 events do the outlets' values differ; 5 are needed."
    values[1, 10] = 1.0
    assert profiles(grid(values))["enough"].all()


def test_too_few_sentences_are_not_enough_evidence():
    under = grid(np.random.default_rng(0).normal(size=(3, 7)))
    few = profiles(under.assign(counted=2))
    assert few["reason"].iloc[0] == "Its values here rest on 14 sentences or the like in all; 15 are needed."
    assert not few["enough"].any()
    assert profiles(under.assign(counted=3))["enough"].all()
    headline = grid(np.random.default_rng(0).normal(size=(3, 7)), voice="headline").assign(counted=1)
    assert profiles(headline)["enough"].all()


def test_all_scores_missing():
    made = _run([(f"{o}{e}", o, f"e{e}", np.nan) for o in ("Amber", "Birch") for e in range(6)])
    assert _says(made, "Amber") == "None of its own reports has a value here: there was nothing to count."
    assert profiles(CELLS.empty()).equals(PROFILES.empty())


def test_an_outlet_that_never_meets_another():
    made = _run([("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e2", 0.1), ("b2", "Birch", "e3", 0.1)])
    assert _says(made, "Amber").startswith("No other outlet has a value on the events it tells")


def test_the_frames_handed_in_are_left_alone():
    given = grid(np.random.default_rng(0).normal(size=(3, 8)))
    before = given.copy(deep=True)
    profiles(given)
    pd.testing.assert_frame_equal(given, before)


def _says(made, outlet):
    """Return the sentence of an outlet's row, which says nothing else."""
    row = _of(made, outlet)
    assert row[["low", "high", "p", "q", "shrunk"]].isna().all()
    assert not row["enough"]
    assert not row["different"]
    assert row["reason"].endswith(".")
    assert row["events"] == 0 or row["events"] < FEWEST_EVENTS or row["difference"] == 0
    return row["reason"]
