import pytest

from analysis.facts.fact_terms import tellings
from analysis.facts.sides import Side, side
from analysis.facts.telling import IDEA, WORD
from analysis.facts.told_by import Teller


def of(text: str, speaker: str | None = None) -> Side:
    sentence = tellings("a", text, [(4, 0, len(text), 0)], ())[0][0]
    return side(sentence, text, Teller(speaker is not None, speaker), dict.fromkeys(sentence.terms, 2.0))


def test_what_stands_in_a_subordinate_clause_is_not_the_main_clause() -> None:
    found = of("Ada Lee opened the museum after the flood wrecked the library.")
    assert f"{WORD}:museum" in found.main
    assert found.rest.keys() > found.main.keys()
    assert not {f"{WORD}:librar", f"{WORD}:librari"} & found.main.keys()
    assert found.rest_size > found.main_size > 0


def test_names_and_numbers_are_no_part_of_the_rest() -> None:
    found = of("Ada Lee opened 40 museums.")
    assert f"{WORD}:lee" in found.own
    assert f"{WORD}:lee" not in found.rest
    assert found.values
    assert not any(term.startswith("number") for term in found.own)


@pytest.mark.parametrize(
    ("text", "quotes", "speaks"),
    [
        ("Lee called it “a shame”, and left the museum for good in the afternoon.", True, False),
        ("“We shall open the museum in the spring,” Lee said.", True, True),
        ("We shall open the museum in the spring,” Lee said.", True, True),
        ("Lee opened the museum.", False, False),
    ],
    ids=["a fragment", "a speech", "the end of a speech", "none"],
)
def test_a_quoted_fragment_is_no_speech(text: str, quotes: bool, speaks: bool) -> None:
    found = of(text)
    assert (found.quotes, found.speaks) == (quotes, speaks)


def test_acts_leaks_what_is_to_come_and_the_speaker() -> None:
    found = of("Two sources familiar with the matter said the council will approve the licence.", "Ada Lee")
    assert found.leaked
    assert found.to_come
    assert found.speaker == {"ada", "lee"}
    assert f"{IDEA}:allow" in found.acts
    plain = of("The council met.")
    assert not plain.leaked
    assert not plain.to_come
    assert not plain.speaker
