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


def test_names_that_stand_in_another_object_of_the_page() -> None:
    page = with_head(
        '<script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "H", "author": {"@id": "#p"},'
        '"publisher": {"@id": "#o"}}, {"@type": "Person", "@id": "#p", "name": "Ann Lee"},'
        '{"@type": "Organization", "@id": "#o", "name": "Ansel Gazette"}]}</script>'
    )
    assert (page.byline, page.outlet) == ("Ann Lee", "Ansel Gazette")


def test_the_front_page_is_no_address_of_an_article() -> None:
    page = with_head(
        '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/ferry">'
    )
    assert page.url == "https://a.example/ferry"
    assert dict(page.found)["url"] == "meta og:url"
    assert with_head('<link rel="canonical" href="https://a.example/">').url == "https://a.example/"


def test_an_address_without_a_scheme() -> None:
    assert with_head('<link rel="canonical" href="//a.example/ferry">').url == "https://a.example/ferry"


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("parsely-author", "byline", "Ann Lee"),
        ("sailthru.author", "byline", "Ann Lee"),
        ("DC.creator", "byline", "Ann Lee"),
        ("parsely-section", "section", "Islands"),
        ("dc.publisher", "outlet", "Ansel Gazette"),
        ("parsely-title", "title", "A ferry closes"),
    ],
)
def test_meta_elements_of_other_makers(name: str, field: str, value: str) -> None:
    page = read(f"<head><meta name='{name}' content='{value}'></head><body><p>{BODY[0]}</p><p>{BODY[1]}</p></body>")
    assert getattr(page, field) == value
    assert dict(page.found)[field] == f"meta {name.lower()}"


@pytest.mark.parametrize("name", ["admin", "Administrator", "https://a.example/ann", "desk@a.example"])
def test_what_names_nobody_is_no_byline(name: str) -> None:
    assert with_head(f'<meta name="author" content="{name}">').byline is None


def test_a_zone_told_by_its_name() -> None:
    page = with_head('<meta name="date" content="March 12, 2025 2:05 pm EDT">')
    assert page.published == datetime(2025, 3, 12, 18, 5, tzinfo=UTC)
    assert "the day only" not in dict(page.found)["published"]


def test_a_title_that_is_a_script_is_text() -> None:
    page = read(f"<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p>")
    assert page.title == "alert(1)"
