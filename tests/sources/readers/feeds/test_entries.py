import pytest

from sources.errors import InputError
from sources.readers.feeds.entries import Entry, Feed, entries_of, json_entries_of
from sources.readers.feeds.markup import Markup, markup_of
from tests.sources.readers.invented_feeds import item, rss, story


def entries(*items, **feed):
    return list(entries_of(markup_of(rss(*items, **feed).decode())))


def test_the_feed_comes_first_and_then_each_entry():
    feed, *found = entries(story(1), story(2), more="<managingEditor>Cy Chief</managingEditor>")
    assert feed == Feed(title="Harbour Post", link="https://harbourpost.example/", author="Cy Chief")
    assert [each.title for each in found] == ["Café closes, part 1", "Café closes, part 2"]
    assert entries() == [Feed(title="Harbour Post", link="https://harbourpost.example/")]


def test_batches_are_one_feed():
    feed, *found = entries(*(story(number) for number in range(450)))
    assert isinstance(feed, Feed)
    assert [each.link.rpartition("/")[2] for each in found] == [str(number) for number in range(450)]


def test_what_an_entry_says():
    held = item(
        title="A",
        link="/1",
        description="teaser",
        content_encoded="whole",
        pubDate="Tue, 03 Mar 2026 09:30:00 +0100",
        dc_creator="Ann Writer",
        category="World",
    )
    (_, entry) = entries(held.replace("</item>", "<category>Cafés</category><category>World</category></item>"))
    assert entry == Entry(
        title="A",
        link="/1",
        texts=("whole", "teaser"),
        published="Tue, 03 Mar 2026 09:30:00 +0100",
        dated_by="published",
        authors=("Ann Writer",),
        sections=("World", "Cafés"),
    )


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("post@harbourpost.example (Ann Writer)", ("Ann Writer",)),
        ("Ann Writer &lt;ann@h.com&gt;", ("Ann Writer",)),
        ("Ann Writer (ann@harbourpost.example)", ("Ann Writer",)),
        ("ann@harbourpost.example", ()),
        ("https://harbourpost.example/ann", ()),
        ("Ann Writer and Bo Reader", ("Ann Writer and Bo Reader",)),
        ("", ()),
    ],
)
def test_authors_are_names_without_addresses(author, names):
    assert entries(item(title="A", author=author))[1].authors == names


def test_the_first_address_of_an_article_wins_over_the_counter_in_between():
    prefix = '<item xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><feedburner:origLink>'
    held = f"{prefix}https://harbourpost.example/1</feedburner:origLink><link>https://counter.example/x</link></item>"
    assert entries(held)[1].link == "https://harbourpost.example/1"


def test_an_entry_that_breaks_the_parser_costs_no_other():
    good = markup_of(rss(story(1), story(2)).decode())
    broken = Markup(
        head=good.head, bare=good.bare, entries=(good.entries[0], b"<item>", good.entries[1]), tail=good.tail
    )
    feed, one, error, two = entries_of(broken)
    assert feed.title == "Harbour Post"
    assert (one.title, two.title) == ("Café closes, part 1", "Café closes, part 2")
    assert isinstance(error, InputError)


@pytest.mark.parametrize("text", ["{", "[]", '{"items": {}}', "{" * 5_000, '{"a":' * 5_000])
def test_json_that_is_no_feed(text):
    with pytest.raises(InputError) as caught:
        list(json_entries_of(text))
    assert len(str(caught.value).splitlines()) == 1


def test_odd_json_is_read_as_far_as_it_goes():
    odd = '{"title": 3, "authors": [1, {"name": null}], "tags": "x", "url": ["a"]}'
    text = f'{{"items": [{odd}, null, {{"author": {{"name": "A"}}}}]}}'
    feed, one, error, two = json_entries_of(text)
    assert feed == Feed()
    assert one == Entry(dated_by="date_published")
    assert isinstance(error, InputError)
    assert two.authors == ("A",)
