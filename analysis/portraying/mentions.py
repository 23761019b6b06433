"""Every place where an article speaks of somebody: by name, by title, or as he or she."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.portraying.joining import Entity
from analysis.portraying.names import Names, names
from analysis.portraying.surface import Flags, Numbers, Surface


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

    A title alone ("the president") is the one person in the article who has it before the name. A pronoun is the one
    entity that may be a person and is named since the sentence before began, in the same voice; where two are, it is
    nobody. Whether a name is a man's or a woman's is not asked: a portrayal must not change with the name.
    """
    found = names(words)
    first, last, proper, entity = found.first, found.last, found.proper, found.entity
    titled, whose = _titles(words, found)
    first, last = np.concatenate((first, titled)), np.concatenate((last, titled))
    proper, entity = np.concatenate((proper, titled)), np.concatenate((entity, whose))
    kept = entity >= 0
    first, last, proper, entity = first[kept], last[kept], proper[kept], entity[kept]
    pronoun = np.zeros(len(first), dtype=bool)
    order = np.argsort(first, kind="stable")
    first, last, proper, entity = first[order], last[order], proper[order], entity[order]
    person = np.array([one.kind in ("person", "unknown") for one in found.entities], dtype=bool)
    for _ in range(2):
        at, whom = _pronouns(words, first[person[entity]], entity[person[entity]])
        new = ~np.isin(at, first)
        at, whom = at[new], whom[new]
        first, last = np.concatenate((first, at)), np.concatenate((last, at))
        proper, entity = np.concatenate((proper, at)), np.concatenate((entity, whom))
        pronoun = np.concatenate((pronoun, np.ones(len(at), dtype=bool)))
        order = np.argsort(first, kind="stable")
        first, last, proper, entity, pronoun = (part[order] for part in (first, last, proper, entity, pronoun))
    return Mentions(first, last, proper, entity, pronoun, found.entities, found)


def _titles(words: Surface, found: Names) -> tuple[Numbers, Numbers]:
    """Return the titles in small letters that stand for one entity of the article."""
    known = words.known()
    alone = known["title"] & ~words.capital
    alone[1:] &= known["article"][:-1] & words.near[1:]
    alone[:-1] &= ~(words.near[1:] & (words.capital[1:] | known["of"][1:] | known["title"][1:]))
    at = np.flatnonzero(alone)
    spelled = words.types.words
    bare = known["bare"]
    whose = [
        found.titles.get((row, spelled[word]), -1)
        for row, word in zip(words.row[at].tolist(), bare[at].tolist(), strict=True)
    ]
    return at, np.array(whose, dtype=np.int64)


def _pronouns(words: Surface, first: Numbers, entity: Numbers) -> tuple[Numbers, Numbers]:
    """Return the pronouns that can only be one of the people named at the words `first`, and whom."""
    none: npt.NDArray[np.int64] = np.zeros(0, dtype=np.int64)
    if not len(first):
        return none, none
    at = np.flatnonzero(words.known()["personal"] & ~words.headline)
    begins = np.flatnonzero(np.concatenate(([True], words.sentence[1:] != words.sentence[:-1])))
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
