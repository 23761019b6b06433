"""Reading and checking the TOML form of an outlet: every complaint names file, outlet and field."""

import re
import tomllib
from collections.abc import Collection, Iterator
from typing import cast
from urllib.parse import urlsplit

from sources.errors import InputError
from sources.iso import COUNTRIES, LANGUAGES
from sources.outlet import KINDS, Outlet, Rating


def host_of(address: str) -> str:
    """Return the host name in an address (or the host itself): lower case, without port; "" when there is none."""
    text = address.strip()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:  # e.g. an unclosed bracket: not an address at all
        return ""
    return host.rstrip(".")


def parsed(text: str, file: str) -> Iterator[Outlet]:
    """Yield the outlets of a TOML text that came from `file`; raises InputError at the first thing that is wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{file}: is not TOML ({error}); mend that line") from error
    unknown = sorted(tables.keys() - {"outlets"})
    if unknown or not isinstance(tables.get("outlets", {}), dict):
        shown = ", ".join(unknown) or "outlets"
        raise InputError(f"{file}: {shown}: every outlet needs a table of its own named [outlets.KEY]")
    for key, table in tables.get("outlets", {}).items():
        yield _Table(file, key, table).outlet()


_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_SUFFIX = re.compile(r"(?:ac|co|com|edu|go|gob|gov|gouv|net|ne|nom|or|org)\.[a-z]{2}")
"""Endings under which anybody may have a name ("co.uk"): as a domain it would claim every outlet of a country."""


class _Table:
    """One [outlets.KEY] table on its way to an Outlet."""

    def __init__(self, file: str, key: str, table: object) -> None:
        self.where = f"{file}: outlet {key}"
        self.key = key
        if not _KEY.fullmatch(key):
            raise InputError(f"{self.where}: a key is lower case letters, digits and single hyphens, e.g. daily-star")
        if not isinstance(table, dict):
            raise InputError(f"{self.where}: write it as a table, [outlets.{key}]")
        self.table = cast(dict[str, object], table)
        fields = list(Outlet.__dataclass_fields__)[1:]
        for field in self.table:
            if field not in fields:
                raise self.wrong(field, f"there is no such field; the fields are {', '.join(fields)}")

    def wrong(self, field: str, why: str) -> InputError:
        return InputError(f"{self.where}, field {field}: {why}")

    def outlet(self) -> Outlet:
        name = self.word("name")
        return Outlet(
            key=self.key,
            name=name,
            names=(name, *(other for other in self.words("names") if other != name)),
            domains=tuple(self.domain(text) for text in self.words("domains")),
            country=self.one_of("country", COUNTRIES, "an ISO 3166-1 code of two capitals, e.g. GB"),
            language=self.one_of("language", LANGUAGES, "an ISO 639-1 code of two letters, e.g. en"),
            kind=self.one_of("kind", KINDS.keys(), f"one of {', '.join(KINDS)}"),
            owner=self.word("owner") if "owner" in self.table else None,
            feeds=tuple(self.feed(text) for text in self.words("feeds")),
            ratings=tuple(self.rating(entry) for entry in self.entries("ratings")),
        )

    def word(self, field: str) -> str:
        if field not in self.table:
            raise self.wrong(field, "is missing; give it a text")
        return self.checked(field, self.table[field])

    def checked(self, field: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or value != " ".join(value.split()):
            raise self.wrong(field, f"{value!r} is no text of one line without outer or double spaces")
        return value

    def entries(self, field: str) -> list[object]:
        value = self.table.get(field, [])
        if not isinstance(value, list):
            raise self.wrong(field, f"{value!r} is no list; write it in [ ]")
        return value

    def words(self, field: str) -> list[str]:
        words = [self.checked(field, value) for value in self.entries(field)]
        twice = next((word for word in words if words.count(word) > 1), None)
        if twice is not None:
            raise self.wrong(field, f"{twice!r} stands there twice; leave one")
        return words

    def one_of(self, field: str, known: Collection[str], form: str) -> str:
        value = self.word(field)
        if value not in known:
            raise self.wrong(field, f"{value!r} is not {form}")
        return value

    def domain(self, text: str) -> str:
        if not _DOMAIN.fullmatch(text) or text.startswith("www."):
            raise self.wrong("domains", f"{text!r} is no bare host name; write it like bbc.co.uk, without www. or path")
        if _SUFFIX.fullmatch(text):
            raise self.wrong("domains", f"{text!r} is an ending that many outlets share; add the outlet's own part")
        return text

    def feed(self, text: str) -> str:
        if not text.startswith(("http://", "https://")) or not host_of(text):
            raise self.wrong("feeds", f"{text!r} is no address; write it with https://")
        return text

    def rating(self, entry: object) -> Rating:
        if not isinstance(entry, dict) or entry.keys() != {"value", "by", "date"}:
            raise self.wrong("ratings", f"{entry!r} needs exactly value, by and date")
        value, by, date = (self.checked("ratings", entry[part]) for part in ("value", "by", "date"))
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
            raise self.wrong("ratings", f"{date!r} is no date; write it in quotes like 2026-01-31")
        return Rating(value=value, by=by, date=date)
