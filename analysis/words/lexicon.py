"""`Lexicon`: words and phrases with categories and weights, read from a TSV beside a TOML in the package."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.reading.tokens import words_of
from analysis.words.inflection import inflect

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

COLUMNS = ("term", "form", "category", "weight", "guard")
"""The columns of every lexicon's TSV."""

GUARDS = ("not_before", "not_after", "only_before", "only_after", "not_with", "name")
"""What may stand in the guard column, as `key=word|word` joined by "; ".

not_before, only_before: the next word. not_after, only_after: the word before. not_with: any word of the same sentence.
"#" is any word with a digit. name=kept: a capital in mid-sentence does not make it a name ("Orwellian").
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon: a term in one category."""

    term: str
    """The term as listed: lower case, words separated by one space (hyphens are spaces)."""

    forms: tuple[str, ...]
    """The surface forms that are looked for."""

    category: str
    weight: float
    """0 to 1, what a hit counts."""

    guards: Mapping[str, frozenset[str]]
    """Guard words by key of `GUARDS`; a missing key guards nothing."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A word list with its origin. Made by `lexicon`, which keeps one of each."""

    name: str
    title: str
    origin: str
    licence: str
    date: str
    names: bool
    """Whether names count as well, so that a capital in mid-sentence refuses nothing."""
    categories: Mapping[str, str]
    """Meaning of each category."""
    entries: tuple[Entry, ...]
    surfaces: tuple[str, ...]
    """Every surface form, once."""
    entries_of: tuple[tuple[int, ...], ...]
    """For each surface, the numbers of its entries: several where categories share a word."""
    automaton: "AhoCorasick"
    """Finds " surface " in words joined by spaces."""


@cache
def lexicon(name: str) -> Lexicon:
    """Return the shipped lexicon of this name, read on first use. Raises ValueError where a line is wrong."""
    folder = files("analysis") / "lexicons"
    about = (folder / f"{name}.toml").read_text("utf-8")
    return read_lexicon(name, about=about, lines=(folder / f"{name}.tsv").read_text("utf-8"))


def read_lexicon(name: str, *, about: str, lines: str) -> Lexicon:
    """Return a lexicon from the text of its TOML (`about`) and TSV (`lines`: a header, then one entry a line).

    Lines that are empty or begin with "#" are comments. Raises ValueError, naming the line, for an unknown category,
    form or guard, a weight outside (0, 1], a term that is not lower case, and a surface form that is listed twice
    (within a category where the TOML says `shared = true`, else anywhere).
    """
    from ahocorasick_rs import AhoCorasick

    told = tomllib.loads(about)
    categories: dict[str, str] = told["categories"]
    shared = bool(told.get("shared", False))
    kept = [(n, line) for n, line in enumerate(lines.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not kept or tuple(kept[0][1].split("\t")) != COLUMNS:
        raise ValueError(f"{name}.tsv: the first line must be the header {', '.join(COLUMNS)} (tabs between)")
    entries: list[Entry] = []
    seen: dict[tuple[str, str], int] = {}
    numbers: dict[str, list[int]] = {}
    rows = csv.reader((line for _, line in kept[1:]), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (line_number, _), row in zip(kept[1:], rows, strict=True):
        where = f"{name}.tsv, line {line_number}"
        entry = _entry(row, categories=categories, where=where)
        for surface in dict.fromkeys(map(_as_searched, entry.forms)):
            key = (surface, entry.category if shared else "")
            if key in seen:
                raise ValueError(f"{where}: {surface!r} stands in line {seen[key]} already")
            seen[key] = line_number
            numbers.setdefault(surface, []).append(len(entries))
        entries.append(entry)
    surfaces = tuple(numbers)
    return Lexicon(
        name=name,
        title=told["title"],
        origin=told["origin"],
        licence=told["licence"],
        date=str(told["date"]),
        names=told.get("names") == "kept",
        categories=categories,
        entries=tuple(entries),
        surfaces=surfaces,
        entries_of=tuple(tuple(numbers[s]) for s in surfaces),
        automaton=AhoCorasick([f" {s} " for s in surfaces]),
    )


def without_possessive(word: str) -> str:
    """Return `word` without a closing 's, which is left out of what is searched and of what is looked for."""
    return word[:-2] if word.endswith("'s") else word


def _as_searched(surface: str) -> str:
    return " ".join(map(without_possessive, surface.split()))


def _entry(row: list[str], *, categories: Mapping[str, str], where: str) -> Entry:
    cells = [cell.strip() for cell in row] + [""] * (len(COLUMNS) - len(row))
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{where}: {len(row)} cells, at most {len(COLUMNS)} expected")
    term, form, category, weight, guard = cells
    if not term or " ".join(words_of(term)) != term.replace("-", " "):
        raise ValueError(f"{where}: {term!r} must be lower-case words with straight apostrophes, one space between")
    term = term.replace("-", " ")
    if category not in categories:
        raise ValueError(f"{where}: unknown category {category!r}; known: {', '.join(categories)}")
    try:
        number = float(weight)
        forms = inflect(term, form)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None
    if not 0 < number <= 1:
        raise ValueError(f"{where}: weight {weight} is outside (0, 1]")
    return Entry(term=term, forms=forms, category=category, weight=number, guards=_guards(guard, where=where))


def _guards(cell: str, *, where: str) -> dict[str, frozenset[str]]:
    guards: dict[str, frozenset[str]] = {}
    for part in filter(None, (p.strip() for p in cell.split(";"))):
        key, _, words = part.partition("=")
        if key not in GUARDS or not words or words != words.lower():
            raise ValueError(f"{where}: guard {part!r} must be key=word|word with a key of {', '.join(GUARDS)}")
        guards[key] = frozenset(w.strip() for w in words.split("|"))
    return guards
