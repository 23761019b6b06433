from datetime import date

from dashboard.components.outlet_form import outlet_form
from dashboard.outlet_choice import Choice
from tests.dashboard.hand_made import links, walk


def test_the_form_holds_what_is_chosen_and_keeps_the_value() -> None:
    choice = Choice(value="loaded", voice="narration", words="ferry", first=date(2026, 1, 2), group="local")
    made = outlet_form(choice, "/outlets", groups=["local"], more=[("name", "A & B")])
    values = {part.name: part.value for part in walk(made) if getattr(part, "name", None)}
    assert values == {"q": "ferry", "first": "2026-01-02", "last": "", "group": "local", "order": "far"}
    kept = made.to_plotly_json()["props"]["data-keep"]
    assert kept == "name=A+%26+B&value=loaded&voice=narration"
    assert links(made) == ["/outlets?name=A+%26+B&value=loaded&voice=narration"]


def test_without_groups_none_can_be_chosen() -> None:
    made = outlet_form(Choice(value="loaded", voice="narration"), "/outlet", groups=[], order=False)
    assert [part.name for part in walk(made) if getattr(part, "name", None)] == ["q", "first", "last"]
    assert links(made) == []
