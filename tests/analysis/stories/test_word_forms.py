import pytest

from analysis.stories.word_forms import form_of


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["minister", "Ministers", "MINISTER’S", "ministers'"]),
        (None, ["export", "exports", "exported", "Exporting"]),
        ("de", ["Brücke", "Brücken"]),
        ("fr", ["l'accord", "d’accords", "Accord"]),
        ("xx", ["Tarova", "tarova"]),
    ],
)
def test_forms_of_one_word_fall_together(language, forms):
    assert len({form_of(language)(form) for form in forms}) == 1
    assert form_of(language)(forms[0])


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["The", "don’t", "I", "says"]), ("de", ["die", "Und"]), ("fr", ["qu’il", "les"]), ("xx", ["je", "kod"])],
)
def test_grammatical_words_have_no_form(language, words):
    assert [form_of(language)(word) for word in words] == [""] * len(words)


def test_what_is_grammatical_in_one_language_is_a_word_in_another():
    assert form_of("en")("die") == "die"
    assert form_of("de")("die") == ""


def test_letters_with_full_stops_are_a_name():
    assert form_of("en")("U.S.") != ""
    assert form_of("en")("us") == ""
