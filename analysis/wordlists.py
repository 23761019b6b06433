"""Reading the tab-separated word lists in `analysis/lexicons`, each once."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `lexicons/NAME.tsv` without its header line; empty fields are "".

    Raises FileNotFoundError where there is no such list.
    """
    return tuple([tuple(line.split("\t")) for line in text(name).splitlines()[1:] if line and not line.isspace()])


def text(name: str) -> str:
    """Return `lexicons/NAME.tsv` as it is. Raises FileNotFoundError where there is no such list."""
    return files("analysis").joinpath("lexicons", f"{name}.tsv").read_text(encoding="utf-8")


@cache
def column(name: str, number: int = 0, *, kind: str | None = None) -> frozenset[str]:
    """Return the entries of column `number` of a list; with `kind`, only of rows whose second column is that."""
    return frozenset(row[number] for row in rows(name) if kind is None or row[1] == kind)
