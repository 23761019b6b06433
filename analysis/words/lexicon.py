"""`Lexicon`: words and phrases with categories and weights, read from tables beside a TOML in the package."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from analysis.reading.tokens import words_of
from analysis.words.inflection import inflections

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

COLUMNS = ("term", "form", "category", "weight", "guard")
"""The columns of a lexicon that is one table."""

CATEGORY_COLUMNS = ("term", "form", "strength", "neutral", "guard")
"""The columns of a lexicon that is a folder with a table for each category."""

GUARDS = ("not_before", "not_after", "only_before", "only_after", "not_with", "name")
"""What may stand in the guard column, as `key=word|word` joined by "; ".

not_before, only_before: the next word. not_after, only_after: the word before. not_with: any other word of the same
sentence.
"#" is any word with a digit. "@name" stands for the words listed under that name in the TOML's `contexts`. name=kept: a
capital in mid-sentence does not make it a name ("Orwellian").
"""

_Row = tuple[tuple[str, int], list[str], str, str, Mapping[str, str]]
"""A line as far as it is read at once: its file and number, cells, category (of its file, else ""), term, forms."""


class Entry(NamedTuple):
    """One line of a lexicon: a term in one category."""

    term: str
    """The term as listed: lower case, words separated by one space (hyphens are spaces)."""

    forms: Mapping[str, str]
    """The surface forms that are looked for, each with what it is; see `inflections`."""

    category: str
    weight: float
    """0 to 1, what a hit counts."""

    guards: Mapping[str, frozenset[str]]
    """Guard words by key of `GUARDS`; a missing key guards nothing."""

    strength: int = 0
    """1 to 5, how strongly it is charged; 0 where the lexicon does not say."""

    neutral: str = ""
    """A plainer wording for the term as listed; "-": it can be left out; "": none is known."""


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
    entries: "Entries"
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


@cache
def lexicon(name: str) -> Lexicon:
    """Return the shipped lexicon of this name, read on first use. Raises ValueError where a line is wrong.

    It is `lexicons/NAME.tsv` beside NAME.toml, or the folder `lexicons/NAME` with a NAME.toml, whose `files` name the
    table of each category.
    """
    folder = files("analysis") / "lexicons"
    if (folder / name).is_dir():
        folder = folder / name
        about = (folder / f"{name}.toml").read_text("utf-8")
        tables = {stem: (folder / f"{stem}.tsv").read_text("utf-8") for stem in tomllib.loads(about)["files"]}
        return _made(name, about=about, lines="", tables=tables)
    about = (folder / f"{name}.toml").read_text("utf-8")
    return _made(name, about=about, lines=(folder / f"{name}.tsv").read_text("utf-8"), tables=None)


def read_lexicon(name: str, *, about: str, lines: str = "", tables: Mapping[str, str] | None = None) -> Lexicon:
    """Return a lexicon from the text of its TOML (`about`) and TSV (`lines`: a header, then one entry a line).

    With `tables`, each is the text of one category's TSV by the name it has in the TOML's `files`. Lines that are empty
    or begin with "#" are comments. Raises ValueError, naming the line, for an unknown category, form, guard or context,
    a weight outside (0, 1], a strength that the TOML does not weigh, a term that is not lower case, and a surface form
    that is listed twice (within a category where the TOML says `shared = true`, else anywhere).
    """
    made = _made(name, about=about, lines=lines, tables=tables)
    for entry, place in zip(made.entries, made.entries.places, strict=True):  # a wrong line is named now
        if " ".join(words_of(entry.term)) != entry.term or not entry.term:
            raise ValueError(
                f"{place}: {entry.term!r} must be lower-case words with straight apostrophes, one space between"
            )
    return made


def _made(name: str, *, about: str, lines: str, tables: Mapping[str, str] | None) -> Lexicon:
    """Return a lexicon whose lines are read as far as its surfaces need it; see `Entries`."""
    told = tomllib.loads(about)
    shared = bool(told.get("shared", False))
    numbers: dict[str, list[int]] = {}
    parts = {f"{name}.tsv": ("", lines)} if tables is None else _by_category(told, tables)
    rows: list[_Row] = []
    for file, (category, text) in parts.items():
        for line_number, row in _lines(text, file=file, columns=CATEGORY_COLUMNS if category else COLUMNS):
            place = file, line_number
            term = row[0].replace("-", " ")
            form = row[1] if len(row) > 1 else ""
            try:
                forms = inflections(term, form) if form or "iz" in term else {term: ""}
            except (ValueError, IndexError) as error:
                raise ValueError(f"{_where(place)}: {error}") from None
            number = len(rows)
            for surface in forms:
                searched = " ".join(map(without_possessive, surface.split())) if "'" in surface else surface
                before = numbers.get(searched)
                if before is None:
                    numbers[searched] = [number]
                elif before[-1] != number:
                    own = category or row[2]
                    for other in (rows[n] for n in before):
                        if not shared or (other[2] or other[1][2]) == own:
                            raise ValueError(f"{_where(place)}: {searched!r} stands in {_where(other[0])} already")
                    before.append(number)
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
        strengths=_strengths(told),
    )


def _where(place: tuple[str, int]) -> str:
    return f"{place[0]}, line {place[1]}"


def _strengths(told: Mapping[str, Any]) -> dict[int, float]:
    return {int(strength): float(weight) for strength, weight in told.get("strengths", {}).items()}


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
    kept = [(n, line.split("\t")) for n, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    if not kept or tuple(kept[0][1]) != tuple(columns):
        raise ValueError(f"{file}: the first line must be the header {', '.join(columns)} (tabs between)")
    return kept[1:]


class Outline(NamedTuple):
    """What finding an entry needs before its guards are asked."""

    term: str
    category: str
    weight: float
    guarded: bool
    """Whether it has guards other than for names."""
    kept: bool
    """Whether a name counts."""


class Entries(Sequence[Entry]):
    """The entries of a lexicon, each read from its line when it is first asked for: most words are in no text."""

    def __init__(self, rows: "list[_Row]", told: Mapping[str, Any]) -> None:
        self._rows = rows
        self._made: list[Entry | None] = [None] * len(rows)
        self._categories = told["categories"]
        self._strengths = _strengths(told)
        self._contexts = {f"@{k}": frozenset(v.split()) for k, v in told.get("contexts", {}).items()}
        self._capitals = frozenset(told.get("capitals", ()))
        self._guards: dict[str, dict[str, frozenset[str]]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, number: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(*number.indices(len(self))))
        entry = self._made[number]
        if entry is None:
            entry = self._made[number] = self._entry(self._rows[number])
        return entry

    @property
    def places(self) -> list[str]:
        """Return where each line stands, for messages."""
        return [_where(row[0]) for row in self._rows]

    def outlines(self) -> list[Outline]:
        """Return what is known of each entry without reading its guards."""
        made = []
        for number, (_, row, category, term, _) in enumerate(self._rows):
            guard = row[4] if len(row) > 4 else ""
            kept = "name=" in guard or (category in self._capitals and " " in term)
            try:
                weight = self._strengths[int(row[2])] if category else float(row[3])
            except (KeyError, ValueError, IndexError):
                weight = self[number].weight  # says what is wrong
            made.append(Outline(term, category or row[2], weight, guard not in {"", "name=kept"}, kept))
        return made

    def _entry(self, line: "_Row") -> Entry:
        place, row, category, term, forms = line
        where = _where(place)
        if len(row) > len(COLUMNS):
            raise ValueError(f"{where}: {len(row)} cells, at most {len(COLUMNS)} expected")
        _, _, third, fourth, guard = row + [""] * (len(COLUMNS) - len(row))
        guards = self._guards.get(guard)
        if guards is None:
            guards = self._guards[guard] = self._read_guards(guard, where=where)
        if "not_with" in guards:
            own = {word for form in forms for word in form.split(" ")}
            if not own.isdisjoint(guards["not_with"]):
                guards = {**guards, "not_with": guards["not_with"] - own}
        if category:
            if category in self._capitals and " " in term and "name" not in guards:
                guards = {**guards, "name": _KEPT}
            strength = int(third) if third.isdecimal() else 0
            if strength not in self._strengths:
                raise ValueError(f"{where}: strength {third!r} is none of {', '.join(map(str, self._strengths))}")
            return Entry(term, forms, category, self._strengths[strength], guards, strength, fourth)
        if third not in self._categories:
            raise ValueError(f"{where}: unknown category {third!r}; known: {', '.join(self._categories)}")
        try:
            weight = float(fourth)
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None
        if not 0 < weight <= 1:
            raise ValueError(f"{where}: weight {fourth} is outside (0, 1]")
        return Entry(term, forms, third, weight, guards)

    def _read_guards(self, cell: str, *, where: str) -> dict[str, frozenset[str]]:
        guards: dict[str, frozenset[str]] = {}
        for part in filter(None, (p.strip() for p in cell.split(";"))):
            key, _, listed = part.partition("=")
            if key not in GUARDS or not listed or listed != listed.lower() or key in guards:
                raise ValueError(f"{where}: guard {part!r} must be key=word|word with a key of {', '.join(GUARDS)}")
            words = [word.strip() for word in listed.split("|")]
            unknown = [word for word in words if word.startswith("@") and word not in self._contexts]
            if unknown:
                raise ValueError(f"{where}: unknown context {unknown[0]!r}; known: {', '.join(self._contexts)}")
            guards[key] = frozenset(words).union(*(self._contexts[word] for word in words if word in self._contexts))
        return guards


_KEPT = frozenset({"kept"})
