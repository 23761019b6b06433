"""The words of a batch as portrayals read them: their types, capitals, the marks between them, and the names."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.batch import WORD_VOICES, Batch
from analysis.portraying.word_types import Known, Types, numbered
from analysis.voice import QUOTATION

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_CASED_LETTERS, _CASED_WORDS, _CASED_SHARE = 4, 3, 0.6


@dataclass(frozen=True, slots=True)
class Surface:
    """One entry for each word of the batch's tokens, title and body, in their order."""

    types: Types
    ids: Numbers
    """Number of the word in `types`."""

    row: Numbers
    """Row of the article in the batch's texts."""

    sentence: Numbers
    """Number of the sentence in the batch, titles counted; it rises."""

    headline: Flags
    quoted: Flags

    start: Numbers
    end: Numbers
    """Where the word stands in its title or text."""

    capital: Flags
    opens: Flags
    """True where any word would have a capital: at the start of a sentence, after a colon or an opening mark."""

    shouts: Flags
    """True in headlines most of whose words have capitals, and in sentences that are all capitals."""

    upper: Flags
    """True for a word in capitals throughout: an acronym, or a word that is shouted."""

    near: Flags
    """True where only white space, a hyphen, or the stop of an initial or a form of address stands before the word."""

    breaks: Flags
    """True where a mark that parts clauses stands before the word."""

    def known(self) -> Known:
        """Return what is known of each word, by column."""
        return Known(self.types, self.ids)


def surface(batch: Batch) -> Surface:
    """Return the surface of a batch. Nothing is looked up that depends on who is named."""
    written = batch.words
    start, end, number, row = written.start, written.end, written.sentence, written.article
    of_type, types = numbered(written.types)
    ids = of_type[written.type]
    headline = number < 0
    characters, base = _characters(batch, headline)
    first, last = base + start, base + end
    size = len(ids)
    new = np.ones(size, dtype=bool)
    new[1:] = (row[1:] != row[:-1]) | (number[1:] != number[:-1])
    sentence = np.cumsum(new) - 1
    opens, breaks, near = new.copy(), new.copy(), ~new
    if size:
        begin, stop = last[:-1], np.maximum(first[1:], last[:-1])
        within = ~new[1:]
        marks = _marks()[np.minimum(characters, _TABLE - 1)]
        opens[1:] |= _between(marks & _OPENING, begin, stop)
        breaks[1:] |= _between(marks & _PARTING, begin, stop)
        other = _between(marks & _ANY, begin, stop)
        gap = stop - begin
        known = Known(types, ids[:-1])
        stopped = (characters[np.minimum(begin, len(characters) - 1)] == ord(".")) & (gap == 2)
        near[1:] = within & (gap <= 2) & (~other | (stopped & (known["initial"] | known["title"])))
        breaks[1:] |= _between(marks & _DASH, begin, stop) & (gap > 2)
        opens[1:] &= ~(near[1:] & stopped)
        breaks[1:] &= ~(near[1:] & stopped)
    upper = _upper()
    capital = upper[np.minimum(characters[first], _TABLE - 1)] if size else np.zeros(0, dtype=bool)
    second = upper[np.minimum(characters[np.minimum(first + 1, last - 1)], _TABLE - 1)] if size else capital
    long = (end - start >= _CASED_LETTERS) & ~new
    many = np.bincount(sentence, weights=long)
    cased = np.bincount(sentence, weights=long & capital & (headline | second))
    shouts = ((many >= _CASED_WORDS) & (cased >= _CASED_SHARE * many))[sentence]
    whole = capital & second & (end - start > 1)
    quoted = written.voice == WORD_VOICES.index(QUOTATION)
    return Surface(types, ids, row, sentence, headline, quoted, start, end, capital, opens, shouts, whole, near, breaks)


_TABLE = 0x3001
_OPENING, _PARTING, _ANY, _DASH = 1, 2, 4, 8


def _between(marks: npt.NDArray[Any], begin: Numbers, stop: Numbers) -> Flags:
    seen = np.zeros(len(marks) + 1, dtype=np.int32)
    np.cumsum(marks != 0, out=seen[1:])
    flags: Flags = seen[stop] > seen[begin]
    return flags


def _characters(batch: Batch, headline: Flags) -> tuple[npt.NDArray[np.uint32], Numbers]:
    """Return all characters of the batch, and where the title or text of each word begins in them."""
    titles, bodies = batch.texts["title"].fillna("").tolist(), batch.texts["text"].tolist()
    whole = "".join(title + body for title, body in zip(titles, bodies, strict=True))
    characters = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    title_lengths = np.fromiter(map(len, titles), dtype=np.int64, count=len(titles))
    lengths = title_lengths + np.fromiter(map(len, bodies), dtype=np.int64, count=len(bodies))
    begins = np.cumsum(lengths) - lengths
    row = batch.words.article
    return characters, begins[row] + np.where(headline, 0, title_lengths[row])


@cache
def _marks() -> npt.NDArray[np.uint8]:
    """Return what each character is: bits of opening, parting, any mark that ends a name, and a dash."""
    table = np.zeros(_TABLE, dtype=np.uint8)
    for code in range(_TABLE):
        character = chr(code)
        if not (character.isspace() or character in "-\u00ad\u2010\u2011"):
            table[code] |= _ANY
    for bit, characters in ((_OPENING, '.:;!?"“«([—–•…*|\n'), (_PARTING, ',;:()“”"—–.!?\n'), (_DASH, "-")):
        for character in characters:
            table[ord(character)] |= bit
    return table


@cache
def _upper() -> Flags:
    table = np.array([chr(code).isupper() for code in range(_TABLE)])
    table[-1] = False
    return table
