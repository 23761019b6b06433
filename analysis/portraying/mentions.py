"""Every place where an article speaks of somebody: by name, by title, or as he or she."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.portraying.joining import Entity
from analysis.portraying.names import Names, names
from analysis.portraying.surface import Flags, Numbers, Surface
from analysis.portraying.word_types import LINKS, Known


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a batch in order."""

    first: Numbers
    """First word, titles before the name included."""

    last: Numbers
    proper: Numbers
    """First word of the name itself; of a title or pronoun, the first word."""

    entity: Numbers
    """Place in `entities`."""

    pronoun: Flags
    entities: list[Entity]
    names: Names


def mentions(words: Surface) -> Mentions:
    """Return the mentions of a batch.

    A title alone ("the president") is the one person in the article who has it before the name; "the board" is the one
    body named before it whose name ends with that word. A pronoun is the one entity that may be a person and is named
    since the sentence before began, in the same voice. Where there are two, it is the one whom the article calls so
    elsewhere, by Mr or Ms or by a pronoun that is sure, if it calls all the others otherwise. Whether a name is a man's
    or a woman's is not asked, but to tell "Mr Marsh" from "Ms Marsh": a portrayal must not change with the name.
    """
    found = names(words)
    known = words.known()
    titled, whose = _titles(words, found)
    bodied, which = _bodies(words, found)
    first, last = (np.concatenate((own, titled, bodied)) for own in (found.first, found.last))
    proper, entity = np.concatenate((found.proper, titled, bodied)), np.concatenate((found.entity, whose, which))
    kept = entity >= 0
    first, last, proper, entity = first[kept], last[kept], proper[kept], entity[kept]
    pronoun = np.zeros(len(first), dtype=bool)
    order = np.argsort(first, kind="stable")
    first, last, proper, entity = first[order], last[order], proper[order], entity[order]
    person = np.array([one.kind in ("person", "unknown") for one in found.entities], dtype=bool)
    before = np.where(proper > first, proper - 1, first)
    calls = [
        np.bincount(entity, weights=known[f"{one} title"][before], minlength=len(person)).astype(np.float64)
        for one in _PRONOUNS
    ]
    begins = np.flatnonzero(np.concatenate(([True], words.sentence[1:] != words.sentence[:-1])))
    left = [np.flatnonzero(known[one] & ~words.headline) for one in _PRONOUNS]
    for again in range(3):
        named = person[entity]
        by = (first[named], entity[named])
        new = [_joined(words, begins, *by, left[own], calls, own, again=again > 0) for own in range(len(_PRONOUNS))]
        for own, (at, whom) in enumerate(new):
            calls[own] += np.bincount(whom, minlength=len(person))
            left[own] = np.setdiff1d(left[own], at, assume_unique=True)
        at, whom = (np.concatenate(column) for column in zip(*new, strict=True))
        if again and not len(at):
            break
        first, last = np.concatenate((first, at)), np.concatenate((last, at))
        proper, entity = np.concatenate((proper, at)), np.concatenate((entity, whom))
        pronoun = np.concatenate((pronoun, np.ones(len(at), dtype=bool)))
        order = np.argsort(first, kind="stable")
        first, last, proper, entity, pronoun = (part[order] for part in (first, last, proper, entity, pronoun))
    return Mentions(first, last, proper, entity, pronoun, found.entities, found)


_PRONOUNS = ("he", "she")


def _joined(
    words: Surface,
    begins: Numbers,
    first: Numbers,
    entity: Numbers,
    at: Numbers,
    calls: Sequence[npt.NDArray[np.float64]],
    own: int,
    *,
    again: bool,
) -> tuple[Numbers, Numbers]:
    """Return those of the pronouns `at`, of one kind, that mean somebody named at the words `first`, and whom.

    `calls` counts how each entity is called: by which of `_PRONOUNS`.
    """
    so, otherwise = calls[own] > 0, calls[1 - own] > 0
    found, whom = _pronouns(words, begins, first, entity, at)
    kept = ~otherwise[whom] | so[whom]
    found, whom = found[kept], whom[kept]
    if again:
        may = (~otherwise | so)[entity]
        more, them = _pronouns(words, begins, first[may], entity[may], np.setdiff1d(at, found, assume_unique=True))
        kept = (so & ~otherwise)[them]
        found, whom = np.concatenate((found, more[kept])), np.concatenate((whom, them[kept]))
    return found, whom


def _titles(words: Surface, found: Names) -> tuple[Numbers, Numbers]:
    """Return the titles in small letters that stand for one entity of the article."""
    known = words.known()
    at = np.flatnonzero(_alone(words, known, "title"))
    spelled = words.types.words
    bare = known["bare"]
    whose = [
        found.titles.get((row, spelled[word]), -1)
        for row, word in zip(words.row[at].tolist(), bare[at].tolist(), strict=True)
    ]
    return at, np.array(whose, dtype=np.int64)


def _bodies(words: Surface, found: Names) -> tuple[Numbers, Numbers]:
    """Return the small words for bodies that stand for the one body, named before, whose name ends with them."""
    known = words.known()
    at = np.flatnonzero(_alone(words, known, "institution"))
    if not len(at):
        return at, at
    ends: dict[tuple[int, str], int] = {}
    for number, one in enumerate(found.entities):
        _, parted, end = one.name.lower().rpartition(" ")
        if parted and one.kind == "body":
            ends[one.row, end] = -1 if (one.row, end) in ends else number
    spelled, bare = words.types.words, known["bare"]
    said = zip(words.row[at].tolist(), bare[at].tolist(), strict=True)
    whose = np.array([ends.get((row, spelled[word]), -1) for row, word in said], dtype=np.int64)
    begins = np.full(len(found.entities) + 1, len(words.ids))
    np.minimum.at(begins, found.entity[found.entity >= 0], found.first[found.entity >= 0])
    return at, np.where(begins[whose] < at, whose, -1)


def _alone(words: Surface, known: Known, kind: str) -> Flags:
    """Say which words of a kind stand alone after "the": "the president", but no "the president of Selby"."""
    alone = known[kind] & ~words.capital
    alone[1:] &= known["the"][:-1] & words.near[1:]
    other = words.capital | (known["link"] == LINKS.index("of")) | known["title"] | known["institution"]
    alone[:-1] &= ~(words.near[1:] & other[1:])
    made: Flags = alone
    return made


def _pronouns(words: Surface, begins: Numbers, first: Numbers, entity: Numbers, at: Numbers) -> tuple[Numbers, Numbers]:
    """Return the words `at` that can only be one of those named at the words `first`, and whom.

    `begins` are the first words of the sentences.
    """
    none: npt.NDArray[np.int64] = np.zeros(0, dtype=np.int64)
    if not len(first):
        return none, none
    number = words.sentence[at]
    before = np.maximum(number - 1, 0)
    since = begins[before]
    since = np.where(words.headline[since] | (words.row[since] != words.row[at]), begins[number], since)
    low, high = np.searchsorted(first, since), np.searchsorted(first, at)
    named = high > low
    at, low, high = at[named], low[named], high[named]
    changes = np.concatenate(([0], np.cumsum(entity[1:] != entity[:-1])))
    same = (changes[high - 1] == changes[low]) & (words.quoted[first[high - 1]] == words.quoted[at])
    return at[same], entity[high[same] - 1]
