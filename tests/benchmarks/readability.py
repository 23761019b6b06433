"""Flesch's two formulas by textstat, text by text, against both over the words of a batch with their evidence."""

from collections.abc import Sequence
from typing import Any

from analysis.batch import Batch
from analysis.measures.readability import MEASURE
from analysis.reading.articles import read
from analysis.words.syllables import syllables
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.timing import Way, options, timed, told


def package() -> Any:
    """Return textstat with the pronunciations that `analysis.words.syllables` hands it; else it would fetch them."""
    syllables("word")
    from textstat import textstat

    return textstat


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
            work=lambda made: MEASURE.score(made[1]),
        ),
        Way(
            name="the measure, splitting and finding of voices included",
            articles=given.articles,
            work=lambda made: MEASURE.score(read(made[0])),
        ),
    )
    told("Readability", timed(ways, material, rounds=given.rounds))


if __name__ == "__main__":
    run()
