"""As much of a shipped lexicon as a batch can meet: a few articles need no more than a tenth of its lines.

Making a whole lexicon takes longer than all else that scoring a handful of articles needs. So the lines are first
looked through by the first letters of their terms, many at once, and only those are made that begin like a word of the
batch. Once many words were asked for, the whole lexicon is made and serves from then on.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.batch import Batch, Flags, Numbers
from analysis.garbage import no_garbage_looked_for
from analysis.words.context import context_of
from analysis.words.inflection import irregular_verbs
from analysis.words.lexicon import Lexicon, Source, lexicon, made_of, source

_SEARCHED = 4000
"""Words that may be asked for before the whole lexicon is made."""

_LETTERS = 4
"""Letters by which lines are looked through."""

_CHANGED = 2
"""Letters at the end of a word that its regular forms may change: "untie", "untying"."""

_TAB, _LINE = ord("\t"), ord("\n")
_PARTS = np.isin(np.arange(256), [_TAB, _LINE, *b" -'"])
"""True for the bytes that end the first word of a line."""

Bytes = npt.NDArray[np.uint8]
Keys = npt.NDArray[np.uint32]


def lexicon_for(batch: Batch, name: str) -> Lexicon:
    """Return the shipped lexicon of this name, or a part of it that finds the same in the words of a batch."""
    return _sought(name).having(context_of(batch).types)


@cache
def _sought(name: str) -> "Sought":
    return Sought(name)


class _Lines(NamedTuple):
    """The lines of all tables of a lexicon, with what is seen at a glance of each."""

    lines: list[str]
    file: Numbers
    """For each line the place of its table."""
    keys: Keys
    """For each line: the first letters of its first word."""
    always: Flags
    """True where a form may begin with other letters than the line, and for headers."""
    plain: Flags
    """True where the term is the only form, as it stands."""


class Sought:
    """A shipped lexicon of which parts are made, until all of it is."""

    def __init__(self, name: str, *, searched: int = _SEARCHED) -> None:
        self._name, self._left = name, searched
        self._whole: Lexicon | None = None
        self._lines: _Lines | None = None

    def having(self, words: list[str]) -> Lexicon:
        """Return a lexicon with every entry that has a form in any text of these words, in lower case."""
        if self._whole is None:
            self._left -= len(words)
            if self._left >= 0:
                with no_garbage_looked_for():
                    return self._part(words)
            self._whole = lexicon(self._name)
        return self._whole

    def _part(self, words: list[str]) -> Lexicon:
        given = source(self._name)
        self._lines = self._lines or looked_at([text for _, text in given.parts.values()])
        known = frozenset(words)
        kept = _met(self._lines, _keys_of(words), known)
        parts = {
            file: (category, "\n".join(lines))
            for (file, (category, _)), lines in zip(given.parts.items(), kept, strict=True)
        }
        try:
            return made_of(self._name, Source(given.told, parts), among=known)
        except ValueError:
            return lexicon(self._name)  # says which line is wrong


def _met(table: _Lines, keys: Keys, words: frozenset[str]) -> list[list[str]]:
    """Return for each table its header, and the lines that begin like one of the words."""
    found = np.flatnonzero(np.isin(table.keys, keys) | table.always)
    kept: list[list[str]] = [[] for _ in range(int(table.file[-1]) + 1)]
    for number, file, plain in zip(
        found.tolist(), table.file[found].tolist(), table.plain[found].tolist(), strict=True
    ):
        line = table.lines[number]
        if not plain or words.issuperset(line.partition("\t")[0].replace("-", " ").split(" ")):
            kept[file].append(line)
    return kept


def looked_at(texts: Sequence[str]) -> _Lines:
    """Return the lines of some tables, many looked at at once."""
    each = [text.split("\n") for text in texts]
    lines = [line for table in each for line in table]
    file = np.repeat(np.arange(len(each)), [len(table) for table in each])
    characters = np.frombuffer(("\n".join(lines) + "\n" * (_LETTERS + _CHANGED + 1)).encode(), dtype=np.uint8)
    ends = np.flatnonzero(characters == _LINE)[: len(lines)]
    begins = np.concatenate(([0], ends[:-1] + 1))
    letters = characters[begins[:, None] + np.arange(_LETTERS + _CHANGED)]
    ended = _ended(letters)
    keys = _keyed(letters[:, :_LETTERS], ended)
    tabs = np.append(np.flatnonzero(characters == _TAB), len(characters) - 1)
    form = characters[np.minimum(tabs[np.searchsorted(tabs, begins)], ends - 1) + 1]
    formed = (form != _TAB) & (form != _LINE)
    apart = (form == ord("=")) | ended[:, -1] | np.isin(keys, _keys_of(sorted(irregular_verbs())))
    plain = ~formed & ~_having(characters, ord("'"), begins, ends) & ~_having(characters, ord("z"), begins, ends)
    heads = np.flatnonzero(np.diff(file, prepend=-1))
    plain[heads] = False
    always = formed & apart
    always[heads] = True
    return _Lines(lines, file, keys, always, plain)


def _having(characters: Bytes, one: int, begins: Numbers, ends: Numbers) -> Flags:
    """Say which lines have a character."""
    places = np.flatnonzero(characters == one)
    return np.searchsorted(places, begins) < np.searchsorted(places, ends)


def _ended(letters: Bytes) -> Flags:
    """Say of each letter of each word whether the word has ended by then."""
    return np.logical_or.accumulate(_PARTS[letters], axis=1)


def _keyed(letters: Bytes, ended: Flags) -> Keys:
    return np.ascontiguousarray(np.where(ended[:, :_LETTERS], 0, letters)).view(np.uint32).ravel()


def _keys_of(words: Sequence[str]) -> Keys:
    """Return the keys of the first letters of words."""
    joined = b"".join(word.encode("utf-8", "surrogatepass")[:_LETTERS].ljust(_LETTERS, b"\n") for word in words)
    letters = np.frombuffer(joined, dtype=np.uint8).reshape(-1, _LETTERS)
    return _keyed(letters, _ended(letters))
