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


def test_first_names_tell_names_in_a_headline_in_title_case():
    title = "Anna Quill Begrudgingly Says Tom Marsh No Longer Has To Testify"
    words = surface(read([Article(id="a", title=title, text="It rained.")]))
    found = names(words)
    assert [title[words.start[a] : words.end[b]] for a, b in zip(found.first, found.last, strict=True)] == [
        "Anna Quill",
        "Tom Marsh",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Fat-cat boss Tom Marsh left. Fat-cat pay rose.", ["Tom Marsh"]),
        ("Then Selby-backed Ana Rivera won. Selby-backed Rivera wept.", ["Selby", "Ana Rivera", "Selby", "Rivera"]),
    ],
    ids=["an ordinary word", "a name"],
)
def test_half_a_word_is_a_name_where_it_is_one_elsewhere(text, named):
    assert _found(text)[0] == named


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("Secretary of State Mike Marsh", "Mike Marsh"),
        ("Secretary of Homeland Security Ana Rivera", "Ana Rivera"),
        ("Special Counsel Robert Marsh", "Robert Marsh"),
        ("Deputy National Security Advisor Ben Marsh", "Ben Marsh"),
        ("Senators Jack Marsh", "Jack Marsh"),
        ("Department of State", "Department of State"),
        ("President Bill Marsh", "Bill Marsh"),
    ],
)
def test_what_somebody_is_stands_before_the_name(run, name):
    assert _found(f"Then {run} spoke.") == ([run], [name])


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name_known_without_it():
    text = "Heartbroken Anna Bell wept. Then Anna Bell left."
    assert _found(text) == (["Heartbroken Anna Bell", "Anna Bell"], ["Anna Bell", "Anna Bell"])


def test_a_body_of_many_keeps_its_possessive():
    text = "Then the Selby Fishermen’s Association met the Women's Institute and Tom Marsh’s Harbour Trust."
    assert _found(text)[0] == ["Selby Fishermen’s Association", "Women's Institute", "Tom Marsh’s", "Harbour Trust"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Then Helen Marsh met Thomas Marsh. On Monday Ms Marsh left.", "helen marsh"),
        ("Then Thomas Marsh met Helen Marsh. On Monday Mr Marsh left.", "thomas marsh"),
        ("Then Mrs Quay Marsh met Ro Marsh. On Monday Ms Marsh left.", "ro marsh"),
        ("Then Mrs Quay Marsh met Ro Marsh. On Monday Mr Marsh left.", "ro marsh"),
        ("Then Ro Marsh met Mrs Quay Marsh. On Monday Mr Marsh left.", "ro marsh"),
        ("Then Helen Marsh met Thomas Marsh. On Monday Marsh left.", "thomas marsh"),
    ],
    ids=["a woman", "a man", "either", "the last", "not Mrs", "no address"],
)
def test_of_two_with_one_surname_the_form_of_address_tells_which(text, whose):
    found = names(surface(read([Article(id="a", title=None, text=text)])))
    assert found.entities[found.entity[-1]].name == whose
