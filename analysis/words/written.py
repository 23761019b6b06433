"""The words of a batch as they are written: what white space parts, marks included. VADER and textstat read these."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.voice import QUOTATION
from analysis.words.vader_words import straightened
from analysis.words.word_types import Types, table

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row, by type and place."""

    tokens: list[str]
    ids: Numbers
    """For each word: row of its type in `types`."""

    types: Types
    starts: Numbers
    """For each word: its first character in `Written.text`."""

    stops: Numbers
    """For each word: one past its last."""


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a batch and the places (titles and sentences) that they stand in.

    Places are in the order of the batch's articles, in an article the title first, then the sentences.
    """

    text: str
    """All titles and texts, straightened, as one string."""

    words: Words
    """Every word of a title or sentence; headings are left out."""

    place: Numbers
    """For each word: its place; ascending."""

    article: Numbers
    """For each place: row of its article in `batch.texts`."""

    sentence: Numbers
    """For each place: number of the sentence; -1 for the title."""

    base: Numbers
    """For each place: where the title, or the text that the sentence is in, begins in `text`."""

    quoted: Numbers
    """Bounds of the quotations in `text`: start, end, start, end ... ascending."""


def written(batch: Batch) -> Written:
    """Return the words of a batch as they are written; the last ones made are kept, for several measures read them.

    A word never reaches over the end of a sentence, though it may over that of a quotation.
    """
    for seen, made in _last:
        if seen is batch:
            return made
    made = _written(batch)
    _last[:] = [(batch, made)]
    return made


_last: "list[tuple[Batch, Written]]" = []


def _written(batch: Batch) -> Written:
    titles = batch.texts["title"].fillna("").tolist()
    texts = batch.texts["text"].tolist()
    text = straightened("".join([f"{title}\n{body}\n" for title, body in zip(titles, texts, strict=True)]))
    title_lengths = np.fromiter(map(len, titles), dtype=np.int64, count=len(titles))
    text_lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(title_lengths + text_lengths + 2)
    title_at = ends - title_lengths - text_lengths - 2
    text_at = ends - text_lengths - 1
    rows = pd.Index(batch.texts["article"])
    owner = _rows_of(rows, batch.sentences["article"])
    article = np.concatenate((np.arange(len(titles)), owner))
    sentence = np.concatenate((np.full(len(titles), -1), batch.sentences["sentence"].to_numpy()))
    base = np.concatenate((title_at, text_at[owner]))
    begin = np.concatenate((title_at, text_at[owner] + batch.sentences["start"].to_numpy()))
    stop = np.concatenate((title_at + title_lengths, text_at[owner] + batch.sentences["end"].to_numpy()))
    order = np.argsort(begin, kind="stable")
    begin, stop = begin[order], stop[order]
    quoted = batch.voices[(batch.voices["voice"] == QUOTATION).to_numpy()]
    bounds = quoted[["start", "end"]].to_numpy() + text_at[_rows_of(rows, quoted["article"])][:, None]

    starts, stops = _spans(text)
    tokens, starts, stops = cut(text, text.split(), starts, stops, at=np.concatenate((begin, stop)))
    place = np.searchsorted(begin, starts, side="right") - 1
    inside = (place >= 0) & (stops <= stop[place]) if len(stop) else np.zeros(len(starts), dtype=bool)
    if not inside.all():
        kept = np.flatnonzero(inside)
        tokens = [tokens[row] for row in kept.tolist()]
        starts, stops, place = starts[kept], stops[kept], place[kept]
    ids, types = table(news=True).numbered(tokens)
    words = Words(tokens, ids, types, starts, stops)
    return Written(text, words, place, article[order], sentence[order], base[order], bounds.ravel())


def cut(
    text: str, tokens: list[str], starts: Numbers, stops: Numbers, *, at: Numbers
) -> tuple[list[str], Numbers, Numbers]:
    """Return the words with those in two that have one of the places `at` inside them."""
    at = np.unique(at)
    word = np.searchsorted(starts, at, side="left") - 1  # the last word that begins before the place
    inner = (word >= 0) & (at < stops[word]) if len(stops) else np.zeros(len(at), dtype=bool)
    if not inner.any():
        return tokens, starts, stops
    word, at = word[inner], at[inner]
    new_starts = np.insert(starts, word + 1, at)
    new_stops = np.insert(stops, word, at)
    made: list[str] = []
    done = 0
    for row in np.unique(word).tolist():
        made += tokens[done:row]
        done = row + 1
        edges = [int(starts[row]), *at[word == row].tolist(), int(stops[row])]
        made += [text[begin:end] for begin, end in pairwise(edges)]
    return made + tokens[done:], new_starts, new_stops


def _rows_of(articles: pd.Index, column: pd.Series) -> Numbers:
    """Return the row of each article; a batch has few articles and many sentences, in runs of one article."""
    codes, found = pd.factorize(column)
    at: Numbers = articles.get_indexer(found)
    return at[codes]


def _spans(text: str) -> tuple[Numbers, Numbers]:
    """Return start and end of each word, as `str.split` parts them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    space = _spaces()[np.minimum(codes, len(_spaces()) - 1)]
    edges = np.flatnonzero(np.diff(np.concatenate(([True], space, [True]))))
    return edges[::2], edges[1::2]


@cache
def _spaces() -> Flags:
    """Say for each character up to the last that `str.split` takes for white space, and one beyond, whether it does."""
    return np.array([chr(code).isspace() for code in range(0x3002)])
