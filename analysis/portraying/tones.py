"""What word lists say of a single word: its tone about somebody, and its valence."""

from functools import cache, lru_cache

from analysis import wordlists
from analysis.facts.stems import Stemmed, stem
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
        value = _valence(root) if len(word) >= _SHORTEST_STEMMED else 0.0
    step = round(abs(value) / _UNIT)
    valence = (f"{'good' if value > 0 else 'bad'} {step}",) if step else ()
    return (*_tones_of(root), *valence)


@cache
def _tones() -> tuple[Stemmed, dict[str, list[int]], list[str]]:
    """Return the words with tones, the number of each one's tones, and the tones."""
    found: dict[str, list[int]] = {}
    rows = wordlists.rows("tones")
    for number, (_, words) in enumerate(rows):
        for word in words.split():
            found.setdefault(word, []).append(number)
    return Stemmed(found), found, [tone for tone, _ in rows]


def _tones_of(root: str) -> tuple[str, ...]:
    """Return the tones of the listed words with a stem, in the order of the list."""
    listed, numbers, tones = _tones()
    words = listed.having(root)
    if not words:
        return ()
    return tuple(dict.fromkeys(tones[number] for number in sorted({n for word in words for n in numbers[word]})))


def _valence(root: str) -> float:
    """Return the mean valence of the listed words with a stem, 0 where there is none."""
    values = [lists().lexicon[word] for word in _words_with_valence().having(root)]
    return sum(values) / len(values) if values else 0.0


@cache
def _words_with_valence() -> Stemmed:
    return Stemmed(word for word in lists().lexicon if len(word) >= _SHORTEST_STEMMED and word.isalpha())
