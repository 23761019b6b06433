"""Pages that do not tell what most of their event's reports tell, with their sentence that comes nearest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.facts.grouping import Group

EXPECTED = 0.5
"""Share of an event's independent reports from which a fact is expected of its other pages too."""

FEWEST = 2
"""Independent reports of the event that must tell it at least."""

NEAREST = 0.2
"""Similarity from which a sentence is named as the nearest one."""

Near = Mapping[int, Mapping[int, float]]
"""Similarity of each sentence to those it is compared with."""


class Absence(NamedTuple):
    """A page that does not tell a fact."""

    article: str
    nearest: int | None
    """Its sentence that is most like a main sentence of the fact, as number of the sentences handed in."""

    similarity: float


class Places(NamedTuple):
    """The pages of a story: the event and the report of each."""

    event: Mapping[str, str]
    report: Mapping[str, str]


def absences(group: Group, articles: Sequence[str], page: Sequence[int], near: Near, places: Places) -> list[Absence]:
    """Return the pages that do not tell the fact of `group` though most of their event do, in order.

    `articles` are the story's pages, `page` gives the place of each sentence's page among them.
    """
    telling = {articles[page[number]] for number in (*group.main, *group.others)}
    told: dict[str, set[str]] = defaultdict(set)
    known: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        known[places.event[article]].add(places.report[article])
        if article in telling:
            told[places.event[article]].add(places.report[article])
    asked = {e for e, reports in told.items() if len(reports) >= max(FEWEST, EXPECTED * len(known[e]))}
    missing = [a for a in articles if a not in telling and places.event[a] in asked]
    if not missing:
        return []
    likest: dict[str, tuple[float, int]] = {}
    for number in group.main:
        for other, similarity in near.get(number, {}).items():
            article = articles[page[other]]
            if similarity >= NEAREST and (similarity, -other) > likest.get(article, (0.0, 0)):
                likest[article] = (similarity, -other)
    return [
        Absence(article, -likest[article][1], likest[article][0]) if article in likest else Absence(article, None, 0.0)
        for article in missing
    ]
