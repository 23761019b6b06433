import json

import pytest

from sources.readers.markup.blocks import parse
from sources.readers.markup.head import MOST_OBJECTS, Head, head_of


def head(markup: str) -> Head:
    tree = parse(f"<html><head>{markup}</head><body><p>Words.</p></body></html>")
    assert tree is not None
    return head_of(tree)


def script(value: object, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">{json.dumps(value)}</script>'


def test_meta_elements_by_name_property_and_itemprop_whatever_their_case() -> None:
    said = head(
        '<meta NAME="DC.Date" content=" "><meta name="dc.date" content="2025-01-02">'
        '<meta property="og:title" content="A">'
        '<meta property="og:title" content="B"><meta itemprop="datePublished" content="2025-01-03">'
    )
    assert said.meta == {"dc.date": "2025-01-02", "og:title": "A", "datepublished": "2025-01-03"}


def test_authors_in_several_elements_are_all_told() -> None:
    said = head("".join(f'<meta name="author" content="{name}">' for name in ("Ann Lee", "Bo Ek", "Ann Lee")))
    assert said.meta["author"] == "Ann Lee, Bo Ek"


def test_articles_inside_graphs_and_main_entities() -> None:
    inner = {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "H"}}
    facts = head(script({"@graph": [{"@type": "Organization", "name": "O"}, inner]})).facts
    assert [fact.get("headline") for fact in facts] == ["H", None]


def test_the_article_of_this_address_comes_first() -> None:
    other, own = (
        {"@type": "NewsArticle", "headline": name, "mainEntityOfPage": {"@id": f"https://a.example/{name}"}}
        for name in ("other", "own")
    )
    facts = head('<link rel="canonical" href="https://a.example/own">' + script([other, own])).facts
    assert facts[0]["headline"] == "own"


@pytest.mark.parametrize(
    "wrapped",
    ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};", "\n {} \n"],
    ids=["comment", "CDATA", "semicolon", "blank"],
)
def test_json_in_wrappings(wrapped: str) -> None:
    text = wrapped.replace("{}", '{"@type": "Article", "headline": "H"}')
    assert head(f'<script type="application/LD+JSON; charset=utf-8">{text}</script>').facts[0]["headline"] == "H"


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, "null", "12", '"x"', "[[[]]]", '{"@type": [1, {"a": 2}]}'])
def test_broken_json_says_nothing(broken: str) -> None:
    assert head(f'<script type="application/ld+json">{broken}</script>').facts == []


def test_a_flood_of_objects_is_looked_at_in_part() -> None:
    many = [[{"@type": "Article", "headline": str(number)} for number in range(50)] for _ in range(50)]
    assert 0 < len(head(script(many) + script(many)).facts) <= MOST_OBJECTS


@pytest.mark.parametrize(
    ("element", "stamp"),
    [
        ('<h1>A</h1><time datetime="2025-03-12T10:00Z">12 March</time>', "2025-03-12T10:00Z"),
        ('<h1>A</h1><div class="share-header"><time datetime="2025-03-12">12 March</time></div>', "2025-03-12"),
        ('<time datetime="2025-03-11">Today</time><h1>A</h1>', None),
        ('<h1>A</h1><p>Updated <time datetime="2025-03-13">13 March</time></p>', None),
        ('<h1>A</h1><div class="related-stories"><time datetime="2025-03-13">x</time></div>', None),
        ('<h1>A</h1><div class="comments"><p><time datetime="2025-03-13">x</time></p></div>', None),
        ('<time pubdate datetime="2025-03-11">Today</time><h1>A</h1>', "2025-03-11"),
        ('<span itemprop="datePublished" content="2025-03-10">x</span>', "2025-03-10"),
    ],
)
def test_dates_among_the_elements(element: str, stamp: str | None) -> None:
    tree = parse(f"<html><body>{element}</body></html>")
    assert tree is not None
    assert [value for _, value in head_of(tree).dates] == ([stamp] if stamp else [])
