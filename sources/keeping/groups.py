"""Groups of outlets that people define, and ratings by others: kept in the library, in order, each can be undone.

No group comes with Parallax. A group is a name and the outlets that somebody puts under it; an outlet may be in
several. A rating is what somebody else says of an outlet: it is shown with its source and date and enters no score.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import insert, select, update

from sources.errors import InputError, UnknownName
from sources.keeping.schema import GROUP_CHANGES
from sources.library import Library
from sources.outlets import folded

SET, IMPORT, REMOVE = "set", "import", "remove"
KINDS = (SET, IMPORT, REMOVE)
"""What can be done to groups: make one of exactly these outlets, take over a file's rows, take rows out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One outlet in one group, or one rating of an outlet."""

    outlet: str
    """Its canonical name."""

    group: str
    """The group's name; of a rating its value, in the words of whoever gave it."""

    by: str | None = None
    """Who says so; never None for a rating."""

    date: str | None = None
    """When they said so, as an ISO date (2026-01-31); never None for a rating."""

    note: str | None = None
    """Anything else that was said about it."""

    rating: bool = False
    """Whether it is a rating by somebody else."""

    @property
    def name(self) -> str:
        """Return the name of the group it makes: that of a rating says whose it is."""
        return f"{self.by}: {self.group}" if self.rating else self.group


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group as it stands now."""

    name: str
    """As it was last written."""

    members: tuple[Membership, ...]
    """One for each outlet, by outlet."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Return the names of its outlets, in the order of the alphabet."""
        return tuple(member.outlet for member in self.members)

    @property
    def rating(self) -> bool:
        """Return whether the group is made of ratings by somebody else."""
        return self.members[0].rating


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange:
    """One change that a person made to groups."""

    kind: str
    """One of `KINDS`."""

    rows: tuple[Membership, ...]
    """What is put in, or taken out."""

    origin: str | None = None
    """Name of the file that an import was read from."""

    number: int = 0
    """Its number in the library, from 1 in the order of the changes; 0 before it is kept."""

    undone: bool = False
    """Whether it was taken back."""


def set_group(
    library: Library,
    name: str,
    outlets: Iterable[str],
    *,
    by: str | None = None,
    date: str | None = None,
    note: str | None = None,
) -> GroupChange:
    """Make the group `name` of exactly these outlets (canonical names), whatever it held before; return the change.

    Raises InputError for a name without a word, no outlet, or a date that is none.
    """
    called = " ".join(name.split())
    if not any(letter.isalnum() for letter in called):
        raise InputError("a group must have a name with a word in it, e.g. national")
    _refuse_date(date)
    named = {folded(outlet): outlet for outlet in outlets}
    if not named:
        raise InputError(f"the group {called!r} has no outlet; name two or more, or remove the group")
    if any(group.rating and folded(group.name) == folded(called) for group in groups_of(library)):
        raise InputError(f"{called!r} is a rating by somebody else; give your group another name")
    rows = (Membership(outlet=outlet, group=called, by=by, date=date, note=note) for outlet in named.values())
    return _kept(library, GroupChange(kind=SET, rows=tuple(rows)))


def import_groups(library: Library, rows: Sequence[Membership], *, origin: str) -> GroupChange:
    """Keep the rows of a file (`sources.adding.group_file`) beside what there is; return the change.

    A row of an outlet that the group has already takes the place of the older one; of several ratings of one outlet
    by one source the one with the latest date stands. Raises InputError when there is no row.
    """
    if not rows:
        raise InputError(f"{origin}: holds no outlet; give each its row")
    return _kept(library, GroupChange(kind=IMPORT, rows=tuple(rows), origin=origin))


def remove_group(library: Library, name: str, *, outlets: Sequence[str] = ()) -> GroupChange:
    """Take these outlets out of the group, or, where none is named, take the whole group away; return the change.

    Raises UnknownName for a group that is not there, or an outlet that is not in it.
    """
    found = group_named(library, name)
    wanted = {folded(outlet): outlet for outlet in outlets}
    here = {folded(member.outlet): member for member in found.members}
    strange = [outlet for key, outlet in wanted.items() if key not in here]
    if strange:
        raise UnknownName(f"{strange[0]!r} is not in the group {found.name!r}; in it are {', '.join(found.outlets)}")
    rows = tuple(member for key, member in here.items() if not wanted or key in wanted)
    return _kept(library, GroupChange(kind=REMOVE, rows=rows))


