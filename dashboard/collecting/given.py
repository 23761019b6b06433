"""What a person gives in the browser, put down in a folder beside the library until it was read."""

import re
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO

from sources.adding.inputs import Input, shown
from sources.errors import InputError, NotAllowed, TooLarge

MOST_TEXT = 2_000_000
"""Bytes of pasted text."""

MOST_FILES = 200_000_000
"""Bytes of all files of one giving."""

MOST_PIECES = 2_000
"""Files of one giving."""

MOST_ADDRESSES = 200
"""Addresses of one giving."""

_PIECE = 1 << 20
_NAME = 150


class NothingGiven(InputError):
    """A person pressed the button and gave nothing."""

    slug = "nothing-given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file as it comes from a browser."""

    name: str
    """As the browser calls it: shown, never used as a path."""

    stream: IO[bytes]


def put_down(
    folder: Path, *, text: str, uploads: Iterable[Upload], addresses: Sequence[str], pasted_as: str
) -> dict[str, object]:
    """Write what was given into a new folder inside `folder`, under names of our own; return the task of reading it.

    `pasted_as` is what pasted text is called. Raises NothingGiven, TooLarge and NotAllowed, with nothing left behind.
    """
    place = folder / f"given-{secrets.token_hex(8)}"
    place.mkdir(mode=0o700, parents=True)
    try:
        pieces = [*_pasted(place, text, pasted_as), *_files(place, uploads)]
        if not pieces and not addresses:
            raise NothingGiven("paste a text, choose files or write an address first")
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    return {"place": place.name, "pieces": pieces, "addresses": list(addresses)}


def inputs_in(folder: Path, task: object) -> list[str | Input]:
    """Return what a task names as what `collect` takes: files by the names that people gave them, and addresses."""
    if not isinstance(task, dict):
        return []
    place = folder / Path(str(task.get("place", ""))).name
    made: list[str | Input] = []
    for file, name in task.get("pieces", ()):
        path = place / Path(str(file)).name
        made.append(
            Input(origin=str(name), size=path.stat().st_size, open=partial(_open, path), path=path, name=str(name))
        )
    made.extend(str(address) for address in task.get("addresses", ()))
    return made


def done_with(folder: Path, task: object) -> None:
    """Remove what was put down for a task that was done."""
    name = Path(str(task.get("place", ""))).name if isinstance(task, dict) else ""
    if name.startswith("given-"):
        shutil.rmtree(folder / name, ignore_errors=True)


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the addresses in a field, each once, one a line or with spaces between. https is meant where none is said.

    Raises NotAllowed for what is no web address, and TooLarge for too many.
    """
    found = list(dict.fromkeys(text.split()))
    if len(found) > MOST_ADDRESSES:
        raise TooLarge(f"{len(found):,} addresses are more than the limit of {MOST_ADDRESSES}; give them in parts")
    made = []
    for one in found:
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):(?://|(?!\d))", one)
        address = one if scheme else f"https://{one}"
        if scheme and scheme[1].lower() not in {"http", "https"}:
            raise NotAllowed(f"{shown(one[:80])}: only addresses that begin with http or https are fetched")
        if not re.match(r"https?://[^\s/]+\.[^\s/]|https?://(?:localhost|\[)", address, re.IGNORECASE):
            raise NotAllowed(f"{shown(one[:80])}: is no web address; write it like https://example.org/page")
        made.append(address)
    return tuple(made)


def _pasted(place: Path, text: str, name: str) -> Iterable[tuple[str, str]]:
    if not text.strip():
        return
    content = text.encode("utf-8", errors="replace")
    if len(content) > MOST_TEXT:
        raise TooLarge(
            f"the pasted text has {len(content) / 1e6:,.1f} MB, more than the limit of {MOST_TEXT / 1e6:.0f} MB; "
            "save it as a file and choose that"
        )
    (place / "0.txt").write_bytes(content)
    yield "0.txt", name


def _files(place: Path, uploads: Iterable[Upload]) -> Iterable[tuple[str, str]]:
    size = 0
    for number, upload in enumerate(uploads, start=1):
        if number > MOST_PIECES:
            raise TooLarge(f"more than {MOST_PIECES:,} files; give them in parts, or pack them in one .zip")
        name = called(upload.name) or f"file {number}"
        path = place / f"{number}.bin"
        with path.open("wb") as target:
            while piece := upload.stream.read(_PIECE):
                size += len(piece)
                if size > MOST_FILES:
                    raise TooLarge(too_many_bytes())
                target.write(piece)
        yield path.name, name


def too_many_bytes() -> str:
    """Return what to say of more than `MOST_FILES`."""
    return f"the files have more than {MOST_FILES / 1e6:.0f} MB together; give them in parts, or use parallax add"


def called(name: str) -> str:
    """Return a file's name as it may be shown and judged by its ending: the last part of it, on one line."""
    last = re.split(r"[/\\]", name.replace("\x00", ""))[-1]
    return shown(" ".join(last.split()))[-_NAME:]


def _open(path: Path) -> BinaryIO:
    return path.open("rb")
