"""Opening a run's file: DuckDB fetches nothing, whatever the file is."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def opened(file: Path, *, read_only: bool = True) -> "duckdb.DuckDBPyConnection":
    """Return a connection to the file of a run. Raises duckdb.Error where it is none.

    DuckDB would ask the network for what it needs to read a file of another kind.
    """
    import duckdb

    return duckdb.connect(str(file), read_only=read_only, config={"autoinstall_known_extensions": "false"})
