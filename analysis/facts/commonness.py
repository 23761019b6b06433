"""How often news sentences hold a term: what everybody writes tells little about one fact."""

import tomllib
from functools import cache
from importlib.resources import files
from math import log

from analysis import wordlists


def rarity(term: str) -> float:
    """Return how telling a term is in news at large, 0 (in every second sentence) to 1 (never seen).

    The logarithm of the share of sentences that hold it, in the collection named in `lexicons/commonness.toml`.
    """
    sentences, counted = _table()
    share = (counted.get(term, 0) + 0.5) / sentences
    return min(1.0, max(0.0, log(0.5 / share) / log(sentences)))


@cache
def _table() -> tuple[int, dict[str, int]]:
    about = tomllib.loads(files("analysis").joinpath("lexicons", "commonness.toml").read_text("utf-8"))
    return int(about["sentences"]), {term: int(count) for term, count in wordlists.rows("commonness")}
