"""What word lists say of a single word: its tone about somebody, and its valence."""

from functools import cache, lru_cache

from analysis import wordlists
from analysis.facts.stems import stem
from analysis.words.vader_words import lists

FAVOURABLE = frozenset({"praise", "virtue", "success", "help", "joy"})
"""The tones of `lexicons/tones.tsv` that speak well of somebody; all others speak ill."""

_SHORTEST_STEMMED = 4
_UNIT = 1.5
"""Valences are counted in steps of this size."""


@lru_cache(1 << 17)
def tones_of(word: str) -> tuple[str, ...]:
    """Return the tones of a word by its stem, and its valence in steps ("good 2", "bad 1"); () where no list has it."""
    root = stem(word) if word.isalpha() else word
    value = lists().lexicon.get(word)
    if value is None:
        value = _valences().get(root, 0.0) if len(word) >= _SHORTEST_STEMMED else 0.0
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


@cache
def _valences() -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for word, value in lists().lexicon.items():
        if word.isalpha() and len(word) >= _SHORTEST_STEMMED:
            found.setdefault(stem(word), []).append(value)
    return {word: sum(values) / len(values) for word, values in found.items()}
