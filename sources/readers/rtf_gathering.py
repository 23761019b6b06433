"""What is gathered while rich text is read: the words of the open paragraph, finished paragraphs, notes."""

import re
from collections import defaultdict
from dataclasses import dataclass

from sources.readers.document import Paragraph, Style, refuse_paragraphs, row_of
from sources.readers.html_blocks import tidy

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class State:
    """What a group inherits and what ends with it."""

    place: str = ""
    """Where the words go: "" to the text, "silent" nowhere, else the name of a destination."""

    font: int = -1
    skip: int = 1
    """Characters after a Unicode escape that stand for it in old programs."""

    bold: bool = False
    hidden: bool = False
    style: Style | None = None
    numbered: bool = False
    centred: bool = False
    in_table: bool = False

    def inherited(self) -> "State":
        """Return the state in which a group inside this one begins."""
        return State(
            self.place,
            self.font,
            self.skip,
            self.bold,
            self.hidden,
            self.style,
            self.numbered,
            self.centred,
            self.in_table,
        )


class Gathering:
    """One file being read: its words go where the state of the open group says."""

    def __init__(self) -> None:
        self.state = State()
        self.skip = 0
        """Characters that only repeat a Unicode escape, still to be passed over."""

        self.encoding = "cp1252"
        self.fonts: dict[int, str] = {}
        self.raw: list[str] = []
        """Bytes that wait for being decoded, as letters of Latin-1."""

        self.words: list[str] = []
        self.weight: set[bool] = set()
        """Whether pieces of the open paragraph are bold, and whether pieces are not."""

        self.said: dict[str, list[str]] = defaultdict(list)
        """Destination other than the text -> its words."""

        self.new_page = False
        self.count = 0
        self.cells: list[list[Paragraph]] = []
        self.paragraphs: list[Paragraph] = []
        self.footnotes: list[tuple[int, str]] = []

    def text(self, words: str) -> None:
        """Take in words as they stand in the file."""
        if self.skip:
            words, self.skip = words[self.skip :], max(0, self.skip - len(words))
        state = self.state
        if state.place != "silent" and not state.hidden:
            self.raw.append(words)
            if not state.place and not words.isspace():
                self.weight.add(state.bold)

    def say(self, words: str) -> None:
        """Take in words that are Unicode already."""
        (self.said[self.state.place] if self.state.place else self.words).append(words)

    def decode(self) -> None:
        """Turn the bytes that wait into words, in the encoding of the font that they were written in."""
        if self.raw:
            words = "".join(self.raw)
            self.raw.clear()
            if not words.isascii():
                encoding = self.fonts.get(self.state.font, self.encoding)
                words = words.encode("latin-1").decode(encoding, errors="replace")
            self.say(words)

    def end(self) -> None:
        """End a paragraph of the text."""
        text = "".join(self.words)
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        state = self.state
        made = Paragraph(
            text=tidy(text),
            style=state.style or ("item" if state.numbered else "plain"),
            bold=self.weight == {True},
            centred=state.centred,
            new_page=self.new_page,
        )
        self.words.clear()
        self.weight.clear()
        self.new_page = False
        self.count += 1
        refuse_paragraphs(self.count)
        if state.in_table:
            if not self.cells:
                self.cells.append([])
            self.cells[-1].append(made)
        else:
            self.row()
            self.paragraphs.append(made)

    def row(self) -> None:
        """End a row of a table."""
        self.paragraphs += row_of(self.cells)
        self.cells = []
