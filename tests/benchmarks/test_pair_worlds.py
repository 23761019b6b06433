"""Small versions of the simulations of pairs and of running stories whose figures stand in docs/method.md."""

import pytest

from tests.benchmarks.pair_worlds import PAIRS, pair_covered, running_on


@pytest.mark.parametrize("events", [5, 20])
@pytest.mark.parametrize("world", PAIRS)
def test_intervals_of_pairs_hold_their_level(world: str, events: int) -> None:
    ours, student = pair_covered(PAIRS[world], events=events, times=2500, seed=3)
    assert 0.92 <= ours <= 0.99
    assert ours >= student


def test_where_one_alone_is_very_skewed_students_interval_covers_too_little() -> None:
    ours, student = pair_covered(PAIRS["one very skewed, the other without noise"], events=5, times=2500, seed=1)
    assert student < 0.9 < ours


def test_a_running_story_is_no_pile_of_evidence() -> None:
    ours, alone = running_on(stories=20, length=4, times=60, seed=2)
    assert 0.92 <= ours <= 0.975
    assert alone < 0.85
