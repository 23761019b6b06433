import json

import pytest

from analysis.evaluation.loaded import SENTENCES, WORDS
from sources.errors import InputError

ROWS = [
    {"text": "The shameless mayor gleefully rammed through a disastrous plan.", "biased": True,
     "biased_words": ["shameless", "gleefully", "rammed through", "disastrous"]},
    {"text": "Thugs and their lackeys gloat over a botched, reckless repair.", "biased": True,
     "biased_words": ["Thugs", "lackeys", "gloat", "botched", "reckless"]},
    {"text": "The council met on Monday and voted on the repair of the bridge.", "biased": False, "biased_words": []},
    {"text": "The toll will be paid by the county until the end of the year.", "biased": False, "biased_words": []},
]  # fmt: skip


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


def test_sentences_that_are_told_apart(data):
    figures, predictions = SENTENCES.run(data, None)
    assert figures["auc"] == figures["average_precision"] == figures["macro_f1"] == 1
    assert figures["sentences"] == 4
    assert len(figures["auc_by_length_fifth"]) == 5
    assert [p["predicted"] for p in predictions] == [True, True, False, False]
    assert "shameless" in predictions[0]["evidence"]
    assert predictions[2]["evidence"] == []


def test_turned_verdicts_turn_the_figure(tmp_path):
    path = tmp_path / "turned.jsonl"
    path.write_text("\n".join(json.dumps(row | {"biased": not row["biased"]}) for row in ROWS), encoding="utf-8")
    assert SENTENCES.run(path, None).figures["auc"] == 0


def test_one_verdict_alone_cannot_be_measured(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(ROWS[0]), encoding="utf-8")
    figures = SENTENCES.run(path, None).figures
    assert figures["auc"] is None
    assert figures["macro_f1"] is None


def test_words_that_are_told_apart(data):
    figures, predictions = WORDS.run(data, None)
    assert figures["sentences"] == 2
    assert figures["auc"] > 0.8
    assert figures["p_at_1"] > 0.5
    words = {word: marked for word, marked, _ in predictions[0]["words"]}
    assert words["rammed"]
    assert not words["mayor"]
    assert "the" not in words


def test_a_bad_file_is_one_clear_line(tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "No verdict."}', encoding="utf-8")
    with pytest.raises(InputError, match="biased"):
        SENTENCES.run(path, None)


def test_the_floor_on_annotated_news(evaluation):
    """Measured 0.80 and 0.85: below these floors something broke."""
    path = evaluation / "loaded_wording.jsonl.gz"
    sentences, words = SENTENCES.run(path, None).figures, WORDS.run(path, None).figures
    assert sentences["auc"] > 0.78
    assert sentences["macro_f1"] > 0.72
    assert min(sentences["auc_by_length_fifth"]) > 0.72
    assert words["auc"] > 0.82
    assert words["p_at_1"] > 0.58
