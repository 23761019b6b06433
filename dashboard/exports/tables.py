"""The public tables of a run, complete: with the articles' texts and with evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

import pandas as pd

from analysis.apart.tables import SHIFTS
from analysis.results import Results
from analysis.tables import ALL_TABLES, ARTICLES, EVIDENCE
from dashboard.exports.rows import article_row, frame_rows
from dashboard.exports.shifts import shift_rows
from sources.keeping.taken_out import marks_taken_out, taken_out_of
from sources.library import Library

TAKEN_OUT = "taken_out"
"""Name of the table of marks that a person took out; its columns are the fields of `TakenOut`."""


def table_rows(
    results: Results, *, story: str | None = None, shifts: bool = False
) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Yield (table name, rows) for every public table, in order; with `story`, only what belongs to that story.

    Where a person took marks out of these articles, they follow as TAKEN_OUT: what is counted stays as it was.
    With `shifts` also the words that make each outlet differ from the others of its events, last.
    """
    members = results.rows("members", story=story) if story else results.table("members")
    ids = list(dict.fromkeys(members["article"]))
    for table in ALL_TABLES:
        if table is ARTICLES:
            yield table.name, [article_row(results.article(article)) for article in ids]
        elif table is EVIDENCE:
            frames = [results.evidence(article) for article in ids]
            yield table.name, [row for frame in frames for row in frame_rows(frame)]
        else:
            yield table.name, list(frame_rows(_kept(results.table(table.name), table.names, ids, story)))
    out = _out(results, ids)
    if out:
        yield TAKEN_OUT, out
    if shifts:
        yield SHIFTS.name, list(shift_rows(results, story=story))


def _out(results: Results, articles: Sequence[str]) -> list[dict[str, object]]:
    with Library(results.library) as library:
        if not marks_taken_out(library):
            return []
        return [asdict(each) for article in articles for each in taken_out_of(library, library.version(article))]


def _kept(frame: pd.DataFrame, names: list[str], ids: list[str], story: str | None) -> pd.DataFrame:
    if story is None:
        return frame
    if "story" in names:
        return frame[frame["story"] == story]
    return frame[frame["article"].isin(ids)] if "article" in names else frame
