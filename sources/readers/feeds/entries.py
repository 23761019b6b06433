"""What a feed says of itself and of each entry. feedparser reads the XML: it is given bytes and never an address."""

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from sources.errors import InputError
from sources.readers.feeds.markup import Markup

_BATCH = 200
"""Entries that are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself."""

    title: str = ""
    link: str = ""
    """Its site."""

    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article; empty where it says nothing. Texts are as the feed has them, markup included."""

    title: str = ""
    link: str = ""
    texts: tuple[str, ...] = ()
    """Everything that may be the article's text, or its teaser."""

    published: str = ""
    """A date as written."""

    dated_by: str = ""
    """The element that gives it."""

    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    outlet: str = ""
    """Whose article it is, in a feed that collects those of others."""

    medium: str = ""
    """Media type of the sound or film that the entry is; empty when it is text."""


def entries_of(markup: Markup) -> Iterator[Feed | Entry | InputError]:
    """Yield what the feed says of itself, and then each entry, or an error for one that cannot be read."""
    batches = [markup.entries[start : start + _BATCH] for start in range(0, len(markup.entries), _BATCH)]
    for number, batch in enumerate(batches or [()]):
        parsed = _parsed(markup, batch, head=number == 0)
        if parsed is None and number == 0:
            yield _feed((_parsed(markup, (), head=True) or {}).get("feed", {}))
        elif parsed is not None and number == 0:
            yield _feed(parsed["feed"])
        if parsed is not None and len(parsed["entries"]) == len(batch):
            yield from map(_entry, parsed["entries"])
            continue
        for each in batch:
            alone = _parsed(markup, (each,), head=False)
            if alone is None or len(alone["entries"]) != 1:
                yield InputError("its markup is too broken to be read; add the article's own page")
            else:
                yield _entry(alone["entries"][0])


def json_entries_of(text: str) -> Iterator[Feed | Entry | InputError]:
    """Yield the same of a feed in JSON (jsonfeed.org, version 1). Raises InputError when it is none."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, ValueError) else "it is nested too deeply"
        raise InputError(f"is not JSON ({why}); fetch the feed again") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("items"), list):
        raise InputError("is a JSON feed without a list of items; fetch it again, or add the articles' own pages")
    everybody = _json_names(whole)
    yield Feed(title=_text(whole.get("title")), link=_text(whole.get("home_page_url")), author=", ".join(everybody))
    for item in whole["items"]:
        if not isinstance(item, dict):
            yield InputError("is no object with fields; add the article's own page")
            continue
        yield Entry(
            title=_text(item.get("title")),
            link=_text(item.get("url")) or _text(item.get("external_url")) or _text(item.get("id")),
            texts=tuple(filter(None, (_text(item.get(name)) for name in ("content_html", "content_text", "summary")))),
            published=_text(item.get("date_published")),
            dated_by="date_published",
            authors=_json_names(item) or everybody,
            sections=tuple(filter(None, map(_text, item["tags"]))) if isinstance(item.get("tags"), list) else (),
        )


def _json_names(held: Mapping[str, Any]) -> tuple[str, ...]:
    listed = held["authors"] if isinstance(held.get("authors"), list) else [held.get("author")]
    return tuple(filter(None, (_text(each.get("name")) for each in listed if isinstance(each, dict))))


def _parsed(markup: Markup, entries: Sequence[bytes], *, head: bool) -> dict[str, Any] | None:
    """Return what feedparser reads; None when the markup is broken: its way to read that can take hours."""
    import feedparser

    document = markup.document(entries, head=head)
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(document, True)
        parsed = feedparser.parse(
            io.BytesIO(document),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except Exception:  # whatever a hostile entry breaks inside the parsers, the others are still read
        return None
    return {"feed": dict(parsed["feed"]), "entries": [dict(each) for each in parsed["entries"]]}


def _feed(held: Mapping[str, Any]) -> Feed:
    return Feed(title=_text(held.get("title")), link=_text(held.get("link")), author=_text(held.get("author")))


def _entry(held: Mapping[str, Any]) -> Entry:
    texts = [_text(each.get("value")) for each in held.get("content") or () if isinstance(each, Mapping)]
    dated_by = next((name for name in ("published", "created", "updated") if _text(held.get(name))), "")
    tags = [_text(each.get("term")) or _text(each.get("label")) for each in held.get("tags") or ()]
    source = held.get("source")
    return Entry(
        title=_text(held.get("title")),
        link=_text(held.get("feedburner_origlink")) or _text(held.get("link")),
        texts=tuple(filter(None, (*texts, _text(held.get("summary"))))),
        published=_text(held.get(dated_by)) if dated_by else "",
        dated_by=dated_by,
        authors=tuple(_people(held)),
        sections=tuple(dict.fromkeys(filter(None, tags))),
        outlet=_text(source.get("title")) if isinstance(source, Mapping) else "",
        medium=_medium(held),
    )


_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")


def _people(held: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of the authors, without their addresses."""
    listed = [_text(each.get("name")) for each in held.get("authors") or () if isinstance(each, Mapping)]
    for name in dict.fromkeys(listed if len(listed) > 1 else [_text(held.get("author"))]):
        bare = _ADDRESS.sub(" ", name).strip(" ()<>,;")
        if bare:
            yield bare


def _medium(held: Mapping[str, Any]) -> str:
    """Return the media type of what the entry is when it is a sound or a film: an episode, not an article with one."""
    links = [each for each in held.get("links") or () if isinstance(each, Mapping)]
    kinds = {
        _text(each.get("href")): _text(each.get("type")).lower() for each in links if each.get("rel") == "enclosure"
    }
    media = {link: kind for link, kind in kinds.items() if kind.startswith(("audio/", "video/"))}
    episode = any(name in held for name in ("itunes_duration", "itunes_episode", "itunes_episodetype", "yt_videoid"))
    link = _text(held.get("link"))
    if media and (episode or not link or link in media):
        return next(iter(media.values()))
    if _text(held.get("yt_videoid")):
        return "video"
    return ""


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
