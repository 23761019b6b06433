import gzip
import json
from pathlib import Path

import pytest

from analysis.evaluation.extraction import EXTRACTION, EXTRACTION_TEXT
from sources.errors import InputError

BODY = (
    "The harbour board of Port Ansel voted on Tuesday to close its oldest ferry line, which has carried "
    "fishermen since 1911.",
    "Residents of the outer islands said that they had not been asked, and a petition gathered four thousand names.",
)
PAGE = (
    "<html><body><ul><li>Home</li><li>World</li></ul><h1>Ferry closes</h1><p>{}</p><p>{}</p>"
    "<div>Read more</div><script>var hidden;</script></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE.format(*BODY).encode()))
    rows = {"a": {"articleBody": "\n".join(BODY), "url": "https://post.example/a"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(rows))
    return tmp_path


@pytest.mark.parametrize("task", [EXTRACTION, EXTRACTION_TEXT])
def test_figures_and_predictions(task, folder: Path) -> None:
    figures, predictions = task.run(folder, None)
    assert figures["pages"] == 1
    assert figures["f1"] == figures["f1_of_means"] == 1
    assert figures["seconds"] >= 0
    assert predictions[0]["prediction"] == "\n\n".join(BODY)
    assert ("trafilatura_f1" in figures) is (task is EXTRACTION)


def test_the_f1_of_means_counts_all_pages(folder: Path) -> None:
    (folder / "html" / "b.html.gz").write_bytes(gzip.compress(b"<html><body></body></html>"))
    rows = {name: {"articleBody": "\n".join(BODY), "url": "https://post.example/a"} for name in ("a", "b")}
    (folder / "ground-truth.json").write_text(json.dumps(rows))
    figures, _ = EXTRACTION.run(folder, None)
    assert figures["f1"] == 0.5
    assert figures["f1_of_means"] == 0.5


@pytest.mark.parametrize("task", [EXTRACTION, EXTRACTION_TEXT])
def test_another_folder_is_refused(task, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"needs ground-truth\.json"):
        task.run(tmp_path, None)


def test_quality_does_not_fall(evaluation: Path) -> None:
    figures, _ = EXTRACTION_TEXT.run(evaluation / "extraction", None)
    assert isinstance(figures["f1"], float)
    assert figures["f1"] >= 0.90


def test_html_is_read_better_than_by_trafilatura_alone(evaluation: Path) -> None:
    figures, _ = EXTRACTION.run(evaluation / "extraction", None)
    assert figures["f1"] >= 0.970
    assert figures["f1"] > figures["trafilatura_f1"]
