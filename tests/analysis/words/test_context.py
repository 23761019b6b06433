import numpy as np
import pytest

from analysis.reading.articles import read
from analysis.words.context import context_of
from sources.article import Article


def context(text, title=None):
    return context_of(read([Article(id="x", text=text, title=title)]))


def test_words_are_joined_and_broken_where_no_phrase_runs_on():
    made = context("The far-right plan, he said. “It will not do at all,” she said of Ed’s plan.", title="A plan")
    assert made.joined == (
        " \n a plan \n the far right plan \n he said \n it will not do at all \n she said of ed plan "
    )
    words = made.joined.replace("\n", "").split()
    assert [made.joined[p : p + len(w)] for p, w in zip(made.at.tolist(), words, strict=True)] == words


@pytest.mark.parametrize("opening", ["'", "‘", "’"])
def test_a_mark_that_opens_parts_words_and_one_that_ends_a_word_does_not(opening):
    made = context(f"Our {opening}leaders met the voters' friends.")
    assert made.after(0) == ""
    assert made.before(5) == "voters"


def test_neighbours_end_at_breaks():
    made = context("First, a plan. Then no.")
    assert [made.before(n) for n in range(5)] == ["", "", "a", "", "then"]
    assert [made.after(n) for n in range(5)] == ["", "plan", "", "no", ""]
    assert made.sentence_words(1) == ["first", "a", "plan"]
    assert made.sentence_words(4) == ["then", "no"]


def test_a_possessive_is_left_out_of_the_end():
    text = "The mayor's plan"
    made = context(text)
    assert text[4 : int(made.ends[1])] == "mayor"


def test_capitals_and_names():
    made = context("Grim news came for Grim and for NATO. A grim day.")
    assert np.flatnonzero(made.capital).tolist() == [0, 4, 7, 8]
    assert [made.is_name(n) for n in (0, 4, 7, 9)] == [False, True, False, False]


def test_the_context_of_a_batch_is_made_once():
    batch = read([Article(id="x", text="One word.")])
    assert context_of(batch) is context_of(batch)
    assert context_of(read([Article(id="x", text="Two words.")])).sentence_words(0) == ["two", "words"]


def test_far_characters_do_not_move_anything():
    text = "𝔄𝔅 İstanbul’da 😀😀 said: Plan"
    made = context(text)
    batch = read([Article(id="x", text=text)])
    for start, end, stop in zip(batch.tokens["start"], batch.tokens["end"], made.ends.tolist(), strict=True):
        assert text[start:stop] == text[start:end]
