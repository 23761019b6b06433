"""The closed forms are those of the dense matrices of the papers they are from."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.outlets.estimates import estimates


def _world(seed, *, outlets=6, events=15, gaps=0.4):
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(outlets, events)) + rng.normal(size=events) * 2
    values[rng.random((outlets, events)) < gaps] = np.nan
    outlet, event = np.nonzero(~np.isnan(values))
    return outlet, event, values[outlet, event]


def _dense(outlet, event, value, *, of):
    """Return coefficient, CR2 error and Satterthwaite freedom for outlet `of`: as matrices."""
    told = np.bincount(event)
    with_it = np.isin(event, event[outlet == of]) & (told[event] > 1)
    outlet, event, value = outlet[with_it], event[with_it], value[with_it]
    clusters = [event == e for e in np.unique(event)]
    demean = np.eye(len(value))
    for rows in clusters:
        demean[np.ix_(rows, rows)] -= 1 / rows.sum()
    x = demean @ (outlet == of).astype(float)
    size = x @ x
    coefficient = x @ value / size
    hat = np.outer(x, x) / size
    residuals = demean @ value - x * coefficient
    kept = demean - hat  # I - H once the effects of events are out
    parts = []
    for rows in clusters:
        inner = np.eye(rows.sum()) - hat[np.ix_(rows, rows)]
        values, vectors = np.linalg.eigh(inner)
        adjust = vectors @ np.diag(values**-0.5) @ vectors.T
        parts.append((adjust @ x[rows] / size) @ kept[rows])
    residual_parts = [part @ value for part in parts]
    gram = np.array([[a @ b for b in parts] for a in parts])
    assert residuals == pytest.approx(kept @ value)
    return coefficient, np.sqrt(sum(r**2 for r in residual_parts)), np.trace(gram) ** 2 / np.sum(gram**2)


@pytest.mark.parametrize("seed", range(5))
def test_the_closed_form_is_the_regression_with_event_effects_and_its_cr2_error(seed):
    outlet, event, value = _world(seed)
    made = estimates(outlet, event, value, outlets=6, common=0.0)
    for of in range(6):
        coefficient, error, freedom = _dense(outlet, event, value, of=of)
        assert made.difference[of] == pytest.approx(coefficient)
        assert made.error[of] == pytest.approx(error)
        assert made.freedom[of] == pytest.approx(freedom)


def test_with_equally_many_outlets_it_is_the_t_test_of_the_differences():
    from scipy.stats import ttest_1samp

    rng = np.random.default_rng(2)
    values = rng.normal(size=(4, 9))
    outlet, event = np.nonzero(np.ones((4, 9)))
    made = estimates(outlet, event, values.ravel(), outlets=4, common=0.0)
    others = (values.sum(axis=0) - values) / 3
    known = ttest_1samp(values - others, 0.0, axis=1)
    assert made.difference / made.error == pytest.approx(known.statistic)
    assert made.freedom == pytest.approx(np.full(4, 8.0))
    assert made.events.tolist() == [9, 9, 9, 9]


def test_events_of_one_cluster_are_one_piece_of_evidence():
    from scipy.stats import ttest_1samp

    values = np.random.default_rng(4).normal(size=(4, 24))
    outlet, event = np.nonzero(np.ones((4, 24)))
    made = estimates(outlet, event, values.ravel(), outlets=4, cluster=event // 3, common=0.0)
    others = (values.sum(axis=0) - values) / 3
    known = ttest_1samp((values - others).reshape(4, 8, 3).mean(axis=2), 0.0, axis=1)
    assert made.difference / made.error == pytest.approx(known.statistic)
    assert made.freedom == pytest.approx(np.full(4, 7.0))
    assert (made.events.tolist(), made.points.tolist()) == ([24] * 4, [8] * 4)
    alone = estimates(outlet, event, values.ravel(), outlets=4, cluster=np.zeros(96, dtype=np.int64))
    assert np.isnan(alone.chance()).all()
    assert alone.points.tolist() == [1] * 4


def test_two_outlets_are_told_apart_by_as_much_each_way():
    outlet, event = np.array([0, 1, 0, 1, 0, 1]), np.array([0, 0, 1, 1, 2, 2])
    made = estimates(outlet, event, np.array([1.0, 0.0, 3.0, 1.0, 2.0, 2.0]), outlets=2)
    assert made.difference.tolist() == pytest.approx([1.0, -1.0])
    assert made.error[0] == pytest.approx(made.error[1])


def test_what_cannot_be_said_is_missing():
    outlet, event, value = np.array([0, 1, 0, 2]), np.array([0, 0, 1, 2]), np.array([1.0, 0.0, 5.0, 6.0])
    made = estimates(outlet, event, value, outlets=4)
    assert made.events.tolist() == [1, 1, 0, 0]
    assert made.difference[:2].tolist() == [1.0, -1.0]
    assert np.isnan(made.difference[2:]).all()
    assert np.isnan(made.error).all()
    nothing = np.zeros(0, dtype=np.int64)
    assert np.isnan(estimates(nothing, nothing, np.zeros(0), outlets=2).difference).all()


def test_rounding_is_no_spread():
    outlet, event = np.divmod(np.arange(20), 10)
    value = np.where(outlet == 0, 0.3, 0.1) + event / 7
    assert estimates(outlet, event, value, outlets=2).error.tolist() == [0.0, 0.0]


def test_one_outlets_shift_is_found_and_the_events_are_no_part_of_it():
    outlet, event, value = _world(9, outlets=5, events=40)
    before = estimates(outlet, event, value, outlets=5, common=0.0)
    shift = np.where(outlet == 0, 0.7, 0.0)
    after = estimates(outlet, event, value + 100.0 * event + shift, outlets=5, common=0.0)
    assert after.difference[0] - before.difference[0] == pytest.approx(0.7)
    assert after.error[0] == pytest.approx(before.error[0])


def test_the_variance_is_a_mean_of_the_outlets_own_and_that_of_all_on_its_events():
    rng = np.random.default_rng(6)
    values = rng.normal(size=(5, 8)) * np.array([[3.0], [1], [1], [1], [1]])
    outlet, event = np.nonzero(np.ones((5, 8)))
    own = estimates(outlet, event, values.ravel(), outlets=5, common=0.0)
    both = estimates(outlet, event, values.ravel(), outlets=5, common=2.0)
    of_all = values.var(axis=0, ddof=1).mean() / (8 * 4 / 5)
    assert both.error**2 == pytest.approx((7 * own.error**2 + 2 * of_all) / 9)
    assert both.freedom == pytest.approx(np.full(5, 9**2 / (7 + 2**2 / 32)))


def test_the_skewness_is_that_of_the_scores_inside_events():
    from scipy.stats import kstat

    rng = np.random.default_rng(6)
    values = rng.gamma(2.0, size=(6, 400))
    outlet, event = np.nonzero(np.ones((6, 400)))
    made = estimates(outlet, event, values.ravel(), outlets=6)
    third = np.mean([kstat(column, 3) for column in values.T])
    second = np.mean([kstat(column, 2) for column in values.T])
    # an outlet's own value less the mean of five others: 1 - 1/25 of the third cumulant, 6/5 of the variance
    wanted = third / second**1.5 * (1 - 1 / 25) / (6 / 5) ** 1.5 / np.sqrt(400)
    assert made.skew == pytest.approx(np.full(6, wanted))
    assert third / second**1.5 == pytest.approx(np.sqrt(2), rel=0.1)
    mirrored = estimates(outlet, event, -values.ravel(), outlets=6)
    assert mirrored.chance() == pytest.approx(made.chance())
    assert mirrored.interval()[0] == pytest.approx(-made.interval()[1])


def test_an_interval_ends_where_the_difference_would_be_by_chance():
    rng = np.random.default_rng(12)
    values = rng.gamma(1.0, size=(4, 7))
    outlet, event = np.nonzero(np.ones((4, 7)))
    made = estimates(outlet, event, values.ravel(), outlets=4)
    low, high = made.interval(covers=0.9)
    assert (low < made.difference).all()
    assert (made.difference < high).all()
    for end in (low, high):
        moved = replace(made, difference=made.difference - end)
        assert moved.chance() == pytest.approx(np.full(4, 0.1))


def test_without_skewness_p_is_that_of_students_t():
    from scipy.stats import t

    outlet, event = np.nonzero(np.ones((2, 9)))
    made = estimates(outlet, event, np.random.default_rng(1).normal(size=18), outlets=2)
    assert made.skew.tolist() == [0.0, 0.0]
    assert made.chance() == pytest.approx(2 * t.sf(abs(made.difference) / made.error, made.freedom))
