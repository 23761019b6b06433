from dataclasses import replace

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


def test_own_figures_stand_beside_the_others_and_are_called_so() -> None:
    (own,) = (each for each in measured() if each.about.name == "loaded-words")
    mine = replace(own, figures={**own.figures, "auc": 0.123}, made="2026-01-31")
    said = words(accuracy("loaded", (mine,)))
    assert said.count("Measured by you:") == 1
    assert "0.12" in said
    assert own.about.command in said
    assert "Measured by you:" not in words(other_parts((mine,)))


def test_own_tries_take_the_place_of_the_others() -> None:
    (packaged,) = (each for each in measured() if each.about.name == "invariance")
    checks = {row.name: {"tried": 77777, "held": 1} for row in held()}
    mine = replace(packaged, figures={**packaged.figures, "checks": checks})
    assert "1 of 77777" in words(what_held((mine,)))
    assert "1 of 77777" not in words(what_held())
