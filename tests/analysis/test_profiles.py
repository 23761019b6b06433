import numpy as np
import pandas as pd
import pytest

from analysis.profiles import profiles
from analysis.tables import ARTICLES, CREDITS, MEMBERS, PROFILES, SCORES


def _articles(rows):
    """(id, outlet, event, value) -> the four frames that profiles reads."""
    scores = SCORES.frame((i, "sentiment", "narration", value, int(value == value)) for i, _, _, value in rows)
    members = MEMBERS.frame((i, event, "story", 0.5, "", i) for i, _, event, _ in rows)
    articles = ARTICLES.frame(
        (i, outlet, None, "text", None, None, None, None, "en", "", [], [], [], []) for i, outlet, _, _ in rows
    )
    return scores, members, articles, CREDITS.empty()


def _of(frame, outlet):
    rows = frame[frame["outlet"] == outlet]
    assert len(rows) == 1
    return rows.iloc[0]


def test_the_difference_is_that_from_the_mean_of_the_other_outlets_on_the_same_event():
    made = profiles(
        *_articles(
            [
                ("a1", "Amber", "e1", 0.5),
                ("a2", "Amber", "e1", 0.7),  # two reports of one outlet count as their mean, 0.6
                ("b1", "Birch", "e1", 0.2),
                ("c1", "Cedar", "e1", 0.0),
                ("a3", "Amber", "e2", -0.4),
                ("b2", "Birch", "e2", 0.0),
            ]
        )
    )
    # Amber: 0.6 - (0.2 + 0.0) / 2 = 0.5 and -0.4 - 0.0 = -0.4; Birch: 0.2 - 0.3 = -0.1 and 0.4; Cedar: 0.0 - 0.4
    assert _of(made, "Amber")["difference"] == pytest.approx(0.05)
    assert _of(made, "Birch")["difference"] == pytest.approx(0.15)
    assert _of(made, "Cedar")["difference"] == pytest.approx(-0.4)
    assert made["events"].tolist() == [2, 2, 1]
    assert made["outlet"].tolist() == ["Amber", "Birch", "Cedar"]
    assert list(made.columns) == PROFILES.names


def test_two_events_give_an_interval_of_their_differences_and_one_event_gives_none():
    made = profiles(
        *_articles(
            [
                ("a1", "Amber", "e1", 0.6),
                ("b1", "Birch", "e1", 0.1),
                ("c1", "Cedar", "e1", 0.1),
                ("a2", "Amber", "e2", -0.4),
                ("b2", "Birch", "e2", 0.0),
            ]
        )
    )
    amber = _of(made, "Amber")  # drawing two of {0.5, -0.4} gives one of the two alone in a quarter of the draws each
    assert (amber["low"], amber["high"]) == pytest.approx((-0.4, 0.5))
    assert _of(made, "Cedar")[["low", "high"]].isna().all()


def test_the_interval_is_that_of_a_plain_bootstrap():
    rng = np.random.default_rng(5)
    differences = rng.normal(0.1, 0.2, size=40)
    rows = [(f"a{i}", "Amber", f"e{i:02}", value) for i, value in enumerate(differences)]
    rows += [(f"b{i}", "Birch", f"e{i:02}", 0.0) for i in range(40)]
    amber = _of(profiles(*_articles(rows)), "Amber")
    draws = [rng.choice(differences, 40).mean() for _ in range(4000)]
    assert amber["difference"] == pytest.approx(differences.mean())
    assert (amber["low"], amber["high"]) == pytest.approx(tuple(np.percentile(draws, [2.5, 97.5])), abs=0.008)


def test_the_seed_alone_decides_the_draws():
    rng = np.random.default_rng(1)
    rows = [(f"{o}{e}", o, f"e{e}", rng.normal()) for o in ("Amber", "Birch", "Cedar") for e in range(9)]
    frames = _articles(rows)
    assert profiles(*frames).equals(profiles(*frames))
    assert not profiles(*frames)["low"].equals(profiles(*frames, seed=1)["low"])


