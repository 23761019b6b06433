"""Long sentences that carry a fact in one clause: the same number of the same thing, of which the same is told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.facts.concepts import ideas
from analysis.facts.differences import near, unit_of
from analysis.facts.fact_terms import SMALL
from analysis.facts.grouping import Group
from analysis.facts.quantities import Quantity, agree
from analysis.facts.telling import IDEA, Telling

OWN_CLAUSE = 0.5
"""Share of what a sentence has in common with another fact that may stand beside the number at most."""


class Count(NamedTuple):
    """A number in a sentence, what is counted and what is told of it."""

    number: int
    """The sentence."""

    quantity: Quantity
    unit: str
    """What is counted; "" where the sentence does not say it again ("14 of them"): enough for numbers from `SMALL`."""

    acts: frozenset[str]
    """The acts that stand close to the number: terms of ideas."""

    around: frozenset[str]
    """All terms that stand close to it."""


def counts_of(told: Sequence[Telling], texts: Mapping[str, str]) -> dict[int, list[Count]]:
    """Return the numbers of people or things that an act is told of, by sentence; `texts` gives the pages' bodies."""
    found: dict[int, list[Count]] = {}
    for number, sentence in enumerate(told):
        for quantity in sentence.quantities:
            if quantity.kind != "number":
                continue
            around = frozenset(near(sentence, quantity, texts[sentence.article]))
            acts = frozenset(t for t in around if t.startswith(IDEA) and ideas()[t[len(IDEA) + 1 :]].kind == "act")
            if acts:
                found.setdefault(number, []).append(Count(number, quantity, unit_of(quantity), acts, around))
    return found


def carried(
    groups: Sequence[Group], told: Sequence[Telling], page: Sequence[int], counts: Mapping[int, Sequence[Count]],
    like: Mapping[tuple[int, int], float],
) -> list[tuple[Group, dict[int, Quantity]]]:  # fmt: skip
    """Return the groups with the sentences that carry their number in one clause, and the numbers these carry.

    A number is a group's own where main sentences of two pages count the same thing with the same act beside it,
    whatever the number. A sentence of a page that is not in the group yet joins it where it counts that thing, with
    that act and a number that one of these main sentences has. It may tell another fact besides, but not with the
    same words; what joins in this way brings nobody else along.
    """
    elsewhere: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        for number in (*group.main, *group.others):
            elsewhere[number].append(group)
    made: list[tuple[Group, dict[int, Quantity]]] = []
    for group in groups:
        pages = {page[number] for number in group.main}
        own = list(_own(group, page, counts))
        best: dict[int, tuple[float, int, Count]] = {}
        for number, candidates in counts.items() if own else ():
            if page[number] in pages or told[number].asks:
                continue
            count = next((c for c in candidates if any(_same(c, o) for o in own)), None)
            if count is None or any(_told_there(count, other, told, counts) for other in elsewhere[number]):
                continue
            likeness = max(like.get((min(number, i), max(number, i)), 0.0) for i in group.main)
            offer = (likeness, -number, count)
            if page[number] not in best or offer[:2] > best[page[number]][:2]:
                best[page[number]] = offer
        joined = sorted(best.values(), key=lambda offer: (-offer[0], -offer[1]))
        numbers = [count.number for _, _, count in joined]
        likeness_of = group.likeness | {count.number: likeness for likeness, _, count in joined}
        wider = replace(group, main=(*group.main, *numbers), likeness=likeness_of) if numbers else group
        made.append((wider, {count.number: count.quantity for _, _, count in joined}))
    return made


def _own(group: Group, page: Sequence[int], counts: Mapping[int, Sequence[Count]]) -> Iterator[Count]:
    """Return the counts of main sentences that another page of the group has too, with that or another number."""
    mains = [count for number in group.main for count in counts.get(number, ())]
    for count in mains:
        shared: set[str] = set()
        for other in mains:
            if page[other.number] != page[count.number] and other.unit == count.unit != "":
                shared |= count.acts & other.acts
        if shared:
            yield count._replace(acts=frozenset(shared))


def _same(count: Count, own: Count) -> bool:
    return (
        bool(count.acts & own.acts)
        and (count.unit == own.unit or (not count.unit and count.quantity.value >= SMALL))
        and count.quantity.value == own.quantity.value
        and agree(count.quantity, own.quantity)
    )


def _told_there(count: Count, group: Group, told: Sequence[Telling], counts: Mapping[int, Sequence[Count]]) -> bool:
    """Return whether a sentence tells that other fact with the very words around the number."""
    if any(_same(count, other) for i in group.main if i != count.number for other in counts.get(i, ())):
        return True
    mine = told[count.number].terms
    rest = [told[i].terms for i in group.main if i != count.number]
    shared = {term for term in mine if any(term in terms for terms in rest)}
    return len(shared & count.around) > OWN_CLAUSE * len(shared)
