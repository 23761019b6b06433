"""Invented passages, written before the rules were tried on them: what is quoted, by whom, with which verb."""

import tomllib
from pathlib import Path

import pytest

from analysis.reading.articles import read
from sources.article import Article, article_id

FOLDER = Path(__file__).with_name("passages")


def _passages():
    for file in sorted(FOLDER.glob("*.toml")):
        for number, passage in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["passage"], 1):
            reason = passage.get("xfail")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(passage, id=f"{file.stem}-{number}", marks=marks)


def _cells(frame, *names):
    known = frame[list(names)].astype(object)
    return [["" if cell != cell or cell is None else cell for cell in row] for row in known.values.tolist()]


@pytest.mark.parametrize("passage", list(_passages()))
def test_passage(passage):
    text = passage["text"]
    batch = read([Article(id=article_id(None, text), text=text)])
    spans = zip(batch.voices["start"], batch.voices["end"], strict=True)
    told = _cells(batch.voices, "speaker", "naming", "cue")
    found = [[text[a:b], *rest] for (a, b), rest in zip(spans, told, strict=True)]
    assert found == passage.get("voices", [])
    sources = _cells(batch.attributions, "speaker", "naming", "cue")
    if "sources" in passage:
        assert sources == passage["sources"]
    if "described" in passage:
        described = {*batch.attributions["described"].dropna(), *batch.voices["described"].dropna()}
        assert sorted(described) == sorted(passage["described"])
    if "colours" in passage:
        colours = {*batch.attributions["colour"], *batch.voices["colour"].dropna()}
        assert sorted(colours) == sorted(passage["colours"])


def test_there_are_passages_enough():
    assert len(list(_passages())) >= 150
