"""Which events count as one."""

import numpy as np

from analysis.outlets.clusters import cluster_numbers

NONE = np.iinfo(np.int64).min


def test_events_of_one_story_within_four_weeks_are_one():
    story = np.array([0, 0, 0, 0, 1, 1])
    day = np.array([100, 127, 128, 99, 100, 101])
    number = cluster_numbers(story, day, stories=2)
    assert number[0] == number[3] != number[1] == number[2], "the weeks are counted from the first event"
    assert number[4] == number[5]
    assert len(set(number.tolist())) == 3


def test_undated_events_of_a_story_are_one_and_stand_apart():
    number = cluster_numbers(np.array([0, 0, 0, 1]), np.array([5, NONE, NONE, NONE]), stories=2)
    assert number[1] == number[2]
    assert len({number[0], number[1], number[3]}) == 3


def test_no_event_has_no_cluster():
    nothing = np.zeros(0, dtype=np.int64)
    assert cluster_numbers(nothing, nothing, stories=0).tolist() == []
