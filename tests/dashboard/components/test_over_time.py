from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pandas as pd

from analysis.outlets.pair_tables import OVER_TIME
from dashboard.components.over_time import over_time_shown
from dashboard.drawing import drawing
from dashboard.outlet_choice import Choice
from tests.dashboard.hand_made import links, of_class, words

CHOICE = Choice(value="loaded", voice="narration")
FIRST = datetime(2024, 3, 1, tzinfo=UTC)
DAYS = [FIRST + timedelta(days=60 * at) for at in range(12)]


def _events() -> pd.DataFrame:
    rows = ((f"e{at}", f"s{at}", day, 5.0, 4.0, 1.0 if at < 6 else 4.0, at) for at, day in enumerate(DAYS))
    return OVER_TIME.frame(rows)


def _shown(change: object) -> list[object]:
    return list(over_time_shown(_events(), change, {"e0": "A <b>storm</b>"}, name="Alpha", choice=CHOICE))


def test_a_change_is_drawn_only_where_it_is_there() -> None:
    days = {"day": DAYS[6], "earliest": DAYS[5], "latest": DAYS[7]}
    change = SimpleNamespace(found=True, enough=True, before=1.0, after=4.0, points=12, reason=None, **days)
    with_change = _shown(change)
    assert (
        "From about 24 February 2025 on (likely between 26 December 2024 and 25 April 2025), Alpha is at +4.00 per"
        in (words(with_change))
    )
    assert str(drawing(with_change, live=())).count("'likely'") == 2
    change.found = False
    without = _shown(change)
    assert "No change over time beyond chance, on 12 points in time." in words(without)
    assert "'likely'" not in str(drawing(without, live=()))


def test_too_few_points_are_said_and_still_drawn_with_their_table() -> None:
    few = SimpleNamespace(found=False, enough=False, reason="12 points in time; it takes 20", points=12)
    made = _shown(few)
    assert "Not enough evidence to speak of a change: 12 points in time; it takes 20." in words(made)
    assert str(drawing(made, live=())).count("'may-be-chance'") == 12
    assert links(made)[-1] == "/story/s0"
    assert "A <b>storm</b>" in words(of_class(made, "figure"))


def test_without_points_there_is_a_sentence_alone() -> None:
    made = over_time_shown(OVER_TIME.empty(), None, {}, name="Alpha", choice=CHOICE)
    assert "No dated event here has this value" in words(made)
