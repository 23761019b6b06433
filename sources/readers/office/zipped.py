"""Documents that are ZIP archives of parts (DOCX, ODT), opened without trust in what they say of their size."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import TracebackType
from xml.parsers import expat

from sources.errors import NotText, TooLarge
from sources.readers.markup.blocks import tidy

MOST_MEMBERS = 10_000
"""Parts that one document may have: a long one with a picture on every page has some hundreds."""

MOST_DIRECTORY = 2_000_000
"""Bytes that the list of its parts may have."""

MOST_BYTES = 100_000_000
"""Bytes that one part may have when unpacked."""

_TIGHTEST, _SMALL = 150, 5_000_000
"""How many times smaller than its words a part of more than so many bytes may be packed: real ones are 8 to 20."""

DEEPEST = 256
"""Elements inside each other: real documents have some dozens."""

MOST_NODES = 2_000_000
"""Elements, their attributes and comments in one part: 500 articles of Nexis have some 300,000."""

_AT_ONCE = 65_536
"""Bytes of XML that are read before what they hold is handed on."""

AGAIN = "save it again from the program that wrote it, or save its text as .txt, and add that"


class Parts:
    """The parts of one document. Raises NotText and TooLarge when it cannot be trusted or read."""

    def __init__(self, content: bytes) -> None:
        _refuse_directory(content)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as error:
            raise NotText(f"is a broken document, perhaps cut short ({line_of(error)}); {AGAIN}") from error
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
        if about.file_size > _SMALL and about.file_size > _TIGHTEST * about.compress_size:
            times = about.file_size // max(1, about.compress_size)
            raise TooLarge(f"holds {times:,} times what it is packed into, as no document does; {AGAIN}")
        try:
            with self._archive.open(about) as part:
                content = part.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise NotText(
                f"is a broken document: its part {name} cannot be unpacked ({line_of(error)}); {AGAIN}"
            ) from error
        if len(content) > MOST_BYTES:
            raise TooLarge(_too_large(len(content)))
        return content

    def xml(self, name: str) -> bytes:
        """Return a part of XML after a look at all of it: what `elements` refuses is refused, and so is too much."""
        content = self.read(name)
        for _ in elements(content, tags=frozenset()) if content else ():
            pass
        return content


def elements(
    content: bytes, *, tags: frozenset[str], spoken: frozenset[str] | None = frozenset()
) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield what an XML part holds: ("start", name, attributes), ("end", name, {}) and ("text", words, {}).

    Names are local ones, whatever their namespace; elements count when they are among `tags`, words when they stand
    right inside an element of `spoken` (None: anywhere). Nothing is held in memory, and nothing outside the part is
    opened. Raises NotText when the part is not well formed, nested over 256 deep, or declares a document type, as no
    office program does.
    """
    found: list[tuple[str, str, Mapping[str, str]]] = []
    inside: list[str] = []
    count = 0

    def counted(*_: object, more: int = 1) -> None:
        nonlocal count
        count += more
        if count > MOST_NODES:
            raise TooLarge(f"has over {MOST_NODES:,} elements in one part; split it, or {AGAIN.partition('or ')[2]}")

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("}")[2]
        inside.append(local)
        counted(more=1 + len(attributes))
        if len(inside) > DEEPEST:
            raise NotText(f"is nested over {DEEPEST} elements deep; {AGAIN}")
        if local in tags:
            found.append(("start", local, {key.rpartition("}")[2]: value for key, value in attributes.items()}))

    def end(name: str) -> None:
        local = inside.pop()
        if local in tags:
            found.append(("end", local, {}))

    def text(words: str) -> None:
        if inside and (spoken is None or inside[-1] in spoken):
            found.append(("text", words, {}))

    def doctype(*_: object) -> None:
        raise NotText(f"declares a document type, as documents of office programs never do; {AGAIN}")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, doctype
    parser.CommentHandler = parser.ProcessingInstructionHandler = counted
    for place in range(0, len(content) + 1, _AT_ONCE):
        try:
            parser.Parse(content[place : place + _AT_ONCE], place + _AT_ONCE > len(content))
        except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that is none
            raise NotText(f"is a broken document: its XML cannot be read ({line_of(error)}); {AGAIN}") from error
        yield from found
        found.clear()


def properties(content: bytes, *names: str) -> dict[str, str]:
    """Return what an XML part says in the first element of each of these names; without those that say nothing."""
    found: dict[str, str] = {}
    words: list[str] = []
    wanted = frozenset(names)
    for event, name, _ in elements(content, tags=wanted, spoken=wanted) if content else ():
        if event == "text":
            words.append(name)
        elif event == "start":
            words = []
        elif text := tidy("".join(words)):
            found.setdefault(name, text)
    return found


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


def line_of(error: Exception) -> str:
    """Return what an error says, short and on one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__
