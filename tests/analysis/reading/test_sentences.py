"""Sentences of paragraphs and bodies."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.sentences import sentence_spans, split_block


def sentences(block):
    return [block[start:end] for start, end in split_block(block)]


@pytest.mark.parametrize(
    "parts",
    [
        ["U.S. Trade Secretary Ann Lee confirmed it.", "Rep. Tom Marsh and J. D. Cole slammed it."],
        ["It cost $1.5 bn.", "The firm grew 2.5 per cent."],
        ["They met at 11:30 a.m. Lisbon time and rose at 1 p.m. for lunch.", "Nobody spoke."],
        ["He lives in the U.S.", "The others left."],
        ["“Will you go?” he asked.", "“No!” Lee said.", "“Not only that.”", "It ends."],
        ["“Why?” The door closed."[:6], "The door closed."],
        ["He waited...", "Then he left."],
        ["It goes on ... and on."],
        ["1. Buy now.", "No. 5 is alive.", "He said no.", "Marsh left."],
        ["(The plan failed.)", "[Nobody knows.]", "It is over."],
        ["The price (see below) fell.", "iPhone sales rose.", "“We go.”", "‘So do we.’", "Yes!"],
        ["Dr. Ruiz of Acme Inc. said so.", "She met Gov. Poe on Jan. 6 at St. Mary’s."],
        ["“How are you?” Miller, a retired worker, said."],
        ["It ended in 2024.", "China objected."],
        ["“It is over.” Cole wrote."],
        ["Yes, Mr. Poe, Jr., and the Hon. Ann Lee vs. the city, e.g. this one."],
    ],
)
def test_split(parts):
    assert sentences(" ".join(parts)) == parts


def test_a_piece_without_a_word_is_no_sentence():
    assert sentences("It ended. *** — …") == ["It ended."]
    assert sentences(" ** ") == []


def test_paragraphs_are_numbered_with_headings_which_are_no_sentences():
    text = "First one. Second one.\n\nA heading\n\nThird one"
    spans = sentence_spans(text, headings=((24, 33),))
    assert [(text[a:b], number) for a, b, number in spans] == [("First one.", 0), ("Second one.", 0), ("Third one", 2)]


@given(st.text(st.sampled_from("aB. ?!…”“’‘'\")(-1\n"), max_size=60))
def test_sentences_hold_every_word_in_order(text):
    spans = sentence_spans(text)
    assert all(start < end for start, end, _ in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    inside = {at for start, end, _ in spans for at in range(start, end)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= inside
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end, _ in spans)


def test_nltk_is_not_imported_before_it_is_needed():
    code = "import sys, analysis.reading.articles; sys.exit('nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
