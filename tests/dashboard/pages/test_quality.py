from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from dashboard.collecting.desk import desk_of
from dashboard.page import Query
from dashboard.pages import quality as page
from dashboard.quality import Days, Named
from dashboard.quality import quality as of_results
from sources.keeping.not_read import NotRead, note_not_read
from sources.library import Library
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, HandMadeCurrent, walk, words


def _fields(shown: object) -> list[tuple[Any, Any]]:
    return [(vars(part).get("name"), vars(part).get("value")) for part in walk(shown)]


def test_what_is_missing_can_be_mended(results: HandMade) -> None:
    body = page.layout(HandMadeCurrent(results), Query()).body
    said = words(body)
    assert "No outlet: 1 page" in said
    assert "Undated: 2 pages" in said
    assert "German: 1 page" in said
    assert "75 % with an outlet (3 of 4)" in said
    assert ("article", OTHER.id) in _fields(body)
    assert (f"date-{OTHER.id}", None) in _fields(body)


def test_what_was_corrected_can_be_taken_back(results: HandMade) -> None:
    body = page.layout(HandMadeCurrent(results), Query.read(f"?changed={WIRE.id}")).body
    assert ("do", "undo") in _fields(body)


def test_what_was_not_read_says_why(results: HandMade, tmp_path: Path) -> None:
    current = HandMadeCurrent(results)
    current.desk = desk_of(tmp_path / "library.sqlite")
    with Library(current.desk.library) as library:
        library.add(WIRE)
        note_not_read(library, [NotRead(origin="<a>.txt", message="is empty", slug="empty-input", at="2026")], read=())
    body = page.layout(current, Query()).body
    assert "Not read: 1" in words(body)
    assert "<a>.txt" in words(body)
    assert "Is empty." in words(body)


def test_one_who_may_only_read_sees_it_without_forms(results: HandMade, tmp_path: Path) -> None:
    current = HandMadeCurrent(results)
    current.desk = desk_of(tmp_path / "library.sqlite", read_only=True)
    with Flask("x").test_request_context("/"):
        body = page.layout(current, Query.read(f"?changed={WIRE.id}")).body
    assert "No outlet: 1 page" in words(body)
    assert not [part for part in walk(body) if part._type == "form"]


def test_holes_names_and_short_texts_are_told(results: HandMade, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    days = Days(outlet="Elm Post", pages=4, days=2, of=5, none_from=date(2026, 3, 2), none_to=date(2026, 3, 4))
    found = of_results(results)  # type: ignore[arg-type]
    made = type(found)(
        **{
            name: getattr(found, name)
            for name in type(found).__slots__
            if name not in {"days", "unlisted", "shortened"}
        },
        days=(days, replace(days, outlet="B", none_from=None, none_to=None)),
        unlisted=(Named(name="Elm Psot", articles=(WIRE.id,)),),
        shortened=((WIRE.id, "paywalled"),),
    )
    monkeypatch.setattr(page, "quality", lambda _: made)
    said = words(page.layout(HandMadeCurrent(results), Query()).body)
    assert "2 of 5" in said
    assert "2 March 2026 to 4 March 2026" in said
    assert "Elm Psot: 1 page" in said
    assert "ends where readers who pay read on" in said
