"""`Choice`: what the pages of outlets are asked to compare, as their addresses say it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.links import Pairs
from dashboard.page import Query
from dashboard.wording import VOICES, records

BY_NAME = "name"
"""What `order` is where outlets stand by the alphabet; else by how far they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value in one voice, and the part of the library that it is compared on."""

    value: str
    """Name of the value; empty where the library has none to compare."""
    voice: str
    order: str = ""
    words: str = ""
    """Words that the stories must have in their title, terms, outlets or headlines; empty for all stories."""
    first: date | None = None
    last: date | None = None
    group: str = ""
    """Name of the group of outlets that is compared inside; empty for all."""
    refused: tuple[str, ...] = ()
    """What the address asked for and could not have, in words for people."""

    @property
    def filtered(self) -> bool:
        """Return True where only a part of the library is compared."""
        return bool(self.words or self.first or self.last or self.group)

    @property
    def told(self) -> str:
        """Return the part of the library that is compared in words; empty for all of it."""
        parts = [f"stories with “{self.words}”"] if self.words else []
        if self.first or self.last:
            parts.append(_span(self.first, self.last))
        return ", ".join([*parts, *([f"the group “{self.group}”"] if self.group else [])])

    def pairs(self, **changed: str) -> Pairs:
        """Return what an address must say to ask for this choice, with some things changed."""
        days = {"first": self.first, "last": self.last}
        told = {
            "value": self.value,
            "voice": self.voice,
            "order": self.order,
            "q": self.words,
            **{name: day.isoformat() if day else "" for name, day in days.items()},
            "group": self.group,
        }
        return [(name, said) for name, said in (told | changed).items() if said]

    def of_all(self) -> "Choice":
        """Return the same value and voice for all of the library."""
        return replace(self, words="", first=None, last=None, group="")

    def of(self, value: str, voice: str) -> "Choice":
        """Return the same part of the library for another value and voice."""
        return replace(self, value=value, voice=voice)


def read_choice(query: Query, *, pairs: Collection[tuple[str, str]], groups: Sequence[str] = ()) -> Choice:
    """Return what an address asks for. `pairs` are the values and voices that can be compared, `groups` their names.

    What is not there is replaced by the first that is, and said in `refused`.
    """
    refused: list[str] = []
    asked, voice = query.one("value"), query.one("voice")
    values = [name for name in records() if any(name == value for value, _ in pairs)]
    if asked and asked not in values:
        refused.append("Nothing is compared here by the value that the address names.")
    value = asked if asked in values else (values[0] if values else "")
    voices = [each for each in VOICES if (value, each) in pairs]
    if voice and voice not in voices and asked in values:
        refused.append("This value is not counted in the words that the address names.")
    days = {name: _day(query.one(name), refused) for name in ("first", "last")}
    if days["first"] and days["last"] and days["first"] > days["last"]:
        refused.append("The first day lies after the last: both are left out.")
        days = {"first": None, "last": None}
    group = query.one("group")
    if group and group not in groups:
        refused.append(f"There is no group “{group}” here; all outlets are compared.")
    return Choice(
        value=value,
        voice=voice if voice in voices else (voices[0] if voices else ""),
        order=BY_NAME if query.one("order") == BY_NAME else "",
        words=" ".join(query.one("q").split()),
        group=group if group in groups else "",
        refused=tuple(refused),
        **days,
    )


def _day(said: str, refused: list[str]) -> date | None:
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        refused.append("A day in the address is no date; write it like 2026-01-31.")
        return None


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return f"events from {_said(first)} to {_said(last)}"
    return f"events from {_said(first)} on" if first else f"events until {_said(last)}"


def _said(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
