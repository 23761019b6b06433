from dashboard.components.all_values import all_values
from dashboard.outlet_choice import Choice
from tests.dashboard.hand_made import links, of_class, words
from tests.dashboard.outlets_made import outlet_frames

CHOICE = Choice(value="loaded", voice="narration")


def _made(name: str, side: str = "") -> object:
    rows = outlet_frames()["profiles"]
    return all_values(name, rows[rows["outlet"] == name], CHOICE, side, {("loaded", "narration"): (19.5, 13.5)}).body


def test_a_value_has_its_events_and_both_means() -> None:
    said = words(_made("Alpha"))
    assert "Loaded wording" in said
    assert "/outlet?name=Alpha&value=loaded&voice=narration#events" in links(_made("Alpha"))
    assert [words(part) for part in of_class(_made("Alpha"), "differing")]


def test_what_lacks_evidence_is_said_once_with_the_values_that_lack_it() -> None:
    made = _made("Delta")
    assert "It has a value on 1 event that others tell as well; 5 are needed: " in words(of_class(made, "lacking"))
    assert not of_class(made, "figure")


def test_words_that_nobody_counted_are_said() -> None:
    assert "Nothing to compare in these words." in words(_made("Alpha", "quotation"))
