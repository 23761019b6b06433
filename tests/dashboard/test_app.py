"""The app as a browser meets it."""

import re
from pathlib import Path

from dash import Dash

from dashboard.app import create_app


def test_the_first_html_has_a_language_and_asks_nobody_else(app: Dash) -> None:
    html = app.server.test_client().get("/").get_data(as_text=True)
    assert '<html lang="en">' in html
    assert "scheme.head.js" in html.split("<body>")[0]
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)


def test_the_server_says_that_it_is_there(app: Dash) -> None:
    assert app.server.test_client().get("/healthz").status_code == 200


def test_a_prefix_is_in_every_address(tmp_path: Path) -> None:
    app = create_app(tmp_path / "library.sqlite", prefix="/news/")
    html = app.server.test_client().get("/news/").get_data(as_text=True)
    assert "/news/assets/scheme.head.js" in html
    create_app(tmp_path / "library.sqlite")  # the prefix is the newest app's: give it back
