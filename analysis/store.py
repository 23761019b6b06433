"""The one place that writes and opens result files: a new DuckDB file per run, then one pointer is moved."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd

from analysis.opening import opened
from analysis.places import note_places
from analysis.searching import full_text
from sources.errors import NoResults

POINTER = "current"
_KEPT = 2  # the run in use, and the one before it: a page being drawn may still read that


def results_folder(library: Path) -> Path:
    """Return the folder beside the library file that holds its computed results."""
    return library.with_name(library.name + ".results")


def write_run(folder: Path, tables: Mapping[str, pd.DataFrame], *, info: Mapping[str, object], now: datetime) -> Path:
    """Write `tables` and `info` as one new run in `folder`, move the pointer to it, and return the file."""
    with NewRun(folder, now=now) as run:
        for name, frame in tables.items():
            run.add(name, frame)
        return run.finish(info)


class NewRun:
    """A run while it is written, table by table: a new file that nobody reads until `finish` moves the pointer to it.

    After a crash the last good run is still the one in use. As a context it closes the file, which is removed where it
    was not finished.
    """

    def __init__(self, folder: Path, *, now: datetime) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._target = folder / f"run-{now:%Y%m%dT%H%M%S%f}.duckdb"
        self._unfinished = self._target.with_suffix(".unfinished")
        self._unfinished.unlink(missing_ok=True)
        self._texts = self._unfinished.with_name(self._unfinished.name + ".texts")
        self.connection = opened(self._unfinished, read_only=False)
        """Open on the new file; what is made with it becomes part of the run."""
        self._made: set[str] = set()

    def __enter__(self) -> "NewRun":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()
        for left in self._folder.glob(self._unfinished.name + "*"):
            left.unlink(missing_ok=True)

    def add(self, name: str, frame: pd.DataFrame, *, lasting: bool = True) -> None:
        """Add rows to the table `name`, which is made where it is not there; unless `lasting`, only while writing.

        Categories are kept as such, which the columns of an Arrow table are not.
        """
        import pyarrow as pa

        named = any(isinstance(dtype, pd.CategoricalDtype) for dtype in frame.dtypes)
        self.connection.register("frame", frame if named else pa.Table.from_pandas(frame, preserve_index=False))
        kind = "TABLE" if lasting else "TEMP TABLE"
        start = f'INSERT INTO "{name}"' if name in self._made else f'CREATE {kind} "{name}" AS'
        self.connection.execute(f"{start} SELECT * FROM frame")
        self.connection.unregister("frame")
        self._made.add(name)

    def index_texts(self, articles: Iterable[full_text.Written]) -> None:
        """Make the index of these articles' words, with what the last run's holds of them.

        Without it the run is good as well: nothing is written where SQLite cannot, or the disk is full.
        """
        if not full_text.can_search():
            return
        last = _pointed(self._folder)
        before = full_text.file_of(self._folder / last) if last else None
        try:
            full_text.write(self._texts, articles, before=before)
        except sqlite3.Error:
            self._texts.unlink(missing_ok=True)

    def frame(self, query: str) -> pd.DataFrame:
        """Return the rows of a query."""
        found: pd.DataFrame = self.connection.sql(query).to_arrow_table().to_pandas()
        return found

    def finish(self, info: Mapping[str, object]) -> Path:
        """Write `info`, move the pointer to the run and return its file.

        The pointer moves last and in one step. Older runs than the one before are removed where nothing holds them
        open.
        """
        note_places(self.connection)
        self.connection.execute("CREATE TABLE info (info VARCHAR)")
        self.connection.execute("INSERT INTO info VALUES (?)", [json.dumps(info)])
        self.connection.close()
        if self._texts.is_file():
            self._texts.replace(full_text.file_of(self._target))
        self._unfinished.replace(self._target)
        pointer = self._folder / POINTER
        pointer_new = self._folder / (POINTER + ".new")
        pointer_new.write_text(self._target.name, encoding="utf-8")
        pointer_new.replace(pointer)
        _remove_old(self._folder, keep=self._target)
        return self._target


def current_run(library: Path) -> Path:
    """Return the file of the last finished run of `library`.

    Raises NoResults when there is none.
    """
    folder = results_folder(library)
    if (name := _pointed(folder)) and (file := folder / name).is_file():
        return file
    raise NoResults(f"{library}: there are no results yet; run `parallax analyse` for this library first")


def forget_runs(library: Path) -> None:
    """Say that there are no results: the library holds nothing any more. The next run's are in use again."""
    (results_folder(library) / POINTER).unlink(missing_ok=True)


def _pointed(folder: Path) -> str:
    """Return the name of the file that the pointer names, empty where there is no pointer or it names none."""
    pointer = folder / POINTER
    name = pointer.read_text(encoding="utf-8", errors="replace").strip() if pointer.is_file() else ""
    return name if name.isprintable() else ""


def _remove_old(folder: Path, *, keep: Path) -> None:
    runs = sorted(folder.glob("run-*.duckdb"), reverse=True)
    old = [run for run in runs if run != keep][_KEPT - 1 :]
    for file in [*old, *map(full_text.file_of, old), *folder.glob("*.unfinished*")]:
        try:
            file.unlink(missing_ok=True)
        except OSError:  # Windows refuses while a reader holds the file: the next run tries again
            continue
