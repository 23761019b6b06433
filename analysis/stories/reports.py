"""Which pages are one report: copies of one text, and all texts of one news agency on one event.

An agency sends its report in several takes and lengths, and outlets print any of them, cut and under headlines of their
own. However different two such pages look, one newsroom reported: they count once.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.stories.copies import REPRINT


def reports(
    articles: pd.DataFrame, events: Mapping[str, str], copies: pd.DataFrame, credits: pd.DataFrame
) -> dict[str, str]:
    """Return {article: id of the article that stands for its report} for all articles (ARTICLES: id, published).

    A page that prints another's text (COPIES, a share of `REPRINT` or more) belongs to that page's report. Pages of one
    event (`events` by article) of which the whole text is credited to one agency (CREDITS) are one report; a text
    credited to several agencies, or to none by name, is compiled from them and a report of its own. The agency's own
    page stands for the report, else the page that is no copy, the earliest published (undated last), the smallest id.
    """
    ids = articles["id"].tolist()
    joined: dict[str, str] = {article: article for article in ids}

    def root(article: str) -> str:
        while joined[article] != article:
            joined[article] = joined[joined[article]]
            article = joined[article]
        return article

    reprinted = copies[copies["share"] >= REPRINT]
    pairs = [*zip(reprinted["article"], reprinted["original"], strict=True), *_of_one_agency(events, credits)]
    for one, other in pairs:
        if one in joined and other in joined:
            joined[root(one)] = root(other)
    own = set(credits.loc[credits["where"] == "outlet", "article"])
    copied = set(reprinted["article"])
    dates = dict(zip(ids, pd.to_datetime(articles["published"], utc=True), strict=True))
    last = pd.Timestamp.max.tz_localize("UTC")

    def rank(article: str) -> tuple[bool, bool, pd.Timestamp, str]:
        date = dates[article]
        return article not in own, article in copied, last if pd.isna(date) else date, article

    standing: dict[str, str] = {}
    for article in ids:
        group = root(article)
        if group not in standing or rank(article) < rank(standing[group]):
            standing[group] = article
    return {article: standing[root(article)] for article in ids}


def own_reports(members: pd.DataFrame, credits: pd.DataFrame) -> frozenset[str]:
    """Return the articles that are their outlet's own report: no copy (MEMBERS), no text of an agency (CREDITS).

    The agency's own page is its own report.
    """
    alone = members.loc[members["report"] == members["article"], "article"]
    return frozenset(alone) - printed_from_agencies(credits)


def printed_from_agencies(credits: pd.DataFrame) -> frozenset[str]:
    """Return the articles whose whole text is an agency's (CREDITS), the agency's own pages left out."""
    return frozenset(credits.loc[credits["whole"] & (credits["where"] != "outlet"), "article"])


def _of_one_agency(events: Mapping[str, str], credits: pd.DataFrame) -> list[tuple[str, str]]:
    """Return pairs of articles, each with the first of its event whose text is the same agency's."""
    whole = credits[credits["whole"] & credits["agency"].notna()].drop_duplicates(["article", "agency"])
    sole = whole[~whole["article"].duplicated(keep=False)]
    first: dict[tuple[str, str], str] = {}
    pairs = []
    for article, agency in zip(sole["article"].tolist(), sole["agency"].tolist(), strict=True):
        if article in events:
            pairs.append((article, first.setdefault((events[article], agency), article)))
    return pairs