def test_an_outlet_that_never_meets_another_has_no_difference():
    frames = _articles([("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e2", 0.1), ("b2", "Birch", "e3", 0.1)])
    made = profiles(*frames)
    assert made["events"].tolist() == [0, 0]
    assert made[["difference", "low", "high"]].isna().all(axis=None)
    assert not made["enough"].any()


@pytest.mark.parametrize(("events", "enough"), [(4, False), (5, True)])
def test_five_events_are_enough_to_speak_of_a_difference(events, enough):
    rows = [(f"{o}{e}", o, f"e{e}", 0.1) for o in ("Amber", "Birch") for e in range(events)]
    assert profiles(*_articles(rows))["enough"].tolist() == [enough, enough]
    assert profiles(*_articles(rows), fewest=4)["enough"].all()


def test_a_copy_is_no_report_of_the_outlet_that_printed_it():
    scores, members, articles, credits = _articles(
        [
            ("a1", "Amber", "e1", 0.5),
            ("b1", "Birch", "e1", 0.1),
            ("c1", "Cedar", "e1", 0.5),
            ("d1", "Dogwood", "e1", 0.3),
        ]
    )
    members.loc[members["article"] == "c1", "report"] = "a1"
    made = profiles(scores, members, articles, credits)
    assert made["outlet"].tolist() == ["Amber", "Birch", "Dogwood"]
    assert _of(made, "Birch")["difference"] == pytest.approx(0.1 - 0.4)


def test_an_agencys_text_counts_on_its_own_page_alone():
    scores, members, articles, _ = _articles(
        [("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e1", 0.1), ("c1", "Cedar", "e1", 0.7), ("w1", "Wire", "e1", 0.3)]
    )
    credits = CREDITS.frame(
        [
            ("c1", "Some Agency", True, "byline", "AP"),
            ("b1", "Wire", False, "credit line", "with Wire"),
            ("w1", "Wire", True, "outlet", None),
        ]
    )
    assert profiles(scores, members, articles, credits)["outlet"].tolist() == ["Amber", "Birch", "Wire"]


def test_values_that_cannot_be_said_and_unknown_outlets_are_left_out():
    made = profiles(
        *_articles(
            [
                ("a1", "Amber", "e1", 0.5),
                ("b1", "Birch", "e1", np.nan),
                ("c1", "Cedar", "e1", 0.1),
                ("x1", None, "e1", 9.0),
            ]
        )
    )
    assert _of(made, "Amber")["difference"] == pytest.approx(0.4)
    birch = _of(made, "Birch")
    assert birch["events"] == 0
    assert np.isnan(birch["difference"])
    assert made["outlet"].tolist() == ["Amber", "Birch", "Cedar"]


def test_measures_and_voices_are_kept_apart_and_in_order():
    scores, members, articles, credits = _articles([("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e1", 0.1)])
    more = scores.assign(measure="loaded", value=[3.0, 1.0])
    quoted = scores.assign(voice="quotation", value=[0.0, 0.2])
    made = profiles(pd.concat([scores, quoted, more]), members, articles, credits)
    amber = made[made["outlet"] == "Amber"]
    assert list(zip(amber["measure"], amber["voice"], amber["difference"].round(9), strict=True)) == [
        ("sentiment", "narration", 0.4),
        ("sentiment", "quotation", -0.2),
        ("loaded", "narration", 2.0),
    ]


def test_no_articles_give_no_rows_of_the_right_shape():
    made = profiles(SCORES.empty(), MEMBERS.empty(), ARTICLES.empty(), CREDITS.empty())
    assert made.empty
    assert list(made.columns) == PROFILES.names
    assert (made.dtypes == PROFILES.empty().dtypes).all()


def test_the_frames_handed_in_are_left_alone():
    frames = _articles([("a1", "Amber", "e1", 0.5), ("b1", "Birch", "e1", 0.1)])
    before = [frame.copy(deep=True) for frame in frames]
    profiles(*frames)
    for frame, kept in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, kept)
