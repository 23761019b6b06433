import pytest

from dashboard.pages.story import PAGE
from sources.errors import UnknownName
from tests.dashboard.hand_made import COPY, OTHER, HandMade, links, of_class, view, words


def test_a_story_shows_differences_copies_and_unknown_outlets(results: HandMade) -> None:
    said = words(view(PAGE, results).body)
    for part in (
        "People: Ten or Twelve?",
        "Copied from page A (Reuters): 92 % of its words, under a changed headline",
        "outlet not named on the page",
        "no headline on the page",
        "undated",
        "not found in the text we hold",
        "not enough evidence",
    ):
        assert part in said, part


def test_a_story_shows_the_pages_that_the_address_chooses(results: HandMade) -> None:
    body = view(PAGE, results, f"?show={COPY.id}").body
    assert len(of_class(of_class(body, "columns"), "column")) == 2  # once beside each other, once as marked text
    assert f"/article/{COPY.id}" in links(of_class(body, "columns"))
    assert f"/article/{OTHER.id}" not in links(of_class(body, "columns"))


def test_pages_of_another_pages_report_say_so_where_pages_are_chosen(results: HandMade) -> None:
    members = results.frames["members"]
    assert "BBC (copy)" in words(of_class(view(PAGE, results).body, "choice"))
    results.frames["copies"] = results.frames["copies"].iloc[:0]
    choices = words(of_class(view(PAGE, results).body, "choice"))
    assert "BBC (agency text)" in choices
    assert members["report"].tolist().count(COPY.id) == 0


def test_what_is_not_there_is_refused(results: HandMade) -> None:
    with pytest.raises(UnknownName):
        view(PAGE, results, story="<b>")


def test_why_pages_stand_together_is_said_and_what_is_uncertain(results: HandMade) -> None:
    members = results.frames["members"]
    mine = members["article"] == COPY.id
    results.frames["members"] = members.assign(
        event_similarity=members["similarity"],
        event_reason=members["reason"].map("words {}".format),
        borderline=mine,
        note=mine.map({True: "nearly as like event-dd (mean similarity 0.50; its own: 0.60)", False: None}),
    )
    events = results.frames["events"]
    results.frames["events"] = events.assign(event=events["event"].replace("e-alone", "event-dd"))
    body = view(PAGE, results).body
    said = words(body)
    assert "Uncertain: page B may tell another event (why)." in said
    assert "The pages, and why they stand together" in said
    assert "Nearly as like “Die Mühle”" in said
    assert "/story/s-alone" in links(body)
    assert f"parallax event move {COPY.id[:12]} --to event-dd" in said


def test_a_page_alone_has_no_part_about_its_place(results: HandMade) -> None:
    assert not [part for part in links(view(PAGE, results, story="s-alone").body) if part == "#moments"]
