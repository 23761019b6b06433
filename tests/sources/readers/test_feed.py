import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sources.clean import settle
from sources.collect import collect
from sources.errors import InputError, NoArticle
from sources.library import Library
from sources.outlets import load_outlets
from sources.page import Elsewhere, Page, Refused
from sources.readers import ALL_READERS
from sources.readers.feed import READER
from tests.sources.readers.invented_feeds import SENTENCES, WHOLE, item, rss, story, whole

MOMENT = datetime(2026, 3, 3, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def read(content, origin="https://harbourpost.example/feed"):
    content = content.encode() if isinstance(content, str) else content
    assert READER.detects(content[:65_536], "feed")
    return list(READER.read(content, origin))


def test_an_entry_with_its_whole_text_is_a_page():
    (page,) = read(rss(whole(dc_creator="Ann Writer", category="World")))
    assert isinstance(page, Page)
    assert [block.text for block in page.blocks] == list(SENTENCES)
    assert (page.reader, page.settled, page.origin) == ("feed", True, "https://harbourpost.example/feed, entry 1")
    assert (page.title, page.url) == ("Café closes, part 1", "https://harbourpost.example/news/1")
    assert (page.outlet, page.byline, page.section) == ("Harbour Post", "Ann Writer", "World")
    assert page.published == MOMENT
    assert page.published.utcoffset() == timedelta(hours=1)
    assert dict(page.found) == {
        "title": "the entry's title",
        "url": "the entry's link",
        "outlet": "the feed's title",
        "published": "the entry's published",
        "byline": "the entry's author",
        "section": "the entry's only category",
    }


def test_an_entry_with_a_teaser_points_to_its_page():
    (entry,) = read(rss(story(author="post@harbourpost.example (Ann Writer)")))
    assert isinstance(entry, Elsewhere)
    assert (entry.url, entry.title) == ("https://harbourpost.example/news/1", "Café closes, part 1")
    assert (entry.outlet, entry.byline, entry.published) == ("Harbour Post", "Ann Writer", MOMENT)
    assert set(dict(entry.found)) == {"title", "outlet", "byline", "published"}


def test_a_page_of_a_feed_becomes_an_article():
    (page,) = read(rss(whole()))
    article = settle(page, outlets=load_outlets())
    assert article.text == "\n\n".join(SENTENCES)
    assert article.title == "Café closes, part 1"


ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbourpost.example/news/">
<title type="html">Harbour Post &amp;ndash; News</title><link rel="self" href="/atom"/><link href="https://harbourpost.example/"/>
<entry><title type="html">Café &lt;em&gt;closes&lt;/em&gt; &amp;amp; reopens</title><link rel="alternate" href="1"/>
<link rel="enclosure" type="image/png" href="1.png"/><id>tag:1</id>
<published>2026-03-03T09:30:00+01:00</published><updated>2026-03-04T09:30:00Z</updated>
<author><name>Ann Writer</name></author><author><name>Bo Reader</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry>
<entry><title>Teaser</title><link href="2"/><id>tag:2</id><updated>2026-03-04T09:30:00Z</updated>
<summary type="text">Only the beginning.</summary></entry></feed>"""


def test_atom():
    page, entry = read(ATOM)
    assert isinstance(page, Page)
    assert [block.text for block in page.blocks] == list(SENTENCES)
    assert (page.title, page.byline) == ("Café closes & reopens", "Ann Writer, Bo Reader")
    assert (page.url, page.published) == ("https://harbourpost.example/news/1", MOMENT)
    assert isinstance(entry, Elsewhere)
    assert entry.url == "https://harbourpost.example/news/2"
    assert entry.published == datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    assert dict(entry.found)["published"] == "the entry's updated, its only date"


def test_rss_1_and_0_91():
    one = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbourpost.example/">'
        "<title>Harbour Post</title><link>https://harbourpost.example/</link></channel>"
        '<item rdf:about="https://harbourpost.example/1"><title>Café closes</title>'
        "<link>https://harbourpost.example/1</link><dc:date>2026-03-03T09:30:00+01:00</dc:date></item></rdf:RDF>"
    )
    old = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
        '<rss version="0.91"><channel><title>Harbour Post</title><link>https://harbourpost.example/</link>'
        "<item><title>Caf&eacute; closes</title><link>https://harbourpost.example/1</link></item></channel></rss>"
    )
    for content, published in ((one, MOMENT), (old, None)):
        (entry,) = read(content)
        assert isinstance(entry, Elsewhere)
        assert (entry.title, entry.url) == ("Café closes", "https://harbourpost.example/1")
        assert (entry.outlet, entry.published) == ("Harbour Post", published)


def test_a_feed_in_json():
    held = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "home_page_url": "https://harbourpost.example/",
        "items": [
            {"id": "1", "url": "/1", "title": "Café closes", "content_html": WHOLE, "tags": ["World"]}
            | {"date_published": "2026-03-03T09:30:00+01:00", "authors": [{"name": "Ann Writer"}]},
            {"id": "https://harbourpost.example/2", "summary": "Only the beginning."},
            "nothing",
        ],
    }
    page, entry, refused = read(json.dumps(held))
    assert (page.title, page.url, page.byline) == ("Café closes", "https://harbourpost.example/1", "Ann Writer")
    assert (page.published, page.section, page.outlet) == (MOMENT, "World", "Harbour Post")
    assert isinstance(entry, Elsewhere)
    assert (entry.url, entry.title) == ("https://harbourpost.example/2", None)
    assert isinstance(refused, Refused)
    for broken in (
        '{"version": "https://jsonfeed.org/version/1", "items": 3}',
        '{"version":"http://jsonfeed.org/version/1"',
    ):
        with pytest.raises(InputError):
            read(broken)


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/news/1", "https://harbourpost.example/news/1"),
        ("news/1?a=1&amp;amp;b=2", "https://harbourpost.example/news/1?a=1&b=2"),
        ("<![CDATA[ https://harbourpost.example/1?a=1&b=2 ]]>", "https://harbourpost.example/1?a=1&b=2"),
        ("//cdn.harbourpost.example/1", "https://cdn.harbourpost.example/1"),
        ("\n https://harbourpost.example/a\n b \n", "https://harbourpost.example/ab"),
    ],
)
def test_addresses_are_whole(link, url):
    assert read(rss(story(link=link)))[0].url == url


@pytest.mark.parametrize(
    "link", ["", "javascript:alert(1)", "mailto:a@b.example", "ftp://h.example/", "http://[", "tag:1"]
)
def test_an_entry_that_leads_nowhere_is_refused_unless_it_holds_the_text(link):
    teaser, page = read(rss(story(link=link), whole(link=link)))
    assert isinstance(teaser, Refused)
    assert isinstance(teaser.error, NoArticle)
    assert "has neither the article's whole text nor its address" in str(teaser.error)
    assert isinstance(page, Page)
    assert page.url is None


def test_the_permanent_name_is_the_address_where_there_is_no_link():
    entry = item(title="A", guid="https://harbourpost.example/guid")
    assert read(rss(entry))[0].url == "https://harbourpost.example/guid"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<![CDATA[Café <b>closes</b> & reopens]]>", "Café closes & reopens"),
        ("Caf&amp;eacute; &amp;quot;closes&amp;quot;", 'Café "closes"'),
        ("Caf&eacute;&nbsp;closes", "Café closes"),
        ("AT&T & more", "AT&T & more"),
        ("How to write &amp;lt;b&amp;gt;", "How to write <b>"),
        ("5 &lt; 6", "5 < 6"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "alert(1)"),
        ("A&#0;B&#xFFFFFFFFF;C\x07", "A\ufffdB\ufffdC"),
        ("", None),
    ],
)
def test_headlines_are_text(title, shown):
    assert read(rss(story(title=title)))[0].title == shown


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Tue, 03 Mar 2026 09:30:00 +0100", MOMENT),
        ("Tue, 03 Mar 2026 09:30:00 CET", MOMENT),
        ("Tue, 03 Mar 2026 08:30:00 GMT", MOMENT),
        ("Tue, 03 Mar 2026 03:30:00 EST", MOMENT),
        ("2026-03-03T09:30:00+01:00", MOMENT),
        ("Tue, 03 Mar 2026 08:30:00 XYZ", MOMENT),
        ("yesterday", None),
        ("Tue, 33 Mar 2026 09:30:00 +0100", None),
        ("", None),
    ],
)
def test_dates_keep_their_zone(date, moment):
    (page,) = read(rss(whole(pubDate=date)))
    assert page.published == moment
    assert ("published" in dict(page.found)) is (moment is not None)
    assert bool(page.notes) is (moment is None and bool(date))
    if "XYZ" in date:
        assert "time zone 'XYZ' is not known, read as UTC" in dict(page.found)["published"]


def test_episodes_are_no_articles():
    sound = '<enclosure url="https://harbourpost.example/1.mp3" type="audio/mpeg" length="1"/>'
    episode = story(itunes_duration="10:00").replace("</item>", f"{sound}</item>")
    bare = item(title="A").replace("</item>", f"{sound}</item>")
    read_aloud = story().replace("</item>", f"{sound}</item>")
    film = story(yt_videoId="abc", link="https://films.example/1")
    found = read(rss(episode, bare, read_aloud, film, head=""))
    assert [type(each) for each in found] == [Refused, Refused, Elsewhere, Refused]
    assert "is a sound (audio/mpeg) without the text of an article" in str(found[0].error)


def test_an_outlet_named_for_each_entry_wins():
    entry = story(title="Café closes - Harbour Post", source="Harbour Post")
    (found,) = read(rss(entry, title="café - Search news", link="https://search.example/"))
    assert (found.title, found.outlet) == ("Café closes", "Harbour Post")
    assert dict(found.found)["outlet"] == "the entry's source"


def test_several_categories_tell_no_section():
    (page,) = read(rss(whole(category="World").replace("</item>", "<category>Cafés</category></item>")))
    assert page.section is None


def test_a_byline_is_a_person():
    (one, two) = read(rss(whole(dc_creator="By Ann Writer"), whole(dc_creator="Harbour Post")))
    assert (one.byline, two.byline) == ("Ann Writer", None)


def test_many_entries_come_one_after_the_other():
    feed = rss(*(story(number) for number in range(1_000)))
    found = READER.read(feed, "feed.xml")
    assert next(iter(found)).url.endswith("/news/0")
    assert [each.origin for each in found][-1] == "feed.xml, entry 1000"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252", "utf-16-le"])
def test_any_encoding_comes_through_the_front_door(encoding, tmp_path):
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    feed = rss(story(), whole(2), head=f'<?xml version="1.0" encoding="{declared}"?>').decode().encode(encoding)
    (tmp_path / "a.bin").write_bytes(feed)
    with Library(tmp_path / "library.sqlite") as library:
        told = {each.status: each for each in collect([str(tmp_path / "a.bin")], library, outlets=load_outlets())}
    assert set(told) == {"refused", "added"}
    assert "points to an article" in told["refused"].message
    assert told["added"].article.title == "Café closes, part 2"
    assert "café" in told["added"].article.text


def chosen(content, name="x"):
    return next(reader for reader in ALL_READERS if reader.detects(content[:65_536], name))


@pytest.mark.parametrize(
    "content",
    [
        rss(story()),
        b"\xef\xbb\xbf\n\n" + rss(story()),
        rss(whole(title="<![CDATA[<html><body>a page in a feed</body></html>]]>")),
        rss(head='<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- <html> -->'),
        ATOM.encode(),
        ATOM.replace("<feed xmlns=", "<a:feed xmlns:a=").replace("</feed>", "</a:feed>").encode(),
        b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}',
    ],
)
def test_feeds_are_known_by_their_content(content):
    assert chosen(content) is READER


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="alternate" '
        b'type="application/rss+xml" href="/rss"/></head><body><p>The words rss and feed.</p></body></html>',
        b"<!DOCTYPE html><html><body><pre>&lt;rss version='2.0'&gt;</pre><feed></feed></body></html>",
        b"<div><rss version='2.0'><channel></channel></rss></div>",
        b"<article><p>How a feed begins: &lt;rss&gt;</p></article>",
        b"A text about <rss> and other formats, in which nothing else looks like one of them.",
        b"<?xml version='1.0'?><feed><bag weight='2'/></feed>",
        b'{"version": "1", "items": []}',
        b'{"text": "see https://jsonfeed.org/version/1.1"}',
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><skos:Concept/></rdf:RDF>",
        b"<?xml version='1.0'?><!-- <rss version='2.0'><channel> --><urlset></urlset>",
        b"title,text\nA,<rss version='2.0'><channel>\n",
        b"",
    ],
)
def test_other_things_are_no_feeds(content):
    assert not READER.detects(content, "rss.xml")


def test_an_empty_feed_holds_nothing():
    assert read(rss()) == []
    with pytest.raises(InputError, match="is no feed that can be read"):
        list(READER.read(b"<html></html>", "x"))
