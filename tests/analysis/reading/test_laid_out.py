"""Titles and texts laid end to end: each run and word stands where it stands in its own text."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.laid_out import laid_out, words_in
from analysis.reading.tokens import tokenise
from sources.article import Article

_odd = st.text(st.sampled_from("aBİßé ’'“”.,-$5%\u00a0\u200b\x1c\u3000😀\ud800\r\n"), max_size=30)


@given(st.lists(st.tuples(st.none() | _odd, _odd), max_size=4))
def test_words_are_those_of_each_text_alone(pages):
    articles = [Article(id=str(number), title=title, text=text) for number, (title, text) in enumerate(pages)]
    text = laid_out([(article.title or "", article.text) for article in articles])
    found = words_in(text)
    expected = []
    for article, title_at, text_at in zip(articles, text.title_at.tolist(), text.text_at.tolist(), strict=True):
        for at, part in ((title_at, article.title or ""), (text_at, article.text)):
            assert text.text[at : at + len(part) + 1] == part + "\n"
            starts, ends, words, *_ = tokenise(part)
            capitals = [part[start].isupper() for start in starts]
            expected += [
                (at + start, at + end, capital, word)
                for start, end, capital, word in zip(starts, ends, capitals, words, strict=True)
            ]
    words = [found.types[number] for number in found.type]
    columns = (found.start.tolist(), found.end.tolist(), found.capital.tolist(), words)
    assert list(zip(*columns, strict=True)) == expected
    runs = [text.text[a:b] for a, b in zip(text.chunk_starts, text.chunk_ends, strict=True)]
    assert runs == [text.chunk_types[number] for number in text.chunk_type] == text.text.split()
