import subprocess
import sys
from typing import Any, cast

import pytest

from dashboard.ahead import draw_ahead
from sources.errors import NoResults
from tests.dashboard.hand_made import HandMade, HandMadeCurrent


def test_the_list_and_its_first_stories_are_drawn(results: HandMade) -> None:
    asked: list[tuple[object, object]] = []
    draw_ahead(HandMadeCurrent(results), lambda path, search: asked.append((path, search))).join(60)
    assert asked == [("/", ""), ("/story/s-fire", "")]


def test_the_end_of_the_program_waits_for_the_page_that_is_drawn() -> None:
    code = (
        "import sys, time\n"
        "from types import SimpleNamespace\n"
        "import dashboard.ahead as ahead\n"
        "ahead.warm_up = lambda: SimpleNamespace(join=lambda: None)\n"
        "ahead.first_stories = lambda _: ['one', 'two']\n"
        "ahead.to_page = ahead.to_story = lambda name: name\n"
        "started = ahead.Event()\n"
        "def draw(path, search):\n"
        "    started.set(); time.sleep(0.3); print(path, flush=True)\n"
        "ahead.draw_ahead(SimpleNamespace(get=lambda: None), draw)\n"
        "assert started.wait(60)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split() == ["/"], done.stderr  # the page is finished, and no other is begun


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
