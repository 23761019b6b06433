import pytest

from sources.readers.feeds.outlet import outlet_of

POST = "https://www.harbourpost.example/news/1"


@pytest.mark.parametrize(
    ("title", "link", "name"),
    [
        ("Harbour Post", POST, "Harbour Post"),
        ("Harbour Post - RSS", POST, "Harbour Post"),
        ("Harbour Post RSS Feed", POST, "Harbour Post"),
        ("Harbour Post (RSS 2.0)", POST, "Harbour Post"),
        ("RSS feed of Harbour Post", POST, "Harbour Post"),
        ("RSS: Harbour Post", POST, "Harbour Post"),
        ("Latest news from Harbour Post", POST, "Harbour Post"),
        ("World news | The Harbour Post", POST, "The Harbour Post"),
        ("The Harbour Post > World", POST, "The Harbour Post"),
        ("Harbour Post: Top Stories", POST, "Harbour Post"),
        ("HP News - World", "https://feeds.hp.example/1", "HP News - World"),
        ("NHC > World", "https://nhc.example/1", "NHC"),
        ("New Harbour Chronicle - World", "https://nhc.example/1", "New Harbour Chronicle"),
        ("Quayside", "https://another.example/1", "Quayside"),
    ],
)
def test_the_name_stands_in_the_title(title, link, name):
    found = outlet_of(title, [link])
    if name == "HP News - World":  # two letters spell nothing
        assert found == ("hp.example", "the entry's address")
    else:
        assert found == (name, "the feed's title")


@pytest.mark.parametrize("title", ["", "Top stories", "News", "World - Politics", "RSS", "A | B | C"])
def test_else_the_address_stands_for_the_outlet(title):
    assert outlet_of(title, [POST]) == ("harbourpost.example", "the entry's address")


def test_nothing_tells_nothing():
    assert outlet_of("", []) is None
    assert outlet_of("News", ["http://[", "nonsense"]) is None
    assert outlet_of("Quayside", []) == ("Quayside", "the feed's title")
