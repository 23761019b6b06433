"""What a Word document says in its paragraphs: styles, lists, tables, page breaks and notes, in python-docx's tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from sources.readers.markup.blocks import tidy
from sources.readers.office.document import Paragraph, Style, refuse_paragraphs, row_of, style_named

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OLDER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_SKIPPED = ("moveFrom", "del", "pPr", "rPr")
_NAMES = {
    **{f"{WORD}{name}": name for name in (*_SPACES, *_SKIPPED, "p", "r", "t", "tr", "tc")},
    **{f"{WORD}{name}Reference": "note" for name in ("footnote", "endnote")},
    f"{_MATH}r": "r",
    f"{_MATH}t": "t",
    _OLDER: "del",
}
_SILENT = frozenset(_SKIPPED)
"""What stands twice, as the older form of a box or words that were moved; and what was deleted."""

_OFF = frozenset({"0", "false", "off", "none"})
_LEVELS = frozenset("012345678")
_CHAIN = 20
"""How many styles a style may be based on, one on the other."""


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    words: list[str] = field(default_factory=list)
    style: Style | None = None
    numbered: bool | None = None
    weight: set[bool] = field(default_factory=set)
    """Whether words of it are bold, and whether words are not; empty before the first word."""

    centred: bool = False
    new_page: bool = False
    breaks_after: bool = False
    """Whether no word came after its last page break."""

    ends_section: bool = False


def styles_of(styles: etree.ElementBase) -> dict[str, Style]:
    """Return what each style makes of a paragraph, by the style's id; only those that say something."""
    made = {each.get(f"{WORD}styleId", ""): each for each in styles.iterchildren(f"{WORD}style")}
    found: dict[str, Style] = {}
    for style in made:
        at = style
        for _ in range(_CHAIN):
            if at not in made:
                break
            leveled = _value(made[at].find(f"{WORD}pPr/{WORD}outlineLvl")) in _LEVELS
            kind = style_named(_value(made[at].find(f"{WORD}name"))) or ("heading" if leveled else None)
            if kind:
                found[style] = kind
                break
            at = _value(made[at].find(f"{WORD}basedOn"))
    return found


def paragraphs_in(
    body: etree.ElementBase, styles: Mapping[str, Style], *, refers: list[tuple[int, str]]
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body in reading order, a table's row of short cells as one.

    Left out: deleted and hidden words, fields, comments, pictures. Words in a text box come before the paragraph that
    the box hangs on. `refers` is filled with (number of the paragraph, kind and id) of each footnote's mark.
    """
    walk = _Walk(styles, refers)
    for each in walk.within(body, _Open()):
        walk.number += 1
        yield each


@dataclass(slots=True)
class _Walk:
    """A way through a document."""

    styles: Mapping[str, Style]
    refers: list[tuple[int, str]]
    new_page: bool = False
    """Whether the next paragraph begins a page."""

    number: int = 0
    count: int = 0

    def within(
        self, parent: etree.ElementBase, made: _Open, *, bold: bool = False, hidden: bool = False
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs inside an element; words that stand in none of these go to the open one."""
        for each in parent:
            name = _NAMES.get(each.tag)
            if name == "p":
                yield from self._paragraph(each)
            elif name == "tr":
                cells = _nearest(each, "tc")
                yield from row_of([list(self.within(cell, _Open())) for cell in cells])
            elif name == "r":
                form = each.find(f"{WORD}rPr")
                heavy = form is not None and _on(form.find(f"{WORD}b"))
                unseen = form is not None and _on(form.find(f"{WORD}vanish"))
                yield from self.within(each, made, bold=heavy, hidden=unseen)
            elif name == "t":
                words = "" if hidden else each.text or ""
                made.words.append(words)
                if words.strip():
                    made.weight.add(bold)
                    made.breaks_after = False
            elif name == "note":
                kind = each.tag.removeprefix(WORD).removesuffix("Reference")
                self.refers.append((self.number, f"{kind} {each.get(f'{WORD}id')}"))
            elif name in _SPACES:
                made.words.append(_SPACES[name])
                if name == "br" and each.get(f"{WORD}type") == "page":
                    made.new_page |= not made.weight
                    made.breaks_after = True
            elif name not in _SILENT:
                yield from self.within(each, made, bold=bold, hidden=hidden)

    def _paragraph(self, paragraph: etree.ElementBase) -> Iterator[Paragraph]:
        self.count += 1
        refuse_paragraphs(self.count)
        made = _Open()
        form = paragraph.find(f"{WORD}pPr")
        if form is not None:
            self._form(made, form)
        yield from self.within(paragraph, made)
        style: Style = made.style or ("item" if made.numbered else "plain")
        ready = Paragraph(
            text=tidy("".join(made.words)),
            style="plain" if style == "item" and made.numbered is False else style,
            bold=made.weight == {True},
            centred=made.centred,
            new_page=self.new_page or made.new_page,
        )
        self.new_page = made.breaks_after or made.ends_section
        yield ready

    def _form(self, made: _Open, form: etree.ElementBase) -> None:
        """Take in the properties of a paragraph."""
        made.style = self.styles.get(_value(form.find(f"{WORD}pStyle")))
        if made.style is None and _value(form.find(f"{WORD}outlineLvl")) in _LEVELS:
            made.style = "heading"
        number = form.find(f"{WORD}numPr/{WORD}numId")
        made.numbered = None if number is None else _value(number) != "0"
        made.centred = _value(form.find(f"{WORD}jc")) == "center"
        made.new_page = _on(form.find(f"{WORD}pageBreakBefore"))
        made.ends_section = form.find(f"{WORD}sectPr") is not None


def _nearest(parent: etree.ElementBase, wanted: str) -> Iterator[etree.ElementBase]:
    """Yield the elements of that name inside another, but none inside one of them."""
    for each in parent:
        name = _NAMES.get(each.tag)
        if name == wanted:
            yield each
        elif name not in _SILENT:
            yield from _nearest(each, wanted)


def _on(switch: etree.ElementBase | None) -> bool:
    return switch is not None and _value(switch) not in _OFF


def _value(element: etree.ElementBase | None) -> str:
    return "" if element is None else element.get(f"{WORD}val", "")
