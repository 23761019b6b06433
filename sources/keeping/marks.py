"""Which inputs were read whole: known again by their content, so that adding them again passes over them at once."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sources.adding.inputs import Input
from sources.outlets import Outlets


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An input that was read whole."""

    key: str
    """64 hexadecimal digits from `key_of`."""

    articles: int
    """Articles in it, those among them that the library had already."""

    first: str | None
    """Id of its first article; None when it holds none."""

    refused: int = 0
    """Parts of it that were no article."""


def options_of(*, outlets: Outlets, columns: Mapping[str, str], follow: bool) -> str:
    """Return what, beside its content, decides what is found in an input: this version and what it was told."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        release = version("parallax-news")
    except PackageNotFoundError:
        release = "not installed"
    table = hashlib.sha256(repr(outlets.all).encode()).hexdigest()
    return json.dumps([release, table, sorted(columns.items()), follow])


def key_of(each: Input, *, options: str) -> str:
    """Return the key of an input: of its content, of the ending of its name, which a reader may look at, and `options`.

    Raises OSError and InputError when it cannot be read.
    """
    digest = hashlib.sha256()
    with each.open() as opened:
        while piece := opened.read(1 << 20):
            digest.update(piece)
    ending = PurePath(each.name or each.origin).suffix.casefold()
    return hashlib.sha256(f"{digest.hexdigest()} {ending} {options}".encode()).hexdigest()


def stamp_of(each: Input) -> tuple[int, int] | None:
    """Return size and time of change of a file, to see whether it changed while it was read; None when it is none."""
    if each.path is None:
        return None
    try:
        status = each.path.stat()
    except OSError:
        return (-1, -1)
    return (status.st_size, status.st_mtime_ns)
