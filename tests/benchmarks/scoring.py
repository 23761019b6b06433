"""What a run does with each article, against the plain way: packages, then a pattern for each list of words.

The plain way splits no voices, finds no attributions, passives or people, and asks no guards.
"""

from collections.abc import Sequence

from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.run import read_and_score
from analysis.scoring import score
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.plain import by_packages, plainly
from tests.benchmarks.timing import Way, options, timed, told


def with_evidence(taken: Sequence[Article]) -> None:
    """Read the articles and make the evidence of all measures too."""
    _ = score(read(taken)).evidence


def run(arguments: Sequence[str] | None = None) -> None:
    """Time both ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=200, rounds=5)
    number, few = given.articles, min(given.articles, 10)
    ways = (
        Way(
            name="Punkt, vaderSentiment, six of textstat's, then one pattern for each list",
            articles=few,
            work=lambda made: plainly(made[:few]),
        ),
        Way(name="of that the packages alone", articles=few, work=lambda made: by_packages(made[:few])),
        Way(
            name=f"reading and all {len(ALL_MEASURES)} measures",
            articles=number,
            work=lambda made: score(read(made)).scores,
        ),
        Way(name="the same and portrayals: what a run does with each article", articles=number, work=read_and_score),
        Way(name="reading and all measures with their evidence", articles=number, work=with_evidence),
    )
    told("Scoring", timed(ways, lambda n: articles(given.articles, seed=n), rounds=given.rounds))


if __name__ == "__main__":
    run()
