"""Scores stay where nothing changes that they may depend on: all checks on demo pages and on annotated news."""

import gzip
import json
from dataclasses import replace

import pytest

from analysis.evaluation.invariance import run, try_on
from analysis.evaluation.rewritten.checks import ALL_CHECKS, Check, Trial
from analysis.evaluation.rewritten.roads import added
from sources.article import Article
from sources.demo import pages
from sources.errors import InputError


@pytest.fixture(scope="module")
def demo():
    """One page of each outlet."""
    return [added(path.read_bytes(), origin=path.name) for path in pages()[::3]]


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.name)
def test_scores_of_demo_pages_hold(demo, check):
    figures, changed = try_on(demo, check)
    assert changed == []
    assert figures["held"] == figures["tried"]
    assert figures["tried"] > 0 or check.name == "curly marks"


def test_a_change_that_matters_is_told(demo):
    check = Check(
        name="praise",
        meaning="A sentence of praise is added.",
        trial=lambda article: Trial(article, replace(article, text=f"{article.text}\n\nWhat a wonderful day."), str),
    )
    figures, changed = try_on(demo[:2], check)
    assert figures == {"tried": 2, "held": 0}
    assert {"sentiment", "loaded"} <= {row["value"] for row in changed}


def test_rows_and_folders_are_read(tmp_path):
    rows = [
        {"text": "The pier was shut.\nNobody said why."},
        {"sentences": ["A bell rang.", "It was loud."], "title": "Bell"},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    figures, predictions = run(tmp_path / "rows.jsonl")
    assert figures["articles"] == 2
    assert figures["checks"]["more blank lines"] == {"tried": 2, "held": 2}
    assert predictions == []


def test_what_holds_no_article_is_one_line(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"name": "x"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="no row has text"):
        run(tmp_path / "rows.jsonl")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no article"):
        run(tmp_path / "empty")


@pytest.mark.parametrize("check", [c for c in ALL_CHECKS if c.name != "outlet names"], ids=lambda check: check.name)
def test_scores_of_real_news_hold_nearly_always(evaluation, check):
    with gzip.open(evaluation / "attribution.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(next(lines))["text"] for _ in range(8)]
    bodies = ["\n\n".join(line.strip() for line in text.splitlines() if line.strip()) for text in texts]
    figures, changed = try_on([Article(id=str(n), text=body) for n, body in enumerate(bodies)], check)
    assert figures["held"] >= figures["tried"] - 1, changed
