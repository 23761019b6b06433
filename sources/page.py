"""`Page`: what a reader hands to cleaning, before the text is settled."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sources.errors import InputError

BlockKind = Literal["paragraph", "heading", "item", "line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page in reading order."""

    text: str
    """Without line breaks, NFC, trimmed. List items carry no bullet: `kind` says so."""

    kind: BlockKind
    """paragraph, heading and item where the form says so (tags, a bullet, brackets); else line: cleaning decides."""

    gap_before: bool = False
    """True when one or more empty lines stood before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A block that the reader itself already took for no part of the article."""

    text: str
    """Its words."""

    rule: str
    """Why: a name that docs/method.md explains."""

    before: int | None = None
    """Number of the block of the page before which it stood (the number of blocks: after the last); None when the form
    does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read: its blocks and what it says of itself. Unknown is None."""

    blocks: tuple[Block, ...]
    reader: str
    """Name of the reader."""

    origin: str
    """Path, address or row it came from."""

    settled: bool = False
    """True when the body was already cut out by its form (a CSV column, trafilatura): then only light rules run."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    byline: str | None = None
    section: str | None = None
    found: tuple[tuple[str, str], ...] = ()
    """(field, where) for each of the fields above that is known."""

    summary: tuple[str, ...] = ()
    """The outlet's own summary where the form gives it apart from the body, one entry a point."""

    removed: tuple[Cut, ...] = ()
    """What the reader itself already cut (navigation of an HTML page), in page order."""

    notes: tuple[str, ...] = ()
    """What the person who adds it should know, one line each: a guessed encoding, a date that is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """An article that the input only points to (an entry of a feed, a row of addresses): it can be fetched."""

    origin: str
    """Path or address of the list, and the entry."""

    url: str
    """Where the article is: http or https."""

    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    byline: str | None = None
    found: tuple[tuple[str, str], ...] = ()
    """(field, where) for what the list says; used where the fetched page does not say it itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A part of the input (one row) that cannot be read, while the others can."""

    origin: str
    """Path and row."""

    error: InputError
    """What is wrong with it, why, and what to do."""


Read = Page | Elsewhere | Refused
"""What a reader may find in an input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A way to read one form of input."""

    name: str
    """Shown to people and stored in `Article.source`: "plain text", "HTML", "JSON lines", "CSV"."""

    detects: Callable[[bytes, str], bool]
    """(first 64 KiB of the content, file name) -> True when this reader should read it. Looks at content first."""

    read: Callable[[bytes, str], Iterable[Read]]
    """(whole content, origin) -> the pages in it, in order. Raises InputError when none of it can be read."""

    limit: int = 10_000_000
    """Most bytes that one input may have: more for a table of many articles."""

    binary: bool = False
    """True when `read` wants the bytes as they are; else they come as UTF-8, whatever they were."""

    from_file: Callable[[Path, str], Iterable[Read]] | None = None
    """(file, origin) -> the pages in it, for forms too large to hold in memory (an archive, a database): used in
    place of `read`, with no limit of size. None: `read` does."""

    with_columns: Callable[[Mapping[str, str]], "Reader"] | None = None
    """{field of `Page`: column} -> the same reader with the columns named by the person, which wins over detection.
    None: the form has no columns."""
