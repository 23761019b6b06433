"""Punkt's decisions, held to NLTK's own class."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import wordlists
from analysis.reading.punkt import abbreviations, breaks
from tests.benchmarks.invented import articles


@pytest.fixture(scope="module")
def by_nltk():
    from nltk.tokenize import punkt

    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(abbreviations())
    parameters.sent_starters = set(wordlists.column("sentence_starters"))
    for word in parameters.sent_starters:
        parameters.add_ortho_context(word, punkt._ORTHO_MID_LC)
    tokenizer = punkt.PunktSentenceTokenizer(parameters)
    return lambda before, after: bool(tokenizer.text_contains_sentbreak(f"{before} {after}"))


def test_abbreviations_before_every_kind_of_word(by_nltk):
    after = ["The", "the", "Ann", "5", "“The", "He,", "iPhone", "(The", "-", "É", "...", "?", "A.", "Mr."]
    words = [f"{word}." for word in sorted(abbreviations())[::3]] + [
        "J.",
        "U.S.",
        "x.",
        "5.",
        "1,000.",
        "and ...",
        "a-jan.",
    ]
    found = {(before, word): breaks(before, word) for before in words for word in after}
    assert set(found.values()) == {True, False}
    assert found == {pair: by_nltk(*pair) for pair in found}


def test_full_stops_of_whole_articles(by_nltk):
    pairs = {match.groups() for a in articles(20, seed=1) for match in re.finditer(r"(\S*\.)\s+(\S+)", a.text)}
    assert len(pairs) > 200
    assert [pair for pair in pairs if breaks(*pair) != by_nltk(*pair)] == []


_odd = st.text(st.sampled_from("aBcU.,-19?!\"“’()[:;…&é@*%'_"), max_size=6)


@settings(max_examples=400, deadline=None)
@given(_odd, _odd.filter(bool))
@example("a,", "b")
def test_odd_words(by_nltk, before, after):
    assert breaks(f"{before}.", after) == by_nltk(f"{before}.", after)
