"""What docs/method.md says of VADER's faults on news is what both programs do."""

import gzip
import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.measures.sentiment import MEASURE
from analysis.reading.articles import read
from sources.article import Article

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "method.md").read_text(encoding="utf-8")


def _rows(first):
    lines = TEXT.splitlines()
    begin = lines.index(f"| {first} | example | VADER | Parallax |") + 2
    end = next(n for n, line in enumerate(lines[begin:], begin) if not line.startswith("| "))
    return [[cell.strip() for cell in line[2:-2].split(" | ")] for line in lines[begin:end]]


def _said(value):
    return f"{value:+.2f}".replace("-", "−").replace("+0.00", "0.00").replace("−0.00", "0.00")


def _package(text):
    return SentimentIntensityAnalyzer().polarity_scores(text)["compound"]


def _ours(text):
    scores = MEASURE.score(read([Article(id="a", text=text)])).scores
    scores = scores[scores["n"] > 0]
    return (scores["value"] * scores["n"]).sum() / scores["n"].sum()


@pytest.mark.parametrize(("fault", "example", "before", "after"), _rows("VADER misreads"))
def test_a_fault_that_is_mended(fault, example, before, after):
    assert _said(_package(example)) == before
    assert _said(_ours(example)) == after
    assert before != after


@pytest.mark.parametrize(("fault", "example", "before", "after"), _rows("still misread"))
def test_a_fault_that_is_not_mended(fault, example, before, after):
    assert _said(_package(example)) == before
    assert _said(_ours(example)) == after


def test_the_faults_are_many():
    assert len(_rows("VADER misreads")) >= 15
    assert len(_rows("still misread")) >= 5


def test_with_them_mended_sentences_sound_more_as_people_say(evaluation):
    """NewsMTSC asks how a sentence speaks of somebody, which is not the same; but it should not come out worse."""
    with gzip.open(evaluation / "portrayal_sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, None, 4)]
    sign = {"negative": -1, "neutral": 0, "positive": 1}
    people = [np.mean([sign[target["polarity"]] for target in row["targets"]]) for row in rows]
    articles = [Article(id=str(number), text=row["text"]) for number, row in enumerate(rows)]
    scores = MEASURE.score(read(articles)).scores.fillna({"value": 0.0})
    scores["sum"] = scores["value"] * scores["n"]
    sums = scores.groupby("article", sort=False)[["sum", "n"]].sum()
    ours = (sums["sum"] / sums["n"].clip(lower=1)).tolist()
    theirs = [_package(row["text"]) for row in rows]
    assert _macro_f1(people, ours) > _macro_f1(people, theirs) + 0.01


def _macro_f1(people, values):
    from sklearn.metrics import f1_score

    signs = np.where(np.array(values) > 0.05, 1, np.where(np.array(values) < -0.05, -1, 0))
    return f1_score(np.sign(people), signs, average="macro")
