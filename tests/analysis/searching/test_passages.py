"""The sentence that is shown holds what was looked for, at the places that are named."""

import pytest

from analysis.searching.passages import MOST_SHOWN, passage
from analysis.searching.sought import sought

TEXT = "The council met on Monday. It voted on the lease; the lease passed.\n\nProf. Ana Müller spoke. Nobody left."


@pytest.mark.parametrize(
    ("typed", "sentence", "words"),
    [
        ("lease", "It voted on the lease; the lease passed.", ["lease", "lease"]),
        ("muller spoke", "Prof. Ana Müller spoke.", ["Müller", "spoke"]),
        ("council lease voted", "It voted on the lease; the lease passed.", ["voted", "lease", "lease"]),
        ('"the lease" "lease passed"', "It voted on the lease; the lease passed.", ["the lease", "the lease passed"]),
        ("mond*", "The council met on Monday.", ["Mond"]),
    ],
    ids=str,
)
def test_the_sentence_with_most_of_it(typed, sentence, words):
    found = passage(TEXT, sought(typed))
    assert found is not None
    assert found.text == sentence
    assert [found.text[start:end] for start, end in found.places] == words


@pytest.mark.parametrize("typed", ["", "absent", "!?"], ids=repr)
def test_what_is_not_there_has_none(typed):
    assert passage(TEXT, sought(typed)) is None


def test_a_long_sentence_is_shown_around_the_place():
    text = " ".join(["word"] * 300 + ["ferry"] + ["more"] * 300) + "."
    found = passage(text, sought("ferry"))
    assert found is not None
    assert len(found.text) <= MOST_SHOWN
    assert [found.text[start:end] for start, end in found.places] == ["ferry"]
    assert found.text.startswith("word ")
    assert found.text.endswith(" more")
