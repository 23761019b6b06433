import pytest

from analysis.portraying.names import names
from analysis.portraying.surface import surface
from analysis.reading.articles import read
from sources.article import Article


def _found(text):
    words = surface(read([Article(id="a", title=None, text=text)]))
    found = names(words)
    runs = [text[words.start[a] : words.end[b]] for a, b in zip(found.first, found.last, strict=True)]
    proper = [text[words.start[a] : words.end[b]] for a, b in zip(found.proper, found.last, strict=True)]
    return runs, proper


def test_a_run_ends_at_marks_and_possessives_and_goes_on_over_small_words_of_names():
    text = (
        "In Selby, then, Tom Marsh’s Harbour Trust met Ludwig van Horn of the Department of Fisheries and Ana Rivera."
    )
    assert _found(text)[0] == [
        "Selby",
        "Tom Marsh’s",
        "Harbour Trust",
        "Ludwig van Horn",
        "Department of Fisheries",
        "Ana Rivera",
    ]


def test_titles_are_in_the_run_and_not_in_the_name():
    runs, proper = _found("Then Prime Minister Ana Rivera met Mr. Marsh and Gov. T. J. Lee on Monday.")
    assert runs == ["Prime Minister Ana Rivera", "Mr. Marsh", "Gov. T. J. Lee"]
    assert proper == ["Ana Rivera", "Marsh", "T. J. Lee"]


def test_a_text_without_names_has_none():
    assert _found("Nothing was said.") == ([], [])
    assert _found("") == ([], [])


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("TRAM SHAMBLES: Rivera walks out as costs soar", ["TRAM", "Rivera"]),
        ("Rivera leaves NHS in CHAOS", ["Rivera", "NHS"]),
        ("PRICE SHOCK: energy bills soar", []),
    ],
    ids=["two words", "one word", "nobody"],
)
def test_ordinary_words_that_a_headline_shouts_are_no_names(title, named):
    words = surface(read([Article(id="a", title=title, text="It rained.")]))
    found = names(words)
    assert [title[words.start[a] : words.end[b]] for a, b in zip(found.first, found.last, strict=True)] == named
