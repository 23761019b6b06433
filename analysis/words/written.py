"""The words of a batch as they are written: what white space parts, marks included. VADER and textstat read these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.ascending import passed
from analysis.batch import Batch
from analysis.reading.laid_out import laid_out
from analysis.voice import QUOTATION
from analysis.words.vader_words import described, straightened
from analysis.words.word_types import EMOJI, PARTED, Types, table

Numbers = npt.NDArray[np.int64]

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row, by type and place."""

    ids: Numbers
    """For each word: row of its type in `Written.types`."""

    starts: Numbers
    """For each word: its first character in `Written.text`."""

    stops: Numbers
    """For each word: one past its last."""

    place: Numbers
    """For each word: the title or sentence that it stands in; ascending."""


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a batch and the places (titles and sentences) that they stand in.

    Places are in the order of the batch's articles, in an article the title first, then the sentences. Quotation marks,
    apostrophes and dashes are straightened before words are told apart; headings are left out.
    """

    text: str
    """All titles and texts as one string."""

    types: Types

    words: Words
    """Every word; none reaches over the end of a sentence, though it may over that of a quotation."""

    parts: Words
    """The same cut at the ends of quotations as well, with emoji put in words."""

    article: Numbers
    """For each place: row of its article in `batch.texts`."""

    sentence: Numbers
    """For each place: number of the sentence; -1 for the title."""

    base: Numbers
    """For each place: where the title, or the text that the sentence is in, begins in `text`."""

    quoted: Numbers
    """Bounds of the quotations in `text`: start, end, start, end ... ascending."""


def written(batch: Batch) -> Written:
    """Return the words of a batch as they are written; the last ones made are kept, for several measures read them."""
    for seen, made in _last:
        if seen is batch:
            return made
    made = _written(batch)
    _last[:] = [(batch, made)]
    return made


_last: "list[tuple[Batch, Written]]" = []


def _written(batch: Batch) -> Written:
    laid = batch.laid or laid_out(
        list(zip(batch.texts["title"].fillna("").tolist(), batch.texts["text"].tolist(), strict=True))
    )
    rows = pd.Index(batch.texts["article"])
    owner = _rows_of(rows, batch.sentences["article"])
    title_ends = laid.text_at - 1
    article = np.concatenate((np.arange(len(rows)), owner))
    sentence = np.concatenate((np.full(len(rows), -1), batch.sentences["sentence"].to_numpy()))
    base = np.concatenate((laid.title_at, laid.text_at[owner]))
    begin = np.concatenate((laid.title_at, laid.text_at[owner] + batch.sentences["start"].to_numpy()))
    stop = np.concatenate((title_ends, laid.text_at[owner] + batch.sentences["end"].to_numpy()))
    order = np.argsort(begin, kind="stable")
    begin, stop = begin[order], stop[order]
    quoted = batch.voices[(batch.voices["voice"] == QUOTATION).to_numpy()]
    bounds = quoted[["start", "end"]].to_numpy() + laid.text_at[_rows_of(rows, quoted["article"])][:, None]

    ids, types = table(news=True).numbered(laid.chunk_types)
    runs = Words(ids.take(laid.chunk_type), laid.chunk_starts, laid.chunk_ends, laid.chunk_type)
    numbering = _Numbering(laid.text, types)
    whole = numbering.cut(numbering.parted(runs), at=np.concatenate((begin, stop)))
    place = passed(begin, whole.starts) - 1
    inside = (place >= 0) & (whole.stops <= stop.take(place)) if len(stop) else np.zeros(len(place), dtype=bool)
    words = Words(*(column.compress(inside) for column in (whole.ids, whole.starts, whole.stops, place)))
    parts = numbering.described(numbering.cut(words, at=bounds.ravel()))
    return Written(
        text=laid.text,
        types=numbering.types,
        words=words,
        parts=parts,
        article=article[order],
        sentence=sentence[order],
        base=base[order],
        quoted=bounds.ravel(),
    )


class _Numbering:
    """Puts other words in the place of some, numbered beside those that are numbered already."""

    def __init__(self, text: str, types: Types) -> None:
        self._text, self.types = text, types

    def parted(self, words: Words) -> Words:
        """Return the words with those in several that have a dash inside."""
        rows = np.flatnonzero(self.types.flags[words.ids] & PARTED)
        made = [_pieces(word) for word in self._written(words, rows)]
        return self._replaced(words, rows=rows, made=made)

    def described(self, words: Words) -> Words:
        """Return the words with emoji put in words; each of these stands where its emoji does."""
        rows = np.flatnonzero(self.types.flags[words.ids] & EMOJI)
        made = [described(word, news=True) for word in self._written(words, rows)]
        return self._replaced(words, rows=rows, made=made)

    def cut(self, words: Words, *, at: Numbers) -> Words:
        """Return the words with those in two that have one of the places `at` inside them."""
        word = np.searchsorted(words.starts, at, side="left") - 1  # the last word that begins before the place
        inner = (word >= 0) & (at < words.stops[word]) if len(words.stops) else np.zeros(len(at), dtype=bool)
        if not inner.any():
            return words
        at = np.unique(at[inner])
        starts, stops = np.sort(np.concatenate((words.starts, at))), np.sort(np.concatenate((words.stops, at)))
        origin = np.searchsorted(words.starts, starts, side="right") - 1
        ids = words.ids[origin]
        new = np.flatnonzero((starts != words.starts[origin]) | (stops != words.stops[origin]))
        spans = zip(starts[new].tolist(), stops[new].tolist(), strict=True)
        made = [self._text[begin:end] for begin, end in spans]
        ids[new], self.types = table(news=True).numbered(made, beside=self.types)
        return Words(ids, starts, stops, words.place[origin])

    def _written(self, words: Words, rows: Numbers) -> list[str]:
        spans = zip(words.starts[rows].tolist(), words.stops[rows].tolist(), strict=True)
        return [straightened(self._text[begin:end]) for begin, end in spans]

    def _replaced(self, words: Words, *, rows: Numbers, made: Sequence[Sequence[tuple[str, int, int]]]) -> Words:
        if not len(rows):
            return words
        times = np.ones(len(words.ids), dtype=np.int64)
        times[rows] = list(map(len, made))
        changed = np.zeros(len(words.ids), dtype=bool)
        changed[rows] = True
        new = np.repeat(changed, times)
        ids, starts, stops = (np.repeat(column, times) for column in (words.ids, words.starts, words.stops))
        flat = list(chain.from_iterable(made))
        ids[new], self.types = table(news=True).numbered([word for word, _, _ in flat], beside=self.types)
        stops[new] = starts[new] + np.array([end for _, _, end in flat], dtype=np.int64)
        starts[new] += np.array([begin for _, begin, _ in flat], dtype=np.int64)
        return Words(ids, starts, stops, np.repeat(words.place, times))


def _pieces(run: str) -> list[tuple[str, int, int]]:
    """Return (word, start, end) of each word of a run that is straightened."""
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(run)]


def _rows_of(articles: pd.Index, column: pd.Series) -> Numbers:
    """Return the row of each article; a batch has few articles and many sentences, in runs of one article."""
    codes, found = pd.factorize(column)
    at: Numbers = articles.get_indexer(found)
    return at[codes]
