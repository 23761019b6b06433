import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.words.vader_words import CODED, described, lists, straightened, types_of


def test_the_lists_are_those_of_the_package():
    package = SentimentIntensityAnalyzer()
    assert lists().lexicon == package.lexicon
    assert lists().emoji == {k: v for k, v in package.emojis.items() if len(k) == 1}


def test_every_word_that_a_rule_or_phrase_names_has_a_code():
    named = {word for phrase in lists().phrases for word in phrase.split()} - {"badass"}  # one word: listed as such
    named |= {word for phrase in lists().boosters if " " in phrase for word in phrase.split()}
    assert named <= set(CODED)
    assert len(set(CODED)) == len(CODED)


def test_straightening_keeps_every_offset():
    curly = "“Don’t – no, don‘t…” «so—what»"
    assert straightened(curly) == '"Don\'t   no, don\'t." "so what"'
    assert len(straightened(curly)) == len(curly)
    assert straightened("İ’") == "İ'"


def test_emoji_are_put_in_words_where_they_stand():
    assert described("good😀!", news=True)[0] == ("good", 0, 4)
    assert {(begin, end) for _, begin, end in described("good😀!", news=True)[1:-1]} == {(4, 5)}
    assert described("good😀!", news=True)[-1] == ("!", 5, 6)
    assert described("good😀!", news=False)[-1][0].endswith("!")
    assert described("plain", news=True) == [("plain", 0, 5)]


def test_types_are_looked_up_once_each():
    ids, types = types_of(["Good,", "a", "GOOD", "Good,", "(8)"], news=True)
    assert ids.tolist() == [0, 1, 2, 0, 3]
    assert types["valence"].tolist() == [1.9, 0.0, 1.9, 0.0]
    assert types["capital"].tolist() == [True, False, False, False]
    assert types["upper"].tolist() == [False, False, True, False]
    assert (types["left"][0], types["right"][0]) == (0, 4)
    assert np.array_equal(types_of([], news=True)[0], [])
