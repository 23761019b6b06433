"""What a text says its speakers are."""

import pytest

from analysis.reading.articles import read
from sources.article import Article


def described(text):
    found = read([Article(id="0" * 16, text=text)]).attributions
    return [None if cell != cell else cell for cell in found["described"].astype(object)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Rivera, director of the port authority, said it rained.", "director of the port authority"),
        ("Ana Rivera, 45, the mayor of Selby, said it rained.", "the mayor of Selby"),
        ("Ana Rivera, 45, of Selby, a teacher, said it rained.", "a teacher"),
        ("It rained, said Ana Rivera, a professor of law at Selby.", "a professor of law at Selby"),
        ("Ana Rivera of Ohio, the party leader, said it rained.", "the party leader"),
        ("Transport Secretary Ana Rivera said it rained.", "Transport Secretary"),
        ("Former Navy Secretary Ana Rivera said it rained.", "Former Navy Secretary"),
        ("The council leader Ana Rivera said it rained.", "council leader"),
        ("The embattled ferry boss Ana Rivera said it rained.", "embattled ferry boss"),
        ("The company’s lawyer, Ana Rivera, said it rained.", "The company’s lawyer"),
        ("Ana Rivera, the chief engineer, came. Later Rivera said it rained.", "the chief engineer"),
        ("Mayor Ana Rivera came. Ana Rivera, the mayor of Selby, said it rained.", "the mayor of Selby"),
        ("Lund Lines, a ferry company, said it rained.", "a ferry company"),
        ("Ana Rivera said it rained.", None),
        ("Ana Rivera, the crowd cheering, said it rained.", None),
        ("Mr. Rivera said it rained.", None),
        ("Two officials said it rained.", None),
        ("The town chose Ana Rivera, who said it rained.", None),
        ("The crowd cheered Mayor Ana Rivera, who said it rained.", "Mayor"),
    ],
)
def test_described(text, expected):
    assert described(text) == [expected]


def test_quotations_have_it_too():
    text = "“It rains,” said Ana Rivera, the mayor of Selby. “We know,” she said."
    voices = read([Article(id="0" * 16, text=text)]).voices
    assert voices["described"].tolist() == ["the mayor of Selby", "the mayor of Selby"]
