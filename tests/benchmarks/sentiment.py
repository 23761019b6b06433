"""VADER sentence by sentence in its authors' package, against the same rules over all words of a batch at once."""

from collections.abc import Sequence

from analysis.batch import Batch
from analysis.measures.sentiment import MEASURE
from analysis.reading.articles import read
from analysis.reading.sentences import sentence_spans
from analysis.words.vader import compounds
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.timing import Way, options, timed, told


def sentences(taken: Sequence[Article]) -> list[str]:
    """Return the sentences of all articles."""
    return [a.text[start:end] for a in taken for start, end, _ in sentence_spans(a.text, a.headings)]


def by_package(texts: Sequence[str]) -> list[float]:
    """Return the compound of each text as the vaderSentiment package gives it, to four digits."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return [analyser.polarity_scores(text)["compound"] for text in texts]


def run(arguments: Sequence[str] | None = None) -> None:
    """Time both ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=200, rounds=5)

    def material(seed: int) -> tuple[list[str], Batch]:
        made = articles(given.articles, seed=seed)
        return sentences(made), read(made)

    ways = (
        Way(name="vaderSentiment", articles=given.articles, work=lambda made: by_package(made[0])),
        Way(name="the same numbers", articles=given.articles, work=lambda made: compounds(made[0], news=False)),
        Way(
            name="the measure: voices apart, no names, each word shown",
            articles=given.articles,
            work=lambda made: MEASURE.score(made[1]).evidence,
        ),
    )
    told("Sentiment of sentences that are split already", timed(ways, material, rounds=given.rounds))


if __name__ == "__main__":
    run()
