import numpy as np

from analysis.words.vader_context import Around, at_rows, with_phrases
from analysis.words.word_types import codes


def _around(words, hit):
    code = np.array([codes().get(word, -1) for word in words], dtype=np.int16)
    known = np.array([word in {"bad", "kiss", "death"} for word in words])
    return Around(code, known, np.array([hit]), np.array([hit]), np.array([len(words)]))


def test_words_are_looked_for_within_the_text():
    around = _around(["the", "kiss", "of", "death"], 3)
    assert around.has(-3).tolist() == [True]
    assert around.has(-4).tolist() == around.has(1).tolist() == [False]
    assert around.near(-1, "of").tolist() == [True]
    assert around.near(1, "of").tolist() == [False]
    assert around.listed(-2).tolist() == [True]
    assert around.listed(-1).tolist() == around.listed(1).tolist() == [False]


def test_a_phrase_gives_its_words_its_own_valence():
    around = _around(["the", "kiss", "of", "death"], 3)
    valence, found = with_phrases(np.array([-2.9]), around, where=np.array([True]), news=True)
    assert valence.tolist() == [-1.5]
    assert found.tolist() == [True]
    valence, found = with_phrases(np.array([-2.9]), around, where=np.array([False]), news=True)
    assert valence.tolist() == [-2.9]
    assert found.tolist() == [False]


def test_slang_is_a_phrase_outside_news_only():
    around = _around(["and", "the", "bomb"], 2)
    for news, expected in ((True, -1.2), (False, 3.0)):
        valence, _ = with_phrases(np.array([-1.2]), around, where=np.array([True]), news=news)
        assert valence.tolist() == [expected]


def test_rows_beyond_the_ends_have_the_cells_at_the_ends():
    assert at_rows(np.array([7, 8, 9]), np.array([-2, 1, 5])).tolist() == [7, 8, 9]
