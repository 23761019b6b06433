"""Where a library is: a file or a database by address, whether it is one, and whether it may be written."""

import os
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sources.errors import LibraryError


def url_of(target: Path | str) -> URL:
    """Return the address of a library: a path means SQLite; a text with :// is an SQLAlchemy URL."""
    if isinstance(target, Path) or "://" not in target:
        return URL.create("sqlite", database=str(Path(target).expanduser()))
    try:
        return make_url(target)
    except ArgumentError as error:
        raise LibraryError(f"{target}: is no database address; write a path or an SQLAlchemy URL") from error


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite library; None for a library that is no file."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database)


_HEAD = b"SQLite format 3\x00"


def refuse_stranger(file: Path) -> None:
    """Raise LibraryError when `file` is a folder, cannot be read, or is no SQLite file. An empty file will do."""
    if file.is_dir():
        raise LibraryError(f"{file}: is a folder; name the library file, e.g. {file / 'library.sqlite'}")
    if file.exists() and not file.is_file():
        raise LibraryError(f"{file}: is a device, not a file; name a file for the library")
    try:
        with file.open("rb") as opened:
            head = opened.read(len(_HEAD))
    except OSError as error:
        raise LibraryError(f"{file}: cannot be read ({error.strerror}); choose another with --library") from error
    if head and head != _HEAD:
        raise LibraryError(
            f"{file}: is not a Parallax library; choose another file with --library (it was not changed)"
        )


def only_to_read(file: Path) -> URL:
    """Return the address of a library in a folder where nothing may be written.

    SQLite wants to make a file beside a library that it reads; here it is told that nobody changes the library.
    """
    address = f"file:{quote(str(file.absolute()))}"
    return URL.create("sqlite", database=address, query={"immutable": "1", "mode": "ro", "uri": "true"})


def may_be_written(file: Path) -> bool:
    """Return whether the file and its folder may be written, or somebody who may has the library open."""
    beside = file.with_name(f"{file.name}-wal")
    return beside.exists() or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))
