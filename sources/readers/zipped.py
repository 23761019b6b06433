"""Documents that are ZIP archives of parts (DOCX, ODT), opened without trust in what they say of their size."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from types import TracebackType

from lxml import etree

from sources.errors import NotText, TooLarge

MOST_MEMBERS = 10_000
"""Parts that one document may have: a long one with a picture on every page has some hundreds."""

MOST_DIRECTORY = 2_000_000
"""Bytes that the list of its parts may have."""

MOST_BYTES = 100_000_000
"""Bytes that one part may have when unpacked."""

AGAIN = "save it again from the program that wrote it, or save its text as .txt, and add that"


class Parts:
    """The parts of one document. Raises NotText and TooLarge when it cannot be trusted or read."""

    def __init__(self, content: bytes) -> None:
        _refuse_directory(content)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as error:
            raise NotText(f"is a broken document, perhaps cut short ({_line(error)}); {AGAIN}") from error
        self._names = {name.lstrip("/"): name for name in self._archive.namelist()}

    def __enter__(self) -> "Parts":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def read(self, name: str) -> bytes:
        """Return a part unpacked, b"" when the document has none of that name."""
        if name not in self._names:
            return b""
        about = self._archive.getinfo(self._names[name])
        if about.flag_bits & 1:
            raise NotText("is locked with a password; save it without one, or save its text as .txt, and add that")
        if about.file_size > MOST_BYTES:
            raise TooLarge(_too_large(about.file_size))
        try:
            with self._archive.open(about) as part:
                content = part.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise NotText(
                f"is a broken document: its part {name} cannot be unpacked ({_line(error)}); {AGAIN}"
            ) from error
        if len(content) > MOST_BYTES:
            raise TooLarge(_too_large(len(content)))
        return content


def elements(content: bytes, *, tags: frozenset[str]) -> Iterator[tuple[str, str, etree._Element]]:
    """Yield ("start" or "end", name, element) for the elements of an XML part with these local names.

    No entity is read, nothing outside the part is opened, and nesting deeper than 256 is refused. What has ended may
    be cleared by the caller. Raises NotText when the part is not well formed.
    """
    wanted = [f"{{*}}{tag}" for tag in sorted(tags)]
    try:
        walk = etree.iterparse(
            io.BytesIO(content),
            events=("start", "end"),
            tag=wanted,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for event, element in walk:
            yield event, str(element.tag).rpartition("}")[2], element
    except etree.LxmlError as error:
        raise NotText(f"is a broken document: its XML cannot be read ({_line(error)}); {AGAIN}") from error


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its local name, whatever its namespace; None without it."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def _refuse_directory(content: bytes) -> None:
    """Refuse what has no list of parts at its end, or one that is far too long, before it is read."""
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if end < 0 or len(content) < end + 22:
        raise NotText(f"is a broken document, perhaps cut short: its list of parts is missing; {AGAIN}")
    members = int.from_bytes(content[end + 10 : end + 12], "little")
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    if members > MOST_MEMBERS or size > MOST_DIRECTORY or content[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        raise TooLarge(f"is an archive of more parts than any document has; {AGAIN}")


def _too_large(size: int) -> str:
    return (
        f"has a part of {size / 1e6:,.0f} MB or more when unpacked, over the limit of {MOST_BYTES / 1e6:,.0f} MB; "
        "split it, or save its text as .txt, and add that"
    )


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
