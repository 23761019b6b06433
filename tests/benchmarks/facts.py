"""Aligning the facts of one event of 60 articles, against reading the articles."""

from collections.abc import Sequence

from analysis.facts.claims import Aligned, align
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.timing import Way, options, timed, told


def aligned(event: Sequence[Article]) -> Aligned:
    """Return the facts of one event, every article a report of its own."""
    members = MEMBERS.frame((article.id, "event", "story", 0.5, "", article.id) for article in event)
    return align(read(event), members)


def run(arguments: Sequence[str] | None = None) -> None:
    """Time the ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=60, rounds=3)
    ways = (
        Way(name="articles read", articles=given.articles, work=read),
        Way(name="articles read, their facts aligned", articles=given.articles, work=aligned),
    )
    told("Facts", timed(ways, lambda seed: articles(given.articles, seed=seed), rounds=given.rounds))


if __name__ == "__main__":
    run()
