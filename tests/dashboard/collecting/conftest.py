"""A server of a library of this test's own, whose jobs are started but not worked on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.collecting.desk import Desk, desk_of
from dashboard.collecting.jobs import Jobs


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def desk(library: Path) -> Desk:
    return desk_of(library)


@pytest.fixture
def client(library: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setattr(Jobs, "_spawn", lambda *_: None)
    return create_app(library).server.test_client()


@pytest.fixture
def post(client: FlaskClient, desk: Desk) -> Callable[..., TestResponse]:
    """Return a function that sends a form as the page's own script does."""

    def send(address: str, fields: dict[str, Any] | bytes, **headers: str) -> TestResponse:
        sent = {"X-Parallax-Token": desk.guard.token, "Origin": "http://localhost", **headers}
        return client.post(address, data=fields, headers=sent)

    return send
