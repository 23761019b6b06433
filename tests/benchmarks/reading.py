"""Sentences and words by NLTK, against sentences, words, voices, speakers and attributions by ours."""

from collections.abc import Sequence

from analysis.reading.articles import read
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.timing import Way, options, timed, told


def by_nltk(taken: Sequence[Article]) -> int:
    """Split each article into sentences by Punkt without trained parameters, and each into words; return how many."""
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    sentences, words = PunktSentenceTokenizer(), NLTKWordTokenizer()
    return sum(len(words.tokenize(sentence)) for a in taken for sentence in sentences.tokenize(a.text))


def run(arguments: Sequence[str] | None = None) -> None:
    """Time both ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=200, rounds=5)
    ways = (
        Way(name="NLTK: sentences and words alone", articles=given.articles, work=by_nltk),
        Way(name="sentences, words, voices, speakers, attributions", articles=given.articles, work=read),
    )
    told("Reading", timed(ways, lambda n: articles(given.articles, seed=n), rounds=given.rounds))


if __name__ == "__main__":
    run()
