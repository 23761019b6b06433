"""Runs of five words as numbers, for finding shared text.

Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences, 1997.
"""

import hashlib
import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

WORDS = 5
"""Words in a shingle: a run this long is seldom shared by chance, and one changed word breaks only five of them."""

Shingles = NDArray[np.uint64]
"""The distinct shingles of a text as 64-bit hashes, sorted. Two different runs fall together once in 10^19."""

_WORD = re.compile(r"[^\W_]+")
_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64
)
_MOST_WORDS = 1_000_000


def shingles(text: str) -> Shingles:
    """Return the shingles of a text, whatever its case and marks; none where it has fewer than five words.

    Here a word is a run of letters and digits, so that "don't" is two whichever apostrophe a page uses.
    """
    known = _hashes()
    if len(known) > _MOST_WORDS:
        known.clear()
    found = _WORD.findall(text.lower())
    words = np.fromiter(map(known.__getitem__, found), np.uint64, len(found))
    count = len(words) - WORDS + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for place in range(WORDS):
        mixed += words[place : place + count] * _MULTIPLIERS[place]  # modulo 2^64, which is meant
    return distinct(mixed)


def distinct(hashes: Shingles) -> Shingles:
    """Return the distinct hashes, sorted."""
    ordered = np.sort(hashes)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def shared(one: Shingles, other: Shingles) -> int:
    """Return how many shingles two texts have in common."""
    return len(np.intersect1d(one, other, assume_unique=True))


class _Hashes(dict[str, int]):
    """The hash of each word seen: the same in every run and on every machine."""

    def __missing__(self, word: str) -> int:
        self[word] = made = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
        return made


@cache
def _hashes() -> _Hashes:
    return _Hashes()
