"""The lines of a PDF's pages as its text layer gives them: words, place, size of type. What is hostile is bounded."""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING

from sources.errors import InputError, NotText, TooLarge
from sources.readers.markup.blocks import tidy

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 300
"""Pages of one file that are read: more is a book or a year of a paper."""

MOST_STEPS = 2_000_000
"""Drawing steps of all pages together: a page of print has some thousands."""

MOST_LETTERS = 20_000_000
"""Characters on all pages together, hidden ones included."""

LONGEST = 40
"""Seconds for one file: 300 pages of print take 15."""

_LIMITS = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_filters_maximum_length": 4,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 300_000,
    "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_depth": 50,
    "xform_maximum_invocations_per_extraction": 200,
}
"""How much pypdf may unpack and take apart for one stream or one page."""

_INITIAL = 1.8
"""How much larger than the text an initial is, at least."""

_ADVICE = "save the article's text as .txt, and add that"
_SILENT = logging.NullHandler()
_LETTERS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SAME = 1.0
"""Points by which a line drawn twice, to look bold, is moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of type, as it stands on its page."""

    text: str
    """Tidied, ligatures as letters; a soft hyphen at its end is kept as "\u00ad"."""

    page: int
    """From 0."""

    x: float
    """Where it starts, in points from the left."""

    y: float
    """Its base line, in points from the bottom."""

    size: float
    """Size of type in points."""

    bold: bool = False
    """Whether the name of its type says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The text layer of a file."""

    lines: tuple[Line, ...]
    """In the order in which the file draws them."""

    pages: int
    """How many pages there are, with or without text."""

    title: str | None = None
    """The title in the file's own data; None when it has none."""

    broken: int = 0
    """How many pages could not be read, while others could."""


@contextmanager
def _bounded() -> Iterator[None]:
    """Keep pypdf within `_LIMITS`, and its remarks on broken files off the screen."""
    from pypdf import apply_configuration, get_configuration

    logging.getLogger("pypdf").addHandler(_SILENT)
    with apply_configuration(get_configuration().with_overwrites(**_LIMITS)):
        yield


def layer_of(content: bytes) -> Layer:
    """Return the text layer of a PDF. Nothing in it is run, and nothing it links to is opened.

    Raises NotText when it is broken or locked, and TooLarge when a page or the whole holds more than the limits.
    """
    with _bounded():
        try:
            return _read(content)
        except InputError:
            raise
        except (MemoryError, RecursionError) as error:
            raise TooLarge(f"unpacks to more than can be held or is nested too deeply; {_ADVICE}") from error
        except Exception as error:  # pypdf meets a broken file with errors of many kinds
            raise _broken(error) from error


def _broken(error: Exception) -> InputError:
    from pypdf.errors import LimitReachedError

    said = " ".join(str(error).split())[:120].rstrip(".") or type(error).__name__
    if isinstance(error, LimitReachedError):
        return TooLarge(f"is a PDF document that unpacks to more than the limit ({said}); {_ADVICE}")
    return NotText(
        f"is a PDF document that is broken or cut short ({said}); download it again, or open it and print it to a new "
        f"PDF, or {_ADVICE}"
    )


def _read(content: bytes) -> Layer:
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        _unlock(reader)
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise TooLarge(
            f"has {pages:,} pages, over the limit of {MOST_PAGES} for one PDF; print the article's own pages"
        )
    drawn = _Drawn()
    broken: list[Exception] = []
    for number, page in enumerate(reader.pages):
        drawn.page = number
        drawn.in_time()
        try:
            page.extract_text(visitor_operand_before=drawn.step, visitor_text=drawn.take)
        except (InputError, LimitReachedError, MemoryError, RecursionError):
            raise
        except Exception as error:  # a page that is broken, among others that may not be
            broken.append(error)
        drawn.end_line()
    if broken and not drawn.lines:
        raise broken[0]
    return Layer(lines=tuple(_with_initials(drawn.lines)), pages=pages, title=_title(reader), broken=len(broken))


