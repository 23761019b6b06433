from dataclasses import replace

import pytest

from dashboard.story_pages import MOST_BESIDE, chosen, letter, story_pages
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade


def test_pages_are_lettered_oldest_first_and_undated_last(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    assert [(page.letter, page.id) for page in pages] == [("A", WIRE.id), ("B", COPY.id), ("C", OTHER.id)]
    assert pages[2].outlet is None
    assert pages[2].outlet_shown == "outlet not named on the page"
    assert pages[2].title_shown == "no headline on the page"
    assert pages[2].published is None


def test_a_copy_knows_whose_text_it_prints(results: HandMade) -> None:
    copied = story_pages(results, "s-fire")[1].copied
    assert copied is not None
    assert (copied.original, copied.share, copied.headline_changed) == (WIRE.id, 0.925, True)


def test_a_page_knows_its_report_and_credits(results: HandMade) -> None:
    wire, copy, other = story_pages(results, "s-fire")
    assert [page.report for page in (wire, copy, other)] == [WIRE.id, WIRE.id, OTHER.id]
    assert [page.repeats for page in (wire, copy, other)] == [False, True, False]
    assert [[credit.where for credit in page.credits] for page in (wire, copy, other)] == [["outlet"], ["dateline"], []]


def test_without_a_choice_reports_come_before_copies(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    assert [page.letter for page in chosen(pages, [])] == ["A", "C"]
    elsewhere = [replace(page, report="z") for page in pages]
    assert [page.letter for page in chosen(elsewhere, [])] == ["A"], (
        "the first of a report that another page stands for"
    )
    many = [replace(pages[0], id=str(number), report=str(number)) for number in range(MOST_BESIDE + 3)]
    assert [page.id for page in chosen(many, [])] == [str(number) for number in range(MOST_BESIDE)]


def test_the_address_chooses_and_unknown_ids_are_left_out(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    assert [page.id for page in chosen(pages, [COPY.id, "nobody"])] == [COPY.id]
    assert [page.letter for page in chosen(pages, ["nobody"])] == ["A", "C"]


@pytest.mark.parametrize(("number", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_letters(number: int, said: str) -> None:
    assert letter(number) == said
