"""Files of groups and ratings of outlets, as CSV or TOML: which outlet, in which group, by whom, when, a note."""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from sources.adding.decode import decode
from sources.errors import InputError, ParallaxError
from sources.keeping.groups import Membership
from sources.outlets import Outlets

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "outlet": ("outlet", "name", "publication"),
    "group": ("group",),
    "rating": ("rating", "value"),
    "by": ("by", "by whom", "source"),
    "date": ("date",),
    "note": ("note",),
}
"""What a row says -> names of the column that says it. A row has a group or a rating."""

_ALLOWED = ", ".join(COLUMNS)
_SIZE = 2_000_000


def read_groups(path: Path, *, outlets: Outlets) -> tuple[Membership, ...]:
    """Return the rows of a file of groups or ratings.

    CSV (commas, semicolons or tabs) has a first row of column names: outlet, and group or rating, then by (whom), date
    and note. TOML has a table `[[group]]` or `[[rating]]` for each, with the same names, and may list several outlets
    as `outlets`. A rating must say by whom and when. An outlet that `outlets` knows gets its canonical name. Raises
    InputError, which names the file, the row and what is wrong there.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a CSV or TOML file of groups") from error
    return groups_in(content, path, outlets=outlets)


def groups_in(content: bytes, path: Path, *, outlets: Outlets) -> tuple[Membership, ...]:
    """Return the rows of a file of groups or ratings that was read already; `path` is what it is called.

    Raises as `read_groups`.
    """
    try:
        text = decode(content, limit=_SIZE).text
    except ParallaxError as error:
        raise InputError(f"{path}: {error}") from error
    found = _toml(text, path) if path.suffix.casefold() == ".toml" else _csv(text, path)
    made = tuple(_membership(row, where, outlets) for where, row in found)
    if not made:
        raise InputError(f"{path}: holds no outlet; give each outlet a row (outlet, group, by, date, note)")
    return made


def _csv(text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=max(",;\t", key=first.count))
    try:
        columns = _columns(next(rows, []), path)
        for row in rows:
            if any(cell.strip() for cell in row):
                if len(row) > len(columns):
                    raise InputError(
                        f"{path}, line {rows.line_num}: has {len(row)} cells for {len(columns)} columns; put a text "
                        "with commas in quotes"
                    )
                yield f"{path}, line {rows.line_num}", dict(zip(columns, row, strict=False))
    except csv.Error as error:
        raise InputError(f"{path}, line {rows.line_num}: is no CSV ({error})") from error


def _columns(names: list[str], path: Path) -> list[str]:
    meant = {alias: field for field, aliases in COLUMNS.items() for alias in aliases}
    plain = [" ".join(name.replace("_", " ").casefold().split()) for name in names]
    strange = [name for name, each in zip(names, plain, strict=True) if each not in meant]
    if strange:
        raise InputError(f"{path}: there is no column {strange[0].strip()!r}; the columns are {_ALLOWED}")
    fields = [meant[each] for each in plain]
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice:
        raise InputError(f"{path}: two columns say {twice!r}; leave one")
    _refuse_mixed(set(fields), str(path))
    return fields


def _refuse_mixed(fields: set[str], where: str) -> None:
    if "outlet" not in fields:
        raise InputError(f"{where}: has no column 'outlet'; the columns are {_ALLOWED}")
    if ("group" in fields) == ("rating" in fields):
        raise InputError(f"{where}: needs a column 'group' or a column 'rating', one of the two")


def _toml(text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: is no TOML ({error})") from error
    strange = sorted(tables.keys() - {"group", "rating"})
    if strange:
        raise InputError(f"{path}: there is no table {strange[0]!r}; write [[group]] or [[rating]]")
    for kind, entries in tables.items():
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise InputError(f"{path}: write [[{kind}]], in two brackets, above each {kind}")
        for number, entry in enumerate(entries, start=1):
            where = f"{path}, {kind} {number}"
            yield from ((where, row) for row in _entry(entry, kind, where))


def _entry(entry: Mapping[str, object], kind: str, where: str) -> Iterator[dict[str, str]]:
    value = "name" if kind == "group" else "value"
    allowed = {kind, value, "outlet", "outlets", "by", "date", "note"}
    strange = sorted(entry.keys() - allowed)
    if strange:
        raise InputError(f"{where}: there is no field {strange[0]!r}; the fields are {', '.join(sorted(allowed))}")
    listed = entry.get("outlets", entry.get("outlet"))
    names = listed if isinstance(listed, list) else [listed]
    if not names or not all(isinstance(name, str) and name.strip() for name in names):
        raise InputError(f'{where}: name its outlets, e.g. outlets = ["The Courier", "Daily Post"]')
    said = {"by": entry.get("by"), "date": entry.get("date"), "note": entry.get("note")}
    said[kind] = entry.get(kind, entry.get(value))
    for name in names:
        yield {"outlet": str(name), **{field: str(each) for field, each in said.items() if each is not None}}


def _membership(row: Mapping[str, str], where: str, outlets: Outlets) -> Membership:
    said = {field: " ".join(cell.split()) or None for field, cell in row.items()}
    rating = "rating" in said
    field = "rating" if rating else "group"
    outlet, group, by, when = (said.get(each) for each in ("outlet", field, "by", "date"))
    if not outlet or not group:
        raise InputError(f"{where}: has no {'outlet' if not outlet else field}; fill it in or take the row out")
    if rating and not (by and when):
        raise InputError(f"{where}: a rating needs by (who gave it) and date; ratings are shown with both")
    try:
        day = date.fromisoformat(when).isoformat() if when else None
    except ValueError as error:
        raise InputError(f"{where}: {when!r} is no date; write it like 2026-01-31") from error
    known = outlets.by_name(outlet)
    name = known.name if known else outlet
    return Membership(outlet=name, group=group, by=by, date=day, note=said.get("note"), rating=rating)
