"""Ideas: classes of words that tell the same thing, and the places behind "Beijing" or "Chinese"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal, cast

from analysis import wordlists
from analysis.facts.names import place_forms
from analysis.facts.stems import stem

IdeaKind = Literal["act", "thing", "role", "generic", "source", "silent"]

GAP = "_"
"""Stands in a phrase of the list for up to `LONGEST_GAP` other words: "lift _ ban"."""

LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Idea:
    """A class of near-synonyms of news language."""

    name: str
    opposite: str
    """The idea that says the contrary; "" where there is none."""

    kind: IdeaKind


@dataclass(frozen=True, slots=True)
class Hit:
    """An idea found in a list of words: the first and one past the last word, and which ideas share these words."""

    start: int
    end: int
    ideas: tuple[str, ...]
    composed: bool = False
    """True when the phrase is made of ideas, which are hits of their own."""


@cache
def ideas() -> dict[str, Idea]:
    """Return the ideas by name."""
    return {row[0]: Idea(row[0], row[1], cast(IdeaKind, row[2])) for row in wordlists.rows("concepts")}


def find_ideas(stems: Sequence[str]) -> list[Hit]:
    """Return the ideas in a list of stems, longest phrase first at each word; hits do not overlap.

    Words inside a gap of a phrase stay free for hits of their own. A phrase that is made of ideas ("@stop _ @restrict")
    comes on top of the ideas of its words.
    """
    phrases, composed = _phrases(False), _phrases(True)
    taken = [False] * len(stems)
    hits: list[Hit] = []
    for start, word in enumerate(stems):
        for pattern, names in composed.get(word, ()):
            places = _match(stems, start, pattern)
            if places:
                hits.append(Hit(start, places[-1] + 1, names, composed=True))
        if taken[start]:
            continue
        for pattern, names in phrases.get(word, ()):
            places = _match(stems, start, pattern)
            if places and not any(taken[place] for place in places):
                for place in places:
                    taken[place] = True
                hits.append(Hit(start, places[-1] + 1, names))
                break
    return hits


def find_places(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (first word, one past the last, place) for each place in a list of words as written (capitals count)."""
    found: list[tuple[int, int, str]] = []
    index = 0
    while index < len(words):
        for form, place in _places().get(words[index], ()):
            if tuple(words[index : index + len(form)]) == form:
                found.append((index, index + len(form), place))
                index += len(form) - 1
                break
        index += 1
    return found


def _match(stems: Sequence[str], start: int, pattern: tuple[str, ...]) -> list[int]:
    """Return the places of the pattern's words from `start` on; [] where it does not match."""
    places = [start]
    position = start + 1
    gap = False
    for part in pattern[1:]:
        if part == GAP:
            gap = True
            continue
        reach = LONGEST_GAP + 1 if gap else 1
        window = stems[position : position + reach]
        if part not in window:
            return []
        position += list(window).index(part) + 1
        places.append(position - 1)
        gap = False
    return places


@cache
def _phrases(composed: bool) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the patterns by their first stem, longest first, each with the ideas that list it.

    With `composed`, those made of other ideas; else the plain ones.
    """
    named: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in wordlists.rows("concepts"):
        for phrase in row[3].split(", "):
            if ("@" in phrase) != composed:
                continue
            for words in product(*(_written(part) for part in phrase.split())):
                pattern = tuple(word if word == GAP else stem(word) for word in " ".join(words).split())
                if row[0] not in named[pattern]:
                    named[pattern].append(row[0])
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for pattern, names in named.items():
        table[pattern[0]].append((pattern, tuple(names)))
    for patterns in table.values():
        patterns.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return dict(table)


@cache
def _written(part: str) -> tuple[str, ...]:
    """Return what a part of a phrase stands for: "@stop" for each plain phrase of the idea stop, else itself."""
    if not part.startswith("@"):
        return (part,)
    listed = next(row[3] for row in wordlists.rows("concepts") if row[0] == part[1:])
    return tuple(phrase for phrase in listed.split(", ") if "@" not in phrase and GAP not in phrase.split())


@cache
def _places() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for form, place in place_forms().items():
        words = tuple(form.split())
        table[words[0]].append((words, place))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return dict(table)
