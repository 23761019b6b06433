import pandas as pd

from analysis.stories.copies import find_copies
from analysis.stories.credits import agency_pages, find_credits
from analysis.tables import ARTICLES, COPIES, CREDITS
from sources.article import Removed
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE, STRIKE, TOLD, articles


def credited(frame, copies=None):
    found = find_credits(frame, COPIES.empty() if copies is None else copies)
    pd.testing.assert_frame_equal(found, CREDITS.shaped(found))
    return [(row.article, row.agency, row.whole, row.where) for row in found.itertuples()]


def test_the_agencys_own_page_is_its_own_and_asked_nothing_else():
    frame = articles(
        ("a", "Reuters", None, f"KELL (Reuters) - {STRIKE}", None), ("b", "Kell Observer", None, STRIKE, None)
    )
    assert credited(frame) == [("a", "Reuters", True, "outlet")]
    assert agency_pages(frame) == {"a"}


def test_signs_come_from_text_byline_and_what_was_cut():
    frame = articles(*((name, "Kell Observer", None, STRIKE, None) for name in "abc"))
    frame["byline"] = ["Ann Lee, Associated Press", None, None]
    cut = Removed(text="(Reporting by Ann Lee; Editing by Bo Ek)", rule="agency line", at=len(STRIKE))
    frame["removed"] = pd.Series([(), (cut,), ()], dtype="object")
    assert credited(frame) == [("a", "Associated Press", True, "byline"), ("b", "Reuters", True, "cut line")]
    quotes = find_credits(frame, COPIES.empty())["quote"].tolist()
    assert quotes == ["Ann Lee, Associated Press", "(Reporting by Ann Lee; Editing by Bo Ek)"]


def test_text_that_stands_on_the_agencys_page_is_the_agencys():
    half = f"{'. '.join(BRIDGE_AGENCY.split('. ')[:5])}. {BRIDGE_LOCAL[:350]}"
    frame = articles(
        ("a", "Reuters", None, BRIDGE_AGENCY, "2026-03-04T08:00:00+00:00"),
        ("b", "Kell Observer", None, BRIDGE_AGENCY, "2026-03-02T08:00:00+00:00"),
        ("c", "Daily Loud", None, half, "2026-03-02T09:00:00+00:00"),
        ("d", "Fern", None, ORCHID_SCIENCE, None),
    )
    copies = find_copies(frame, agencies=agency_pages(frame))
    assert copies["original"].tolist() == ["a", "a"], "the agency's page, though ours is of a later day"
    assert credited(frame, copies) == [
        ("a", "Reuters", True, "outlet"),
        ("b", "Reuters", True, "body"),
        ("c", "Reuters", False, "body"),
    ]


def test_who_prints_a_page_that_credits_an_agency_prints_the_agency():
    frame = articles(
        ("a", "Kell Observer", None, f"KELL (AP) — {BRIDGE_AGENCY}", "2026-03-02T08:00:00+00:00"),
        ("b", "Daily Loud", None, BRIDGE_AGENCY, "2026-03-03T08:00:00+00:00"),
    )
    expected = [("a", "Associated Press", True, "dateline"), ("b", "Associated Press", True, "body")]
    assert credited(frame, find_copies(frame)) == expected


def test_reports_without_credit_have_no_row():
    assert credited(articles(*TOLD)) == []
    assert credited(ARTICLES.empty()) == []
