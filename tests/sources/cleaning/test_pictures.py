"""Captions that carry their credit in a form of their own."""

import pytest

from sources.cleaning.pictures import glued_credit
from tests.sources.cleaning.pages import HEADLINE, LAST, LEAD, SECOND, THIRD, read, rules_of


@pytest.mark.parametrize(
    "caption",
    [
        "NOA A grey ferry beside a stone pier on a calm morningNOA",
        "Bo Ek/NOA Two dogs on the deck of a lifeboat at seaBo Ek/NOA",
        "The pier at Skarra, where the ferry ran aground [File: Bo Ek/Ansel Courier]",
        "Islanders wait for news of the ferry on the quay [Ann Lee/Ansel Courier]",
        "Fitters test the new winch of the lifeboat on Monday. (AC PHOTO)",
        "Screenshot of the map that was shared, taken on March 3, 2025",
        "Illustration of a ferry with a clock for a funnel.",
    ],
)
def test_captions_with_a_credit_are_cut(caption: str) -> None:
    article = read(HEADLINE, LEAD, SECOND, caption, THIRD, LAST)
    assert rules_of(article)[caption] == "photo credit"


@pytest.mark.parametrize(
    "line",
    [
        "Screenshots of the map were shared two thousand times before the coastguard put it right.",
        "Illustration of the point came on Friday, when the ferry sailed an hour late again.",
        "The board (which met on Monday) heard that the ferry had sailed without its mate.",
        "Ann had asked for it in writing, and the mate had asked Ann.",
    ],
)
def test_sentences_that_look_like_them_stay(line: str) -> None:
    assert line in read(HEADLINE, LEAD, SECOND, line, THIRD, LAST).text


def test_the_line_below_a_glued_credit_is_its_caption() -> None:
    glued, caption = "NOA A man with an oily chain in his handsNOA", "Olaf Rand greased the winch himself"
    article = read(HEADLINE, LEAD, SECOND, glued, caption, THIRD, LAST)
    assert rules_of(article)[caption] == "caption"


def test_a_caption_that_ends_in_the_authors_name() -> None:
    caption = "The market hall before the gates open. Ann Lee"
    article = read(HEADLINE, "By Ann Lee", LEAD, SECOND, caption, THIRD, LAST)
    assert rules_of(article)[caption] == "photo credit"
    assert caption in read(HEADLINE, "By Bo Ek", LEAD, SECOND, caption, THIRD, LAST).text


def test_a_credit_is_glued_only_where_it_runs_into_the_last_word() -> None:
    assert glued_credit("NOA A grey ferry beside a pierNOA")
    assert not glued_credit("NOA says that its grey ferry was built for NOA")
    assert not glued_credit("A")
    assert not glued_credit("")
