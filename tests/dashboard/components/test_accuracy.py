import pytest

from analysis.evaluation.figures import held, measured, of_measure, unmeasured
from analysis.measures import ALL_MEASURES
from dashboard.components.accuracy import accuracy, other_parts, what_held
from tests.dashboard.hand_made import of_class, words

NAMES = [*(measure.name for measure in ALL_MEASURES), "portrayals"]


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_says_how_often_it_is_right_or_why_nobody_knows(name: str) -> None:
    said = words(accuracy(name))
    if name in unmeasured():
        assert said == unmeasured()[name]
    for each in of_measure(name):
        assert each.about.corpus in said
        assert each.about.fails in said
        assert all(meaning in said for meaning, _ in each.shown)


def test_the_other_parts_have_their_figures() -> None:
    lists = of_class(other_parts(), "figures")
    assert len(lists) == len([each for each in measured() if each.shown and not each.about.measures])


def test_what_held_has_a_row_for_each_change() -> None:
    said = words(what_held())
    for row in held():
        assert row.meaning in said
