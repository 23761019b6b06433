"""JSON: one article a line, a list of articles, one article, or what a service answers, with a list inside."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from sources.errors import InputError, NoArticle, TooLarge
from sources.page import Page, Read, Reader, Refused
from sources.readers.tables.columns import Row, meaning_of, names_of, refuse_fields
from sources.readers.tables.json_values import LONGEST, Broken, parsed, values
from sources.readers.tables.rows import pages_of
from sources.readers.tables.text_file import Text, text_in, text_of

NAME = "JSON lines"

LIMIT = 100_000_000
"""Most bytes of an input that is not a file of its own, and of one object that holds a list of articles."""

_LISTS = ("articles", "items", "results", "data", "docs", "documents", "entries", "stories", "news", "posts", "hits")
"""Keys under which services give their articles."""

_DEEPEST = 3
"""Objects inside each other in which a list is looked for."""

_TOO_LARGE = f"is one object of more than {LIMIT / 1e6:,.0f} MB; write one article a line, and add that"
_HEAD = 65_536
_BLANK = " \t\r\n\ufeff"
_START = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"|\}|\Z)|\s*\[\s*\]\s*\Z')


def _detects(start: bytes, name: str) -> bool:
    text = start.decode("utf-8", errors="replace").lstrip("\ufeff")
    if _START.match(text):
        return True
    return name.casefold().endswith((".json", ".jsonl", ".ndjson")) and text.lstrip()[:1] in {"{", "["}


def articles(text: Text, origin: str, *, reader: str, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    """Yield what each object of a text holds, as it is read. Raises InputError when none of it can be read."""
    for read in pages_of(_rows(text, origin), reader=reader, column="field", named=named):
        yield replace(read, notes=(text.note, *read.notes)) if text.note and isinstance(read, Page) else read


def _rows(text: Text, origin: str) -> Iterator[tuple[str, Row] | Refused]:
    """Yield each article's object with its place."""
    number, head = 1, ""
    while not head and (piece := text.read(_HEAD)):
        head = piece.lstrip(_BLANK)
        number += piece.count("\n", 0, len(piece) - len(head))
    text.unread(head)
    if head.startswith("["):
        yield from _listed(values(text), origin)
        return
    first = text.line(LIMIT + 1)
    if len(first) > LIMIT:
        raise TooLarge(_TOO_LARGE)
    value = parsed(first)
    following = text.line(LONGEST) if isinstance(value, dict) or _is_line(first) else ""
    skipped = 0
    while following and not following.strip():
        skipped, following = skipped + 1, text.line(LONGEST)
    if following.lstrip().startswith("{") or (following and isinstance(value, dict)):
        lines = chain([(number, first), (number + 1 + skipped, following)], _numbered(text, number + 2 + skipped))
        yield from _lines(lines, origin)
    elif isinstance(value, dict):
        yield from _object(value, origin)
    else:
        yield from _whole(text, first + following, origin)


def _is_line(line: str) -> bool:
    """Return whether a line that is no JSON was meant to be an object of its own."""
    return line.strip().startswith("{") and line.strip().endswith("}")


def _numbered(text: Text, number: int) -> Iterator[tuple[int, str]]:
    while line := text.line(LONGEST):
        yield number, line
        number += 1


def _lines(lines: Iterator[tuple[int, str]], origin: str) -> Iterator[tuple[str, Row] | Refused]:
    for number, line in lines:
        if not line.strip():
            continue
        place = f"{origin}, line {number}"
        if len(line) >= LONGEST:
            why = f"is longer than {LONGEST / 1e6:,.0f} million characters, as no article is; leave the line out"
            yield Refused(origin=place, error=TooLarge(why))
            continue
        value = parsed(line)
        if isinstance(value, Broken):
            advice = "mend the line or leave it out" if line.endswith("\n") else "the file may break off in it"
            yield Refused(origin=place, error=InputError(f"is not JSON ({value.why}); {advice}"))
        elif isinstance(value, dict):
            yield from _object(value, place)
        else:
            yield _no_object(value, place)


def _whole(text: Text, first: str, origin: str) -> Iterator[tuple[str, Row] | Refused]:
    """Yield the articles of one object written over many lines, or of several one after the other."""
    held = [first]
    size = len(first)
    while size <= LIMIT and (piece := text.read(1 << 20)):
        held.append(piece)
        size += len(piece)
    if size > LIMIT:
        raise TooLarge(_TOO_LARGE)
    whole = "".join(held)
    value = parsed(whole)
    if isinstance(value, dict):
        yield from _object(value, origin)
        return
    several = list(values(text, first=whole))
    if not several or isinstance(several[0], Broken):
        why = value.why if isinstance(value, Broken) else "it is no object"
        raise InputError(f"is not JSON ({why}); mend it, or write one article a line")
    yield from _listed(iter(several), origin)


def _listed(found: Iterator[object], origin: str) -> Iterator[tuple[str, Row] | Refused]:
    number = 0
    for number, value in enumerate(found, start=1):
        place = f"{origin}, item {number}"
        if isinstance(value, Broken) and number == 1:
            raise InputError(f"is not JSON ({value.why}); mend it, or write one article a line")
        if isinstance(value, Broken):
            why = f"is not JSON ({value.why}), and what follows cannot be read; mend it, or write one article a line"
            yield Refused(origin=place, error=InputError(why))
        elif isinstance(value, dict):
            yield place, value
        else:
            yield _no_object(value, place)
    if not number:
        raise NoArticle("holds an empty list; add a file with articles")


def _object(value: Row, place: str) -> Iterator[tuple[str, Row] | Refused]:
    """Yield the articles that a service's answer lists; the object itself when it lists none."""
    listed = None if meaning_of(names_of(value))["text"] else _list_in(value)
    if listed is None:
        yield place, value
    else:
        yield from _listed(iter(listed), place)


def _list_in(value: Row) -> list[object] | None:
    """Return the first list under a key that services use, the outermost first, then in the objects inside."""
    level: list[Row] = [value]
    for _ in range(_DEEPEST):
        for each in level:
            for key in _LISTS:
                if isinstance(found := each.get(key), list):
                    return found
        level = [inner for each in level for inner in each.values() if isinstance(inner, Mapping)]
    return None


def _no_object(value: object, place: str) -> Refused:
    why = f'is {json.dumps(value)[:40]}, not an object with fields; write it as {{"title": ..., "text": ...}}'
    return Refused(origin=place, error=InputError(why))


def _read(content: bytes, origin: str, *, reader: str = NAME, named: Mapping[str, str] | None = None) -> Iterator[Read]:
    yield from articles(text_of(content, limit=LIMIT), origin, reader=reader, named=named)


def _from_file(
    path: Path, origin: str, *, reader: str = NAME, named: Mapping[str, str] | None = None
) -> Iterator[Read]:
    with text_in(path) as text:
        yield from articles(text, origin, reader=reader, named=named)


def reader_of_objects(name: str, detects: Callable[[bytes, str], bool]) -> Reader:
    """Return a reader of JSON under a name of its own."""

    def with_columns(named: Mapping[str, str]) -> Reader:
        refuse_fields(named)
        read = partial(_read, reader=name, named=named)
        return replace(plain, read=read, from_file=partial(_from_file, reader=name, named=named))

    plain = Reader(
        name=name,
        detects=detects,
        read=partial(_read, reader=name),
        limit=LIMIT,
        from_file=partial(_from_file, reader=name),
        with_columns=with_columns,
    )
    return plain


READER = reader_of_objects(NAME, _detects)
