import gzip
import json

import pandas as pd
import pytest

from analysis.evaluation.annotated import articles_of, body, json_lines, moments
from analysis.tables import ARTICLES
from sources.errors import InputError


def test_rows_are_read_plain_and_gzipped(tmp_path):
    rows = [{"id": "a", "text": "line\u2028break"}, {"id": "b", "text": ""}]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n"
    plain, packed = tmp_path / "rows.jsonl", tmp_path / "rows.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    assert json_lines(plain, fields=("id",)) == rows
    assert json_lines(packed, fields=("id", "text")) == rows


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no row"),
        (b"[1, 2]\n", "no field 'id'"),
        (b'{"id": 1}\n{"text": 2}\n', "row 2: no field 'id'"),
        (b"not json\n", "not a file of JSON lines"),
        (b"\xff\xfe\x00", "not a file of JSON lines"),
        (b"\x1f\x8bbroken", "not a file of JSON lines"),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path, content, told):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told) as caught:
        json_lines(path, fields=("id",))
    assert "\n" not in str(caught.value)


def test_the_body_is_the_text_or_the_sentences():
    assert body({"text": "One. Two."}) == "One. Two."
    assert body({"sentences": ["One.", "Two."]}) == "One.\n\nTwo."
    assert body({}) == ""


def test_dates_are_in_utc_and_missing_where_empty():
    read = moments(["2026-11-21", "2026-11-21T01:00:00+02:00", "", None])
    assert read[0] == pd.Timestamp("2026-11-21T00:00Z")
    assert read[1] == pd.Timestamp("2026-11-20T23:00Z")
    assert read.isna().tolist() == [False, False, True, True]
    with pytest.raises(InputError, match="date"):
        moments(["yesterday"])


def test_articles_have_their_shape_with_or_without_dates():
    for dates in ([None, None], ["2026-11-21", None]):
        frame = articles_of(["a", "b"], ["Title", None], ["text", "more"], dates)
        pd.testing.assert_frame_equal(frame, ARTICLES.shaped(frame))
        assert frame["title"].isna().tolist() == [False, True]
        assert frame["outlet"].isna().all()
