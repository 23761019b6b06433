import math
from collections import Counter

import pytest

from analysis.measures.framing import FRAMES, MEANINGS, MEASURE
from analysis.measures.shares import ENOUGH
from analysis.reading.articles import read
from analysis.words.lexicon import lexicon
from sources.article import Article

SENTENCES = {
    "economic": "The tariff will raise prices and cost jobs.",
    "capacity": "Hospitals are overwhelmed and short of beds because of a shortage of staff.",
    "morality": "It is a sin, the bishop said, and morally wrong.",
    "fairness": "The rule discriminates against minorities.",
    "legality": "The supreme court struck down the statute as unconstitutional.",
    "policy": "The new legislation would regulate the sale of drones.",
    "crime": "Two men were arrested and charged with burglary.",
    "security": "Troops guard the border against terrorist attacks.",
    "health": "Patients with the disease were taken to the hospital.",
    "quality": "Affordable housing and childcare would make their daily lives happier.",
    "culture": "The festival keeps a tradition of folk music alive.",
    "opinion": "Polls show that most voters support it, and protesters marched.",
    "political": "Republicans and Democrats in Congress traded blame before the election.",
    "external": "The ambassador met the foreign minister about the treaty.",
    "other": "He smiled and went upstairs.",
}


def test_the_frames_are_those_of_the_lexicon():
    frames = dict.fromkeys(category.partition(".")[0] for category in lexicon("frames").categories)
    assert [key for key, _ in FRAMES] == [*frames, "other"]
    assert len(FRAMES) == 15


@pytest.mark.parametrize("frame", SENTENCES)
def test_a_plain_sentence_of_each_frame(frame):
    scores = MEASURE.score(read([Article(id="x", text=SENTENCES[frame])])).scores
    body = scores[scores["voice"] == "body"].set_index("measure")["value"]
    assert body[f"framing.{frame}"] == 1
    assert body.sum() <= 4
    headline = scores[scores["voice"] == "headline"]
    assert headline["value"].isna().all()
    assert (headline["n"] == 0).all()


def test_values_are_shares_and_weights_add_up_to_them():
    text = " ".join(SENTENCES.values())
    scores, evidence = MEASURE.score(read([Article(id="x", text=text, title=SENTENCES["legality"])]))
    assert set(scores.loc[scores["voice"] == "body", "n"]) == {15}
    assert set(scores.loc[scores["voice"] == "headline", "n"]) == {1}
    place = evidence["voice"].where(evidence["voice"] == "headline", "body")
    sums = evidence.groupby([evidence["measure"], place])["weight"].sum()
    for measure, voice, value in zip(scores["measure"], scores["voice"], scores["value"], strict=True):
        assert math.isclose(sums.get((measure, voice), 0.0), value, abs_tol=1e-12)


def test_half_a_cue_is_not_enough():
    scores, evidence = MEASURE.score(read([Article(id="x", text="The company is old.")]))
    assert scores.loc[scores["measure"] == "framing.economic", "value"].iloc[0] == 0
    assert evidence["measure"].tolist() == ["framing.other"]
    assert evidence["quote"].tolist() == ["The company is old."]


def test_there_are_as_many_cues_and_phrases_as_promised():
    terms = {entry.term for entry in lexicon("frames").entries}
    assert len(terms) >= 2500
    assert sum(" " in term for term in terms) >= 400


def test_the_sides_of_a_frame_are_the_frame():
    text = "A psychiatrist and a surgeon spoke about free speech in court."
    _, evidence = MEASURE.score(read([Article(id="x", text=text)]))
    assert set(evidence["measure"]) == {"framing.health", "framing.legality"}


def test_no_frame_wins_by_the_size_of_its_list():
    sizes = Counter(entry.category.partition(".")[0] for entry in lexicon("frames").entries)
    assert len(sizes) == 14
    assert max(sizes.values()) < 2.2 * min(sizes.values())
    assert {entry.weight for entry in lexicon("frames").entries} == {ENOUGH, ENOUGH / 2}


def test_each_frame_says_in_one_sentence_what_it_means():
    assert list(MEANINGS) == [key for key, _ in FRAMES]
    assert [value.meaning for value in MEASURE.values] == list(MEANINGS.values())
    assert all(meaning.endswith(".") and meaning.count(". ") == 0 for meaning in MEANINGS.values())
