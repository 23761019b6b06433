"""What word lists say of a single word: its tone about somebody, and its valence."""

from functools import cache, lru_cache

from analysis import wordlists
from analysis.facts.stems import stem
from analysis.words.vader_words import lists

FAVOURABLE = frozenset({"praise", "virtue", "success", "help", "joy"})
"""The tones of `lexicons/tones.tsv` that speak well of somebody; all others speak ill."""

_SHORTEST_STEMMED = 4
_BEGINNING = 3
"""Letters that a word shares with its stem."""

_UNIT = 1.5
"""Valences are counted in steps of this size."""


@lru_cache(1 << 17)
def tones_of(word: str) -> tuple[str, ...]:
    """Return the tones of a word by its stem, and its valence in steps ("good 2", "bad 1"); () where no list has it."""
    root = stem(word) if word.isalpha() else word
    value = lists().lexicon.get(word)
    if value is None:
        value = _valence(root) if len(word) >= _SHORTEST_STEMMED else 0.0
    step = round(abs(value) / _UNIT)
    valence = (f"{'good' if value > 0 else 'bad'} {step}",) if step else ()
    return (*_tones().get(root, ()), *valence)


@cache
def _tones() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for tone, words in wordlists.rows("tones"):
        for word in words.split():
            found.setdefault(stem(word), {})[tone] = None
    return {word: tuple(tones) for word, tones in found.items()}


def _valence(root: str) -> float:
    """Return the mean valence of the listed words with a stem, 0 where there is none."""
    beginnings = [root[:_BEGINNING]]
    if len(root) == _BEGINNING and root[-1] == "y":
        beginnings.append(f"{root[:-1]}i")  # "try", "tries"
    if len(root) < _BEGINNING:
        beginnings = [beginning for beginning in _beginning() if beginning.startswith(root)]  # "il", "ills"
    values = [value for beginning in beginnings for value in _valences(beginning).get(root, ())]
    return sum(values) / len(values) if values else 0.0


@cache
def _valences(beginning: str) -> dict[str, list[float]]:
    """Return the valences of the listed words with a beginning, by stem: most beginnings are in no text."""
    found: dict[str, list[float]] = {}
    for word, value in _beginning().get(beginning, ()):
        found.setdefault(stem(word), []).append(value)
    return found


@cache
def _beginning() -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for word, value in lists().lexicon.items():
        if len(word) >= _SHORTEST_STEMMED and word.isalpha():
            found.setdefault(word[:_BEGINNING], []).append((word, value))
    return found
