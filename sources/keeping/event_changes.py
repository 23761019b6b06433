"""What people change in how articles are grouped into events: kept in the library, in order, each can be undone.

A change names articles, not only events: events are computed anew by each analysis, the articles that a person saw
together or apart stay what they are.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from sources.errors import UnknownName
from sources.keeping.schema import EVENT_CHANGES
from sources.library import Library

MERGE, SPLIT, MOVE, RENAME = "merge", "split", "move", "rename"
KINDS = (MERGE, SPLIT, MOVE, RENAME)
"""What can be done to events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChange:
    """One change that a person made to events."""

    kind: str
    """One of `KINDS`."""

    event: str
    """Id of the event that it was made to, as it was called then."""

    sides: tuple[tuple[str, ...], ...]
    """Ids of articles. merge: those of each event, now one. split: those taken out, those left. move: those moved,
    those of the event that they go to, those of the event that they left. rename: those of the event."""

    title: str | None = None
    """The new title of a rename."""

    number: int = 0
    """Its number in the library, from 1 in the order of the changes; 0 before it is kept."""

    undone: bool = False
    """Whether it was taken back."""


def keep_change(library: Library, change: EventChange) -> EventChange:
    """Keep a change and return it with its number. Raises LibraryError."""
    row = {
        "kind": change.kind,
        "event": change.event,
        "sides": json.dumps(change.sides),
        "title": change.title,
        "undone": 0,
    }
    with library.telling(), library.writable().begin() as connection:
        done = connection.execute(insert(EVENT_CHANGES).values(row))
        number = int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0
    return EventChange(kind=change.kind, event=change.event, sides=change.sides, title=change.title, number=number)


def changes_of_events(library: Library, *, undone: bool = False) -> tuple[EventChange, ...]:
    """Return the changes in the order they were made, with `undone` also those that were taken back.

    An article that was replaced since is named by its new id; one that was removed is left out.
    """
    query = select(EVENT_CHANGES).order_by(EVENT_CHANGES.c.number)
    rows = library.rows(query if undone else query.where(EVENT_CHANGES.c.undone == 0), since=3)
    stands: dict[str, str | None] = {}

    def standing(article: str) -> str | None:
        if article not in stands:
            try:
                stands[article] = library.standing(article)
            except UnknownName:
                stands[article] = None
        return stands[article]

    return tuple(
        EventChange(
            kind=row["kind"],
            event=row["event"],
            sides=tuple(_present(map(standing, side)) for side in json.loads(row["sides"])),
            title=row["title"],
            number=row["number"],
            undone=bool(row["undone"]),
        )
        for row in rows
    )


def undo_change(library: Library, number: int | None = None) -> EventChange:
    """Take back the change with this number, by default the last; return it. Raises UnknownName where there is none."""
    open_ones = changes_of_events(library)
    found = [change for change in open_ones if number in (None, change.number)]
    if not found:
        known = ", ".join(str(change.number) for change in open_ones)
        listed = f"there are {known}" if known else "no event was changed"
        asked = "no change of events is left" if number is None else f"no change of events has the number {number}"
        raise UnknownName(f"{asked}; {listed}")
    with library.telling(), library.writable().begin() as connection:
        last = EVENT_CHANGES.c.number == found[-1].number
        connection.execute(update(EVENT_CHANGES).where(last).values(undone=1))
    return found[-1]


def _present(ids: "map[str | None]") -> tuple[str, ...]:
    kept: Sequence[str] = [article for article in ids if article is not None]
    return tuple(dict.fromkeys(kept))
