"""What parsing knows of a word by its form, held to the lists that it comes from."""

import pytest

from analysis import wordlists
from analysis.reading import word_kinds
from analysis.reading.narration import reporting_verbs, source_nouns, words_in
from analysis.reading.word_kinds import kind_of

_CLASSES = sorted(wordlists.column("grammar", 1))
_ALL = sorted(
    wordlists.column("grammar")
    | set(reporting_verbs())
    | set(source_nouns())
    | wordlists.column("person_titles")
    | wordlists.column("body_words")
    | {word for phrase in wordlists.column("reporting_phrases") for word in phrase.split()}
)


@pytest.mark.parametrize("name", _CLASSES)
def test_each_class_of_the_grammar_has_its_bit(name):
    bit = getattr(word_kinds, name.upper())
    assert {word for word in _ALL if kind_of(word) & bit} == words_in(name)


def test_words_of_the_other_lists():
    assert {word for word in _ALL if kind_of(word) & word_kinds.SOURCE_NOUN} == set(source_nouns())
    assert {word for word in _ALL if kind_of(word) & word_kinds.REPORTING_VERB} == set(reporting_verbs())
    assert {word for word in _ALL if kind_of(word) & word_kinds.TITLE} == wordlists.column("person_titles")
    assert {word for word in _ALL if kind_of(word) & word_kinds.BODY} == wordlists.column("body_words")


def test_telling_is_the_past_or_the_ing_of_a_verb_of_saying_that_is_no_noun():
    told = {word for word in _ALL if kind_of(word) & word_kinds.TELLING}
    assert {"said", "saying", "told", "believed"} <= told
    assert told.isdisjoint({"say", "says", "slammed"} | set(source_nouns()))


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("lee's", "OWNED"),
        ("he's", "OWNED CONTRACTED CLITIC"),
        ("they've", "CLITIC HAVE"),
        ("to", "TO"),
        ("who", "RELATIVE"),
        ("those", "DEFINITE"),
        ("whose", "DEFINITE POSSESSIVE"),
        ("quickly", "LY"),
        ("running", "ING"),
        ("1990s", "NUMERAL"),
        ("weekend", "TIME"),
        ("according", "OPENS_PHRASE"),
        ("per", "PREPOSED"),
        ("zebra", ""),
    ],
)
def test_kinds_by_form(word, kinds):
    wanted = 0
    for kind in kinds.split():
        wanted |= getattr(word_kinds, kind)
    assert kind_of(word) & wanted == wanted
    assert kinds or kind_of(word) == 0
