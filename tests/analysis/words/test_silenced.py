import numpy as np
import pytest

from analysis.words.silenced import LONGEST, may_be_silent, silenced
from analysis.words.vader import read
from analysis.words.word_types import codes, table


def _heard(text):
    """Return the words of a text that carry sentiment."""
    tokens = text.split()
    ids, types = table(news=True).numbered(tokens)
    found = read(ids, types, segments=np.zeros(len(ids), dtype=np.int64), count=1)
    return [tokens[row] for row in found.hits.tolist()]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("the interest rates fell", []),
        ("they lost interest in it", ["lost", "interest"]),
        ("the party leaders met", []),
        ("a birthday party for her", ["party"]),
        ("the party's leaders met", []),
        ("towns like these are few", []),
        ("they like the plan", ["like"]),
        ("it is as well to know", []),
        ("she sings well at night", ["well"]),
        ("they played a key role", []),
        ("they played at home", ["played"]),
        ("he argued that it is so", []),
        ("he argued with them all", ["argued"]),
        ("national security adviser", []),
        ("a feeling of security, adviser or not", ["feeling", "security,"]),  # a mark stands between
        ("pretty good", ["good"]),
        ("a pretty girl", ["pretty"]),
        ("criminal justice system", []),
    ],
)
def test_a_phrase_of_the_list_is_silent_and_nothing_else_is(text, heard):
    assert _heard(text) == heard


def test_a_phrase_does_not_reach_into_another_text():
    ids, types = table(news=True).numbered(["interest", "rates"])
    apart = read(ids, types, segments=np.array([0, 1]), count=2)
    assert apart.hits.tolist() == [0]


def test_only_words_of_the_list_may_be_silent():
    assert may_be_silent()[codes()["interest"] + 1]
    assert not may_be_silent()[codes()["rates"] + 1]
    assert not may_be_silent()[0]


def test_a_window_without_columns_gives_nothing():
    assert silenced(np.full((2 * LONGEST + 1, 0), -1)).tolist() == []
