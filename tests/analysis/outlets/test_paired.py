import numpy as np
import pytest
from scipy import stats

from analysis.outlets.paired import adjusted, paired


def one(differences, *, fewest=5):
    values = np.asarray(differences, dtype=float)
    return paired(values, np.zeros(len(values), dtype=np.int64), groups=1, fewest=fewest)


def test_each_group_is_a_t_test_of_its_own():
    rng = np.random.default_rng(1)
    sizes = [6, 17, 40]
    values = [rng.gamma(2.0, 1.0, size) - 1.5 for size in sizes]
    group = np.repeat(np.arange(3), sizes)
    mixed = rng.permutation(len(group))
    made = paired(np.concatenate(values)[mixed], group[mixed], groups=3, fewest=5)
    for number, each in enumerate(values):
        test = stats.ttest_1samp(each, 0.0)
        interval = test.confidence_interval(0.95)
        assert made.difference[number] == pytest.approx(each.mean())
        assert made.low[number] <= interval.low + 1e-12, "either end is Student's or farther"
        assert made.high[number] >= interval.high - 1e-12
        assert made.high[number] - made.low[number] > interval.high - interval.low + 1e-6, "for these are skewed"
        assert made.p[number] >= test.pvalue - 1e-12
        assert (made.higher[number], made.lower[number]) == ((each > 0).sum(), (each < 0).sum())
    assert made.events.tolist() == made.points.tolist() == sizes
    assert made.enough.all()


@pytest.mark.parametrize(
    ("differences", "mean"),
    [
        ([], np.nan),
        ([1.0], 1.0),
        ([1.0, 2.0, 3.0, 4.0], 2.5),
        ([0.0] * 30, 0.0),
        ([0.5] * 30, 0.5),
        ([0.1 + 0.2 - 0.3] * 30 + [1.0] * 4, 4 / 34),
    ],
    ids=["none", "one event", "four events", "all zero", "all the same", "four of 34 differ"],
)
def test_where_there_is_not_enough_evidence_there_is_no_interval(differences, mean):
    made = one(differences)
    assert made.difference[0] == pytest.approx(mean, nan_ok=True)
    assert not made.enough[0]
    assert np.isnan([made.low[0], made.high[0], made.p[0]]).all()


def test_a_group_without_an_event_is_nan_beside_one_that_has_some():
    made = paired(np.array([1.0, 2.0, 3.0, 2.0, 1.0]), np.ones(5, dtype=np.int64), groups=3, fewest=5)
    assert made.events.tolist() == [0, 5, 0]
    assert made.enough.tolist() == [False, True, False]
    assert np.isnan(made.difference[[0, 2]]).all()


def _rates(rng, size, share):
    return rng.binomial(1, share, size) * rng.exponential(5.0, size)


def test_without_skewness_it_is_the_t_test():
    half = np.random.default_rng(3).gamma(2.0, 1.0, 9)
    values = np.concatenate([half, 3 - half])
    made, test = one(values), stats.ttest_1samp(values, 0.0)
    interval = test.confidence_interval(0.95)
    assert (made.low[0], made.high[0], made.p[0]) == pytest.approx((interval.low, interval.high, test.pvalue))


def test_events_that_count_as_one_are_one_piece_of_evidence():
    half = np.random.default_rng(3).gamma(2.0, 1.0, 4)
    means = np.concatenate([half, 3 - half])
    values = means[:, None] + np.array([-0.5, 0.0, 0.5])
    cluster = np.repeat(np.arange(8), 3)
    made = paired(values.ravel(), np.zeros(24, dtype=np.int64), groups=1, fewest=5, cluster=cluster)
    test = stats.ttest_1samp(means, 0.0)
    interval = test.confidence_interval(0.95)
    assert (made.low[0], made.high[0], made.p[0]) == pytest.approx((interval.low, interval.high, test.pvalue))
    assert (made.events[0], made.points[0]) == (24, 8)
    few = paired(values.ravel(), np.zeros(24, dtype=np.int64), groups=1, fewest=5, cluster=cluster // 2)
    assert (few.points[0], few.enough[0]) == (4, False)


WORLDS = {
    "normal": lambda rng, size: rng.normal(size=size),
    "skewed": lambda rng, size: rng.lognormal(0, 1, size) - rng.lognormal(0, 1, size),
    "mostly zero": lambda rng, size: _rates(rng, size, 0.4) - _rates(rng, size, 0.4),
    "one outlet alone skewed": lambda rng, size: rng.exponential(size=size) - 1,
    "unequal": lambda rng, size: rng.gamma(2.0, 1.0, (3, *size)).mean(axis=0) - rng.gamma(2.0, 1.0, size),
}


@pytest.mark.parametrize("events", [5, 20, 100])
@pytest.mark.parametrize("world", WORLDS)
def test_the_interval_holds_its_level_and_is_only_ever_too_wide(world, events):
    worlds = 4000
    values = WORLDS[world](np.random.default_rng([7, events]), (worlds, events))
    made = paired(values.ravel(), np.repeat(np.arange(worlds), events), groups=worlds, fewest=5)
    covers = ((made.low <= 0) & (made.high >= 0))[made.enough].mean()
    assert 0.93 <= covers <= (0.99 if world in ("skewed", "mostly zero") else 0.97)
    assert (made.p[made.enough] <= 0.05).mean() == pytest.approx(1 - covers, abs=1e-9), "p and interval say the same"


def test_the_adjustment_is_that_of_benjamini_and_hochberg():
    from statsmodels.stats.multitest import multipletests

    p = np.random.default_rng(2).uniform(size=40) ** 3
    holed = p.copy()
    holed[[3, 9]] = np.nan
    made = adjusted(holed)
    kept = ~np.isnan(holed)
    assert made[kept] == pytest.approx(multipletests(holed[kept], method="fdr_bh")[1])
    assert np.isnan(made[~kept]).all()
    assert np.isnan(adjusted(np.array([np.nan]))).all()
