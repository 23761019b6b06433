import json

import pytest

from sources.page import Page
from sources.readers.markup.blocks import parse
from sources.readers.markup.head import Head, head_of
from tests.sources.readers.test_html import BODY, read

HEADLINE = "<h1>Port Ansel closes a ferry line</h1>"


def head(markup: str) -> Head:
    tree = parse(f"<html><body>{markup}</body></html>")
    assert tree is not None
    return head_of(tree)


def page_of(above: str, *, title: str = "", address: str = "", below: str = "") -> Page:
    link = f"<link rel='canonical' href='{address}'>" if address else ""
    text = "".join(f"<p>{line}</p>" for line in BODY)
    return read(f"<html><head><title>{title}</title>{link}</head><body>{above}{text}{below}</body></html>")


@pytest.mark.parametrize(
    ("lines", "stamp"),
    [
        ("<div><span>By Ann Lee</span><span>Mar. 12, 2025</span></div>", "Mar. 12, 2025"),
        ("<p>Published 12 March 2025</p><p>13 March 2025</p>", "Published 12 March 2025"),
        ("<p>Updated: 13 March 2025</p>", None),
        ("<p>On 12 March 2025 the board met.</p>", None),
        (f"<p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p><p>12 March 2025</p>", None),
        ("<script>12 March 2025</script>", None),
    ],
)
def test_a_line_below_the_headline_that_is_a_date(lines: str, stamp: str | None) -> None:
    assert [value for _, value in head(HEADLINE + lines).dates] == ([stamp] if stamp else [])


def test_no_line_is_the_date_of_one_of_several_headlines() -> None:
    assert head(f"{HEADLINE}<p>12 March 2025</p>{HEADLINE}").dates == ()


def test_the_date_is_that_day() -> None:
    page = page_of(f"<span>Monday, April 7, 2025</span>{HEADLINE}<span class='date'>March 12, 2025</span>")
    assert page.published is not None
    assert page.published.isoformat() == "2025-03-12T00:00:00+00:00"
    assert dict(page.found)["published"].startswith("line below the headline (the day only")


def test_a_breadcrumb_names_the_section() -> None:
    trail = f"<div class='breadcrumb'><a>Home</a> <a>Islands</a></div>{HEADLINE}"
    assert page_of(trail).section == "Islands"
    named = "<div class='breadcrumb'><a>Home</a> <a>Islands</a> <a>Port Ansel closes a ferry line</a></div>"
    assert page_of(named + HEADLINE).section == "Islands"
    assert page_of(f"<div class='breadcrumb'><a>Home</a></div>{HEADLINE}").section is None


def test_a_breadcrumb_in_json_ld() -> None:
    parts = [{"@type": "ListItem", "name": "Home"}, {"@type": "ListItem", "item": {"name": "Sea"}}]
    script = json.dumps({"@type": "BreadcrumbList", "itemListElement": parts})
    assert head(f'<script type="application/ld+json">{script}</script>').crumbs == ("Home", "Sea")
    broken = json.dumps({"@type": "BreadcrumbList", "itemListElement": [1, None, {"item": 2}, {"name": []}]})
    assert head(f'<script type="application/ld+json">{broken}</script>').crumbs == ()


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("https://a.example/obituaries/2025/03/12/marta-quill/", "Obituaries"),
        ("https://a.example/2025/03/12/sport/", None),
        ("https://a.example/sport", None),
        ("https://a.example/ferry-line/closes", None),
    ],
)
def test_the_first_part_of_an_address_that_names_a_section(address: str, section: str | None) -> None:
    assert page_of(HEADLINE, address=address).section == section


def test_the_outlet_that_title_and_copyright_line_name() -> None:
    owner = "<p>© 2025 The Ansel Ledger. All rights reserved.</p>"
    title = "Port Ansel closes a ferry line – The Ansel Ledger"
    assert page_of(HEADLINE, title=title, below=owner).outlet == "The Ansel Ledger"
    assert page_of(HEADLINE, title=title).outlet is None
    assert page_of(HEADLINE, title="Port Ansel closes a ferry line – Islands", below=owner).outlet is None
