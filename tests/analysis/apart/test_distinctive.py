from math import log, sqrt

import pytest

from analysis.apart.distinctive import LEAST_COUNT, MOST, PRIOR_EVENT, PRIOR_NEWS, distinctive
from analysis.apart.log_odds import in_news
from analysis.apart.tables import DISTINCTIVE
from tests.analysis.apart.invented import ANGRY, CALM, PLAIN, told_by


def found(*rows):
    return DISTINCTIVE.frame(distinctive(told_by(*rows), event="event-a", story="story-a"))


def test_the_shipped_z_is_that_formula_with_a_prior_of_event_and_news():
    made = found(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6)).set_index(["outlet", "word"])
    loud = "council rammed harbour plan shameless betrayal betrayal shameless".split()
    calm = "council approved harbour plan votes clerk noted".split()
    total = 6 * (len(loud) + len(calm))
    news = {word: in_news(word) for word in {*loud, *calm}}
    prior = PRIOR_EVENT * 12 + PRIOR_NEWS * total * news["betrayal"] / sum(news.values())
    everything = (PRIOR_EVENT + PRIOR_NEWS) * total
    one = (12 + prior) / (6 * len(loud) + everything - 12 - prior)
    two = prior / (6 * len(calm) + everything - prior)
    error = sqrt(1 / (12 + prior) + 1 / prior)
    row = made.loc[("Loud", "betrayal")]
    assert row["difference"] == pytest.approx(log(one) - log(two))
    assert row["z"] == pytest.approx((log(one) - log(two)) / error)
    assert row["high"] - row["low"] == pytest.approx(2 * 1.96 * error, abs=1e-3)


def test_an_outlets_own_words_stand_out_and_shared_ones_do_not():
    made = found(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6), ("c", "Plain", PLAIN * 6))
    more = made[made["z"] > 0]
    words = {outlet: set(rows["word"]) for outlet, rows in more.groupby("outlet")}
    assert {"shameless", "betrayal", "rammed"} <= words["Loud"] | set(" ".join(words["Loud"]).split())
    assert {"approved", "clerk"} <= set(" ".join(words["Calm"]).split())
    assert "debate" in set(" ".join(words["Plain"]).split())
    assert not {"council", "harbour", "plan", "the"} & set(made["word"])


def test_what_stands_beside_a_row():
    made = found(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6 + "A betrayal, said one. "))
    loud = made[made["outlet"] == "Loud"].set_index("word")
    assert loud.loc["betrayal", ["count", "others"]].tolist() == [12, 1]
    more = made[made["z"] > 0]
    assert (more["low"] > 0).all()
    assert (more["count"] >= LEAST_COUNT).all()
    assert all(rows["z"].is_monotonic_decreasing for _, rows in more.groupby("outlet"))
    assert more.groupby("outlet").size().max() <= 4 * MOST


def test_two_words_side_by_side_are_reported_and_their_words_not_again():
    made = found(("a", "Loud", "A brazen power grab followed. " * 8 + PLAIN * 9), ("b", "Calm", CALM * 12))
    loud = made[(made["outlet"] == "Loud") & (made["z"] > 0)]
    assert {"brazen power", "power grab"} <= set(loud["word"])
    assert not {"brazen", "power", "grab"} & set(loud["word"])


def test_words_that_an_outlet_leaves_to_the_others_are_below_zero():
    rows = [(one, one.upper(), (PLAIN + "A shameless betrayal. ") * 6) for one in "abcd"]
    made = found(*rows, ("z", "Quiet", PLAIN * 8))
    quiet = made[made["outlet"] == "Quiet"]
    assert {"betrayal", "shameless"} <= set(" ".join(quiet["word"]).split())
    assert (quiet["z"] < 0).all()
    assert (quiet["high"] < 0).all()
    only_one = found(("a", "A", (PLAIN + "A shameless betrayal. ") * 9), *((o, o, PLAIN * 9) for o in "bcd"))
    assert not ((only_one["z"] < 0) & only_one["word"].str.contains("betrayal")).any(), "it is the word of one outlet"


def test_names_are_marked():
    loud = "The mayor Ada Zorvik left. " * 8 + PLAIN
    made = found(("a", "Loud", loud), ("b", "Calm", CALM * 6))
    assert made.loc[made["word"].str.contains("zorvik"), "name"].all()
    assert not made.loc[made["word"].str.contains("approved"), "name"].any()


def test_two_pages_of_an_outlet_are_one_source():
    made = found(("a", "Loud", ANGRY * 3), ("b", "Loud", ANGRY * 3), ("c", "Calm", CALM * 6))
    assert made.loc[(made["word"] == "betrayal") & (made["outlet"] == "Loud"), "count"].tolist() == [12]


def test_nothing_to_compare_has_no_rows():
    assert found(("a", "Loud", ANGRY * 6)).empty
    assert found(("a", "Loud", "The of and."), ("b", "Calm", "It was.")).empty
    assert found().empty
