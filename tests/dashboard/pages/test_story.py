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
        "not in the text we hold",
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