def _with_initials(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, a large initial (drop cap) put before the line that it begins."""
    initial: Line | None = None
    begun = False
    for line, after in zip_longest(lines, lines[1:]):
        if _is_initial(line, after):
            initial, begun = line, False
        elif initial is None or line.page != initial.page or line.y < initial.y - 0.3 * line.size:
            initial = None
            yield line
        else:  # beside the initial: as if set from where that stands
            text = line.text if begun else initial.text + line.text
            begun = True
            yield replace(line, x=initial.x, text=text)


def _is_initial(line: Line, after: Line | None) -> bool:
    if after is None or after.page != line.page or len(line.text) != 1 or not line.text.isupper():
        return False
    word = after.text.split(" ", 1)[0]
    goes_on = word[:1].islower() or (len(word) > 1 and word.isupper())
    return line.size >= _INITIAL * after.size and goes_on and after.y >= line.y - 0.3 * after.size


def _unlock(reader: "PdfReader") -> None:
    from pypdf.errors import DependencyError

    locked = NotText(
        f"is a PDF document that is locked with a password; print it to a new PDF without one, or {_ADVICE}"
    )
    try:
        if not reader.decrypt(""):
            raise locked
    except DependencyError as error:
        why = "is a PDF document in a cipher that is not read here (AES)"
        raise NotText(f"{why}; open it and print it to a new PDF, or {_ADVICE}") from error


def _title(reader: "PdfReader") -> str | None:
    try:
        said = reader.metadata.title if reader.metadata is not None else None
    except Exception:  # the data about the file are broken, its pages are not
        return None
    return tidy(said.replace("\x00", "")) or None if isinstance(said, str) else None


class _Drawn:
    """What was drawn so far, put together to lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.page = 0
        self.steps = 0
        self.letters = 0
        self._end = time.monotonic() + LONGEST
        self._words: list[str] = []
        self._place = (0.0, 0.0, 0.0)
        self._bold = False

    def step(self, operator: object, operands: object, place: object, text_place: object) -> None:
        """Count one drawing step, and the pieces of text in it."""
        inner = operands[0] if operator == b"TJ" and isinstance(operands, list) and operands else None
        self.steps += 1 + (len(inner) if isinstance(inner, list) else 0)
        if self.steps > MOST_STEPS:
            raise TooLarge(f"draws more than {MOST_STEPS:,} steps, as no article does; {_ADVICE}")
        self.in_time()

    def in_time(self) -> None:
        """Raise TooLarge when the file takes too long: what is slow without a step is bounded for each stream."""
        if time.monotonic() > self._end:
            raise TooLarge(f"takes more than {LONGEST} seconds to take apart, as no article does; {_ADVICE}")

    def take(
        self, text: str, place: list[float], text_place: list[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        """Take in a piece of text: it begins at `text_place` inside `place`, and a line break ends its line."""
        self.letters += len(text)
        if self.letters > MOST_LETTERS:
            raise TooLarge(f"holds more than {MOST_LETTERS:,} letters, as no article does; {_ADVICE}")
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end_line()
            if not self._words and piece.strip():
                self._place = _placed(place, text_place, size)
                name = str(font.get("/BaseFont", "")) if font else ""
                self._bold = any(mark in name for mark in ("Bold", "Black", "Heavy", "Semibold", "Demi"))
            if self._words or piece.strip():
                self._words.append(piece)

    def end_line(self) -> None:
        """End the line, if there is one."""
        raw = "".join(self._words).rstrip()
        self._words = []
        text = tidy(raw.translate(_LETTERS))
        if not text:
            return
        x, y, size = self._place
        last = self.lines[-1] if self.lines else None
        again = last is not None and last.page == self.page and last.text.rstrip("\u00ad") == text
        if last is not None and again and abs(last.x - x) <= _SAME and abs(last.y - y) <= _SAME:
            return  # drawn twice, to look bold
        soft = "\u00ad" if raw.endswith("\u00ad") else ""
        self.lines.append(Line(text=text + soft, page=self.page, x=x, y=y, size=size, bold=self._bold))


def _placed(place: list[float], text_place: list[float], size: float) -> tuple[float, float, float]:
    """Return (x, y, size of type) on the page, turned so that the line runs from left to right."""
    a, b, c, d, e, f = (float(part) for part in text_place)
    p, q, r, s, t, u = (float(part) for part in place)
    along, up = a * p + b * r, a * q + b * s
    x, y = e * p + f * r + t, e * q + f * s + u
    height = hypot(c * p + d * r, c * q + d * s)
    turn = atan2(up, along)
    turned = (x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)) if abs(turn) > 0.01 else (x, y)
    return (*turned, round(abs(float(size)) * height, 1))
