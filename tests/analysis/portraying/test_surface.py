from analysis.portraying.surface import surface
from analysis.reading.articles import read
from sources.article import Article


def _told(text, title=None):
    words = surface(read([Article(id="a", title=title, text=text)]))
    said = [words.types.words[n] for n in words.ids]
    return words, said


def test_marks_between_words():
    words, said = _told("Mr. T. Marsh, 40, ran - fast. “Stop -- now,” he said.")
    breaks = {word for word, broken in zip(said, words.breaks, strict=True) if broken}
    assert breaks == {"mr", "40", "ran", "fast", "stop", "now", "he"}
    near = {word for word, close in zip(said, words.near, strict=True) if close}
    assert {"t", "marsh", "said"} <= near
    assert not {"40", "stop", "now", "he"} & near


def test_capitals_where_any_word_has_one():
    words, said = _told("He met Lee. “You came,” Lee said: Nobody left.", title="Mayor Slams Great Bridge Plan")
    opens = {word for word, opening in zip(said, words.opens, strict=True) if opening}
    assert opens == {"mayor", "he", "you", "nobody"}
    assert words.shouts[words.headline].all()
    assert not words.shouts[~words.headline].any()
    assert words.quoted.tolist().count(True) == 2
