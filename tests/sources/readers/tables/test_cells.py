import pytest

from sources.readers.tables.cells import NOTHING, prose_of, words_of


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (" Port \n shuts ", "Port shuts"),
        ({"id": 1, "name": "Harbour Post"}, "Harbour Post"),
        ({"main": "Port shuts", "kicker": None}, "Port shuts"),
        ({"rendered": "Port shuts"}, "Port shuts"),
        ([{"name": "A"}, {"name": "B"}, "A"], "A, B"),
        ([{"first_name": "Ann", "last_name": "Lowe"}], "Ann Lowe"),
        (("A", "B"), "A, B"),
        (17, None),
        (True, None),
        (float("nan"), None),
        ({"x": "y"}, None),
        ([], None),
        *((nothing.upper(), None) for nothing in sorted(NOTHING)),
    ],
)
def test_words(value, words):
    assert words_of(value) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" One.\n\nTwo. ", "One.\n\nTwo."),
        (["One.", " ", "Two."], "One.\n\nTwo."),
        ([{"type": "p", "text": "One."}, {"type": "image", "url": "x"}, {"text": "Two."}], "One.\n\nTwo."),
        ({"rendered": "<p>One.</p>"}, "<p>One.</p>"),
        (
            {
                "summary": ["Not the text."],
                "sections": [
                    {"headline": [], "paragraphs": ["One.", "Two."]},
                    {"headline": ["What next"], "paragraphs": ["Three."]},
                    {"headline": ["Nothing under it"], "paragraphs": []},
                ],
            },
            "One.\n\nTwo.\n\n[What next]\n\nThree.",
        ),
        ("17", ""),
        (17, ""),
        (None, ""),
        ("nan", ""),
        ({"x": "words"}, ""),
    ],
)
def test_prose(value, text):
    assert prose_of(value) == text


def test_what_is_nested_too_deeply_is_nothing():
    value = "One."
    for _ in range(900):
        value = {"text": [value], "name": [value]}
    assert prose_of(value) == ""
    assert words_of(value) is None


def test_half_characters_do_not_come_through():
    assert words_of("a\x00b\ud800") == prose_of("a\x00b\ud800") == "ab\ufffd"
