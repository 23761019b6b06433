from datetime import UTC, datetime, timedelta

import pandas as pd

from analysis.tables import EVENTS
from dashboard.components import timeline
from tests.dashboard.hand_made import links, walk, words

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _events(count: int) -> pd.DataFrame:
    days = [NOON + timedelta(days=number) for number in range(count)]
    return EVENTS.frame([(f"e{n}", "s", f"Event {n}", 3, 2, day, day) for n, day in enumerate(days)])


def test_events_stand_in_order_with_the_chosen_one_said() -> None:
    made = timeline.timeline(_events(3), "e1", lambda event: f"/story/s?event={event}")
    assert links(made) == [f"/story/s?event=e{n}" for n in range(3)]
    on = [part for part in walk(made) if vars(part).get("aria-current")]
    assert len(on) == 1
    assert "Event 1" in words(on)
    assert "2 March 2026" in words(on)
    assert "3 pages, 2 independent reports" in words(on)


def test_of_many_events_those_around_the_chosen_one_are_shown() -> None:
    made = timeline.timeline(_events(200), "e150", str)
    assert len(links(made)) == timeline.MOST_EVENTS
    assert "e150" in links(made)
    assert "140 events earlier or later are not shown." in words(made)
