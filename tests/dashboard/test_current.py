from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.store import results_folder, write_run
from analysis.tables import ALL_TABLES
from dashboard.current import CurrentResults
from sources.errors import NoResults


def test_a_new_run_is_shown_by_the_next_request(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    current = CurrentResults(library)
    with pytest.raises(NoResults):
        current.get()
    for number in (1, 2):
        now = datetime(2026, 1, number, tzinfo=UTC)
        empty = {table.name: table.empty() for table in ALL_TABLES}
        write_run(results_folder(library), empty, info={"run": number}, now=now)
        assert current.get().info["run"] == number
        assert current.get() is current.get()
