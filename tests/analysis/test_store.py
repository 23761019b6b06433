"""A run is written whole, the pointer moves last, and a crash leaves the run before in use."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analysis.store import current_run, forget_runs, results_folder, write_run
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
