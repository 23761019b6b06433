from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from dashboard.outlet_choice import Choice
from dashboard.outlet_numbers import compared, events_behind, of_outlet, part_of, value_pairs
from tests.dashboard.outlets_made import Outlets

RESULTS = cast(Any, Outlets())
CHOICE = Choice(value="loaded", voice="narration")


def test_all_outlets_have_a_row_also_without_a_report_of_their_own() -> None:
    rows = compared(RESULTS, CHOICE).set_index("outlet")
    assert len(rows) == 6
    assert rows.loc["Alpha", "difference"] == pytest.approx(6.0, abs=0.5)
    assert rows["different"].tolist() == [name == "Alpha" or name in {"Beta", "Gamma"} for name in rows.index]
    assert "copy" in rows.loc["<b>Copies</b>", "reason"]


@pytest.mark.parametrize(
    ("part", "events"),
    [
        (replace(CHOICE, words="harbour"), 2),
        (replace(CHOICE, first=date(2026, 1, 3)), 6),
        (replace(CHOICE, last=date(2026, 1, 2)), 2),
        (replace(CHOICE, words="no such words"), 0),
    ],
    ids=["words", "first", "last", "nothing"],
)
def test_a_part_of_the_library_is_compared_alone(part: Choice, events: int) -> None:
    rows = compared(RESULTS, part).set_index("outlet")
    assert rows.loc["Alpha", "events"] == events
    own = of_outlet(RESULTS, "Alpha", part)
    assert own.loc[own["voice"] == "narration", "events"].tolist() == [events]


def test_a_group_is_compared_inside_itself() -> None:
    rows = compared(RESULTS, CHOICE, outlets=frozenset({"Beta", "Gamma"}))
    assert sorted(rows["outlet"]) == ["Beta", "Gamma"]
    assert not rows["different"].any()


def test_the_events_behind_a_difference_add_up_to_it() -> None:
    found = events_behind(part_of(RESULTS, CHOICE), "Beta")
    assert len(found) == 8
    assert found["day"].is_monotonic_decreasing
    assert (found["difference"] == found["value"] - found["others"]).all()
    assert found["difference"].mean() == pytest.approx(compared(RESULTS, CHOICE).set_index("outlet").loc["Beta",
        "difference"], abs=0.2)  # fmt: skip


def test_pairs_are_what_can_be_compared() -> None:
    assert value_pairs(RESULTS) == {("loaded", "narration"), ("loaded", "headline")}
