"""Names of countries for people, by their two-letter code (ISO 3166-1), from country_names.tsv."""

from functools import cache
from pathlib import Path


def country(code: str) -> str:
    """Return the usual English name of a country, or its code where the list has none; XX is an invented country."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    lines = Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)
