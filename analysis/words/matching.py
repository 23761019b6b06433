"""All places where the surface forms of some lexicons stand, found for a whole batch at once.

The forms are an automaton over words: from each state the next word leads to another state or nowhere. All words of a
batch take their first step together, those that got anywhere their second, and so on until the longest form ends. Words
are numbers, looked up once for each word type.
"""

from collections.abc import Sequence
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.batch import Flags, Numbers
from analysis.words.guards import Guards
from analysis.words.lexicon import Lexicon


class Places(NamedTuple):
    """Where forms stand, sorted by first word, the longest first."""

    first: Numbers
    last: Numbers
    surface: Numbers
    """Number of the form."""


class Matcher:
    """The automaton of some surface forms: words joined by single spaces."""

    def __init__(self, surfaces: Sequence[str]) -> None:
        parts = [form.split(" ") for form in surfaces]
        words = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(parts)), 1)}
        self._words, self._width = words, len(words) + 1
        width = self._width
        steps: dict[int, int] = {}  # state * width + number of a word -> state; a first word's state is its number
        ends: list[int] = []
        for first, *others in parts:
            state = words[first]
            for word in others:
                state = steps.setdefault(state * width + words[word], len(steps) + width)
            ends.append(state)
        keys: Numbers = np.fromiter(steps, dtype=np.int64, count=len(steps))
        self._surface: Numbers = np.full(len(steps) + width, -1)
        self._surface[ends] = np.arange(len(ends))
        self._goes_on = np.zeros(len(steps) + width, dtype=bool)
        self._goes_on[keys // width] = True
        self._opening = np.zeros(width, dtype=np.int64)
        opening = [words[form[0]] for form in parts]
        self._opening[opening] = opening
        order = np.argsort(keys)
        self._keys, self._targets = keys[order], order + width

    def places(self, types: Sequence[str], type_of: Numbers, *, breaks: Flags) -> Places:
        """Return all places in a row of words, given by their `types`; no form runs over a word that `breaks`."""
        known = np.fromiter(map(self._words.get, types, repeat(0)), dtype=np.int64, count=len(types))
        state_of_type = self._opening[known]
        word = known[type_of]
        first = np.flatnonzero(state_of_type[type_of])
        state, last = state_of_type[type_of[first]], first
        found: list[tuple[Numbers, Numbers, Numbers]] = []
        while len(first):
            ended = self._surface[state] >= 0
            found.append((first[ended], last[ended], self._surface[state[ended]]))
            on = self._goes_on[state] & (last + 1 < len(word))
            on[on] = ~breaks[last[on] + 1]
            first, last, state = first[on], last[on] + 1, state[on]
            key = state * self._width + word[last]
            at = np.minimum(np.searchsorted(self._keys, key), len(self._keys) - 1)
            on = self._keys[at] == key
            first, last, state = first[on], last[on], self._targets[at[on]]
        if not found:
            none = np.empty(0, dtype=np.int64)
            return Places(none, none, none)
        first, last, surface = (np.concatenate(column) for column in zip(*found, strict=True))
        order = np.lexsort((-last, first))
        return Places(first[order], last[order], surface[order])


class Columns(NamedTuple):
    """What a lexicon says of its entries, as columns."""

    lexicon: Lexicon
    weight: np.ndarray
    category: pd.api.extensions.ExtensionArray
    term: pd.api.extensions.ExtensionArray


class Search(NamedTuple):
    """Several lexicons as one, looked for in one pass. Entries are numbered one lexicon after another."""

    lexicons: tuple[Lexicon, ...]
    columns: tuple[Columns, ...]
    """Those of each lexicon."""
    matcher: Matcher
    guards: Guards
    offsets: Numbers
    """For each lexicon: the number of its first entry; one more closes the last."""
    begins: Numbers
    """For each surface: where its entries begin in `entry`; one more closes the last."""
    entry: Numbers
    """Numbers of entries, by surface, in the order of the lexicons."""
    guarded: Flags
    """For each entry: True where it has guards other than for names."""
    kept: Flags
    """For each entry: True where a name counts."""


def search_of(*lexicons: Lexicon) -> Search:
    """Return the search for some lexicons; the last ones made are kept."""
    for seen, made in _made:
        if len(seen) == len(lexicons) and all(a is b for a, b in zip(seen, lexicons, strict=True)):
            return made
    made = _search(lexicons)
    _made[:] = [(lexicons, made), *_made[: _MOST - 1]]
    return made


_MOST = 8
"""Searches kept."""

_made: "list[tuple[tuple[Lexicon, ...], Search]]" = []


def _search(lexicons: tuple[Lexicon, ...]) -> Search:
    offsets = np.cumsum([0, *(len(lexicon.entries) for lexicon in lexicons)])
    numbers: dict[str, list[int]] = {}
    for offset, lexicon in zip(offsets.tolist(), lexicons, strict=False):
        for surface, entries in zip(lexicon.surfaces, lexicon.entries_of, strict=True):
            numbers.setdefault(surface, []).extend(offset + number for number in entries)
    outlines = [(lexicon, lexicon.entries.outlines()) for lexicon in lexicons]
    kept = [lexicon.names or entry.kept for lexicon, entries in outlines for entry in entries]
    return Search(
        lexicons=lexicons,
        columns=tuple(
            Columns(
                lexicon=lexicon,
                weight=np.array([entry.weight for entry in entries], dtype=np.float64),
                category=pd.array([entry.category for entry in entries], dtype="str"),
                term=pd.array([entry.term for entry in entries], dtype="str"),
            )
            for lexicon, entries in outlines
        ),
        matcher=Matcher(tuple(numbers)),
        guards=Guards(*(lexicon.entries for lexicon in lexicons)),
        offsets=offsets,
        begins=np.cumsum([0, *map(len, numbers.values())]),
        entry=np.fromiter(chain.from_iterable(numbers.values()), dtype=np.int64),
        guarded=np.array([entry.guarded for _, entries in outlines for entry in entries], dtype=bool),
        kept=np.array(kept, dtype=bool),
    )
