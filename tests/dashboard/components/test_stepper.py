from dashboard.components.stepper import stepper
from tests.dashboard.hand_made import of_class, words


def test_no_fact_is_chosen_at_first() -> None:
    made = stepper(["one", "two"], at=0)
    assert "2 facts are told by two pages or more." in words(made)
    assert [words(item) for item in of_class(made, "steps")[0].children] == ["one", "two"]


def test_the_chosen_fact_is_said() -> None:
    assert "Fact 2 of 2: two" in words(stepper(["one", "two"], at=2))
