from collections import defaultdict

import pytest

from analysis.portraying.mentions import mentions
from analysis.portraying.surface import surface
from analysis.reading.articles import read
from sources.article import Article


def _found(text, title=None):
    """Return the forms under which each entity is mentioned."""
    batch = read([Article(id="a", title=title, text=text)])
    words = surface(batch)
    found = mentions(words)
    forms = defaultdict(list)
    for first, last, entity in zip(found.first, found.last, found.entity, strict=True):
        source = title if words.headline[first] else text
        forms[found.entities[entity].name].append(source[words.start[first] : words.end[last]])
    return dict(forms)


def test_names_titles_and_pronouns_of_one_person_are_joined():
    text = (
        "President Ana Rivera spoke on Monday. She left early. Rivera’s plan failed, and the president said so. "
        "Critics of Ana M. Rivera were glad."
    )
    assert _found(text) == {"ana rivera": ["President Ana Rivera", "She", "Rivera’s", "president", "Ana M. Rivera"]}


def test_two_people_of_one_surname_stay_two():
    text = "Ana Rivera met Tom Rivera. Rivera was tired. Later Ana Rivera went home, and Rivera slept."
    found = _found(text)
    assert found["tom rivera"] == ["Tom Rivera", "Rivera"]
    assert found["ana rivera"] == ["Ana Rivera", "Ana Rivera", "Rivera"]


def test_a_title_tells_which_of_two_people_of_one_surname_is_meant():
    text = "Clara Boyd met Neil Boyd twice. Neil Boyd spoke. Mr Boyd was angry. Mrs Boyd rejected it. Mr Boyd left."
    found = _found(text)
    assert found["clara boyd"] == ["Clara Boyd", "Mrs Boyd"]
    assert found["neil boyd"] == ["Neil Boyd", "Neil Boyd", "Mr Boyd", "Mr Boyd"]


def test_a_pronoun_between_two_people_is_nobody():
    assert _found("Tom Marsh met Ana Rivera. He left.") == {"tom marsh": ["Tom Marsh"], "ana rivera": ["Ana Rivera"]}
    assert _found("Tom Marsh spoke. He left.")["tom marsh"] == ["Tom Marsh", "He"]


def test_an_acronym_names_its_body_and_listed_forms_are_one():
    text = "The Harbour Safety Board met. The HSB closed the bridge. Republicans cheered; the GOP was glad."
    found = _found(text)
    assert found["harbour safety board"] == ["Harbour Safety Board", "HSB"]
    assert found["Republican Party"] == ["Republicans", "GOP"]


def test_a_word_after_a_name_can_make_another_entity_of_it():
    found = _found("Ana Rivera was glad. The Rivera administration was not. Rivera’s family came.")
    assert found["rivera administration"] == ["Rivera"]
    assert found["ana rivera"] == ["Ana Rivera", "Rivera’s"]


@pytest.mark.parametrize("opening", ["Critics", "However", "Protesters", "Yesterday"])
def test_a_capital_that_opens_a_sentence_is_no_name(opening):
    text = f"{opening} came in the rain with Ana Rivera. Some critics, protesters and others left yesterday, however."
    assert set(_found(text)) == {"ana rivera"}


def test_a_headline_in_title_case_names_only_who_is_named_below():
    assert set(_found("The mayor met Ana Rivera.", title="Mayor Slams Ana Rivera Over Great Bridge Fiasco")) == {
        "ana rivera"
    }


@pytest.mark.parametrize("opening", ["Fourteen", "Monster", "Thousands", "Blown", "Sips"])
def test_an_ordinary_word_that_opens_one_sentence_is_no_name(opening):
    assert set(_found(f"{opening} came over the bridge with Ana Rivera. It rained.")) == {"ana rivera"}


def test_shouted_words_are_no_names_and_acronyms_are():
    text = "Chiefs KNEW of it for SIX DAYS before anybody was told, says Ana Rivera of the RSPB. In Selby they slept."
    assert set(_found(text)) == {"ana rivera", "rspb", "selby"}


def test_a_pronoun_among_two_is_the_one_whom_the_article_calls_so():
    found = _found("Mr Tom Marsh met Ms Ana Rivera. She left, and he stayed. Critics blamed her.")
    assert found["ana rivera"] == ["Ms Ana Rivera", "She", "her"]
    assert found["tom marsh"] == ["Mr Tom Marsh", "he"]
    found = _found("Ana Rivera spoke. She left.\n\nTom Marsh came. He sat.\n\nTom Marsh met Ana Rivera. She wept.")
    assert found["ana rivera"] == ["Ana Rivera", "She", "Ana Rivera", "She"]
    assert found["tom marsh"] == ["Tom Marsh", "He", "Tom Marsh"]


def test_a_pronoun_is_nobody_whom_the_article_calls_otherwise():
    assert _found("Mr Tom Marsh spoke. She left.") == {"tom marsh": ["Mr Tom Marsh"]}


def test_the_board_is_the_one_body_named_before_that_ends_so():
    board = "The Harbour Board met in Selby, and the board closed the bridge. The board of Selby slept. A board fell."
    assert _found(board)["harbour board"] == ["Harbour Board", "board"]
    two = "The Harbour Board met the School Board, and the board closed the bridge."
    assert _found(two) == {"harbour board": ["Harbour Board"], "school board": ["School Board"]}
    assert _found("Then the board met. The Harbour Board slept.")["harbour board"] == ["Harbour Board"]
