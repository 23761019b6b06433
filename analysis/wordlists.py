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


@cache
def title_words() -> frozenset[str]:
    """Return the last words of titles and offices ("minister"), in lower case."""
    return frozenset(row[0].split()[-1] for row in rows("titles")) - {"state"}


@cache
def body_words() -> frozenset[str]:
    """Return the words that make a name that of a body ("council"), in lower case."""
    return column("body_words")


@cache
def body_names() -> dict[str, str]:
    """Return the full name of a body by each of its names, in lower case ("gop")."""
    return {form: row[0] for row in rows("body_names") for form in row[1].split(", ")}


@cache
def place_names() -> dict[str, str]:
    """Return the name of a place by each form it takes in news, as written ("Beijing": "china")."""
    return {form: row[0] for row in rows("places") for form in row[2].split(", ")}
