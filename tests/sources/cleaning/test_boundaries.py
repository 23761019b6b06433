"""Labels of links within a body, against those below it."""

from sources.clean import before_body, settle
from sources.cleaning.boundaries import clock_alone, within
from sources.cleaning.draft import Draft
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import blocks_of_text
from tests.sources.cleaning.pages import FOOTER, HEADLINE, LAST, LEAD, SECOND, THIRD


def page_of(*lines: str) -> Page:
    return Page(blocks=blocks_of_text("\n".join(lines)), reader="plain text", origin="test")


def draft_of(*lines: str) -> Draft:
    return before_body(page_of(*lines), outlets=load_outlets())


def found(*lines: str) -> list[str]:
    draft = draft_of(*lines)
    return [draft.text(number) for number in sorted(within(draft))]


def test_a_label_and_its_link_in_one_line_open_nothing_where_prose_goes_on() -> None:
    link = "Related: The bridge that was never finished"
    assert found(HEADLINE, LEAD, link, SECOND, LAST) == [link]
    assert found(HEADLINE, LEAD, SECOND, link, *FOOTER) == []


def test_a_list_at_the_end_stays_after_a_link_in_the_body() -> None:
    stops = ["- Skarra pier, for the lighthouse walk", "- North Ferry, for a bowl of soup"]
    body = (LEAD, SECOND, "Related: The nine best walks on the island", THIRD, LAST, "And two more", *stops)
    article = settle(page_of(HEADLINE, *body, *FOOTER), outlets=load_outlets())
    assert article.text.endswith("Skarra pier, for the lighthouse walk\n\nNorth Ferry, for a bowl of soup")


def test_labels_between_the_entries_of_a_live_page_open_nothing() -> None:
    label = "In pictures: Fog on the pier"
    assert found(HEADLINE, "16:40", LEAD, "15:10", label, SECOND, "14:05", THIRD, "13:20", LAST) == [label]


def test_times_of_readers_comments_are_no_entries() -> None:
    times = ("2 days ago at 07:52 am", "2 days ago at 07:50 am", "2 days ago at 06:20 am")
    comments = [line for pair in zip(times, (SECOND, THIRD, LAST), strict=True) for line in pair]
    assert found(HEADLINE, LEAD, "Leave a Reply", "Most read", *comments) == []


def test_a_stamp_with_a_day_is_no_clock_alone() -> None:
    assert clock_alone("Posted at 15:42")
    assert not clock_alone("3 March 2025, 15:42")
    assert not clock_alone("3/3 15:42")
