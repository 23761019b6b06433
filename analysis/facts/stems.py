"""Stems: one form for the inflected forms of a word, so that "restrictions" meets "restricted"."""

import re
from collections.abc import Iterable
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
"""One vowel between consonants: "trad", "plan"; an e after it tells another word ("trade", "plane")."""
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "news": "news", "lives": "life"}
_STEMS_OF_IRREGULAR = frozenset(_IRREGULAR.values())
_BEGINNING = 3
"""Letters that a word shares with its stem, but for the cases in `Stemmed.having`."""

_CHANGED = 2
"""Letters at the end of a stem that its words may have otherwise: "criticis" of "criticize", "deni" of "denying"."""

_DERIVED = (
    ("isation", "is"), ("ization", "is"), ("ication", "ic"), ("ation", "at"), ("ition", "it"), ("ction", "ct"),
    ("ssion", "ss"), ("tion", "t"), ("sion", "s"), ("iveness", "iv"), ("fulness", "ful"), ("ments", ""), ("ment", ""),
    ("ness", ""), ("ally", "al"), ("ily", "i"), ("ly", ""),
)  # fmt: skip
_ENDINGS = tuple(ending for ending, _ in _DERIVED)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a lower-case word: plural, -ed, -ing, -ly and common endings of nouns of action removed.

    A light suffix stripper in the manner of Porter (1980): it joins forms that news writers exchange freely and
    leaves short words alone. Stems are for comparing only, never for showing.
    """
    if word.endswith(("'s", "s'")):
        word = word[:-2] if word.endswith("'s") else word[:-1]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4:
        return word
    return _bare(_derived(_inflected(word)))


class Stemmed:
    """Words of a list by their stem. Only those are stemmed that begin as the stem asked for does."""

    def __init__(self, words: Iterable[str]) -> None:
        self._begun: dict[str, list[str]] = {}
        for word in words:
            self._begun.setdefault(word[:_BEGINNING], []).append(word)

    def having(self, root: str) -> list[str]:
        """Return the words of the list whose stem this is; none for an empty one."""
        if len(root) > _BEGINNING and root not in _STEMS_OF_IRREGULAR:  # most are
            shared = root[:-_CHANGED]
            alike = self._begun.get(root[:_BEGINNING], ())
            return [word for word in alike if word.startswith(shared) and stem(word) == root]
        if not root:
            return []
        beginnings = {root[:_BEGINNING]: None}
        if len(root) < _BEGINNING:  # "he’s", "axes", "ills"
            beginnings |= {f"{root}{ending}"[:_BEGINNING]: None for ending in ("'s", "s'", "es", "l")}
        elif len(root) == _BEGINNING and root[-1] == "y":
            beginnings[f"{root[:-1]}i"] = None  # "try", "tries"
        if root in _STEMS_OF_IRREGULAR:
            beginnings |= {word[:_BEGINNING]: None for word, other in _IRREGULAR.items() if other == root}
        return [word for beginning in beginnings for word in self._begun.get(beginning, ()) if stem(word) == root]


def _inflected(word: str) -> str:
    if word[-1] == "s":
        if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
            word = word[:-2]
        elif word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    if word[-1] not in "dg":
        return word
    if word.endswith("eed"):
        return word[:-1] if len(word) > 5 else word
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2 and _VOWEL.search(root):
            if root.endswith("i"):
                return root[:-1] + "y"
            if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
                return root[:-1]
            return root + "e" if _SHORT.fullmatch(root) else root
    return word


def _derived(word: str) -> str:
    if not word.endswith(_ENDINGS):
        return word
    for ending, kept in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: len(word) - len(ending)] + kept
    return word


def _bare(word: str) -> str:
    if word[-1] not in "lezy":
        return word
    if word.endswith("ll"):
        word = word[:-1]
    if word.endswith("e") and len(word) > 3 and not _SHORT.fullmatch(word[:-1]):
        word = word[:-1]
    if word.endswith("iz"):
        word = word[:-2] + "is"
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word
