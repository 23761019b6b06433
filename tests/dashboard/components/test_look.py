from typing import Any, cast

import pytest
from dash import html

import sources.demo
from dashboard.components.look import invitation, with_look
from dashboard.guided import steps
from dashboard.page import View
from tests.dashboard.hand_made import HandMade, of_class, walk, words


@pytest.fixture
def demo(results: HandMade, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sources.demo, "outlet_names", lambda: frozenset({"Reuters", "BBC"}))
    return cast(Any, results)


def _links(part: object) -> dict[str, str]:
    return {words(each): each.href for each in walk(part) if getattr(each, "href", None)}


def test_nobody_is_invited_without_the_demo(results: HandMade) -> None:
    assert invitation(cast(Any, results)) == []


def test_the_invitation_leads_to_the_first_step_and_can_be_declined(demo: Any) -> None:
    box, again = invitation(demo)
    assert _links(box) == {"Have a guided look": "/story/s-fire?look=1"}
    assert [words(each) for each in walk(box) if "data-look-done" in vars(each)] == ["Not now"]
    assert list(_links(again).values()) == ["/story/s-fire?look=1"]


def test_a_step_in_the_middle_leads_back_onward_and_out(demo: Any) -> None:
    found = steps(demo)
    shown = with_look(View("Fire", html.P("the page")), 2, found[1], results=demo)
    assert shown.title == "Fire"
    assert "the page" in words(shown.body)
    box = of_class(shown.body, "look")[0]
    assert "Guided look, 2 of 8" in words(box)
    assert _links(box) == {
        "‹ Back": "/story/s-fire?look=1", "Next ›": "/story/s-fire?fact=1&look=3", "Leave the look": "/story/s-fire",
    }  # fmt: skip


def test_the_first_step_has_nothing_before_it_and_the_last_leads_to_ones_own(demo: Any) -> None:
    found = steps(demo)
    view = View("Fire", html.P("the page"))
    first = _links(of_class(with_look(view, 1, found[0], results=demo).body, "look"))
    last = _links(of_class(with_look(view, 8, found[7], results=demo).body, "look"))
    assert "‹ Back" not in first
    assert last["Begin with your own"] == "/collect"
    assert last["Close"] == "/method"
