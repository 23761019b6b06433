"""Libraries with their runs: copies of them, and what two runs have in common."""

import shutil
from pathlib import Path

import duckdb

from analysis.results import Results
from analysis.store import current_run, results_folder


def copied(library: Path, target: Path) -> Path:
    """Copy a library and its runs."""
    target.parent.mkdir(exist_ok=True)
    shutil.copy(library, target)
    shutil.copytree(results_folder(library), results_folder(target))
    return target


def taken_over(library: Path) -> dict[str, int]:
    """Return what the last run says that it took over."""
    results = Results.open(library)
    found = results.info["taken_over"]
    results.close()
    assert isinstance(found, dict)
    return found


def check_same(one: Path, other: Path) -> None:
    """Fail unless all tables of two runs are equal, in the same order."""
    tables = []
    for library in (one, other):
        with duckdb.connect(str(current_run(library)), read_only=True) as connection:
            names = sorted(name for (name,) in connection.execute("SHOW TABLES").fetchall() if name != "info")
            tables.append({
                name: (
                    connection.execute(f'DESCRIBE "{name}"').fetchall(),
                    connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall(),
                )
                for name in names
            })  # fmt: skip
    assert tables[0].keys() == tables[1].keys()
    for name, found in tables[0].items():
        assert repr(found) == repr(tables[1][name]), name
