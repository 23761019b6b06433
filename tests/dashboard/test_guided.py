from typing import Any, cast

import pytest

import sources.demo
from analysis.measures import ALL_MEASURES
from dashboard.guided import step_of, steps
from tests.dashboard.hand_made import HandMade


@pytest.fixture
def demo(results: HandMade, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return results whose story is one of the demo's."""
    monkeypatch.setattr(sources.demo, "outlet_names", lambda: frozenset({"Reuters", "BBC"}))
    return cast(Any, results)


def test_a_library_without_the_demo_has_no_look(results: HandMade) -> None:
    assert steps(cast(Any, results)) == ()
    assert step_of(cast(Any, results), "1") is None


def test_each_step_has_an_address_of_its_own(demo: Any) -> None:
    found = steps(demo)
    addresses = [step.address(number) for number, step in enumerate(found, start=1)]
    assert len(set(addresses)) == len(found) == 8
    assert addresses[0] == "/story/s-fire?look=1"
    assert addresses[2] == "/story/s-fire?fact=1&look=3"
    assert found[2].address(None) == "/story/s-fire?fact=1"
    assert addresses[-1] == "/method?look=8"


def test_what_is_said_is_of_the_story_at_hand(demo: Any) -> None:
    said = [step.said for step in steps(demo)]
    assert said[0].startswith("3 pages tell of the same event.")
    assert said[6].startswith("3 pages, but 2 independent reports:")


def test_the_number_that_opens_is_that_of_the_page_with_most_loaded_words(demo: Any) -> None:
    opened = next(step for step in steps(demo) if step.kind == "article")
    scores = demo.rows("scores", measure="loaded", voice="narration").set_index("article")["value"]
    assert scores[opened.key] == scores.max()
    value, voice = (pair[1] for pair in opened.pairs)
    known = {each.name: each for measure in ALL_MEASURES for each in measure.values}
    assert voice in known[value].voices


def test_it_can_be_read_in_two_minutes(demo: Any) -> None:
    words = sum(len(f"{step.heading} {step.said}".split()) for step in steps(demo))
    assert words < 330  # at 180 words a minute


@pytest.mark.parametrize("asked", ["", "0", "9", "-1", "1.5", "²", "999999", "one", "<script>"])
def test_a_number_that_is_no_step_is_passed_over(demo: Any, asked: str) -> None:
    assert step_of(demo, asked) is None


def test_a_step_is_found_by_its_number(demo: Any) -> None:
    assert step_of(demo, "2") == (2, steps(demo)[1])
