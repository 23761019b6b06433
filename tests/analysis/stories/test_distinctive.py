from math import log, sqrt

import numpy as np
import pandas as pd
import pytest

from analysis.reading.tokens import tokenise
from analysis.stories.distinctive import LEAST_COUNT, LEAST_Z, MOST, PRIOR_SHARE, distinctive, log_odds
from analysis.tables import CREDITS, DISTINCTIVE, MEMBERS, TOKENS
from tests.analysis.invented import articles

NO_CREDITS = CREDITS.empty()
PLAIN = "The council voted on the harbour plan after a long debate in the hall. "
ANGRY = "The council rammed the harbour plan through, a shameless betrayal. The betrayal was shameless. "
CALM = "The council approved the harbour plan by nine votes to six, the clerk noted. "


def tokens_of(frame, voices=None):
    rows = []
    for article, text in zip(frame["id"], frame["text"], strict=True):
        for start, end, word in zip(*tokenise(text)[:3], strict=True):
            rows.append((article, 0, start, end, word, (voices or {}).get(article, "narration")))
    return TOKENS.frame(rows)


def members_of(frame, story="story-a", report=None):
    return MEMBERS.frame([(a, "event-a", story, 0.5, "", (report or {}).get(a, a)) for a in frame["id"]])


def told(*rows, credits=NO_CREDITS, report=None, voices=None):
    frame = articles(*((article, outlet, None, text, None) for article, outlet, text in rows))
    found = distinctive(tokens_of(frame, voices), members_of(frame, report=report), frame, credits)
    pd.testing.assert_frame_equal(found, DISTINCTIVE.shaped(found))
    return found


def test_log_odds_by_hand():
    # 10 of 100 words against 5 of 200, the prior 3 of 50, written out as in the paper's equations 16, 20 and 22
    count, others, prior = np.array([10.0, 90.0]), np.array([5.0, 195.0]), np.array([3.0, 47.0])
    one, two = (10 + 3) / (100 + 50 - 10 - 3), (5 + 3) / (200 + 50 - 5 - 3)
    expected = (log(one) - log(two)) / sqrt(1 / (10 + 3) + 1 / (5 + 3))
    assert log_odds(count, others, prior)[0] == pytest.approx(expected)
    assert expected == pytest.approx(2.3466, abs=1e-4)


def test_swapping_the_groups_turns_the_sign():
    rng = np.random.default_rng(0)
    one, two, prior = rng.integers(0, 9, 20) * 1.0, rng.integers(0, 9, 20) * 1.0, rng.random(20) + 0.1
    assert np.allclose(log_odds(one, two, prior), -log_odds(two, one, prior))


def test_the_shipped_z_is_that_formula_with_a_fifth_of_the_story_as_prior():
    found = told(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6)).set_index(["outlet", "word"])
    loud = 6 * len("council rammed harbour plan shameless betrayal betrayal shameless".split())
    calm = 6 * len("council approved harbour plan votes clerk noted".split())
    prior, total = PRIOR_SHARE * 12, PRIOR_SHARE * (loud + calm)
    one = (12 + prior) / (loud + total - 12 - prior)
    two = prior / (calm + total - prior)
    expected = (log(one) - log(two)) / sqrt(1 / (12 + prior) + 1 / prior)
    assert found.loc[("Loud", "betrayal"), "z"] == pytest.approx(expected)


def test_an_outlets_own_words_stand_out_and_shared_ones_do_not():
    found = told(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6), ("c", "Plain", PLAIN * 6))
    words = {outlet: set(rows["word"]) for outlet, rows in found.groupby("outlet")}
    assert {"shameless", "betrayal", "rammed"} <= words["Loud"]
    assert {"approved", "clerk"} <= words["Calm"]
    assert "debate" in words["Plain"]
    assert not {"council", "harbour", "plan", "the"} & set(found["word"])


def test_counts_stand_beside_and_words_are_in_falling_order():
    found = told(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6 + "A betrayal, said one. "))
    loud = found[found["outlet"] == "Loud"].set_index("word")
    assert loud.loc["betrayal", ["count", "others"]].tolist() == [12, 1]
    assert loud["z"].is_monotonic_decreasing
    assert (found["z"] >= LEAST_Z).all()
    assert (found["count"] >= LEAST_COUNT).all()
    assert found.groupby("outlet").size().max() <= MOST


def test_quoted_words_and_headlines_do_not_count():
    found = told(("a", "Loud", ANGRY * 6), ("b", "Calm", CALM * 6), voices={"a": "quotation"})
    assert found.empty, "one outlet is left"


def test_a_reprint_counts_once():
    rows = [("a", "Agency", ANGRY * 6), ("b", "Printer", ANGRY * 6), ("c", "Calm", CALM * 6)]
    assert "shameless" not in set(told(*rows)["word"]), "two of three say it"
    found = told(*rows, report={"b": "a"})
    assert set(found["outlet"]) == {"Agency", "Calm"}
    assert found.query("word == 'shameless'")["others"].item() == 0


def test_an_agencys_text_is_no_outlets_own():
    rows = [("a", "Agency", ANGRY * 6), ("b", "Printer", CALM * 6), ("c", "Calm", CALM * 6)]
    credits = CREDITS.frame([("a", "Agency", True, "outlet", None), ("b", "Agency", True, "byline", "Agency")])
    assert set(told(*rows, credits=credits)["outlet"]) == {"Agency", "Calm"}


def test_pages_of_unknown_outlet_are_sources_of_their_own():
    found = told(("abcdef0123456789", None, ANGRY * 6), ("fedcba9876543210", None, CALM * 6))
    assert set(found["outlet"]) == {"unknown outlet (abcdef)", "unknown outlet (fedcba)"}


def test_two_pages_of_an_outlet_are_one_source():
    found = told(("a", "Loud", ANGRY * 3), ("b", "Loud", ANGRY * 3), ("c", "Calm", CALM * 6))
    assert found.query("word == 'betrayal'")["count"].tolist() == [12]


def test_names_that_all_use_are_left_out():
    loud, calm = "Mayor Zorvik and Zorvik again, says Zorvik. " * 8 + ANGRY * 2, "Zorvik spoke. " + CALM * 6
    assert "zorvik" not in set(told(("a", "Loud", loud), ("b", "Calm", calm))["word"])
    assert "zorvik" in set(told(("a", "Loud", loud), ("b", "Calm", CALM * 6))["word"])


def test_one_source_or_none_has_no_rows():
    assert told(("a", "Loud", ANGRY * 6)).empty
    frame = articles()
    found = distinctive(TOKENS.empty(), MEMBERS.empty(), frame, NO_CREDITS)
    pd.testing.assert_frame_equal(found, DISTINCTIVE.empty())


def test_stories_are_compared_apart():
    frame = articles(("a", "Loud", None, ANGRY * 6, None), ("b", "Calm", None, CALM * 6, None))
    apart = pd.concat([members_of(frame.iloc[:1]), members_of(frame.iloc[1:], "story-b")])
    assert distinctive(tokens_of(frame), apart, frame, NO_CREDITS).empty
