"""Small versions of the simulations whose figures stand in docs/method.md."""

import pytest

from tests.benchmarks.worlds import NUMBERS, SHARES, WORLDS, covered, disasters, even, planted, skewed, svg


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
@pytest.mark.parametrize("events", [5, 20])
def test_intervals_hold_their_level(world, events):
    assert 0.92 <= covered(world, events=events, times=60 * 12 // world.outlets, seed=3) <= 0.985


def test_a_difference_is_found_where_events_make_most_of_the_spread_and_little_else_is():
    made = planted(effect=0.3, of_events=0.85, times=60)
    assert made.found >= 0.8
    assert made.false <= 0.05
    assert made.discoveries <= 0.1
    half = planted(effect=0.3, of_events=0.5, times=60)
    assert half.found < half.unadjusted < 0.9, "no test finds it in 40 events where they make half of the spread"


@pytest.mark.parametrize("noise", [even, skewed], ids=["even", "skewed"])
def test_where_nothing_differs_nothing_is_found(noise):
    assert planted(effect=0.0, of_events=0.5, times=100, noise=noise).none >= 0.93


def test_the_plain_mean_is_taken_in_by_a_choice_of_events_and_ours_is_not():
    naive, ours = disasters(times=20)
    assert naive == 1.0
    assert ours <= 0.1


def test_the_figure_is_well_formed():
    from xml.etree import ElementTree

    power = [planted(effect=0.3, of_events=share, times=2) for share in SHARES]
    drawn = svg({world.name: [0.95 for _ in NUMBERS] for world in WORLDS}, power)
    names = [text.text for text in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    assert {world.name for world in WORLDS} <= set(names)
    assert "20 events" in names
