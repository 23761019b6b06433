"""The outlets that Parallax knows: one table each in outlets.toml, looked up by key, name or address."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import platformdirs

from sources.errors import InputError, UnknownName
from sources.outlet import KINDS, Outlet, Rating
from sources.outlet_table import host_of, parsed

__all__ = [
    "KINDS",
    "Outlet",
    "Outlets",
    "Rating",
    "each_in_use",
    "folded",
    "host_of",
    "in_use",
    "load_outlets",
    "outlets_for",
    "own_file",
]

OWN = "outlets.toml"
"""Name of a person's own file of outlets."""


class Outlets:
    """A checked set of outlets, looked up by key, by name or by address."""

    def __init__(self, outlets: Mapping[str, Outlet]) -> None:
        self._outlets = dict(outlets)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets.values())

    def __len__(self) -> int:
        return len(self._outlets)

    @property
    def all(self) -> tuple[Outlet, ...]:
        """Return the outlets in file order."""
        return tuple(self._outlets.values())

    def by_key(self, key: str) -> Outlet:
        """Return the outlet with this key; raises UnknownName, whose message names the nearest keys."""
        if key in self._outlets:
            return self._outlets[key]
        from difflib import get_close_matches

        near = get_close_matches(key, self._outlets, n=5, cutoff=0.4) or list(self._outlets)[:5]
        raise UnknownName(f"no outlet has the key {key!r}; keys near it: {', '.join(near)}")

    def by_name(self, text: str) -> Outlet | None:
        """Return the outlet with this name, or None. Case, a leading "The" and outer punctuation do not matter."""
        return self._names.get(folded(text))

    def by_domain(self, address: str) -> Outlet | None:
        """Return the outlet that owns this address or host name, or None. The longest listed domain wins."""
        labels = host_of(address).split(".")
        for start in range(len(labels) - 1):
            found = self._domains.get(".".join(labels[start:]))
            if found is not None:
                return found
        return None

    @cached_property
    def _names(self) -> dict[str, Outlet]:
        return {folded(name): outlet for outlet in self for name in outlet.names}

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self for domain in outlet.domains}


def folded(name: str) -> str:
    """Return `name` as names are compared: lower case, single spaces, no leading "the", no outer punctuation."""
    plain = " ".join(name.replace("’", "'").casefold().split()).strip(" .,:;|-–—()[]\"“”'")
    return plain.removeprefix("the ")


def load_outlets(*extra: Path) -> Outlets:
    """Return the outlets that come with Parallax and those of the files `extra`, which win where keys are the same.

    Without files these are the outlets in use (see `in_use`), where some are, else those that come with Parallax.

    Raises InputError, which names file, outlet and field, when a file cannot be read or an outlet is not well formed.
    """
    if not extra:
        chosen = _IN_USE.get()
        return _packaged() if chosen is None else chosen
    return _merged([*_packaged_texts(), *((str(path), _text_of(path)) for path in extra)])


def outlets_for(library: Path | None, *, given: Path | None = None) -> Outlets:
    """Return the outlets that come with Parallax and those of the person's own file.

    That is the first of: `given`, $PARALLAX_OUTLETS, outlets.toml beside the library, outlets.toml in the user's
    configuration folder; the last two only where they are there. Raises InputError, which says what is wrong in it.
    """
    own = own_file(library, given=given)
    return load_outlets(own) if own is not None else _packaged()


_IN_USE: ContextVar[Outlets | None] = ContextVar("outlets in use", default=None)

_Thing = TypeVar("_Thing")


@contextmanager
def in_use(outlets: Outlets) -> Iterator[None]:
    """Let `load_outlets()` return these, in this thread, until the end of the block."""
    token = _IN_USE.set(outlets)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def each_in_use(outlets: Outlets, things: Iterable[_Thing]) -> Iterator[_Thing]:
    """Yield the things, each made while these outlets are in use, and handed on while they are not."""
    making = iter(things)
    while True:
        with in_use(outlets):
            try:
                thing = next(making)
            except StopIteration:
                return
        yield thing


def own_file(library: Path | None, *, given: Path | None = None) -> Path | None:
    """Return the person's own file of outlets (see `outlets_for`); None when there is none."""
    chosen = os.environ.get("PARALLAX_OUTLETS")
    if given is not None or chosen:
        return given if given is not None else Path(str(chosen)).expanduser()
    places = [library.parent / OWN] if library is not None else []
    places.append(Path(platformdirs.user_config_dir("parallax", appauthor=False)) / OWN)
    return next((place for place in places if place.is_file()), None)


@cache
def _packaged() -> Outlets:
    return _merged(_packaged_texts())


def _packaged_texts() -> list[tuple[str, str]]:
    package = files("sources")
    places = (("outlets.toml", package / "outlets.toml"), ("demo/outlets.toml", package / "demo" / "outlets.toml"))
    return [(f"sources/{name}", place.read_text(encoding="utf-8")) for name, place in places if place.is_file()]


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a TOML file of outlets") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8; save the file of outlets as UTF-8") from error


def _merged(texts: list[tuple[str, str]]) -> Outlets:
    outlets: dict[str, Outlet] = {}
    origin: dict[str, str] = {}
    for file, text in texts:
        for outlet in parsed(text, file):
            outlets[outlet.key] = outlet
            origin[outlet.key] = file
    _refuse_shared(outlets, origin)
    return Outlets(outlets)


def _refuse_shared(outlets: Mapping[str, Outlet], origin: Mapping[str, str]) -> None:
    owner: dict[tuple[str, str], str] = {}
    for key, outlet in outlets.items():
        marks = [("names", folded(name), name) for name in outlet.names]
        marks += [("domains", domain, domain) for domain in outlet.domains]
        for field, mark, shown in marks:
            first = owner.setdefault((field, mark), key)
            if first != key:
                raise InputError(
                    f"{origin[key]}: outlet {key}, field {field}: {shown!r} is also in {first} ({origin[first]}); "
                    "leave it to one of them, or use the same key to replace the outlet"
                )
