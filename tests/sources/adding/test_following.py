"""Addresses and feeds, with a network that is a dictionary."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sources.collect import collect
from sources.errors import NotAllowed, Unreachable
from sources.library import Library
from sources.outlets import load_outlets
from sources.readers import ALL_READERS
from sources.web.fetched import Fetched

BODY = (
    "The harbour council voted on Tuesday to close the old ferry terminal number {0}, a decision that surprised many "
    "of the traders who work there.",
    "Mayor Ann Lowe said that the closure would save money. “We have no choice,” she told reporters after meeting {0}.",
    "Opponents plan to march on the town hall this weekend and have collected {0} thousand signatures against it.",
)
NOW = datetime(2026, 3, 2, tzinfo=UTC)
FEED = "https://harbourpost.example/feed"


def page(number: int, *, head: str = "") -> bytes:
    text = "".join(f"<p>{part.format(number)}</p>" for part in BODY)
    return f"<!doctype html><html><head>{head}</head><body><article>{text}</article></body></html>".encode()


def feed(*items: str) -> bytes:
    made = "".join(f"<item>{item}</item>" for item in items)
    start = '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>'
    return f"{start}<link>https://harbourpost.example/</link>{made}</channel></rss>".encode()


def item(number: int) -> str:
    return (
        f"<title>Terminal {number} shuts</title><link>https://harbourpost.example/{number}?from=rss</link>"
        f"<pubDate>Sun, 01 Mar 2026 09:3{number}:00 GMT</pubDate><description>Short.</description>"
    )


needs_feeds = pytest.mark.skipif("feed" not in {reader.name for reader in ALL_READERS}, reason="no reader of feeds")


class Web:
    """A network of pages held in memory; remembers what was asked for."""

    def __init__(self, pages):
        self.pages = dict(pages)
        self.asked = []

    def __call__(self, url, *, etag=None, last_modified=None):
        self.asked.append((url, etag))
        answer = self.pages.get(url)
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            raise Unreachable("answers 404, not found; check the address")
        if isinstance(answer, bytes):
            answer = Fetched(url=url, content=answer)
        return replace(answer, content=b"", unchanged=True) if etag and etag == answer.etag else answer


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


def added(library, web, *inputs, **more):
    outcomes = list(
        collect([str(each) for each in inputs], library, outlets=load_outlets(), fetch=web, now=NOW, **more)
    )
    for outcome in outcomes:
        assert "\n" not in outcome.line
    return outcomes


def told(outcomes):
    return [(outcome.status, outcome.count) for outcome in outcomes]


def test_a_page_has_the_address_it_was_fetched_from(library):
    web = Web({"https://a.example/r": Fetched(url="https://www.bbc.co.uk/news/1", content=page(1))})
    (outcome,) = added(library, web, "https://a.example/r")
    assert outcome.status == "added"
    assert outcome.article.url == "https://www.bbc.co.uk/news/1"
    assert dict(outcome.article.found)["url"] == "the address it was fetched from"
    assert outcome.article.outlet.startswith("BBC")
    assert added(library, web, "https://a.example/r")[0].status == "duplicate"


def test_a_page_that_says_its_own_address_keeps_it(library):
    own = '<link rel="canonical" href="https://harbourpost.example/1">'
    web = Web({"https://a.example/?id=1": page(1, head=own)})
    (outcome,) = added(library, web, "https://a.example/?id=1")
    assert outcome.article.url == "https://harbourpost.example/1"


def test_the_servers_encoding_is_used(library):
    content = "\n\n".join(BODY).format(1).replace("Ann Lowe", "Анна Лоу").encode("koi8-r", errors="ignore")
    web = Web({"https://a.example/1.txt": Fetched(url="https://a.example/1.txt", content=content, charset="KOI8-R")})
    (outcome,) = added(library, web, "https://a.example/1.txt")
    assert "Анна Лоу" in outcome.article.text


def test_what_cannot_be_fetched_is_one_line_and_the_others_are_added(library):
    web = Web({"https://a.example/1": page(1), "https://b.example/": NotAllowed("robots.txt forbids it; save it")})
    outcomes = added(library, web, "https://b.example/", "https://a.example/none", "https://a.example/1")
    assert [outcome.status for outcome in outcomes] == ["refused", "refused", "added"]
    assert [outcome.slug for outcome in outcomes] == ["not-allowed", "unreachable", None]
    assert outcomes[0].line == "refused: https://b.example/: robots.txt forbids it; save it"


@needs_feeds
def test_a_feed_gives_the_articles_it_points_to(library):
    pages = {f"https://harbourpost.example/{n}?from=rss": page(n) for n in (1, 2)}
    web = Web({FEED: Fetched(url=FEED, content=feed(item(1), item(2), item(3)), etag='"v1"'), **pages})
    outcomes = added(library, web, FEED)
    assert told(outcomes) == [("added", 1), ("added", 1), ("refused", 1)]
    first = outcomes[0].article
    assert (first.title, first.published) == ("Terminal 1 shuts", datetime(2026, 3, 1, 9, 31, tzinfo=UTC))
    assert dict(first.found)["title"] == "the entry's title"
    assert first.url == "https://harbourpost.example/1?from=rss"

    web.pages["https://harbourpost.example/3?from=rss"] = page(3)
    web.asked.clear()
    outcomes = added(library, web, FEED)
    assert told(outcomes) == [("added", 1), ("duplicate", 2)]
    assert "2 of its 3 entries were read before" in outcomes[1].line
    assert web.asked == [(FEED, None), ("https://harbourpost.example/3?from=rss", None)]

    web.asked.clear()
    (outcome,) = added(library, web, FEED)
    assert web.asked == [(FEED, '"v1"')]
    assert (outcome.status, outcome.count) == ("told", 0)
    assert "unchanged since it was last read on 2026-03-02" in outcome.line


@needs_feeds
def test_what_the_library_has_is_not_fetched_again(library):
    web = Web({"https://harbourpost.example/1?from=rss": page(1), FEED: feed(item(1))})
    added(library, web, "https://harbourpost.example/1?from=rss")
    web.asked.clear()
    (outcome,) = added(library, web, FEED)
    assert outcome.status == "duplicate"
    assert "was not fetched again" in outcome.line
    assert web.asked == [(FEED, None)]


@needs_feeds
def test_a_saved_feed_is_followed_only_when_asked(library, tmp_path):
    saved = tmp_path / "feed.xml"
    saved.write_bytes(feed(item(1), item(2)))
    web = Web({f"https://harbourpost.example/{n}?from=rss": page(n) for n in (1, 2)})
    (outcome,) = added(library, web, saved)
    assert (outcome.status, outcome.slug, web.asked) == ("refused", "no-article", [])
    assert "2 of its entries only point to articles on the web; add it with --fetch" in outcome.line
    assert told(added(library, web, saved, follow=True)) == [("added", 1), ("added", 1)]
    assert told(added(library, web, saved, follow=True)) == [("duplicate", 2)]
    assert len(web.asked) == 2


@needs_feeds
def test_a_feed_that_became_a_page_is_told(library):
    web = Web({FEED: feed(item(1)), "https://harbourpost.example/1?from=rss": page(1)})
    added(library, web, FEED)
    web.pages[FEED] = page(5)
    outcomes = added(library, web, FEED)
    assert "told" in [outcome.status for outcome in outcomes]
    assert any("no feed any more" in outcome.line for outcome in outcomes)


@needs_feeds
def test_a_page_closed_by_robots_does_not_keep_a_feed_from_being_read(library):
    web = Web({FEED: Fetched(url=FEED, content=feed(item(1)), etag='"v1"')})
    web.pages["https://harbourpost.example/1?from=rss"] = NotAllowed("is closed to programs by robots.txt; save it")
    assert told(added(library, web, FEED)) == [("refused", 1)]
    (again,) = added(library, web, FEED)
    assert "unchanged since it was last read" in again.line


@needs_feeds
def test_of_a_long_feed_some_pages_are_fetched_and_adding_again_goes_on(library):
    pages = {f"https://harbourpost.example/{n}?from=rss": page(n) for n in range(1, 6)}
    web = Web({FEED: Fetched(url=FEED, content=feed(*map(item, range(1, 6))), etag='"v1"'), **pages})
    outcomes = added(library, web, FEED, most=2)
    assert told(outcomes) == [("added", 1), ("added", 1), ("told", 0)]
    assert (
        "3 more entries are waiting (at most 2 are fetched at once: --most); add it again to go on" in outcomes[2].line
    )
    assert told(added(library, web, FEED, most=2)) == [("added", 1), ("added", 1), ("told", 0), ("duplicate", 2)]
    last = added(library, web, FEED, most=2)
    assert told(last) == [("added", 1), ("duplicate", 4)]
    assert web.asked[-2:] == [(FEED, None), ("https://harbourpost.example/5?from=rss", None)]
    assert told(added(library, web, FEED, most=2)) == [("told", 0)]


@needs_feeds
def test_of_a_long_saved_feed_some_pages_are_fetched_at_once(library, tmp_path):
    saved = tmp_path / "feed.xml"
    saved.write_bytes(feed(*map(item, range(1, 6))))
    web = Web({f"https://harbourpost.example/{n}?from=rss": page(n) for n in range(1, 6)})
    outcomes = added(library, web, saved, follow=True, most=3)
    assert told(outcomes) == [("added", 1)] * 3 + [("told", 0)]
    assert "2 more entries are waiting" in outcomes[3].line
    assert told(added(library, web, saved, follow=True, most=3)) == [("duplicate", 1)] * 3 + [("added", 1)] * 2
    assert told(added(library, web, saved, follow=True, most=3)) == [("duplicate", 5)]
