import json

import pytest

from analysis.evaluation.copies import TASK, run
from sources.errors import InputError
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE, ORCHID_TABLOID, TOLD


def page(text, title="Headline", date=""):
    return {"outlet": "Some", "title": title, "date": date, "text": text}


@pytest.fixture
def pairs(tmp_path):
    rows = [
        {"a": page(BRIDGE_AGENCY, date="2026-03-02"), "b": page(BRIDGE_AGENCY[:-120])},
        {"a": page(ORCHID_SCIENCE), "b": page(ORCHID_TABLOID)},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_recall_counts_the_pairs_that_are_found(pairs):
    figures, predictions = run(pairs)
    assert figures == {"recall": 0.5, "false_pairs": None, "pairs": 2}
    assert [row["found"] for row in predictions] == [True, False]
    assert predictions[0]["share"] > 0.9
    assert predictions[1]["share"] is None
    json.dumps(predictions)


def test_false_pairs_are_counted_among_the_negatives(pairs, tmp_path):
    path = tmp_path / "negatives.jsonl"
    rows = [{"id": article, "title": title, "sentences": [text]} for article, _, title, text, _ in TOLD]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run(pairs, path).figures["false_pairs"] == 0
    doubled = [*rows, {"id": "z9", "title": "Again", "sentences": [BRIDGE_LOCAL]}]
    path.write_text("\n".join(map(json.dumps, doubled)), encoding="utf-8")
    figures, predictions = run(pairs, path)
    assert figures["false_pairs"] == 1
    assert predictions[-1]["pair"] == ["other-b2", "other-z9"]


def test_a_bad_file_is_refused(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"a": 1, "b": 2}')
    with pytest.raises(InputError, match="no article"):
        run(path)


def test_all_real_copies_are_found_and_nothing_else(evaluation):
    figures = TASK.run(evaluation / "copied_pairs.jsonl.gz", evaluation / "same_event.jsonl.gz").figures
    assert figures == {"recall": 1.0, "false_pairs": 0, "pairs": 14}
