"""Rich text (RTF) as paragraphs: one pass over groups and control words, after the RTF specification 1.9.1."""

import codecs
import re

from sources.errors import NotText
from sources.readers.document import Document, Style, style_named
from sources.readers.html_blocks import tidy
from sources.readers.rtf_gathering import Gathering, State
from sources.readers.rtf_words import DESTINATIONS, ENCODINGS, SIGNS

DEEPEST = 10_000
"""Groups inside each other; real documents have fewer than a hundred."""

_TOKEN = re.compile(
    r"([^\\{}\r\n]+)|([{}])|\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|[\r\n]+|\\"
)
_TEXT, _BRACE, _WORD, _NUMBER, _HEX, _SIGN = range(1, 7)
_SIGNS = {"~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_CHARACTER = frozenset({"b", "plain", "v", "deleted", "f", "uc"})
_PARAGRAPH = frozenset({"pard", "s", "outlinelevel", "ql", "qr", "qj", "qc", "intbl", "ls"})
_ENDS = frozenset({"par", "cell", "nestcell", "row", "page", "sect", "pagebb"})
_TABLES = frozenset({"ansicpg", "mac", "pc", "pca", "deff", "fcharset"})
_KNOWN = frozenset((*DESTINATIONS, *SIGNS, *_CHARACTER, *_PARAGRAPH, *_ENDS, *_TABLES, "u", "bin"))


def document_of(content: bytes) -> Document:
    """Return what a rich text file holds; raises NotText when its groups are nested too deep.

    Left out: pictures, embedded objects, headers and footers, comments, fields, deleted and hidden words. A file that
    ends in the middle is read as far as it goes, and a note says so.
    """
    return _Reading().document(content.decode("latin-1"))


class _Reading(Gathering):
    """What the groups and control words of a file do."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[State] = []
        self.starred = False
        self.styles: dict[int, Style | None] = {}
        self.style, self.level = 0, False

    def document(self, text: str) -> Document:
        """Read all of a file; its bytes come as letters of Latin-1, and get their own encodings later."""
        start: int | None = 0
        while start is not None:
            start = self._read_from(start, text)
        whole = not self.stack and bool(text)
        while self.stack:
            self._close()
        return Document(
            paragraphs=tuple(self.paragraphs),
            footnotes=tuple(self.footnotes),
            title=tidy("".join(self.said["title"])) or None,
            author=tidy("".join(self.said["author"])) or None,
            notes=() if whole else ("the file ends in the middle; what came after that is missing",),
        )

    def _read_from(self, start: int, text: str) -> int | None:
        """Read on from there; return where to go on after bytes that are no text, None at the end."""
        for token in _TOKEN.finditer(text, start):
            kind = token.lastindex
            if kind == _TEXT:
                self.text(token[_TEXT])
            elif kind == _BRACE:
                self.skip = 0
                if token[_BRACE] == "{":
                    self._open()
                elif self.stack:
                    self._close()
                    if not self.stack:  # the end, unless a further file is joined to this one
                        joined = text.find("{\\rtf", token.end())
                        return joined if joined >= 0 else None
            elif kind in (_WORD, _NUMBER):
                word = token[_WORD]
                if word in _KNOWN or self.starred or self.skip:
                    if word == "bin":
                        return token.end() + max(0, int(token[_NUMBER] or 0))
                    self._word(word, int(token[_NUMBER]) if kind == _NUMBER else None)
            elif kind is not None:
                self._sign(token[_HEX], token[_SIGN])
        return None

    def _open(self) -> None:
        if len(self.stack) == DEEPEST:
            raise NotText(f"is nested over {DEEPEST:,} groups deep; save its text as .txt, and add that")
        self.stack.append(self.state)
        self.state = self.state.inherited()
        self.starred = False

    def _close(self) -> None:
        """End a group."""
        state, parent = self.state, self.stack.pop()
        if self.raw and (state.place or state.font != parent.font or state.place != parent.place or not self.stack):
            self.decode()
        place = state.place
        if place != parent.place or place == "stylesheet":
            self._destination_ended(place, parent)
        if not self.stack and place == "":
            if tidy("".join(self.words)):
                self.end()
            self.row()
        self.state, self.starred = parent, False

    def _destination_ended(self, place: str, parent: State) -> None:
        if place == "stylesheet" and parent.place == place:
            name = tidy("".join(self.said.pop(place, []))).rstrip(" ;")
            self.styles[self.style] = style_named(name) or ("heading" if self.level else None)
            self.style, self.level = 0, False
        elif place == "footnote":
            self.footnotes.append((len(self.paragraphs), tidy("".join(self.said.pop(place, [])))))
        elif place == "silent" and self.state.numbered:
            parent.numbered = True

    def _sign(self, digits: str | None, sign: str | None) -> None:
        if self.skip:
            self.skip -= 1
        elif digits:
            self.text(chr(int(digits, 16)))
        elif sign == "*":
            self.starred = True
        elif sign in ("\r", "\n"):
            self._ended("par")
        elif sign in _SIGNS:
            self.text(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        """Take in a control word."""
        state = self.state
        if word == "u":
            self.decode()
            if number is not None and state.place != "silent" and not state.hidden:
                code = number + 0x10000 if number < 0 else number
                self.say(chr(code) if 0 <= code <= 0x10FFFF else "\ufffd")
                self.weight.add(state.bold)
            self.skip = state.skip
        elif self.skip:
            self.skip -= 1
        elif word in DESTINATIONS:
            self.decode()
            state.numbered |= word in ("listtext", "pntext")
            state.place, self.starred = self._place(DESTINATIONS[word]), False
        elif self.starred:
            self.decode()
            state.place, self.starred = "silent", False
        elif state.place == "silent":
            pass
        elif word in SIGNS:
            if not state.hidden:
                self.decode()
                self.say(SIGNS[word])
                if not state.place and SIGNS[word] != " ":
                    self.weight.add(state.bold)
        else:
            self._known(word, number)

    def _place(self, destination: str) -> str:
        """Return where the words of a group go that opens this destination."""
        before = self.state.place
        if before == "silent":
            return before
        if destination == "inside":
            return "" if before == "hull" else before
        if destination in ("title", "author"):
            return destination if before == "info" else "silent"
        return destination if destination != "footnote" or before == "" else "silent"

    def _known(self, word: str, number: int | None) -> None:
        state = self.state
        if word in _ENDS:
            self._ended(word)
        elif word in _PARAGRAPH:
            if word == "pard":
                state.style, state.numbered, state.centred, state.in_table = None, False, False, False
            elif word == "s" and state.place == "stylesheet":
                self.style = number or 0
            elif word == "s":
                state.style = self.styles.get(number or 0)
            elif word == "outlinelevel" and state.place == "stylesheet":
                self.level = 0 <= (number or 0) <= 8
            elif word == "outlinelevel" and state.style is None and 0 <= (number or 0) <= 8:
                state.style = "heading"
            elif word == "intbl":
                state.in_table = True
            elif word == "ls":
                state.numbered = bool(number)
            elif word.startswith("q"):
                state.centred = word == "qc"
        elif word == "b":
            state.bold = number != 0
        elif word == "plain":
            state.bold = state.hidden = False
        elif word in ("v", "deleted"):
            state.hidden = number != 0
        elif word == "f":
            self.decode()
            state.font = -1 if number is None else number
        elif word == "uc":
            state.skip = max(0, min(number if number is not None else 1, 8))
        elif word == "fcharset":
            self.fonts[state.font] = ENCODINGS.get(number or 0, self.encoding)
        elif word == "deff":
            state.font = -1 if number is None else number
        else:
            self.encoding = _encoding(word, number)

    def _ended(self, word: str) -> None:
        """End a paragraph, a cell, a row or a page."""
        self.decode()
        if self.state.place != "":
            self.say(" ")
        elif word in ("par", "nestcell"):
            self.end()
        elif word == "cell":
            self.state.in_table = True
            self.end()
            self.cells.append([])
        elif word == "row":
            self.row()
        else:
            if word != "pagebb" and self.weight:
                self.end()
            self.new_page = True


def _encoding(word: str, number: int | None) -> str:
    """Return the encoding that the file declares for itself; windows-1252 where Python does not know it."""
    name = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word) or (
        "utf-8" if number == 65001 else f"cp{number}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
