"""What stands around the words of a batch: neighbours, sentences, capitals. Made once for all lexicons."""

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.words.lexicon import without_possessive

_CASED_LETTERS = 4
_CASED_WORDS = 3
_CASED_SHARE = 0.6

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Characters = npt.NDArray[np.uint32]


def context_of(batch: Batch) -> "Context":
    """Return the context of a batch; the last one made is kept, because several lexicons look at the same batch."""
    for seen, made in _last:
        if seen is batch:
            return made
    made = Context(batch)
    _last[:] = [(batch, made)]
    return made


_last: "list[tuple[Batch, Context]]" = []


class Context:
    """The words of a batch as lexicons look at them. Rows are those of the batch's tokens."""

    joined: str
    """The words without a possessive 's, a space on either side of each, and a line break wherever a phrase cannot run
    on: another sentence, another voice, or marks between."""

    at: Numbers
    """Where each word stands in `joined`."""

    ends: Numbers
    """One past the last character of each word in its text or title, a possessive 's left out."""

    capital: Flags
    """True where the word begins with a capital."""

    def __init__(self, batch: Batch) -> None:
        tokens = batch.tokens
        self._words: list[str] = tokens["word"].tolist()
        starts, self.ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
        characters, base, self._row = _characters(batch)
        firsts, lasts = base + starts, base + self.ends
        sentence, voice = tokens["sentence"].to_numpy(), pd.factorize(tokens["voice"])[0]

        new = np.ones(len(tokens), dtype=bool)
        new[1:] = (self._row[1:] != self._row[:-1]) | (sentence[1:] != sentence[:-1])
        self._sentence = np.cumsum(new) - 1
        self._begins = np.flatnonzero(new)
        opens, self._breaks = new.copy(), new.copy()
        opens[1:] |= _between(characters, firsts, lasts, of=_openers())
        self._breaks[1:] |= (voice[1:] != voice[:-1]) | _between(characters, firsts, lasts, of=_stops())

        self.capital = capital = _looked_up(_uppercase(), characters[firsts])
        shouted = capital & (lasts - firsts > 1)
        shouted &= _looked_up(_uppercase(), characters[np.minimum(firsts + 1, lasts - 1)])
        long = (lasts - firsts >= _CASED_LETTERS) & ~new
        many = np.add.reduceat(long.astype(np.int64), self._begins)
        capitals = np.add.reduceat((long & capital).astype(np.int64), self._begins)
        telling = (many < _CASED_WORDS) | (capitals < _CASED_SHARE * many)
        self._name_here = capital & ~shouted & ~opens & telling[self._sentence]
        self._name_perhaps = capital & ~shouted & ~self._name_here
        self._names: dict[tuple[int, str], bool] = {}
        self._fold(tokens)
        self._join()

    def before(self, token: int) -> str:
        """Return the word before, "" where a phrase cannot reach it."""
        return "" if self._breaks[token] else self._words[token - 1]

    def after(self, token: int) -> str:
        """Return the word after, "" where a phrase cannot reach it."""
        return "" if token + 1 >= len(self._words) or self._breaks[token + 1] else self._words[token + 1]

    def sentence_words(self, token: int) -> list[str]:
        """Return the words of the sentence or title that the token stands in."""
        number = int(self._sentence[token])
        stop = int(self._begins[number + 1]) if number + 1 < len(self._begins) else len(self._words)
        return self._words[int(self._begins[number]) : stop]

    def is_name(self, token: int) -> bool:
        """Say whether the word is a name by its capital; see `find_hits` for the rule."""
        if self._name_here[token]:
            return True
        return bool(self._name_perhaps[token]) and self._only_a_name(int(self._row[token]), self._words[token])

    def _only_a_name(self, row: int, word: str) -> bool:
        """Say whether the article has the word with a capital in mid-sentence and nowhere in lower case."""
        key = (row, word)
        if key not in self._names:
            begin, stop = np.searchsorted(self._row, [row, row + 1]).tolist()
            at = [n for n in range(begin, stop) if self._words[n] == word]
            self._names[key] = bool(self._name_here[at].any() and self.capital[at].all())
        return self._names[key]

    def _fold(self, tokens: pd.DataFrame) -> None:
        owning = tokens["word"].str.endswith("'s").to_numpy(dtype=bool)
        for n in np.flatnonzero(owning).tolist():
            self._words[n] = without_possessive(self._words[n])
        self.ends = self.ends - 2 * owning

    def _join(self) -> None:
        words, breaks = self._words, self._breaks
        lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        self.at = np.cumsum(np.where(breaks, 3, 1) + np.concatenate(([0], lengths[:-1])))
        broken = words.copy()
        for n in np.flatnonzero(breaks).tolist():
            broken[n] = "\n " + broken[n]
        self.joined = f" {' '.join(broken)} "


def _characters(batch: Batch) -> tuple[Characters, Numbers, Numbers]:
    """Return all characters of the batch, where the text or title of each token begins in them, and its article."""
    titles, bodies = batch.texts["title"].fillna("").tolist(), batch.texts["text"].tolist()
    whole = "".join(title + body for title, body in zip(titles, bodies, strict=True))
    characters = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    title_lengths = np.array([len(t) for t in titles])
    lengths = title_lengths + [len(b) for b in bodies]
    begins = np.cumsum(lengths) - lengths
    row = pd.Index(batch.texts["article"]).get_indexer(batch.tokens["article"])
    return characters, begins[row] + np.where(batch.tokens["sentence"] < 0, 0, title_lengths[row]), row


def _between(characters: Characters, firsts: Numbers, lasts: Numbers, *, of: Flags) -> Flags:
    """Say for each token but the first whether a character of the class `of` stands between it and the one before."""
    seen = np.concatenate(([0], np.cumsum(_looked_up(of, characters))))
    flags: Flags = seen[np.maximum(firsts[1:], lasts[:-1])] > seen[lasts[:-1]]
    return flags


def _looked_up(table: Flags, characters: Characters) -> Flags:
    """Look characters up in a class; those beyond the table are like its last."""
    flags: Flags = table[np.minimum(characters, len(table) - 1)]
    return flags


@cache
def _uppercase() -> Flags:
    table = np.array([chr(c).isupper() for c in range(0x2000)])
    table[-1] = False
    return table


@cache
def _stops() -> Flags:
    """Return what no phrase runs over: all but white space, hyphens (soft ones too) and apostrophes."""
    table = np.array([not (chr(c).isspace() or chr(c) in "-\u00ad\u2010\u2011'’") for c in range(0x3001)])
    table[-1] = True
    return table


@cache
def _openers() -> Flags:
    """Return the marks after which a capital is no sign of a name."""
    table = np.zeros(0x3001, dtype=bool)
    table[[ord(c) for c in '.:;!?"“”‘„«»([—–•…*|\n']] = True
    return table
