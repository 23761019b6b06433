"""The one place that writes and opens result files: a new DuckDB file per run, then one pointer is moved."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd

from sources.errors import NoResults

POINTER = "current"
_KEPT = 2  # the run in use, and the one before it: a page being drawn may still read that


def results_folder(library: Path) -> Path:
    """Return the folder beside the library file that holds its computed results."""
    return library.with_name(library.name + ".results")


def write_run(folder: Path, tables: Mapping[str, pd.DataFrame], *, info: Mapping[str, object], now: datetime) -> Path:
    """Write `tables` and `info` as one new run in `folder`, move the pointer to it, and return the file.

    The pointer moves last and in one step: after a crash the last good run is still the one in use. Older runs than
    the one before are removed where nothing holds them open.
    """
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"run-{now:%Y%m%dT%H%M%S%f}.duckdb"
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with duckdb.connect(str(unfinished)) as connection:
        for name, frame in tables.items():
            connection.register("frame", frame)
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM frame')
            connection.unregister("frame")
        connection.execute("CREATE TABLE info (info VARCHAR)")
        connection.execute("INSERT INTO info VALUES (?)", [json.dumps(info)])
    unfinished.replace(target)
    pointer = folder / POINTER
    pointer_new = folder / (POINTER + ".new")
    pointer_new.write_text(target.name, encoding="utf-8")
    pointer_new.replace(pointer)
    _remove_old(folder, keep=target)
    return target


def current_run(library: Path) -> Path:
    """Return the file of the last finished run of `library`.

    Raises NoResults when there is none.
    """
    folder = results_folder(library)
    pointer = folder / POINTER
    if pointer.is_file():
        file = folder / pointer.read_text(encoding="utf-8").strip()
        if file.is_file():
            return file
    raise NoResults(f"{library}: there are no results yet; run `parallax analyse` for this library first")


def _remove_old(folder: Path, *, keep: Path) -> None:
    runs = sorted(folder.glob("run-*.duckdb"), reverse=True)
    old = [run for run in runs if run != keep][_KEPT - 1 :]
    for file in [*old, *folder.glob("*.unfinished")]:
        try:
            file.unlink()
        except OSError:  # Windows refuses while a reader holds the file: the next run tries again
            continue
