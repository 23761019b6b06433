import pytest

from analysis.clauses.participles import Participles
from analysis.clauses.words import ClauseWords
from tests.analysis.clauses.reading import batch_of


def _looked_at(text, word):
    words = ClauseWords(batch_of(text))
    row = next(row for row in range(words.size) if words.word(row) == word)
    return Participles(words), row


@pytest.mark.parametrize(
    ("text", "word", "objectless"),
    [
        ("Police arrested.", "arrested", True),
        ("The man arrested in May left.", "arrested", True),
        ("Police arrested the man.", "arrested", False),
        ("Police arrested about 20 men.", "arrested", False),
        ("Police arrested at least two.", "arrested", False),
        ("The man held at home left.", "held", True),
        ("The man found dead was old.", "found", True),
        ("The man found that.", "found", False),
    ],
)
def test_objects(text, word, objectless):
    participles, row = _looked_at(text, word)
    assert participles.is_objectless(row) is objectless


def test_a_name_has_a_capital_in_mid_sentence():
    participles, row = _looked_at("The United front won.", "united")
    assert participles.is_name(row)
    participles, row = _looked_at("United they stand.", "united")
    assert not participles.is_name(row)


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("Then Norland seized in haste what it could.", "seized", True),
        ("The guns seized in haste were old.", "seized", False),
        ("Then people used to wait.", "used", True),
        ("Then methods used to wait.", "used", False),
        ("It was his best shot in years.", "shot", True),
        ("A woman shot in May died.", "shot", False),
    ],
)
def test_the_word_before_is_the_subject(text, word, subject):
    participles, row = _looked_at(text, word)
    assert participles.has_subject(row - 1, row) is subject
