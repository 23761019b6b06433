import pytest

from analysis.facts.names import Name, name_spans
from analysis.reading.sentences import sentence_spans


def names_in(text: str) -> list[Name]:
    return name_spans(text, [(start, end) for start, end, _ in sentence_spans(text)])


def keys(text: str) -> list[str]:
    return [name.key for name in names_in(text)]


def test_titles_are_taken_off_and_kept_apart() -> None:
    (name,) = names_in("Yesterday Commerce Secretary Odile Farrant spoke.")
    assert (name.text, name.title, name.kind) == ("Odile Farrant", "commerce secretary", "person")


def test_a_surname_is_folded_into_the_full_name() -> None:
    text = "The mayor met Odile Farrant. Later Farrant left, and Farrant’s driver with her."
    assert keys(text) == ["Odile Farrant"] * 3


def test_a_body_keeps_its_joints_and_two_people_do_not() -> None:
    assert keys("He wrote to the Department of Fisheries and Ports.") == ["Department of Fisheries and Ports"]
    assert keys("She saw Farrant and Brume in town.") == ["Farrant", "Brume"]


@pytest.mark.parametrize("text", ["Yesterday it rained.", "Officials left early.", "Restrictions were lifted."])
def test_the_capital_of_the_first_word_makes_no_name(text: str) -> None:
    assert keys(text) == []


def test_a_word_that_is_written_small_elsewhere_is_no_name() -> None:
    assert keys("Ferries run late. The ferries are old, and ferries sink.") == []


def test_a_name_that_is_also_a_common_word_stays_a_name() -> None:
    text = "They met Rose in town, and Rose spoke. He held a rose. Rose left."
    assert keys(text).count("Rose") == 3


def test_places_are_known() -> None:
    assert [name.kind for name in names_in("She flew to Beijing on Monday.")] == ["place"]


def test_spans_give_the_text_without_the_possessive() -> None:
    text = "It was Odile Farrant’s idea."
    (name,) = names_in(text)
    assert text[name.start : name.end] == name.text == "Odile Farrant"
