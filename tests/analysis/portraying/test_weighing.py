import numpy as np
import pytest

from analysis import wordlists
from analysis.portraying.features import features
from analysis.portraying.mentions import mentions
from analysis.portraying.places import pairs
from analysis.portraying.surface import surface
from analysis.portraying.weighing import BASE, POLARITIES, scale_of, shipped, shown
from analysis.reading.articles import read
from sources.article import Article

TEXT = "Ana Rivera lied and was not praised by 40 critics in Selby. She is “a hero”, Tom Marsh, a liar, said."


def test_a_table_gives_what_its_features_give_one_by_one():
    weights = {
        BASE: (0.0, 1.0, 0.0),
        "near=lied": (0.5, 0.0, -0.5),
        "does=lied": (0.25, 0.0, 0.0),
        "R:not praise": (0.125, 0.0, 0.0),
        "near:ill": (0.0, 0.0, -1.0),
        "near=<name>": (0.0, 2.0, 0.0),
        "near=<number>": (0.0, 3.0, 0.0),
    }
    words = surface(read([Article(id="a", title=None, text=TEXT)]))
    found = mentions(words)
    around = pairs(words, found.first, found.last, found.names.inside)
    made = scale_of(weights).added(words, around, inside=found.names.inside)
    stems, tones = shown(words, inside=found.names.inside)
    spelled, toned = list(words.types.stems), list(words.types.tones)
    for row, (word, code) in zip(made.tolist(), zip(around.word, around.code, strict=True), strict=True):
        expected = np.zeros(len(POLARITIES))
        for name, amount in features(spelled[stems[word]], toned[tones[word]], int(code)):
            expected += amount * np.array(weights.get(name, (0.0, 0.0, 0.0)))
        assert row == pytest.approx(expected.tolist(), abs=1e-6)
    assert np.abs(made).sum() > 0


def test_the_shipped_weights_know_a_liar_from_a_hero():
    def leans(said):
        words = surface(read([Article(id="a", title=None, text=f"Ana Rivera {said}.")]))
        found = mentions(words)
        around = pairs(words, found.first, found.last, found.names.inside)
        added = shipped().added(words, around, inside=found.names.inside)
        return float((added[:, 2] - added[:, 0]).sum())

    assert leans("lied to the court") < leans("went to the court") < leans("was praised by the court")
    assert leans("is a liar") < 0 < leans("is a hero")
    assert leans("was not accused of fraud") > leans("was accused of fraud")


def test_words_that_tell_are_those_with_a_tone_or_a_weight():
    words = surface(read([Article(id="a", title=None, text="Tom Marsh said on Tuesday that the zebra lied.")]))
    inside = mentions(words).names.inside
    told = scale_of({"near=zebra": (-0.5, 0.0, 0.5), "near=the": (0.0, 0.5, 0.0)}).telling(words, inside=inside)
    assert {words.types.words[n] for n in words.ids[told]} == {"zebra", "lied"}


@pytest.mark.parametrize("word", ["said", "tuesday", "the", "of", "was", "presid"])
def test_words_that_say_nothing_weigh_neither_well_nor_ill(word):
    found = [row for row in wordlists.rows("portrayal_weights") if row[0].partition("=")[2] == word]
    assert all(float(ill) == float(well) == 0 for _, ill, _, well in found)
