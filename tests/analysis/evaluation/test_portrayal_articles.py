import json

import pytest

from analysis.evaluation.portrayal_articles import TASK, same_entity
from sources.errors import InputError

KIND = "Ana Rivera was praised as a brave hero. Rivera won the prize and helped the nurses."
HARSH = "Ana Rivera lied to the court. Rivera was jailed for fraud and blamed for the disaster."
SILENT = "The bridge was closed on Monday."


def _file(tmp_path, *told):
    rows = [
        {"id": str(n), "story": story, "title": None, "text": text, "entity_sentiments": {"Ana Rivera": labels}}
        for n, (story, text, labels) in enumerate(told)
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_right_wrong_and_abstained_pairs_within_events(tmp_path):
    path = _file(
        tmp_path,
        ("a", KIND, ["Positive"]),
        ("a", HARSH, ["Negative", "Neutral"]),
        ("b", KIND, ["Very Negative"]),
        ("b", HARSH, ["Unknown", "Neutral"]),
        ("c", KIND, ["Positive"]),
        ("c", SILENT, ["Neutral"]),
        ("d", KIND, ["Neutral"]),
        ("d", HARSH, ["Neutral"]),
    )
    figures, predictions = TASK.run(path, None)
    assert figures["pairs"] == len(predictions) == 3
    assert figures["pair_order_accuracy"] == pytest.approx((1 + 0 + 0.5) / 3)
    assert figures["abstained"] == 1
    assert 0 <= figures["low"] <= figures["pair_order_accuracy"] <= figures["high"] <= 1


@pytest.mark.parametrize(
    ("name", "entity", "same"),
    [
        ("Trump", "Donald Trump", True),
        ("Republicans", "Republican Party", True),
        ("Ana Rivera", "Ana Rivera", True),
        ("Ana", "Ana Rivera", False),
        ("GOP", "Republican Party", False),
        ("…", "Ana Rivera", False),
        ("Reform Party", "Selby Party", False),
        ("Selby Party", "the Selby Party", True),
    ],
)
def test_names_that_stand_for_an_entity(name, entity, same):
    assert same_entity(name, entity) is same


def test_a_label_that_is_none_is_told(tmp_path):
    with pytest.raises(InputError, match="'Sunny'"):
        TASK.run(_file(tmp_path, ("a", KIND, ["Sunny"])), None)
