from collections import Counter
from math import sqrt

import numpy as np
import pytest

from analysis.apart.distance import LEAST_WORDS, LIKENESS, MOST_PARTS, REST, distance
from analysis.apart.tables import APART, APART_PARTS
from analysis.facts.stems import stem
from tests.analysis.apart.invented import told_by

TYPES = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("ala", "emo", "oni", "uri") for c in "lmnrt"]

COMMON = 1 / np.sqrt(np.arange(1, len(TYPES) + 1))
"""How often the words are drawn: common and rare ones, function words left out as in what is counted."""


def sentences(rng, many, *, shares=None):
    """Return invented sentences of eight words."""
    shares = COMMON if shares is None else shares
    drawn = rng.choice(TYPES, size=(many, 8), p=shares / shares.sum())
    return [" ".join(row).capitalize() + "." for row in drawn]


def apart(texts):
    """Return the row of APART and APART_PARTS of texts (lists of sentences), each of an outlet of its own."""
    return reported([(f"Outlet {number:02}", text) for number, text in enumerate(texts)])


def reported(reports):
    rows = [(f"a{number:03}", outlet, " ".join(text)) for number, (outlet, text) in enumerate(reports)]
    row, parts = distance(told_by(*rows), event="event-a", story="story-a")
    made = APART.frame([row]).iloc[0]
    return made, APART_PARTS.frame(parts)


def counted(text):
    return Counter(stem(word) for word in text.lower().rstrip(".").split())


def chance(one, two=None):
    """Return the chance of drawing one word twice, in different sentences of a text or in two texts, by pairs."""
    hits = pairs = 0
    for i, first in enumerate(one):
        for j, second in enumerate(one if two is None else two):
            a, b = counted(first), counted(second)
            shared = sum(a[word] * b[word] for word in a)
            alike = shared / sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
            if alike < LIKENESS - 1e-9 and (two is not None or i != j):
                hits += shared
                pairs += a.total() * b.total()
    return hits / pairs


def test_the_value_by_hand():
    rng = np.random.default_rng(3)
    texts = [sentences(rng, 15) for _ in range(3)]
    same = np.mean([chance(text) for text in texts])
    other = np.mean([chance(texts[a], texts[b]) for a, b in ((0, 1), (0, 2), (1, 2))])
    assert apart(texts)[0]["value"] == pytest.approx(1 - other / same, abs=1e-12)


def test_the_interval_is_the_jackknife_by_hand():
    rng = np.random.default_rng(4)
    texts = [sentences(rng, many) for many in (14, 17)]
    row = apart(texts)[0]
    total = 0.0
    for number, text in enumerate(texts):
        left = []
        for at in range(len(text)):
            fewer = [[*t[:at], *t[at + 1 :]] if n == number else t for n, t in enumerate(texts)]
            left.append(1 - chance(*fewer) / np.mean([chance(t) for t in fewer]))
        total += (len(text) - 1) / len(text) * np.sum((np.array(left) - np.mean(left)) ** 2)
    assert row["high"] - row["value"] == pytest.approx(1.96 * total**0.5, abs=1e-4)
    assert row["value"] - row["low"] == pytest.approx(1.96 * total**0.5, abs=1e-4)


@pytest.mark.parametrize("outlets", [2, 5, 12], ids="{} outlets".format)
@pytest.mark.parametrize("many", [15, 45], ids="{} sentences each".format)
def test_texts_dealt_out_at_random_are_not_apart(outlets, many):
    """At any length and number of outlets: 0 on average, and nearly always inside the interval."""
    rng = np.random.default_rng([outlets, many])
    rows = [apart([sentences(rng, many) for _ in range(outlets)])[0] for _ in range(10)]
    values = np.array([row["value"] for row in rows])
    assert abs(values.mean()) < 0.04 + 2 * values.std() / len(values) ** 0.5
    assert abs(values.mean()) < 0.1
    assert sum(row["low"] <= 0 <= row["high"] for row in rows) >= 8


