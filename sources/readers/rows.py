"""One row of a table, or one JSON object, as a page: which field is which, by the names that tables use."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sources.decode import legible
from sources.errors import BadDate, EmptyInput, InputError
from sources.page import Block, Page, Refused
from sources.readers.moments import moment_of

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "fulltext", "articlebody", "bodytext", "articletext", "maintext", "contenttext", "storytext"),
        *("body", "content", "article", "story", "contenthtml", "html"),
    ),
    "title": ("title", "headline", "articletitle", "newstitle", "heading", "head"),
    "outlet": (
        *("outlet", "publisher", "publication", "newspaper", "newssource", "sourcename", "sitename", "outletname"),
        *("source", "media", "medium", "domain", "sourcedomain", "hostname", "site"),
    ),
    "url": ("url", "link", "canonicalurl", "articleurl", "weburl", "pageurl", "href", "address"),
    "published": (
        *("published", "datepublished", "publishedat", "publisheddate", "publicationdate", "publishdate"),
        *("datepublish", "pubdate", "publishedon", "date", "datetime", "timestamp", "time"),
    ),
    "byline": ("byline", "author", "authors", "authorname", "writer", "creator"),
    "section": ("section", "articlesection", "newsdesk", "desk", "category"),
}
"""Field of a page -> names of columns that mean it, the surest first: lower case, letters and digits only."""

NOTHING = frozenset({"", "-", "nan", "none", "null", "n/a", "na", "unknown", "nil"})
"""Cells that say nothing, in lower case."""


_CUT = re.compile(r"(?:…|\.\.\.)?\s*\[\+(\d+) chars\]\s*\Z")
"""The end of a text that a news service gives only in part."""


def folded(column: str) -> str:
    """Return a column's name as names are compared: lower case, letters and digits only."""
    return re.sub(r"[\W_]+", "", column.casefold())


def meaning_of(columns: Sequence[str]) -> dict[str, list[str]]:
    """Return which columns may hold each field, the surest first."""
    known: dict[str, str] = {}
    for column in columns:
        known.setdefault(folded(column), column)
    found = {field: [known[name] for name in names if name in known] for field, names in FIELDS.items()}
    if "outlet" in known:
        found["outlet"] = [known["outlet"]]  # then "source" means something else: how the article came
    return found


def page_of(row: Mapping[str, object], *, reader: str, origin: str, column: str) -> Page | Refused:
    """Return the page that a row holds. `column` is what a field is called there: "column" or "field".

    A row without text is refused. A date that is none leaves the page without a date and with a note.
    """
    columns = meaning_of(list(row))
    whole, place = _first(row, columns["text"], _body)
    if not whole:
        return Refused(origin=origin, error=_no_text(row, columns["text"], column))
    text = _CUT.sub("", whole)
    notes: list[str] = []
    said: list[tuple[str, str]] = []
    if missing := _CUT.search(whole):
        said.append(("text", f"{column} '{place}'; cut there: {missing[1]} characters are missing"))
        notes.append(f"the text is cut: whoever gave it left out {missing[1]} characters")
    found: dict[str, tuple[str | None, str]] = {
        field: _first(row, columns[field], _words) for field in ("title", "outlet", "url", "byline", "section")
    }
    address = found["url"][0]
    if address and not re.match(r"https?://\S+\Z", address):
        found["url"] = (None, "")
    published, clock = None, ""
    stamp: str | float | None
    stamp, day = _first(row, columns["published"], _stamp)
    if stamp is not None:
        try:
            published, zone_given = moment_of(stamp)
            clock = "" if zone_given else "; no time zone given, read as UTC"
        except BadDate as error:
            notes.append(f"the {column} '{day}' holds {str(stamp)[:60]!r}, which {error}")
    said += [(field, f"{column} '{name}'") for field, (value, name) in found.items() if value]
    said += [("published", f"{column} '{day}'{clock}")] if published else []
    return Page(
        blocks=_blocks(text),
        reader=reader,
        origin=origin,
        settled=True,
        title=found["title"][0],
        outlet=found["outlet"][0],
        url=found["url"][0],
        published=published,
        byline=re.sub(r"\Aby\s+", "", found["byline"][0] or "", flags=re.IGNORECASE) or None,
        section=found["section"][0],
        found=tuple(said),
        notes=tuple(notes),
    )


def refuse_columns(columns: Sequence[str], *, column: str) -> None:
    """Raise InputError when none of the columns can hold a text."""
    if not meaning_of(columns)["text"]:
        raise _unnamed(columns, column)


def _no_text(row: Mapping[str, object], columns: Sequence[str], column: str) -> InputError:
    if columns:
        return EmptyInput(f"the {column} '{columns[0]}' is empty, so there is no text; fill it or leave the row out")
    return _unnamed(list(row), column)


def _unnamed(columns: Sequence[str], column: str) -> InputError:
    named = ", ".join(columns[:8]) + (" ..." if len(columns) > 8 else "")
    return InputError(f"no {column} holds the text (there are: {named or 'none'}); name it text, body or content")


_Value = TypeVar("_Value")


def _first(
    row: Mapping[str, object], columns: Sequence[str], form: Callable[[object], _Value | None]
) -> tuple[_Value | None, str]:
    """Return the first of the columns that says something, and its name."""
    for column in columns:
        value = form(row[column])
        if value is not None:
            return value, column
    return None, ""


def _body(value: object) -> str | None:
    """Return a text; a number is none, so that a column "article" with numbers is not taken for one."""
    if not isinstance(value, str):
        return None
    text = legible(value).strip()
    return text if any(letter.isalpha() for letter in text) and text.casefold() not in NOTHING else None


def _words(value: object) -> str | None:
    """Return a text on one line; of an object its name; of a list its members joined by ", "."""
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_words, value)))) or None
    if not isinstance(value, str):
        return None
    text = " ".join(legible(value).split())
    return None if text.casefold() in NOTHING else text


def _stamp(value: object) -> str | float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _words(value)


_TAGS = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|article|section|span|a|b|i|strong|em)\b[^<>]*>", re.IGNORECASE)


def _blocks(text: str) -> tuple[Block, ...]:
    if _TAGS.search(text):
        from sources.readers.html_blocks import blocks_of, parse

        tree = parse(text)
        return blocks_of(tree) if tree is not None else ()
    from sources.readers.plain_text import blocks_of_text

    return blocks_of_text(text)