def undo_groups(library: Library, number: int | None = None) -> GroupChange:
    """Take back the change with this number, by default the last; return it. Raises UnknownName where there is none."""
    open_ones = changes_of_groups(library)
    found = [change for change in open_ones if number in (None, change.number)]
    if not found:
        known = ", ".join(str(change.number) for change in open_ones)
        listed = f"there are {known}" if known else "no group was changed"
        asked = "no change of groups is left" if number is None else f"no change of groups has the number {number}"
        raise UnknownName(f"{asked}; {listed}")
    with library.telling(), library.writable().begin() as connection:
        last = GROUP_CHANGES.c.number == found[-1].number
        connection.execute(update(GROUP_CHANGES).where(last).values(undone=1))
    return found[-1]


def changes_of_groups(library: Library, *, undone: bool = False) -> tuple[GroupChange, ...]:
    """Return the changes in the order they were made, with `undone` also those that were taken back."""
    query = select(GROUP_CHANGES).order_by(GROUP_CHANGES.c.number)
    rows = library.rows(query if undone else query.where(GROUP_CHANGES.c.undone == 0), since=4)
    return tuple(
        GroupChange(
            kind=row["kind"],
            rows=tuple(Membership(**said) for said in json.loads(row["said"])),
            origin=row["origin"],
            number=row["number"],
            undone=bool(row["undone"]),
        )
        for row in rows
    )


def groups_of(library: Library) -> tuple[Group, ...]:
    """Return the groups as they stand, by name: those that people define first, then those of ratings."""
    standing: dict[tuple[bool, str], dict[str, Membership]] = {}
    for change in changes_of_groups(library):
        if change.kind == SET:
            standing.pop(_key(change.rows[0]), None)
        for row in change.rows:
            held = standing.setdefault(_key(row), {})
            if row.rating and change.kind != REMOVE and not _newest(row, standing):
                continue
            held.pop(folded(row.outlet), None)
            if change.kind != REMOVE:
                held[folded(row.outlet)] = row  # last, so that the group is called as it was last written
    made = [
        Group(name=list(held.values())[-1].name, members=tuple(sorted(held.values(), key=lambda one: one.outlet)))
        for held in standing.values()
        if held
    ]
    return tuple(sorted(made, key=lambda group: (group.rating, folded(group.name))))


def group_named(library: Library, name: str) -> Group:
    """Return the group of this name, in whatever case. Raises UnknownName, which lists those that there are."""
    groups = groups_of(library)
    found = next((group for group in groups if folded(group.name) == folded(name)), None)
    if found is None:
        known = ", ".join(group.name for group in groups)
        listed = f"there are {known}" if known else "none was made yet (`parallax group set NAME OUTLET OUTLET`)"
        raise UnknownName(f"there is no group {name!r}; {listed}")
    return found


def _key(row: Membership) -> tuple[bool, str]:
    return row.rating, folded(row.name)


def _newest(row: Membership, standing: dict[tuple[bool, str], dict[str, Membership]]) -> bool:
    """Take older ratings of the same outlet by the same source out; return False where a newer one stands."""
    mine = [
        held
        for (rating, _), held in standing.items()
        if rating and (other := held.get(folded(row.outlet))) and folded(other.by or "") == folded(row.by or "")
    ]
    if any((held[folded(row.outlet)].date or "") > (row.date or "") for held in mine):
        return False
    for held in mine:
        del held[folded(row.outlet)]
    return True


def _refuse_date(date: str | None) -> None:
    from datetime import date as day

    try:
        if date is not None:
            day.fromisoformat(date)
    except ValueError as error:
        raise InputError(f"{date!r} is no date; write it like 2026-01-31") from error


def _kept(library: Library, change: GroupChange) -> GroupChange:
    row = {
        "kind": change.kind,
        "said": json.dumps([asdict(one) for one in change.rows], ensure_ascii=False),
        "origin": change.origin,
        "undone": 0,
    }
    with library.telling(), library.writable().begin() as connection:
        done = connection.execute(insert(GROUP_CHANGES).values(row))
        number = int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0
    return GroupChange(kind=change.kind, rows=change.rows, origin=change.origin, number=number)
