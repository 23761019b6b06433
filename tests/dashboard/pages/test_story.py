import pandas as pd
import pytest

from dashboard.pages.story import PAGE
from sources.errors import UnknownName
from tests.dashboard.hand_made import COPY, OTHER, HandMade, links, of_class, view, words


def _said(results: HandMade, tab: str) -> str:
    return words(view(PAGE, results, f"?tab={tab}").body)


def test_the_first_view_is_side_by_side_and_the_others_have_addresses(results: HandMade) -> None:
    body = view(PAGE, results).body
    tabs = of_class(body, "tab")
    assert [words(tab) for tab in tabs] == ["Side by side", "Facts", "People", "Words", "Sources", "Copies"]
    assert [words(tab) for tab in tabs if "aria-current" in vars(tab)] == ["Side by side"]
    assert tabs[1].href == "/story/s-fire?tab=facts"
    for part in ("outlet not named on the page", "no headline on the page", "undated", "not enough evidence"):
        assert part in words(body), part
    assert "People: Ten or Twelve?" not in words(body)


def test_each_view_shows_its_own(results: HandMade) -> None:
    assert "People: Ten or Twelve?" in _said(results, "facts")
    assert "Copied from page A (Reuters): 92 % of its words, under a changed headline" in _said(results, "copies")
    assert "heroic nurse" in _said(results, "people")
    assert "officials" in _said(results, "sources")
    assert "Norham" in _said(results, "words")


def test_what_is_worth_opening_stands_at_the_top(results: HandMade) -> None:
    body = view(PAGE, results).body
    line = of_class(body, "facts-line")[0]
    assert "outlets apart: 0.31 (0.12 to 0.50)" in words(line)
    assert "≠ 1 fact told differently" in words(line)
    assert links(line) == ["/story/s-fire?tab=words", "/story/s-fire?tab=facts"]


def test_an_event_is_chosen_by_the_address(results: HandMade) -> None:
    members, events = results.frames["members"], results.frames["events"]
    later = members["article"] == OTHER.id
    results.frames["members"] = members.assign(event=members["event"].where(~later, "e-later"))
    extra = events.iloc[[0]].assign(event="e-later", title="The day after", articles=1, reports=1)
    results.frames["events"] = pd.concat([events, extra], ignore_index=True)
    body = view(PAGE, results).body
    assert "The day after" in words(of_class(body, "timeline"))
    assert "2 pages" in words(of_class(body, "facts-line")[0])
    one = view(PAGE, results, "?event=e-later&tab=copies").body
    assert words(of_class(one, "facts-line")[0]).startswith("1 page")
    assert "/story/s-fire?event=e-fire&tab=copies" in links(of_class(one, "timeline"))
    assert words(of_class(view(PAGE, results, "?event=nothing").body, "facts-line")[0]).startswith("2 pages")


def test_pages_of_another_pages_report_say_so_where_pages_are_chosen(results: HandMade) -> None:
    assert "BBC (copy)" in words(of_class(view(PAGE, results).body, "choice"))
    other = HandMade()
    other.frames["copies"] = other.frames["copies"].iloc[:0]
    assert "BBC (agency text)" in words(of_class(view(PAGE, other).body, "choice"))
    assert other.frames["members"]["report"].tolist().count(COPY.id) == 0


def test_what_is_not_there_is_refused(results: HandMade) -> None:
    with pytest.raises(UnknownName):
        view(PAGE, results, story="<b>")


def test_what_is_uncertain_is_said_at_the_top(results: HandMade) -> None:
    members = results.frames["members"]
    results.frames["members"] = members.assign(borderline=members["article"] == COPY.id)
    body = view(PAGE, results).body
    assert "Uncertain: page B may tell another event (why)." in words(body)
    assert "/story/s-fire?tab=copies#moments" in links(body)


def test_a_page_alone_has_no_part_about_its_place(results: HandMade) -> None:
    assert not [part for part in links(view(PAGE, results, story="s-alone").body) if part == "#moments"]
