"""`Results`: the last finished run of a library, read-only, with evidence recomputed for the one article looked at."""

import json
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.opening import opened
from analysis.outlets.cells import names_of
from analysis.outlets.pair_tables import COVERAGE
from analysis.places import MOST_ASKED, Places
from analysis.reading.articles import read
from analysis.scoring import score
from analysis.searching.full_text import FullText
from analysis.store import current_run
from analysis.table import Table
from analysis.tables import ALL_TABLES, ARTICLES, CELLS, EVIDENCE
from sources.article import Article
from sources.errors import NoResults, UnknownName
from sources.keeping.versions import versions
from sources.library import Library
from sources.outlets import Outlets, outlets_for

if TYPE_CHECKING:
    import duckdb

_SHAPES: dict[str, Table] = {table.name: table for table in ALL_TABLES}


class Results:
    """The tables of one run. Safe to share between threads: every question opens a cursor of its own."""

    def __init__(
        self, *, library: Path, file: Path, connection: "duckdb.DuckDBPyConnection", own_outlets: Path | None = None
    ) -> None:
        self.library = library
        self._own_outlets = own_outlets
        self.file = file
        self._connection = connection
        self.info: dict[str, object] = json.loads(str(self._asked("SELECT info FROM info")[1][0][0]))
        """When the run was made, with which versions, and how much it holds."""

    @classmethod
    def open(cls, library: Path, *, own_outlets: Path | None = None) -> "Results":
        """Open the last finished run of the library at `library`.

        Raises NoResults when there is none, or when a version of Parallax made it that had other tables. `own_outlets`
        is the person's own file of outlets, where one is named (see `sources.outlets.outlets_for`).
        """
        file = current_run(library)
        connection = opened(file)
        if not _complete(connection):
            connection.close()
            raise NoResults(
                f"{library}: its results were made by another version of Parallax; run `parallax analyse` again"
            )
        return cls(library=library, file=file, connection=connection, own_outlets=own_outlets)

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets that Parallax and the person know facts of. Raises InputError for a file of them that is none."""
        return outlets_for(self.library, given=self._own_outlets)

    def table(self, name: str) -> pd.DataFrame:
        """Return the whole table `name`, in the shape of `analysis.tables`.

        `articles` has no text here (see `article`), `evidence` is not stored (see `evidence`).
        """
        shape = _shape(name)
        with self._connection.cursor() as cursor:
            found = cursor.sql(f'SELECT * FROM "{name}" ORDER BY rowid').to_arrow_table()
        return shape.of_arrow(found)

    def rows(self, name: str, **equals: object) -> pd.DataFrame:
        """Return the rows of table `name` whose columns have the given values; a list means any of its values."""
        shape = _shape(name)
        clauses: list[str] = []
        values: list[object] = []
        for column, wanted in equals.items():
            if column not in shape.names:
                raise UnknownName(f"{name} has no column {column!r}; it has {', '.join(shape.names)}")
            several = list(wanted) if isinstance(wanted, (list, tuple, set)) else [wanted]
            if (name, column) in self._noted and 0 < len(several) <= MOST_ASKED:
                with self._connection.cursor() as cursor:
                    clause, ends = self._places.where(cursor, name, column, several)
                clauses.append(clause)
                values.extend(ends)
                continue
            clauses.append(f'"{column}" IN ({", ".join("?" * len(several))})' if several else "FALSE")
            values.extend(several)
        asked = f" WHERE {' AND '.join(clauses)}" if clauses else ""
        names, found = self._asked(f'SELECT * FROM "{name}"{asked} ORDER BY rowid', values)
        return shape.of_columns(names, found)

    def cells(self, measure: str, *, voice: str, first: date | None = None, last: date | None = None) -> pd.DataFrame:
        """Return the CELLS of one measure and voice; names are categories, as `analysis.outlets.cells` makes them.

        `first` and `last` leave out events of other days, and those without a date. A million cells take a tenth of a
        second: `rows("cells", ...)` makes a Python object of each name instead.
        """
        clauses, values = ["measure = ?", "voice = ?"], [measure, voice]
        if first is not None:
            clauses.append("day >= CAST(? AS TIMESTAMPTZ)")
            values.append(f"{first.isoformat()} 00:00:00+00")
        if last is not None:
            clauses.append("day <= CAST(? AS TIMESTAMPTZ)")
            values.append(f"{last.isoformat()} 00:00:00+00")
        return self._cells(" AND ".join(clauses), values)

    def cells_of(self, outlets: Sequence[str]) -> pd.DataFrame:
        """Return the CELLS of these outlets, of all measures and voices, as `cells` does."""
        return self._cells(f"outlet IN ({', '.join('?' * len(outlets))})" if outlets else "FALSE", outlets)

    def cells_around(self, outlet: str) -> pd.DataFrame:
        """Return the CELLS of an outlet and of all others on the events that it tells, as `cells` does."""
        return self._cells("event IN (SELECT DISTINCT event FROM cells WHERE outlet = ?)", [outlet])

    def told(self) -> pd.DataFrame:
        """Return which outlet has a cell on which event, each pair once: outlet, event (categories, as in `cells`)."""
        held = self._categories
        if not held:
            return CELLS.empty()[["outlet", "event"]].astype("category")
        query = "SELECT DISTINCT enum_code(outlet) AS outlet, enum_code(event) AS event FROM cells"
        with self._connection.cursor() as cursor:
            found = cursor.execute(query).fetchnumpy()
        return pd.DataFrame(
            {
                name: pd.Categorical.from_codes(np.asarray(found[name], dtype=np.int32), dtype=held[name])
                for name in ("outlet", "event")
            }
        )

    def coverage(self) -> pd.DataFrame:
        """Return COVERAGE: which outlet has pages on which event on which day; unknown outlets are left out."""
        query = """
            SELECT a.outlet, m.event, m.story, date_trunc('day', a.published AT TIME ZONE 'UTC') AS day,
                   count(*) AS pages
            FROM members m JOIN articles a ON a.id = m.article
            WHERE a.outlet IS NOT NULL GROUP BY ALL ORDER BY ALL
        """
        with self._connection.cursor() as cursor:
            found = cursor.execute(query).fetchnumpy()
        return COVERAGE.shaped(pd.DataFrame({name: pd.Series(found[name]) for name in COVERAGE.names}))

    def _cells(self, where: str, values: Sequence[str]) -> pd.DataFrame:
        held = self._categories
        if not held:
            return CELLS.empty()
        asked = ", ".join(f'enum_code("{name}") AS "{name}"' if name in held else f'"{name}"' for name in CELLS.names)
        with self._connection.cursor() as cursor:
            query = f"SELECT {asked} FROM cells WHERE {where}"  # in the order of the file, which sorting only repeats
            found = cursor.execute(query, list(values)).fetchnumpy()
        columns = {
            name: pd.Series(pd.Categorical.from_codes(np.asarray(found[name], dtype=np.int32), dtype=held[name]))
            if name in held
            else pd.Series(found[name])
            for name in CELLS.names
        }
        return pd.DataFrame({**columns, "day": pd.to_datetime(columns["day"], utc=True)})

    @cached_property
    def _categories(self) -> "dict[str, pd.CategoricalDtype[Any]]":
        """The names that stand in CELLS, by column; none where it has no row."""
        named = [column.name for column in CELLS.columns if column.kind == "text"]
        asked = ", ".join(f'enum_range("{name}")' for name in named)
        with self._connection.cursor() as cursor:
            if cursor.execute("SELECT count(*) FROM cells").fetchone() == (0,):
                return {}
            found = cursor.execute(f"SELECT {asked} FROM cells LIMIT 1").fetchone() or ()
        return {name: names_of(names) for name, names in zip(named, found, strict=True)}

    @cached_property
    def full_text(self) -> FullText | None:
        """The index of the words in the texts; None where the run has none, or this Python cannot read it."""
        return FullText.of(self.file)

    @cached_property
    def _places(self) -> Places:
        """Where the rows of an article, fact, event or story stand."""
        with self._connection.cursor() as cursor:
            return Places(cursor)

    @cached_property
    def _noted(self) -> frozenset[tuple[str, str]]:
        """The tables and columns for which that is noted; none in an older run."""
        return self._places.known

    def article(self, article: str) -> Article:
        """Return one article with its text, also where it was changed since. Raises UnknownName for an unknown id."""
        return self.texts([article])[article]

    def texts(self, articles: Sequence[str]) -> dict[str, Article]:
        """Return several articles by their ids, as `article` does, in one reading of the library."""
        with Library(self.library) as library:
            return versions(library, articles)

    def evidence(self, article: str) -> pd.DataFrame:
        """Return EVIDENCE of one article, recomputed by the function that made the scores; empty if not scored."""
        return _evidence(self.article(article))

    def check_story(self, story: str) -> None:
        """Raise UnknownName, naming some that there are, when no story has this id."""
        if self.rows("stories", story=story).empty:
            known = ", ".join(self.table("stories")["story"].head(5))
            raise UnknownName(f"there is no story {story!r}; there are {known} ... (`parallax stories` lists them)")

    def _asked(self, query: str, values: Sequence[object] = ()) -> tuple[list[str], list[tuple[object, ...]]]:
        """Return the names of the columns that a query gives, and its rows."""
        with self._connection.cursor() as cursor:
            found = cursor.execute(query, list(values))
            return [column[0] for column in found.description or ()], found.fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _complete(connection: "duckdb.DuckDBPyConnection") -> bool:
    """Return whether the file has every table and column that is stored; of ARTICLES only some columns are."""
    found = connection.execute("SELECT table_name, column_name FROM information_schema.columns").fetchall()
    stored = [table for table in ALL_TABLES if table not in (ARTICLES, EVIDENCE)]
    return {(table.name, name) for table in stored for name in table.names} <= set(found)


@lru_cache(maxsize=64)
def _evidence(article: Article) -> pd.DataFrame:
    return score(read([article])).evidence if article.language in {None, "en"} else EVIDENCE.empty()


def _shape(name: str) -> Table:
    if name not in _SHAPES or name == "evidence":
        known = ", ".join(sorted(set(_SHAPES) - {"evidence"}))
        raise UnknownName(f"there is no table {name!r}; there are {known}")
    return _SHAPES[name]
