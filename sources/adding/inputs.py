"""What a person names on the command line, as things that can be read: files, folders' files, standard input."""

import io
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from sources.errors import InputError, NoArticle, NotAllowed, Unreadable
from sources.page import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing that can be read."""

    origin: str
    """As people may see it: the path as named, on one line; "standard input"; "a.zip: page.html"; an address."""

    size: int | None
    """Bytes in it when it was found; None when only reading it can tell (what is packed)."""

    open: Callable[[], BinaryIO]
    """Opens it at its beginning. Raises OSError; reading may raise InputError where it is packed."""

    path: Path | None = None
    """The file that holds exactly this, for readers that want a file; None when there is none."""

    name: str = ""
    """Name by which a reader may judge it; "": its origin is the name."""

    packed: int | None = None
    """Bytes of the packed form that it comes from; None when it is not packed."""

    address: str | None = None
    """Where on the web it was fetched from; None when it was not."""

    charset: str | None = None
    """Encoding that the server named; None when it named none."""

    def read(self, most: int) -> bytes:
        """Return at most so many bytes from the beginning."""
        with self.open() as opened:
            return opened.read(most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address on the web, to be fetched."""

    url: str
    """As the person wrote it: http or https."""


_NO_ARTICLES = frozenset(
    ".bat .c .cfg .css .env .h .ini .ipynb .java .js .lock .log .map .mjs .php .ps1 .py .sh .sql .toml .ts .yaml "
    ".yml".split()
)
"""Endings of files in folders that hold programs and settings."""


def inputs_of(inputs: Sequence[str | Input], *, stdin: bytes | Path | None) -> Iterator[Input | Address | Refused]:
    """Yield what can be read of `inputs`, in order, and a refusal for what cannot. Nothing is opened yet.

    `stdin` is what standard input gave, or a file that holds it. What is an input already is itself.
    """
    for text in inputs:
        if isinstance(text, Input):
            yield text
        elif text == "-":
            yield _standard_input(stdin)
        elif text.lower().startswith(("http://", "https://")):
            yield Address(url=text)
        elif not text:
            yield Refused(origin="''", error=Unreadable("is an empty name; name a file or a folder"))
        elif (scheme := _SCHEME.match(text)) is not None and not Path(text).exists():
            yield Refused(origin=shown(text), error=NotAllowed(_other_scheme(scheme[1].lower(), text)))
        else:
            yield from _named(Path(text))


_LIKE_AN_ADDRESS = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/|[\w-]+\.(?:com|org|net|co\.uk|de|fr|eu)\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


def _other_scheme(scheme: str, text: str) -> str:
    """Return what to say of an address that no browser gives for a page of news."""
    if scheme == "file":
        return f"is an address of a file; name the file by its path: {shown(unquote(urlsplit(text).path)) or 'PATH'}"
    return f"is an address of the kind {scheme}; only http and https are read: save the page and add the file"


def _standard_input(stdin: bytes | Path | None) -> Input | Refused:
    origin = "standard input"
    if stdin is None:
        return Refused(origin=origin, error=Unreadable("was not given; pipe a page into the command"))
    if isinstance(stdin, bytes):
        return held(stdin, origin=origin)
    return Input(origin=origin, size=stdin.stat().st_size, open=partial(_opened, stdin), path=stdin, name=origin)


def held(content: bytes, *, origin: str, address: str | None = None, charset: str | None = None) -> Input:
    """Return what is in memory already as an input."""
    return Input(origin=origin, size=len(content), open=partial(io.BytesIO, content), address=address, charset=charset)


def _named(path: Path) -> Iterator[Input | Refused]:
    """Yield a file, or the files of a folder."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _files_of(path)
        elif stat.S_ISREG(status.st_mode):
            yield Input(origin=shown(path), size=status.st_size, open=partial(_opened, path), path=path)
        else:
            why = "is a device or a pipe, not a file; pipe its content into the command and name it -"
            yield Refused(origin=shown(path), error=Unreadable(why))
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        yield Refused(origin=shown(path), error=Unreadable(_why(path, error)))


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
        if (why := programs_and_settings(path.name)) and path.is_file():
            yield Refused(origin=shown(path), error=why)
        else:
            yield from _named(path)
    if empty:
        yield Refused(origin=shown(folder), error=NoArticle("is a folder without files; name one that holds pages"))


def programs_and_settings(name: str) -> InputError | None:
    """Return why a file of this name in a folder or an archive is not read; None when it is."""
    ending = Path(name).suffix.lower()
    if ending not in _NO_ARTICLES:
        return None
    return NoArticle(f"ends in {ending}, as programs and settings do; if it is an article, add it by its own name")


def _opened(path: Path) -> BinaryIO:
    """Open a file, but never wait for a pipe that took its place since the folder was listed."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    opened = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        opened.close()
        raise Unreadable("is a device or a pipe, not a file; pipe its content into the command and name it -")
    return opened


def _why(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read: permission is refused; change its permissions, or copy it to a place of your own"
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return f"is a broken link: {shown(path.readlink())} is missing; mend the link or name another file"
        if _LIKE_AN_ADDRESS.match(str(path)):
            return f"is not there; check the name, or write https://{shown(path)} if it is an address"
        return "is not there; check the name"
    if isinstance(error, ValueError):
        return "is no possible file name; check the name"
    return f"cannot be read ({error.strerror or error}); check the name"


def shown(path: Path | str) -> str:
    """Return a path as text on one line, whatever bytes its name is made of."""
    text = os.fsencode(path).decode("utf-8", errors="replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
