import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.articles import read
from analysis.words.written import cut, written
from sources.article import Article, article_id

TITLE = "Good plan for the bridge"
TEXT = "“It’s bad—very bad,” said one. They [sic] like it!\n\nWhy\n\nA bad\u00a0day."


def _written(*pages, headings=()):
    made = [Article(id=article_id(title, text), title=title, text=text, headings=headings) for title, text in pages]
    return written(read(made))


def test_words_are_those_between_blanks_by_place():
    found = _written((TITLE, TEXT), headings=((52, 55),))
    words = [found.words.tokens[row] for row in np.flatnonzero(found.place == 1).tolist()]
    assert words == ["\"It's", "bad", "very", 'bad,"', "said", "one."]
    assert found.sentence.tolist() == [-1, 0, 1, 2]
    assert [found.words.tokens[row] for row in np.flatnonzero(found.place == 3).tolist()] == ["A", "bad", "day."]
    assert "Why" not in found.words.tokens


def test_words_stand_where_they_say():
    found = _written((None, "One two."), (TITLE, TEXT))
    for token, start, stop in zip(found.words.tokens, found.words.starts, found.words.stops, strict=True):
        assert found.text[start:stop] == token


def test_the_same_batch_is_read_once():
    batch = read([Article(id="x", title=TITLE, text=TEXT)])
    assert written(batch) is written(batch)


@settings(max_examples=100, deadline=None)
@given(st.text("ab \n", max_size=30), st.lists(st.integers(-2, 32), max_size=5))
def test_cutting_parts_words_at_the_places_and_nowhere_else(text, at):
    spans = [(n, n + 1) for n, c in enumerate(text) if not c.isspace()]
    starts, stops = [], []
    for begin, end in spans:  # runs of letters
        if stops and stops[-1] == begin:
            stops[-1] = end
        else:
            starts.append(begin)
            stops.append(end)
    tokens, begin, end = cut(text, text.split(), np.array(starts, int), np.array(stops, int), at=np.array(at, int))
    assert tokens == [text[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]
    assert "".join(tokens) == "".join(text.split())
    edges = {*starts, *(place for place in at if any(a < place < b for a, b in zip(starts, stops, strict=True)))}
    assert sorted(edges) == begin.tolist()
