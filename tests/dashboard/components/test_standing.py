from dataclasses import replace

import pytest

from dashboard.components.standing import MOST_LISTED, events_named, likeness, standing, uncertain
from dashboard.story_pages import by_id, story_pages
from tests.dashboard.hand_made import HandMade, links, of_class, words


def test_each_page_says_how_alike_it_is_what_it_shares_and_how_to_take_it_out(results: HandMade) -> None:
    pages = [
        replace(page, alike=0.5, shares="names Norham; words mill, fire") for page in story_pages(results, "s-fire")
    ]
    made = standing(pages, by_id(pages), {})
    assert made is not None
    said = [words(item) for item in of_class(made, "standing")[0].children]
    assert "AReuters: very like the other pages (0.50)" in said[0]
    assert "It shares names Norham · words mill, fire." in said[0]
    assert f"parallax event split {pages[0].id[:12]}" in said[0]
    assert f"/correct?article={pages[0].id}" in links(made)
    assert not of_class(made, "badge-uncertain")


def test_an_uncertain_page_is_marked_and_its_note_names_pages_and_events_for_people(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    note = (
        f"it has no date: grouped by its text alone; prints the text of {pages[0].id}, and stands where that stands; "
        "nearly as like event-00ff (mean similarity 0.20; its own: 0.21)"
    )
    doubtful = replace(pages[1], alike=0.21, uncertain=True, note=note)
    shown = [replace(pages[0], alike=0.21), doubtful]
    made = standing(shown, by_id(pages), {"event-00ff": ("Another fire", "s-other")})
    assert made is not None
    first, second = of_class(made, "standing")[0].children  # the uncertain one first
    assert "? uncertain" in words(first)
    assert "a little like the other page (0.21)" in words(second)
    assert "It has no date: grouped by its text alone; prints the text of page A, and" in words(first)
    assert "nearly as like “Another fire” (mean similarity 0.20; its own: 0.21)." in words(first)
    assert links(first) == ["/story/s-other", f"/correct?article={doubtful.id}"]
    assert words(of_class(first, "command")) == f"parallax event move {doubtful.id[:12]} --to event-00ff"
    assert events_named(shown) == ["event-00ff"]


def test_where_nothing_is_known_nothing_is_said(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    assert standing(pages, by_id(pages), {}) is None
    assert uncertain(pages[0]) is None


def test_a_page_alone_has_its_note_and_no_command(results: HandMade) -> None:
    (page,) = story_pages(results, "s-alone")
    made = standing([replace(page, note="its date cannot be right: grouped by its text alone")], {}, {})
    assert made is not None
    assert "the only page of this event Its date cannot be right: grouped by its text alone." in words(made)
    assert not of_class(made, "command")
    assert "parallax event undo" not in words(made)


def test_of_many_pages_the_first_are_listed(results: HandMade) -> None:
    page = replace(story_pages(results, "s-fire")[0], alike=0.3)
    many = [replace(page, id=f"{number:016}", uncertain=number == 24) for number in range(25)]
    made = standing(many, by_id(many), {})
    assert made is not None
    listed = of_class(made, "standing")[0].children
    assert len(listed) == MOST_LISTED
    assert "uncertain" in words(listed[0])
    assert "5 more pages: `parallax event list` lists all" in words(made)


@pytest.mark.parametrize(
    ("alike", "said"),
    [(None, "the only page"), (0.7, "very like"), (0.3, "like the other"), (0.1, "a little like")],
    ids=["alone", "much", "some", "little"],
)
def test_likeness_is_said_in_words(alike: float | None, said: str) -> None:
    assert likeness(alike).startswith(said)
