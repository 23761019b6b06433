from datetime import UTC, datetime

from tests.sources.cleaning.pages import BODY, HEADLINE, assert_body, read


def test_byline_date_and_source_are_read_and_cut() -> None:
    article = read(
        HEADLINE,
        "By Tomas Wren and Ida Bell, Staff Reporters",
        "Published 12 March 2025, 14:05 GMT",
        "Source: Reuters",
        "",
        *BODY,
    )
    assert_body(article)
    assert article.byline == "Tomas Wren, Ida Bell"
    assert article.published == datetime(2025, 3, 12, 14, 5, tzinfo=UTC)
    assert article.outlet == "Reuters"
    assert dict(article.found)["published"] == "line 'Published 12 March 2025, 14:05 GMT'"


def test_date_without_zone_is_the_day_and_says_so() -> None:
    article = read(HEADLINE, "Updated 9 June 2025", "", *BODY)
    assert article.published == datetime(2025, 6, 9, tzinfo=UTC)
    assert "the day only" in dict(article.found)["published"]


def test_publication_comes_before_update() -> None:
    article = read(HEADLINE, "Updated June 10, 2025", "Published June 9, 2025", "", *BODY)
    assert article.published == datetime(2025, 6, 9, tzinfo=UTC)


def test_relative_and_ambiguous_dates_are_unknown() -> None:
    assert read(HEADLINE, "5 hours ago", "", *BODY).published is None
    assert read(HEADLINE, "03/04/2025", "", *BODY).published is None


def test_an_outlet_and_a_date_with_a_bar_between_are_a_date_line() -> None:
    article = read(HEADLINE, "INQUIRER.net / 05:31 PM March 18, 2025", "", *BODY)
    assert_body(article)
    assert article.published == datetime(2025, 3, 18, tzinfo=UTC)


def test_the_outlets_country_tells_which_zone_a_shared_name_is() -> None:
    article = read(
        HEADLINE, "Published on: Mar 12, 2025 08:45 PM IST", "", *BODY, "", "About us", "© 2025 HindustanTimes"
    )
    assert article.published == datetime(2025, 3, 12, 15, 15, tzinfo=UTC)


def test_by_alone_is_found_above_a_list_of_contents() -> None:
    rows = tuple(f"{number}. Island number {number}" for number in range(1, 14))
    article = read(HEADLINE, "By", "Tomas Wren", "Published on January 14, 2025", "In This Article", *rows, "", *BODY)
    assert article.byline == "Tomas Wren"


def test_two_known_names_at_the_top_tell_no_outlet() -> None:
    assert read("The Japan Times", "Sky News", "Menu", HEADLINE, "12 March 2025", "", *BODY).outlet is None
    assert read("Sky News", "Menu", HEADLINE, "12 March 2025", "", *BODY).outlet == "Sky News"
