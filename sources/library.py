"""`Library`: the articles a person keeps. Adding is all that is done to it: nothing is changed or deleted."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

import platformdirs
from sqlalchemy import Engine, RowMapping, Select, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from sources.article import Article
from sources.errors import LibraryError, UnknownName
from sources.library_schema import (
    ARTICLES,
    article_of,
    engine_of,
    file_of,
    let_readers_in,
    make_tables,
    may_be_written,
    only_to_read,
    refuse_stranger,
    refuse_unknown_schema,
    row_of,
    url_of,
)

_CHUNK = 500
"""Articles that are written in one transaction, and read at once."""


_TRIES = 5


def default_path() -> Path:
    """Return $PARALLAX_LIBRARY, or else library.sqlite in the user's data folder."""
    chosen = os.environ.get("PARALLAX_LIBRARY")
    if chosen:
        return Path(chosen).expanduser()
    return Path(platformdirs.user_data_dir("parallax", appauthor=False)) / "library.sqlite"


class Library:
    """The kept articles, in a file (SQLite) or a database (any SQLAlchemy URL).

    A file that is not there is a library with no articles; the first article makes it, with its folders. Any number of
    processes and threads may read while one writes; writers wait for each other. Every method raises LibraryError,
    whose message says what to do, when the file is no library, is from a newer version or cannot be read or written.
    """

    def __init__(self, target: Path | str) -> None:
        self._url = url_of(target)
        self._file = file_of(self._url)
        self._engine: Engine | None = None
        self._opening = Lock()
        self.shown = str(self._file or self._url.render_as_string(hide_password=True))
        """The library's address as people may read it: without a password."""
        with self._telling():
            if self._file is not None and self._file.exists():
                refuse_stranger(self._file)
            self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. The library opens again when it is used again."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def add(self, article: Article) -> bool:
        """Keep an article; return False when one with its id is there already, which stays as it is."""
        return self.keep([article])[0]

    def add_many(self, articles: Iterable[Article]) -> int:
        """Keep articles and return how many were new. Every 500 are written at once, all of them or none."""
        rest = iter(articles)
        return sum(sum(self.keep(chunk)) for chunk in iter(lambda: list(islice(rest, _CHUNK)), []))

    def keep(self, articles: Sequence[Article]) -> tuple[bool, ...]:
        """Keep articles, all of them at once or none; return for each whether it was new."""
        rows: dict[str, dict[str, object]] = {}
        for article in articles:
            rows.setdefault(article.id, row_of(article))
        if not rows:
            return ()
        with self._telling():
            new = self._written(rows)
        return tuple(_taken(new, article.id) for article in articles)

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Yield the articles (or those with these ids) in the order they were added.

        Articles that are added meanwhile are left out. Raises UnknownName when an id is not there.
        """
        numbers = self._numbers() if ids is None else sorted(self._numbers_of(ids))
        for start in range(0, len(numbers), _CHUNK):
            part = numbers[start : start + _CHUNK]
            query = select(ARTICLES).where(ARTICLES.c.number.in_(part)).order_by(ARTICLES.c.number)
            yield from map(article_of, self._rows(query))

    def get(self, prefix: str) -> Article:
        """Return the article whose id is or begins with `prefix`.

        Raises UnknownName when there is none, or more than one; the message lists ids near it.
        """
        found = self._beginning(prefix, limit=6) if prefix else []
        if len(found) == 1:
            return next(self.articles([found[0]["id"]]))
        if found:
            raise UnknownName(f"several articles have an id that begins with {prefix!r}: {_listed(found)}")
        shorter = (prefix[:length] for length in range(min(len(prefix), 15), -1, -1))
        near = next(filter(None, (self._beginning(part, limit=5) for part in shorter)), None)
        listed = f"ids near it: {_listed(near)}" if near else "the library is empty: add articles first"
        raise UnknownName(f"no article has an id that begins with {prefix!r}; {listed}")

    def count(self) -> int:
        """Return how many articles are kept."""
        rows = self._rows(select(func.count().label("count")).select_from(ARTICLES))
        return int(rows[0]["count"]) if rows else 0

    def ids(self) -> tuple[str, ...]:
        """Return the ids in the order they were added."""
        return tuple(row["id"] for row in self._rows(select(ARTICLES.c.id).order_by(ARTICLES.c.number)))

    def _numbers(self) -> list[int]:
        return [row["number"] for row in self._rows(select(ARTICLES.c.number).order_by(ARTICLES.c.number))]

    def _numbers_of(self, ids: Iterable[str]) -> list[int]:
        wanted = list(dict.fromkeys(ids))
        known: dict[str, int] = {}
        for start in range(0, len(wanted), _CHUNK):
            part = wanted[start : start + _CHUNK]
            query = select(ARTICLES.c.id, ARTICLES.c.number).where(ARTICLES.c.id.in_(part))
            known.update((row["id"], row["number"]) for row in self._rows(query))
        missing = [each for each in wanted if each not in known]
        if missing:
            raise UnknownName(f"no article has the id {missing[0]!r} ({len(missing)} of {len(wanted)} ids are unknown)")
        return list(known.values())

    def _beginning(self, prefix: str, *, limit: int) -> Sequence[RowMapping]:
        query = select(ARTICLES.c.id, ARTICLES.c.title).where(ARTICLES.c.id.startswith(prefix, autoescape=True))
        return self._rows(query.order_by(ARTICLES.c.number).limit(limit))

    def _rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        """Return what a query finds; nothing while there is no library yet."""
        with self._telling():
            if (engine := self._opened()) is None:
                return []
            with engine.connect() as connection:
                return connection.execute(query).mappings().all()

    def _written(self, rows: Mapping[str, dict[str, object]]) -> set[str]:
        """Write the rows that are not there yet and return their ids."""
        engine = self._opened() or self._made()
        for _ in range(_TRIES):
            try:
                with engine.begin() as connection:
                    known = set(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.id.in_(rows))))
                    new = [row for article, row in rows.items() if article not in known]
                    if new:
                        connection.execute(insert(ARTICLES), new)
                    return rows.keys() - known
            except IntegrityError:  # another process added one of them between our look and our writing
                continue
        raise LibraryError(f"{self.shown}: another program keeps adding the same articles; try again")

    def _opened(self) -> Engine | None:
        """Return the engine, opened where needed; None when no library is there yet. Checks before it touches."""
        with self._opening:
            if self._engine is None and self._is_there():
                closed = self._file is not None and not may_be_written(self._file)
                engine = engine_of(only_to_read(self._file) if self._file and closed else self._url)
                with _disposed_on_error(engine):
                    is_library = refuse_unknown_schema(engine, shown=self.shown)
                if is_library:
                    let_readers_in(engine)
                    self._engine = engine
                else:
                    engine.dispose()
            return self._engine

    def _is_there(self) -> bool:
        if self._file is None:
            return True
        if not self._file.exists() or self._file.stat().st_size == 0:
            return False
        refuse_stranger(self._file)
        return True

    def _made(self) -> Engine:
        """Make the library, with its folders, and return its engine."""
        with self._opening:
            if self._engine is None:
                if self._file is not None:
                    self._file.parent.mkdir(parents=True, exist_ok=True)
                engine = engine_of(self._url)
                with _disposed_on_error(engine):
                    make_tables(engine)
                let_readers_in(engine)
                self._engine = engine
            return self._engine

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what goes wrong in the file system or the database into one line for people."""
        try:
            yield
        except SQLAlchemyError as error:
            cause = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise LibraryError(
                f"{self.shown}: {cause}; see that the file and its folder may be read and written and the disk has room"
            ) from error
        except OSError as error:
            raise LibraryError(
                f"{self.shown}: {error.strerror or error}; choose another place with --library"
            ) from error


@contextmanager
def _disposed_on_error(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _taken(ids: set[str], one: str) -> bool:
    """Take an id out of a set and return whether it was in: of two articles with one id only the first is new."""
    if one not in ids:
        return False
    ids.remove(one)
    return True


def _listed(rows: Sequence[RowMapping]) -> str:
    named = [f"{row['id']} ({row['title']})" if row["title"] else row["id"] for row in rows[:5]]
    return ", ".join(named) + (" and more" if len(rows) > 5 else "")
