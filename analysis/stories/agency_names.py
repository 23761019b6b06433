"""News agencies by the names that credits call them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.wordlists import rows
from sources.outlets import Outlets, folded, load_outlets

MASK = "\x01"
"""Stands for the name of an agency in a line."""


_OPENS = frozenset("([/")


@dataclass(frozen=True, slots=True, eq=False)
class Agencies:
    """The agencies known: the outlets of that kind, and those of `lexicons/agency_names.tsv`."""

    names: Mapping[str, str]
    """Folded name as printed -> the agency's name."""

    services: frozenset[str]
    """Outlets that sell their reports beside printing them: agencies only on the pages of others."""

    own: frozenset[str]
    """Names of the outlets that are agencies: what their own pages hold is theirs."""

    bracketed: frozenset[str]
    """Folded names that count in brackets only: letters that mean other things as well (PA, a state)."""

    pattern: re.Pattern[str]
    """Finds one name."""

    def masked(self, line: str) -> "Masked":
        """Return the line with `MASK` for each agency's name.

        A name in small letters is a word like any other, but for dpa, which writes itself so.
        """
        named: list[str] = []
        longer: list[int] = []

        def mask(match: re.Match[str]) -> str:
            name = match.group()
            agency = self.names.get(folded(name))  # none for "UPİ", which the pattern takes for "upi"
            if agency is None or (name.islower() and name != "dpa"):
                return name
            if folded(name) in self.bracketed and line[match.start() - 1 : match.start()] not in _OPENS:
                return name
            named.append(agency)
            longer.append(len(name) - len(MASK))
            return MASK

        return Masked(self.pattern.sub(mask, line.replace(MASK, " ")), tuple(named), tuple(longer))


class Masked(NamedTuple):
    """A line in which `MASK` stands for each agency's name."""

    line: str
    named: tuple[str, ...]
    """The agencies, in the order of their masks."""

    longer: tuple[int, ...]
    """By how many characters each name is longer than its mask."""

    def among(self, start: int, end: int) -> list[str]:
        """Return the agencies named in `line[start:end]`, each once."""
        before = self.line[:start].count(MASK)
        return list(dict.fromkeys(self.named[before : before + self.line[start:end].count(MASK)]))

    def place(self, offset: int) -> int:
        """Return where in the line as it was given the character at `offset` of `line` stood."""
        return offset + sum(self.longer[: self.line[:offset].count(MASK)])


def agencies(outlets: Outlets | None = None) -> Agencies:
    """Return the agencies among these outlets (those that come with Parallax) and in the list of names."""
    return _made(load_outlets() if outlets is None else outlets)


@cache
def _made(outlets: Outlets) -> Agencies:
    names = {folded(name): outlet.name for outlet in outlets if outlet.kind == "agency" for name in outlet.names}
    services, bracketed = set[str](), set[str]()
    for name, agency, kind in rows("agency_names"):
        known = outlets.by_name(name)
        if kind == "service":
            services.add(agency)
        elif kind == "brackets":
            bracketed.add(folded(name))
        elif known is not None and known.kind != "agency":
            continue  # an outlet of another kind goes by this name
        names.setdefault(folded(name), agency)
    return Agencies(
        names=names,
        services=frozenset(services),
        bracketed=frozenset(bracketed),
        own=frozenset(outlet.name for outlet in outlets if outlet.kind == "agency"),
        pattern=_pattern(names),
    )


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the longest of these names, quickly: only at capitals, and by the first letter."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_letter.setdefault(name[0], []).append(r"\s+".join(map(re.escape, name[1:].split(" "))))
    words = "|".join(rf"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    begins = r"(?<![\w-])(?-i:(?=[^\W_a-zß-öø-ÿ]|dpa\b|the\s))"
    return re.compile(rf"{begins}(?:the\s+)?(?:{words})(?![\w-])", re.IGNORECASE)
