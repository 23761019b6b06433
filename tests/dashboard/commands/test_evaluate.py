"""Evaluating names its tasks, and prints one JSON object."""

import gzip
import json

from sources.errors import InputError, UnknownName


def test_an_unknown_task(run, saved):
    done = run("evaluate", "everything", "--data", saved)
    assert isinstance(done.exception, UnknownName)
    assert "same-event" in str(done.exception)


def test_a_missing_file(run, tmp_path):
    assert isinstance(run("evaluate", "copies", "--data", tmp_path / "no.jsonl").exception, InputError)


def test_figures_and_predictions(run, tmp_path):
    rows = [
        {"text": "The minister gloated about a disgraceful deal.", "biased": True, "biased_words": ["disgraceful"]},
        {"text": "The minister spoke about the deal on Monday.", "biased": False, "biased_words": []},
    ]
    file = tmp_path / "rows.jsonl.gz"
    file.write_bytes(
        gzip.compress("\n".join(json.dumps({"outlet": "x", "topic": "y", **row}) for row in rows).encode())
    )
    done = run("evaluate", "loaded-sentences", "--data", file, "--json", "--predictions", tmp_path / "p.jsonl")
    assert done.exit_code == 0, done.exception
    figures = json.loads(done.output)
    assert figures["sentences"] == 2
    assert figures["auc"] == 1.0
    assert len((tmp_path / "p.jsonl").read_text().splitlines()) == 2
