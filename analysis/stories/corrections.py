"""What people decided about events, as bonds that the grouping keeps: which articles stand together, which apart.

The machine groups all else around them: clustering with must-link and cannot-link constraints (Wagstaff, Cardie, Rogers
and Schroedl, "Constrained k-means clustering with background knowledge", ICML 2001), here in average linkage.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sources.keeping.event_changes import MERGE, MOVE, RENAME, SPLIT, EventChange


@dataclass(slots=True)
class Bonds:
    """The decisions of people taken together, a later one over an earlier one."""

    together: dict[str, int] = field(default_factory=dict)
    """Article -> number of the set that it stands in; articles of one set are in one event."""

    apart: set[frozenset[int]] = field(default_factory=set)
    """Pairs of sets that must not be in one event."""

    titles: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    """Articles of events that people named, with the name; a later one counts over an earlier one."""


def bonds_of(changes: Iterable[EventChange]) -> Bonds:
    """Return what the changes, in their order, decide."""
    bonds = Bonds()
    for change in changes:
        sides = [side for side in change.sides if side]
        if change.kind == MERGE:
            _join(bonds, [article for side in sides for article in side])
        elif change.kind == SPLIT and len(sides) == 2:
            _part(bonds, out=sides[0], rest=sides[1])
        elif change.kind == MOVE and len(change.sides) == 3:
            moved, there, left = change.sides
            there = tuple(article for article in there if article not in moved)
            _put(bonds, moved, beside=there)
            if left and moved:
                _keep_apart(bonds, moved, tuple(article for article in left if article not in moved))
        elif change.kind == RENAME and sides and change.title:
            bonds.titles.append((sides[0], change.title))
    return bonds


def _part(bonds: Bonds, *, out: Sequence[str], rest: Sequence[str]) -> None:
    _put(bonds, out, beside=())
    _keep_apart(bonds, out, [article for article in rest if article not in set(out)])


def _keep_apart(bonds: Bonds, one: Sequence[str], other: Sequence[str]) -> None:
    if one and other:
        _join(bonds, other)
        sets = frozenset({bonds.together[one[0]], bonds.together[other[0]]})
        if len(sets) == 2:
            bonds.apart.add(sets)


def _put(bonds: Bonds, articles: Sequence[str], *, beside: Sequence[str]) -> None:
    """Take articles out of their sets and make them one with `beside`; what they were kept apart from stays apart."""
    left = {bonds.together.pop(article) for article in articles if article in bonds.together}
    kept = [next(iter(pair - {number})) for number in left for pair in bonds.apart if number in pair]
    strangers = [article for article, number in bonds.together.items() if number in kept]
    _join(bonds, [*beside, *articles])
    if articles:
        own = bonds.together[articles[0]]
        others = {bonds.together[article] for article in strangers} - {own}
        bonds.apart |= {frozenset({own, other}) for other in others}


def _join(bonds: Bonds, articles: Sequence[str]) -> None:
    """Put the articles, and all that stand with one of them, into one set."""
    if not articles:
        return
    old = {bonds.together[article] for article in articles if article in bonds.together}
    new = 1 + max((*bonds.together.values(), *(number for pair in bonds.apart for number in pair)), default=0)
    for article, number in list(bonds.together.items()):
        if number in old:
            bonds.together[article] = new
    bonds.together.update(dict.fromkeys(articles, new))
    moved = {frozenset(new if number in old else number for number in pair) for pair in bonds.apart}
    bonds.apart = {pair for pair in moved if len(pair) == 2}
