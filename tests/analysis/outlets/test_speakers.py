import numpy as np
import pytest
from scipy import stats

from analysis.outlets.pair_tables import SPEAKERS
from analysis.outlets.speakers import NAMINGS, speakers
from analysis.tables import QUOTED


def quoted(rows):
    """(event, outlet, speaker, naming, words) -> QUOTED."""
    return QUOTED.frame(
        (event, "s", outlet, speaker, naming, None, 1, words, 0.0, 1, 0, None, None, "a", 0)
        for event, outlet, speaker, naming, words in rows
    )


def world(rng, *, events=20, favour=0.0):
    """QUOTED in which each outlet gives Ann Lee and others random room, and Amber gives her more."""
    rows = []
    for event in range(events):
        for outlet in ("Amber", "Birch", "Cedar"):
            parts = rng.gamma(1.0, 20.0, 3) + 1
            parts[0] += 60 * favour * (outlet == "Amber")
            rows += [(f"e{event}", outlet, "Ann Lee", "named", int(parts[0]) + 1),
                     (f"e{event}", outlet, "officials", "anonymous", int(parts[1]) + 1),
                     (f"e{event}", outlet, None, None, int(parts[2]) + 1)]  # fmt: skip
    return quoted(rows)


def test_room_is_compared_with_the_mean_of_the_others_event_by_event():
    frame = world(np.random.default_rng(1), favour=0.5)
    made = speakers(frame, "Amber")
    assert list(made.columns) == SPEAKERS.names
    assert made[["kind", "name"]].values.tolist() == [
        ["naming", "named"],
        ["naming", "anonymous"],
        ["naming", "nobody said"],
        ["speaker", "Ann Lee"],
    ]
    share = frame.assign(share=frame["words"] / frame.groupby(["event", "outlet"])["words"].transform("sum"))
    table = share[share["speaker"] == "Ann Lee"].pivot(index="event", columns="outlet", values="share")
    difference = table["Amber"] - table[["Birch", "Cedar"]].mean(axis=1)
    row = made.iloc[3]
    test = stats.ttest_1samp(difference, 0)
    assert row["difference"] == pytest.approx(difference.mean())
    assert test.pvalue <= row["p"] <= 0.05
    assert (row["here"], row["others"]) == pytest.approx(
        (table["Amber"].mean(), table[["Birch", "Cedar"]].values.mean())
    )
    assert row["words"] == frame.loc[(frame["outlet"] == "Amber") & (frame["speaker"] == "Ann Lee"), "words"].sum()
    assert made["difference"].iloc[:3].sum() == pytest.approx(0.0), "shares of one whole"
    assert made["q"].to_numpy() == pytest.approx(stats.false_discovery_control(made["p"].to_numpy()))


def test_a_favoured_speaker_is_found_and_without_favour_hardly_anybody_is():
    rng = np.random.default_rng(2)
    found = [speakers(world(rng, favour=1.0), "Amber").set_index("name").loc["Ann Lee", "different"] for _ in range(10)]
    assert np.mean(found) > 0.9
    called = sum(speakers(world(rng, events=40), "Amber")["different"].any() for _ in range(40))
    assert called <= 6, "about 6 % where shares are as skewed as here, and what chance adds to that"


def test_only_events_on_which_another_quotes_somebody_count():
    rows = [(f"e{n}", "Amber", "Ann Lee", "named", 10) for n in range(9)]
    rows += [(f"e{n}", "Birch", None, None, 5 + n) for n in range(3)]
    rows += [("e8", "unknown outlet (0a1b2c)", "Ann Lee", "named", 10), ("e7", "Birch", "Bo Ek", "named", 0)]
    made = speakers(quoted(rows), "Amber")
    assert made["events"].tolist() == [3, 3]
    assert made["reason"].tolist() == ["quoted words of this and of another outlet on 3 events only; it takes 5"] * 2
    assert not made["enough"].any()


def test_a_speaker_quoted_by_the_others_alone_is_listed_with_no_room_here():
    rng = np.random.default_rng(3)
    rows = []
    for n in range(8):
        rows += [(f"e{n}", "Amber", "Ann Lee", "named", 10), (f"e{n}", "Birch", "Ann Lee", "named", 10),
                 (f"e{n}", "Birch", "Bo Ek", "named", int(rng.integers(5, 30)))]  # fmt: skip
    row = speakers(quoted(rows), "Amber").set_index("name").loc["Bo Ek"]
    assert (row["here"], row["words"], row["lower"]) == (0.0, 0, 8)
    assert row["different"]


def test_what_says_nothing_is_said():
    rows = [(f"e{n}", outlet, "Ann Lee", "named", 10) for n in range(8) for outlet in ("Amber", "Birch")]
    made = speakers(quoted(rows), "Amber")
    assert made["reason"].tolist() == ["more or less room here on 0 of 8 events only; it takes 5"] * 2
    assert speakers(quoted(rows), "Cedar").empty
    assert speakers(QUOTED.empty(), "Amber").empty
    assert set(made["name"]) <= {*NAMINGS, "Ann Lee"}
