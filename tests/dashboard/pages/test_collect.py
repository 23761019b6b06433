from pathlib import Path

import pytest
from flask import Flask

from dashboard.collecting.desk import desk_of
from dashboard.collecting.jobs import Jobs
from dashboard.current import CurrentResults
from dashboard.page import Query
from dashboard.pages.collect import layout
from sources.drafts import Drafts
from sources.library import Library
from tests.dashboard.hand_made import GERMAN, OTHER, WIRE, walk, words


@pytest.fixture
def current(tmp_path: Path) -> CurrentResults:
    return CurrentResults(tmp_path / "library.sqlite")


def _said(current: CurrentResults, search: str = "") -> str:
    return words(layout(current, Query.read(search)).body)


def test_an_empty_library_says_so_and_takes_articles(current: CurrentResults) -> None:
    said = _said(current)
    assert "The library is empty." in said
    assert "Read it" in said


def test_drafts_are_shown_with_what_they_lack(current: CurrentResults) -> None:
    with Drafts(current.library) as drafts:
        drafts.keep([WIRE, OTHER])
    said = _said(current)
    assert "2 pages read and not kept yet, 1 page without an outlet and 1 undated." in said
    assert "The text that will be kept" not in said
    assert "The text that will be kept" in _said(current, "?draft=1")
    assert "The text that will be kept" not in _said(current, "?draft=99&page=x&act=²")


def test_what_was_done_can_be_taken_back_and_what_was_thrown_is_there(current: CurrentResults) -> None:
    with Drafts(current.library) as drafts:
        drafts.keep([WIRE, OTHER, GERMAN])
        kept, _ = drafts.accept([1])
        drafts.throw([2])
    assert "1 page kept." in _said(current, f"?act={kept}")
    assert "Thrown away: 1 page" in _said(current)


def test_articles_that_are_not_analysed_are_told(current: CurrentResults, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(current.library) as library:
        library.add(WIRE)
    assert "Analyse now" in _said(current)
    monkeypatch.setattr(Jobs, "_spawn", lambda *_: None)
    current.desk.jobs.start("analyse")
    assert "Analyse now" not in _said(current)
    assert "Stop" in _said(current)


def test_a_library_that_was_analysed_is_not_behind(demo_library: Path) -> None:
    said = _said(CurrentResults(demo_library))
    assert "Analyse now" not in said
    assert "17 pages of them belong to the invented demo" in said


def test_where_nothing_may_be_written_it_says_why(tmp_path: Path) -> None:
    current = CurrentResults(tmp_path / "a.sqlite", desk=desk_of(tmp_path / "a.sqlite", read_only=True))
    with Flask("x").test_request_context("/"):
        body = layout(current, Query()).body
    assert "--read-only" in words(body)
    assert not [part for part in walk(body) if part._type == "form"]
