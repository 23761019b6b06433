import json

import pytest

from analysis.evaluation.wire import TASK, run
from sources.errors import InputError

BODY = "The lock gate at Kell jammed on Monday, and four barges had to wait until the tide turned."
ROWS = [
    {"id": "a", "title": "Gate jams", "text": f"Gate jams.\n\nKELL (AP) — {BODY}", "wire": "AP", "byline": None},
    {"id": "b", "title": "Gate jams", "text": f"Gate jams.\n\n{BODY}", "wire": "AP", "credit": "AP", "outlet": "AP"},
    {"id": "c", "title": "Gate jams", "text": f"{BODY}\n\nReuters contributed to this report.", "wire": None},
    {"id": "d", "text": BODY, "wire": None, "byline": "UPI"},
]


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


def test_figures_and_evidence_by_hand(rows):
    figures, predictions = run(rows)
    assert figures == {"precision": 0.5, "recall": 0.5, "articles": 4}
    assert [row["found"] for row in predictions] == [True, False, False, True]
    assert predictions[0] == {
        "article": "a",
        "gold": "AP",
        "found": True,
        "agency": "Associated Press",
        "where": "dateline",
        "quote": "KELL (AP) —",
    }
    json.dumps(predictions)


def test_the_annotation_is_not_read(rows, tmp_path):
    other = tmp_path / "other.jsonl"
    swapped = [{**row, "wire": None if row["wire"] else "AP", "credit": "AP"} for row in ROWS]
    other.write_text("\n".join(map(json.dumps, swapped)), encoding="utf-8")
    assert [row["found"] for row in run(other).predictions] == [row["found"] for row in run(rows).predictions]


def test_a_bad_file_is_refused(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a"}', encoding="utf-8")
    with pytest.raises(InputError, match="wire"):
        run(path)


def test_nothing_found_has_no_precision(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ROWS[2]), encoding="utf-8")
    assert run(path).figures == {"precision": None, "recall": None, "articles": 1}


def test_agency_text_is_known_on_real_news(evaluation):
    figures = TASK.run(evaluation / "attribution.jsonl.gz", None).figures
    assert figures["articles"] == 924
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.95
