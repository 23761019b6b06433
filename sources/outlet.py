"""`Outlet`: what is known of one outlet, facts only."""

from collections.abc import Mapping
from dataclasses import dataclass

KINDS: Mapping[str, str] = {
    "agency": "sells its reports to other outlets",
    "broadsheet": "general newspaper of record or quality daily",
    "tabloid": "general newspaper in popular style",
    "broadcaster": "television or radio, with a news site",
    "business": "business, markets and finance",
    "magazine": "weekly or monthly of news and comment",
    "online": "general news, published on the web only",
    "specialist": "one subject: technology, politics, cryptocurrency",
    "local": "news of one town or region",
    "opinion": "comment before reports",
}
"""The closed list of what an outlet may be, with the meaning of each word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What somebody else says of an outlet: shown with its source and date, never part of a score."""

    value: str
    """In the words of whoever gave it."""

    by: str
    """Who gave it."""

    date: str
    """When, as an ISO date (2026-01-31)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet. Facts only; ratings by others come from people's own files."""

    key: str
    """Name of its table in the TOML file: lower case letters, digits and hyphens."""

    name: str
    """The canonical name, the one that `Article.outlet` holds."""

    names: tuple[str, ...]
    """All names as they appear in text, the canonical one first."""

    domains: tuple[str, ...]
    """Hosts whose pages are this outlet's, without "www."; subdomains count as well."""

    country: str
    """Where it is published from: ISO 3166-1 code of two letters ("GB")."""

    language: str
    """What it mainly publishes in under these domains: ISO 639-1 code ("en")."""

    kind: str
    """One of `KINDS`."""

    owner: str | None = None
    """Who owns it; None when not recorded."""

    feeds: tuple[str, ...] = ()
    """Addresses of its RSS or Atom feeds; empty when none is recorded."""

    ratings: tuple[Rating, ...] = ()
    """Ratings by others; empty in the list that comes with Parallax."""
