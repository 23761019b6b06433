from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.clean import settle
from sources.errors import InputError, NoArticle
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.html import READER

BODY = (
    "The harbour board of Port Ansel voted on Tuesday to close its oldest ferry line, ending a service that has "
    "carried "
    "fishermen and schoolchildren across the sound since 1911.",
    "“We have run out of ways to keep two wooden boats afloat,” said Marta Oyelaran, who chairs the board, "
    "after a meeting "
    "that lasted past midnight. Three members voted against her.",
    "Residents of the outer islands said they had not been asked. A petition against the closure gathered 4,100 "
    "names in a "
    "week, more than twice the number of people who live there.",
)
HEAD = """
<title>Ferry closes | Ansel Post</title>
<meta property="og:site_name" content="Ansel Post">
<meta property="og:title" content="Port Ansel closes its oldest ferry line">
<meta property="article:published_time" content="2025-03-12T14:05:00+01:00">
<meta name="author" content="By Tomas Wren and Ida Bell">
<meta property="article:section" content="Islands">
<link rel="canonical" href="https://anselpost.example/ferry">
"""
PAGE = f"""<!DOCTYPE html><html><head>{HEAD}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Port Ansel closes its oldest ferry line</h1>
<p>{BODY[0]}</p><p>{BODY[1]}</p>
<h2>What happens next</h2><p>{BODY[2]}</p>
<ul><li>The last boat leaves on 30 September, in the evening.</li><li>The board meets the islands in August.</li></ul>
</article>
<aside><h3>Most read</h3><a href="/x">Ten walks for a wet afternoon</a></aside>
<footer>© 2025 Ansel Post</footer><script>var a = "<p>not text</p>";</script></body></html>"""


def read(markup: str) -> Page:
    (page,) = READER.read(markup.encode(), "page.html")
    assert isinstance(page, Page)
    return page


def test_body_in_order_with_headings_and_items() -> None:
    page = read(PAGE)
    kinds = [(block.kind, block.text) for block in page.blocks if block.text != page.title]
    assert kinds == [
        ("paragraph", BODY[0]),
        ("paragraph", BODY[1]),
        ("heading", "What happens next"),
        ("paragraph", BODY[2]),
        ("item", "The last boat leaves on 30 September, in the evening."),
        ("item", "The board meets the islands in August."),
    ]
    assert page.settled


def test_left_over_blocks_are_listed_as_removed() -> None:
    removed = {cut.text: cut.rule for cut in read(PAGE).removed}
    assert {"Home", "World", "Most read", "Ten walks for a wet afternoon", "© 2025 Ansel Post"} <= removed.keys()
    assert set(removed.values()) == {"outside the article (HTML)"}
    assert not any("not text" in text for text in removed)


def test_article_made_of_it() -> None:
    article = settle(read(PAGE), outlets=load_outlets())
    assert article.text.startswith(BODY[0])
    assert article.title == "Port Ansel closes its oldest ferry line"
    assert [article.text[start:end] for start, end in article.headings] == ["What happens next"]
    assert article.source == "HTML: page.html"


def test_page_whose_body_is_not_marked_goes_to_cleaning() -> None:
    page = read("<html><body><div>Menu</div><div>Closed on Sunday.</div></body></html>")
    assert not page.settled
    assert [block.text for block in page.blocks] == ["Menu", "Closed on Sunday."]


def test_deep_nesting_is_read() -> None:
    page = read("<html><body>" + "<div>" * 5000 + BODY[0] + "</div>" * 5000 + f"<p>{BODY[1]}</p></body></html>")
    assert any(BODY[0] in block.text for block in page.blocks) or any(BODY[1] in block.text for block in page.blocks)


def test_declared_encoding_is_used() -> None:
    markup = (
        f'<html><head><meta charset="windows-1252"></head><body><p>Café. {BODY[0]}</p><p>{BODY[2]}</p></body></html>'
    )
    (page,) = READER.read(markup.encode("cp1252"), "x")
    assert isinstance(page, Page)
    assert page.blocks[0].text.startswith("Café.")


def test_detects_markup_not_prose() -> None:
    assert READER.detects(b"<!DOCTYPE html><html>", "x")
    assert READER.detects(b"\n <article><p>Hello</p>", "x")
    assert not READER.detects(b"A line about <b>bold</b> claims", "x.html")
    assert not READER.detects(b'{"html": 1}', "x")


