"""Input that is no tidy news of the day: each gives a sensible result, and says why."""

from itertools import combinations

import pandas as pd
import pytest

from analysis.run import articles_frame
from analysis.stories.copies import find_copies
from analysis.stories.grouping import group
from analysis.tables import COPIES, CREDITS
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE, STRIKE, TOLD, articles
from tests.benchmarks.grouping import planted

NONE = (COPIES.empty(), CREDITS.empty())
TRIO = (BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE)


def sets(members):
    return {frozenset(rows["article"]) for _, rows in members.groupby("event")}


def test_one_article_is_an_event_alone():
    found = group(articles(TOLD[0]), *NONE)
    assert found.events["articles"].tolist() == [1]
    assert found.members["event_similarity"].isna().all()
    assert not found.members["borderline"].any()


def test_one_outlet_is_grouped_as_many_are():
    one = [(row[0], "Kell Observer", *row[2:]) for row in TOLD]
    found = group(articles(*one), *NONE)
    assert sets(found.members) == sets(group(articles(*TOLD), *NONE).members)
    assert set(found.stories["outlets"]) == {1}


def test_many_prints_of_one_text_are_one_event_with_one_report():
    prints = [(f"p{n:03}", f"Outlet {n}", f"Cracks {n}", BRIDGE_AGENCY, "2026-03-02T08:00Z") for n in range(400)]
    frame = articles(*prints, TOLD[1], TOLD[3])
    found = group(frame, find_copies(frame), CREDITS.empty())
    assert sets(found.members) == {frozenset({*(row[0] for row in prints), "b2"}), frozenset({"d4"})}
    assert found.events["reports"].tolist() == [2, 1]
    assert found.members["note"].str.startswith("prints the text of ").sum() == 399


def test_two_languages_stay_two_and_share_no_reasons_but_names():
    german = "Die Tarrow-Brücke bleibt für Lastwagen gesperrt, weil an zwei Hängern Risse gefunden wurden."
    again = "Risse an zwei Hängern: Lastwagen dürfen nicht über die Tarrow-Brücke. Gesperrt ist sie seit Montag."
    frame = articles(*TOLD[:2], ("g1", None, None, german, None), ("g2", None, None, again, None))
    frame["language"] = ["en", "en", "de", "de"]
    members = group(frame, *NONE).members
    assert sets(members) == {frozenset({"a1", "b2"}), frozenset({"g1", "g2"})}


@pytest.mark.parametrize("date", ["2026-03-02T00:00Z", "1970-01-01T00:00Z", "2100-01-01T00:00Z", "1912-04-15T00:00Z"])
def test_dates_that_are_all_the_same_part_nothing_and_join_nothing(date):
    frame = articles(*((*row[:4], date) for row in TOLD))
    now = pd.Timestamp("2026-06-01T00:00Z").to_pydatetime()
    members = group(frame, *NONE, now=now).members
    assert sets(members) == {frozenset({"a1", "b2", "c3"}), frozenset({"d4", "e5"}), frozenset({"f6"})}
    wrong = date[:4] in {"1970", "2100"}
    assert members["note"].str.startswith("its date cannot be right", na=False).all() == wrong


@pytest.mark.parametrize("title", ["Live updates", "", None], ids=["the same", "empty", "none"])
def test_titles_that_say_nothing_are_passed_over(title):
    frame = articles(*((row[0], row[1], title, row[3], None) for row in TOLD))
    found = group(frame, *NONE)
    assert sets(found.members) == {frozenset({"a1", "b2", "c3"}), frozenset({"d4", "e5"}), frozenset({"f6"})}
    assert found.events["title"].str.len().gt(0).all()


def test_two_live_pages_with_one_title_are_two_events():
    frame = articles(("x", None, "Live updates", BRIDGE_AGENCY, None), ("y", None, "Live updates", STRIKE, None))
    assert len(group(frame, *NONE).events) == 2


def test_two_pages_alone_are_one_story_only_when_they_tell_one(demo_library):
    with Library(demo_library) as library:
        pages = articles_frame(tuple(library.articles()))
    event_of = group(pages, *NONE).members.set_index("article")["event"]
    wrong = [
        (pages["title"][one], pages["title"][other])
        for one, other in combinations(range(len(pages)), 2)
        if event_of[pages["id"][one]] != event_of[pages["id"][other]]
        and len(group(pages.iloc[[one, other]].reset_index(drop=True), *NONE).stories) != 2
    ]
    assert wrong == []


@pytest.mark.parametrize("size", [60, 300])
def test_an_event_that_fills_a_library_is_one(size):
    pages, _ = planted(size, size=size)
    found = group(pages, *NONE)
    assert found.events["articles"].tolist() == [size]


def test_a_large_event_among_others_is_one():
    large, _ = planted(100, size=100)
    others, _ = planted(500, seed=2)
    found = group(pd.concat([large, others], ignore_index=True), *NONE)
    assert found.events["articles"].max() >= 95
    assert found.members.set_index("article").loc[large["id"], "event_reason"].str.len().gt(0).sum() >= 95
