import pytest

from tests.analysis.clauses.reading import deeds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The killing of three men shocked the town.", [("killing", "kill")]),
        ("An attack on the town followed.", [("attack", "attack")]),
        ("The closure was sudden.", [("closure", "close")]),
        ("The decision to sell was wrong.", [("decision", "decide")]),
        ("His arrest came late.", [("arrest", "arrest")]),
        ("After the deportations, nobody spoke.", [("deportations", "deport")]),
        ("They spoke of cuts to schools.", [("cuts", "cut")]),
        ("They fled from persecution.", [("persecution", "persecute")]),
        ("A crackdown on dissent began.", [("crackdown", "crack down")]),
    ],
)
def test_deeds_without_a_doer(text, expected):
    assert deeds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council’s decision to sell was wrong.",
        "Their decision to sell was wrong.",
        "The killing of three men by rebels shocked the town.",
        "The Norland attack on the town followed.",
        "A police raid on the house followed.",
        "The officials’ refusal to speak was noted.",
        "They attack on sight.",
        "They want to attack in the night.",
        "An order that bans on sight.",
        "The arrest warrant was void.",
        "The council made the decision to sell.",
        "Rebels launched an attack on the town.",
        "His destruction of the file was wrong.",
        "The decision was wrong.",
        "Criticism from the union grew.",
        "The play Attack at Dawn opens.",
    ],
)
def test_what_is_left_out(text):
    assert deeds(text) == []


def test_headlines():
    assert deeds(title="Outrage Over Killing of Clerk") == []
    assert deeds(title="Outrage over the killing of a clerk") == [("killing", "kill")]
    assert deeds(title="Closure Angers Town") == []
    assert deeds(title="Decision to Close Bridge") == [("Decision", "decide")]
