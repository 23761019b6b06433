import pytest

from analysis.portrayals import portrayals
from analysis.portraying.mentions import mentions
from analysis.portraying.spoken import speakers
from analysis.portraying.surface import surface
from analysis.reading.articles import read
from sources.article import Article, article_id


def _batch(*texts):
    return read([Article(id=article_id(None, text), title=None, text=text) for text in texts])


def _said(text):
    """Return (word in quotation marks, name of who says it or None)."""
    batch = _batch(text)
    words = surface(batch)
    found = mentions(words)
    says = speakers(batch, words, found)
    assert set(says[~words.quoted]) <= {-1}
    return [
        (text[words.start[at] : words.end[at]], found.entities[says[at]].name if says[at] >= 0 else None)
        for at in range(len(says))
        if words.quoted[at]
    ]


def test_quoted_words_belong_to_who_says_them_by_surname_too():
    text = "Ana Rivera met Tom Marsh in Selby. Rivera called the plan “reckless”. “It works,” said Tom Marsh."
    assert _said(text) == [("reckless", "ana rivera"), ("It", "tom marsh"), ("works", "tom marsh")]


def test_two_of_one_surname_are_told_apart_by_the_whole_name():
    text = "Ana Rivera met Leo Rivera in Selby. “It works,” said Leo Rivera."
    assert {who for _, who in _said(text)} == {"leo rivera"}


@pytest.mark.parametrize(
    "text",
    [
        "“It works,” said two officials. Ana Rivera left.",
        "Ana Rivera left. A “plan” it was.",
        "“It works.”",
        "Nothing.",
    ],
    ids=["nobody named", "marks without a speaker", "nobody at all", "no quotation"],
)
def test_words_that_no_named_person_says_are_nobodys(text):
    assert {who for _, who in _said(text)} <= {None}


def test_the_articles_of_a_batch_are_kept_apart():
    texts = ["Ana Rivera spoke. “It works,” said Ana Rivera.", "Tom Rivera spoke. “It fails,” said Tom Rivera."]
    batch = _batch(*texts)
    words = surface(batch)
    found = mentions(words)
    says = speakers(batch, words, found)
    assert {(int(row), found.entities[who].name) for row, who in zip(words.row, says, strict=True) if who >= 0} == {
        (0, "ana rivera"),
        (1, "tom rivera"),
    }


def test_what_somebody_says_is_no_word_about_them():
    told = "Ana Rivera left the hall in Selby on Monday. Rivera called the plan of Tom Marsh “a reckless disgrace”."
    made = portrayals(_batch(told))
    quoted = {row.entity: row.n for row in made[made["voice"] == "quotation"].itertuples()}
    assert quoted["Ana Rivera"] == 0
