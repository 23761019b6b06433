"""Evaluating names its tasks, and prints one JSON object."""

import gzip
import json

import pytest

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


def test_every_task_of_a_folder(run, tmp_path):
    rows = [
        {"text": "The minister gloated about a disgraceful deal.", "biased": True, "biased_words": ["disgraceful"]},
        {"text": "The minister spoke about the deal on Monday.", "biased": False, "biased_words": []},
    ]
    (tmp_path / "loaded_wording.jsonl.gz").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run("evaluate", "--all", "--data-dir", tmp_path, "-o", tmp_path / "figures.json")
    assert done.exit_code == 0, done.exception
    assert "loaded-sentences: AUC" in done.output
    written = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert written["tasks"]["loaded-words"]["figures"]["sentences"] == 1
    assert written["tasks"]["invariance"]["figures"]["articles"] == 17
    assert "wire" not in written["tasks"]


def test_the_results_file_lies_beside_the_library(run, tmp_path, monkeypatch):
    from analysis.evaluation import figures

    def few(folder, *, today, tell):
        yield "wire", {"made": today.isoformat(), "command": "x", "seconds": 0.1, "figures": {"precision": 0.5}}

    monkeypatch.setattr(figures, "run_all", few)
    library = tmp_path / "mine.sqlite"
    done = run("evaluate", "--all", "--data-dir", tmp_path, "--library", library)
    assert done.exit_code == 0, done.exception
    assert [each.about.name for each in figures.own_figures(library)] == ["wire"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a task"),
        (("--all",), "go together"),
        (("--data-dir", "here"), "go together"),
        (("wire", "--all", "--data-dir", "here"), "no TASK"),
        (("wire", "--data", "here", "-o", "x.json"), "-o goes with --all"),
    ],
)
def test_what_does_not_go_together_is_told(run, arguments, said):
    done = run("evaluate", *arguments)
    assert done.exit_code == 2
    assert said in done.output
