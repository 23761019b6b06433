"""Words and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.tokens import tokenise, word_spans, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t stop; they'd won't.", ["don't", "stop", "they'd", "won't"]),
        ("the U.S. and the U.K.’s a.m. slot", ["the", "u.s.", "and", "the", "u.k.'s", "a.m.", "slot"]),
        ("TP-Link’s well-known H20", ["tp", "link's", "well", "known", "h20"]),
        ("$2.5 bn, 25% of 1,000 at 11:30", ["$2.5", "bn", "25%", "of", "1,000", "at", "11:30"]),
        ("the 1990s, the ’90s, 2nd, 1.5bn", ["the", "1990s", "the", "90s", "2nd", "1.5bn"]),
        ("students’ ‘scare’ quotes", ["students", "scare", "quotes"]),
        ("J. D. Vance is in Plan B.", ["j", "d", "vance", "is", "in", "plan", "b"]),
        ("naïve Ångström café", ["naïve", "ångström", "café"]),
        ("snake_case ___ ...", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


def test_lower_case_that_grows_moves_no_offset():
    text = "İstanbul’s mayor spoke"
    tokens = tokenise(text)
    assert len(text.lower()) > len(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == ["İstanbul’s", "mayor", "spoke"]
    assert tokens.words[1:] == ["mayor", "spoke"]
    assert tokens.words[0] == "İstanbul's".lower()


@given(st.text(st.sampled_from("aBé9.,’'$% -_İ\n“”"), max_size=60))
def test_every_letter_and_digit_is_in_one_word(text):
    spans = word_spans(text)
    inside = {at for start, end in spans for at in range(start, end)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= inside
    assert sum(end - start for start, end in spans) == len(inside)
    assert spans == sorted(spans)
    tokens = tokenise(text)
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == spans
    assert tokens.words == [text[a:b].lower().replace("’", "'") for a, b in spans]
