"""Whose words are compared in an event: the own reports of each outlet."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.stories.reports import printed_from_agencies

Row = tuple[object, ...]
"""A row of a table of `analysis.apart.tables`."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports that are compared in one event."""

    event: str
    story: str
    outlets: dict[str, str]
    """Article -> its outlet, "unknown outlet (abcdef)" for a page of unknown outlet; by outlet and article."""


def sources(members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame) -> Iterator[Sources]:
    """Yield the sources of each event of MEMBERS that two or more tell, from ARTICLES (id and outlet) and CREDITS.

    A page that prints another page of its story, or a news agency's text, is left out: its words are the other's. Pages
    of unknown outlet are each a source of their own, named after the first six characters of their id.
    """
    named = dict(zip(articles["id"].tolist(), articles["outlet"].tolist(), strict=True))
    columns = [members[name].tolist() for name in ("article", "event", "story", "report")]
    story_of = dict(zip(columns[0], columns[2], strict=True))
    printed = printed_from_agencies(credits)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for article, event, story, report in zip(*columns, strict=True):
        repeated = report != article and story_of.get(report) == story
        if article in named and not repeated and article not in printed:
            outlet = named[article]
            known = isinstance(outlet, str) and outlet != ""
            found.setdefault((event, story), {})[article] = outlet if known else f"unknown outlet ({article[:6]})"
    for (event, story), outlets in sorted(found.items()):
        if len(set(outlets.values())) > 1:
            yield Sources(event, story, dict(sorted(outlets.items(), key=lambda pair: (pair[1], pair[0]))))
