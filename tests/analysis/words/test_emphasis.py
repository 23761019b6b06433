import pytest

from analysis.reading.articles import read
from analysis.words.emphasis import CATEGORY, find_emphasis
from analysis.words.loadedness import loaded_hits
from sources.article import Article


def found(text, title=None):
    hits = find_emphasis(read([Article(id="x", text=text, title=title)]))
    assert (hits["category"] == CATEGORY).all()
    return [
        (title if s < 0 else text)[a:b] for s, a, b in zip(hits["sentence"], hits["start"], hits["end"], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor and her friends KNEW that the ring road would close.", ["KNEW"]),
        ("It must stop, and it must stop NOW, said nobody at the meeting.", ["NOW"]),
        ("They did NOT EVER ask the people who live there.", ["NOT EVER"]),
        ("“We did NOT agree to it,” Ana Rivera said on Monday.", ["NOT"]),
        ("The crews of NATO and of the UN left the harbour.", []),
        ("The clinic treats people who live with AIDS and with other illnesses.", []),
        ("The programme (GIVE) was started by the council in the spring.", []),
        ("The GIVE programme helps the town. Forty people work for GIVE and are paid by it.", []),
        ("The NEVER Again group met in the hall on Monday evening.", []),
        ("WATCH: the ferry leaves the harbour for the last time.", []),
        ("THE COUNCIL DID NOT ASK ANYBODY. It met on Monday in the town hall.", []),
        ("A NEVER-ending row goes on in the town hall.", []),
        ("It KNEW.", []),
        ("", []),
    ],
)
def test_what_counts(text, expected):
    assert found(text) == expected


def test_a_headline_may_stress_a_word_and_may_be_in_capitals():
    assert found("Nothing is here.", title="Council KNEW of the crack in the dam") == ["KNEW"]
    assert found("Nothing is here.", title="COUNCIL KNEW OF THE CRACK IN THE DAM") == []


def test_a_loaded_word_in_capitals_counts_once():
    hits = loaded_hits(read([Article(id="x", text="It was a DISGRACEFUL vote, and they KNEW it was.")]))
    assert hits["term"].tolist() == ["disgraceful", "knew"]
