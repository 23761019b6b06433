"""How common terms are in news at large, for libraries too small to tell by themselves."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from analysis.wordlists import rows


class Background(NamedTuple):
    """Document frequencies in a background collection; origin and licence stand in `lexicons/background.toml`."""

    documents: int
    """Number of documents it was counted in."""

    frequencies: dict[str, int]
    """Stemmed term (one stem, or two joined by a space) -> number of documents that hold it; rare ones are left out."""

    least: int
    """Terms in fewer documents than this are left out."""


@cache
def background() -> Background:
    """Return the shipped table, read on first use."""
    about = tomllib.loads(files("analysis").joinpath("lexicons", "background.toml").read_text("utf-8"))
    counted = {term: int(documents) for term, documents in rows("background")}
    return Background(documents=int(about["documents"]), frequencies=counted, least=int(about["least"]))
