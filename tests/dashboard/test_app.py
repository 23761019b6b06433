"""The app as a browser meets it: first HTML, headers, and results that are replaced while it runs."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from dash import Dash

from analysis.store import results_folder, write_run
from dashboard.app import create_app
from dashboard.current import CurrentResults
from dashboard.security import MOST_BYTES
from sources.errors import NoResults


def test_the_first_html_has_a_language_and_asks_nobody_else(app: Dash) -> None:
    html = app.server.test_client().get("/").get_data(as_text=True)
    assert '<html lang="en">' in html
    assert "scheme.head.js" in html.split("<body>")[0]
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)


def test_headers_allow_scripts_from_files_only(app: Dash) -> None:
    headers = app.server.test_client().get("/").headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert re.search(r"'sha256-[^']+'", policy["script-src"])
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_large_requests_are_refused(app: Dash) -> None:
    answer = app.server.test_client().post(
        "/_dash-update-component", data=b"x" * (MOST_BYTES + 1), content_type="application/json"
    )
    assert answer.status_code == 413


def test_the_server_says_that_it_is_there(app: Dash) -> None:
    assert app.server.test_client().get("/healthz").status_code == 200


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


def test_a_prefix_is_in_every_address(tmp_path: Path) -> None:
    app = create_app(tmp_path / "library.sqlite", prefix="/news/")
    html = app.server.test_client().get("/news/").get_data(as_text=True)
    assert "/news/assets/scheme.head.js" in html
    create_app(tmp_path / "library.sqlite")  # the prefix is the newest app's: give it back


def test_a_new_run_is_shown_by_the_next_request(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    current = CurrentResults(library)
    with pytest.raises(NoResults):
        current.get()
    for number in (1, 2):
        now = datetime(2026, 1, number, tzinfo=UTC)
        write_run(results_folder(library), {"stories": pd.DataFrame({"story": ["s"]})}, info={"run": number}, now=now)
        assert current.get().info["run"] == number
        assert current.get() is current.get()


def test_a_failure_on_a_page_is_said_on_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(_: object) -> object:
        raise ZeroDivisionError("a fault of the program")

    monkeypatch.setattr(CurrentResults, "get", broken)
    shown = _ask(create_app(tmp_path / "library.sqlite"), "/")
    assert shown["page-info"]["data"]["title"] == "This page could not be drawn"
    assert "a fault of the program" not in str(shown["page"])
