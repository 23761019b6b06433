"""The phrases of page furniture (phrases.tsv), matched against one line."""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LONGEST = 1200
"""Characters in the longest line that a phrase may cut."""

RECENT = 8192
"""Lines of which it is remembered what takes them: menus stand on every page of an outlet."""

_OPENING = re.compile(r"\W*?(\w+|\W\Z|[©←])")
_QUOTES = re.compile('[“”"«»]')
_OUTSIDE = " \t:|»«›‹→←▸▾▼▲►⇒>•·–—-+*…"
"""What may stand around a whole-line phrase without making it another line."""

_ANY = ""
"""The opening of phrases that begin with a number or any word: it is tried on every line."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases of one rule with one limit, as one pattern."""

    rule: str
    words: int
    """The longest line that they cut."""

    pattern: re.Pattern[str]
    quoted: bool = True
    """Whether a line with quotation marks may match."""


@dataclass(frozen=True, slots=True)
class _Table:
    whole: dict[str, frozenset[str]]
    """Folded line -> the rules that take it."""

    starts: dict[str, tuple[_Phrases, ...]]
    """First word of a line -> the phrases that begin so."""

    pieces: "AhoCorasick"
    """Finds the longest fixed pieces of the phrases that may stand later in the line, all in one pass."""

    later: tuple[tuple[_Phrases, ...], ...]
    """The phrases that each piece is of."""


def cut_by(rule: str, text: str) -> bool:
    """Return whether a phrase of `rule` takes the line `text`.

    A line longer, in words, than the phrase's limit is prose that mentions it and is left alone; so is a line with
    quotation marks for a phrase that may stand anywhere (somebody is being quoted).
    """
    return rule in phrase_rules(text)


def phrase_rules(text: str) -> frozenset[str]:
    """Return the names of the rules of which a phrase takes the line."""
    return _taken(text) if len(text) <= LONGEST else frozenset()


@lru_cache(maxsize=RECENT)
def _taken(text: str) -> frozenset[str]:
    table, words = _table(), text.count(" ") + 1
    plain = text.replace("’", "'").casefold()
    found = table.whole.get(_folded(plain), frozenset()) if len(text) <= 60 else frozenset()
    quoted = _QUOTES.search(text) is not None
    near = [*table.starts.get(opening_of(text), ()), *table.starts.get(_ANY, ())]
    for piece in {piece for piece, _, _ in table.pieces.find_matches_as_indexes(plain, overlapping=True)}:
        near += table.later[piece]
    for each in near:
        asked = words <= each.words and each.rule not in found and (each.quoted or not quoted)
        if asked and each.pattern.search(text):
            found |= {each.rule}
    return found


@lru_cache(maxsize=64)
def opening_of(text: str) -> str:
    """Return the first word (or sign) of a line in lower case; "" when it has none."""
    first = _OPENING.match(text.casefold())
    return first[1] if first else ""


@cache
def rules_with_phrases() -> tuple[str, ...]:
    """Return the names of the rules that have phrases, in file order."""
    return tuple(dict.fromkeys(row["rule"] for row in _rows()))


def folded(text: str) -> str:
    """Return a line as whole lines are compared: lower case, straight apostrophes, # for numbers, bare at both ends."""
    return _folded(text.replace("’", "'").casefold())


def _folded(plain: str) -> str:
    return (plain if plain.isalpha() else _NUMBER.sub("#", plain)).strip(_OUTSIDE)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (files("sources") / "cleaning" / "phrases.tsv").open(encoding="utf-8") as stream:
        return tuple(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _table() -> _Table:
    from ahocorasick_rs import AhoCorasick

    whole: dict[str, frozenset[str]] = {}
    starts: dict[tuple[str, str, int], list[str]] = {}
    later: dict[str, list[_Phrases]] = {}
    for row in _rows():
        rule, words, phrase = row["rule"], int(row["words"]), row["phrase"]
        plain = phrase.replace("’", "'").casefold()
        if row["where"] == "whole":
            whole[folded(phrase)] = whole.get(folded(phrase), frozenset()) | {rule}
        elif row["where"] == "start":
            opening = _ANY if plain[0] in "#*" else opening_of(plain)
            starts.setdefault((opening, rule, words), []).append(_pattern(phrase))
        else:
            piece = max(re.split(r"[#*]", plain), key=len).strip()
            form = rf"{_pattern(phrase)}[\s)\]|©*]*\Z" if row["where"] == "end" else _pattern(phrase)
            compiled = re.compile(form, re.IGNORECASE)
            later.setdefault(piece, []).append(_Phrases(rule, words, compiled, quoted=row["where"] == "end"))
    grouped: dict[str, list[_Phrases]] = {}
    for (opening, rule, words), patterns in starts.items():
        either = "|".join(sorted(patterns, key=len, reverse=True))
        pattern = re.compile(rf"\A[^\w\"“”‘«]{{0,3}}(?:{either})", re.IGNORECASE)
        grouped.setdefault(opening, []).append(_Phrases(rule, words, pattern))
    return _Table(
        whole=whole,
        starts={opening: tuple(found) for opening, found in grouped.items()},
        pieces=AhoCorasick(list(later)),
        later=tuple(map(tuple, later.values())),
    )


def _pattern(phrase: str) -> str:
    pattern = re.escape(phrase.replace("’", "'")).replace(r"\ ", r"\s+").replace("'", "['’]")
    pattern = pattern.replace(r"\#", r"\d[\d.,]*").replace(r"\*", r"\S+")
    left = r"(?<!\w)" if phrase[0].isalnum() or phrase[0] in "#*" else ""
    right = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] in "#*" else ""
    return left + pattern + right


@cache
def promotional_words() -> frozenset[str]:
    """Return the words of praise and offer that pitches use, in lower case."""
    with (files("sources") / "cleaning" / "promotional.tsv").open(encoding="utf-8") as stream:
        return frozenset(row["word"] for row in csv.DictReader(stream, delimiter="\t"))
