"""Two names for the holder of one office: misspelt, or another person."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from analysis.facts.names import Name

ALIKE = 0.6
"""Likeness of two first names that may be one, misspelt."""

_OFFICES = frozenset(
    "minister secretary president premier chancellor captain mayor governor director chairman chairwoman chief"
    " speaker leader commissioner chair executive".split()
)

Held = tuple[Sequence[Name], frozenset[str]]
"""The names on a page that stand with an office, and all its names as they are compared."""


def holders(a: Sequence[Name], b: Sequence[Name], mine: Held, theirs: Held) -> Iterator[tuple[str, str]]:
    """Yield who holds an office here and there, by the names of two sentences and of their pages.

    Both sentences have somebody in it, or the other page has somebody of the same surname.
    """
    first, second = titled(a), titled(b)
    seen: set[tuple[str, str]] = set()
    for here, there, spelling_only in ((first, second, False), (first, theirs[0], True), (mine[0], second, True)):
        for x in here:
            for y in there:
                if x.title.split()[-1] != y.title.split()[-1] or x.key in theirs[1] or y.key in mine[1]:
                    continue
                if (x.key, y.key) in seen or not (_misspelt(x.key, y.key) or (not spelling_only and _rivals(x, y))):
                    continue
                seen.add((x.key, y.key))
                yield x.key, y.key


def _misspelt(x: str, y: str) -> bool:
    """Return whether two full names share the surname and nearly the first name: Ines and Irene Tolland."""
    first, second = x.split(), y.split()
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1] or first[0] == second[0]:
        return False
    short = min(len(first[0].rstrip(".")), len(second[0].rstrip("."))) < 3
    pet = first[0][:2] == second[0][:2]  # Joe for Joseph
    return not short and not pet and SequenceMatcher(None, first[0].lower(), second[0].lower()).ratio() >= ALIKE


def _rivals(x: Name, y: Name) -> bool:
    """Return whether two names stand for one office that only one person holds ("prime minister")."""
    return x.title == y.title and " " in x.title and x.key.split()[-1] != y.key.split()[-1]


def titled(names: Sequence[Name]) -> list[Name]:
    """Return the names that stand with an office."""
    return [n for n in names if n.title and n.title.split()[-1] in _OFFICES and "former" not in n.title]
