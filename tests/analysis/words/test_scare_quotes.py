import pytest

from analysis.reading.articles import read
from analysis.words.scare_quotes import CATEGORY, find_scare_quotes
from sources.article import Article


def found(text, title=None):
    hits = find_scare_quotes(read([Article(id="x", text=text, title=title)]))
    assert (hits["category"] == CATEGORY).all()
    return [text[a:b] for a, b in zip(hits["start"], hits["end"], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council’s “reform” of the old baths was put off again in the spring.", ["reform"]),
        ('The council’s "free gift" to the old baths was put off again in the spring.', ["free gift"]),
        ("“We will never agree to a plan like that one,” said Mara Lind, who left.", []),
        ("She read “Winter” to the children of the village on a rainy evening.", []),
        ("Nothing is in marks here.", []),
        ("", []),
    ],
)
def test_what_counts(text, expected):
    assert found(text) == expected


def test_marks_in_headlines_are_left_alone():
    assert found("Nothing is in marks here.", title="Council delays “reform” of baths") == []


def test_a_heading_is_left_alone():
    text = "The “good” plan\n\nThe council’s “reform” of the old baths was put off."
    hits = find_scare_quotes(read([Article(id="x", text=text, headings=((0, 15),))]))
    assert hits["term"].tolist() == ["reform"]
