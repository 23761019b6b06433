import pytest

from analysis.apart.told import counted_word
from tests.analysis.apart.invented import told_by


def words(found):
    return [found.vocabulary[number] for number in found.word.tolist()]


@pytest.mark.parametrize(
    ("word", "counted"),
    [("harbour's", "harbour"), ("the", ""), ("1984", ""), ("b", ""), ("covid-19", "covid-19"), ("mayors'", "mayors")],
    ids=["possessive", "function word", "number", "letter", "mixed", "plural possessive"],
)
def test_what_is_counted_as_a_word(word, counted):
    assert counted_word(word) == counted


def test_narration_alone_counts_and_every_word_knows_whose_it_is():
    found = told_by(("a", "Loud", "A betrayal, shouted Lee: “We were robbed.”"), ("b", "Calm", "Votes were counted."))
    assert found.outlets == ["Calm", "Loud"]
    assert "robbed" not in words(found)
    assert {(found.outlets[o], w) for o, w in zip(found.outlet.tolist(), words(found), strict=True)} >= {
        ("Loud", "betrayal"),
        ("Calm", "votes"),
    }


def test_words_stand_beside_each_other_when_only_a_blank_parts_them():
    found = told_by(("a", "Loud", "Harbour plan. Debate of councillors, angry residents came."), ("b", "Calm", "Fog."))
    beside = {words(found)[n - 1] + " " + words(found)[n] for n in found.beside.nonzero()[0].tolist()}
    assert beside == {"harbour plan", "angry residents", "residents came"}


def test_names_are_told_by_capitals_in_mid_sentence():
    found = told_by(
        ("a", "Loud", "Betrayal! The mayor, Ada Zorvik, left. Later she met Zorvik again."), ("b", "C", "A")
    )
    assert {w for w, name in zip(found.vocabulary, found.names.tolist(), strict=True) if name} == {"ada", "zorvik"}


def test_articles_that_are_no_source_do_not_count():
    from analysis.apart.told import told
    from tests.analysis.apart.invented import batch_of

    batch = batch_of(("a", "Loud", "Betrayal everywhere."), ("b", "Calm", "Votes counted."))
    assert words(told(batch, {"b": "Calm"})) == ["votes", "counted"]
    assert words(told(batch, {})) == []
