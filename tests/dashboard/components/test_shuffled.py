from typing import Any, cast

import pytest

from analysis.tables import CHANCE
from dashboard.components.shuffled import shuffled_said
from dashboard.outlet_choice import Choice
from dashboard.outlet_numbers import chance_of
from tests.dashboard.hand_made import words
from tests.dashboard.outlets_made import Outlets


def test_the_check_by_chance_is_a_sentence() -> None:
    made = CHANCE.frame([("loaded", "narration", 200, 4, 3, 0.1, 0.9)])
    assert words(shuffled_said(made)) == (
        "The check by chance: with the names of the outlets shuffled inside events, 200 times over, 2.5 % of the "
        "4 outlets that can be compared would look different (0.10 on average). With their true names it is 3."
    )


def test_a_page_shuffles_what_it_shows() -> None:
    found = chance_of(cast(Any, Outlets()), Choice(value="loaded", voice="narration"))
    assert found["shuffles"].tolist() == [200]
    assert found["found"].iloc[0] > found["expected"].iloc[0]
    assert found["expected"].iloc[0] == pytest.approx(0, abs=0.5)


def test_without_anybody_to_compare_nothing_is_said() -> None:
    assert shuffled_said(CHANCE.empty()) == []
    assert shuffled_said(CHANCE.frame([("loaded", "narration", 200, 0, 0, 0.0, 1.0)])) == []
