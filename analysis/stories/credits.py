"""Whose text a page prints, by what it says of it: the credits of news agencies."""

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


def find_credits(articles: pd.DataFrame, copies: pd.DataFrame, *, outlets: Outlets | None = None) -> pd.DataFrame:
    """Return CREDITS of the articles (ARTICLES: id, outlet, title, text, byline, removed are read), in their order.

    An agency's own page is credited to it and nothing else is asked. On all other pages count the signs of
    `analysis.stories.agency_signs` and, where none is for the whole, COPIES: who prints an agency's page, or a page
    that is an agency's text by its own words, prints the agency; the whole where that is `REPRINT` of the text. Words
    that cite an agency ("told AFP") are no credit.
    """
    known = agencies(outlets)
    found: dict[str, list[_Row]] = {}
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
