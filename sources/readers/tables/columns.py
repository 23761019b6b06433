"""Which column of a table, or key of a JSON object, holds which field: what a person says, else what names tell."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sources.errors import InputError, UnknownName

Row = Mapping[str, object]
"""One row of a table: column name -> value; or one JSON object."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "fulltext", "articlebody", "bodytext", "articletext", "maintext", "contenttext", "storytext"),
        *("plaintext", "textcontent", "newstext", "articlecontent", "newscontent", "fullcontent", "storycontent"),
        *("body", "content", "article", "story", "paragraphs", "contentrendered", "bodyhtml", "contenthtml", "html"),
        *("volltext", "artikeltext", "inhalt", "texte", "texto", "contenido", "testo", "tekst"),
    ),
    "title": (
        *("title", "headline", "articletitle", "newstitle", "storytitle", "webtitle", "headlinemain", "titlerendered"),
        *("heading", "head", "titel", "uberschrift", "schlagzeile", "titre", "titulo", "titular", "titolo"),
    ),
    "outlet": (
        *("outlet", "publisher", "publication", "newspaper", "newssource", "sourcename", "sitename", "outletname"),
        *("publishername", "publicationname", "medianame", "mediumname", "sourcetitle", "zeitung", "quelle", "fuente"),
        *("source", "media", "medium", "domain", "sourcedomain", "hostname", "site"),
    ),
    "url": (
        *("url", "link", "canonicalurl", "articleurl", "weburl", "pageurl", "storyurl", "newsurl", "articlelink"),
        *("permalink", "sourceurl", "href", "address", "htmlrespondedurl", "htmlrequestedurl", "uri"),
    ),
    "published": (
        *("publishedutc", "datetimepub", "published", "datepublished", "publishedat", "publisheddate"),
        *("publicationdate", "publishdate", "datepublish", "pubdate", "publishedon", "webpublicationdate"),
        *("publishingdate", "publishedtime", "publicationtime", "publicationdatetime", "firstpublished"),
        *("firstpublishedat", "date", "datetime", "timestamp", "time", "datum", "fecha"),
    ),
    "byline": (
        *("byline", "bylineoriginal", "author", "authors", "authorname", "authornames", "writer", "creator"),
        *("journalist", "reporter", "autor", "autoren", "auteur", "autore"),
    ),
    "section": ("section", "articlesection", "sectionname", "newsdesk", "desk", "category", "ressort", "rubrik"),
}
"""Field of a page -> names of columns that mean it, the surest first, as `folded` writes them."""

TEASERS = frozenset(
    "abstract deck description dek excerpt highlights lead leadparagraph snippet standfirst subheading subtitle "
    "summary teaser trailtext".split()
)
"""Names of columns that hold a teaser or a summary, which is neither the text nor the headline."""

_WRAPPINGS = frozenset("attributes article data doc document fields item meta metadata news source thread".split())
"""Names of objects inside an object whose keys mean what they would mean outside."""


_REMEMBERED = 2_000
"""Columns of a row at most whose meaning is remembered for the next row."""


def folded(column: str) -> str:
    """Return a column's name as names are compared: lower case, letters and digits only, without accents."""
    plain = unicodedata.normalize("NFKD", column.casefold())
    return re.sub(r"[\W_]+", "", plain)


def names_of(row: Row) -> tuple[str, ...]:
    """Return the names of a row's columns; of an object inside it each key as a path, "source.name"."""
    inside = [f"{name}.{key}" for name, value in row.items() if isinstance(value, Mapping) for key in value]
    return (*row, *inside)


def value_at(row: Row, path: str) -> object:
    """Return what a row holds under a name or at a path ("source.name", "authors.0.name"); None when nothing."""
    if path in row:
        return row[path]
    value: object = row
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal():
            value = value[int(step)] if len(step) < 9 and int(step) < len(value) else None
        elif isinstance(value, list):
            value = [each.get(step) for each in value if isinstance(each, Mapping)]
        else:
            return None
    return value


def meaning_of(columns: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return which columns may hold each field by their names, the surest first."""
    names = tuple(columns)
    return _meaning_of(names) if len(names) <= _REMEMBERED else _meaning_of.__wrapped__(names)


@lru_cache(maxsize=256)
def _meaning_of(columns: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    known: dict[str, str] = {}
    for column in columns:
        known.setdefault(folded(column), column)
    for column in columns:
        wrapping, _, inner = column.partition(".")
        if inner and wrapping.lstrip("_").casefold() in _WRAPPINGS and folded(inner) != "html":
            known.setdefault(folded(inner), column)
    found = {name: tuple(known[each] for each in names if each in known) for name, names in FIELDS.items()}
    if "outlet" in known:
        found["outlet"] = (known["outlet"],)  # then "source" means something else: how the article came
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns hold which fields, beside what their names tell."""

    named: Mapping[str, str] = field(default_factory=dict)
    """Field -> column, as the person says: no other column is asked for that field."""

    recognised: Mapping[str, str] = field(default_factory=dict)
    """Field -> column that was recognised by what it holds: asked before those that names tell."""

    day_counts: frozenset[str] = frozenset()
    """Columns that hold dates as spreadsheets count them: days since 30 December 1899."""

    def of(self, row: Row, name: str, by_name: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
        """Yield the columns that may hold a field in this row, the surest first, each with how that is known."""
        if name in self.named:
            yield self.named[name], ", as you named it"
            return
        if name in self.recognised:
            yield self.recognised[name], ", recognised by its content"
        yield from ((column, "") for column in by_name[name])


def refuse_fields(named: Mapping[str, str]) -> None:
    """Raise UnknownName when a person names a column for a field that there is not."""
    for name in named:
        if name not in FIELDS:
            raise UnknownName(f"no field is called {name!r}; the fields are: {', '.join(FIELDS)}")


def named_columns(named: Mapping[str, str], columns: Sequence[str], *, column: str) -> dict[str, str]:
    """Return the columns that a person named, as the table writes them: case and punctuation do not matter.

    Raises InputError, which lists the columns there are, for one that is not there.
    """
    found: dict[str, str] = {}
    for name, wanted in named.items():
        if wanted in columns:
            found[name] = wanted
            continue
        alike = [each for each in columns if folded(each) == folded(wanted) != ""]
        if len(alike) != 1:
            raise InputError(
                f"has no {column} '{wanted}', which was named for the {name}; there are: {listed(columns)}; "
                f"name one of them with --map {name}={column.upper()}"
            )
        found[name] = alike[0]
    return found


def listed(columns: Sequence[str]) -> str:
    """Return the names of columns as one line shows them: at most twelve, each at most 40 characters."""
    shown = [" ".join(column.split())[:40] for column in columns[:12]]
    more = f" and {len(columns) - 12:,} more" if len(columns) > 12 else ""
    return (", ".join(shown) or "none") + more
