from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from dashboard.collecting.desk import desk_of
from dashboard.page import Query
from dashboard.pages import correct as page
from sources.errors import UnknownName
from sources.keeping.event_changes import EventChange, keep_change
from sources.library import Library
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, HandMadeCurrent, links, walk, words


@pytest.fixture
def current(results: HandMade, tmp_path: Path) -> HandMadeCurrent:
    made = HandMadeCurrent(results)
    made.desk = desk_of(tmp_path / "library.sqlite")
    with Library(made.desk.library) as library:
        library.add(WIRE)
        library.add(OTHER)
    return made


def _fields(shown: object, name: str) -> list[Any]:
    found = [part for part in walk(shown) if vars(part).get("name") == name]
    return [vars(part).get("defaultValue", vars(part).get("value")) for part in found]


def test_a_page_has_its_particulars_and_its_event(current: HandMadeCurrent) -> None:
    body = page.layout(current, Query.read(f"?article={WIRE.id}")).body
    assert _fields(body, "outlet") == ["Reuters"]
    assert _fields(body, "published") == ["2026-03-01 09:30+00:00"]
    assert _fields(body, "do") == ["particulars", "undo-article", "split", "move", "rename", "merge"]
    assert "This page stands in “Ten hurt in fire”, with 2 other pages." in words(body)
    assert "undated: Die Mühle (1 page)" in words(body)
    assert f"/article/{WIRE.id}" in links(body)
    assert "/story/s-fire?event=e-fire" in links(body)


def test_an_event_has_its_title_and_the_others(current: HandMadeCurrent) -> None:
    body = page.layout(current, Query.read("?event=e-fire")).body
    assert _fields(body, "title") == ["Ten hurt in fire"]
    assert _fields(body, "do") == ["rename", "merge"]


def test_changes_can_be_undone(current: HandMadeCurrent) -> None:
    with Library(current.desk.library) as library:
        keep_change(library, EventChange(kind="rename", event="e-fire", sides=((WIRE.id,),), title="The fire"))
    body = page.layout(current, Query()).body
    assert "1. gave a title: “The fire”" in words(body)
    assert "undo-event" in _fields(body, "do")
    assert "follow “Correct” there" in words(body)


def test_one_who_may_only_read_is_told_so(current: HandMadeCurrent) -> None:
    current.desk = desk_of(current.desk.library, read_only=True)
    with Flask("x").test_request_context("/"):
        body = page.layout(current, Query.read(f"?article={WIRE.id}")).body
    assert not [part for part in walk(body) if part._type == "form"]
    assert "--read-only" in words(body)


def test_a_page_that_is_not_there_is_refused(current: HandMadeCurrent) -> None:
    with pytest.raises(UnknownName):
        page.layout(current, Query.read("?article=nothing"))
