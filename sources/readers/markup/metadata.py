"""What an HTML page says of itself: the first source that has a value wins, and `found` tells which it was."""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import html

from sources.cleaning.dates import read_date
from sources.cleaning.people import read_byline
from sources.errors import BadDate
from sources.readers.markup.blocks import tidy
from sources.readers.markup.head import Fact, Head, head_of
from sources.readers.tables.moments import moment_of

_TAG = re.compile(r"<[A-Za-z/!][^>]*>")
_PARTED = re.compile(r"</?(?:p|br|div|li|h[1-6]|blockquote)\b[^>]*>", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+")


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

    body: tuple[str, ...] = ()
    """The paragraphs of the text that JSON-LD gives as the article's, where it is long: a guide to which blocks are
    body."""

    notes: tuple[str, ...] = ()
    """A date that is none, on one line."""


def metadata_of(tree: html.HtmlElement) -> Metadata:
    """Return what the page says of itself.

    The first source that has a value wins: for the headline the page's only main heading, then JSON-LD, then Open
    Graph, then the window's title without the site's name; for everything else JSON-LD, then meta elements, then what
    the page shows (a date below the headline, a breadcrumb, a copyright line that names what the window's title ends
    with). A date
    without a time or without a time zone is that day at 00:00 UTC, and `found` says "the day only".
    """
    head = head_of(tree)
    found: dict[str, str] = {}

    def first(field: str, *candidates: tuple[str, str | None]) -> str | None:
        for where, value in candidates:
            plain = _plain(value)
            if plain:
                found[field] = where
                return plain
        return None

    site = head.meta.get("og:site_name")
    title = first(
        "title",
        ("h1", _only_heading(head)),
        ("JSON-LD headline", _text(head, "headline")),
        ("meta og:title", _without_site(head.meta.get("og:title"), site)),
        *((f"meta {name}", head.meta.get(name)) for name in _TITLES),
        ("title element", _without_site(head.title, site)),
    )
    outlet = first(
        "outlet",
        ("meta og:site_name", _site_name(site)),
        ("JSON-LD publisher", _site_name(_name(head, "publisher"))),
        *((f"meta {name}", _site_name(head.meta.get(name))) for name in _OUTLETS),
        ("title element and copyright line", _site_of_title(head)),
    )
    url = first("url", *((where, _address(value)) for where, value in _addresses(head)))
    byline = first("byline", *((where, _person(value)) for where, value in _authors(tree, head)))
    section = first("section", *((where, value) for where, value in _sections(head) if value and len(value) <= 40))
    unread: list[str] = []
    published = _published(head, found, unread)
    return Metadata(
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        byline=byline,
        section=section,
        found=tuple(sorted(found.items())),
        notes=tuple(unread[:1]) if published is None else (),
        body=_body(head.facts),
    )


SHORTEST_BODY = 400
"""Characters in an `articleBody` that is more than a teaser."""

_TITLES = ("twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline")
_OUTLETS = ("publisher", "dc.publisher", "dcterms.publisher", "og:article:publisher", "application-name")
_AUTHORS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "byl", "byline",
    "dc.creator", "dcterms.creator", "dc.contributor", "cxenseparse:author", "authors",
)  # fmt: skip
_NOBODY = frozenset("admin administrator webmaster editor author unknown none null undefined user root".split())
_SECTIONS = ("article:section", "parsely-section", "section", "articlesection", "cxenseparse:taxonomy", "dc.subject")
_HOME = frozenset({"home", "homepage", "home page", "start", "front page", "accueil", "inicio", "startseite"})
_SECTION_PATHS = frozenset(
    "art arts books business climate columnists commentary crime culture economy education elections entertainment "
    "environment europe fashion film finance food football health international lifestyle local markets media money "
    "music national obituaries opinion opinions politics property science sport sports tech technology television "
    "theatre travel weather world".split()
)
"""First parts of addresses that name a section and nothing else."""

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publish_date", "publishdate", "publication_date", "published_time", "article.published",
    "article_date_original", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "date",
)  # fmt: skip


def _body(facts: list[Fact]) -> tuple[str, ...]:
    bodies = [value for fact in facts if isinstance(value := fact.get("articleBody"), str)]
    body = entities.unescape(next((each for each in bodies if len(each) >= SHORTEST_BODY), ""))
    lines = _TAG.sub(" ", _PARTED.sub("\n", body)).split("\n")
    return tuple(text for text in map(tidy, lines) if text)


def _site_name(value: str | None) -> str | None:
    """Return a site's name, None for an address, a handle or a slogan."""
    return None if not value or value.startswith(("http", "@", "www.")) or len(value) > 60 else value


def _site_of_title(head: Head) -> str | None:
    """Return what the window's title ends with after its last bar or dash, where a copyright line names the same."""
    parts = _SEPARATOR.split(head.title or "")
    name = parts[-1].strip()
    if len(parts) < 2 or not 1 <= len(name.split()) <= 6:
        return None
    named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return _site_name(name) if any(named.search(line) for line in head.owners) else None


