import json

import pytest

from analysis.evaluation import run_task
from analysis.evaluation.portrayal_sentences import TASK
from sources.errors import InputError

SAID = {
    "negative": "{} lied to the court and was jailed for fraud.",
    "neutral": "{} will travel to the capital on Monday.",
    "positive": "{} was praised as a brave hero and won the prize.",
}


def _row(name, polarity):
    text = SAID[polarity].format(name)
    return {"text": text, "targets": [{"start": 0, "end": len(name), "mention": name, "polarity": polarity}]}


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [_row(name, polarity) for name in ("Ana Rivera", "Tom Marsh", "Lee", "Ines Tolland") for polarity in SAID]
    path.write_text("\n".join(map(json.dumps, rows * 2)), encoding="utf-8")
    return path


def test_what_is_said_clearly_is_found_and_told_why(data):
    figures, predictions = TASK.run(data, None)
    assert figures["f1"]["negative"] > 0.9
    assert figures["targets"] == len(predictions) == 24
    assert figures["macro_f1"] == pytest.approx(sum(figures["f1"].values()) / 3)
    assert predictions[0]["evidence"]


def test_folds_learn_what_the_others_show(data):
    figures = run_task("portrayal-sentences", data, cross_validate=True).figures
    assert figures["macro_f1"] == 1
    assert figures["targets"] == 24


def test_a_task_without_weights_has_no_folds(data):
    with pytest.raises(InputError, match="leave out --cross-validate"):
        run_task("loaded-words", data, cross_validate=True)


def test_a_polarity_that_is_none_is_told(tmp_path):
    path = tmp_path / "rows.jsonl"
    target = {"start": 0, "end": 3, "polarity": "good"}
    path.write_text(json.dumps({"text": "Lee won.", "targets": [target]}), encoding="utf-8")
    with pytest.raises(InputError, match="row 1: polarity 'good'"):
        TASK.run(path, None)
