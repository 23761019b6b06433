"""Articles in which outlets or people have other names, of the same shape, so that nothing but the name changes."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import wordlists
from analysis.evaluation.rewritten.edits import edited
from analysis.facts.names import name_spans
from analysis.reading.sentences import sentence_spans
from analysis.words.syllables import syllables
from sources.article import Article
from sources.outlets import load_outlets

Shape = tuple[object, ...]

_PEOPLE: Mapping[str, tuple[str, str]] = {
    "she": ("Nora Marlin", "Lena Harlin"),
    "he": ("Peter Marlin", "Simon Harlin"),
    "": ("Ruven Marlin", "Tolen Harlin"),
}
"""Two invented people by the pronoun that goes with their first names, "" where either does."""

_INVENTED: Mapping[int, str] = {1: "Gorm", 2: "Harlow", 3: "Ottaway", 4: "Talavera"}
"""Invented words for names of outlets, by their syllables."""

_NAMED_LIKE_ONE = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+")


def renamed(article: Article, names: Mapping[str, str]) -> Article:
    """Return the article with these names in place of others, whole words only, the longest first."""
    if not names:
        return article
    pattern = _any_of(tuple(names))
    edits = [(*found.span(), names[found.group()]) for found in pattern.finditer(article.text)]
    title = article.title and pattern.sub(lambda found: names[found.group()], article.title)
    return edited(article, edits, title=title)


def other_outlets(article: Article) -> dict[str, str]:
    """Return for each outlet that the article names another outlet's name of the same shape, which it does not have.

    The shape is the number of words, the syllables and capitals of each, and what the outlet is called in small letters
    ("the", "of"). Where no listed outlet has that shape, the name is invented. One word in small letters but the first
    ("Time") may mean something else, and is left alone.
    """
    whole = f"{article.title or ''}\n{article.text}"
    named = sorted({found.group() for found in _any_of(tuple(_outlet_names())).finditer(whole)})
    taken = set(named)
    others: dict[str, str] = {}
    for name in named:
        alike = (other for other in _of_shape().get(_shape(name), ()) if other not in taken and other not in whole)
        other = next(alike, None) or _invented(name)
        if other is not None:
            taken.add(other)
            others[name] = other
    return others


def _invented(name: str) -> str | None:
    """Return an invented name of this shape; None where a word has more syllables than the invented ones have."""
    words = [
        word
        if word.islower() or word == "The"
        else ""
        if word.isupper()
        else _INVENTED.get(syllables(word.lower()), "")
        for word in name.split()
    ]
    return " ".join(words) if all(words) and len(set(words)) == len(words) else None


class Exchange(NamedTuple):
    """Two people of an article with invented names."""

    first: Mapping[str, str]
    """Their names -> the invented ones."""

    second: Mapping[str, str]
    """Their names -> the invented ones, each with the other's."""

    between: Mapping[str, str]
    """The invented names -> those of the other."""


def two_people(article: Article) -> Exchange | None:
    """Return renamings of the two people named most: with invented names, and with these exchanged.

    They keep the pronoun where it is the same for the two. None where the article does not name two people by first and
    last name.
    """
    found = name_spans(article.text, [(start, end) for start, end, _ in sentence_spans(article.text, article.headings)])
    often = Counter(name.key for name in found if name.kind == "person" or _first_name(name.key))
    people = [name for name, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))]
    people = [name for name in people if _NAMED_LIKE_ONE.fullmatch(name)]
    for second in people[1:]:
        parts = [*people[0].split(), *second.split()]
        if len(set(parts)) == len(parts):
            break
    else:
        return None
    told = {_pronoun(people[0]), _pronoun(second)}
    first_new, second_new = _PEOPLE[told.pop() if len(told) == 1 else ""]
    if any(part in article.text for part in (*first_new.split(), *second_new.split())):
        return None
    return Exchange(
        first={**_parts(people[0], first_new), **_parts(second, second_new)},
        second={**_parts(people[0], second_new), **_parts(second, first_new)},
        between={**_parts(first_new, second_new), **_parts(second_new, first_new)},
    )


def _parts(name: str, new: str) -> dict[str, str]:
    return dict(zip(name.split(), new.split(), strict=True))


def _first_name(name: str) -> bool:
    return name.split()[0].lower() in _pronouns()


def _pronoun(name: str) -> str:
    return _pronouns().get(name.split()[0].lower(), "")


@cache
def _pronouns() -> dict[str, str]:
    return {row[0]: row[1] for row in wordlists.rows("first_names")}


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


@cache
def _outlet_names() -> frozenset[str]:
    names = {name for outlet in load_outlets().all for name in outlet.names}
    return frozenset(name for name in names if " " in name or sum(map(str.isupper, name)) > 1)


@cache
def _of_shape() -> Mapping[Shape, list[str]]:
    found: dict[Shape, list[str]] = {}
    for name in sorted(_outlet_names()):
        found.setdefault(_shape(name), []).append(name)
    return found


def _shape(name: str) -> Shape:
    return tuple(map(_shape_of_word, name.split()))


def _shape_of_word(word: str) -> object:
    """Return a small word itself, else its capitals and syllables; of an abbreviation its length too."""
    if word.islower() or word == "The":
        return word
    return (len(word) if word.isupper() else 0, word[0].isupper(), syllables(word.lower()))
