"""Readability: how long the sentences and words of the body are."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored, Value
from analysis.tables import EVIDENCE, SCORES
from analysis.voice import BODY
from analysis.words.syllables import syllables

_EASE = "readability.flesch_reading_ease"
_GRADE = "readability.flesch_kincaid_grade"
_MANY_SYLLABLES = 3
_LONG_SENTENCE = 30


def score(batch: Batch) -> Scored:
    """Return Flesch reading ease and Flesch-Kincaid grade of each body, with its long words and sentences."""
    tokens = batch.tokens[(batch.tokens["sentence"] >= 0).to_numpy()]
    types, words = pd.factorize(tokens["word"])
    counts = np.fromiter(map(syllables, words), dtype=np.int64, count=len(words))[types]
    return Scored(scores=_scores(batch, tokens, counts), evidence=lambda: _evidence(batch, tokens, counts))


def _scores(batch: Batch, tokens: pd.DataFrame, counts: npt.NDArray[np.int64]) -> pd.DataFrame:
    articles = pd.Index(batch.texts["article"])
    places, ids = pd.factorize(tokens["article"])  # thousands of words, but few articles to look for
    row = articles.get_indexer(ids)[places]
    filled = batch.sentences.loc[(batch.sentences["words"] > 0).to_numpy(), "article"]
    sentences = np.bincount(articles.get_indexer(filled), minlength=len(articles))
    words = np.bincount(row, minlength=len(articles))
    sounds = np.bincount(row, weights=counts, minlength=len(articles))
    with np.errstate(invalid="ignore", divide="ignore"):
        length, weight = words / sentences, sounds / words
    ease = 206.835 - 1.015 * length - 84.6 * weight
    grade = 0.39 * length + 11.8 * weight - 15.59
    return SCORES.shaped(
        pd.DataFrame(
            {
                "article": np.repeat(articles.to_numpy(), 2),
                "measure": np.tile(np.array([_EASE, _GRADE], dtype=object), len(articles)),
                "voice": BODY,
                "value": np.column_stack((ease, grade)).ravel(),
                "n": np.repeat(sentences, 2),
            }
        )
    )


def _evidence(batch: Batch, tokens: pd.DataFrame, counts: npt.NDArray[np.int64]) -> pd.DataFrame:
    columns = ["article", "sentence", "start", "end"]
    many = counts >= _MANY_SYLLABLES
    words = tokens.loc[many, [*columns, "voice"]].assign(
        category="three syllables or more", weight=counts[many].astype(np.float64)
    )
    long = batch.sentences.loc[(batch.sentences["words"] > _LONG_SENTENCE).to_numpy(), [*columns, "words"]]
    voices = tokens.drop_duplicates(["article", "sentence"])[["article", "sentence", "voice"]]
    sentences = long.merge(voices, on=["article", "sentence"], how="left").rename(columns={"words": "weight"})
    found = pd.concat([words, sentences.assign(category="long sentence")], ignore_index=True)
    if found.empty:
        return EVIDENCE.empty()
    articles = pd.Index(batch.texts["article"])
    row = articles.get_indexer(found["article"])
    order = np.lexsort((found["end"], found["start"], found["sentence"], row))
    texts = batch.texts["text"].tolist()
    places = zip(row.tolist(), found["start"].tolist(), found["end"].tolist(), strict=True)
    found["quote"] = [texts[article][start:end] for article, start, end in places]
    found = found.iloc[np.repeat(order, 2)]
    return EVIDENCE.shaped(
        found.assign(measure=np.tile(np.array([_EASE, _GRADE], dtype=object), len(order))).reset_index(drop=True)
    )


MEASURE = Measure(
    name="readability",
    label="Readability",
    meaning="How hard the body is to read by the length of its sentences and words, quotations included.",
    formula=(
        "Flesch reading ease = 206.835 - 1.015 x words per sentence - 84.6 x syllables per word. "
        "Flesch-Kincaid grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are counted "
        "as textstat counts them; sentences and words are those of Parallax, which does not end a sentence at the full "
        "stop of an abbreviation and parts words at hyphens."
    ),
    caveat=(
        "It looks at lengths only: a short rare word passes for easy, a long name for hard. Below about ten sentences "
        "the value jumps. Values of other tools differ where they count other sentences."
    ),
    reference=(
        "R. Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948; J. P. Kincaid et al., "
        "Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975; syllables from the CMU Pronouncing "
        "Dictionary."
    ),
    values=(
        Value(
            name=_EASE,
            label="Reading ease",
            unit="Flesch points",
            low=-math.inf,
            high=206.835 - 1.015 - 84.6,
            voices=(BODY,),
            counted="sentences",
            direction="higher: easier to read",
        ),
        Value(
            name=_GRADE,
            label="School grade",
            unit="years of schooling (US grades)",
            low=0.39 + 11.8 - 15.59,
            high=math.inf,
            voices=(BODY,),
            counted="sentences",
            direction="higher: harder to read",
        ),
    ),
    score=score,
    example=Example(
        text="The cat sat on the mat. It was a hot day.",
        value=_EASE,
        voice=BODY,
        expected=206.835 - 1.015 * 5.5 - 84.6 * 1.0,
        n=2,
    ),
)
