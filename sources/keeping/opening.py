"""A library as a file or database that is opened when it is used: its engine, its schema, and its faults in words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, RowMapping, Select
from sqlalchemy.exc import SQLAlchemyError

from sources.errors import LibraryError
from sources.keeping.place import file_of, may_be_written, only_to_read, refuse_stranger, url_of
from sources.keeping.schema import SCHEMA, engine_of, let_readers_in, make_tables, schema_of


class LibraryFile:
    """What `Library` stands on. Nothing is made until something is written."""

    def __init__(self, target: Path | str) -> None:
        self._url = url_of(target)
        self._file = file_of(self._url)
        self._engine: Engine | None = None
        self.schema = SCHEMA
        self._opening = Lock()
        self.shown = str(self._file or self._url.render_as_string(hide_password=True))
        """The library's address as people may read it: without a password."""
        with self.telling():
            if self._file is not None and self._file.exists():
                refuse_stranger(self._file)
            self.opened()

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

    def rows(self, query: Select[Any], *, since: int = 1) -> Sequence[RowMapping]:
        """Return what a query finds; nothing while there is no library yet, or one older than the schema `since`."""
        with self.telling():
            if (engine := self.opened()) is None or self.schema < since:
                return []
            with engine.connect() as connection:
                return connection.execute(query).mappings().all()

    def writable(self) -> Engine:
        """Return the engine of a library that has today's tables: one that is missing is made, an old one upgraded."""
        engine = self.opened() or self._made()
        if self.schema < SCHEMA:
            make_tables(engine)
            self.schema = SCHEMA
        return engine

    def opened(self) -> Engine | None:
        """Return the engine, opened where needed; None when no library is there yet. Checks before it touches."""
        with self._opening:
            if self._engine is None and self._is_there():
                closed = self._file is not None and not may_be_written(self._file)
                engine = engine_of(only_to_read(self._file) if self._file and closed else self._url)
                with _disposed_on_error(engine):
                    schema = schema_of(engine, shown=self.shown)
                if schema is not None:
                    let_readers_in(engine)
                    self._engine, self.schema = engine, schema
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
                self._engine, self.schema = engine, SCHEMA
            return self._engine

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn what goes wrong in the file system or the database into one line for people."""
        try:
            yield
        except SQLAlchemyError as error:
            cause = str(getattr(error, "orig", None) or error).splitlines()[0]
            if "locked" in cause:
                why = "another program is writing to it, and did not end; wait until it has, and try again"
                raise LibraryError(f"{self.shown}: {why}") from error
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
