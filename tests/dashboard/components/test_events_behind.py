from typing import Any, cast

from dashboard.components.events_behind import events_table
from dashboard.outlet_choice import Choice
from dashboard.outlet_numbers import events_behind
from tests.dashboard.hand_made import links, words
from tests.dashboard.outlets_made import Outlets

CHOICE = Choice(value="loaded", voice="narration")


def test_each_event_has_both_values_and_a_link_to_its_story() -> None:
    results = cast(Any, Outlets())
    events = events_behind(results.cells("loaded", voice="narration"), "Alpha")
    made = events_table(results, events, choice=CHOICE, first="Alpha")
    assert links(made) == [f"/story/s{at}" for at in reversed(range(8))]
    assert "8 events: higher on 8, lower on 0." in words(made)
    assert "Event 0" in words(made)
    assert "3 outlets" in words(made)
    assert "in 300 words" in words(made)


def test_without_a_shared_event_it_says_so() -> None:
    results = cast(Any, Outlets())
    events = events_behind(results.cells("loaded", voice="narration"), "Epsilon")
    assert "No event here" in words(events_table(results, events, choice=CHOICE, first="Epsilon"))
