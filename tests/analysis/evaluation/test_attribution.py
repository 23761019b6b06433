"""The attribution task on a file of our own and on annotated news."""

import gzip
import json

import pytest

from analysis.evaluation.attribution import TASK
from sources.errors import InputError

TEXT = (
    "“We will rebuild the bridge,” Ana Rivera said. She added: “It takes two years.” "
    "Tom Marsh called it “a very bad and foolish plan”. The “last resort” hotel closed."
)


def span(words):
    start = TEXT.index(words)
    return [[start, start + len(words)]]


ROW = {
    "id": "one",
    "text": TEXT,
    "attributions": [
        {"source": span("Ana Rivera"), "cue": span("said"), "content": span("“We will rebuild the bridge,”")},
        {"source": span("She"), "cue": span("added"), "content": span("“It takes two years.”")},
        {"source": span("The"), "cue": span("called"), "content": span("“a very bad and foolish plan”")},
    ],
}


def test_figures(tmp_path):
    file = tmp_path / "rows.jsonl.gz"
    file.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    figures, predictions = TASK.run(file, None)
    assert figures == {
        "quote_token_precision": 1.0,
        "quote_token_recall": 1.0,
        "quote_token_f1": 1.0,
        "source_right_of_all": pytest.approx(2 / 3),
        "source_right_of_answered": pytest.approx(2 / 3),
        "coverage": 1.0,
        "quotes": 3,
    }
    assert [(p["gold"], p["speaker"], p["right"]) for p in predictions] == [
        ("Ana Rivera", "Ana Rivera", True),
        ("She", "Ana Rivera", True),
        ("The", "Tom Marsh", False),
    ]


@pytest.mark.parametrize("content", ["no json", '{"text": "only"}'])
def test_a_file_of_another_form_is_refused(tmp_path, content):
    file = tmp_path / "rows.jsonl"
    file.write_text(content)
    with pytest.raises(InputError, match=r"rows\.jsonl"):
        TASK.run(file, None)


def test_annotated_news(evaluation):
    figures, _ = TASK.run(evaluation / "attribution.jsonl.gz", None)
    assert figures["quotes"] > 7000
    assert figures["quote_token_f1"] > 0.98
    assert figures["source_right_of_all"] > 0.85
    assert figures["source_right_of_answered"] > 0.885
