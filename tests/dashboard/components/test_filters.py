from dashboard.components.filters import MOST_OUTLETS, filters
from dashboard.story_index import Wanted
from tests.dashboard.hand_made import walk, words


def _options(made: object, name: str) -> list[str]:
    chosen = next(part for part in walk(made) if getattr(part, "name", "") == name)
    return [words(option) for option in walk(chosen.children)]


def test_outlets_can_be_chosen_and_the_chosen_one_always() -> None:
    names = [f"Outlet {n:03}" for n in range(MOST_OUTLETS + 5)]
    made = filters(Wanted(outlet="Outlet 304"), names)
    found = _options(made, "outlet")
    assert found[0] == "all"
    assert len(found) == MOST_OUTLETS + 2
    assert "Outlet 304" in found


def test_every_field_has_a_label() -> None:
    made = list(walk(filters(Wanted(), ["BBC"])))
    named = {part.id for part in made if getattr(part, "id", None)}
    assert {part.htmlFor for part in made if type(part).__name__ == "Label"} == named
    assert len(named) == 6
