"""What is missing or unclear in a library, counted once for each run of the analysis."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from analysis.results import Results
from sources.outlets import Outlets, host_of

FEWEST_DAYS = 3
"""Days with pages of several outlets from which on an outlet's days without one are holes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that no listed outlet has, or a host whose pages name none."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """On which days of the library an outlet has pages."""

    outlet: str
    pages: int
    days: int
    """Days (UTC) on which it has a page."""

    of: int
    """Days on which any outlet has one."""

    none_from: date | None
    none_to: date | None
    """The longest row of days on which others have pages and it has none; None where there is no such day."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quality:
    """What is missing or unclear."""

    pages: pd.DataFrame
    """ARTICLES by id: outlet, title, url, published, language."""

    nameless: tuple[Named, ...]
    """Pages without an outlet, by the host of their address ("" where they have none); the most first."""

    unlisted: tuple[Named, ...]
    """Names that no listed outlet has, with their pages; the most first."""

    undated: tuple[str, ...]
    """Ids of the pages without a date."""

    unscored: tuple[tuple[str, int], ...]
    """Languages that are not scored, with how many pages; the most first."""

    shortened: tuple[tuple[str, str], ...]
    """(page, why) where less than the whole text is held: cut, paywalled or summary."""

    copies: tuple[str, ...]
    """Ids of the pages that print another's text."""

    agencies: int
    """Pages that print a news agency's text as a whole."""

    days: tuple[Days, ...]
    """Outlets by their days, those with most pages first."""


@lru_cache(maxsize=2)
def quality(results: Results) -> Quality:
    """Return what is missing or unclear in the articles of a run."""
    articles = results.table("articles")
    pages = articles.set_index("id")[["outlet", "title", "url", "published", "language"]]
    named = pages["outlet"].dropna()
    credits = results.table("credits")
    short = results.table("shortened")
    languages = pages["language"].dropna()
    counted = languages[languages != "en"].value_counts()
    return Quality(
        pages=pages,
        nameless=_nameless(pages),
        unlisted=_unlisted(named, results.outlets),
        undated=tuple(pages.index[pages["published"].isna()].tolist()),
        unscored=tuple((str(code), int(count)) for code, count in counted.items()),
        shortened=tuple(zip(short["article"].tolist(), short["held"].tolist(), strict=True)),
        copies=tuple(dict.fromkeys(results.table("copies")["article"].tolist())),
        agencies=int(credits.loc[credits["whole"] & (credits["where"] != "outlet"), "article"].nunique()),
        days=days_of(pages),
    )


def days_of(pages: pd.DataFrame) -> tuple[Days, ...]:
    """Return on which days each outlet has pages, of those on which any has; undated pages are left out."""
    dated = pages.dropna(subset=["published", "outlet"])
    if dated.empty:
        return ()
    on = pd.to_datetime(dated["published"], utc=True).dt.date
    every = sorted(set(on))
    found = []
    for outlet, rows in on.groupby(dated["outlet"], sort=True):
        has = set(rows)
        start, end = _longest_hole(every, has)
        made = Days(outlet=str(outlet), pages=len(rows), days=len(has), of=len(every), none_from=start, none_to=end)
        found.append(made)
    return tuple(sorted(found, key=lambda each: (-each.pages, each.outlet)))


def _longest_hole(every: list[date], has: set[date]) -> tuple[date | None, date | None]:
    """Return the first and last of the longest row of days that an outlet lacks; the row is of days with pages."""
    best: list[date] = []
    row: list[date] = []
    for day in every:
        row = [] if day in has else [*row, day]
        best = row if len(row) > len(best) else best
    return (best[0], best[-1]) if best else (None, None)


def _nameless(pages: pd.DataFrame) -> tuple[Named, ...]:
    rows = pages[pages["outlet"].isna()]
    hosts = [host_of(url) if isinstance(url, str) and url.startswith("http") else "" for url in rows["url"].tolist()]
    return _grouped(list(zip(hosts, rows.index.tolist(), strict=True)))


def _unlisted(named: pd.Series, outlets: Outlets) -> tuple[Named, ...]:
    unknown = {name for name in named.unique().tolist() if outlets.by_name(name) is None}
    return _grouped([(str(name), str(article)) for article, name in named.items() if name in unknown])


def _grouped(pairs: list[tuple[str, str]]) -> tuple[Named, ...]:
    found: dict[str, list[str]] = {}
    for name, article in pairs:
        found.setdefault(str(name), []).append(str(article))
    made = [Named(name=name, articles=tuple(articles)) for name, articles in found.items()]
    return tuple(sorted(made, key=lambda each: (-len(each.articles), each.name)))
