"""The public tables as JSON (one object), CSV and Parquet (one file per table)."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pandas as pd

from analysis.apart.tables import SHIFTS
from analysis.results import Results
from analysis.tables import ALL_TABLES
from dashboard.exports.shifts import SHIFT_NAMES
from dashboard.exports.tables import TAKEN_OUT, table_rows
from sources.errors import ParallaxError
from sources.keeping.taken_out import TakenOut

OUT_NAMES = [each.name for each in fields(TakenOut)]
"""Columns of the marks that a person took out."""


class BadOutput(ParallaxError):
    """The place to write to cannot be written."""

    slug = "bad-output"


def write_json(results: Results, output: Path | None, *, story: str | None, shifts: bool = False) -> str:
    """Write one JSON object whose keys are the tables and whose rows have their fields; missing is null."""
    tables = dict(table_rows(results, story=story, shifts=shifts))
    text = json.dumps({"info": results.info, **tables}, ensure_ascii=False, indent=1, allow_nan=False)
    return text if output is None else write_text(output, text)


def write_csv(results: Results, output: Path | None, *, story: str | None, shifts: bool = False) -> str:
    """Write one CSV file per table into the folder `output`; lists are JSON inside their cell, missing is empty."""
    folder, written = _folder(output, "csv"), 0
    for table, frame in _flat(results, story=story, shifts=shifts):
        frame.to_csv(folder / f"{table}.csv", index=False, encoding="utf-8")
        written += 1
    return f"wrote {written} tables to {folder}"


def write_parquet(results: Results, output: Path | None, *, story: str | None, shifts: bool = False) -> str:
    """Write one Parquet file per table into the folder `output`; lists are JSON text."""
    folder, written = _folder(output, "parquet"), 0
    for table, frame in _flat(results, story=story, shifts=shifts):
        frame.to_parquet(folder / f"{table}.parquet", index=False)
        written += 1
    return f"wrote {written} tables to {folder}"


def write_text(output: Path, text: str) -> str:
    """Write a text file whole or not at all, and say so. Raises BadOutput."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        unfinished = output.with_name(output.name + ".unfinished")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(output)
    except OSError as error:
        raise BadOutput(f"{output}: cannot be written ({error.strerror}); choose another place with -o") from error
    return f"wrote {output}"


def _flat(results: Results, *, story: str | None, shifts: bool) -> Iterator[tuple[str, pd.DataFrame]]:
    names = {table.name: table.names for table in ALL_TABLES} | {SHIFTS.name: SHIFT_NAMES, TAKEN_OUT: OUT_NAMES}
    for table, rows in table_rows(results, story=story, shifts=shifts):
        flat = [
            {
                key: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
                for key, value in row.items()
            }
            for row in rows
        ]
        yield table, pd.DataFrame(flat, columns=names[table])


def _folder(output: Path | None, form: str) -> Path:
    if output is None:
        raise BadOutput(f"{form} writes a file per table: name a folder with -o FOLDER")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOutput(f"{output}: cannot be made a folder ({error.strerror}); choose another with -o") from error
    return output
