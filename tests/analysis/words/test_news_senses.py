import pytest

from analysis.words.news_senses import news_senses
from analysis.words.vader_words import lists

KINDS = {"office", "law", "money", "politics", "health", "grammar", "fixed"}


@pytest.mark.parametrize("sense", news_senses(), ids=lambda sense: " ".join(sense.phrases[0]))
def test_a_line_silences_words_of_the_lexicon_that_stand_in_each_of_its_phrases(sense):
    assert sense.silent
    assert sense.silent <= set(lists().lexicon)
    assert all(sense.silent & set(phrase) for phrase in sense.phrases)
    assert all(1 <= len(phrase) <= 4 for phrase in sense.phrases)
    assert sense.kind in KINDS
    assert len(sense.phrases[0]) > 1 or sense.unless_after or sense.unless_before, "a word alone needs exceptions"


def test_every_word_is_in_lower_case_and_one_word():
    words = {word for sense in news_senses() for word in sense.named}
    assert words == {word.lower() for word in words}
    assert "" not in words
    assert not any(" " in word for word in words)


def test_the_list_is_broad():
    assert len(news_senses()) > 100
    assert sum(len(sense.phrases) for sense in news_senses()) > 1500
