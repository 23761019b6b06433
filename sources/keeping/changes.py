"""What a person changes in a library: an article is replaced or removed, what it was is kept, and it can be undone."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, insert, select, update

from sources.article import Article
from sources.errors import LibraryError, UnknownName
from sources.keeping.schema import ARTICLES, CHANGES, article_of, row_of

PUT_BACK = "put back"
"""How the note of a change begins by which text came back into an article."""


def replace(connection: Connection, article: str, new: Article, *, what: str) -> None:
    """Put `new` in the place of the article with this id, and keep what was there.

    Raises UnknownName when there is none, LibraryError when the library has the new text as another article.
    """
    row = _row(connection, article)
    if new.id != article and connection.scalar(select(ARTICLES.c.number).where(ARTICLES.c.id == new.id)) is not None:
        raise LibraryError(f"{article}: the library has this text already, as {new.id}; remove one of them")
    _note(connection, row, after=new.id, what=what)
    connection.execute(update(ARTICLES).where(ARTICLES.c.number == row["number"]).values(row_of(new)))


def replace_all(connection: Connection, pairs: Sequence[tuple[str, Article]], *, what: str) -> tuple[bool, ...]:
    """Put each new article in the place of the one with its id; return for each whether it was.

    It is not where that article is gone by now, or where the library has the new text as another article.
    """
    done: list[bool] = []
    for article, new in pairs:
        try:
            replace(connection, article, new, what=what)
        except (LibraryError, UnknownName):  # nothing was written yet: two articles stay two
            done.append(False)
        else:
            done.append(True)
    return tuple(done)


def remove(connection: Connection, article: str) -> None:
    """Take the article with this id out, and keep it among the changes. Raises UnknownName when there is none."""
    row = _row(connection, article)
    _note(connection, row, after=None, what="removed")
    connection.execute(delete(ARTICLES).where(ARTICLES.c.number == row["number"]))


def undo(connection: Connection, prefix: str) -> tuple[str, str]:
    """Undo the last change of the article whose id now is (or, where it was removed, was) or begins with `prefix`.

    Returns the id that it has again, and what was undone. Raises UnknownName when nothing was changed, or when several
    are meant, and LibraryError when its old text was added again as another article.
    """
    found = connection.execute(_open().where(_begins(prefix)).order_by(CHANGES.c.number.desc())).mappings().all()
    places = {row["place"] for row in found}
    if not found or not prefix:
        raise UnknownName(f"nothing was changed in an article whose id begins with {prefix!r}; nothing to undo")
    if len(places) > 1:
        ids = ", ".join(sorted({str(row["after"] or row["before"]) for row in found}))
        raise UnknownName(f"several changed articles have an id that begins with {prefix!r}: {ids}")
    last = (
        connection.execute(
            _open().where(CHANGES.c.place == found[0]["place"]).order_by(CHANGES.c.number.desc()).limit(1)
        )
        .mappings()
        .one()
    )
    was: Mapping[str, object] = json.loads(last["was"])
    there = connection.scalar(select(ARTICLES.c.number).where(ARTICLES.c.id == was["id"]))
    if there not in (None, last["place"]):
        raise LibraryError(f"{was['id']}: the library has the old text again, as another article; remove that first")
    if last["after"] is None:
        connection.execute(insert(ARTICLES), {**was, "number": last["place"]})
    else:
        connection.execute(update(ARTICLES).where(ARTICLES.c.number == last["place"]).values(dict(was)))
    connection.execute(update(CHANGES).where(CHANGES.c.number == last["number"]).values(undone=1))
    return str(was["id"]), str(last["what"])


def restored(connection: Connection, article: str) -> str | None:
    """Bring an article back that was removed; return the id that it has again, None when it was not removed.

    `article` is the id that it was first kept with.
    """
    places = select(CHANGES.c.place).where(CHANGES.c.before == article, CHANGES.c.undone == 0)
    query = _open().where(CHANGES.c.place.in_(places)).order_by(CHANGES.c.number.desc()).limit(1)
    last = connection.execute(query).mappings().first()
    return undo(connection, last["before"])[0] if last is not None and last["after"] is None else None


def standing(connection: Connection, article: str) -> str | None:
    """Return the id that stands now for an id that was kept once: itself, its successor, or None where it was removed.

    Raises UnknownName when it was never there.
    """
    if connection.scalar(select(ARTICLES.c.number).where(ARTICLES.c.id == article)) is not None:
        return article
    place = connection.scalar(
        select(CHANGES.c.place)
        .where(CHANGES.c.before == article, CHANGES.c.undone == 0)
        .order_by(CHANGES.c.number.desc())
    )
    if place is None:
        raise UnknownName(f"no article has the id {article!r}")
    now = connection.scalar(select(ARTICLES.c.id).where(ARTICLES.c.number == place))
    return None if now is None else str(now)


def before(connection: Connection, article: str) -> Article | None:
    """Return the article that had this id last before it was replaced or removed; None when none had."""
    changes = select(CHANGES.c.was).where(CHANGES.c.before == article).order_by(CHANGES.c.number.desc())
    was = connection.scalar(changes)
    return None if was is None else article_of(json.loads(was))


def became(connection: Connection, prefix: str) -> str | None:
    """Return the id that an article has now which had one that begins with `prefix`; None where that is none or two."""
    begins = CHANGES.c.before.startswith(prefix, autoescape=True) & (CHANGES.c.undone == 0)
    places = select(CHANGES.c.place).where(begins)
    now = set(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.number.in_(places))))
    return str(now.pop()) if len(now) == 1 else None


def decided(connection: Connection, what: str) -> set[str]:
    """Return the ids of articles that a person put text back into, or where a change noted as `what` was undone."""
    own = (CHANGES.c.what.startswith(PUT_BACK, autoescape=True)) & (CHANGES.c.undone == 0)
    undone = (CHANGES.c.what == what) & (CHANGES.c.undone == 1)
    places = select(CHANGES.c.place).where(own | undone)
    return set(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.number.in_(places))))


def changed(connection: Connection, ids: list[str]) -> set[str]:
    """Return those of the ids that were replaced or removed: their articles are not to be added again."""
    return set(connection.scalars(select(CHANGES.c.before).where(CHANGES.c.before.in_(ids), CHANGES.c.undone == 0)))


def _row(connection: Connection, article: str) -> RowMapping:
    row = connection.execute(select(ARTICLES).where(ARTICLES.c.id == article)).mappings().first()
    if row is None:
        raise UnknownName(f"no article has the id {article!r}")
    return row


def _note(connection: Connection, row: RowMapping, *, after: str | None, what: str) -> None:
    was = {name: value for name, value in row.items() if name != "number"}
    values = {
        "before": row["id"],
        "after": after,
        "place": row["number"],
        "what": what,
        "was": json.dumps(was, ensure_ascii=False),
        "undone": 0,
    }
    connection.execute(insert(CHANGES), values)


def _open() -> Select[Any]:
    return select(CHANGES).where(CHANGES.c.undone == 0)


def _begins(prefix: str) -> ColumnElement[bool]:
    after = CHANGES.c.after.startswith(prefix, autoescape=True)
    removed = CHANGES.c.after.is_(None) & CHANGES.c.before.startswith(prefix, autoescape=True)
    return after | removed
