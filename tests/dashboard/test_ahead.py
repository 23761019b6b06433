from typing import Any, cast

import pytest

from dashboard.ahead import draw_ahead
from sources.errors import NoResults
from tests.dashboard.hand_made import HandMade, HandMadeCurrent


def test_the_list_and_its_first_stories_are_drawn(results: HandMade) -> None:
    asked: list[tuple[object, object]] = []
    draw_ahead(HandMadeCurrent(results), lambda path, search: asked.append((path, search))).join(60)
    assert asked == [("/", ""), ("/story/s-fire", "")]


def test_without_results_nothing_is_drawn_and_nothing_said(caplog: pytest.LogCaptureFixture) -> None:
    class Empty(HandMadeCurrent):
        def get(self) -> Any:
            raise NoResults("nothing yet")

    asked: list[object] = []
    draw_ahead(Empty(HandMade()), lambda path, search: asked.append(path)).join(60)
    assert asked == []
    assert caplog.text == ""


def test_what_fails_is_logged_and_left_to_the_page(results: HandMade, caplog: pytest.LogCaptureFixture) -> None:
    def broken(path: object, search: object) -> None:
        raise MemoryError("none left")

    draw_ahead(HandMadeCurrent(cast(Any, results)), broken).join(60)
    assert "none left" in caplog.text
