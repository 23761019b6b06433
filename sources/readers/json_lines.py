"""JSON: one article a line, a list of articles, one article, or an object that holds a list of them."""

import json
import re
from collections.abc import Iterator

from sources.decode import decode
from sources.errors import InputError, NoArticle
from sources.page import Page, Reader, Refused
from sources.readers.rows import meaning_of, page_of

NAME = "JSON lines"

LIMIT = 100_000_000
"""Most bytes of one input: some 25,000 articles."""

_LISTS = ("articles", "items", "results", "data", "docs", "documents", "entries", "stories")
"""Keys under which services give their articles."""

_START = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"|\}|\Z)|\s*\[\s*\]\s*\Z')


def _detects(start: bytes, name: str) -> bool:
    text = start.decode("utf-8", errors="replace").lstrip("\ufeff")
    if _START.match(text):
        return True
    return name.casefold().endswith((".json", ".jsonl", ".ndjson")) and text.lstrip()[:1] in {"{", "["}


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    text = decode(content, limit=LIMIT).text
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        if not _first_line_is_json(text):
            raise InputError(f"is not JSON ({_why(error)}); mend it, or write one article a line") from error
        yield from _lines(text, origin)
        return
    if isinstance(whole, dict):
        listed = next((whole[key] for key in _LISTS if isinstance(whole.get(key), list)), None)
        if listed is None or meaning_of(list(whole))["text"]:
            yield page_of(whole, reader=NAME, origin=origin, column="field")
            return
        whole = listed
    if not whole:
        raise NoArticle("holds an empty list; add a file with articles")
    for number, row in enumerate(whole, start=1):
        yield _row(row, f"{origin}, item {number}")


def _first_line_is_json(text: str) -> bool:
    first = next(filter(None, (line.strip() for line in text.split("\n"))), "")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return first.startswith("{") and first.endswith("}")


def _lines(text: str, origin: str) -> Iterator[Page | Refused]:
    for number, line in enumerate(text.split("\n"), start=1):  # splitlines would split inside texts, at U+2028
        if not line.strip():
            continue
        place = f"{origin}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Refused(origin=place, error=InputError(f"is not JSON ({_why(error)}); mend the line or leave it out"))
            continue
        yield _row(row, place)


def _row(row: object, place: str) -> Page | Refused:
    if not isinstance(row, dict):
        why = f'is {json.dumps(row)[:40]}, not an object with fields; write it as {{"title": ..., "text": ...}}'
        return Refused(origin=place, error=InputError(why))
    return page_of(row, reader=NAME, origin=place, column="field")


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else "it is nested too deeply"


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT)
