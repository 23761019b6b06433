"""Columns of tables that a person names on the command line: `--map text=BODY`."""

from collections.abc import Sequence

from sources.errors import InputError
from sources.readers.tables import columns

FIELDS = tuple(columns.FIELDS)
"""What a column may hold: the text, and the fields of `Page`."""


def columns_of(named: Sequence[str]) -> dict[str, str]:
    """Return {field: column} of texts like "text=BODY".

    Raises InputError, which names the valid fields, for an unknown field, a missing part, or a field named twice.
    """
    chosen: dict[str, str] = {}
    for text in named:
        field, sign, column = text.partition("=")
        field, column = field.strip().casefold(), column.strip()
        if not sign or not field or not column:
            raise InputError(f"--map {text}: write it as FIELD=COLUMN, e.g. text=BODY; the fields are {_LISTED}")
        if field not in FIELDS:
            raise InputError(f"--map {text}: there is no field {field!r}; the fields are {_LISTED}")
        if field in chosen:
            raise InputError(f"--map {text}: {field} is {chosen[field]!r} already; name one column a field")
        chosen[field] = column
    return chosen


_LISTED = ", ".join(FIELDS)
