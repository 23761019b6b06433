import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import InputError
from sources.page import Elsewhere, Page, Refused
from sources.readers.feed import READER
from sources.readers.feeds.markup import balanced, feed_start, markup_of
from tests.sources.readers.invented_feeds import rss, story, whole


def read(content):
    assert READER.detects(content[:65_536], "feed")
    return list(READER.read(content, "https://harbourpost.example/feed"))


BROKEN = {
    "cut in the middle": lambda text: text[: text.index(b"part 3") + 3],
    "a bare ampersand": lambda text: text.replace(b"part", b"part & parcel &x; &nbsp;"),
    "an undeclared prefix": lambda text: text.replace(b"<item>", b'<item><media:title a:b="1">x</media:title>'),
    "a tag left open": lambda text: text.replace(b"</description><", b"<"),
    "warnings before it": lambda text: b"<?php ?>\nWarning: cannot modify header in line 3\n" + text,
    "control characters": lambda text: text.replace(b"part", b"part\x0c\x01\x1f"),
    "two roots": lambda text: text + text,
    "a stray end": lambda text: text.replace(b"<item>", b"</b></item><item>", 1),
    "attributes twice": lambda text: text.replace(b"<item>", b'<item a="1" a="2">'),
    "encoding declared wrongly": lambda text: b'<?xml version="1.0" encoding="utf-16"?>' + text[21:],
    "a comment left open": lambda text: text.replace(b"</channel>", b"<!-- <item> "),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_markup_is_mended(kind):
    found = read(BROKEN[kind](rss(*(story(number) for number in range(1, 5)))))
    urls = [each.url for each in found if isinstance(each, Elsewhere)]
    assert urls[:2] == ["https://harbourpost.example/news/1", "https://harbourpost.example/news/2"]
    assert all((each.title or "").startswith("Café closes, part") for each in found[:2])


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        + "".join(f'<!ENTITY c{n} "{f"&c{n - 1};" * 10 if n else "&b;"}">' for n in range(12))
        + "]>",
        f'<!DOCTYPE rss [<!ENTITY c11 "{"x" * 50_000}">]>',
        '<!DOCTYPE rss [<!ENTITY c11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % c11 SYSTEM "http://127.0.0.1:9/x"> %c11;]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x">',
    ],
)
def test_entities_of_its_own_unfold_to_nothing(doctype):
    start = time.process_time()
    found = read(rss(story(title="A&c11;" + "&c11;" * 2_000), head=f"<?xml version='1.0'?>{doctype}"))
    assert found[0].title.startswith("A")
    assert len(found[0].title) < 20_000
    assert "root:" not in found[0].title
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "content",
    [
        b"<rss version='2.0'><channel>" + b"<a>" * 30_000,
        b"<rss version='2.0'><channel>" + b"<item>" * 30_000,
        b"<rss version='2.0'><channel><item><title>" + b"<a " * 30_000,
        b"<rss version='2.0'><channel><item><title>" + b"<a:b " * 30_000,
        b"<rss version='2.0'><channel><item><description>" + b"&lt;div&gt;" * 60_000,
        b"<rss version='2.0'><channel><item><description><![CDATA[" + b"<div><aside>" * 60_000,
        b"<rss version='2.0'><channel><item><link>" + b"<![CDATA[" * 60_000,
        b"<rss version='2.0'><channel><title>" + b"RSS " * 60_000,
        b"<rss version='2.0'>" + b" " * 1_000_000,
    ],
)
def test_hostile_markup_costs_little(content):
    start = time.process_time()
    for each in read(content):
        assert isinstance(each, Page | Elsewhere | Refused)
    assert time.process_time() - start < 8


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_feed_damaged_anywhere_is_read_or_refused_in_one_line(data):
    content = rss(story(1), whole(2), story(3, link="/3"))
    start = data.draw(st.integers(0, len(content)))
    stop = data.draw(st.integers(start, min(len(content), start + 40)))
    damaged = content[:start] + data.draw(st.binary(max_size=30)) + content[stop:]
    if not READER.detects(damaged, "x"):
        return
    told = ["read"]
    try:
        for each in READER.read(damaged, "x"):
            told += [str(each.error)] if isinstance(each, Refused) else [each.title or "none", each.url or "none"]
    except InputError as error:
        told.append(str(error))
    assert all(len(line.splitlines()) == 1 for line in told)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<a><b>x</a>", "<a><b>x</b></a>"),
        ("<a></b>x</a></a>", "<a>x</a>"),
        ("<a>1 < 2 <b/>", "<a>1 &lt; 2 <b/></a>"),
        ("<a x='1>2'><!-- <b> --><?b <b>?>y", "<a x='1>2'>y</a>"),
        ('<a x="1><b>y</b>', "<a><b>y</b></a>"),
        ("<a><![CDATA[<b>]]>", "<a><![CDATA[<b>]]></a>"),
        (
            "<rss><channel><item><title>x<item>y",
            "<rss><channel><item><title>x</title></item><item>y</item></channel></rss>",
        ),
        ("<a", "<a></a>"),
    ],
)
def test_every_element_ends(text, mended):
    assert "".join(balanced(text)) == mended


def test_a_feed_is_taken_apart_and_put_together():
    markup = markup_of(rss(story(1), story(2), more="<image><title>x</title></image>").decode())
    assert len(markup.entries) == 2
    first, later = markup.document(markup.entries[:1], head=True), markup.document(markup.entries[1:], head=False)
    assert b">Harbour Post</title>" in first
    assert b"part 1" in first
    assert b"part 2" not in first
    assert b"Harbour Post" not in later
    assert b"part 2" in later
    assert len(markup_of(first.decode()).entries) == len(markup_of(later.decode()).entries) == 1


def test_where_a_feed_starts():
    assert feed_start("\ufeff \n<?xml version='1.0'?><!-- a --><rss version='2.0'>") == 34
    assert feed_start("Warning: x\n<?xml version='1.0'?><rss version='2.0'>") == 32
    assert feed_start("Warning: x <rss version='2.0'>") is None
    assert feed_start("") is None
    with pytest.raises(InputError, match="is no feed that can be read"):
        markup_of("<html/>")
