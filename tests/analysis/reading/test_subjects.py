"""The subject of a reporting verb."""

import pytest

from analysis.reading.subjects import after_comma, first_subject, past_auxiliaries, subject
from tests.analysis.invented_narration import narration, shown


@pytest.mark.parametrize(
    ("text", "who", "sure"),
    [
        ("Ann Lee on Monday said", "Ann Lee", True),
        ("Ann Lee has repeatedly said", "Ann Lee", True),
        ("Ann Lee did not say", "Ann Lee", False),
        ("Ann Lee, who runs the board, said", "Ann Lee", True),
        ("Ann Lee, a lawyer from Selby, Ohio, said", "Ann Lee", True),
        ("The mayor’s lawyer, Ann Lee, said", "Ann Lee", True),
        ("Ann Lee (R-OH) said", "Ann Lee", True),
        ("Ann Lee — never shy — said", "Ann Lee", True),
        ("Ann Lee left and said", "Ann Lee", True),
        ("Ann Lee wants to say", "Ann Lee", False),
        ("He’s saying", "He’s", True),
    ],
)
def test_subject(text, who, sure):
    read = narration(text)
    source, said = subject(read, read.size - 1, [])
    assert (shown(read, source), said) == (who, sure)


def test_helping_words():
    read = narration("The plan was never called")
    at, firm, passive, helped = past_auxiliaries(read, 4)
    assert (read.words[at], firm, passive, helped) == ("plan", False, True, True)


def test_first_subject_skips_the_opening_phrase():
    read = narration("In a statement on Monday, Ann Lee left, adding")
    assert shown(read, first_subject(read, read.size - 1)) == "Ann Lee"


def test_after_a_comma():
    read = narration("Calling it a lie, Ann Lee left.")
    assert shown(read, after_comma(read, 0)) == "Ann Lee"
