from pathlib import Path

from dashboard.current import CurrentResults
from dashboard.pages.first_visit import first_visit
from sources.drafts import Drafts
from sources.library import Library
from tests.dashboard.hand_made import OTHER, WIRE, links, walk, words


def _buttons(shown: object) -> list[str]:
    return [part.value for part in walk(shown) if part._type == "Button"]


def test_a_newcomer_is_led_to_the_demo_and_to_collect(tmp_path: Path) -> None:
    body = first_visit(CurrentResults(tmp_path / "library.sqlite"), "library.sqlite: there are no results yet").body
    assert _buttons(body) == ["demo"]
    assert "/collect" in links(body)
    for part in ("parallax add", "parallax analyse", "parallax demo", "library.sqlite: there are no results yet"):
        assert part in words(body)


def test_what_waits_and_what_is_not_analysed_comes_first(tmp_path: Path) -> None:
    current = CurrentResults(tmp_path / "library.sqlite")
    with Drafts(current.library) as drafts:
        drafts.keep([WIRE])
    assert "1 page you gave is waiting for your yes." in words(first_visit(current, "no results").body)
    with Library(current.library) as library:
        library.add(OTHER)
    assert _buttons(first_visit(current, "no results").body) == ["analyse"]
    assert "another version" in words(first_visit(current, "its results were made by another version").body)


def test_what_is_no_library_is_said(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    file.write_text("a shopping list, and no library at all")
    assert "is not a Parallax library" in words(first_visit(CurrentResults(file), "no results").body)
