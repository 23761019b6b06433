"""The groups that are kept, and their forms, as the page Groups shows them."""

from pathlib import Path

from flask import Flask

from dashboard.collecting.desk import desk_of
from dashboard.page import Query
from dashboard.pages.groups import layout
from sources.keeping.groups import Membership, import_groups, set_group
from sources.library import Library
from tests.dashboard.hand_made import HandMadeCurrent, walk, words
from tests.dashboard.outlets_made import Outlets


def _ticked(body: object) -> list[str]:
    boxes = [vars(part) for part in walk(body) if vars(part).get("type") == "checkbox"]
    return [box["value"] for box in boxes if box["defaultChecked"]]


def _current(tmp_path: Path, **more: bool) -> HandMadeCurrent:
    results = Outlets()
    results.library = tmp_path / "library.sqlite"
    current = HandMadeCurrent(results)
    current.desk = desk_of(results.library, **more)
    with Library(results.library) as library:
        set_group(library, "calm", ["Beta", "Nowhere"], by="A reader", date="2026-01-31", note="from memory")
        rating = Membership(outlet="Beta", group="high", by="Some Index", date="2026-01-31", rating=True)
        import_groups(library, [rating], origin="index.csv")
    return current


def test_a_group_is_changed_in_the_form_that_makes_one(tmp_path: Path) -> None:
    body = layout(_current(tmp_path), Query.read("?edit=Calm")).body
    assert _ticked(body) == ["Beta", "Nowhere"]
    values = [vars(part).get("defaultValue") for part in walk(body) if vars(part).get("name") in ("name", "by", "note")]
    assert values == ["calm", "A reader", "from memory"]
    assert "Change the group “calm”" in words(body)


def test_a_side_that_was_chosen_is_offered_as_a_group(tmp_path: Path) -> None:
    body = layout(_current(tmp_path), Query.read("?one=Alpha&one=Beta")).body
    assert _ticked(body) == ["Alpha", "Beta"]
    assert "Keep as a group" in words(body)


def test_what_was_changed_is_listed_and_ratings_say_that_they_are_others(tmp_path: Path) -> None:
    said = words(layout(_current(tmp_path), Query.read("")).body)
    assert "2. Some Index: high: 1 outlet taken over from a file (index.csv)" in said
    assert "1. calm: 2 outlets made" in said
    assert "Some Index, 2026-01-31a rating by others" in said


def test_one_who_may_only_read_sees_the_groups_and_no_form(tmp_path: Path) -> None:
    current = _current(tmp_path, read_only=True)
    with Flask("x").test_request_context("/"):
        body = layout(current, Query.read("")).body
    said = words(body)
    assert "Beta, Nowhere (no page here)" in said
    assert "served to be read" in said
    assert not _ticked(body)
    assert "Take away" not in said
