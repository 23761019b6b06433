"""A run is written whole, the pointer moves last, and a crash leaves the run before in use."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analysis.searching import full_text
from analysis.searching.full_text import FullText, file_of
from analysis.store import NewRun, current_run, forget_runs, results_folder, write_run
from sources.errors import NoResults

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_no_run_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoResults, match="parallax analyse"):
        current_run(tmp_path / "library.sqlite")


def test_the_newest_finished_run_is_current_and_old_ones_go(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    folder = results_folder(library)
    made = [
        write_run(folder, {"t": pd.DataFrame({"a": [k]})}, info={"k": k}, now=NOW + timedelta(minutes=k))
        for k in range(4)
    ]
    assert current_run(library) == made[-1]
    assert sorted(folder.glob("run-*")) == made[-2:]


def test_a_crash_while_writing_leaves_the_last_good_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "library.sqlite"
    folder = results_folder(library)
    good = write_run(folder, {"t": pd.DataFrame({"a": [1]})}, info={}, now=NOW)

    def crash(*_: object) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        write_run(folder, {"t": pd.DataFrame({"a": [2]})}, info={}, now=NOW + timedelta(minutes=1))
    monkeypatch.undo()
    assert current_run(library) == good
    write_run(folder, {"t": pd.DataFrame({"a": [3]})}, info={}, now=NOW + timedelta(minutes=2))
    assert not list(folder.glob("*.unfinished"))


def test_an_emptied_library_has_no_results_until_the_next_run(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    forget_runs(library)
    write_run(results_folder(library), {}, info={}, now=datetime(2026, 3, 1, tzinfo=UTC))
    current_run(library)
    forget_runs(library)
    with pytest.raises(NoResults):
        current_run(library)


def test_the_index_of_words_comes_and_goes_with_its_run(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    folder = results_folder(library)
    made = []
    for at in range(4):
        with NewRun(folder, now=NOW + timedelta(minutes=at)) as run:
            run.index_texts([("a", "Title", f"word{at}"), (f"b{at}", None, "other")])
            made.append(run.finish({}))
    assert sorted(folder.glob("run-*.sqlite")) == [file_of(run) for run in made[-2:]]
    assert all(FullText.of(run) is not None for run in made[-2:])
    with NewRun(folder, now=NOW + timedelta(minutes=9)) as run:
        run.index_texts([("a", None, "never finished")])
    assert not list(folder.glob("*unfinished*"))


def test_a_run_whose_words_cannot_be_written_is_good_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(full_text, "write", full)
    with NewRun(results_folder(tmp_path / "library.sqlite"), now=NOW) as run:
        run.index_texts([("a", None, "text")])
        run.finish({})
    assert FullText.of(current_run(tmp_path / "library.sqlite")) is None
