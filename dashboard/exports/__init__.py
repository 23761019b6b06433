"""Exports: the public tables as JSON, CSV, Parquet, and a report as one HTML file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from analysis.results import Results
from dashboard.exports.files import write_csv, write_json, write_parquet
from dashboard.exports.report import write_html


class Write(Protocol):
    """Write an export to a file or folder and say so in a line; with output None return the text itself."""

    def __call__(self, results: Results, output: Path | None, *, story: str | None, shifts: bool = False) -> str:
        """Write; `story` None means everything, `shifts` also the words that make outlets differ."""


ALL_FORMATS: Mapping[str, Write] = {
    "json": write_json,
    "csv": write_csv,
    "parquet": write_parquet,
    "html": write_html,
}
