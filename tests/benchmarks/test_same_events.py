"""The limits are put back, and halves share no event. No test here looks at a clock."""

import pytest

from analysis.stories import moments
from tests.analysis.look_alikes import look_alikes
from tests.benchmarks.same_events import Grouper, Told, halves, held_out, run


@pytest.fixture(scope="module")
def told():
    return Told(*look_alikes("quakes", "storms", "war"))


def test_halves_share_no_event(told):
    one, other = halves(told, seed=1)
    assert not set(one.gold) & set(other.gold)
    assert sorted([*one.frame["id"], *other.frame["id"]]) == sorted(told.frame["id"])


def test_other_limits_group_otherwise_and_are_put_back(told):
    was = moments.SAME_EVENT
    grouper = Grouper(told, dated=False)
    assert grouper.f1() == 1
    assert grouper.f1(SAME_EVENT=0.99) < 0.7
    assert was == moments.SAME_EVENT


def test_both_figures_of_a_split_are_shares(told):
    chosen, shipped = held_out(told, dated=True, seed=0)
    assert 0.5 < chosen <= 1
    assert 0.5 < shipped <= 1


def test_look_alikes_are_told_apart(capsys):
    run([])
    assert capsys.readouterr().out.splitlines()[1].split()[-2:] == ["1.000", "1.000"]