def test_nothing_in_it_is_one_clear_error() -> None:
    with pytest.raises(NoArticle):
        settle(
            read("<html><head><title>T</title></head><body><script>1</script></body></html>"), outlets=load_outlets()
        )


PIECES = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<li>",
        "<h1>",
        "</h2>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<table><tr><td>",
        "&lt;b&gt;",
        "&#0;",
        "&#xD800;",
        "<a href='x'>",
        BODY[0],
        "Home",
        "\x0c",
        "<svg><title>t</title></svg>",
        "<meta charset=utf-7>",
        "]]>",
        "<?php",
        "<br>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[null,1,{"name":[2]}],'
        '"headline":{"a":1}}</script>',
    ],
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_broken_markup_gives_text_or_one_clear_error(pieces: list[str]) -> None:
    with suppress(InputError):
        for page in READER.read(f"<html>{''.join(pieces)}".encode(), "x"):
            assert isinstance(page, Page)
            article = settle(page, outlets=load_outlets())
            assert article.text.strip()


def test_a_page_of_nothing_but_links_is_no_article() -> None:
    links = "".join(f"<li><a href='/{number}'>Boat number {number}</a></li>" for number in range(200))
    with pytest.raises(NoArticle):
        settle(read(f"<html><body><ul>{links}</ul></body></html>"), outlets=load_outlets())


def test_text_that_a_script_would_put_on_the_page() -> None:
    told = "\\n\\n".join(BODY)
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script>'
    page = read(f"<html><head>{data}</head><body><div>Home</div><div id=root></div></body></html>")
    assert [block.text for block in page.blocks] == list(BODY)
    assert [(cut.text, cut.before) for cut in page.removed] == [("Home", 0)]


def test_the_text_that_the_page_gives_as_its_article_wins_over_a_longer_one_beside_it() -> None:
    told = " ".join(BODY)
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script>'
    notice = "".join(
        f"<p>You accept that partner {number} may store what you read, dear reader.</p>" for number in range(40)
    )
    text = "".join(f"<p>{each}</p>" for each in BODY)
    page = read(f"<html><head>{data}</head><body><nav><div>{text}</div></nav><article>{notice}</article></body></html>")
    assert [block.text for block in page.blocks] == list(BODY)


@pytest.mark.parametrize(
    ("around", "end"),
    [("<table><tr><td>", "</table>"), ("<div>", "</div>"), ("<blockquote>", ""), ("<ul><li>", ""), ("<p><span>", "")],
)
def test_ten_thousand_elements_inside_each_other(around: str, end: str) -> None:
    text = "".join(f"<p>{each}</p>" for each in BODY)
    page = read(f"<html><body>{text}{around * 10_000}{BODY[0][::-1]}{end * 10_000}</body></html>")
    assert all(any(each in block.text for block in page.blocks) for each in BODY)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div " + " ".join(f'data-{number}="x>y"' for number in range(100_000)) + ">",
        f"<div class='{'menu ' * 400_000}'>",
        f"<img src='data:image/png;base64,{'A' * 2_000_000}'>",
        "<br>" * 100_000,
        "<!-- x -->" * 50_000,
        "<p>Updated <time datetime=x>a</time></p>" * 5_000,
        "".join(f"<p><a href='/{number}'>Boat {number} sails at dawn</a></p>" for number in range(10_000)),
        "<b>x</b> " * 60_000,
    ],
    ids=["attributes", "class", "picture", "breaks", "comments", "times", "links", "elements"],
)
def test_hostile_markup_beside_the_article_is_read(hostile: str) -> None:
    text = "".join(f"<p>{each}</p>" for each in BODY)
    article = settle(
        read(f"<html><body>{hostile}</div><article>{text}</article></body></html>"), outlets=load_outlets()
    )
    assert all(each in article.text for each in BODY)
    assert "Boat 7 sails" not in article.text


def test_frames_hold_no_article() -> None:
    with pytest.raises(NoArticle):
        settle(read("<html><frameset cols='*,*'><frame src=a><frame src=b></frameset></html>"), outlets=load_outlets())