def _published(head: Head, found: dict[str, str], unread: list[str]) -> datetime | None:
    stamps: list[tuple[str, str | None]] = [("JSON-LD datePublished", _text(head, "datePublished"))]
    stamps += [(f"meta {name}", head.meta.get(name)) for name in _DATES]
    for where, value in [*stamps, *head.dates]:
        read = _moment(value) if value else None
        if read is not None:
            found["published"] = where + (" (the day only: no time zone is given)" if read[1] else "")
            return read[0]
        if value and value.strip():
            shown = tidy(value)[:60]
            unread.append(f"{where} says '{shown}', which is not a date that can be read; it is kept without a date")
    return None


def _moment(value: str) -> tuple[datetime, bool] | None:
    """Return the time and whether only its day is known."""
    try:
        moment, zoned = moment_of(value)
    except BadDate:
        return read_date(value)
    if not zoned and (in_words := read_date(value)) and not in_words[1]:  # it ends in a zone's name
        return in_words
    if moment.year <= 1900:
        return None
    return (moment, False) if zoned else (datetime(moment.year, moment.month, moment.day, tzinfo=UTC), True)


def _text(head: Head, field: str) -> str | None:
    for fact in head.facts:
        value = fact.get(field)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, str) and value.strip():
            return value
    return None


def _name(head: Head, field: str) -> str | None:
    """Return the names in a field that holds people or organisations, joined by ", "."""
    for fact in head.facts:
        value = fact.get(field)
        names = [_called(entry, head) for entry in (value if isinstance(value, list) else [value])]
        plain = [name.strip() for name in names if name.strip() and "://" not in name]
        if plain:
            return ", ".join(dict.fromkeys(plain))
    return None


def _called(entry: object, head: Head) -> str:
    """Return the name of a person or organisation, which may stand in another object of the page."""
    if not isinstance(entry, dict):
        return entry if isinstance(entry, str) else ""
    name = entry.get("name") or head.objects.get(str(entry.get("@id")), {}).get("name")
    return ", ".join(map(str, name)) if isinstance(name, list) else str(name or "")


def _only_heading(head: Head) -> str | None:
    """Return the text of the main heading when the page has just one of three words or more."""
    long = [text for text in head.headings if len(text.split()) >= 3 or len(text) > 25]
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


def _addresses(head: Head) -> Iterator[tuple[str, str | None]]:
    """Give the page's addresses; one that names only the site stands last."""
    given = [
        ("link canonical", head.canonical),
        ("meta og:url", head.meta.get("og:url")),
        ("JSON-LD url", _text(head, "url")),
        ("meta twitter:url", head.meta.get("twitter:url")),
    ]
    yield from ((where, value) for where, value in given if value and not _is_front_page(value))
    yield from given


def _is_front_page(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def _address(value: str | None) -> str | None:
    if not value:
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    if not parts.scheme and parts.netloc:
        return f"https:{value.strip()}" if "." in parts.netloc else None
    return value.strip() if parts.scheme in ("http", "https") and "." in (parts.netloc or "") else None


def _sections(head: Head) -> Iterator[tuple[str, str | None]]:
    yield "JSON-LD articleSection", _text(head, "articleSection")
    yield from ((f"meta {name}", head.meta.get(name)) for name in _SECTIONS)
    yield from ((f"meta {name}", value) for name, value in head.meta.items() if name.endswith("-section"))
    title = _only_heading(head) or ""
    crumbs = [part for part in head.crumbs if part.casefold() not in _HOME and part.casefold() not in title.casefold()]
    if crumbs and len(head.crumbs) > len(crumbs) and len(crumbs[-1].split()) <= 4:
        yield "breadcrumb", crumbs[-1]
    yield "address", _section_of(next((value for _, value in _addresses(head) if value), None))


def _section_of(address: str | None) -> str | None:
    """Return the first part of an address's path in capitals where it is one that outlets name a section by."""
    try:
        parts = [part for part in urlsplit((address or "").strip()).path.split("/") if part]
    except ValueError:
        return None
    name = parts[0].lower() if len(parts) >= 2 else ""
    return name.replace("-", " ").capitalize() if name in _SECTION_PATHS else None


def _authors(tree: html.HtmlElement, head: Head) -> Iterator[tuple[str, str | None]]:
    yield "JSON-LD author", _name(head, "author")
    yield from ((f"meta {name}", head.meta.get(name)) for name in _AUTHORS)
    for element in tree.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")[:3]:
        text = tidy(" ".join(element.itertext()))
        yield "byline on the page", read_byline(text) or read_byline(f"By {text}")


def _person(value: str | None) -> str | None:
    plain = _plain(value)
    if not plain or "://" in plain or len(plain) > 200 or "@" in plain or plain.casefold() in _NOBODY:
        return None
    return read_byline(plain) or re.sub(r"\Aby:? ", "", plain, flags=re.IGNORECASE)


def _plain(value: str | None) -> str | None:
    """Return a value as text on one line: entities resolved, no tag; None when nothing is left."""
    return tidy(_TAG.sub(" ", entities.unescape(value))) or None if value else None
