"""The plain way, one package after the other, against ours for the same values of sentiment and readability.

The plain way: NLTK's Punkt with the same abbreviations, vaderSentiment sentence by sentence, six of textstat's indices.
Then, where everything is compared (`tests.benchmarks.scoring`), one pattern for each list of words, with an alternative
for each form.
"""

import re
from collections.abc import Sequence
from functools import cache

import pandas as pd

from analysis.batch import Batch
from analysis.measures import readability, sentiment
from analysis.measures.measure import Scored
from analysis.reading.articles import read
from analysis.reading.laid_out import laid_out
from analysis.reading.sentences import blocks_in, split
from analysis.tables import TEXTS, VOICES
from analysis.words import syllables, word_types
from analysis.words.lexicon import lexicon
from sources.article import Article
from tests.benchmarks.invented import articles
from tests.benchmarks.readability import package
from tests.benchmarks.timing import Way, options, timed, told

SIX = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
)


@cache
def punkt() -> object:
    """Return NLTK's tokenizer with our abbreviations and sentence starters in place of trained parameters."""
    from nltk.tokenize import punkt

    from analysis import wordlists
    from analysis.reading.punkt import abbreviations

    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(abbreviations())
    parameters.sent_starters = set(wordlists.column("sentence_starters"))
    for word in parameters.sent_starters:
        parameters.add_ortho_context(word, punkt._ORTHO_MID_LC)
    return punkt.PunktSentenceTokenizer(parameters)


def by_packages(taken: Sequence[Article]) -> list[tuple[float, ...]]:
    """Return each article's mean compound over its sentences and its six indices."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser, textstat, splitter = SentimentIntensityAnalyzer(), package(), punkt()
    found = []
    for article in taken:
        sentences = splitter.tokenize(article.text)
        mean = sum(analyser.polarity_scores(s)["compound"] for s in sentences) / max(len(sentences), 1)
        found.append((mean, *(getattr(textstat, name)(article.text) for name in SIX)))
    return found


LISTS = ("loaded", "hedges", "certainty", "speculation", "frames", "generic_frames")
"""The lists of words that all measures together look for."""


@cache
def alternatives(name: str) -> re.Pattern[str]:
    """Return one pattern with an alternative for each form of a list, the longest first."""
    forms = sorted(lexicon(name).surfaces, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")


def by_patterns(taken: Sequence[Article]) -> list[tuple[int, ...]]:
    """Return how often each list has a form in each article: no guards, no names, no voices."""
    straight = [article.text.lower().replace("’", "'") for article in taken]
    return [tuple(len(alternatives(name).findall(text)) for name in LISTS) for text in straight]


def plainly(taken: Sequence[Article]) -> None:
    """Do all of it the plain way."""
    by_packages(taken)
    by_patterns(taken)


def with_sentences(taken: Sequence[Article]) -> Batch:
    """Return the articles with their sentences and nothing else."""
    text = laid_out([("", article.text) for article in taken])
    lines = split(text, blocks=blocks_in(text, [article.headings for article in taken]))
    rows = pd.DataFrame(
        {
            "article": pd.array([article.id for article in taken], dtype="str").take(lines.article),
            "sentence": range(len(lines.article)),
            "start": lines.start - text.text_at[lines.article],
            "end": lines.end - text.text_at[lines.article],
        }
    )
    texts = TEXTS.frame((article.id, None, article.text, []) for article in taken)
    return Batch(texts=texts, sentences=rows, voices=VOICES.empty(), laid=text)


def measured(batch: Batch) -> tuple[Scored, Scored]:
    """Return sentiment and readability of a batch; their evidence is not made."""
    return sentiment.MEASURE.score(batch), readability.MEASURE.score(batch)


def forget() -> None:
    """Let no word have been seen before."""
    word_types.table.cache_clear()
    for remembered in (word_types._of_word, word_types._of_core, syllables.syllables):
        remembered.cache_clear()


def unseen(taken: Sequence[Article]) -> None:
    """Do the same on words that were never seen: more than articles of one day have."""
    forget()
    measured(with_sentences(taken))


def run(arguments: Sequence[str] | None = None) -> None:
    """Time the ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=200, rounds=5)
    number = given.articles
    few = min(number, 50)

    def material(seed: int) -> tuple[list[Article], Batch]:
        made = articles(number, seed=seed)
        return made, read(made)

    ways = (
        Way(
            name="Punkt, vaderSentiment, six of textstat's", articles=few, work=lambda made: by_packages(made[0][:few])
        ),
        Way(
            name="the same values: sentences, sentiment, seven indices, warm",
            articles=number,
            work=lambda made: measured(with_sentences(made[0])),
        ),
        Way(
            name="the two measures on articles that are read, voices apart",
            articles=number,
            work=lambda made: measured(made[1]),
        ),
        Way(name="sentences and both, no word seen before", articles=number, work=lambda made: unseen(made[0])),
    )
    told("Sentiment and readability", timed(ways, material, rounds=given.rounds))


if __name__ == "__main__":
    run()
