"""`Lexicon`: words and phrases with categories and weights, read from tables beside a TOML in the package."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.garbage import no_garbage_looked_for
from analysis.reading.tokens import words_of
from analysis.words.entries import CATEGORY_COLUMNS, COLUMNS, Entries, Row, strengths_of, where_of
from analysis.words.inflection import inflections

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


@dataclass(frozen=True)
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
    entries: Entries
    surfaces: tuple[str, ...]
    """Every surface form, once."""
    entries_of: tuple[tuple[int, ...], ...]
    """For each surface, the numbers of its entries: several where categories share a word."""
    strengths: Mapping[int, float]
    """What an entry of each strength weighs; empty where the lexicon has weights instead."""

    @cached_property
    def automaton(self) -> "AhoCorasick":
        """Finds " surface " in words joined by spaces; made when first asked for."""
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([f" {s} " for s in self.surfaces], store_patterns=False)


class Source(NamedTuple):
    """What a lexicon is made of."""

    told: Mapping[str, Any]
    """Its TOML."""

    parts: Mapping[str, tuple[str, str]]
    """For each file the category of all its entries ("" where its lines say it) and its text."""


@cache
def source(name: str) -> Source:
    """Return what a shipped lexicon is made of: `lexicons/NAME.tsv` beside NAME.toml, or the folder `lexicons/NAME`.

    In the folder is a NAME.toml, whose `files` name the table of each category.
    """
    folder = files("analysis") / "lexicons"
    if not (folder / name).is_dir():
        told = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        return Source(told, {f"{name}.tsv": ("", (folder / f"{name}.tsv").read_text("utf-8"))})
    told = tomllib.loads((folder / name / f"{name}.toml").read_text("utf-8"))
    return Source(told, _by_category(told, {s: (folder / name / f"{s}.tsv").read_text("utf-8") for s in told["files"]}))


@cache
def lexicon(name: str) -> Lexicon:
    """Return the whole shipped lexicon of this name, read on first use. Raises ValueError where a line is wrong."""
    with no_garbage_looked_for():
        return made_of(name, source(name))


def read_lexicon(name: str, *, about: str, lines: str = "", tables: Mapping[str, str] | None = None) -> Lexicon:
    """Return a lexicon from the text of its TOML (`about`) and TSV (`lines`: a header, then one entry a line).

    With `tables`, each is the text of one category's TSV by the name it has in the TOML's `files`. Lines that are empty
    or begin with "#" are comments. Raises ValueError, naming the line, for an unknown category, form, guard or context,
    a weight outside (0, 1], a strength that the TOML does not weigh, a term that is not lower case, and a surface form
    that is listed twice (within a category where the TOML says `shared = true`, else anywhere).
    """
    told = tomllib.loads(about)
    parts = {f"{name}.tsv": ("", lines)} if tables is None else _by_category(told, tables)
    made = made_of(name, Source(told, parts))
    for entry, place in zip(made.entries, made.entries.places, strict=True):  # a wrong line is named now
        if " ".join(words_of(entry.term)) != entry.term or not entry.term:
            raise ValueError(
                f"{place}: {entry.term!r} must be lower-case words with straight apostrophes, one space between"
            )
    return made


def made_of(name: str, given: Source, *, among: frozenset[str] | None = None) -> Lexicon:
    """Return a lexicon whose lines are read as far as its surfaces need it; see `Entries`.

    With `among` it has only the surfaces that are made of these words, and the entries that have one.
    """
    told, parts = given
    shared = bool(told.get("shared", False))
    numbers: dict[str, list[int]] = {}
    rows: list[Row] = []
    for file, (category, text) in parts.items():
        for line_number, row in _lines(text, file=file, columns=CATEGORY_COLUMNS if category else COLUMNS):
            place = file, line_number
            term = row[0].replace("-", " ")
            form = row[1] if len(row) > 1 else ""
            try:
                forms = inflections(term, form) if form or "iz" in term else {term: ""}
            except (ValueError, IndexError) as error:
                raise ValueError(f"{where_of(place)}: {error}") from None
            number, meets = len(rows), among is None
            for surface in forms:
                searched = " ".join(map(without_possessive, surface.split())) if "'" in surface else surface
                if among is not None and not among.issuperset(searched.split(" ")):
                    continue
                meets = True
                before = numbers.get(searched)
                if before is None:
                    numbers[searched] = [number]
                elif before[-1] != number:
                    own = category or row[2]
                    for other in (rows[n] for n in before):
                        if not shared or (other[2] or other[1][2]) == own:
                            raise ValueError(f"{where_of(place)}: {searched!r} stands in {where_of(other[0])} already")
                    before.append(number)
            if meets:
                rows.append((place, row, category, term, forms))
    surfaces = tuple(numbers)
    return Lexicon(
        name=name,
        title=told["title"],
        origin=told["origin"],
        licence=told["licence"],
        date=str(told["date"]),
        names=told.get("names") == "kept",
        categories=told["categories"],
        entries=Entries(rows, told),
        surfaces=surfaces,
        entries_of=tuple(map(tuple, numbers.values())),
        strengths=strengths_of(told),
    )


def without_possessive(word: str) -> str:
    """Return `word` without a closing 's, which is left out of what is searched and of what is looked for."""
    return word[:-2] if word.endswith("'s") else word


def _by_category(told: Mapping[str, Any], tables: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the category and the text of each file."""
    for stem, category in told["files"].items():
        if category not in told["categories"]:
            raise ValueError(f"{stem}.tsv: unknown category {category!r}; known: {', '.join(told['categories'])}")
    return {f"{stem}.tsv": (told["files"][stem], text) for stem, text in tables.items()}


def _lines(text: str, *, file: str, columns: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Return the number and the cells of each entry's line."""
    kept = [(n, line.split("\t")) for n, line in enumerate(text.split("\n"), 1) if line.strip() and line[0] != "#"]
    if not kept or tuple(kept[0][1]) != tuple(columns):
        raise ValueError(f"{file}: the first line must be the header {', '.join(columns)} (tabs between)")
    return kept[1:]
