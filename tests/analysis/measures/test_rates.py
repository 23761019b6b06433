import math

import numpy as np
import pandas as pd
import pytest

from analysis.measures.rates import quotes, rated, rated_list
from analysis.reading.articles import read
from analysis.words.hits import HITS
from analysis.words.loadedness import Places
from sources.article import Article

TEXT = (
    "The minister slammed the reckless plan. “It is an utterly disgraceful plan that nobody in town wants,” "
    "said Mara Lind. The council met on Monday."
)


def test_the_weights_of_a_voice_add_up_to_its_value():
    batch = read([Article(id="x", text=TEXT, title="Minister slams plan"), Article(id="y", text="Nothing.")])
    scores, evidence = rated_list(batch, "loaded", value="v")
    sums = evidence.groupby(["article", "voice"])["weight"].sum()
    values = scores.set_index(["article", "voice"])["value"]
    assert len(sums) == 3
    for key, total in sums.items():
        assert values[key] == total
    assert values["y", "narration"] == 0
    assert math.isnan(values["y", "headline"])
    assert scores["measure"].unique().tolist() == ["v"]


def test_the_rate_is_per_thousand_words():
    batch = read([Article(id="x", text="The minister slammed the plan and left.")])
    hits = HITS.frame([("x", 0, 13, 20, "a", 0.5, "narration", "slam", 2, 2)])
    places = Places(*(hits[name].to_numpy() for name in ("first", "last", "weight")), row=np.arange(1))
    scores, evidence = rated(batch, places, value="v", frame=lambda _: hits)
    narration = scores[scores["voice"] == "narration"].iloc[0]
    assert (narration["value"], narration["n"]) == (pytest.approx(1000 * 0.5 / 7), 7)
    assert evidence["quote"].tolist() == ["slammed"]


def test_quotes_come_from_the_title_where_the_sentence_is_none():
    batch = read([Article(id="x", text="The body.", title="The title")])
    spans = pd.DataFrame({"article": ["x", "x"], "sentence": [-1, 0], "start": [4, 4], "end": [9, 8]})
    assert quotes(batch, spans) == ["title", "body"]
