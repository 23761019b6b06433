from datetime import UTC, datetime, timedelta, timezone

import pytest

from sources.page import Page
from tests.sources.readers.test_html import BODY, HEAD, PAGE, read


def with_head(head: str) -> Page:
    return read(PAGE.replace(HEAD, head))


def test_what_the_page_says_of_itself() -> None:
    page = read(PAGE)
    assert page.title == "Port Ansel closes its oldest ferry line"
    assert page.outlet == "Ansel Post"
    assert page.url == "https://anselpost.example/ferry"
    assert page.byline == "Tomas Wren, Ida Bell"
    assert page.section == "Islands"
    assert page.published == datetime(2025, 3, 12, 13, 5, tzinfo=UTC)
    assert page.published.utcoffset() == timedelta(hours=1)
    assert dict(page.found)["published"] == "meta article:published_time"
    assert dict(page.found)["title"] == "h1"


def test_json_ld_wins_over_meta_elements() -> None:
    page = with_head(
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "H",'
        '"datePublished": "2025-03-12T10:00:00Z", "author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}],'
        '"publisher": {"name": "Ansel Gazette"}, "articleSection": ["Sea"]}]}</script>'
        '<meta property="article:published_time" content="2024-01-01T00:00:00Z">'
    )
    assert page.published == datetime(2025, 3, 12, 10, tzinfo=UTC)
    assert (page.byline, page.outlet, page.section) == ("Ann Lee, Bo Ek", "Ansel Gazette", "Sea")


@pytest.mark.parametrize(
    ("stamp", "moment", "day_only"),
    [
        ("2025-03-12", datetime(2025, 3, 12, tzinfo=UTC), True),
        ("2025-03-12T14:05:00", datetime(2025, 3, 12, tzinfo=UTC), True),
        ("2025-03-12T14:05:00-0500", datetime(2025, 3, 12, 14, 5, tzinfo=timezone(timedelta(hours=-5))), False),
        ("12 March 2025", datetime(2025, 3, 12, tzinfo=UTC), True),
    ],
)
def test_dates_without_a_zone_are_days(stamp: str, moment: datetime, day_only: bool) -> None:
    page = with_head(f'<meta property="article:published_time" content="{stamp}">')
    assert page.published == moment
    assert ("the day only" in dict(page.found)["published"]) is day_only


@pytest.mark.parametrize("stamp", ["soon", "03/04/2025", "2025-13-45", ""])
def test_no_date_is_guessed(stamp: str) -> None:
    page = with_head(f'<meta property="article:published_time" content="{stamp}">')
    assert page.published is None
    assert "published" not in dict(page.found)


def test_nothing_said_is_unknown() -> None:
    page = read(f"<html><body><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p></body></html>")
    assert (page.title, page.outlet, page.url, page.published, page.byline, page.section) == (None,) * 6


def test_tags_and_entities_in_a_title_are_text() -> None:
    page = read(
        "<html><head><meta property='og:title' content='&lt;script&gt;alert(1)&lt;/script&gt; Boats &amp;amp; "
        "harbours'>"
        f"</head><body><p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>"
    )
    assert page.title == "alert(1) Boats & harbours"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "ftp://a.example/x", "http://[", "https://"])
def test_only_web_addresses_are_kept(address: str) -> None:
    assert with_head(f'<link rel="canonical" href="{address}">').url is None


def test_a_date_that_is_none_is_noted() -> None:
    page = with_head('<meta property="article:published_time" content="soon">')
    assert page.published is None
    assert page.notes == (
        "meta article:published_time says 'soon', which is not a date that can be read; it is kept without a date",
    )
