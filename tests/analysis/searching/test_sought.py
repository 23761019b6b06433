"""What is typed becomes words, phrases and beginnings, and nothing of it is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.searching.sought import MOST, Sought, folded, pattern, sought


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ferry", [Sought("ferry", ("ferry",))]),
        ("  Ferry   PIER ", [Sought("ferry", ("ferry",)), Sought("pier", ("pier",))]),
        ('"ferry strikes" pier', [Sought("ferry strikes", ("ferry", "strikes")), Sought("pier", ("pier",))]),
        ("“ferry strikes”", [Sought("ferry strikes", ("ferry", "strikes"))]),
        ('"open phrase', [Sought("open phrase", ("open", "phrase"))]),
        ("vot*", [Sought("vot", ("vot",), begins=True)]),
        ('"to vot"*', [Sought("to vot", ("to", "vot"), begins=True)]),
        ("don’t", [Sought("don’t", ("don", "t"))]),
        ("Müller", [Sought("müller", ("muller",))]),
        ("ferry ferry", [Sought("ferry", ("ferry",))]),
        ("title:x OR", [Sought("title:x", ("title", "x")), Sought("or", ("or",))]),
        ("!?", [Sought("!?", ())]),
        ('"" * "*"', []),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_typed(typed, found):
    assert list(sought(typed)) == found


def test_no_more_than_some_are_looked_for():
    assert len(sought(" ".join(f"w{at}" for at in range(40)))) == MOST


@given(st.text())
def test_places_stay_where_they_are(text):
    assert len(folded(text)) == len(text)
    for one in sought(text):
        assert all(word.isalnum() for word in one.words)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("muller", "Frau Müller sprach", "Müller"),
        ("vote", "votes", None),
        ("vote*", "two votes", "vote"),
        ('"to vote"', "to, then: to — vote.", "to — vote"),
        ("a.c", "abc", None),
        ("straße", "Die Straße", "Straße"),
        ("İstanbul", "in İstanbul", "İstanbul"),
    ],
    ids=str,
)
def test_places_of_words(typed, text, found):
    (one,) = sought(typed)
    made = pattern(one)
    assert made is not None
    place = made.search(folded(text))
    assert (text[place.start() : place.end()] if place else None) == found
