from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from analysis.evaluation.same_event import agreement
from analysis.stories.grouping import group
from analysis.stories.linkage import Cluster
from analysis.stories.moments import (
    CLOSE,
    EVENT_DAYS,
    FADING,
    SAME_EVENT,
    SAME_EVENT_DATED,
    TIGHT,
    days_of,
    event_need,
    moments_of,
    prints_of,
)
from analysis.tables import COPIES, CREDITS
from tests.analysis.invented import TOLD, articles
from tests.analysis.look_alikes import look_alikes

NONE = (COPIES.empty(), CREDITS.empty())


def cluster(*, weight=1, first=np.nan, last=None, cohesion=np.nan):
    last = first if last is None else last
    return Cluster([], weight, np.zeros(0, np.int64), np.zeros(0), first, last, cohesion)


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize(
    "family",
    [
        "quakes", "trials", "matches", "election", "fires", "rates",
        "storms", "strikes", "budgets", "war", "bids", "summits", "crashes",
    ],
)  # fmt: skip
def test_events_that_look_alike_are_kept_apart(family, dated):
    frame, gold = look_alikes(family, dated=dated)
    members = group(frame, *NONE).members.set_index("article").loc[frame["id"]]
    assert agreement(members["event"].tolist(), gold)["bcubed_f1"] == 1


@pytest.mark.parametrize(("dated", "least"), [(True, 1.0), (False, 0.98)], ids=["dated", "undated"])
def test_they_are_kept_apart_beside_each_other(dated, least):
    frame, gold = look_alikes(dated=dated)
    members = group(frame, *NONE).members.set_index("article").loc[frame["id"]]
    assert agreement(members["event"].tolist(), gold)["bcubed_f1"] >= least


def test_trials_of_one_person_and_rounds_of_one_election_are_one_story():
    for family in ("trials", "election"):
        frame, gold = look_alikes(family)
        found = group(frame, *NONE)
        assert len(found.events) == len(set(gold)) == 2
        assert len(found.stories) == 1


def test_undated_pages_need_the_same_whatever_the_others_dates():
    assert event_need(cluster(), cluster()) == SAME_EVENT
    assert event_need(cluster(first=3.0), cluster()) == SAME_EVENT


def test_dated_pages_need_more_the_further_apart_and_never_join_beyond_the_limit():
    there = cluster(first=10.0, last=11.0)
    assert event_need(cluster(first=11.0), cluster(first=11.0)) == SAME_EVENT_DATED
    assert event_need(cluster(first=14.0), there) == pytest.approx(SAME_EVENT_DATED * np.exp(4 / FADING))
    assert event_need(cluster(first=10.0 + EVENT_DAYS + 0.1), there) == np.inf


def test_tight_groups_need_to_be_close_and_one_page_does_not():
    tight, loose = cluster(weight=3, cohesion=0.5), cluster(weight=4, cohesion=0.2)
    expected = (0.5 * 3 + SAME_EVENT / 2) / 3.5
    assert event_need(tight, tight) == pytest.approx(CLOSE * expected)
    assert SAME_EVENT <= event_need(tight, loose) < event_need(tight, tight)
    assert event_need(tight, cluster()) == SAME_EVENT
    assert event_need(cluster(weight=2, cohesion=0.95), tight) < event_need(cluster(weight=9, cohesion=0.95), tight)
    copied = cluster(weight=100, cohesion=1.0)
    assert event_need(copied, copied) == pytest.approx(CLOSE * TIGHT, rel=0.01)


def test_two_tight_groups_stay_two_and_a_page_between_joins_the_nearer():
    rng = np.random.default_rng(3)
    own = np.zeros((7, 30))
    own[:3, :10], own[3:6, 10:20] = 1, 1
    own[:6, 20:24] = 1  # what both tell
    own[6, :5], own[6, 20:24] = 1, 1
    own += rng.random(own.shape) * 0.1
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    across = (own[:3] @ own[3:6].T).mean()
    assert across > SAME_EVENT, "alike enough, were they not so much more alike inside"
    labels = moments_of(csr_matrix(own), np.full(7, np.nan)).labels
    assert labels.tolist() == [0, 0, 0, 3, 3, 3, 0]


def test_prints_of_one_text_stand_for_one_page_unless_printed_again_much_later():
    ids = np.array(["a", "b", "c", "d"], object)
    copies = COPIES.frame([("b", "a", 1.0, False), ("c", "b", 0.9, False), ("d", "a", 0.5, False)])
    assert prints_of(ids, np.array([0.0, np.nan, 1.0, 1.0]), copies).tolist() == [0, 0, 0, 3]
    assert prints_of(ids, np.array([0.0, 30.0, 30.0, 1.0]), copies).tolist() == [0, 1, 1, 3]


def test_dates_that_cannot_be_right_are_no_dates():
    told = pd.Series(["1970-01-01T00:00Z", "2026-03-02T00:00Z", None, "2100-01-01T00:00Z", "1969-07-21T00:00Z"])
    now = pd.Timestamp("2026-03-03T00:00Z")
    assert np.isnan(days_of(told, now=now)).tolist() == [True, False, True, True, False]
    assert np.isnan(days_of(told)).tolist() == [True, False, True, False, False]


def test_a_page_with_a_wrong_date_is_grouped_by_its_text_and_says_so():
    wrong = [list(row) for row in TOLD]
    wrong[0][4], wrong[1][4] = "1970-01-01T00:00:00+00:00", "2100-06-01T00:00:00+00:00"
    members = group(articles(*wrong), *NONE, now=datetime(2026, 6, 1, tzinfo=UTC)).members.set_index("article")
    assert members.loc[["a1", "b2", "c3"], "event"].nunique() == 1
    assert members.loc["a1", "note"].startswith("its date cannot be right: grouped by its text alone")
    assert not isinstance(members.loc["c3", "note"], str)
