"""The phrases of page furniture (phrases.tsv), matched against one line."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OUTSIDE = " \t:|»«›‹→←▸▾▼▲►⇒>•·–—-+*…"
"""What may stand around a whole-line phrase without making it another line."""


@dataclass(frozen=True, slots=True)
class _Rule:
    whole: frozenset[str]
    parts: tuple[tuple[int, re.Pattern[str]], ...]


def cut_by(rule: str, text: str) -> bool:
    """Return whether a phrase of `rule` takes the line `text`.

    A line longer, in words, than the phrase's limit is prose that mentions it and is left alone; so is a line that
    holds quotation marks for a phrase that may stand anywhere (somebody is being quoted).
    """
    phrases = _rules()[rule]
    if len(text) <= 60 and folded(text) in phrases.whole:
        return True
    words = text.count(" ") + 1
    return any(words <= most and pattern.search(text) for most, pattern in phrases.parts)


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
            groups.setdefault((where, words), []).append(_pattern(phrase))
    return _Rule(
        whole=frozenset(folded(phrase) for where, _, phrase in rows if where == "whole"),
        parts=tuple((words, _joined(where, patterns)) for (where, words), patterns in groups.items()),
    )


def _joined(where: str, patterns: list[str]) -> re.Pattern[str]:
    either = "|".join(sorted(patterns, key=len, reverse=True))
    if where == "start":
        return re.compile(rf"\A[^\w\"“”‘«]{{0,3}}(?:{either})", re.IGNORECASE)
    if where == "end":
        return re.compile(rf"(?:{either})[\s)\]|©*]*\Z", re.IGNORECASE)
    return re.compile(rf"\A(?!.*[“”\"«»]).*?(?:{either})", re.IGNORECASE)


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
