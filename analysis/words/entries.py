"""The entries of a lexicon, each read from its line when it is first asked for: most words are in no text."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, overload

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

Row = tuple[tuple[str, int], list[str], str, str, Mapping[str, str]]
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


def where_of(place: tuple[str, int]) -> str:
    """Return where a line stands, for messages."""
    return f"{place[0]}, line {place[1]}"


def strengths_of(told: Mapping[str, Any]) -> dict[int, float]:
    """Return what an entry of each strength weighs, from a lexicon's TOML."""
    return {int(strength): float(weight) for strength, weight in told.get("strengths", {}).items()}


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

    def __init__(self, rows: list[Row], told: Mapping[str, Any]) -> None:
        self._rows = rows
        self._made: list[Entry | None] = [None] * len(rows)
        self._categories = told["categories"]
        self._strengths = strengths_of(told)
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
        return [where_of(row[0]) for row in self._rows]

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

    def _entry(self, line: Row) -> Entry:
        place, row, category, term, forms = line
        where = where_of(place)
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
