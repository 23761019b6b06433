"""What a person names on the command line, as things that can be read: files, the files of folders, standard input."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sources.errors import InputError, NoArticle, Unreadable
from sources.page import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing that can be read."""

    origin: str
    """As people may see it: the path as named, on one line; "standard input"."""

    size: int
    """Bytes in it."""

    read: Callable[[int], bytes]
    """(at most so many bytes) -> them, from the beginning. Raises OSError."""


_NO_ARTICLES = frozenset(
    ".bat .c .cfg .css .env .h .ini .ipynb .java .js .lock .log .map .mjs .php .ps1 .py .sh .sql .toml .ts .yaml "
    ".yml".split()
)
"""Endings of files in folders that hold programs and settings."""


def inputs_of(inputs: Sequence[str], *, stdin: bytes | None) -> Iterator[Input | Refused]:
    """Yield what can be read of `inputs`, in order, and a refusal for what cannot. Nothing is opened yet."""
    for text in inputs:
        if text == "-":
            yield _standard_input(stdin)
        elif text.lower().startswith(("http://", "https://")):
            why = "is an address, and pages are not fetched; save the page in your browser and add the file"
            yield Refused(origin=_shown(text), error=InputError(why))
        elif not text:
            yield Refused(origin="''", error=Unreadable("is an empty name; name a file or a folder"))
        else:
            yield from _named(Path(text))


def _standard_input(stdin: bytes | None) -> Input | Refused:
    if stdin is None:
        return Refused(origin="standard input", error=Unreadable("was not given; pipe a page into the command"))
    return Input(origin="standard input", size=len(stdin), read=lambda most: stdin[:most])


def _named(path: Path) -> Iterator[Input | Refused]:
    """Yield a file, or the files of a folder."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _files_of(path)
        elif stat.S_ISREG(status.st_mode):
            yield Input(origin=_shown(path), size=status.st_size, read=lambda most: _beginning(path, most))
        else:
            why = "is a device or a pipe, not a file; pipe its content into the command and name it -"
            yield Refused(origin=_shown(path), error=Unreadable(why))
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        yield Refused(origin=_shown(path), error=Unreadable(_why(path, error)))


def _files_of(folder: Path) -> Iterator[Input | Refused]:
    names = sorted(each.name for each in folder.iterdir())
    pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
    empty = True
    for name in names:
        path = folder / name
        if name.startswith(".") or (name.endswith("_files") and name.removesuffix("_files") in pages and path.is_dir()):
            continue  # hidden, or the pictures and styles that a browser saves beside a page
        if path.is_dir() and path.is_symlink():
            continue  # a link to a folder may lead round in a circle
        empty = False
        if path.suffix.lower() in _NO_ARTICLES and path.is_file():
            why = f"ends in {path.suffix}, as programs and settings do; if it is an article, add it by its own name"
            yield Refused(origin=_shown(path), error=NoArticle(why))
        else:
            yield from _named(path)
    if empty:
        yield Refused(origin=_shown(folder), error=NoArticle("is a folder without files; name one that holds pages"))


def _beginning(path: Path, most: int) -> bytes:
    with path.open("rb") as opened:
        return opened.read(most)


def _why(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read: permission is refused; change its permissions, or copy it to a place of your own"
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return f"is a broken link: {_shown(path.readlink())} is missing; mend the link or name another file"
        return "is not there; check the name"
    if isinstance(error, ValueError):
        return "is no possible file name; check the name"
    return f"cannot be read ({error.strerror or error}); check the name"


def _shown(path: Path | str) -> str:
    """Return a path as text on one line, whatever bytes its name is made of."""
    text = os.fsencode(path).decode("utf-8", errors="replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
