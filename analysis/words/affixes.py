"""Loaded wording made by word formation: "Nixonesque", "scaremonger", "scandal-ridden", "uber-liberal"."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.batch import WORD_VOICES, Batch
from analysis.words.context import Context, context_of
from analysis.words.entries import strengths_of
from analysis.words.hits import HITS
from analysis.words.lexicon import source

_HYPHENS = frozenset("-\u2010\u2011")

_SHORTEST = 7
"""Letters of a word that an ending makes loaded, at least."""

PLACES = ("end", "ending", "start", "tail", "name")
"""Where an affix stands. end: at the end of a word that is no name. ending: of names too ("Nixonesque"). start: a word
of its own before a hyphen ("uber-liberal"). tail: after one ("scandal-ridden"). name: after any word, without a capital
("tech bros")."""

_ENDS = frozenset({"end", "ending"})

COLUMNS = ("affix", "place", "category", "strength", "least", "except")


class Affix(NamedTuple):
    """One line of `lexicons/loaded/affixes.tsv`."""

    forms: tuple[str, ...]
    place: str
    category: str
    strength: int
    least: int
    """Letters of the word before it, at least (place end)."""
    refused: frozenset[str]
    """Ordinary words that end so (place end), or the words beside it that make it ordinary."""


def find_affixes(batch: Batch) -> pd.DataFrame:
    """Return HITS: words that a rule of word formation makes loaded, sorted as `find_hits` sorts.

    Ordinary words with the same ending are listed with each rule; a word that is a name by its capital is none, nor is
    a verb in -gate after a vowel (delegate, investigate). Of hits that overlap, the first counts.
    """
    context = context_of(batch)
    types = context.types
    known = np.fromiter((_rule_of(word) is not None for word in types), dtype=bool, count=len(types))
    rows: list[tuple[int, int, Affix]] = []
    free = 0
    for token in np.flatnonzero(known[context.type]).tolist():
        hit = _hit(batch, context, token, types[context.type[token]])
        if hit is not None and hit[0] >= free:
            rows.append(hit)
            free = hit[1] + 1
    return HITS.frame(_row(batch, context, *row) for row in rows)


def _hit(batch: Batch, context: Context, token: int, word: str) -> tuple[int, int, Affix] | None:
    """Return the first and last word of a hit and its rule."""
    rule = _rule_of(word)
    if rule is None:
        return None
    if rule.place == "end":
        return None if context.is_name(token) else (token, token, rule)
    if rule.place == "ending":
        return token, token, rule
    last = token
    for part in next(form for form in rule.forms if form.partition(" ")[0] == word).split(" ")[1:]:
        if context.after(last) != part:
            return None
        last += 1
    if rule.place == "start":
        beside = context.after(last)
        fits = beside and beside not in rule.refused and _hyphen(batch, context, last)
        return (token, last + 1, rule) if fits else None
    beside = context.before(token)
    if not beside or beside in rule.refused or context.capital[token : last + 1].any():
        return None
    return (token - 1, last, rule) if rule.place == "name" or _hyphen(batch, context, token - 1) else None


@lru_cache(maxsize=1 << 16)
def _rule_of(word: str) -> "Affix | None":
    """Return the rule that a word falls under, as far as the word itself tells."""
    rules = _rules()
    if word in rules.words:
        return rules.words[word]
    if len(word) < _SHORTEST:
        return None
    for form, rule in rules.ends:
        if word.endswith(form):
            stem = word[: -len(form)]
            ordinary = word in rule.refused or word.removesuffix("s") in rule.refused
            verb = form.startswith("gate") and stem[-1:] in "aeiou"
            return None if len(stem) < rule.least or ordinary or verb else rule
    return None


def _hyphen(batch: Batch, context: Context, token: int) -> bool:
    """Say whether a hyphen alone stands between a token and the next."""
    words = batch.words
    return words.gaps[words.gap[token + 1]] in _HYPHENS


def _row(batch: Batch, context: Context, first: int, last: int, rule: Affix) -> tuple[object, ...]:
    words = batch.words
    term = " ".join(context.types[number] for number in context.type[first : last + 1].tolist())
    place = (int(words.sentence[first]), int(words.start[first]), int(context.ends[last]))
    article, voice = batch.texts["article"].iloc[words.article[first]], WORD_VOICES[words.voice[first]]
    return (article, *place, rule.category, weight_of(rule.strength), voice, term, first, last)


@cache
def weight_of(strength: int) -> float:
    """Return what loaded wording of a strength weighs."""
    return strengths_of(source("loaded").told)[strength]


class _Rules(NamedTuple):
    ends: tuple[tuple[str, Affix], ...]
    words: Mapping[str, Affix]
    """Rules of words of their own, by their first word."""


@cache
def _rules() -> _Rules:
    rules = read_affixes((files("analysis") / "lexicons" / "loaded" / "affixes.tsv").read_text("utf-8"))
    ends = tuple((form, rule) for rule in rules if rule.place in _ENDS for form in rule.forms)
    words = {form.partition(" ")[0]: rule for rule in rules if rule.place not in _ENDS for form in rule.forms}
    return _Rules(ends, words)


def read_affixes(text: str) -> tuple[Affix, ...]:
    """Return the rules of a table's text. Raises ValueError, naming the line, for a wrong header, place or number."""
    lines = text.splitlines()
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise ValueError(f"affixes.tsv: the first line must be the header {', '.join(COLUMNS)} (tabs between)")
    categories = source("loaded").told["categories"]
    rules = []
    for number, line in enumerate(lines[1:], 2):
        forms, place, category, strength, least, refused = (line.split("\t") + [""] * len(COLUMNS))[: len(COLUMNS)]
        if place not in PLACES:
            raise ValueError(f"affixes.tsv, line {number}: unknown place {place!r}; known: {', '.join(PLACES)}")
        if category not in categories:
            raise ValueError(f"affixes.tsv, line {number}: unknown category {category!r}")
        refusing = frozenset(filter(None, refused.split("|")))
        rules.append(Affix(tuple(forms.split("|")), place, category, int(strength), int(least or 0), refusing))
    return tuple(rules)
