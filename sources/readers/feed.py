"""Feeds: RSS 0.9 to 2.0, Atom and JSON Feed. An entry with its whole text is a page, one with a teaser points to it."""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from sources.adding.decode import decode
from sources.errors import BadDate, InputError, NoArticle
from sources.page import Elsewhere, Page, Read, Reader, Refused
from sources.readers.feeds.entries import Entry, Feed, entries_of, json_entries_of
from sources.readers.feeds.markup import feed_start, markup_of
from sources.readers.feeds.outlet import outlet_of
from sources.readers.feeds.text import EntryText, entry_text, plain
from sources.readers.tables.moments import moment_of

NAME = "feed"

LIMIT = 50_000_000
"""Most bytes of one input: some 100,000 entries."""

_SHORT = 600
"""Characters in which no whole article fits, whatever its markup."""

_JSON = re.compile(r"\s*\{")
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version')


def _detects(start: bytes, name: str) -> bool:
    text = start.decode("utf-8", errors="replace").lstrip("\ufeff")
    if _JSON.match(text):
        return _JSON_FEED.search(text) is not None
    return feed_start(text) is not None


def _read(content: bytes, origin: str) -> Iterator[Read]:
    text = decode(content, limit=LIMIT).text
    found = json_entries_of(text) if _JSON.match(text) else entries_of(markup_of(text))
    feed, number = Feed(), 0
    for each in found:
        if isinstance(each, Feed):
            feed = each
            continue
        number += 1
        place = f"{origin}, entry {number}"
        yield Refused(origin=place, error=each) if isinstance(each, InputError) else _entry(each, feed, origin, place)


def _entry(entry: Entry, feed: Feed, origin: str, place: str) -> Read:
    """Return what an entry is: a page, a pointer to one, or nothing that can be read."""
    url = _address(entry.link, feed.link, origin)
    text = _text(entry)
    if not text.whole:
        if entry.medium:
            kind = "sound" if entry.medium.startswith("audio") else "film"
            why = f"is a {kind} ({entry.medium[:40]}) without the text of an article; add a page that has the text"
            return Refused(origin=place, error=NoArticle(why))
        if url is None:
            why = "has neither the article's whole text nor its address; look for the article on the outlet's site"
            return Refused(origin=place, error=NoArticle(why))
    found: dict[str, str] = {"url": "the entry's link"} if url else {}
    outlet = _outlet(entry, feed, url, origin, found)
    title = _title(entry, found)
    notes: list[str] = []
    published = _published(entry, found, notes)
    byline = _byline(entry, feed, outlet, found)
    section = plain(entry.sections[0]) if len(entry.sections) == 1 else None
    if section is not None and len(section) <= 40:
        found["section"] = "the entry's only category"
    else:
        section = None
    if url is not None and not text.whole:
        del found["url"]
        return Elsewhere(
            origin=place,
            url=url,
            title=title,
            outlet=outlet,
            published=published,
            byline=byline,
            found=tuple((field, where) for field, where in sorted(found.items()) if field != "section"),
        )
    return Page(
        blocks=text.blocks,
        reader=NAME,
        origin=place,
        settled=True,
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        byline=byline,
        section=section,
        found=tuple(sorted(found.items())),
        removed=text.removed,
        notes=tuple(notes),
    )


def _text(entry: Entry) -> EntryText:
    """Return the whole text that an entry holds; an empty one when it holds only teasers."""
    for value in sorted(dict.fromkeys(entry.texts), key=len, reverse=True):
        if len(value) < _SHORT:
            break
        text = entry_text(value)
        if text.whole:
            return text
    return EntryText()


def _address(link: str, site: str, origin: str) -> str | None:
    """Return where an entry leads, joined to the feed's site or own address when it is relative; None when nowhere."""
    base = origin if origin.startswith(("http://", "https://")) else ""
    whole = "".join(link.split()).replace("&amp;", "&")
    if not whole:
        return None
    try:
        address = urljoin(urljoin(base, site), whole)
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return address if good and address.isprintable() else None


def _title(entry: Entry, found: dict[str, str]) -> str | None:
    title = plain(entry.title)
    if title is None:
        return None
    found["title"] = "the entry's title"
    source = plain(entry.outlet)
    return title.removesuffix(f" - {source}") if source else title


def _outlet(entry: Entry, feed: Feed, url: str | None, origin: str, found: dict[str, str]) -> str | None:
    source = plain(entry.outlet)
    if source:
        found["outlet"] = "the entry's source"
        return source
    named = outlet_of(plain(feed.title[:300]) or "", [link for link in (url, feed.link, origin) if link])
    if named is None:
        return None
    found["outlet"] = named[1]
    return named[0]


_ZONES = {
    "CET": "+0100", "CEST": "+0200", "MEZ": "+0100", "MESZ": "+0200", "WET": "+0000", "WEST": "+0100", "EET": "+0200",
    "EEST": "+0300", "MSK": "+0300", "PKT": "+0500", "HKT": "+0800", "SGT": "+0800", "JST": "+0900", "KST": "+0900",
    "AEST": "+1000", "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300",
}  # fmt: skip
"""Names of time zones that mean one thing only and that mail does not know."""


def _published(entry: Entry, found: dict[str, str], notes: list[str]) -> datetime | None:
    written = plain(entry.published)
    if written is None:
        return None
    zone = re.search(r"[ \d]([A-Z]{3,4})\Z", written)
    known = _ZONES.get(zone[1]) if zone else None
    try:
        moment, given = moment_of(f"{written[: zone.start(1)]}{known}" if zone and known else written)
    except BadDate as error:
        notes.append(f"the entry's date {written[:60]!r} {error}")
        return None
    where = f"the entry's {entry.dated_by}"
    if entry.dated_by == "updated":
        where += ", its only date"
    if not given:
        where += f"; the time zone '{zone[1]}' is not known, read as UTC" if zone else "; no time zone, read as UTC"
    found["published"] = where
    return moment


def _byline(entry: Entry, feed: Feed, outlet: str | None, found: dict[str, str]) -> str | None:
    named = [re.sub(r"\Aby:? ", "", plain(name) or "", flags=re.IGNORECASE) for name in entry.authors]
    people = [name for name in named if name and (outlet is None or name.casefold() != outlet.casefold())]
    byline = ", ".join(dict.fromkeys(people))
    if not byline or len(byline) > 200:
        return None
    found["byline"] = "the entry's author"
    return byline


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT)
