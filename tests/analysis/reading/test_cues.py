"""Reporting verbs and phrases with their sources."""

import pytest

from analysis.reading.cues import cues
from tests.analysis.invented_narration import narration, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said so.", [("said", "Ann Lee", True)]),
        ("“Go,” said Ann Lee.", [("said", "Ann Lee", True)]),
        ("According to two officials, it rains.", [("according to", "two officials", True)]),
        ("Ann Lee made it clear that it rains.", [("made it clear", "Ann Lee", True)]),
        ("It was called “vain” by Ann Lee.", [("called", "Ann Lee", True)]),
        ("They were told to “go”.", [("told", None, True)]),
        ("Ann Lee left, saying it rained.", [("saying", "Ann Lee", True)]),
        ("Ann Lee lost a case over a column written by Tom Marsh.", [("written", "Tom Marsh", False)]),
        ("Ann Lee lost a case over a column written in 2024.", []),
        ("Ann Lee had written that it rained.", [("written", "Ann Lee", True)]),
        ("Officials report a loss.", [("report", "Officials", True)]),
        ("The official report was late.", []),
        ("Her claims were many.", []),
        ("The so-called plan failed.", []),
        ("The Secretary of State of the United States left.", []),
        ("“She said so,” he thought.", [("thought", "he", True)]),
    ],
)
def test_cues(text, expected):
    read = narration(text)
    found = [(" ".join(read.words[c.first : c.last + 1]), shown(read, c.source), c.firm) for c in cues(read)]
    assert found == expected
