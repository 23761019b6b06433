"""What a name adds to what a sentence tells: its words, and what else a body is called."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from analysis import wordlists
from analysis.facts.names import Name, place_forms
from analysis.facts.stems import stem
from analysis.facts.telling import WORD

Adder = Callable[[str, float, int, int], None]
"""Notes a term: (term, weight, first word, one past the last word)."""

OTHER_NAME = 0.8
"""Weight of what else a body is called; it may be shared, but need not."""

_INITIALS = 3
"""Words with a capital from which a body may go by their first letters."""

_CALLED = frozenset({"body", "unknown"})
"""Kinds of names that may go by other words."""


def add_name(name: Name, covered: list[int], words: list[str], stems: list[str], add: Adder) -> None:
    """Note the terms of a name; `covered` are the words that it is made of."""
    if not covered or name.kind == "place":
        return
    first, last = covered[0], covered[-1] + 1
    if name.kind == "body" or (name.kind == "unknown" and " " in name.text):
        for index in covered:
            if words[index].lower() not in wordlists.column("fact_stopwords") and words[index] not in place_forms():
                add(f"{WORD}:{stems[index]}", 1.0, index, index + 1)
    if name.kind in {"person", "unknown"} and (name.kind == "person" or " " not in name.key):
        add(f"{WORD}:{stem(name.key.split()[-1].lower())}", 1.0, first, last)


def other_names(name: Name) -> tuple[str, ...]:
    """Return the terms of what else a body is called: its full name for "GOP", its initials for a long name."""
    return _called(name.text) if name.kind in _CALLED else ()


@lru_cache(1 << 12)
def _called(text: str) -> tuple[str, ...]:
    full = wordlists.body_names().get(text.lower())
    if full is not None:
        return tuple(
            f"{WORD}:{stem(word)}" for word in full.lower().split() if word not in wordlists.column("fact_stopwords")
        )
    initials = "".join(word[0] for word in re.split(r"[\s-]+", text) if word[0].isupper())
    return (f"{WORD}:{stem(initials.lower())}",) if len(initials) >= _INITIALS else ()


@cache
def title_terms() -> frozenset[str]:
    """Return the terms that may be words of an office."""
    return frozenset(f"{WORD}:{stem(word)}" for row in wordlists.rows("titles") for word in row[0].split())