@pytest.mark.parametrize("outlets", [2, 6], ids="{} outlets".format)
def test_outlets_that_are_apart_are_as_far_apart_at_any_length_and_number(outlets):
    """Half of what each outlet says is its own, drawn from a third of the words."""
    means = []
    for many in (20, 60):
        rng = np.random.default_rng([outlets, many, 1])
        base = COMMON
        own = []
        for number in range(outlets):
            shares = np.zeros(len(TYPES))
            shares[number :: outlets + 1] = base[number :: outlets + 1]
            own.append(0.5 * base / base.sum() + 0.5 * shares / shares.sum())
        means.append(np.mean([apart([sentences(rng, many, shares=p) for p in own])[0]["value"] for _ in range(8)]))
    assert means[0] == pytest.approx(means[1], abs=0.1)
    assert min(means) > 0.15


@pytest.mark.parametrize("many", [15, 60], ids="{} sentences".format)
def test_reports_that_tell_the_same_sentence_by_sentence_are_not_apart(many):
    rng = np.random.default_rng([13, many])
    values = []
    for _ in range(6):
        text = sentences(rng, many)
        values.append(apart([text, text[::-1], text])[0]["value"])
    assert np.mean(values) == pytest.approx(0.0, abs=1e-9)


def test_no_word_in_common_is_one():
    rng = np.random.default_rng(7)
    shares = np.zeros((2, len(TYPES)))
    shares[0, ::2] = shares[1, 1::2] = 1.0
    row, _ = apart([sentences(rng, 30, shares=one) for one in shares])
    assert row["value"] == 1.0


def test_the_parts_add_up_to_the_value():
    rng = np.random.default_rng(8)
    row, parts = apart([sentences(rng, many) for many in (20, 31, 44)])
    for kind in ("outlet", "word"):
        assert parts.loc[parts["kind"] == kind, "part"].sum() == pytest.approx(row["value"], abs=1e-9)
    words = parts[parts["kind"] == "word"]
    assert len(words) == MOST_PARTS + 1
    assert words["name"].iloc[-1] == REST


def test_the_word_and_the_outlet_that_drive_it_come_first():
    rng = np.random.default_rng(9)
    texts = [sentences(rng, 25) for _ in range(3)]
    texts[1] = [text.replace(".", " betrayal.") for text in texts[1]]
    _, parts = apart(texts)
    word = parts[parts["kind"] == "word"].iloc[0]
    assert (word["name"], word["outlet"], word["count"], word["others"]) == ("betrayal", "Outlet 01", 25, 0)
    assert parts.iloc[0]["name"] == "Outlet 01"


def test_outlets_that_tell_the_same_topics_are_not_apart_however_the_topics_differ():
    rng = np.random.default_rng(10)
    topics = []
    for number in range(4):
        shares = COMMON.copy()
        shares[number::4] *= 6
        topics.append(shares)
    values = []
    for _ in range(8):
        reports = [(outlet, sentences(rng, 25, shares=one)) for outlet in ("A", "B", "C") for one in topics]
        values.append(reported(reports)[0]["value"])
    assert abs(np.mean(values)) < 0.03
    alone = reported([(str(number), sentences(rng, 25, shares=one)) for number, one in enumerate(topics)])[0]
    assert alone["low"] > 0.1, "each topic an outlet of its own"


def test_few_words_or_one_outlet_are_not_enough():
    rng = np.random.default_rng(11)
    long, short = sentences(rng, 40), sentences(rng, LEAST_WORDS // 8 - 1)
    row, parts = apart([long, short])
    assert not row["enough"]
    assert np.isnan(row["value"])
    assert parts.empty
    row, _ = apart([long, short, sentences(rng, 40)])
    assert row["enough"]
    assert (row["outlets"], row["reports"], row["words"]) == (2, 2, 640)


def test_names_and_function_words_do_not_count():
    rng = np.random.default_rng(12)
    texts = [sentences(rng, 20) for _ in range(2)]
    named = [
        [text.replace(".", f" by the {name}.") for text in t] for t, name in zip(texts, ("Ada", "Bo"), strict=True)
    ]
    assert apart(named)[0]["value"] == apart(texts)[0]["value"]
