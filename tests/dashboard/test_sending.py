"""Answers are compressed for those who take it, and a page asked for again is the page sent before."""

import gzip
import json
from pathlib import Path

import pytest
from dash import Dash

from dashboard import router
from dashboard.app import create_app
from dashboard.current import CurrentResults
from dashboard.sending import Kept, state_of
from tests.dashboard.hand_made import HandMade

_GZIP = {"Accept-Encoding": "gzip"}


def _ask(app: Dash, search: str = "", *, headers: dict[str, str] | None = None) -> bytes:
    body = {
        "output": "..page.children...page-info.data..",
        "outputs": [{"id": "page", "property": "children"}, {"id": "page-info", "property": "data"}],
        "inputs": [
            {"id": "address", "property": "pathname", "value": "/method"},
            {"id": "address", "property": "search", "value": search},
        ],
        "changedPropIds": ["address.pathname"],
    }
    answer = app.server.test_client().post("/_dash-update-component", json=body, headers=headers)
    assert answer.status_code == 200
    return answer.get_data()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return the path of a library that has a run, as far as its pointer goes."""
    made = tmp_path / "library.sqlite"
    folder = tmp_path / "library.sqlite.results"
    folder.mkdir()
    (folder / "a.duckdb").write_bytes(b"")
    (folder / "current").write_text("a.duckdb", "utf-8")
    return made


@pytest.fixture
def drawn(library: Path, monkeypatch: pytest.MonkeyPatch, results: HandMade) -> list[object]:
    """Count the pages that are drawn."""
    monkeypatch.setattr("dashboard.sending.current_run", lambda at: at.with_name("run"))
    monkeypatch.setattr(CurrentResults, "get", lambda _: results)
    seen: list[object] = []
    draw = router.draw

    def counting(*given: object, **named: object) -> object:
        seen.append(named)
        return draw(*given, **named)

    monkeypatch.setattr(router, "draw", counting)
    return seen


def test_a_page_is_compressed_for_those_who_take_it(library: Path, drawn: list[object]) -> None:
    app = create_app(library)
    plain = _ask(app)
    assert json.loads(plain)["response"]["page-info"]["data"]["title"] == "Method"
    small = _ask(app, headers=_GZIP)
    assert gzip.decompress(small) == plain
    assert len(small) < len(plain) / 3


def test_a_page_asked_for_again_is_not_drawn_again_until_the_library_changes(
    library: Path, drawn: list[object]
) -> None:
    app = create_app(library)
    first = _ask(app)
    assert _ask(app) == first
    assert _ask(app, "?other=1") == first
    assert len(drawn) == 2
    library.write_bytes(b"changed")
    _ask(app)
    assert len(drawn) == 3


def test_a_page_that_failed_is_tried_again(library: Path, drawn: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(library)
    monkeypatch.setattr(router, "drawing", lambda *_, **__: 1 / 0)
    assert b"could not be drawn" in _ask(app)
    monkeypatch.undo()
    monkeypatch.setattr("dashboard.sending.current_run", lambda at: at.with_name("run"))
    monkeypatch.setattr(CurrentResults, "get", lambda _: HandMade())
    assert b"could not be drawn" not in _ask(app)


def test_files_are_compressed_and_keep_their_headers(app: Dash) -> None:
    client = app.server.test_client()
    with (
        client.get("/assets/10_route.js?m=1", headers=_GZIP) as small,
        client.get("/assets/10_route.js?m=1") as plain,
    ):
        assert small.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(small.get_data()) == plain.get_data()
        assert "Content-Encoding" not in plain.headers
        assert "Accept-Encoding" in small.headers["Vary"]
        assert "immutable" in small.headers["Cache-Control"]
        assert small.content_length == len(small.get_data())


def test_without_results_nothing_is_remembered(tmp_path: Path) -> None:
    assert state_of(CurrentResults(tmp_path / "library.sqlite")) is None


def test_what_was_not_asked_for_longest_is_dropped_first() -> None:
    kept = Kept(10)
    kept.put("a", b"1234")
    kept.put("b", b"1234")
    assert kept.get("a") == b"1234"
    kept.put("c", b"1234")
    assert kept.get("b") is None
    assert kept.get("a") == kept.get("c") == b"1234"
    kept.put("d", b"x" * 11)
    assert kept.get("d") is None


def test_processes_that_serve_together_find_each_others_answers(tmp_path: Path) -> None:
    one, other = Kept(20, folder=tmp_path), Kept(20, folder=tmp_path)
    key = (("run-1", (1, 2)), b'{"asked": 1}')
    one.put(key, b"0123456789")
    assert other.get(key) == b"0123456789"
    assert other.get((("run-2", (1, 2)), b'{"asked": 1}')) is None
    for at in range(9):
        one.put(("more", at), b"0123456789")
    assert len(list(tmp_path.iterdir())) == 2, "no more is put down than a process may keep"
    alone = Kept(20, folder=tmp_path / "gone")
    alone.put(key, b"x")
    assert alone.get(key) == b"x"
