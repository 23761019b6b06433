import pytest

from tests.sources.cleaning.pages import (
    BODY,
    HEADLINE,
    LEAD,
    MENU,
    SECOND,
    THIRD,
    assert_body,
    read,
)


def test_headline_above_the_body() -> None:
    article = read(HEADLINE, "", *BODY)
    assert_body(article)
    assert article.title == HEADLINE
    assert dict(article.found)["title"] == "line above the body"


@pytest.mark.parametrize(
    "headline",
    [
        "Will Port Ansel ever get its ferry back?",
        "'Two wooden boats': how Port Ansel lost its ferry",
        "FERRY AXED AFTER A CENTURY",
        "“We have run out of ways”: Port Ansel’s ferry is no more",
    ],
)
def test_headlines_of_other_forms(headline: str) -> None:
    article = read(headline, *BODY)
    assert_body(article)
    assert article.title == headline


def test_page_that_starts_with_prose_has_no_headline() -> None:
    assert read(LEAD, "", SECOND, "", THIRD).title is None


def test_the_line_below_the_headline_is_not_taken_for_it() -> None:
    article = read(*MENU, HEADLINE, "Islanders say nobody asked them about the boats", "By Ann Lee", "", *BODY)
    assert article.title == HEADLINE
