"""Names that stand for a body."""

import pytest

from analysis.reading.bodies import bodies, stands_for_body


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Norland", "Norland rose. The shares of Norland Energy fell.", True),
        ("Norland", "McNorland Energy fell.", False),  # another word
        ("Norland", "Norland Smith said so. Norland Energy fell.", False),  # the first one decides
        ("Norland", "Norland rose", False),
        ("Norland", "so it goes", False),
    ],
)
def test_the_word_of_a_body_after_a_name(name, text, expected):
    assert stands_for_body(name, text) is expected


def test_words_that_name_a_body_alone():
    assert "energy" in bodies()
    assert "norland" not in bodies()
