from dashboard.tabs.sources import TAB
from tests.dashboard.hand_made import HandMade, words
from tests.dashboard.tabs.conftest import Ask


def test_who_is_quoted_stands_by_outlet(ask: Ask) -> None:
    (part,) = TAB.draw(ask())
    assert "officials" in words(part.body)
    assert "a nurse" in words(part.body)


def test_nobody_quoted_is_said(ask: Ask, results: HandMade) -> None:
    results.frames["quoted"] = results.frames["quoted"].iloc[:0]
    (part,) = TAB.draw(ask())
    assert "nothing to compare" in words(part.body)
