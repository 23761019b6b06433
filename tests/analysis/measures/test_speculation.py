import pytest

from analysis.measures.speculation import MEASURE
from analysis.reading.articles import read
from analysis.words.lexicon import lexicon
from sources.article import Article


def marks(text, title=None):
    evidence = MEASURE.score(read([Article(id="x", text=text, title=title)])).evidence
    return list(zip(evidence["quote"], evidence["category"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor is set to resign.", [("set to", "expected")]),
        ("The poem was set to music.", []),
        ("The mayor is widely expected to resign.", [("widely expected", "expected")]),
        ("The ferry is due to leave at noon.", [("due to", "expected")]),
        ("The delay was due to fog.", []),
        ("He had expected to win.", []),
        ("They are poised to win.", [("poised to", "expected")]),
        ("The vote could spark riots.", [("could spark", "scenario")]),
        ("The vote may spark riots.", [("may spark", "scenario")]),
        ("He may be about to resign.", [("may be about to", "expected")]),
        ("He spoke about the plan.", []),
        ("Analysts expect a fall.", [("Analysts expect", "forecast")]),
        ("The move signals that he will go.", [("signals that", "motive")]),
        ("He left in an apparent bid to calm them.", [("in an apparent bid to", "motive")]),
        ("Sources believe he fled.", [("Sources believe", "rumour")]),
        ("Speculation grew.", [("Speculation", "rumour")]),
        ("The banks live on speculation.", []),
        ("He has no plans to leave.", []),
        ("The bridge closed on Monday.", []),
    ],
)
def test_what_is_speculation(text, expected):
    assert marks(text) == expected


def test_headlines():
    assert marks("Yes.", "Mayor set to resign amid fears of riots") == [
        ("set to", "expected"),
        ("amid fears", "rumour"),
    ]


def test_the_list_is_long_enough():
    assert len(lexicon("speculation").entries) >= 250
    assert {entry.category for entry in lexicon("speculation").entries} == set(lexicon("speculation").categories)
