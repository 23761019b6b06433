from datetime import UTC, datetime, timedelta

from analysis.outlets.pair_tables import CHANCES, HOLES, SELECTION
from dashboard.components.selection import selection_shown
from tests.dashboard.hand_made import links, words

DAY = datetime(2026, 1, 1, tzinfo=UTC)
NAN = float("nan")
EVENTS = CHANCES.frame([("e1", "s1", DAY, 2, True, True, 0.5), ("e2", "s1", DAY, 2, False, False, NAN)])


def test_holes_are_no_choices_and_a_choice_is_against_the_lot() -> None:
    found = SELECTION.frame([("s1", 40, 4, 16.0, 10.0, 22.0, 0.001, 0.001, True, True, None)])
    holes = HOLES.frame([(DAY, DAY + timedelta(days=3), 4, 1)])
    made = selection_shown(EVENTS, found, holes, {"s1": "A <b>storm</b>"})
    said = words(made)
    assert "tell 2 events. From the days of 1 of them no page of this outlet is held" in said
    assert "A <b>storm</b>40416.010.0 to 22.0less than the lot gives" in said
    assert "1–4 January 2026: 4 days, 1 event of others" in said
    assert links(made) == ["/story/s1"]


def test_too_little_is_said() -> None:
    few = SELECTION.frame([("s1", 2, 1, 1.0, NAN, NAN, NAN, NAN, False, False, "2 events: too few")])
    assert "Not enough evidence: no story has enough events" in words(selection_shown(EVENTS, few, HOLES.empty(), {}))
    assert "nothing can be said of a choice" in words(
        selection_shown(CHANCES.empty(), SELECTION.empty(), HOLES.empty(), {})
    )
