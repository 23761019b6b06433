"""Feeds made by the tests, of invented news."""

from xml.sax.saxutils import escape

SENTENCES = (
    "The harbour council voted on Tuesday to close the café by the old ferry terminal, which surprised its traders.",
    "Mayor Ann Lowe said that the closure would save money and that there was no other choice open to her this year.",
    "Opponents plan to march on the town hall this weekend with four thousand signatures against the whole plan.",
    "The ferry company, which owns the building, has not answered questions about what will become of it in spring.",
    "Two other cafés along the water have closed since last winter, and a third one is looking for a new tenant now.",
    "Regular guests gathered in front of the locked door in the morning and drank their coffee from flasks instead.",
    "The council will speak about the matter again in April, when the new figures of the harbour are to be shown.",
    "Until then the terminal remains open for passengers, although nobody may sell them anything to eat or to drink.",
    "A spokesman for the traders called the decision hasty and asked why nobody had been heard before it was taken.",
)
WHOLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TEASER = "<p>The harbour council voted to close the café by the old ferry terminal.</p>"


def item(**fields):
    """An RSS item; a name such as content_encoded becomes content:encoded."""
    named = {name.rstrip("_").replace("_", ":", 1): value for name, value in fields.items()}
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in named.items()) + "</item>"


def rss(*items, title="Harbour Post", link="https://harbourpost.example/", more="", head='<?xml version="1.0"?>'):
    return (
        f'{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">'
        f"<channel><title>{title}</title><link>{link}</link><description>News</description>{more}"
        f"{''.join(items)}</channel></rss>"
    ).encode()


def story(number=1, **fields):
    """An item with a headline, an address, a date and a teaser."""
    return item(
        **{
            "title": f"Café closes, part {number}",
            "link": f"https://harbourpost.example/news/{number}",
            "pubDate": "Tue, 03 Mar 2026 09:30:00 +0100",
            "description": escape(TEASER),
        }
        | fields
    )


def whole(number=1, **fields):
    """The same with the whole text."""
    return story(number, **{"content_encoded": f"<![CDATA[{WHOLE}]]>"} | fields)
