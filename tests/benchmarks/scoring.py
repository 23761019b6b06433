"""All measures with their evidence, against sentiment and readability alone as their packages give them."""

from collections.abc import Sequence

from analysis.measures import ALL_MEASURES
from analysis.portrayals import portrayals
from analysis.reading.articles import read
from analysis.scoring import score
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.readability import by_textstat
from tests.benchmarks.sentiment import by_package, sentences
from tests.benchmarks.timing import Way, options, timed, told


def by_packages(taken: Sequence[Article]) -> None:
    """Score each article with vaderSentiment, sentence by sentence, and with two formulas of textstat."""
    by_package(sentences(taken))
    by_textstat(taken)


def everything(taken: Sequence[Article]) -> None:
    """Do what an analysis does with each article alone."""
    batch = read(taken)
    score(batch)
    portrayals(batch)


def run(arguments: Sequence[str] | None = None) -> None:
    """Time both ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=100, rounds=5)
    number = given.articles
    ways = (
        Way(name="vaderSentiment and textstat: 2 of the measures", articles=number, work=by_packages),
        Way(
            name=f"all {len(ALL_MEASURES)} measures with evidence, reading included",
            articles=number,
            work=lambda made: score(read(made)),
        ),
        Way(name="the same and portrayals: what a run does with each article", articles=number, work=everything),
    )
    told("Scoring", timed(ways, lambda n: articles(given.articles, seed=n), rounds=given.rounds))


if __name__ == "__main__":
    run()
