"""Whose text a page prints, in words for people: the credits of news agencies."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.wording import text_or

_PLACES = {
    "dateline": "dateline",
    "byline": "byline",
    "credit line": "credit line",
    "end of the text": "end of the text",
    "cut line": "credit line, cut from the text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One sign that a page's text, or a part of it, is a news agency's: a row of CREDITS."""

    agency: str | None
    whole: bool
    where: str
    quote: str | None


def credits_of(results: Results, articles: Sequence[str]) -> dict[str, tuple[Credit, ...]]:
    """Return the credits of each of these articles, those of the whole text first; none where nothing is credited."""
    found: dict[str, list[Credit]] = {article: [] for article in articles}
    for row in rows_of(results.rows("credits", article=list(articles))):
        agency, quote = text_or(row.agency, "") or None, text_or(row.quote, "") or None
        found[row.article].append(Credit(agency=agency, whole=bool(row.whole), where=str(row.where), quote=quote))
    return {article: tuple(sorted(made, key=lambda credit: not credit.whole)) for article, made in found.items()}


def printed_from(credits: Sequence[Credit]) -> str:
    """Return "Text of Reuters: dateline “KELL (Reuters) -”" for a page that prints an agency; empty for any other.

    A part is named where nothing credits the whole. Without words that say so, the text stands on a page of the agency
    or one that credits it: that is for the caller to show. The agency's own page prints nobody: empty.
    """
    if not credits or credits[0].where == "outlet":
        return ""
    whole = credits[0].whole
    told = [credit for credit in credits if credit.whole == whole]
    names = list(dict.fromkeys(credit.agency or "news agencies, none by name" for credit in told))
    shown = next((credit for credit in told if credit.quote), told[0])
    said = f"{'Text of' if whole else 'With material of'} {', '.join(names)}"
    return f"{said}: {_PLACES.get(shown.where, shown.where)} “{shown.quote.rstrip('.')}”" if shown.quote else said
