"""A hand-made story of four pages, and an app for the addresses that pages are full of."""

import pytest
from dash import Dash

from tests.dashboard.hand_made import HandMade


@pytest.fixture(scope="session", autouse=True)
def app(tmp_path_factory: pytest.TempPathFactory) -> Dash:
    """Return an app over a library that does not exist: addresses need an app, its pages are not asked for."""
    from dashboard.app import create_app

    return create_app(tmp_path_factory.mktemp("app") / "library.sqlite")


@pytest.fixture
def results() -> HandMade:
    return HandMade()
