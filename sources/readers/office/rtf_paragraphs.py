"""Rich text (RTF) as paragraphs: its words as striprtf reads them, their form from marks that come through it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sources.errors import NotText
from sources.readers.markup.blocks import tidy
from sources.readers.office.document import Document, Paragraph, Style, refuse_paragraphs, row_of, style_named
from sources.readers.office.rtf_marks import BOLD, CELL, FORM, ITEM, NOTE, NOTE_END, PAGE, PLAIN, ROW, marked
from sources.readers.office.zipped import line_of

_HEAD = 500_000
"""Characters in which a file says its styles and properties."""

_STYLE = re.compile(r"\{\\s(\d+)(?!\d)([^{};]*);\}")
_WORDS = re.compile(r"\\[a-z]+-?\d* ?")
_PROPERTY = re.compile(r"\{\\(title|author) ((?:[^{}\\]|\\[^{}])*)\}")
_OLDER = re.compile(r"\s*\{\\u?rtf\d*\s*\\(mac|pca?)\b")
_ENCODINGS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_NOTE = re.compile(f"{NOTE}([^{NOTE}{NOTE_END}]*){NOTE_END}")
_LINE = re.compile(f"\n|(?={PAGE})")
_MARK = re.compile(f"{FORM}([^{FORM}\n]{{0,10}}){FORM}|([{BOLD}{PLAIN}{ITEM}{NOTE}{PAGE}])|[\ufdd0-\ufdef]")


def document_of(content: bytes) -> Document:
    """Return what a rich text file holds; raises NotText when striprtf cannot read it, or it is nested too deep.

    Left out: pictures, embedded objects, headers and footers, comments, fields, deleted and hidden words. A file that
    ends in the middle is read as far as it goes, and a note says so.
    """
    text = content.decode("latin-1")
    head = text[:_HEAD]
    older = _OLDER.match(head)
    encoding = _ENCODINGS[older[1]] if older else "cp1252"
    anew, whole = marked(text)
    properties = {name: tidy(_said(f"{{\\rtf1 {said}}}", encoding)) for name, said in _PROPERTY.findall(head)}
    lines = _Lines(styles={int(number): _style(words) for number, words in _STYLE.findall(head)})
    said, *noted = _NOTE.split(_said(anew, encoding))
    notes = [tidy(_MARK.sub("", each)) for each in noted[::2]]
    said = NOTE.join(each.replace(NOTE, "") for each in (said, *noted[1::2]))
    return Document(
        paragraphs=tuple(lines.paragraphs(said)),
        footnotes=tuple(zip(lines.noted, notes, strict=True)),
        title=properties.get("title") or None,
        author=properties.get("author") or None,
        notes=() if whole else ("the file ends in the middle; what came after that is missing",),
    )


def _said(text: str, encoding: str) -> str:
    """Return the words of rich text, halves of characters joined."""
    from striprtf.striprtf import rtf_to_text

    try:
        said = str(rtf_to_text(text, encoding=encoding, errors="replace"))
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise NotText(f"is broken rich text ({line_of(error)}); save its text as .txt, and add that") from error
    return said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _style(words: str) -> Style | None:
    return style_named(_WORDS.sub("", words)) or ("heading" if "\\outlinelevel" in words else None)


@dataclass(slots=True)
class _Lines:
    """What is known on the way through the words of a file."""

    styles: Mapping[int, Style | None]
    style: Style | None = None
    centred: bool = False
    bold: bool = False
    new_page: bool = False
    number: int = 0
    noted: list[int] = field(default_factory=list)
    """Numbers of the paragraphs that refer to the footnotes, in order."""

    def paragraphs(self, said: str) -> Iterator[Paragraph]:
        """Yield the paragraphs, a table's row of short cells as one."""
        cells: list[list[Paragraph]] = []
        waiting: list[Paragraph] = []
        lines = _LINE.split(said)
        for count, line in enumerate(lines, start=1):
            refuse_paragraphs(count)
            *ended, last = line.split(CELL)
            for words in ended:
                cells.append([*waiting, self._paragraph(words)])
                waiting = []
            ends = count == len(lines) or lines[count].startswith(PAGE)
            made = self._paragraph(last)
            ready: list[Paragraph] = []
            if ROW in last or (cells and count == len(lines)):
                ready, cells = row_of([*cells, waiting] if waiting else cells), []
                waiting = []
            if cells:
                waiting.append(made)
            elif made.text or not (ROW in last or ends):
                ready.append(made)
            self.number += len(ready)
            yield from ready

    def _paragraph(self, words: str) -> Paragraph:
        item = False
        weight = set[bool]()
        place = 0
        for mark in _MARK.finditer(words):
            if words[place : mark.start()].strip():
                weight.add(self.bold)
            place = mark.end()
            if mark[1] is not None:
                self._form(mark[1])
            elif mark[2] == NOTE:
                self.noted.append(self.number)
            elif mark[2] == PAGE:
                self.new_page = True
            elif mark[2] == ITEM:
                item = True
            elif mark[2]:
                self.bold = mark[2] == BOLD
        if words[place:].strip():
            weight.add(self.bold)
        text = tidy(_MARK.sub("", words))
        made = Paragraph(
            text=text,
            style=self.style or ("item" if item else "plain"),
            bold=weight == {True},
            centred=self.centred,
            new_page=self.new_page and bool(text),
        )
        self.new_page = self.new_page and not text
        return made

    def _form(self, said: str) -> None:
        """Take in what the paragraph is set as."""
        if not said:
            self.style, self.centred = None, False
        elif said in "cl":
            self.centred = said == "c"
        elif said == "h":
            self.style = self.style or "heading"
        elif said.isdigit():
            self.style = self.styles.get(int(said))
