"""Readability: how long the sentences and words of the body are."""

import math
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.ascending import bounds_of, passed
from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored, Value
from analysis.measures.rows import score_rows
from analysis.tables import EVIDENCE
from analysis.voice import BODY, NARRATION, QUOTATION, Voice
from analysis.words.readability_indices import INDICES, Counted
from analysis.words.segments import FEWEST_WORDS
from analysis.words.word_types import COUNTS
from analysis.words.written import Written, written

Reals = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

_NAME = "readability"
_HARDEST = 5
_FEWEST_WORDS = 8
"""Shorter sentences are not among the hardest: one long word makes "Unfortunately." harder than any sentence is."""

_WORDS = COUNTS.index("words")
_EVERY_VOICE: Final[tuple[Voice, ...]] = (BODY, NARRATION, QUOTATION)


def score(batch: Batch) -> Scored:
    """Return the readability of each body, with its hardest sentences and words."""
    found = written(batch)
    return Scored(scores=_scores(batch, found), evidence=lambda: _evidence(batch, found))


def _by_sentence(found: Written) -> tuple[Numbers, Numbers, Numbers]:
    """Return the places that are sentences with words, what is counted in each, and in the quoted words of each."""
    first = bounds_of(found.words.place, count=len(found.article))
    filled = np.flatnonzero(np.diff(first))
    if not len(filled):
        none: Numbers = np.zeros((0, len(COUNTS)), dtype=np.int64)
        return filled, none, none
    counts = found.types.counts.take(found.words.ids, axis=0)
    begins = found.words.starts + found.types.left[found.words.ids]
    inside = passed(found.quoted, begins) % 2
    summed = _summed_up(counts, first)[filled]
    said = np.flatnonzero(inside)
    quoted = _summed_up(counts.take(said, axis=0), bounds_of(found.words.place.take(said), count=len(first) - 1))[
        filled
    ]
    kept = (found.sentence[filled] >= 0) & (summed[:, _WORDS] > 0)
    return filled[kept], summed[kept], quoted[kept]


def _summed_up(counts: npt.NDArray[np.int32], first: Numbers) -> Numbers:
    """Return the sums of rows from each of the places `first` to the next one."""
    summed = np.zeros((len(first) - 1, counts.shape[1]), dtype=np.int64)
    filled = np.flatnonzero(np.diff(first))
    if len(filled):
        summed[filled] = np.add.reduceat(counts, first[filled], axis=0, dtype=np.int64)
    return summed


def _scores(batch: Batch, found: Written) -> pd.DataFrame:
    articles = len(batch.texts)
    places, counts, quoted = _by_sentence(found)
    row = found.article[places]
    columns: list[Reals] = []
    numbers: list[Numbers] = []
    names: list[tuple[str, Voice]] = []
    for voice in _EVERY_VOICE:
        own = counts if voice == BODY else quoted if voice == QUOTATION else counts - quoted
        here = np.flatnonzero(own[:, _WORDS] >= (1 if voice == BODY else FEWEST_WORDS))
        n = np.bincount(row[here], minlength=articles)
        sums = [_summed(row[here], column, articles) for column in own[here].T]
        with np.errstate(invalid="ignore", divide="ignore"):
            of = Counted(np.where(n > 0, n, np.nan), *sums)
            for index in INDICES if voice == BODY else INDICES[:1]:
                columns.append(index.formula(of))
                numbers.append(n)
                names.append((f"{_NAME}.{index.name}", voice))
    return score_rows(batch, names, values=np.column_stack(columns), n=np.column_stack(numbers))


def _summed(row: Numbers, column: Numbers, articles: int) -> Reals:
    summed: Reals = np.bincount(row, weights=column, minlength=articles).astype(np.float64)
    return summed


