"""Runs of five words as numbers, for finding shared text.

Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences, 1997.
"""

import hashlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from analysis.tokens import words_of

WORDS = 5
"""Words in a shingle: a run this long is seldom shared by chance, and one changed word breaks only five of them."""

Shingles = NDArray[np.uint64]
"""The distinct shingles of a text as 64-bit hashes, sorted. Two different runs fall together once in 10^19."""

_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64
)


def shingles(text: str) -> Shingles:
    """Return the shingles of a text, case and kind of apostrophe apart; none where it has fewer than five words."""
    words = np.array([_hashed(word) for word in words_of(text)], np.uint64)
    count = len(words) - WORDS + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for place in range(WORDS):
        mixed += words[place : place + count] * _MULTIPLIERS[place]  # modulo 2^64, which is meant
    return np.unique(mixed)


def shared(one: Shingles, other: Shingles) -> int:
    """Return how many shingles two texts have in common."""
    return len(np.intersect1d(one, other, assume_unique=True))


@lru_cache(maxsize=1 << 18)
def _hashed(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
