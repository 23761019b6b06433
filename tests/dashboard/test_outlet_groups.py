from pathlib import Path
from typing import Any, cast

from dashboard.outlet_groups import groups_held, outlets_in
from sources.keeping.groups import set_group
from sources.library import Library
from tests.dashboard.outlets_made import Outlets


def test_groups_are_those_of_the_library(tmp_path: Path) -> None:
    results = Outlets()
    assert groups_held(cast(Any, results)) == ()
    results.library = tmp_path / "library.sqlite"
    with Library(results.library) as library:
        set_group(library, "local", ["Beta", "Alpha"])
    held = groups_held(cast(Any, results))
    assert outlets_in(held, "local") == {"Alpha", "Beta"}
    assert outlets_in(held, "") is None
