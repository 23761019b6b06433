"""`Table`: the shape of a frame, with the meaning of each column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Kind = Literal["text", "integer", "number", "flag", "time", "spans"]

_DTYPES: Mapping[Kind, str] = {
    "text": "str",
    "integer": "int64",
    "number": "float64",
    "flag": "bool",
    "time": "datetime64[us, UTC]",
    "spans": "object",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, kind, meaning with unit, and what a missing value means ("never missing" where none is)."""

    name: str
    kind: Kind
    meaning: str
    missing: str = "never missing"


@dataclass(frozen=True, slots=True)
class Table:
    """One frame's shape. `name` is the key in exports."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Return the column names in order."""
        return [column.name for column in self.columns]

    def empty(self) -> pd.DataFrame:
        """Return a frame of this shape with no rows."""
        return pd.DataFrame({c.name: pd.Series(dtype=_DTYPES[c.kind]) for c in self.columns})

    def frame(self, rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
        """Return a frame of this shape from tuples in column order."""
        made = pd.DataFrame.from_records(list(rows), columns=self.names)
        return self.shaped(made)

    def shaped(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a copy of `frame` with exactly these columns, in order and of the declared types."""
        return self.typed(frame.loc[:, self.names])

    def typed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a copy of `frame`, which may lack columns of this shape, with the declared types."""
        here = [column for column in self.columns if column.name in frame]
        times = {c.name: pd.to_datetime(frame[c.name], utc=True) for c in here if c.kind == "time"}
        return frame.assign(**times).astype({c.name: _DTYPES[c.kind] for c in here})
