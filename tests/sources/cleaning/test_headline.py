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


def test_a_standfirst_that_says_more_of_the_body_is_not_the_headline() -> None:
    standfirst = "Harbour board of Port Ansel ends service that carried fishermen and schoolchildren across the sound"
    article = read(*MENU, "An end to the oldest ferry line", standfirst, "12 March 2025", "", *BODY)
    assert article.title == "An end to the oldest ferry line"


def test_a_kicker_in_capitals_is_not_the_headline() -> None:
    assert read(*MENU, "OLDEST FERRY LINE", HEADLINE, "By Ann Lee", "", *BODY).title == HEADLINE


def test_a_caption_below_the_byline_is_not_the_headline() -> None:
    caption = "The oldest ferry line of Port Ansel with fishermen and schoolchildren"
    assert read(*MENU, HEADLINE, "By Ann Lee", "12 March 2025", caption, "", *BODY).title == HEADLINE


def test_a_headline_that_ends_in_a_full_stop() -> None:
    headline = "The board closed the oldest ferry line. Now the islands want it back."
    assert read(*MENU, headline, "By Ann Lee", "", *BODY).title == headline
    assert read("Sections", "Weather", LEAD, "", SECOND, "", THIRD).title is None


def test_a_path_that_ends_in_the_headline_and_a_short_form_of_it_are_not_taken_for_it() -> None:
    assert read(*MENU, f"Home Islands {HEADLINE}", HEADLINE, "By Ann Lee", "", *BODY).title == HEADLINE
    assert read(*MENU, "Port Ansel closes", HEADLINE, "By Ann Lee", "", *BODY).title == HEADLINE


def test_a_name_that_the_body_uses_is_no_headline() -> None:
    assert (
        read(*MENU, "The Port Ansel", "12 March 2025", "", *(line.replace("Port", "the Port") for line in BODY)).title
        is None
    )


def test_a_heading_below_the_date_is_a_section_and_not_the_headline() -> None:
    article = read(HEADLINE, "", "12 March 2025", "", "[The oldest ferry line]", *BODY)
    assert article.title == HEADLINE
    assert [article.text[start:end] for start, end in article.headings] == ["The oldest ferry line"]


def test_a_quoted_headline_stands_over_its_standfirst() -> None:
    title = "‘It was in my shed!’ Port Ansel keeper finds the oldest ferry bell"
    deck = "The harbour board of Port Ansel had thought its oldest ferry lost the bell before 1911"
    article = read("Menu", "News", title, deck, "By Tomas Wren", "12 March 2025", "", *BODY)
    assert article.title == title


def test_how_long_ago_is_a_date_below_a_headline_that_stands_alone() -> None:
    article = read("Menu", "Islands", HEADLINE, "6 hours ago", "Share", "Save", "Ferry boats at the quay", "", *BODY)
    assert article.title == HEADLINE
