"""`parallax add ADDRESS` from the command line to the library, through a real server on this machine."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import parallax
from sources.library import Library
from tests.sources.own_server import OwnServer, page

TEXT = (
    "<p>The harbour council voted on Tuesday to close the old ferry terminal number {0}, a decision that surprised "
    "many of the traders who work there.</p><p>Mayor Ann Lowe said that the closure would save money. “We have no "
    "choice,” she told reporters after the meeting about number {0} on the pier.</p>"
)
HTML = '<!doctype html><html><head><meta charset="utf-8"></head><body><article>' + TEXT + "</article></body></html>"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>{0}</link>'
    "<item><title>Terminal 1 shuts</title><link>{0}1</link><pubDate>Sun, 01 Mar 2026 09:31:00 GMT</pubDate></item>"
    "<item><title>Terminal 2 shuts</title><link>{0}2</link><pubDate>Sun, 01 Mar 2026 09:32:00 GMT</pubDate></item>"
    "</channel></rss>"
)


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    library = str(tmp_path / "library.sqlite")
    return lambda *words: CliRunner().invoke(parallax, ["--library", library, *map(str, words)])


def feed(request) -> None:
    if request.headers.get("If-None-Match") == '"v1"':
        request.answer(304)
    else:
        body = FEED.format(request.server.site.url("/")).encode()
        request.answer(200, body, content_type="application/rss+xml", etag='"v1"')


@pytest.fixture
def site():
    pages = {f"/{number}": page(HTML.format(number).encode()) for number in (1, 2, 3)}
    with OwnServer({**pages, "/feed": feed}) as server:
        yield server


def test_a_page_and_what_cannot_be_fetched(run, site, tmp_path):
    done = run("add", "--allow-private", site.url("/1"), site.url("/none"))
    assert done.exit_code == 0
    assert "1 added, 0 already there, 1 refused" in done.output
    with Library(tmp_path / "library.sqlite") as library:
        (article,) = library.articles()
    assert article.url == site.url("/1")
    assert "“We have no choice,”" in article.text
    assert "1 already there" in run("add", "--allow-private", site.url("/1")).output


def test_private_addresses_are_refused_unless_allowed(run, site):
    done = run("add", site.url("/1"))
    assert done.exit_code == 1
    assert "--allow-private" in done.output
    assert site.asked == []


def test_a_feed_now_and_later(run, site, tmp_path):
    done = run("add", "--allow-private", site.url("/feed"))
    assert "2 added, 0 already there, 0 refused" in done.output
    assert "Terminal 1 shuts" in done.output
    with Library(tmp_path / "library.sqlite") as library:
        assert [article.published.minute for article in library.articles()] == [31, 32]
    again = run("add", "--allow-private", site.url("/feed"))
    assert again.exit_code == 0
    assert f"note: {site.url('/feed')}: unchanged since it was last read on 20" in again.output
    assert site.times()["/1"] == 1


def test_a_saved_feed_is_fetched_only_when_asked(run, site, tmp_path):
    saved = tmp_path / "feed.xml"
    saved.write_text(FEED.format(site.url("/")))
    done = run("add", saved)
    assert done.exit_code == 1
    assert "2 of its entries only point to articles on the web; add it with --fetch" in done.output
    done = run("add", "--fetch", "--allow-private", saved)
    assert "2 added, 0 already there, 0 refused" in done.output
