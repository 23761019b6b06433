"""One text printed by two outlets: each print is an article of its own, for that it was copied is to be seen."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from sources.article import Article, print_id
from sources.keeping.schema import ARTICLES, CHANGES

_FRONTS = ("www.", "m.", "amp.", "mobile.", "edition.")
"""What stands before a site's name for a form of the same pages."""


class Publisher(NamedTuple):
    """Who printed a page, as far as it is known."""

    outlet: str | None
    host: str | None

    def differs(self, other: "Publisher") -> bool:
        """Say whether this is surely another than `other`: by outlet, or by host where one has no outlet."""
        if self.outlet and other.outlet:
            return self.outlet != other.outlet
        return bool(self.host and other.host) and self.host != other.host


def publisher(outlet: str | None, url: str | None) -> Publisher:
    """Return who printed a page of this outlet at this address."""
    host = urlsplit(url).hostname if url else None
    if host:
        host = next((host[len(front) :] for front in _FRONTS if host.startswith(front)), host)
    return Publisher(outlet.casefold() if outlet else None, host)


def as_prints(
    connection: Connection, articles: Sequence[Article], *, waiting: Iterable[Article] = ()
) -> tuple[Article, ...]:
    """Return the articles, with an id of its own each that the library has from surely another publisher.

    What a person changed or took out counts as it was kept; `waiting` are articles that are kept elsewhere.
    """
    ids = [article.id for article in articles]
    columns = (ARTICLES.c.id, ARTICLES.c.outlet, ARTICLES.c.url)
    holders = {
        row["id"]: publisher(row["outlet"], row["url"])
        for row in connection.execute(select(*columns).where(ARTICLES.c.id.in_(ids))).mappings()
    }
    changed = select(CHANGES.c.before, CHANGES.c.was).where(CHANGES.c.before.in_(ids), CHANGES.c.undone == 0)
    for row in connection.execute(changed.order_by(CHANGES.c.number)).mappings():
        was = json.loads(row["was"])
        holders.setdefault(row["before"], publisher(was["outlet"], was["url"]))
    for article in waiting:
        holders.setdefault(article.id, publisher(article.outlet, article.url))
    made = []
    for article in articles:
        own = publisher(article.outlet, article.url)
        if own.differs(holders.setdefault(article.id, own)):
            key = own.outlet or own.host or ""
            made.append(replace(article, id=print_id(article.title, article.text, key)))
        else:
            made.append(article)
    return tuple(made)
