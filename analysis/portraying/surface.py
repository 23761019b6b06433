"""The words of a batch as portrayals read them: their types, capitals, the marks between them, and the names."""

from dataclasses import dataclass
from functools import lru_cache

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

    hyphen: Flags
    """True where a hyphen alone stands before the word: the second half of "fat-cat"."""

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
    size = len(ids)
    new = np.ones(size, dtype=bool)
    new[1:] = (row[1:] != row[:-1]) | (number[1:] != number[:-1])
    sentence = np.cumsum(new) - 1
    opens, breaks, near, hyphen = new.copy(), new.copy(), ~new, ~new
    if size:
        marks = np.fromiter(map(_marks, written.gaps), dtype=np.int64, count=len(written.gaps)).take(written.gap)
        before = Known(types, ids[:-1])
        stopped = ((marks & _STOP) != 0) & ~new
        abbreviated = np.zeros(size, dtype=bool)
        abbreviated[1:] = stopped[1:] & (before["initial"] | before["title"])
        near &= ((marks & _WIDE) == 0) & (((marks & _ANY) == 0) | abbreviated)
        within = ~(near & stopped)
        opens |= ((marks & _OPENING) != 0) & within
        breaks |= ((marks & _PARTING) != 0) & within
        hyphen &= (marks & _HYPHEN) != 0
    capital, whole = written.capital, written.shouted
    long = (end - start >= _CASED_LETTERS) & ~new
    many = np.bincount(sentence, weights=long)
    cased = np.bincount(sentence, weights=long & capital & (headline | whole))
    shouts = ((many >= _CASED_WORDS) & (cased >= _CASED_SHARE * many))[sentence]
    quoted = written.voice == WORD_VOICES.index(QUOTATION)
    return Surface(
        types, ids, row, sentence, headline, quoted, start, end, capital, opens, shouts, whole, near, breaks, hyphen
    )


_OPENING, _PARTING, _ANY, _WIDE, _STOP, _HYPHEN = 1, 2, 4, 8, 16, 32
_OPENS = frozenset('.:;!?"“«([—–•…*|\n')
_PARTS = frozenset(',;:()“”"—–.!?\n')
_JOINS = frozenset("-\u00ad\u2010\u2011")
_LAST = "\u3000"
"""From this character on none is looked at."""


@lru_cache(1 << 14)
def _marks(gap: str) -> int:
    """Return what stands between two words of a sentence, in bits.

    A mark after which a capital tells nothing; one that parts clauses, or a dash with blanks; any mark that ends a
    name; more than two characters; a full stop and one more character; a hyphen alone.
    """
    found = _WIDE if len(gap) > 2 else _STOP if len(gap) == 2 and gap[0] == "." else 0
    found |= _HYPHEN if gap in _JOINS else 0
    found |= _OPENING if not _OPENS.isdisjoint(gap) else 0
    found |= _PARTING if not _PARTS.isdisjoint(gap) or ("-" in gap and len(gap) > 2) else 0
    return found | (_ANY if any(c < _LAST and not c.isspace() and c not in _JOINS for c in gap) else 0)
