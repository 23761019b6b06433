import re

import numpy as np

from analysis.stories.shingles import WORDS, shared, shingles
from tests.analysis.invented import TOLD


def plain(text):
    words = re.sub(r"[^a-z0-9]+", " ", text.lower()).split()
    return {tuple(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1)}


def test_as_many_as_there_are_runs_of_five_words():
    for _, _, _, text, _ in TOLD:
        assert len(shingles(text)) == len(plain(text))
        assert len(shingles(f"{text} {text}")) == len(plain(f"{text} {text}"))


def test_shared_runs_are_those_of_the_words_themselves():
    one = TOLD[0][3]
    other = one[200:] + TOLD[1][3]
    assert shared(shingles(one), shingles(other)) == len(plain(one) & plain(other)) > 10


def test_order_of_words_matters_case_and_marks_do_not():
    assert shared(shingles("one two three four five"), shingles("two one three four five")) == 0
    assert shared(shingles("The mayor’s two old cats"), shingles("the MAYOR'S two old cats")) == 2


def test_fewer_than_five_words_have_none():
    assert shingles("one two three four").tolist() == []
    assert shingles("").tolist() == []


def test_sorted_and_distinct():
    made = shingles(TOLD[0][3])
    assert np.array_equal(made, np.unique(made))
