import pytest

from analysis.measures.hedging import MEASURE
from analysis.reading.articles import read
from sources.article import Article


def hedges(text):
    evidence = MEASURE.score(read([Article(id="x", text=text)])).evidence
    return list(zip(evidence["quote"], evidence["category"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister may resign.", [("may", "possibility")]),
        ("It happened in May and on 3 May.", []),
        ("May 3 was a Monday.", []),
        ("He could not open the door.", []),
        ("It could rain.", [("could", "possibility")]),
        ("She is said to be leaving.", [("is said to", "hearsay")]),
        ("About 40 people came to talk about it.", [("About", "approximation")]),
        ("The bridge reportedly closed.", [("reportedly", "hearsay")]),
        ("She was thinking about 40 different things.", []),
        ("When he was six he could read.", []),
        ("They could not say.", []),
        ("The plan seems sound.", [("seems", "appearance")]),
        ("I think it is sound.", [("I think", "opinion")]),
        ("When I think of it, I smile.", []),
        ("The suspected thief fled.", [("suspected", "hearsay")]),
        ("It is largely done.", [("largely", "extent")]),
        ("Unless it rains, they play.", [("Unless", "condition")]),
        ("It is almost certainly false.", [("almost certainly", "possibility")]),
        ("He is more likely than her to vote.", []),
        ("The military might of the empire grew.", []),
        ("The bridge closed on Monday.", []),
    ],
)
def test_what_hedges(text, expected):
    assert hedges(text) == expected


def test_a_careful_report_is_above_a_plain_one():
    careful = "The fire was probably set, police believe, and the damage may reach an estimated 2 million crowns."
    plain = "The fire was set, police say, and the damage is 2 million crowns."
    batch = read([Article(id="a", text=careful), Article(id="b", text=plain)])
    scores = MEASURE.score(batch).scores
    first, second = scores.loc[scores["voice"] == "narration", "value"]
    assert first > 100 > second == 0
