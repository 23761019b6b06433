"""`Table`: the shape of a frame, with the meaning of each column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    import pyarrow as pa

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
    optional: bool = False
    """Whether a frame that is shaped may lack it: then it is missing throughout."""


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
        return _empty(self).copy(deep=False)

    def frame(self, rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
        """Return a frame of this shape from tuples in column order; optional columns at the end may be left out."""
        kept = list(rows)
        if not kept:
            return self.empty()
        given = [column for n, column in enumerate(self.columns) if n < len(kept[0]) or not column.optional]
        cells = zip(given, zip(*kept, strict=True), strict=True)
        made = pd.DataFrame({column.name: _array(values, column.kind) for column, values in cells}, copy=False)
        return made if len(given) == len(self.columns) else self.shaped(made)

    def of_columns(self, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
        """Return a frame of rows whose columns are `names`, each of its declared type where this shape has it."""
        if not rows:
            return self.typed(pd.DataFrame(dict.fromkeys(names, ())))
        kinds = {column.name: column.kind for column in self.columns}
        cells = zip(names, zip(*rows, strict=True), strict=True)
        made = {name: _array(values, kinds[name]) if name in kinds else list(values) for name, values in cells}
        return pd.DataFrame(made, copy=False)

    def of_arrow(self, found: "pa.Table") -> pd.DataFrame:
        """Return a frame of an Arrow table, each column of its declared type where this shape has it.

        Texts stay where they are: a hundred thousand rows take no longer than some.
        """
        kinds = {column.name: column.kind for column in self.columns}
        made: dict[str, Any] = {}
        for name, cells in zip(found.column_names, found.columns, strict=True):
            if kinds.get(name) == "text":
                made[name] = pd.array(cells.cast("large_string"), dtype=_dtype("text"))
            else:
                made[name] = cells.to_pandas().array
        return self.typed(pd.DataFrame(made, copy=False))

    def shaped(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a copy of `frame` with exactly these columns, in order and of the declared types."""
        for column in self.columns:
            if column.optional and column.name not in frame:
                frame = frame.assign(**{column.name: None})
        typed = {column.name: _typed(frame[column.name], column.kind).array for column in self.columns}
        return pd.DataFrame(typed, index=frame.index)

    def typed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a copy of `frame`, which may lack columns of this shape, with the declared types."""
        here = [column for column in self.columns if column.name in frame]
        return frame.assign(**{column.name: _typed(frame[column.name], column.kind) for column in here})


@cache
def _empty(table: Table) -> pd.DataFrame:
    return pd.DataFrame({c.name: pd.Series(dtype=_dtype(c.kind)) for c in table.columns})


def _array(values: tuple[object, ...], kind: Kind) -> pd.api.extensions.ExtensionArray | npt.NDArray[Any]:
    """Return values as a column of their kind; text and integers without pandas looking for the type of each cell."""
    if kind == "integer":
        return np.fromiter(cast("Iterable[int]", values), dtype=np.int64, count=len(values))
    if kind == "text":
        import pyarrow as pa

        texts: pd.api.extensions.ExtensionArray = pd.array(
            pa.array(values, type=pa.large_string(), from_pandas=True), dtype=_dtype(kind)
        )
        return texts
    column = pd.Series(values, dtype=_DTYPES[kind] if kind == "spans" else None)
    cells: pd.api.extensions.ExtensionArray = _typed(column, kind).array
    return cells


def _typed(column: pd.Series, kind: Kind) -> pd.Series:
    """Return a column in the type of its kind: itself where it has it, for astype takes long to find that out."""
    wanted = _dtype(kind)
    if column.dtype == wanted:
        return column
    return (pd.to_datetime(column, utc=True) if kind == "time" else column).astype(wanted)


@cache
def _dtype(kind: Kind) -> np.dtype[Any] | pd.api.extensions.ExtensionDtype:
    """Return pandas' type itself, which is compared quicker than its name."""
    return pd.api.types.pandas_dtype(_DTYPES[kind])
