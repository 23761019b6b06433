from datetime import date
from pathlib import Path

from analysis.results import Results
from dashboard.components.words_apart import words_apart
from dashboard.outlet_choice import Choice
from dashboard.outlet_numbers import most_shared
from tests.dashboard.hand_made import words

CHOICE = Choice(value="loaded", voice="narration")


def test_words_of_two_outlets_are_read_on_the_part_that_is_chosen(demo_library: Path) -> None:
    results = Results.open(demo_library)
    one, other, shared = most_shared(results)[0]
    said = words(words_apart(results, CHOICE, names=(one, other)))
    assert f"{shared} shared event" in said
    assert "Words that set the two apart" in said
    far = Choice(value="loaded", voice="narration", first=date(2999, 1, 1))
    assert "no word stands on enough of 0 shared events" in words(words_apart(results, far, names=(one, other)))
    nothing = Choice(value="loaded", voice="narration", words="no such words")
    assert "no word stands on enough of 0 shared events" in words(words_apart(results, nothing, names=(one, other)))
    results.close()
