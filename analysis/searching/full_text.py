"""`FullText`: the words of all articles of a run, in a file of its own beside it that is never changed afterwards.

It is SQLite's full-text index (FTS5, with its tokeniser unicode61): words in lower case and without accents, with their
places. Texts are not in it; they stay in the library.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cache, cached_property
from pathlib import Path
from shutil import copyfile

import numpy as np
import numpy.typing as npt

from analysis.searching.sought import Sought

VERSION = 1
"""Of the index: one of another version is made anew."""

_LEAST = 2 / 3
"""Share of its articles that must still stand in the library for an index to be taken over."""

_TABLES = (
    "CREATE TABLE articles (number INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE)",
    "CREATE VIRTUAL TABLE words USING fts5 "
    "(title, text, content = '', tokenize = 'unicode61 remove_diacritics 2')",
    f"PRAGMA user_version = {VERSION}",
)  # fmt: skip

Written = tuple[str, str | None, str]
"""Id, title and text of an article."""


@cache
def can_search() -> bool:
    """Return whether this Python's SQLite has the full-text index: a few are built without it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
        except sqlite3.Error:
            return False
    return True


def file_of(run: Path) -> Path:
    """Return where the index of a run's file is."""
    return run.with_suffix(".texts.sqlite")


def write(file: Path, articles: Iterable[Written], *, before: Path | None = None) -> int:
    """Make the index of these articles and return how many were read for it.

    The others stand in the index `before`, which is taken over where most of it still holds. An article's id stands for
    its title and text.
    """
    wanted = list(articles)
    if before is not None and _taken_over(before, file, {article for article, _, _ in wanted}):
        try:
            return _added(file, wanted)
        except sqlite3.Error:  # the index before is damaged further in
            file.unlink(missing_ok=True)
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        for statement in _TABLES:
            connection.execute(statement)
    return _added(file, wanted)


def _taken_over(before: Path, file: Path, wanted: set[str]) -> bool:
    try:
        copyfile(before, file)
        with closing(sqlite3.connect(file)) as connection:
            if connection.execute("PRAGMA user_version").fetchone() != (VERSION,):
                return False
            known = {article for (article,) in connection.execute("SELECT article FROM articles")}
            (highest,) = connection.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()
            return bool(len(known & wanted) >= _LEAST * max(highest, 1))
    except (OSError, sqlite3.Error):
        return False


def _added(file: Path, wanted: Sequence[Written]) -> int:
    """Bring the index to these articles: numbers of those that are gone stand for nothing from then on."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # nobody reads a file that is not finished
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        known = {article for (article,) in connection.execute("SELECT article FROM articles")}
        gone = known - {article for article, _, _ in wanted}
        new = [one for one in wanted if one[0] not in known]
        (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()
        connection.executemany("DELETE FROM articles WHERE article = ?", [(each,) for each in gone])
        numbered = list(enumerate(new, start=number + 1))
        connection.executemany("INSERT INTO articles VALUES (?, ?)", [(at, one[0]) for at, one in numbered])
        rows = ((at, title or "", text) for at, (_, title, text) in numbered)
        connection.executemany("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")
    return len(new)


class FullText:
    """The index of one run. Safe to share between threads: every question opens the file for itself."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @classmethod
    def of(cls, run: Path) -> "FullText | None":
        """Return the index of a run's file; None where it has none, or this Python cannot read it."""
        file = file_of(run)
        if not can_search() or not file.is_file():
            return None
        try:
            with closing(_opened(file)) as connection:
                version = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error:
            return None
        return cls(file) if version == (VERSION,) else None

    @cached_property
    def articles(self) -> npt.NDArray[np.object_]:
        """The id of the article with each number; empty where none has it."""
        with closing(_opened(self._file)) as connection:
            found = connection.execute("SELECT number, article FROM articles").fetchall()
        made = np.full(max((number for number, _ in found), default=0) + 1, "", dtype=object)
        for number, article in found:
            made[number] = article
        return made

    def having(self, every: Sequence[Sought]) -> npt.NDArray[np.int64]:
        """Return the numbers of the articles with all of this in title or text; none where nothing is a word."""
        asked = " ".join(_quoted(one) for one in every if one.words)
        if not asked:
            return np.zeros(0, dtype=np.int64)
        with closing(_opened(self._file)) as connection:
            found = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (asked,)).fetchall()
        numbers = np.fromiter((number for (number,) in found), dtype=np.int64, count=len(found))
        return numbers[self._standing[numbers]]

    @cached_property
    def _standing(self) -> npt.NDArray[np.bool_]:
        """Whether each number is still an article's."""
        with closing(_opened(self._file)) as connection:
            (highest,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM words").fetchone()
        made = np.zeros(max(highest + 1, len(self.articles)), dtype=bool)
        made[: len(self.articles)] = self.articles != ""
        return made


def _quoted(one: Sought) -> str:
    """Return what asks for it in the index's own language; its words are letters and figures only."""
    return f'"{" ".join(one.words)}"' + (" *" if one.begins else "")


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
