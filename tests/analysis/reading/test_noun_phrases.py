"""Who a phrase speaks of."""

import pytest

from analysis.reading.noun_phrases import after, before, left_end
from tests.analysis.invented_narration import narration, shown


@pytest.mark.parametrize(
    ("text", "source", "head"),
    [
        ("four officials familiar with the decisions", "four officials familiar with the decisions", "officials"),
        ("a spokesman for the Harbour Board", "a spokesman for the Harbour Board", "spokesman"),
        ("In Selby the company", "the company", "company"),
        ("Harbour Bank team led by Ann Lee", "Harbour Bank team led by Ann Lee", "team"),
        ("a group of officials", "a group of officials", "officials"),
        ("media reports and industry checks", "media reports and industry checks", "checks"),
        ("because the tall stranger", "the tall stranger", "stranger"),
        ("a person who works for Ann Lee", "a person", "person"),
        ("but he", "he", "he"),
        ("it did not release", None, None),
        ("quickly and badly", None, None),
    ],
)  # fmt: skip
def test_before(text, source, head):
    read = narration(text)
    found = before(read, read.size - 1)
    assert shown(read, found) == source
    assert (found and read.words[found.head]) == head


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Harbour Secretary Ann Lee on Monday", "Harbour Secretary Ann Lee"),
        ("people familiar with the matter, the bridge", "people familiar with the matter"),
        ("a spokesman for the ministry, Juan Cole.", "Juan Cole"),
        ("another leading Supreme Court advocate, Ann Lee.", "Ann Lee"),
        ("analyst Ann Lee, who", "analyst Ann Lee"),
        ("one of two officials in the room", "one of two officials"),
        ("Harbour Bank analysts on Monday", "Harbour Bank analysts"),
        ("that it rains", None),
        ("a number of", "a number"),  # an excerpt that was cut off
        ("a group of", "a group of"),
    ],
)
def test_after(text, source):
    read = narration(text)
    assert shown(read, after(read, 0)) == source


def test_the_left_end_is_the_clause():
    read = narration("Cole said that the old bridge")
    assert read.words[left_end(read, read.size - 1)] == "the"
