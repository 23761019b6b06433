from dashboard.tabs.people import TAB
from tests.dashboard.hand_made import HandMade, words
from tests.dashboard.tabs.conftest import Ask


def test_people_are_shown_by_page_and_named_by_outlet(ask: Ask) -> None:
    shown, named = TAB.draw(ask())
    assert "Ann Lee" in words(shown.body)
    assert "3 mentions" in words(shown.body)
    assert "heroic nurse" in words(named.body)


def test_nobody_to_compare_is_said(ask: Ask, results: HandMade) -> None:
    results.frames["portrayals"] = results.frames["portrayals"].iloc[:0]
    results.frames["namings"] = results.frames["namings"].iloc[:0]
    (only,) = TAB.draw(ask())
    assert "there is nothing to compare" in words(only.body)
