from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.outlets.cells import blocks, cells, chosen, coded
from analysis.tables import ARTICLES, CELLS, CREDITS, EVENTS, MEMBERS, SCORES
from tests.analysis.outlets.invented import frames, grid


def _cells(rows):
    scores, members, articles, credits, events = frames(rows)
    return cells(scores, members, articles, credits, events=events)


def _plain(frame):
    return [(r.outlet, r.event, round(r.value, 9), r.n, r.counted) for r in CELLS.shaped(frame).itertuples()]


def test_a_cell_is_the_mean_over_an_outlets_own_reports_of_an_event():
    made = _cells(
        [("b1", "Birch", "e1", 0.2), ("a1", "Amber", "e1", 0.5), ("a2", "Amber", "e1", 0.7), ("a3", "Amber", "e2", 0.0)]
    )
    assert _plain(made) == [("Amber", "e1", 0.6, 2, 20), ("Amber", "e2", 0.0, 1, 10), ("Birch", "e1", 0.2, 1, 10)]
    assert list(made.columns) == CELLS.names
    assert made["day"].tolist() == [pd.Timestamp(f"2026-03-0{d}", tz="UTC") for d in (1, 2, 1)]
    shaped = CELLS.shaped(made)
    assert (shaped.dtypes == CELLS.empty().dtypes).all()


def test_values_that_cannot_be_said_and_unknown_outlets_have_no_cell():
    made = _cells([("a1", "Amber", "e1", 0.5), ("a2", "Amber", "e1", np.nan), ("x", None, "e1", 9.0)])
    assert _plain(made) == [("Amber", "e1", 0.5, 1, 10)]
    assert _cells([("a1", "Amber", "e1", np.nan)]).empty


def test_copies_and_agencies_texts_are_no_reports_but_on_the_agencys_own_page():
    scores, members, articles, _, events = frames(
        [(i, o, "e1", 0.1) for i, o in (("a", "Amber"), ("b", "Birch"), ("c", "Cedar"), ("w", "Wire"))]
    )
    members.loc[members["article"] == "a", "report"] = "b"
    credits = CREDITS.frame([("c", "Wire", True, "byline", "AP"), ("w", "Wire", True, "outlet", None)])
    made = cells(scores, members, articles, credits, events=events)
    assert made["outlet"].tolist() == ["Birch", "Wire"]


def test_measures_and_voices_stand_in_the_order_of_the_scores_each_in_one_block():
    scores, members, articles, credits, events = frames([("b", "Birch", "e1", 0.2), ("a", "Amber", "e1", 0.5)])
    more = [scores.assign(voice="quotation"), scores.assign(measure="loaded"), scores.assign(measure="agency")]
    mixed = pd.concat([scores, *more]).sort_values("article", kind="stable")
    made = cells(mixed, members, articles, credits, events=events)
    blocks = [("sentiment", "narration"), ("sentiment", "quotation"), ("loaded", "narration"), ("agency", "narration")]
    names = zip(made["measure"], made["voice"], made["outlet"], strict=True)
    assert list(names) == [(*block, outlet) for block in blocks for outlet in ("Amber", "Birch")]


def test_cells_are_those_of_a_plain_group_by():
    rng = np.random.default_rng(4)
    rows = [(f"a{i}", f"o{rng.integers(6)}", f"e{rng.integers(20):02}", rng.normal()) for i in range(400)]
    made = CELLS.shaped(_cells(rows))
    plain = pd.DataFrame(rows, columns=["id", "outlet", "event", "value"]).groupby(["outlet", "event"])["value"]
    pd.testing.assert_series_equal(
        made.set_index(["outlet", "event"])["value"], plain.mean(), check_names=False, check_index_type=False
    )
    assert made["n"].tolist() == plain.size().tolist()


def test_an_event_without_a_date_has_no_day():
    scores, members, articles, credits, events = frames([("a", "Amber", "e1", 0.1)])
    made = cells(scores, members, articles, credits, events=EVENTS.shaped(events.assign(first=None)))
    assert made["day"].isna().all()
    assert chosen(made, first=date(2020, 1, 1)).empty
    assert len(chosen(made)) == 1


def test_nothing_gives_no_rows_of_the_right_shape():
    made = cells(SCORES.empty(), MEMBERS.empty(), ARTICLES.empty(), CREDITS.empty(), events=EVENTS.empty())
    pd.testing.assert_frame_equal(made, CELLS.empty())


@pytest.mark.parametrize("form", ["categories", "texts"])
def test_cells_are_chosen_by_what_they_are_of(form):
    held = grid(np.array([[1.0, 2.0, 3.0], [4.0, np.nan, 6.0]]))
    held = held if form == "categories" else CELLS.shaped(held)
    assert chosen(held, outlets=["outlet 001"])["value"].tolist() == [4.0, 6.0]
    assert chosen(held, events={"e00000", "no such"})["value"].tolist() == [1.0, 4.0]
    assert chosen(held, stories=["s00002"], outlets=["outlet 000"])["value"].tolist() == [3.0]
    assert chosen(held, first=date(2026, 3, 2), last=date(2026, 3, 2))["value"].tolist() == [2.0]
    assert chosen(held, measure="loaded").empty
    assert chosen(held, measure="sentiment", voice="narration").equals(held)


def test_names_are_numbered_in_their_order():
    codes, names = coded(pd.Series(["b", None, "a", "b"], dtype="str"))
    assert (codes.tolist(), names) == ([1, -1, 0, 1], ["a", "b"])
    codes, names = coded(pd.Series(pd.Categorical(["b", "b"], categories=["c", "b", "a"])))
    assert (codes.tolist(), names) == ([1, 1], ["c", "b", "a"])


def test_the_frames_handed_in_are_left_alone():
    given = frames([("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e1", 0.1)])
    before = [frame.copy(deep=True) for frame in given]
    cells(*given[:4], events=given[4])
    for frame, kept in zip(given, before, strict=True):
        pd.testing.assert_frame_equal(frame, kept)


def test_blocks_are_the_cells_of_one_measure_and_voice_in_any_order():
    one = grid(np.array([[1.0, 2.0], [3.0, 4.0]]))
    other = grid(np.array([[5.0, np.nan], [np.nan, 6.0]]), voice="quotation")
    together = CELLS.shaped(pd.concat([CELLS.shaped(one), CELLS.shaped(other)], ignore_index=True))
    for frame in (together, together.iloc[[4, 0, 1, 5, 2, 3]]):
        found = {block.voice: block for block in blocks(frame)}
        assert found["narration"].value.tolist() == [1.0, 2.0, 3.0, 4.0]
        assert found["narration"].outlet.tolist() == [0, 0, 1, 1]
        assert found["quotation"].event.tolist() == [0, 1]
    assert list(blocks(CELLS.empty())) == []
    last = next(blocks(chosen(one, events=["e00001"])))
    assert (last.event.tolist(), last.key.tolist()) == ([0, 0], [1, 1])
