"""Two groups of outlets, as people define them, compared as two outlets are."""

from collections.abc import Collection
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.cells import coded
from analysis.outlets.pairs import behind, compared, outlets_in
from analysis.outlets.profiles import FEWEST_EVENTS, LEVEL
from sources.errors import InputError, UnknownName
from sources.keeping.groups import Group

OTHERS: Final = "all other outlets"
"""What the outlets outside a group are called."""

Flags = npt.NDArray[np.bool_]


def compare_groups(
    cells: pd.DataFrame, first: Group, second: Group | None = None, *, fewest: int = FEWEST_EVENTS
) -> pd.DataFrame:
    """Return HEAD_TO_HEAD of two groups from CELLS; without a `second` the first is set against all other outlets.

    On an event a group's value is the mean over those of its outlets that tell it: each outlet counts once, however
    much it printed. Events that only one group tells are left out. Everything else is as in
    `analysis.outlets.pairs.head_to_head`. The interval speaks of these outlets on other events of the kind, not of
    other outlets of the kind: `rests_on` names the first outlet without which a difference would be none, or another
    way round.

    Raises InputError where a group has fewer than two outlets with cells, an outlet is in both, or no event is told by
    both, UnknownName where none of a group's outlets has a cell; the messages are sentences for people.
    """
    one, other = _sides(cells, first, second)
    names = (f"the group {first.name!r}", f"the group {second.name!r}" if second else OTHERS)
    made = compared(cells, one, other, names=names, fewest=fewest)
    rests_on = pd.Series(_rests_on(cells, one, other, made, fewest=fewest), index=made.index, dtype="str")
    return made.assign(rests_on=rests_on)


def events_of_groups(
    cells: pd.DataFrame, first: Group, second: Group | None = None, *, measure: str, voice: str
) -> pd.DataFrame:
    """Return PAIR_EVENTS: the events behind the row of `compare_groups` for this measure and voice, by day."""
    one, other = _sides(cells, first, second)
    return behind(cells, one, other, measure=measure, voice=voice)


def _sides(cells: pd.DataFrame, first: Group, second: Group | None) -> tuple[Flags, Flags]:
    both = sorted({*first.outlets} & {*(second.outlets if second else ())})
    if both:
        raise InputError(
            f"{both[0]} is in {first.name!r} and in {second.name if second else ''!r}: an outlet cannot be compared "
            "with itself; take it out of one of them"
        )
    known = outlets_in(cells)
    here = _held(first, known)
    there = _held(second, known) if second else [name for name in known if name not in first.outlets]
    if not there:
        raise InputError(f"every outlet that can be compared is in {first.name!r}; there are no others")
    codes, names = coded(cells["outlet"])
    one, other = (np.isin(codes, [names.index(name) for name in side]) for side in (here, there))
    return one, other


def _held(group: Group, known: Collection[str]) -> list[str]:
    held = [name for name in group.outlets if name in known]
    if not held:
        raise UnknownName(
            f"of the group {group.name!r} ({', '.join(group.outlets)}) no outlet has a report of its own that can be "
            f"compared; there are {', '.join(list(known)[:8]) or 'none'}"
        )
    if len(held) == 1:
        more = "it has no other outlet" if len(group.outlets) == 1 else "the others have no report of their own"
        raise InputError(
            f"of the group {group.name!r} only {held[0]} can be compared, {more}: one outlet is no group; compare "
            f"{held[0]} itself (`parallax compare`)"
        )
    return held


def _rests_on(
    cells: pd.DataFrame, first: Flags, second: Flags, made: pd.DataFrame, *, fewest: int
) -> "list[str | None]":
    """Return for each row the first outlet without which it would not be a difference in the same direction."""
    found: list[str | None] = [None] * len(made)
    asked = np.flatnonzero(made["different"].to_numpy())
    if not len(asked):
        return found
    wanted = set(zip(made["measure"].iloc[asked], made["voice"].iloc[asked], strict=True))
    pairs = zip(cells["measure"].tolist(), cells["voice"].tolist(), strict=True)
    kept = np.fromiter((pair in wanted for pair in pairs), dtype=bool, count=len(cells)) & (first | second)
    some, one, other = cells[kept], first[kept], second[kept]
    codes, names = coded(some["outlet"])
    places = {pair: at for at, pair in enumerate(zip(made["measure"], made["voice"], strict=True))}
    for code in np.unique(codes).tolist():
        rest = codes != code
        if not (rest & one).any() or not (rest & other).any():
            without = pd.DataFrame(columns=["measure", "voice", "difference", "p"])
        else:
            try:
                without = compared(some, rest & one, rest & other, names=("", ""), fewest=fewest)
            except InputError:  # no event is left
                without = pd.DataFrame(columns=["measure", "voice", "difference", "p"])
        still = {
            (measure, voice): difference
            for measure, voice, difference, p in zip(
                without["measure"], without["voice"], without["difference"], without["p"], strict=True
            )
            if p <= LEVEL
        }
        for pair in wanted:
            at = places[pair]
            if found[at] is None and still.get(pair, 0.0) * made["difference"].iloc[at] <= 0:
                found[at] = names[code]
    return found
