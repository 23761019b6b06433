"""The sentences of a batch cut by voice, in the words that VADER reads: what white space parts, marks included."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.ascending import passed
from analysis.batch import Batch
from analysis.voice import HEADLINE, NARRATION, QUOTATION, Voice
from analysis.words.vader import Reading, read
from analysis.words.word_types import CAPITAL, CLOSES, KNOWN, LONG, OPENS, UPPER, WORD, Types
from analysis.words.written import written

SEGMENT_VOICES: Final[tuple[Voice, ...]] = (NARRATION, QUOTATION, HEADLINE)
"""The voices of segments; `Segments.voice` holds places in this tuple."""

FEWEST_WORDS = 3
"""Shorter segments say too little to be counted."""

_TITLE_CASE_WORDS, _TITLE_CASE_SHARE = 3, 0.6

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Segments:
    """One voice's words in one sentence (or title) are one segment, read by VADER's rules as a text of its own.

    Segments are in the order of the batch's articles; in an article the title comes first, then the sentences, each
    with its narration before its quotations.
    """

    article: Numbers
    """For each segment: row of its article in `batch.texts`."""

    sentence: Numbers
    """For each segment: number of the sentence; -1 in the title."""

    voice: Numbers
    """For each segment: place of its voice in `SEGMENT_VOICES`."""

    counted: Flags
    """For each segment: True when it has `FEWEST_WORDS` words or more."""

    reading: Reading
    """What VADER makes of the segments."""

    start: Numbers
    """For each hit of `reading`: first character of the word, without the marks around it, in the text or title."""

    end: Numbers
    """For each hit: one past its last character."""

    segment: Numbers
    """For each hit: its segment."""


def segments(batch: Batch) -> Segments:
    """Return the segments of a batch; the last ones made are kept, because sentiment and portrayals need the same.

    How they are cut and read says `_segments`.
    """
    for seen, made in _last:
        if seen is batch:
            return made
    made = _segments(batch)
    _last[:] = [(batch, made)]
    return made


_last: "list[tuple[Batch, Segments]]" = []


def _segments(batch: Batch) -> Segments:
    """Cut the sentences and titles of the batch by voice and read each segment by VADER's rules for news.

    Quotation marks stay with the narration, where they stand for what was quoted. A word that is a name ("United" in
    "United States") is unknown to the lexicon: it has a capital in mid-sentence, or it has a capital where any word
    would (first in a sentence or quotation, in a headline in title case) and the article elsewhere writes it with a
    capital in mid-sentence and nowhere without.
    """
    found = written(batch)
    ids, types, starts, stops = found.parts.ids, found.types, found.parts.starts, found.parts.stops
    segment = 2 * found.parts.place + passed(found.quoted, starts) % 2

    flags = types.flags.take(ids)
    opening = np.ones(len(ids), dtype=bool)
    opening[1:] = (segment[1:] != segment[:-1]) | ((flags[:-1] & CLOSES) != 0)
    opening |= (flags & OPENS) != 0
    order = np.argsort(segment, kind="stable")
    ids, starts, stops, segment = (part.take(order) for part in (ids, starts, stops, segment))
    opening = opening.take(order)
    changes = np.ones(len(segment), dtype=bool)
    changes[1:] = segment[1:] != segment[:-1]
    used, segment = segment[changes], np.cumsum(changes) - 1
    article, sentence = found.article[used // 2], found.sentence[used // 2]
    names = _names(ids, types, segment, opening, article=article[segment], title=sentence < 0)
    reading = read(ids, types, segments=segment, count=len(used), names=names)
    kinds = ids[reading.hits]
    base = starts[reading.hits] - found.base[used[segment[reading.hits]] // 2]
    width = stops[reading.hits] - starts[reading.hits]
    return Segments(
        article=article,
        sentence=sentence,
        voice=np.where(sentence < 0, SEGMENT_VOICES.index(HEADLINE), used % 2),
        counted=np.bincount(segment.compress((types.flags.take(ids) & WORD) != 0), minlength=len(used)) >= FEWEST_WORDS,
        reading=reading,
        start=base + np.minimum(types.left[kinds], width - 1),
        end=base + np.minimum(types.right[kinds], width),
        segment=segment[reading.hits],
    )


def _names(ids: Numbers, types: Types, segment: Numbers, opening: Flags, *, article: Numbers, title: Flags) -> Flags:
    """Say which words of the lexicon are names here (see `segments`)."""
    flags = types.flags[ids]
    capital = (flags & CAPITAL) != 0
    long = np.flatnonzero(title[segment] & ((flags & LONG) != 0) & ~opening)
    longs = np.bincount(segment[long], minlength=len(title))
    capitals = np.bincount(segment[long], weights=capital[long], minlength=len(title))
    title_case = (longs >= _TITLE_CASE_WORDS) & (capitals >= _TITLE_CASE_SHARE * longs)
    known = np.flatnonzero((flags & KNOWN) != 0)
    capital, upper = capital[known], (flags[known] & UPPER) != 0
    here = capital & ~opening[known] & ~title_case[segment[known]]
    key = article[known] * np.int64(1 << 32) + types.entry[ids[known]]
    plain = ~capital & ~upper
    names = np.zeros(len(ids), dtype=bool)
    names[known] = here | (capital & np.isin(key, key[here]) & ~np.isin(key, key[plain]))
    return names
