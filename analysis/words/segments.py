"""The sentences of a batch cut by voice, in the words that VADER reads: what white space parts, marks included."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.voice import HEADLINE, NARRATION, QUOTATION, Voice
from analysis.words.vader import Reading, read
from analysis.words.vader_words import described, straightened, types_of

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
    places = _places(batch)
    text = straightened(places.text)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    inside = ~_is_space(codes) & (places.segment >= 0)
    changes = places.segment[1:] != places.segment[:-1]
    starts = np.flatnonzero(inside & np.concatenate(([True], changes | ~inside[:-1])))
    stops = np.flatnonzero(inside & np.concatenate((changes | ~inside[1:], [True]))) + 1
    tokens = list(map(text.__getitem__, map(slice, starts.tolist(), stops.tolist())))
    ids, types = types_of(tokens, news=True)
    if types["emoji"].any():
        ids, types, starts, stops = _described(tokens, ids, types, starts, stops)
    segment = places.segment[starts]

    opening = np.ones(len(ids), dtype=bool)
    opening[1:] = (segment[1:] != segment[:-1]) | types["closes"][ids[:-1]]
    opening |= types["opens"][ids]
    order = np.argsort(segment, kind="stable")
    ids, starts, stops, opening = ids[order], starts[order], stops[order], opening[order]
    used, segment = np.unique(segment[order], return_inverse=True)
    article, sentence = places.article[used // 2], places.sentence[used // 2]
    names = _names(ids, types, segment, opening, article=article[segment], title=sentence < 0)
    reading = read(ids, types, segments=segment, count=len(used), names=names)
    base = starts[reading.hits] - places.base[used[segment[reading.hits]] // 2]
    left, right = types["left"][ids[reading.hits]], types["right"][ids[reading.hits]]
    width = stops[reading.hits] - starts[reading.hits]
    return Segments(
        article=article,
        sentence=sentence,
        voice=np.where(sentence < 0, SEGMENT_VOICES.index(HEADLINE), used % 2),
        counted=np.bincount(segment, weights=types["word"][ids], minlength=len(used)) >= FEWEST_WORDS,
        reading=reading,
        start=base + np.minimum(left, width - 1),
        end=base + np.minimum(right, width),
        segment=segment[reading.hits],
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """All titles and texts of a batch as one string, and what stands where."""

    text: str
    segment: Numbers
    """For each character: 2 x place (title or sentence) + 1 in a quotation; -1 between."""

    article: Numbers
    """For each place: row of the article."""

    sentence: Numbers
    """For each place: number of the sentence; -1 for the title."""

    base: Numbers
    """For each place: where the title, or the text that the sentence is in, begins in the string."""


def _places(batch: Batch) -> _Places:
    titles = batch.texts["title"].fillna("").tolist()
    texts = batch.texts["text"].tolist()
    text = "".join(f"{title}\n{body}\n" for title, body in zip(titles, texts, strict=True))
    title_lengths = np.fromiter(map(len, titles), dtype=np.int64, count=len(titles))
    text_lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(title_lengths + text_lengths + 2)
    title_at = ends - title_lengths - text_lengths - 2
    text_at = ends - text_lengths - 1
    rows = pd.Index(batch.texts["article"])
    owner = rows.get_indexer(batch.sentences["article"])
    article = np.concatenate((np.arange(len(titles)), owner))
    sentence = np.concatenate((np.full(len(titles), -1), batch.sentences["sentence"].to_numpy()))
    base = np.concatenate((title_at, text_at[owner]))
    begin = np.concatenate((title_at, text_at[owner] + batch.sentences["start"].to_numpy()))
    stop = np.concatenate((title_at + title_lengths, text_at[owner] + batch.sentences["end"].to_numpy()))
    order = np.lexsort((sentence, article))
    quoted = batch.voices[(batch.voices["voice"] == QUOTATION).to_numpy()]
    quoted_at = text_at[rows.get_indexer(quoted["article"])]
    place = _covered(begin[order], stop[order], np.arange(1, len(order) + 1), size=len(text)) - 1
    inside = _covered(
        quoted_at + quoted["start"].to_numpy(),
        quoted_at + quoted["end"].to_numpy(),
        np.ones(len(quoted)),
        size=len(text),
    )
    segment = np.where(place < 0, -1, 2 * place + (inside > 0))
    return _Places(text, segment, article[order], sentence[order], base[order])


def _covered(begin: Numbers, stop: Numbers, weight: npt.NDArray[Any], *, size: int) -> Numbers:
    """Return for each of `size` characters the weight of the span that it stands in, 0 outside; spans sum up."""
    change = np.bincount(begin, weights=weight, minlength=size + 1) - np.bincount(
        stop, weights=weight, minlength=size + 1
    )
    return np.cumsum(change[:size]).astype(np.int64)


def _is_space(codes: npt.NDArray[np.uint32]) -> Flags:
    table = _spaces()
    flags: Flags = table[np.minimum(codes, len(table) - 1)]
    return flags


@cache
def _spaces() -> Flags:
    """Say for each character up to the last that `str.split` takes for white space, and one beyond, whether it does."""
    return np.array([chr(code).isspace() for code in range(0x3002)])


def _described(
    tokens: list[str], ids: Numbers, types: npt.NDArray[Any], starts: Numbers, stops: Numbers
) -> tuple[Numbers, npt.NDArray[Any], Numbers, Numbers]:
    """Put the words for emoji in the place of tokens that have any; each stands where its emoji does."""
    having = np.flatnonzero(types["emoji"][ids])
    written = [described(tokens[token], news=True) for token in having.tolist()]
    times = np.ones(len(ids), dtype=np.int64)
    times[having] = [len(words) for words in written]
    new_ids, new_types = types_of([word for words in written for word, _, _ in words], news=True)
    begin = np.array([begin for words in written for _, begin, _ in words])
    end = np.array([end for words in written for _, _, end in words])
    new = np.repeat(types["emoji"][ids], times)
    ids, starts, stops = np.repeat(ids, times), np.repeat(starts, times), np.repeat(stops, times)
    ids[new] = new_ids + len(types)
    stops[new] = starts[new] + end
    starts[new] += begin
    return ids, np.concatenate((types, new_types)), starts, stops


def _names(
    ids: Numbers, types: npt.NDArray[Any], segment: Numbers, opening: Flags, *, article: Numbers, title: Flags
) -> Flags:
    """Say which words of the lexicon are names here (see `segments`)."""
    capital = types["capital"][ids]
    long = types["long"][ids] & ~opening & title[segment]
    longs = np.bincount(segment[long], minlength=len(title))
    capitals = np.bincount(segment[long & capital], minlength=len(title))
    title_case = (longs >= _TITLE_CASE_WORDS) & (capitals >= _TITLE_CASE_SHARE * longs)
    known = np.flatnonzero(types["known"][ids])
    capital = capital[known]
    here = capital & ~opening[known] & ~title_case[segment[known]]
    key = article[known] * np.int64(1 << 32) + types["entry"][ids[known]]
    plain = ~capital & ~types["upper"][ids[known]]
    names = np.zeros(len(ids), dtype=bool)
    names[known] = here | (capital & np.isin(key, key[here]) & ~np.isin(key, key[plain]))
    return names
