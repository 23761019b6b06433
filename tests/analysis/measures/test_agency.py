import math

import pytest

from analysis.measures.agency import MEASURE
from analysis.reading.articles import read
from sources.article import Article

TEXT = (
    "Mistakes were made. The bridge was closed by the council on Monday. The council met on Tuesday.\n\n"
    "“We were never told, and nobody was asked,” said Tom Marsh. The closure of the bridge was wrong."
)


def scored(text, title=None):
    scores, evidence = MEASURE.score(read([Article(id="x", text=text, title=title)]))
    return scores.set_index(["measure", "voice"]), evidence


def test_voices_are_counted_apart():
    scores, _ = scored(TEXT, "Three killed in blast")
    values = {key: (round(float(row["value"]), 6), int(row["n"])) for key, row in scores.iterrows() if row["n"]}
    assert values["agency.passive", "narration"] == (0.4, 5)
    assert values["agency.agentless", "narration"] == (0.2, 5)
    assert values["agency.passive", "quotation"] == (1.0, 1)
    assert values["agency.agentless", "quotation"] == (1.0, 1)
    assert values["agency.passive", "headline"] == (1.0, 1)
    assert values["agency.nominalised", "narration"] == (round(1000 / 27, 6), 27)


def test_the_weights_of_a_voice_add_up_to_its_value():
    scores, evidence = scored(TEXT, "Three killed in blast")
    for (measure, voice), row in scores.iterrows():
        if row["n"]:
            found = evidence[(evidence["measure"] == measure) & (evidence["voice"] == voice)]
            assert found["weight"].sum() == pytest.approx(row["value"])


def test_evidence_says_who_does_what_to_whom():
    _, evidence = scored(TEXT)
    found = evidence[evidence["measure"] != "agency.agentless"]
    assert list(zip(found["quote"], found["category"], strict=True)) == [
        ("were made", "passive; whom or what: Mistakes; by whom: not said"),
        ("was closed", "passive; whom or what: The bridge; by whom: the council"),
        ("were never told", "passive; whom or what: We; by whom: not said"),
        ("was asked", "passive; whom or what: nobody; by whom: not said"),
        ("closure", "noun for “close”; by whom: not said"),
    ]


def test_a_part_of_two_words_is_not_counted():
    scores, evidence = scored("He felt he had “been betrayed,” Ann Lee said.")
    assert math.isnan(scores.loc[("agency.passive", "quotation"), "value"])
    assert evidence.empty or set(evidence["voice"]) == {"narration"}


def test_contracted_pronouns_stand_without_their_verb():
    _, evidence = scored("They’re being watched by police.")
    assert evidence["category"].tolist() == ["passive; whom or what: They; by whom: police"]


def test_hiding_who_acted_is_above_telling_it():
    hidden, _ = scored("Shots were fired. Two men were killed. The killing of the two was condemned.")
    told, _ = scored("Police fired shots. They killed two men. Lawyers condemned the police.")
    for value in ("agency.passive", "agency.agentless", "agency.nominalised"):
        assert hidden.loc[(value, "narration"), "value"] > told.loc[(value, "narration"), "value"] == 0
