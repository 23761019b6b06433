import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.same_event import TASK, agreement, run
from sources.errors import InputError
from tests.analysis.invented import TOLD

EVENTS = dict(zip("a1 b2 c3 d4 e5 f6".split(), "bridge bridge bridge orchid orchid strike".split(), strict=True))


def file_of(tmp_path, **fields):
    rows = [
        {"id": article, "story": EVENTS[article], "title": title or "", "sentences": text.split(". "), "url": "x"}
        | {name: told(published) for name, told in fields.items()}
        for article, _, title, text, published in TOLD
    ]
    path = tmp_path / "pool.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=25))
def test_agreement_equals_its_definition_item_by_item(items):
    predicted, gold = [str(p) for p, _ in items], [str(g) for _, g in items]
    found = agreement(predicted, gold)
    precision, recall = [], []
    for p, g in zip(predicted, gold, strict=True):
        both = sum(p == q and g == h for q, h in zip(predicted, gold, strict=True))
        precision.append(both / predicted.count(p))
        recall.append(both / gold.count(g))
    assert found["bcubed_precision"] == pytest.approx(sum(precision) / len(items))
    assert found["bcubed_recall"] == pytest.approx(sum(recall) / len(items))
    pairs = list(combinations(range(len(items)), 2))
    said = {pair for pair in pairs if predicted[pair[0]] == predicted[pair[1]]}
    true = {pair for pair in pairs if gold[pair[0]] == gold[pair[1]]}
    assert found["pairwise_precision"] == pytest.approx(len(said & true) / len(said) if said else 1)
    assert found["pairwise_recall"] == pytest.approx(len(said & true) / len(true) if true else 1)
    for kind in ("bcubed", "pairwise"):
        p, r = found[f"{kind}_precision"], found[f"{kind}_recall"]
        assert found[f"{kind}_f1"] == pytest.approx(2 * p * r / (p + r) if p + r else 0)


def test_perfect_and_hopeless_groupings():
    assert set(agreement(["a", "a", "b"], ["x", "x", "y"]).values()) == {1.0}
    assert agreement(["a", "a", "a"], ["x", "y", "z"])["bcubed_precision"] == pytest.approx(1 / 3)


def test_a_small_pool_is_grouped_with_the_dates_that_it_has(tmp_path):
    figures, predictions = run(file_of(tmp_path, published=str))
    assert figures["articles"] == 6
    assert figures["events"] == 3
    assert figures["undated"]["bcubed_f1"] == 1
    assert figures["dated"]["pairwise_f1"] == 1
    by_id = {row["id"]: row for row in predictions}
    assert by_id["a1"]["event_dated"] == by_id["b2"]["event_dated"] != by_id["d4"]["event_dated"]
    json.dumps([figures, predictions])


def test_the_day_of_the_event_is_jittered_and_no_date_gives_null(tmp_path):
    assert run(file_of(tmp_path, story_date=lambda published: published[:10])).figures["dated"]["bcubed_f1"] == 1
    assert run(file_of(tmp_path)).figures["dated"] is None


def test_the_same_figures_every_time(tmp_path):
    path = file_of(tmp_path, story_date=lambda published: published[:10])
    assert run(path) == run(path)


def test_a_bad_file_is_refused(tmp_path):
    path = tmp_path / "pool.jsonl"
    path.write_text('{"id": "a"}')
    with pytest.raises(InputError, match="story"):
        run(path)


def test_real_news_reaches_the_measured_figures(evaluation):
    figures = TASK.run(evaluation / "same_event.jsonl.gz", None).figures
    assert figures["undated"]["bcubed_f1"] >= 0.925
    assert figures["dated"]["bcubed_f1"] >= 0.975
    assert figures["largest_story"] <= 20