def _evidence(batch: Batch, found: Written) -> pd.DataFrame:
    """Return for each formula the sentences that are hardest by it, with their own value, and the words it counts."""
    places, counts, inside = _by_sentence(found)
    quoted = 2 * inside[:, _WORDS] > counts[:, _WORDS]
    alone = Counted(np.ones(len(places)), *counts.T.astype(np.float64))
    types, ids = found.types, found.words.ids
    bodies = np.isin(found.words.place, places)
    long_enough = np.flatnonzero(alone.words >= _FEWEST_WORDS)
    begin, end = _sentence_spans(batch, found, places)
    frames: list[pd.DataFrame] = []
    for number, index in enumerate(INDICES):
        own = index.formula(alone)
        kept = _hardest(found.article[places[long_enough]], own[long_enough] * index.harder)
        kept = long_enough[kept]
        frames.append(
            pd.DataFrame(
                {
                    "index": number,
                    "place": places[kept],
                    "start": begin[kept],
                    "end": end[kept],
                    "category": "hardest sentences",
                    "weight": own[kept],
                    "quoted": quoted[kept],
                }
            )
        )
        if index.words is None:
            continue
        hard = np.flatnonzero(bodies & (types.counts[ids, COUNTS.index(index.words)] > 0))
        kinds, place = ids[hard], found.words.place[hard]
        first = found.words.starts[hard] + types.left[kinds]
        frames.append(
            pd.DataFrame(
                {
                    "index": number,
                    "place": place,
                    "start": first - found.base[place],
                    "end": found.words.starts[hard] + types.right[kinds] - found.base[place],
                    "category": index.category,
                    "weight": types.counts[kinds, COUNTS.index("syllables")].astype(np.float64),
                    "quoted": np.searchsorted(found.quoted, first, side="right") % 2 == 1,
                }
            )
        )
    rows = pd.concat(frames, ignore_index=True)
    if rows.empty:
        return EVIDENCE.empty()
    rows = rows.sort_values(["place", "start", "end", "index"], kind="stable", ignore_index=True)
    article = found.article[rows["place"].to_numpy()]
    texts = batch.texts["text"].tolist()
    spans = zip(article.tolist(), rows["start"].tolist(), rows["end"].tolist(), strict=True)
    names = np.array([f"{_NAME}.{index.name}" for index in INDICES], dtype=object)
    return EVIDENCE.shaped(
        rows.assign(
            article=batch.texts["article"].to_numpy()[article],
            measure=names[rows["index"].to_numpy()],
            sentence=found.sentence[rows["place"].to_numpy()],
            voice=np.where(rows["quoted"], QUOTATION, NARRATION),
            quote=[texts[number][start:end] for number, start, end in spans],
        )
    )


def _sentence_spans(batch: Batch, found: Written, places: Numbers) -> tuple[Numbers, Numbers]:
    """Return start and end of each sentence in its article's text."""
    of = pd.MultiIndex.from_arrays(
        (
            pd.Index(batch.texts["article"]).get_indexer(batch.sentences["article"]),
            batch.sentences["sentence"].to_numpy(),
        )
    )
    at = of.get_indexer(pd.MultiIndex.from_arrays((found.article[places], found.sentence[places])))
    return batch.sentences["start"].to_numpy()[at], batch.sentences["end"].to_numpy()[at]


def _hardest(article: Numbers, hardness: Reals) -> Numbers:
    """Return the rows of the hardest sentences of each article."""
    order = np.lexsort((-hardness, article))
    sorted_ = article[order]
    rank = np.arange(len(order)) - np.searchsorted(sorted_, sorted_)
    return np.sort(order[rank < _HARDEST])


def _value(
    name: str,
    label: str,
    *,
    unit: str = "years of schooling (US grades)",
    low: float,
    high: float = math.inf,
    direction: str = "higher: harder to read",
    beside: bool = True,
    voices: tuple[Voice, ...] = (BODY,),
) -> Value:
    return Value(
        name=f"{_NAME}.{name}",
        label=label,
        unit=unit,
        low=low,
        high=high,
        voices=voices,
        counted="sentences",
        direction=direction,
        beside=beside,
    )


MEASURE = Measure(
    name=_NAME,
    label="Readability",
    meaning=(
        "How hard the body is to read by the length of its sentences and words: the years of schooling that a reader "
        "needs. Narration and quotation are also told apart, for people speak in shorter sentences than papers write."
    ),
    formula=(
        "School grade (Flesch-Kincaid) = 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Beside it "
        "stand Flesch reading ease, Gunning fog, SMOG, ARI, Coleman-Liau and Dale-Chall. All are textstat's formulas "
        "over what textstat counts: words between blanks, their syllables and letters. Only sentences are those of "
        "Parallax, which does not end one at every full stop. Of a sentence that quotes, each voice counts its own "
        "words, where it has three or more."
    ),
    caveat=(
        "It looks at lengths only: a short rare word passes for easy, a long name for hard. Below about ten sentences "
        "the value jumps. The seven formulas say nearly the same; where they differ by two grades, nobody knows which "
        "is right."
    ),
    reference=(
        "R. Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948; J. P. Kincaid et al., "
        "Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975; the formulas as in textstat 0.7; "
        "syllables from the CMU Pronouncing Dictionary and pyphen; easy words (Dale and Chall) from textstat."
    ),
    values=(
        _value("flesch_kincaid_grade", "School grade", low=-15.59, beside=False, voices=_EVERY_VOICE),
        _value(
            "flesch_reading_ease",
            "Reading ease",
            unit="Flesch points",
            low=-math.inf,
            high=206.835,
            direction="higher: easier to read",
        ),
        _value("gunning_fog", "Gunning fog", low=0.0),
        _value("smog_index", "SMOG", low=3.1291),
        _value("automated_readability_index", "ARI", low=-math.inf),
        _value("coleman_liau_index", "Coleman-Liau", low=-math.inf),
        _value(
            "dale_chall",
            "Dale-Chall",
            unit="Dale-Chall points (5 and less: fourth grade; 10 and more: college)",
            low=0.0,
        ),
    ),
    score=score,
    example=Example(
        text="The cat sat on the mat. It was a hot day.",
        value=f"{_NAME}.flesch_kincaid_grade",
        voice=BODY,
        expected=0.39 * 5.5 + 11.8 * 1.0 - 15.59,
        n=2,
    ),
)
