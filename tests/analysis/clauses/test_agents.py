import pytest

from tests.analysis.clauses.reading import agents


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("They were shot by police.", "police"),
        ("They were shot dead on Monday by armed men.", "armed men"),
        ("She was hit by a car.", "a car"),
        ("It was written by Mr. Lee.", "Mr. Lee"),
        ("It was built by leading scientists.", "leading scientists"),
        ("It was told by him.", "him"),
        ("It was seized by 20 men.", "20 men"),
        ("It was run by US troops.", "US troops"),
        ("He was beaten at the hands of rebels.", "rebels"),
        ("It was made largely by hand-picked crews.", "hand-picked crews"),
        ("The road was blocked by the fire.", "the fire"),
    ],
)
def test_an_agent_is_named(text, agent):
    assert agents(text) == [agent]


@pytest.mark.parametrize(
    "text",
    [
        "It will be sold by Monday.",
        "It must be paid by 2030.",
        "It will be done by the end of March.",
        "Prices were cut by 3%.",
        "Prices were cut by $3.",
        "The fee was raised by a third.",
        "She was taken by car to the clinic.",
        "He was hired by accident.",
        "He was misled by saying nothing.",
        "It was sent by post.",
        "It is required by law.",
        "It was approved by 5 to 4.",
        "He was condemned for the killing of a clerk by rebels.",
        "It was published in a report by the council.",
        "He was held while police searched the house owned by Lee.",
        "He was held; by noon he was home.",
    ],
)
def test_no_agent_is_named(text):
    assert agents(text)[0] == ""
