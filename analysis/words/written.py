"""The words of a batch as they are written: what white space parts, marks included. VADER and textstat read these."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.reading.laid_out import LaidOut, laid_out
from analysis.voice import QUOTATION
from analysis.words.vader_words import described, straightened
from analysis.words.word_types import EMOJI, Types, table

Numbers = npt.NDArray[np.int64]

_REMEMBERED = 1 << 16


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

    tokens, runs = _runs(laid)
    whole = cut(laid.text, tokens, runs, at=np.concatenate((begin, stop)))
    place = np.searchsorted(begin, whole.starts, side="right") - 1
    inside = np.flatnonzero((place >= 0) & (whole.stops <= stop[place])) if len(stop) else np.zeros(0, dtype=np.int64)
    words = Words(whole.ids[inside], whole.starts[inside], whole.stops[inside], place[inside])
    parts = cut(laid.text, tokens, words, at=bounds.ravel())
    ids, types = table(news=True).numbered(tokens)
    emoji = (types.flags[ids] & EMOJI) != 0
    if emoji.any():
        parts = _described(laid.text, tokens, parts, rows=np.flatnonzero(emoji[parts.ids]))
        ids, types = table(news=True).numbered(tokens)
    return Written(
        text=laid.text,
        types=types,
        words=Words(ids[words.ids], words.starts, words.stops, words.place),
        parts=Words(ids[parts.ids], parts.starts, parts.stops, parts.place),
        article=article[order],
        sentence=sentence[order],
        base=base[order],
        quoted=bounds.ravel(),
    )


def _runs(laid: LaidOut) -> tuple[list[str], Words]:
    """Return the words of all runs of characters, each type once, and where they stand; `ids` are places in the list.

    A run is straightened once however often it stands there; a dash in it parts it in two words.
    """
    pieces = list(map(_pieces, laid.chunk_types))
    sizes = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    flat = list(chain.from_iterable(pieces))
    tokens = [token for token, _, _ in flat]
    first = np.array([begin for _, begin, _ in flat], dtype=np.int64)
    last = np.array([end for _, _, end in flat], dtype=np.int64)
    many = sizes[laid.chunk_type]
    chunk = np.repeat(np.arange(len(many)), many)
    ids = np.arange(len(chunk)) + np.repeat(
        (np.cumsum(sizes) - sizes)[laid.chunk_type] - (np.cumsum(many) - many), many
    )
    base = laid.chunk_starts[chunk]
    return tokens, Words(ids, base + first[ids], base + last[ids], np.zeros(len(ids), dtype=np.int64))


@lru_cache(_REMEMBERED)
def _pieces(run: str) -> tuple[tuple[str, int, int], ...]:
    """Return (word, start, end) of each word of a run."""
    plain = straightened(run)
    if " " not in plain:
        return ((plain, 0, len(plain)),)
    found: list[tuple[str, int, int]] = []
    end = 0
    for word in plain.split():
        begin = plain.index(word, end)
        end = begin + len(word)
        found.append((word, begin, end))
    return tuple(found)


def cut(text: str, tokens: list[str], words: Words, *, at: Numbers) -> Words:
    """Return the words with those in two that have one of the places `at` inside them; adds the new ones to `tokens`.

    The `ids` of `words` are places in `tokens`.
    """
    at = np.unique(at)
    word = np.searchsorted(words.starts, at, side="left") - 1  # the last word that begins before the place
    inner = (word >= 0) & (at < words.stops[word]) if len(words.stops) else np.zeros(len(at), dtype=bool)
    word, at = word[inner], at[inner]
    rows, of = np.unique(word, return_inverse=True)
    edges = [
        [int(words.starts[row]), *at[of == number].tolist(), int(words.stops[row])]
        for number, row in enumerate(rows.tolist())
    ]
    spans = [list(pairwise(each)) for each in edges]
    made = [[straightened(text[begin:end]) for begin, end in each] for each in spans]
    return _replaced(words, tokens, rows=rows, made=made, spans=spans)


def _described(text: str, tokens: list[str], words: Words, *, rows: Numbers) -> Words:
    """Return the words with those of `rows` described: each emoji's words stand where it does."""
    told = [
        described(straightened(text[begin:end]), news=True)
        for begin, end in zip(words.starts[rows].tolist(), words.stops[rows].tolist(), strict=True)
    ]
    begins = words.starts[rows].tolist()
    made = [[word for word, _, _ in each] for each in told]
    spans = [[(at + a, at + b) for _, a, b in each] for at, each in zip(begins, told, strict=True)]
    return _replaced(words, tokens, rows=rows, made=made, spans=spans)


def _replaced(
    words: Words,
    tokens: list[str],
    *,
    rows: Numbers,
    made: Sequence[Sequence[str]],
    spans: Sequence[Sequence[tuple[int, int]]],
) -> Words:
    """Return the words with others in the place of those of `rows`."""
    if not len(rows):
        return words
    times = np.ones(len(words.ids), dtype=np.int64)
    times[rows] = list(map(len, made))
    changed = np.zeros(len(words.ids), dtype=bool)
    changed[rows] = True
    new = np.repeat(changed, times)
    ids, starts, stops = (np.repeat(column, times) for column in (words.ids, words.starts, words.stops))
    ids[new] = np.arange(len(tokens), len(tokens) + int(new.sum()))
    flat = np.array(list(chain.from_iterable(spans)), dtype=np.int64).reshape(-1, 2)
    starts[new], stops[new] = flat[:, 0], flat[:, 1]
    tokens += chain.from_iterable(made)
    return Words(ids, starts, stops, np.repeat(words.place, times))


def _rows_of(articles: pd.Index, column: pd.Series) -> Numbers:
    """Return the row of each article; a batch has few articles and many sentences, in runs of one article."""
    codes, found = pd.factorize(column)
    at: Numbers = articles.get_indexer(found)
    return at[codes]
