from dashboard.tabs import ALL_TABS
from dashboard.tabs.tab import choices
from tests.dashboard.hand_made import COPY, links, of_class
from tests.dashboard.tabs.conftest import Ask


def test_links_of_the_same_tab_keep_what_the_address_says(ask: Ask) -> None:
    asked = ask(f"?tab=words&show={COPY.id}&names=no&measure=loaded")
    kept = f"/story/s-fire?tab=words&show={COPY.id}&measure=loaded"
    assert asked.to({}) == f"{kept}&names=no"
    assert asked.to({"names": []}, anchor="words") == f"{kept}#words"


def test_links_to_another_tab_leave_what_belongs_to_this_one(ask: Ask) -> None:
    asked = ask("?tab=words&names=no&measure=loaded")
    assert asked.to({"tab": ["facts"]}, here=False) == "/story/s-fire?tab=facts&measure=loaded"
    assert asked.to({"event": ["e-later"]}, here=False) == "/story/s-fire?event=e-later&tab=words&measure=loaded"


def test_every_tab_has_its_own_name_and_draws_parts(ask: Ask) -> None:
    assert len({tab.name for tab in ALL_TABS}) == len(ALL_TABS)
    for tab in ALL_TABS:
        parts = tab.draw(ask())
        assert parts, tab.name
        assert len({part.name for part in parts}) == len(parts)


def test_the_chosen_one_is_said() -> None:
    made = choices("Words of", [("a", "/a", False), ("b", "/b", True)])
    assert links(made) == ["/a", "/b"]
    assert [part.href for part in of_class(made, "on")] == ["/b"]
