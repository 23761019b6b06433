import math

import pytest

from analysis.measures.shares import shares
from analysis.reading.articles import read
from analysis.words.hits import hits_in
from analysis.words.lexicon import read_lexicon
from sources.article import Article

ABOUT = """
title = "t"
origin = "o"
licence = "l"
date = 2026-01-01
shared = true
[categories]
sea = "the sea"
"sea.fish" = "fish"
land = "the land"
"""
LINES = """term\tform\tcategory\tweight\tguard
harbour\t\tsea\t1
pier\t\tsea\t0.5
boat\t\tsea\t0.5
herring\t\tsea.fish\t0.5
herring\t\tsea\t0.5
pier\t\tland\t1
"""
FRAMES = {"sea": "The sea", "land": "The land", "rest": "Neither"}


def _shares(*articles, rest=None):
    batch = read([Article(id=str(n), text=text, title=title) for n, (title, text) in enumerate(articles)])
    frames = FRAMES if rest else {key: label for key, label in FRAMES.items() if key != "rest"}
    cues = read_lexicon("invented", about=ABOUT, lines=LINES)
    return shares(batch, hits_in(batch, cues), measure="m", frames=frames, rest=rest)


def _values(scored, article="0"):
    of = scored.scores[scored.scores["article"] == article]
    return {(m[2:], v): (x, n) for m, v, x, n in zip(of["measure"], of["voice"], of["value"], of["n"], strict=True)}


def test_shares_of_sentences_and_of_the_headline():
    scored = _shares(("Herring and pier", "The harbour slept. A boat at the pier. He left. A boat came."), rest="rest")
    assert _values(scored) == {
        ("sea", "body"): (0.5, 4),
        ("sea", "headline"): (1, 1),
        ("land", "body"): (0.25, 4),
        ("land", "headline"): (1, 1),
        ("rest", "body"): (0.5, 4),
        ("rest", "headline"): (0, 1),
    }


def test_weights_of_the_evidence_add_up_to_the_values():
    scored = _shares(
        ("The harbour", "A boat at the pier. He left. The harbour, a boat. Herring."), (None, "Rain."), rest="rest"
    )
    evidence = scored.evidence
    voice = evidence["voice"].where(evidence["voice"] == "headline", "body")
    sums = evidence.groupby([evidence["article"], evidence["measure"], voice])["weight"].sum()
    scores = scored.scores
    for key in zip(scores["article"], scores["measure"], scores["voice"], scores["value"], strict=True):
        assert math.isnan(key[3]) or math.isclose(sums.get(key[:3], 0), key[3])
    assert evidence["quote"].tolist() == [
        "harbour", "boat", "pier", "pier", "He left.", "harbour", "boat", "Herring.", "Rain.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A boat and a boat.", 0),
        ("A boat and a herring.", 1),
        ("A herring.", 0),
        ("A herring, a herring.", 0),
    ],
)
def test_a_cue_counts_once_in_a_sentence_and_a_side_is_its_frame(text, value):
    assert _values(_shares((None, text)))["sea", "body"] == (value, 1)


def test_nothing_to_count_is_missing():
    scored = _shares((None, ""), ("Herring", ""))
    assert _values(scored)["sea", "body"][1] == 0
    assert math.isnan(_values(scored)["sea", "body"][0])
    assert math.isnan(_values(scored, "1")["land", "body"][0])
    assert _values(scored, "1")["land", "headline"] == (0, 1)
    assert len(scored.evidence) == 0


def test_no_article_is_no_row():
    scored = _shares()
    assert len(scored.scores) == len(scored.evidence) == 0
