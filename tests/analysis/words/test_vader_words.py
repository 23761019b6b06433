import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.words.vader_words import all_described, described, lists, straightened


def test_the_lists_are_those_of_the_package():
    package = SentimentIntensityAnalyzer()
    assert lists().lexicon == package.lexicon
    assert lists().emoji == {k: v for k, v in package.emojis.items() if len(k) == 1}


def test_straightening_keeps_every_offset():
    curly = "“Don’t – no, don‘t…” «so—what»"
    assert straightened(curly) == '"Don\'t   no, don\'t." "so what"'
    assert len(straightened(curly)) == len(curly)
    assert straightened("İ’") == "İ'"
    assert straightened("wrong…there, wrong...there. End...") == "wrong there, wrong   there. End..."


def test_emoji_are_put_in_words_where_they_stand():
    assert described("good😀!", news=True)[0] == ("good", 0, 4)
    assert {(begin, end) for _, begin, end in described("good😀!", news=True)[1:-1]} == {(4, 5)}
    assert described("good😀!", news=True)[-1] == ("!", 5, 6)
    assert described("good😀!", news=False)[-1][0].endswith("!")
    assert described("plain", news=True) == [("plain", 0, 5)]


def test_only_the_tokens_named_are_described_and_counted():
    tokens, times, places = all_described(["so", "good😀!", "x"], np.array([1]), news=True)
    assert tokens[:2] == ["so", "good"]
    assert tokens[-2:] == ["!", "x"]
    assert times.tolist() == [1, len(tokens) - 2, 1]
    assert places[0] == (0, 4)
    assert places[-1] == (5, 6)
