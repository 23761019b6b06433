"""From an address to a page, asked as a browser asks."""

from pathlib import Path

import pytest
from dash import Dash

from dashboard.app import create_app
from dashboard.current import CurrentResults
from dashboard.pages import ALL_PAGES
from dashboard.router import find


def _ask(app: Dash, pathname: object, search: object = "") -> dict[str, object]:
    body = {
        "output": "..page.children...page-info.data..",
        "outputs": [{"id": "page", "property": "children"}, {"id": "page-info", "property": "data"}],
        "inputs": [
            {"id": "address", "property": "pathname", "value": pathname},
            {"id": "address", "property": "search", "value": search},
        ],
        "changedPropIds": ["address.pathname"],
    }
    answer = app.server.test_client().post("/_dash-update-component", json=body)
    assert answer.status_code == 200
    found = answer.get_json()["response"]
    assert isinstance(found, dict)
    return found


def test_without_results_every_page_says_what_to_do(tmp_path: Path) -> None:
    app = create_app(tmp_path / "library.sqlite")
    shown = _ask(app, "/")
    assert shown["page-info"]["data"]["title"] == "Nothing to compare yet"
    assert "parallax analyse" in str(shown["page"])


@pytest.mark.parametrize("hostile", [None, 5, ["/"], {"a": 1}, "/story/" + "x" * 9000, "/../../etc/passwd", "/\x00"])
def test_hostile_addresses_are_answered_kindly(app: Dash, hostile: object) -> None:
    shown = _ask(app, hostile, {"not": "text"})
    assert shown["page-info"]["data"]["title"] in {"Not found", "Nothing to compare yet"}


def test_a_failure_on_a_page_is_said_on_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(_: object) -> object:
        raise ZeroDivisionError("a fault of the program")

    monkeypatch.setattr(CurrentResults, "get", broken)
    shown = _ask(create_app(tmp_path / "library.sqlite"), "/")
    assert shown["page-info"]["data"]["title"] == "This page could not be drawn"
    assert "a fault of the program" not in str(shown["page"])


@pytest.mark.parametrize(
    ("pathname", "name"),
    [
        ("/", "stories"),
        ("/story/x", "story"),
        ("/article/x/", "article"),
        ("/method", "method"),
        ("/x", None),
        (3, None),
    ],
)
def test_addresses_lead_to_pages(pathname: object, name: str | None) -> None:
    found = find(ALL_PAGES, pathname)
    assert (found[0].name if found else None) == name
