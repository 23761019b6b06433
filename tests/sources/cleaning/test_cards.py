import pytest

from tests.sources.cleaning.pages import (
    BODY,
    HEADLINE,
    LAST,
    LEAD,
    SECOND,
    THIRD,
    assert_body,
    read,
    rules_of,
)

TEASERS = (
    (
        "Why the price of rope keeps rising",
        "Rope has become dearer for the fourth year in a row, and makers blame the weather.",
    ),
    (
        "Ten walks for a wet afternoon",
        "Our walkers went out in the rain so that you know which paths stay dry and which ones do not.",
    ),
    (
        "A lighthouse for sale, keeper included",
        "The state wants to sell eleven lighthouses, and one of them still has somebody living in it.",
    ),
)


@pytest.mark.parametrize("mark", ["3 hours ago", "Yesterday 10:14", "2 days ago"])
def test_teaser_cards_below_are_cut(mark: str) -> None:
    cards = [
        line for title, text in TEASERS for line in ("placeholder", f"{title}{text}", "Author  Newsroom", mark, text)
    ]
    article = read(HEADLINE, "", *BODY, *cards, "goTop")
    assert_body(article)
    assert article.byline is None


def test_a_block_that_stands_twice_is_kept_once() -> None:
    article = read(HEADLINE, "", *BODY[:3], LEAD, LAST)
    assert_body(article)
    assert rules_of(article) == {LEAD: "repeated block"}


def test_a_pull_quotation_without_a_cards_mark_stays() -> None:
    quotation = "“We have run out of ways to keep two wooden boats afloat,” said Marta Oyelaran"
    assert SECOND in read(HEADLINE, "", LEAD, quotation, SECOND, THIRD, LAST).text
