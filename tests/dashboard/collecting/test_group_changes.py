"""Groups made, changed, taken away and undone through the forms of their page."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from dashboard.collecting import group_changes
from dashboard.collecting.desk import Desk
from dashboard.collecting.group_changes import KEEP
from sources.keeping.groups import groups_of
from sources.library import Library

Post = Callable[..., TestResponse]


def held(library: Path) -> dict[str, tuple[str, ...]]:
    with Library(library) as opened:
        return {group.name: group.outlets for group in groups_of(opened)}


def make(post: Post, name: str, *outlets: str, **more: str) -> dict[str, str]:
    answer = post(KEEP, {"do": "set", "name": name, "outlet": list(outlets), **more})
    told: dict[str, str] = answer.get_json()
    return told


def test_a_group_is_made_changed_renamed_taken_away_and_brought_back(post: Post, library: Path, desk: Desk) -> None:
    told = make(post, " Calm  ones ", "Alpha", "Beta", by="A reader", note="from memory")
    assert told == {"to": "/groups?a=Calm+ones", "said": "the group Calm ones has 2 outlets"}
    assert held(library) == {"Calm ones": ("Alpha", "Beta")}
    make(post, "Calm ones", "Alpha", was="Calm ones", more="Nowhere Gazette\n\n Reuters ")
    assert held(library) == {"Calm ones": ("Alpha", "Nowhere Gazette", "Reuters")}
    make(post, "Quiet", "Alpha", "Beta", was="Calm ones")
    assert held(library) == {"Quiet": ("Alpha", "Beta")}
    assert post(KEEP, {"do": "remove", "group": "quiet"}).get_json()["said"] == "the group Quiet is taken away"
    assert held(library) == {}
    with Library(library) as opened:
        assert groups_of(opened) == ()
    assert post(KEEP, {"do": "undo", "number": "5"}).get_json()["to"] == "/groups"
    assert held(library) == {"Quiet": ("Alpha", "Beta")}
    assert desk.jobs.now() is None, "groups enter no score: nothing is analysed anew"


def test_who_says_so_and_when_are_kept(post: Post, library: Path) -> None:
    make(post, "State-owned", "Alpha", "Beta", by="Some Index", date="2026-01-31", note="2025 edition")
    with Library(library) as opened:
        (group,) = groups_of(opened)
    assert {(one.by, one.date, one.note) for one in group.members} == {("Some Index", "2026-01-31", "2025 edition")}


def test_groups_and_ratings_are_taken_over_from_a_file(post: Post, library: Path) -> None:
    file = b"outlet,rating,by,date\nAlpha,high,Some Index,2026-01-31\nBeta,low,Some Index,2026-01-31\n"
    told = post(KEEP, {"do": "import", "file": (io.BytesIO(file), "index.csv")}).get_json()
    assert told == {"to": "/groups", "said": "2 ratings taken over: Some Index: high, Some Index: low"}
    assert held(library) == {"Some Index: high": ("Alpha",), "Some Index: low": ("Beta",)}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"do": "set", "name": "Calm", "outlet": "Beta"}, "There is a group 'Calm' already"),
        ({"do": "set", "name": "...", "outlet": "Beta"}, "A group must have a name"),
        ({"do": "set", "name": "Empty"}, "The group 'Empty' has no outlet"),
        ({"do": "set", "name": "x" * 201, "outlet": "Beta"}, "is too long for a name"),
        ({"do": "set", "name": "New", "was": "Gone", "outlet": "Beta"}, "There is no group 'Gone'"),
        ({"do": "set", "name": "New", "outlet": "Beta", "date": "soon"}, "'soon' is no date"),
        ({"do": "remove", "group": "Gone"}, "There is no group 'Gone'"),
        ({"do": "undo", "number": "x"}, "No change was named"),
        ({"do": "undo", "number": "9"}, "No change of groups has the number 9"),
        ({"do": "import"}, "Choose a file first"),
        ({"do": "import", "file": (io.BytesIO(b"a,b\n1,2\n"), "../../x.csv")}, "X.csv: there is no column 'a'"),
        ({"do": "burn"}, "'burn' is nothing that can be done"),
    ],
    ids=["taken", "no word", "empty", "long", "unknown", "date", "gone", "number", "far", "no file", "columns", "deed"],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_nothing_changes(
    post: Post, library: Path, fields: dict[str, object], said: str
) -> None:
    make(post, "Calm", "Alpha", "Beta")
    assert said in post(KEEP, fields).get_json()["wrong"]
    assert held(library) == {"Calm": ("Alpha", "Beta")}


def test_a_large_file_is_no_file_of_groups(post: Post, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_changes, "MOST_BYTES", 20)
    answer = post(KEEP, {"do": "import", "file": (io.BytesIO(b"outlet,group\nA,B\nC,B\n"), "x.csv")}).get_json()
    assert "a file of groups is a small table" in answer["wrong"]
    assert not library.exists() or held(library) == {}


@pytest.mark.parametrize(
    "headers",
    [{"X-Parallax-Token": "guessed"}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["token", "origin", "site"],
)
def test_nobody_else_writes(post: Post, library: Path, headers: dict[str, str]) -> None:
    assert post(KEEP, {"do": "set", "name": "Calm", "outlet": ["A", "B"]}, **headers).status_code == 403
    assert not library.exists() or held(library) == {}
