"""Whose text a page prints, by what it says of it: the credits of news agencies."""

from collections.abc import Collection

import pandas as pd

from analysis.stories.agency_names import agencies
from analysis.stories.agency_signs import signs
from analysis.stories.copies import REPRINT
from analysis.tables import CREDITS
from sources.outlets import Outlets


def agency_pages(articles: pd.DataFrame, *, outlets: Outlets | None = None) -> frozenset[str]:
    """Return the ids of the articles (ARTICLES: id, outlet) whose outlet is a news agency."""
    own = agencies(outlets).own
    return frozenset(
        article for article, outlet in zip(articles["id"], articles["outlet"], strict=True) if outlet in own
    )


def find_credits(
    articles: pd.DataFrame,
    copies: pd.DataFrame,
    *,
    outlets: Outlets | None = None,
    signed: pd.DataFrame | None = None,
    fresh: Collection[str] = (),
) -> pd.DataFrame:
    """Return CREDITS of the articles (ARTICLES: id, outlet, title, text, byline, removed are read), in their order.

    An agency's own page is credited to it and nothing else is asked. On all other pages count the signs of
    `analysis.stories.agency_signs` and, where none is for the whole, COPIES: who prints an agency's page, or a page
    that is an agency's text by its own words, prints the agency; the whole where that is `REPRINT` of the text. Words
    that cite an agency ("told AFP") are no credit. With `signed`, the CREDITS of these articles before, the text is
    read of those in `fresh` alone.
    """
    known = agencies(outlets)
    found = dict[str, list[_Row]]() if signed is None else _signed(articles, signed)
    if signed is not None:
        articles = articles[articles["id"].isin(set(fresh))]
    columns = (articles[name].tolist() for name in ("id", "outlet", "title", "text", "byline", "removed"))
    for article, named, title, text, byline, removed in zip(*columns, strict=True):
        outlet = named if isinstance(named, str) else None
        if outlet in known.own:
            found[article] = [(outlet, True, "outlet", None)]
            continue
        head, author = (value if isinstance(value, str) else None for value in (title, byline))
        cut = removed if isinstance(removed, (list, tuple)) else ()
        found[article] = list(signs(text, title=head, byline=author, removed=cut, outlet=outlet, known=known))
    _through_copies(found, copies)
    return CREDITS.frame((article, *row) for article, rows in found.items() for row in rows)


_Row = tuple[str | None, bool, str, str | None]


def _signed(articles: pd.DataFrame, signed: pd.DataFrame) -> dict[str, list[_Row]]:
    """Return the rows that each article had by its own words, in the order of the articles."""
    found: dict[str, list[_Row]] = {article: [] for article in articles["id"]}
    own = signed[(signed["where"] != "body") & signed["article"].isin(found.keys())]
    for article, agency, whole, where, quote in zip(*(own[name].tolist() for name in CREDITS.names), strict=True):
        named, said = (value if isinstance(value, str) else None for value in (agency, quote))
        found[article].append((named, whole, where, said))
    return found


def _through_copies(found: dict[str, list[_Row]], copies: pd.DataFrame) -> None:
    """Add what copies tell of pages without a credit for the whole of their own: originals before their copies."""
    printed = {
        article: (original, share)
        for article, original, share in zip(copies["article"], copies["original"], copies["share"], strict=True)
        if article in found and original in found and not any(whole for _, whole, _, _ in found[article])
    }

    def settle(article: str) -> None:
        original, share = printed.pop(article)
        if original in printed:
            settle(original)
        whole = {agency for agency, whole, _, _ in found[original] if whole}
        if len(whole) == 1:
            found[article].append((*whole, share >= REPRINT, "body", None))

    while printed:
        settle(next(iter(printed)))
