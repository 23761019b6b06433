"""What the sentences of one fact disagree on, and which sentence of a page shows its value."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.facts.differences import Page, Value, differences
from analysis.facts.grouping import SAME, Group
from analysis.facts.name_terms import title_terms
from analysis.facts.quantities import Quantity
from analysis.facts.telling import NUMBER, Telling

ALL_PAIRS = 24
"""Sentences of a fact, the most central first, that are compared two by two; the others with `CENTRAL` of them."""

CENTRAL = 6

Likeness = Mapping[tuple[int, int], float]
"""Similarity of two sentences, the smaller number first."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One kind of value that a fact's sentences disagree on."""

    what: str
    """As in `Difference.what`."""

    values: dict[int, Value]
    """The value of each sentence that has one."""

    @property
    def words(self) -> str:
        """What disagrees and the values in words, the most frequent first."""
        shown = self._shown()
        return f"{self.what}: {' against '.join(shown.values())}"

    def of(self, number: int) -> str:
        """Return the value of a sentence and those of the others, in words."""
        value = self.values[number]
        elsewhere = ", ".join(words for key, words in self._shown().items() if key != value.key)
        return f"{value.words}; elsewhere {elsewhere}"

    def by_page(self, page: Sequence[int]) -> set[tuple[int, str]]:
        """Return which page has which value."""
        return {(page[number], value.key) for number, value in self.values.items()}

    def _shown(self) -> dict[str, str]:
        counted = Counter(value.key for value in self.values.values())
        shown = {value.key: value.words for _, value in sorted(self.values.items(), key=lambda entry: entry[1].words)}
        return {key: shown[key] for key in sorted(counted, key=lambda key: (-counted[key], shown[key]))}


def disagreements(
    group: Group, told: Sequence[Telling], like: Likeness, pages: Mapping[str, Page], carried: Mapping[int, Quantity],
    events: Mapping[str, str],
) -> list[Disagreement]:  # fmt: skip
    """Return what a fact's sentences disagree on, by its name; `events` gives the event of each page.

    Two fires of one evening may each be fought for hours: sentences of pages of different events only disagree where
    both name the same one or the same place.
    Sentences that only carry the fact's number (`carried`) make no disagreement of their own; they show the value
    where there is one. A name that a sentence does not hold itself is shown by the sentence of its page that does,
    the one most like the fact.
    """
    values: dict[str, dict[int, Value]] = {}
    for first, second in _pairs([number for number in (*group.main, *group.others) if number not in carried]):
        similarity = like.get((first, second), 0.0)
        if not {first, second} <= set(group.main) and similarity < SAME:
            continue
        if not _of_one(told[first], told[second], events):
            continue
        for found in differences(told[first], told[second], pages, similarity=similarity):
            slot = values.setdefault(found.what, {})
            slot.setdefault(first, found.first)
            slot.setdefault(second, found.second)
    for what, slot in values.items():
        if what == "name":
            values[what] = _named(slot, group, told, like)
            continue
        held = {value.key: value for _, value in sorted(slot.items())}
        for number, quantity in sorted(carried.items()):
            if f"{quantity.value:g}" in held:
                slot[number] = held[f"{quantity.value:g}"]
    return [Disagreement(what, slot) for what, slot in sorted(values.items())]


def _of_one(a: Telling, b: Telling, events: Mapping[str, str]) -> bool:
    """Return whether two sentences tell of one event, or both name the same one or the same place themselves."""
    if events[a.article] == events[b.article]:
        return True
    named = (a.who - a.inherited) & (b.who - b.inherited) - title_terms()
    return any(not term.startswith(NUMBER) for term in named)


def _pairs(sentences: Sequence[int]) -> list[tuple[int, int]]:
    """Return which sentences are compared, in their order; of many, not all with all: their number would explode."""
    made = set(combinations(sentences[:ALL_PAIRS], 2))
    made |= {(central, other) for other in sentences[ALL_PAIRS:] for central in sentences[:CENTRAL]}
    return sorted({(min(pair), max(pair)) for pair in made if pair[0] != pair[1]})


def _named(slot: dict[int, Value], group: Group, told: Sequence[Telling], like: Likeness) -> dict[int, Value]:
    """Return the names by the sentences that hold them; where a page has none, the sentence of the fact keeps it."""
    held = {value.key: value for _, value in sorted(slot.items())}
    made: dict[int, Value] = {}
    for number in (*group.main, *group.others):
        for key in sorted(held.keys() & {name.key for name in told[number].names}):
            made.setdefault(number, held[key])
    by_page: dict[str, list[int]] = {}
    for i, other in enumerate(told if slot.keys() - made.keys() else ()):
        by_page.setdefault(other.article, []).append(i)
    for number, value in sorted(slot.items()):
        if number in made:
            continue
        saying = [i for i in by_page[told[number].article] if any(name.key == value.key for name in told[i].names)]
        if not saying:
            made[number] = value
        elif not any(i in made for i in saying):
            made[min(saying, key=lambda i: (-_nearest(i, group, like), i))] = value
    return made


def _nearest(number: int, group: Group, like: Likeness) -> float:
    return max(like.get((min(number, i), max(number, i)), 0.0) for i in group.main)
