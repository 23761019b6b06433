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
