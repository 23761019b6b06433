from dashboard.components.outlet_pages import outlet_nav, refusals, to_outlet, to_two, what_is_compared
from dashboard.outlet_choice import Choice
from tests.dashboard.hand_made import links, words


def test_addresses_take_any_name() -> None:
    assert to_outlet("A & <B>", anchor="events") == "/outlet?name=A+%26+%3CB%3E#events"
    assert to_two("A", "B", [("value", "loaded")]) == "/two-outlets?a=A&b=B&value=loaded"


def test_the_pages_are_linked_and_refusals_said() -> None:
    assert links(outlet_nav("outlets"))[0] == "/outlets"
    assert [words(each) for each in refusals(["No such day."])] == ["No such day."]


def test_what_is_compared_is_a_sentence() -> None:
    said = words(what_is_compared(Choice(value="loaded", voice="narration", words="ferry")))
    assert said == (
        "Loaded wording in the outlet’s own words, per 1,000 words. Higher means: more loaded wording to discuss. "
        "Only stories with “ferry”."
    )
