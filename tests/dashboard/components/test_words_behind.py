from typing import Any, cast

import pandas as pd

from dashboard.components.words_behind import words_behind
from dashboard.outlet_choice import Choice
from tests.dashboard.hand_made import WIRE, HandMade, links, words

CHOICE = Choice(value="sentiment", voice="narration")


def test_words_are_those_of_own_reports_and_open_what_was_counted() -> None:
    events = pd.DataFrame({"event": ["e-fire"], "difference": [0.4]})
    made = words_behind(cast(Any, HandMade()), events, choice=CHOICE, names=("Reuters", "BBC"))
    assert "Reuters" in words(made)
    assert "hurt1×" in words(made)
    assert "No word was counted." in words(made)  # the BBC's page is a copy
    assert links(made) == [f"/article/{WIRE.id}?value=sentiment&voice=narration#counted"]


def test_without_events_nothing_is_shown() -> None:
    events = pd.DataFrame({"event": [], "difference": []})
    assert words_behind(cast(Any, HandMade()), events, choice=CHOICE, names=("Reuters", "BBC")) == []
