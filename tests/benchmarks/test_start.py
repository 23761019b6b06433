"""What the start-up benchmark runs is what it says. No test here looks at a clock."""

import json
import subprocess

import pytest

from analysis.measures import ALL_MEASURES
from tests.benchmarks.invented import articles
from tests.benchmarks.start import WAYS, seconds


def test_a_process_gets_the_articles(tmp_path):
    [article] = articles(1, seed=1)
    file = tmp_path / "articles.json"
    file.write_text(json.dumps([{"id": article.id, "title": article.title, "text": article.text}]), "utf-8")
    wall, processor = seconds(f"assert [a.id for a in taken] == [{article.id!r}]", articles=file)
    assert wall > 0
    assert processor > 0
    with pytest.raises(subprocess.CalledProcessError):
        seconds("assert not taken", articles=file)


def test_ours_scores_everything():
    known = {"taken": articles(2, seed=1)}
    code = WAYS["all measures and portrayals"].replace("score(made).scores", "scores = score(made).scores")
    exec(compile(code.replace("portrayals(made)", "people = portrayals(made)"), "way", "exec"), known)
    assert set(known["scores"]["measure"]) == {value.name for measure in ALL_MEASURES for value in measure.values}
    assert len(known["people"])
