"""`Library`: the articles a person keeps. Nothing that was ever in it is lost: what a person changes can be undone."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import platformdirs
from sqlalchemy import RowMapping, Table, func, insert, select
from sqlalchemy.exc import IntegrityError

from sources.article import Article
from sources.errors import LibraryError, UnknownName
from sources.keeping import changes as library_changes
from sources.keeping.marks import Mark
from sources.keeping.opening import LibraryFile
from sources.keeping.prints import as_prints
from sources.keeping.schema import (
    ABOUT,
    ADDRESSES,
    ARTICLES,
    FEEDS,
    MARKS,
    SINCE_CHANGES,
    SWEPT,
    article_of,
    put,
    row_of,
)

Row = dict[str, object]

_CHUNK = 500
"""Articles that are written in one transaction, and read at once."""

_TRIES = 5


def default_path() -> Path:
    """Return $PARALLAX_LIBRARY, or else library.sqlite in the user's data folder."""
    chosen = os.environ.get("PARALLAX_LIBRARY")
    if chosen:
        return Path(chosen).expanduser()
    return Path(platformdirs.user_data_dir("parallax", appauthor=False)) / "library.sqlite"


class Library(LibraryFile):
    """The kept articles, in a file (SQLite) or a database (any SQLAlchemy URL).

    A file that is not there is a library with no articles; the first article makes it, with its folders. Any number of
    processes and threads may read while one writes; writers wait for each other. Every method raises LibraryError,
    whose message says what to do, when the file is no library, is from a newer version or cannot be read or written.
    """

    def add(self, article: Article) -> bool:
        """Keep an article; return False when one with its id is there already, which stays as it is."""
        return self.keep([article])[0]

    def add_many(self, articles: Iterable[Article]) -> int:
        """Keep articles and return how many were new. Every 500 are written at once, all of them or none."""
        rest = iter(articles)
        return sum(sum(self.keep(chunk)) for chunk in iter(lambda: list(islice(rest, _CHUNK)), []))

    def keep(
        self,
        articles: Sequence[Article],
        *,
        marks: Sequence[Mark] = (),
        feeds: Mapping[str, str] | None = None,
        addresses: Mapping[str, str] | None = None,
    ) -> tuple[bool, ...]:
        """Keep articles, all of them at once or none; return for each whether it was new.

        An article that a person changed or removed is not new; the print of a text by another outlet is. With them are
        kept: `marks` of inputs that were read whole, what is remembered of `feeds` (address -> text), and from which
        `addresses` articles were fetched (address -> id).
        """
        more: list[tuple[Table, list[Row]]] = [
            (MARKS, [asdict(one) for one in marks]),
            (FEEDS, [{"address": address, "state": state} for address, state in (feeds or {}).items()]),
            (ADDRESSES, [{"address": each, "article": article} for each, article in (addresses or {}).items()]),
        ]
        if not articles and not any(values for _, values in more):
            return ()
        with self.telling():
            ids, new = self._written(articles, more)
        return tuple(_taken(new, article) for article in ids)

    def replace(self, article: str, new: Article, *, what: str) -> None:
        """Put `new` in the place of the article with this id; `what` says in words what was done. It can be undone.

        Raises UnknownName when there is none, LibraryError when the library has the new text as another article.
        """
        with self.telling(), self.writable().begin() as connection:
            library_changes.replace(connection, article, new, what=what)

    def replace_all(self, pairs: Sequence[tuple[str, Article]], *, what: str) -> tuple[bool, ...]:
        """Put each new article in the place of the one with its id, all at once; return for each whether it was done.

        It is not where the library has the new text as another article. Each can be undone.
        """
        with self.telling(), self.writable().begin() as connection:
            return library_changes.replace_all(connection, pairs, what=what)

    def remove(self, article: str) -> None:
        """Take the article with this id out. It can be undone. Raises UnknownName when there is none."""
        with self.telling(), self.writable().begin() as connection:
            library_changes.remove(connection, article)

    def undo(self, prefix: str) -> tuple[str, str]:
        """Undo the last change of an article; return the id that it has again, and what was undone.

        `prefix` begins the id that it has now, or had when it was removed. Raises UnknownName when it was not changed.
        """
        with self.telling(), self.writable().begin() as connection:
            return library_changes.undo(connection, prefix)

    def bring_back(self, article: str) -> str | None:
        """Bring back an article that was removed, by its first id; return its id, None when it was not removed."""
        with self.telling(), self.writable().begin() as connection:
            return library_changes.restored(connection, article)

    def standing(self, article: str) -> str | None:
        """Return the id that stands now for one that was kept once: itself, what it became, None where it was removed.

        Raises UnknownName when it was never there.
        """
        with self.telling():
            if (engine := self.opened()) is None or self.schema < SINCE_CHANGES:
                return next(self.articles([article])).id
            with engine.connect() as connection:
                return library_changes.standing(connection, article)

    def decided(self, what: str) -> set[str]:
        """Return the ids of articles that a person put text back into, or where a change noted as `what` was undone."""
        with self.telling():
            if (engine := self.opened()) is None or self.schema < SINCE_CHANGES:
                return set()
            with engine.connect() as connection:
                return library_changes.decided(connection, what)

    def swept(self) -> int:
        """Return the number of the newest article that was there when lines of many pages were last looked for."""
        rows = self.rows(select(ABOUT.c.value).where(ABOUT.c.name == SWEPT))
        if rows or self.schema >= SINCE_CHANGES:
            return int(rows[0]["value"]) if rows else 0
        return max(self._numbers(), default=0)

    def note_swept(self, newest: int) -> None:
        """Note that lines of many pages were looked for in the articles up to this number."""
        with self.telling(), self.writable().begin() as connection:
            put(connection, ABOUT, [{"name": SWEPT, "value": str(newest)}])

    def mark(self, key: str) -> Mark | None:
        """Return the mark of an input that was read whole, None when it was not."""
        rows = self.rows(select(MARKS).where(MARKS.c.key == key), since=2)
        return Mark(**rows[0]) if rows else None

    def feed(self, address: str) -> str | None:
        """Return what is remembered of a feed; None when nothing is."""
        rows = self.rows(select(FEEDS.c.state).where(FEEDS.c.address == address), since=2)
        return str(rows[0]["state"]) if rows else None

    def article_at(self, address: str) -> str | None:
        """Return the id of the article that has this address or was fetched from it; None when there is none."""
        rows = self.rows(select(ARTICLES.c.id.label("article")).where(ARTICLES.c.url == address).limit(1))
        rows = rows or self.rows(select(ADDRESSES.c.article).where(ADDRESSES.c.address == address), since=2)
        return str(rows[0]["article"]) if rows else None

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Yield the articles (or those with these ids) in the order they were added.

        Articles that are added meanwhile are left out. Raises UnknownName when an id is not there.
        """
        numbers = self._numbers() if ids is None else sorted(self._numbers_of(ids))
        for start in range(0, len(numbers), _CHUNK):
            part = numbers[start : start + _CHUNK]
            query = select(ARTICLES).where(ARTICLES.c.number.in_(part)).order_by(ARTICLES.c.number)
            yield from map(article_of, self.rows(query))

    def get(self, prefix: str) -> Article:
        """Return the article whose id is or begins with `prefix`.

        Raises UnknownName when there is none, or more than one; the message lists ids near it.
        """
        if exact := self.rows(select(ARTICLES).where(ARTICLES.c.id == prefix)):
            return article_of(exact[0])
        found = self._beginning(prefix, limit=6) if prefix else []
        if len(found) == 1:
            return next(self.articles([found[0]["id"]]))
        if found:
            raise UnknownName(f"several articles have an id that begins with {prefix!r}: {_listed(found)}")
        if prefix and (now := self._became(prefix)) is not None:
            raise UnknownName(f"the article that had the id {prefix!r} was changed since, and is {now} now")
        shorter = (prefix[:length] for length in range(min(len(prefix), 15), -1, -1))
        near = next(filter(None, (self._beginning(part, limit=5) for part in shorter)), None)
        listed = f"ids near it: {_listed(near)}" if near else "the library is empty: add articles first"
        raise UnknownName(f"no article has an id that begins with {prefix!r}; {listed}")

    def version(self, article: str) -> Article:
        """Return the article with this id, also where it was replaced or removed since.

        Results that were computed from it still show it. Raises UnknownName as `get` does.
        """
        with self.telling():
            engine = self.opened()
            known = self.rows(select(ARTICLES.c.number).where(ARTICLES.c.id == article))
            if engine is not None and self.schema >= SINCE_CHANGES and not (known or self._beginning(article, limit=1)):
                with engine.connect() as connection:
                    if (was := library_changes.before(connection, article)) is not None:
                        return was
        return self.get(article)

    def count(self) -> int:
        """Return how many articles are kept."""
        rows = self.rows(select(func.count().label("count")).select_from(ARTICLES))
        return int(rows[0]["count"]) if rows else 0

    def ids(self) -> tuple[str, ...]:
        """Return the ids in the order they were added."""
        return tuple(row["id"] for row in self.rows(select(ARTICLES.c.id).order_by(ARTICLES.c.number)))

    def seen(self) -> tuple[str, ...]:
        """Return a digest for each article of its id and all that is known of it beside its text."""
        names = ("id", "outlet", "url", "published", "byline", "section", "language", "source", "summary", "headings")
        query = select(*(ARTICLES.c[name] for name in names)).order_by(ARTICLES.c.number)
        told = (repr(tuple(row.values())).encode("utf-8", "surrogatepass") for row in self.rows(query))
        return tuple(hashlib.sha256(each).hexdigest()[:16] for each in told)

    def places(self, *, after: int = -1, newest: int | None = None) -> Sequence[RowMapping]:
        """Return number, id, outlet and url of the articles with numbers above `after`, the newest first."""
        columns = (ARTICLES.c.number, ARTICLES.c.id, ARTICLES.c.outlet, ARTICLES.c.url)
        query = select(*columns).where(ARTICLES.c.number > after).order_by(ARTICLES.c.number.desc())
        return self.rows(query if newest is None else query.limit(newest))

    def _numbers(self) -> list[int]:
        return [row["number"] for row in self.rows(select(ARTICLES.c.number).order_by(ARTICLES.c.number))]

    def _numbers_of(self, ids: Iterable[str]) -> list[int]:
        wanted = list(dict.fromkeys(ids))
        known: dict[str, int] = {}
        for start in range(0, len(wanted), _CHUNK):
            part = wanted[start : start + _CHUNK]
            query = select(ARTICLES.c.id, ARTICLES.c.number).where(ARTICLES.c.id.in_(part))
            known.update((row["id"], row["number"]) for row in self.rows(query))
        missing = [each for each in wanted if each not in known]
        if missing:
            raise UnknownName(f"no article has the id {missing[0]!r} ({len(missing)} of {len(wanted)} ids are unknown)")
        return list(known.values())

    def _beginning(self, prefix: str, *, limit: int) -> Sequence[RowMapping]:
        query = select(ARTICLES.c.id, ARTICLES.c.title).where(ARTICLES.c.id.startswith(prefix, autoescape=True))
        return self.rows(query.order_by(ARTICLES.c.number).limit(limit))

    def _became(self, prefix: str) -> str | None:
        with self.telling():
            if (engine := self.opened()) is None or self.schema < SINCE_CHANGES:
                return None
            with engine.connect() as connection:
                return library_changes.became(connection, prefix)

    def _written(
        self, articles: Sequence[Article], more: Sequence[tuple[Table, list[Row]]]
    ) -> tuple[list[str], set[str]]:
        """Write the articles that are not there yet; return the ids of all, and of those. With them is kept `more`."""
        engine = self.writable()
        for _ in range(_TRIES):
            try:
                with engine.begin() as connection:
                    prints = as_prints(connection, articles)
                    rows: dict[str, Row] = {}
                    for article in prints:
                        rows.setdefault(article.id, row_of(article))
                    known = set(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.id.in_(rows))))
                    known |= library_changes.changed(connection, list(rows))
                    new = [row for article, row in rows.items() if article not in known]
                    if new:
                        connection.execute(insert(ARTICLES), new)
                    for table, values in more:
                        put(connection, table, values)
                    return [article.id for article in prints], rows.keys() - known
            except IntegrityError:  # another process added one of them between our look and our writing
                continue
        raise LibraryError(f"{self.shown}: another program keeps adding the same articles; try again")


def _taken(ids: set[str], one: str) -> bool:
    """Take an id out of a set and return whether it was in: of two articles with one id only the first is new."""
    if one not in ids:
        return False
    ids.remove(one)
    return True


def _listed(rows: Sequence[RowMapping]) -> str:
    named = [f"{row['id']} ({row['title']})" if row["title"] else row["id"] for row in rows[:5]]
    return ", ".join(named) + (" and more" if len(rows) > 5 else "")
