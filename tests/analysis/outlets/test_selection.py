import numpy as np
import pandas as pd
import pytest

from analysis.outlets.pair_tables import CHANCES, COVERAGE, HOLES, SELECTION
from analysis.outlets.selection import LEAST_ROOM, chances, holes, selection
from sources.errors import UnknownName

START = pd.Timestamp("2026-01-01", tz="UTC")


def coverage(rows):
    """(outlet, event, story, day) -> COVERAGE."""
    days = [(outlet, event, story, pd.NaT if day is None else START + pd.Timedelta(days=day), 1)
            for outlet, event, story, day in rows]  # fmt: skip
    return COVERAGE.frame(days)


def world(rng, *, days=60, favour=0.0, hole=()):
    """COVERAGE in which outlets of different output tell events of different weight; the first favours some stories."""
    rate = rng.uniform(0.2, 0.8, 8)
    rows = []
    for day in range(days):
        for number in range(6):
            weight, story = rng.normal(), int(rng.integers(30))
            odds = np.log(rate / (1 - rate)) + weight
            odds[0] += favour * (story % 3 == 0)
            told = rng.random(8) < 1 / (1 + np.exp(-odds))
            told[0] &= day not in hole
            rows += [(f"o{n}", f"e{day:03}-{number}", f"s{story}", day) for n in np.flatnonzero(told)]
    return coverage(rows)


def kinds(frame):
    return pd.Series(
        {event: f"k{int(story[1:]) % 3}" for event, story in zip(frame["event"], frame["story"], strict=True)}
    )


def test_events_that_two_others_tell_are_listed_with_what_is_held():
    made = chances(
        coverage([("A", "e1", "s", 0), ("B", "e1", "s", 0), ("C", "e1", "s", 2), ("B", "e2", "s", 1),
                  ("B", "e3", "s", 9), ("C", "e3", "s", 9), ("B", "e4", "s", 4), ("C", "e4", "s", 4),
                  ("A", "e4", "s", 5),
                  ("A", "e5", "s", None), ("B", "e5", "s", None), ("C", "e5", "s", None), ("B", "e6", "s", 4),
                  ("C", "e6", "s", 4)]), "A")  # fmt: skip
    assert list(made.columns) == CHANCES.names
    assert made[["event", "others", "told", "held"]].values.tolist() == [
        ["e1", 2, True, True],
        ["e4", 2, True, True],
        ["e6", 2, False, True],  # told by others on day 4, and the outlet has a page from the day after
        ["e3", 2, False, False],
    ]
    assert made["chance"].tolist() == pytest.approx([1.0, 0.5, 0.5, np.nan], nan_ok=True)


def test_days_without_any_page_are_holes():
    frame = coverage([("A", "e1", "s", 0), ("A", "e2", "s", 1), ("A", "e3", "s", 5), ("A", "e9", "s", None),
                      ("B", "e4", "s", 3), ("C", "e4", "s", 3), ("B", "e3", "s", 5), ("C", "e3", "s", 5)])  # fmt: skip
    made = holes(frame, "A")
    assert list(made.columns) == HOLES.names
    assert made[["first", "last", "days", "events"]].values.tolist() == [
        [START + pd.Timedelta(days=2), START + pd.Timedelta(days=4), 3, 1]
    ]
    assert holes(frame, "B")["days"].tolist() == [1]
    assert holes(frame[frame["outlet"] != "B"], "C")["days"].tolist() == [1]


def test_expected_numbers_and_variance_are_those_of_mantel_and_haenszel():
    from statsmodels.stats.contingency_tables import StratifiedTable

    frame = world(np.random.default_rng(1), favour=0.8)
    found = chances(frame, "o0")
    made = selection(found, kinds(frame)).set_index("kind")
    assert list(made.reset_index().columns) == SELECTION.names
    held = found[found["held"]].assign(kind=found["event"].map(kinds(frame)))
    held["stratum"] = held["day"].astype(str) + np.ceil(np.log2(held["others"])).astype(str)
    for kind, row in made.iterrows():
        tables = [
            [[(of & told).sum(), (of & ~told).sum()], [(~of & told).sum(), (~of & ~told).sum()]]
            for _, part in held.groupby("stratum")
            for of, told in [((part["kind"] == kind).to_numpy(), part["told"].to_numpy())]
            if len(part) > 1
        ]
        oracle = StratifiedTable(np.array(tables, dtype=float).transpose(1, 2, 0))
        plain = oracle.test_null_odds(correction=False).pvalue
        assert row["p"] >= plain - 1e-9, "the variance is that of the lot, or higher"
        assert row["told"] == held.loc[held["kind"] == kind, "told"].sum()
        if row["p"] < plain + 1e-9:
            assert row["p"] == pytest.approx(plain)
    by_lot = selection(found.assign(story="one"), kinds(frame)).set_index("kind")
    for kind in ("k0", "k1", "k2"):
        tables = [
            [[(of & told).sum(), (of & ~told).sum()], [(~of & told).sum(), (~of & ~told).sum()]]
            for _, part in held.groupby("stratum")
            for of, told in [((part["kind"] == kind).to_numpy(), part["told"].to_numpy())]
            if len(part) > 1
        ]
        oracle = StratifiedTable(np.array(tables, dtype=float).transpose(1, 2, 0))
        assert by_lot.loc[kind, "p"] == pytest.approx(oracle.test_null_odds(correction=False).pvalue)


def test_no_choice_is_claimed_where_what_is_told_is_drawn_by_lot():
    rng = np.random.default_rng(2)
    claimed = 0
    for number in range(50):
        frame = world(rng, days=40, hole=range(number % 7, 40, 9))
        claimed += selection(chances(frame, "o0"), kinds(frame))["different"].any()
    assert claimed <= 6, "5 % of 50, and what chance adds to that"


def test_a_planted_choice_is_found_with_its_direction_and_holes_are_none():
    rng = np.random.default_rng(3)
    found = 0
    for _ in range(10):
        frame = world(rng, days=90, favour=2.0, hole=range(20, 40))
        first = selection(chances(frame, "o0"), kinds(frame)).iloc[0]
        found += first["different"] and first["kind"] == "k0" and first["told"] > first["high"]
    assert found >= 8
    hole = chances(frame, "o0")
    gone = hole[(hole["day"] >= START + pd.Timedelta(days=20)) & (hole["day"] < START + pd.Timedelta(days=39))]
    assert len(gone) > 50
    assert not gone["held"].any()


def test_what_is_missing_is_said():
    rows = [(name, f"e{n}", f"s{n % 2}", n) for n in range(6) for name in ("B", "C")]
    rows += [("A", f"e{n}", f"s{n % 2}", n) for n in range(6)]
    found = chances(coverage(rows), "A")
    made = selection(found, pd.Series(found["story"].to_numpy(), index=found["event"].to_numpy()))
    assert not made["enough"].any()
    assert made["reason"].str.endswith("nothing was chosen").all()
    more = [(name, f"x{n}", f"s{n % 2}", n) for n in range(6) for name in ("B", "C")]
    found = chances(coverage(rows + more), "A")
    made = selection(found, pd.Series(found["story"].to_numpy(), index=found["event"].to_numpy()))
    assert not made["enough"].any()
    assert selection(found, pd.Series(dtype="str")).empty
    with pytest.raises(UnknownName, match="no page of an outlet 'D' is held; there are A, B, C"):
        chances(coverage(rows), "D")
    assert LEAST_ROOM == 5
