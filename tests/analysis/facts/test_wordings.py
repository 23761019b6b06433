import pytest

from analysis.facts.wordings import unlikeness, wordings

HURT = "Fourteen people were injured when the ferry Marlow struck the stone pier on Tuesday."
RAMMED = "The Marlow rammed the stone pier on Tuesday, and 14 of those aboard were hurt."


def marked(*sentences: str) -> list[list[str]]:
    return [
        [text[slice(*span)] for span in wording.marked]
        for text, wording in zip(sentences, wordings(sentences), strict=True)
    ]


def test_words_that_only_one_page_has_are_marked() -> None:
    assert marked(HURT, RAMMED) == [["people were injured", "ferry", "struck"], ["rammed", "aboard were hurt"]]


def test_forms_of_one_word_and_numbers_in_words_are_the_same() -> None:
    assert marked("The council closes fourteen schools.", "The council closed 14 schools.") == [[], []]


def test_what_a_sentence_tells_besides_is_left_out_and_not_marked() -> None:
    long = (
        "The mayor, who likes geese and has written a thin book on them, closed the bridge over the Tolver on Monday."
    )
    short = "The bridge over the Tolver was shut."
    first, second = wordings([long, short])
    assert long[first.start : first.end] == "closed the bridge over the Tolver on Monday."
    assert [long[slice(*span)] for span in first.marked] == ["closed", "Monday"]
    assert short[second.start : second.end] == short


def test_a_negation_is_marked() -> None:
    assert marked("The mayor did not close the bridge.", "The mayor did close the bridge.") == [["not"], []]


@pytest.mark.parametrize("sentences", [[HURT], [HURT, "Geese flew."], []], ids=["alone", "nothing shared", "none"])
def test_where_nothing_is_shared_nothing_is_marked(sentences: list[str]) -> None:
    assert [(w.start, w.end, w.marked) for w in wordings(sentences)] == [(0, len(text), ()) for text in sentences]


def test_unlikeness_goes_from_none_to_one() -> None:
    assert unlikeness(HURT, HURT) == 0.0
    assert unlikeness(HURT, "Geese flew.") == 1.0
    assert 0.3 < unlikeness(HURT, RAMMED) < 0.7
    assert unlikeness(HURT, RAMMED) == unlikeness(RAMMED, HURT)
