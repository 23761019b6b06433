"""The words that may tell whom a pronoun means."""

from analysis.reading.telling import Telling
from tests.analysis.invented_narration import narration

TEXT = "Yesterday Ann Lee met a woman. “We saw Tom,” the mayor said. She left, and he stayed in Selby."


def test_words_that_may_tell_come_once_and_the_nearest_first():
    read = narration(TEXT)
    telling = Telling(read)
    for word in ("mayor", "lee", "mayor"):
        telling.add(read.words.index(word))
    found = [read.words[at] for at in telling.before(read.words.index("stayed"))]
    assert found == ["she", "mayor", "woman", "lee", "ann", "yesterday"]
    assert list(telling.before(0)) == []


def test_words_far_back_are_left_out():
    read = narration("Ann slept. " + "It rained and rained. " * 200)
    assert [read.words[at] for at in Telling(read).before(600)] == ["it"] * 125
    assert min(Telling(read).before(600)) > 100
    assert max(Telling(read).before(600)) < 600
