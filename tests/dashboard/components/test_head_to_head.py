from typing import Any, cast

from analysis.outlets.pairs import head_to_head
from dashboard.components.head_to_head import findings, shown_rows, side_by_side, strongest
from dashboard.outlet_choice import Choice
from dashboard.outlet_numbers import spreads
from tests.dashboard.hand_made import of_class, words
from tests.dashboard.outlets_made import Outlets

CELLS = cast(Any, Outlets()).rows("cells", outlet=["Alpha", "Beta"])
CHOICE = Choice(value="loaded", voice="narration")


def test_rows_stand_in_the_order_of_measures_and_the_strongest_come_first() -> None:
    rows = shown_rows(head_to_head(CELLS, "Alpha", "Beta"))
    assert rows["voice"].tolist() == ["narration", "headline"]
    assert strongest(rows, spreads(CELLS))["voice"].tolist() == ["narration"]


def test_values_are_drawn_in_standard_deviations_and_said_in_their_unit() -> None:
    rows = shown_rows(head_to_head(CELLS, "Alpha", "Beta"))
    pairs = [("a", "Alpha"), ("b", "Beta")]
    made = side_by_side(rows, spreads(CELLS), names=("Alpha", "Beta"), path="/two", pairs=pairs, choice=CHOICE).body
    said = of_class(made, "strip-said")[1]
    drawn = float(said.to_plotly_json()["props"]["data-v"])
    row = rows.iloc[0]
    assert drawn == float(f"{row['difference'] / spreads(CELLS)['loaded', 'narration']:.6g}")
    assert "per 1,000 words" in words(said)


def test_nothing_beyond_chance_is_said() -> None:
    some = CELLS[CELLS["voice"] == "headline"]
    rows = shown_rows(head_to_head(some, "Alpha", "Beta"))
    said = words(findings(rows, spreads(some), names=("Alpha", "Beta"), path="/two", pairs=[], choice=CHOICE).body)
    assert "lies beyond what chance gives" in said or "What cannot be said" in said
