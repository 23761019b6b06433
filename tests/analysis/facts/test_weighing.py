import pytest

from analysis.facts.fact_terms import tellings
from analysis.facts.telling import Telling
from analysis.facts.weighing import ASKED, CONTRARY, OPENED, OPENING, STRANGERS, SUPPOSED, Match, Weighing


def told(name: str, text: str, *, number: int = OPENING) -> Telling:
    return tellings(name, text, [(number, 0, len(text), 0)], ())[0][0]


def factor(one: str, other: str, *, number: int = OPENING) -> float:
    pair = [told("a", one, number=number), told("b", other, number=number)]
    return Weighing(pair).weighed(Match(0, 1, 0.5, 9.0)).similarity / 0.5


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The mill has a new roof.", "The mill has a roof.", 1.0),
        ("Has the mill a new roof?", "The mill has a new roof.", ASKED),
        ("The mill might have a new roof.", "The mill has a new roof.", SUPPOSED),
        ("The mill in the valley opened.", "The mill in the valley closed.", CONTRARY),
        ("The roof is for Ada Lee.", "The roof is for Otto Brume.", STRANGERS),
        ("The roof is for Ada Lee.", "The roof is for Mrs Lee.", 1.0),
    ],
    ids=["like", "asks", "supposes", "contrary", "others named", "one named"],
)
def test_what_speaks_against_the_same_fact(one: str, other: str, expected: float) -> None:
    assert factor(one, other) == pytest.approx(expected)


def test_sentences_at_the_head_of_their_pages_are_liker() -> None:
    assert factor("The mill has a roof.", "The mill has a roof.", number=0) == pytest.approx(OPENED)
