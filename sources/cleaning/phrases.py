"""The phrases of page furniture (phrases.tsv), matched against one line."""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LONGEST = 1200
"""Characters in the longest line that a phrase may cut."""

_OPENING = re.compile(r"\W*?(\w+|\W\Z|[©←])")
_QUOTES = re.compile('[“”"«»]')
_OUTSIDE = " \t:|»«›‹→←▸▾▼▲►⇒>•·–—-+*…"
"""What may stand around a whole-line phrase without making it another line."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The phrases of one rule with the same place and the same limit."""

    words: int
    pattern: re.Pattern[str]
    quoted: bool
    """Whether a line with quotation marks may match."""

    openings: frozenset[str]
    """First words of the phrases that must open the line; empty when any line may match."""

    pieces: tuple[str, ...]
    """Longest fixed piece of each phrase that may stand later in the line: without one of them nothing can match."""


@dataclass(frozen=True, slots=True)
class _Rule:
    whole: frozenset[str]
    groups: tuple[_Group, ...]


def cut_by(rule: str, text: str) -> bool:
    """Return whether a phrase of `rule` takes the line `text`.

    A line longer, in words, than the phrase's limit is prose that mentions it and is left alone; so is a line with
    quotation marks for a phrase that may stand anywhere (somebody is being quoted).
    """
    phrases = _rules()[rule]
    if len(text) > LONGEST:
        return False
    if len(text) <= 60 and folded(text) in phrases.whole:
        return True
    words, plain, opening = _looked_up(text)
    return any(_matches(group, text, words, plain, opening) for group in phrases.groups)


def _matches(group: _Group, text: str, words: int, plain: str, opening: str) -> bool:
    if words > group.words or (group.openings and opening not in group.openings):
        return False
    if group.pieces and not any(piece in plain for piece in group.pieces):
        return False
    if not group.quoted and _QUOTES.search(text):
        return False
    return group.pattern.search(text) is not None


@lru_cache(maxsize=64)
def _looked_up(text: str) -> tuple[int, str, str]:
    """Return a line's number of words, its plain form, and its first word (or sign)."""
    plain = text.replace("’", "'").casefold()
    return text.count(" ") + 1, plain, _opening(plain)


def _opening(plain: str) -> str:
    first = _OPENING.match(plain)
    return first[1] if first else ""


def rules_with_phrases() -> tuple[str, ...]:
    """Return the names of the rules that have phrases, in file order."""
    return tuple(_rules())


def folded(text: str) -> str:
    """Return a line as whole lines are compared: lower case, straight apostrophes, # for numbers, bare at both ends."""
    return _NUMBER.sub("#", text.replace("’", "'").casefold()).strip(_OUTSIDE)


@cache
def _rules() -> dict[str, _Rule]:
    rows: dict[str, list[tuple[str, int, str]]] = {}
    with (files("sources") / "cleaning" / "phrases.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows.setdefault(row["rule"], []).append((row["where"], int(row["words"]), row["phrase"]))
    return {rule: _compiled(found) for rule, found in rows.items()}


def _compiled(rows: list[tuple[str, int, str]]) -> _Rule:
    groups: dict[tuple[str, int], list[str]] = {}
    for where, words, phrase in rows:
        if where != "whole":
            groups.setdefault((where, words), []).append(phrase)
    return _Rule(
        whole=frozenset(folded(phrase) for where, _, phrase in rows if where == "whole"),
        groups=tuple(_grouped(where, words, phrases) for (where, words), phrases in groups.items()),
    )


def _grouped(where: str, words: int, phrases: list[str]) -> _Group:
    plain = [phrase.replace("’", "'").casefold() for phrase in phrases]
    either = "|".join(sorted(map(_pattern, phrases), key=len, reverse=True))
    forms = {
        "start": rf"\A[^\w\"“”‘«]{{0,3}}(?:{either})",
        "end": rf"(?:{either})[\s)\]|©*]*\Z",
        "within": rf"(?:{either})",
    }
    openings = frozenset(_opening(phrase) for phrase in plain) if where == "start" else frozenset()
    return _Group(
        words=words,
        pattern=re.compile(forms[where], re.IGNORECASE),
        quoted=where != "within",
        openings=openings if all(phrase[0] not in "#*" for phrase in plain) else frozenset(),
        pieces=() if where == "start" else tuple(max(re.split(r"[#*]", phrase), key=len).strip() for phrase in plain),
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
