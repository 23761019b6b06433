"""Sentiment: how favourable the words of each voice are."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored, Value
from analysis.measures.rows import per_cell, score_rows
from analysis.tables import EVIDENCE
from analysis.words.segments import SEGMENT_VOICES, Segments, segments

_NAME = "sentiment"
_SAME = 1e-9


def score(batch: Batch) -> Scored:
    """Return the mean sentiment of each voice of each article, with the words that carry it as evidence."""
    found = segments(batch)
    return Scored(scores=_scores(batch, found), evidence=lambda: _evidence(batch, found))


def _scores(batch: Batch, found: Segments) -> pd.DataFrame:
    width, kept = len(SEGMENT_VOICES), found.counted
    article, voice = found.article[kept], found.voice[kept]
    n = per_cell(batch, article, voice, width=width)
    total = per_cell(batch, article, voice, width=width, weights=found.reading.compound[kept])
    columns = [(_NAME, voice) for voice in SEGMENT_VOICES]
    return score_rows(batch, columns, values=total / np.maximum(n, 1), n=n.astype(np.int64))


def _evidence(batch: Batch, found: Segments) -> pd.DataFrame:
    reading = found.reading
    kept = np.flatnonzero(found.counted[found.segment] & (reading.valence != 0))
    if not len(kept):
        return EVIDENCE.empty()
    segment, start, end = found.segment[kept], found.start[kept], found.end[kept]
    article, sentence = found.article[segment], found.sentence[segment]
    order = np.lexsort((end, start, sentence, article))
    kept, segment, start, end = kept[order], segment[order], start[order], end[order]
    article, sentence = article[order], sentence[order]
    titles, texts = batch.texts["title"].fillna("").tolist(), batch.texts["text"].tolist()
    places = zip(article.tolist(), sentence.tolist(), start.tolist(), end.tolist(), strict=True)
    return EVIDENCE.shaped(
        pd.DataFrame(
            {
                "article": batch.texts["article"].to_numpy()[article],
                "measure": _NAME,
                "start": start,
                "end": end,
                "sentence": sentence,
                "category": _categories(found)[kept],
                "weight": reading.part[kept],
                "voice": np.array(SEGMENT_VOICES, dtype=object)[found.voice[segment]],
                "quote": [(titles if s < 0 else texts)[a][b:e] for a, s, b, e in places],
            }
        )
    )


def _categories(found: Segments) -> npt.NDArray[np.object_]:
    reading = found.reading
    change = np.abs(reading.valence) - np.abs(reading.plain)
    note = np.select([reading.negated, change > _SAME, change < -_SAME], [1, 2, 3], 0)
    names = [
        [f"{side}{note}" for note in ("", " (negated)", " (strengthened)", " (weakened)")]
        for side in ("unfavourable", "favourable")
    ]
    categories: npt.NDArray[np.object_] = np.array(names, dtype=object)[(reading.valence > 0).astype(int), note]
    return categories


MEASURE = Measure(
    name=_NAME,
    label="Sentiment",
    meaning=(
        "How favourable or unfavourable the words of each voice are: the outlet's own narration, the people it quotes, "
        "and its headline. It says how the words sound, not what the outlet thinks of anyone."
    ),
    formula=(
        "Each sentence is cut by voice. VADER gives each word of its lexicon a valence from -4 to 4, changed by the "
        "words around it (very, hardly, not, but), capitals and exclamation marks. The sum s of a segment becomes "
        "s / sqrt(s * s + 15). The value is the mean over the segments of three words or more; n counts them."
    ),
    caveat=(
        "Words are read without the world: a report of a war or a crime sounds unfavourable however neutral it is, and "
        "irony and sympathy are missed. Won, supporters, killed, attack and war are among the words that weigh most "
        "in news, and they are facts. Compare only within one event. Names that open a sentence can be taken for "
        "words where the article does not repeat them."
    ),
    reference=(
        "C. J. Hutto and E. Gilbert, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media "
        "Text, ICWSM 2014; lexicon of the vaderSentiment package (MIT). Here names, words with digits and three slang "
        'phrases are not read, curly marks are read as straight ones, and "but" weighs each word by where it stands.'
    ),
    values=(
        Value(
            name=_NAME,
            label="Sentiment",
            unit="average, −1 unfavourable to +1 favourable",
            low=-1.0,
            high=1.0,
            voices=SEGMENT_VOICES,
            counted="sentences or parts of sentences",
            direction="higher: more favourable words",
        ),
    ),
    score=score,
    example=Example(
        text="The council praised the good plan. The bridge opened on Monday.",
        value=_NAME,
        voice="narration",
        expected=0.3634730547,
        n=2,
    ),
)
