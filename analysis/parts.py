"""The tables that are made part by part: rows made now and rows of the last run, in the order of a run from nothing."""

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.last_run import LastRun
from analysis.store import NewRun
from analysis.table import Table
from analysis.tables import (
    ABSENCES,
    APART,
    APART_PARTS,
    CLAIM_MEMBERS,
    CLAIMS,
    DISTINCTIVE,
    NAMINGS,
    PORTRAYALS,
    QUOTED,
    SCORES,
    SENTENCES,
    VOICES,
)

OF_ARTICLES: tuple[Table, ...] = (SENTENCES, VOICES, SCORES, PORTRAYALS)
"""Tables of what is found in each article alone."""

OF_STORIES: tuple[Table, ...] = (CLAIMS, CLAIM_MEMBERS, ABSENCES, DISTINCTIVE, APART, APART_PARTS, QUOTED, NAMINGS)
"""Tables of what is found by comparing the pages of one story."""

_BY_CLAIM = frozenset({CLAIM_MEMBERS.name, ABSENCES.name})
"""Tables of stories that name the fact, and not the story."""


class Parts:
    """The parts of a run's tables. They are gathered in its file: what is taken over is never held in memory."""

    def __init__(self, run: NewRun, last: LastRun) -> None:
        self._run = run
        self._new: set[str] = set()
        self._last = last.file is not None
        if last.file is not None:
            named = str(last.file).replace("'", "''")
            run.connection.execute(f"ATTACH '{named}' AS last (READ_ONLY)")

    def add(self, table: Table, frame: pd.DataFrame) -> None:
        """Add rows of the table that were made now."""
        if len(frame):
            self._run.add(_staged(table), frame, lasting=False)
            self._new.add(table.name)

    def order(self, key: str, order: Sequence[str], *, taken: Iterable[str]) -> None:
        """Say in which order the articles or stories (`key`) come, and which of them are `taken` over."""
        over = set(taken)
        keys = pd.array(list(order), dtype="str")
        frame = pd.DataFrame({key: keys, "place": range(len(order)), "over": [one in over for one in order]})
        self._run.add(f"{key}_order", frame, lasting=False)

    def put(self, table: Table) -> None:
        """Make the table of the run."""
        query = self._query(table)
        if query is None:
            self._run.add(table.name, table.empty())
        else:
            self._run.connection.execute(f'CREATE TABLE "{table.name}" AS {query}')

    def frame(self, table: Table) -> pd.DataFrame:
        """Return the table and do not make it."""
        query = self._query(table)
        return table.empty() if query is None else table.typed(self._run.frame(query))

    def _query(self, table: Table) -> str | None:
        """Return the query for all rows of the table in their order; None where there are none."""
        columns = ", ".join(f'"{name}"' for name in table.names)
        parts = [self._part(table, _staged(table), _staged(CLAIMS), over=False)] if table.name in self._new else []
        if self._last:
            parts.append(self._part(table, f"last.{table.name}", f"last.{CLAIMS.name}", over=True))
        return f"SELECT {columns} FROM ({' UNION ALL '.join(parts)}) ORDER BY place, part_row" if parts else None

    def _part(self, table: Table, source: str, claims: str, *, over: bool) -> str:
        columns = ", ".join(f't."{_ALONE.get((table.name, name), name)}" AS "{name}"' for name in table.names)
        key = "article" if table in OF_ARTICLES else "story"
        of = f"JOIN (SELECT DISTINCT claim, story FROM {claims}) USING (claim)" if table.name in _BY_CLAIM else ""
        joined = f"{source} AS t {of} JOIN {key}_order AS o USING ({key})"
        return f"SELECT {columns}, o.place, t.rowid AS part_row FROM {joined} WHERE o.over = {over}"


_ALONE = {(PORTRAYALS.name, "entity"): "named"}
"""Columns that hold what another held before the articles of a story were looked at together."""


def _staged(table: Table) -> str:
    return f"new_{table.name}"
