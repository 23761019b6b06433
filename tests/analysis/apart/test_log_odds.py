from math import log, sqrt

import numpy as np
import pytest

from analysis.apart.log_odds import in_news, log_odds
from analysis.stories.background import background


def test_log_odds_by_hand():
    # 10 of 100 words against 5 of 200, the prior 3 of 50, written out as in the paper's equations 16, 20 and 22
    count, others, prior = np.array([10.0, 90.0]), np.array([5.0, 195.0]), np.array([3.0, 47.0])
    one, two = (10 + 3) / (100 + 50 - 10 - 3), (5 + 3) / (200 + 50 - 5 - 3)
    error = sqrt(1 / (10 + 3) + 1 / (5 + 3))
    found = log_odds(count, others, prior)
    assert found.difference[0] == pytest.approx(log(one) - log(two))
    assert found.z[0] == pytest.approx((log(one) - log(two)) / error)
    assert found.z[0] == pytest.approx(2.3466, abs=1e-4)
    assert found.low[0] == pytest.approx(log(one) - log(two) - 1.96 * error, abs=1e-4)
    assert found.high[0] == pytest.approx(log(one) - log(two) + 1.96 * error, abs=1e-4)


def test_swapping_the_groups_turns_the_sign():
    rng = np.random.default_rng(0)
    one, two, prior = rng.integers(0, 9, 20) * 1.0, rng.integers(0, 9, 20) * 1.0, rng.random(20) + 0.1
    assert np.allclose(log_odds(one, two, prior).z, -log_odds(two, one, prior).z)
    assert np.allclose(log_odds(one, two, prior).low, -log_odds(two, one, prior).high)


def test_the_interval_holds_the_truth_nineteen_times_in_twenty():
    rng = np.random.default_rng(5)
    one, two = np.array([2.0, *[1.0] * 38]) / 40, np.array([4.0, *[1.0] * 36, 0, 0]) / 40
    prior = np.full(39, 0.1)
    truth = log(one[0] / (1 - one[0])) - log(two[0] / (1 - two[0]))
    held = 0
    for _ in range(1000):
        found = log_odds(rng.multinomial(600, one) * 1.0, rng.multinomial(500, two) * 1.0, prior)
        held += found.low[0] <= truth <= found.high[0]
    assert 930 <= held <= 970


def test_a_stronger_prior_lets_less_be_said():
    count, others = np.array([6.0, 90.0]), np.array([1.0, 95.0])
    weak, strong = (log_odds(count, others, np.array([one, 20.0])).z[0] for one in (0.5, 8.0))
    assert weak > strong > 0


def test_news_at_large_uses_common_words_more_often():
    rarest = -log(1 - background().least / 2 / background().documents)
    assert in_news("people") > in_news("council") > in_news("zorvik") == pytest.approx(rarest)
    assert in_news("councils") == in_news("council"), "stems are counted"
