"""What could not be read, and why: noted beside the articles, so that holes in a library have their reasons."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select

from sources.keeping.opening import LibraryFile
from sources.keeping.schema import NOT_READ, put

SINCE = 5
"""Schema from which a library keeps such notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """An input, or a part of one, that gave no article."""

    origin: str
    """Path or address as the person named it."""

    message: str
    """What is wrong with it, why, and what to do."""

    slug: str
    """Kind of error (`ParallaxError.slug`)."""

    at: str
    """When it was last tried: ISO 8601."""


def note_not_read(library: LibraryFile, refused: Sequence[NotRead], *, read: Collection[str]) -> None:
    """Note what was refused, and strike off the origins that gave an article. Where no library is none is made."""
    struck = {one.origin for one in not_read(library)} & set(read)
    with library.telling():
        if (not refused and not struck) or library.opened() is None:
            return
        with library.writable().begin() as connection:
            connection.execute(delete(NOT_READ).where(NOT_READ.c.origin.in_(struck)))
            put(connection, NOT_READ, [asdict(one) for one in refused])


def not_read(library: LibraryFile) -> tuple[NotRead, ...]:
    """Return what could not be read, what was tried last first."""
    found = library.rows(select(NOT_READ).order_by(NOT_READ.c.at.desc(), NOT_READ.c.origin), since=SINCE)
    return tuple(NotRead(**row) for row in found)


def strike_off(library: LibraryFile, origins: Iterable[str]) -> None:
    """Forget that these could not be read: the person has seen it, or brought them in another way."""
    with library.telling():
        if library.opened() is not None:
            with library.writable().begin() as connection:
                connection.execute(delete(NOT_READ).where(NOT_READ.c.origin.in_(list(origins))))
