import re
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.articles import read
from analysis.words import written as written_words
from analysis.words.vader_words import straightened
from analysis.words.word_types import EMOJI, table
from analysis.words.written import Words, written
from sources.article import Article, article_id

TITLE = "Good plan for the bridge"
TEXT = "“It’s bad—very bad,” said one. They [sic] like it!\n\nWhy\n\nA bad\u00a0day."


def _written(*pages, headings=()):
    made = [Article(id=article_id(title, text), title=title, text=text, headings=headings) for title, text in pages]
    return written(read(made))


def _tokens(found, words, place=None):
    kept = range(len(words.ids)) if place is None else np.flatnonzero(words.place == place).tolist()
    return [straightened(found.text[words.starts[row] : words.stops[row]]) for row in kept]


def test_words_are_those_between_blanks_by_place():
    found = _written((TITLE, TEXT), headings=((52, 55),))
    assert _tokens(found, found.words, 1) == ["\"It's", "bad", "very", 'bad,"', "said", "one."]
    assert found.sentence.tolist() == [-1, 0, 1, 2]
    assert _tokens(found, found.words, 3) == ["A", "bad", "day."]
    assert "Why" not in _tokens(found, found.words)


def test_parts_end_where_quotations_do_and_emoji_are_described():
    found = _written((None, "“It’s bad—very bad,” said one. A day😀."))
    assert _tokens(found, found.parts, 1) == ['"', "It's", "bad", "very", "bad,", '"', "said", "one."]
    assert _tokens(found, found.parts, 2)[:2] == ["A", "day"]
    assert set(_tokens(found, found.parts, 2)[2:-1]) == {"😀"}
    assert len(found.parts.ids) > len(found.words.ids)


def test_the_type_of_each_word_is_its_own():
    pages = [
        (None, "One bad war."),
        (TITLE, TEXT),
        ("A [1] title", "The end.[1] Good (war)—he said...so. “Good”-ish 😀 day!"),
    ]
    found = _written(*pages)
    for words in (found.words, found.parts):
        ids, alone = table(news=True).numbered(_tokens(found, words))
        plain = ~np.isin(found.types.flags[words.ids] & EMOJI, EMOJI) & (alone.flags[ids] & EMOJI == 0)
        assert plain.sum() > 25
        assert found.types.valence[words.ids][plain].tolist() == alone.valence[ids][plain].tolist()
        assert found.types.right[words.ids][plain].tolist() == alone.right[ids][plain].tolist()


def test_a_batch_put_together_otherwise_is_laid_out_here():
    batch = read([Article(id="x", title=TITLE, text=TEXT), Article(id="y", text="One war 😀.")])
    found, again = written(batch), written(replace(batch, laid=None))
    assert _tokens(found, found.parts) == _tokens(again, again.parts)
    assert found.base.tolist() == again.base.tolist()


def test_the_same_batch_is_read_once():
    batch = read([Article(id="x", title=TITLE, text=TEXT)])
    assert written(batch) is written(batch)


@settings(max_examples=100, deadline=None)
@given(st.text("ab \n", max_size=30), st.lists(st.integers(-2, 32), max_size=5))
def test_cutting_parts_words_at_the_places_and_nowhere_else(text, at):
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    starts, stops = (np.array([span[n] for span in spans], dtype=np.int64) for n in (0, 1))
    ids, types = table(news=True).numbered(text.split())
    numbering = written_words._Numbering(text, types)
    made = numbering.cut(Words(ids, starts, stops, ids), at=np.array(at, dtype=np.int64))
    cut = [text[a:b] for a, b in zip(made.starts, made.stops, strict=True)]
    assert "".join(cut) == "".join(text.split())
    assert numbering.types.right[made.ids].tolist() == list(map(len, cut))
    edges = {*starts.tolist(), *(place for place in at if any(a < place < b for a, b in spans))}
    assert sorted(edges) == made.starts.tolist()
