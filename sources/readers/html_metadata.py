"""What an HTML page says of itself in its head: JSON-LD, meta elements, links and its first heading."""

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import html

from sources.cleaning.dates import read_date
from sources.cleaning.people import read_byline
from sources.readers.html_blocks import tidy

_TAG = re.compile(r"<[A-Za-z/!][^>]*>")
_ARTICLES = re.compile(r"article|posting|report|review|webpage", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+")
MOST_JSON = 400_000
"""Characters of one JSON-LD script that are looked at; more is no description of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known; None where the page does not say. `found` says where each came from."""

    title: str | None
    outlet: str | None
    url: str | None
    published: datetime | None
    byline: str | None
    section: str | None
    found: tuple[tuple[str, str], ...]

    body: str | None = None
    """The text that JSON-LD gives as the article's: where it is long, a guide to which blocks are body."""

    notes: tuple[str, ...] = ()
    """A date that is none, on one line."""


def metadata_of(tree: html.HtmlElement) -> Metadata:
    """Return what the page says of itself.

    The first source that has a value wins: for the headline the page's only main heading, then JSON-LD, then Open
    Graph, then the window's title without the site's name; for everything else JSON-LD, then meta elements. A date
    without a time or without a time zone is that day at 00:00 UTC, and `found` says "the day only".
    """
    facts = list(_json_ld(tree))
    found: dict[str, str] = {}

    def first(field: str, *candidates: tuple[str, str | None]) -> str | None:
        for where, value in candidates:
            plain = _plain(value)
            if plain:
                found[field] = where
                return plain
        return None

    site = _meta(tree, "og:site_name")
    title = first(
        "title",
        ("h1", _only_heading(tree)),
        ("JSON-LD headline", _text(facts, "headline")),
        ("meta og:title", _without_site(_meta(tree, "og:title"), site)),
        ("title element", _without_site(_inner(tree, "//title"), site)),
    )
    outlet = first(
        "outlet",
        ("meta og:site_name", _site_name(site)),
        ("JSON-LD publisher", _site_name(_name(facts, "publisher"))),
        ("meta publisher", _site_name(_meta(tree, "publisher", "application-name"))),
    )
    url = first("url", *((where, _address(value)) for where, value in _addresses(tree, facts)))
    byline = first("byline", *((where, _person(value)) for where, value in _authors(tree, facts)))
    section = first(
        "section", *((where, value) for where, value in _sections(tree, facts) if value and len(value) <= 40)
    )
    unread: list[str] = []
    published = _published(tree, facts, found, unread)
    return Metadata(
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        byline=byline,
        section=section,
        found=tuple(sorted(found.items())),
        notes=tuple(unread[:1]) if published is None else (),
        body=_body(facts),
    )


SHORTEST_BODY = 400
"""Characters in an `articleBody` that is more than a teaser."""


def _body(facts: list[dict[str, object]]) -> str | None:
    bodies = [value for fact in facts if isinstance(value := fact.get("articleBody"), str)]
    longest = _plain(max(bodies, key=len, default=None))
    return longest if longest and len(longest) >= SHORTEST_BODY else None


def _site_name(value: str | None) -> str | None:
    """Return a site's name, None for an address, a handle or a slogan."""
    return None if not value or value.startswith(("http", "@", "www.")) or len(value) > 60 else value


def _published(
    tree: html.HtmlElement, facts: list[dict[str, object]], found: dict[str, str], unread: list[str]
) -> datetime | None:
    stamps = [("JSON-LD datePublished", _text(facts, "datePublished"))]
    stamps += [(f"meta {name}", _meta(tree, name)) for name in _DATES]
    stamps += [("itemprop datePublished", value) for value in tree.xpath("//*[@itemprop='datePublished']/@content")[:1]]
    stamps += [
        ("itemprop datePublished", value) for value in tree.xpath("//*[@itemprop='datePublished']/@datetime")[:1]
    ]
    stamps += [("time element", value) for value in tree.xpath("//time[@pubdate]/@datetime")[:1]]
    for where, value in stamps:
        read = _moment(value) if value else None
        if read is not None:
            found["published"] = where + (" (the day only: no time zone is given)" if read[1] else "")
            return read[0]
        if value and value.strip():
            shown = tidy(value)[:60]
            unread.append(f"{where} says '{shown}', which is not a date that can be read; it is kept without a date")
    return None


_DATES = (
    "article:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publication_date", "DC.date.issued", "dc.date", "dcterms.created", "date",
)  # fmt: skip


def _moment(value: str) -> tuple[datetime, bool] | None:
    """Return the time and whether only its day is known."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return read_date(value)
    if moment.tzinfo is not None and moment.year > 1900:
        return moment, False
    return (datetime(moment.year, moment.month, moment.day, tzinfo=UTC), True) if moment.year > 1900 else None


def _json_ld(tree: html.HtmlElement) -> Iterator[dict[str, object]]:
    """Give the objects of JSON-LD that describe an article, those of type NewsArticle and the like first."""
    objects: list[dict[str, object]] = []
    for text in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(str(text)[:MOST_JSON], strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:50])
            elif isinstance(value, dict):
                objects.append(value)
                waiting.append(value.get("@graph"))
                waiting.append(value.get("mainEntity"))
    described = [fact for fact in objects if _ARTICLES.search(str(fact.get("@type", "")))]
    return iter(sorted(described, key=lambda fact: "headline" not in fact))


def _text(facts: list[dict[str, object]], field: str) -> str | None:
    for fact in facts:
        value = fact.get(field)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, str) and value.strip():
            return value
    return None


def _name(facts: list[dict[str, object]], field: str) -> str | None:
    """Return the names in a field that holds people or organisations, joined by ", "."""
    for fact in facts:
        value = fact.get(field)
        names = [
            str(entry.get("name") or "") if isinstance(entry, dict) else str(entry or "")
            for entry in (value if isinstance(value, list) else [value])
        ]
        plain = [name.strip() for name in names if name.strip() and "://" not in name]
        if plain:
            return ", ".join(dict.fromkeys(plain))
    return None


def _meta(tree: html.HtmlElement, *names: str) -> str | None:
    for name in names:
        for attribute in ("property", "name", "itemprop"):
            for value in tree.xpath(f"//meta[@{attribute}=$name]/@content", name=name):
                if str(value).strip():
                    return str(value)
    return None


def _inner(tree: html.HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return tidy(" ".join(found[0].itertext())) if found else None


def _only_heading(tree: html.HtmlElement) -> str | None:
    """Return the text of the main heading when the page has just one of three words or more."""
    texts = [text for text in (tidy(" ".join(heading.itertext())) for heading in tree.xpath("//h1")) if text]
    long = [text for text in dict.fromkeys(texts) if len(text.split()) >= 3 or len(text) > 25]
    return long[0] if len(long) == 1 and len(long[0]) <= 300 else None


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return the title without the site's name after (or before) its last bar or dash."""
    if not title:
        return title
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    if site and parts[-1].casefold() == site.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")
    return (
        title if site else title[: title.rindex(parts[-1])].rstrip(" |–—·»-") if len(parts[-1].split()) <= 4 else title
    )


def _addresses(tree: html.HtmlElement, facts: list[dict[str, object]]) -> Iterator[tuple[str, str | None]]:
    yield from (("link canonical", str(value)) for value in tree.xpath("//link[@rel='canonical']/@href")[:1])
    yield "meta og:url", _meta(tree, "og:url")
    yield "JSON-LD url", _text(facts, "url")


def _address(value: str | None) -> str | None:
    if not value:
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value.strip() if parts.scheme in ("http", "https") and "." in (parts.netloc or "") else None


def _sections(tree: html.HtmlElement, facts: list[dict[str, object]]) -> Iterator[tuple[str, str | None]]:
    yield "JSON-LD articleSection", _text(facts, "articleSection")
    yield "meta article:section", _meta(tree, "article:section")


def _authors(tree: html.HtmlElement, facts: list[dict[str, object]]) -> Iterator[tuple[str, str | None]]:
    yield "JSON-LD author", _name(facts, "author")
    yield (
        "meta author",
        _meta(tree, "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator"),
    )
    for element in tree.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")[:3]:
        text = tidy(" ".join(element.itertext()))
        yield "byline on the page", read_byline(text) or read_byline(f"By {text}")


def _person(value: str | None) -> str | None:
    plain = _plain(value)
    if not plain or "://" in plain or len(plain) > 200 or "@" in plain:
        return None
    return read_byline(plain) or re.sub(r"\Aby:? ", "", plain, flags=re.IGNORECASE)


def _plain(value: str | None) -> str | None:
    """Return a value as text on one line: entities resolved, no tag; None when nothing is left."""
    return tidy(_TAG.sub(" ", entities.unescape(value))) or None if value else None
