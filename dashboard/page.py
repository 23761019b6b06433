"""`Page`: one page of the dashboard as a record, and `Query`: what an address asks of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, unquote

from dash import Dash
from dash.development.base_component import Component

from analysis.results import Results

if TYPE_CHECKING:
    from dashboard.current import CurrentResults

_LONGEST = 200
_MOST = 60


@dataclass(frozen=True, slots=True)
class Query:
    """What an address asks for: values from its path and from after the question mark. All of it is hostile."""

    path: Mapping[str, str] = field(default_factory=dict)
    """Values of the path's variables, decoded: {"story": "s1"}."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values after the question mark, in order; at most 60, each at most 200 characters."""

    @classmethod
    def read(cls, search: object, *, path: Mapping[str, str] | None = None) -> "Query":
        """Read the part of an address after the path ("?q=ferry"). What cannot be read is left out."""
        text = search[1:] if isinstance(search, str) and search.startswith("?") else ""
        try:
            found = parse_qs(text, max_num_fields=_MOST)
        except ValueError:
            found = {}
        kept = {name: tuple(value[:_LONGEST].strip() for value in values) for name, values in found.items()}
        return cls(path or {}, kept)

    def one(self, name: str, default: str = "") -> str:
        """Return the first value of `name`, or `default`."""
        return self.values.get(name, (default,))[0]

    def many(self, name: str) -> tuple[str, ...]:
        """Return all values of `name`, each once, in order; empty when there is none."""
        return tuple(dict.fromkeys(self.values.get(name, ())))


class View(NamedTuple):
    """What a page returns: its title for the browser's window, and what it shows."""

    title: str
    body: Component


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `layout` is pure: the same results and query give the same view."""

    name: str
    """Key of the page, and of its place in the navigation."""

    path: str
    """Path with variables in angle brackets: "/story/<story>"."""

    title: str
    """For people: the word in the navigation."""

    layout: Callable[[Results, Query], View] | None = None
    """Raises UnknownName when the address names something that is not there: that becomes the not-found page."""

    from_library: "Callable[[CurrentResults, Query], View] | None" = None
    """In place of `layout` for a page that is drawn from the library as it is now, analysed or not. It is drawn anew
    for every request."""

    navigation: bool = False
    """True when it stands in the navigation at the top."""

    section: str = ""
    """Name of the page in the navigation that it belongs to; empty for its own."""

    connect: "Callable[[Dash, CurrentResults], None] | None" = None
    """Registers the page's callbacks with the app; None when it has none."""

    def match(self, pathname: str) -> dict[str, str] | None:
        """Return the values of the path's variables when `pathname` is of this page, else None."""
        wanted, given = self.path.strip("/").split("/"), pathname.strip("/").split("/")
        if len(wanted) != len(given):
            return None
        found: dict[str, str] = {}
        for part, value in zip(wanted, given, strict=True):
            if part.startswith("<") and value:
                found[part.strip("<>")] = unquote(value)[:_LONGEST]
            elif part != value:
                return None
        return found
