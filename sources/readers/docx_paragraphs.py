"""The parts of a Word document as paragraphs: styles, lists, tables, page breaks and notes, read in one pass."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sources.readers.document import Paragraph, Style, refuse_paragraphs, row_of, style_named
from sources.readers.html_blocks import tidy
from sources.readers.zipped import elements

_TAGS = frozenset(
    "p t tab br cr noBreakHyphen pStyle outlineLvl jc numId pageBreakBefore sectPr r b vanish tr tc Fallback moveFrom "
    "footnoteReference endnoteReference".split()
)
_SPOKEN = frozenset({"t"})
_SKIPPED = frozenset({"Fallback", "moveFrom"})
"""What stands twice: the older form of a box, words that were moved elsewhere."""

_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
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
    bold: int = 0
    plain: int = 0
    centred: bool = False
    new_page: bool = False
    spoken: bool = False
    """Whether a word was read."""

    breaks_after: bool = False
    """Whether no word came after its last page break."""

    ends_section: bool = False
    refers: list[str] = field(default_factory=list)


def styles_of(content: bytes) -> dict[str, Style]:
    """Return what each style of styles.xml makes of a paragraph, by the style's id; only those that say something."""
    names: dict[str, str] = {}
    based: dict[str, str] = {}
    levels: dict[str, bool] = {}
    current = ""
    tags = frozenset({"style", "name", "basedOn", "outlineLvl"})
    for event, name, values in elements(content, tags=tags) if content else ():
        if event == "end":
            continue
        value = values.get("val", "")
        if name == "style":
            current = values.get("styleId", "")
        elif name == "name":
            names.setdefault(current, value)
        elif name == "basedOn":
            based[current] = value
        else:
            levels[current] = value in _LEVELS
    found: dict[str, Style] = {}
    for style in names:
        kind, at = None, style
        for _ in range(_CHAIN):
            kind = style_named(names.get(at, "")) or ("heading" if levels.get(at) else None)
            if kind or at not in based:
                break
            at = based[at]
        if kind:
            found[style] = kind
    return found


def paragraphs_in(
    content: bytes, styles: Mapping[str, Style], *, refers: list[tuple[int, str]] | None = None
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a part in reading order, a table's row of short cells as one.

    Left out: deleted and hidden words, fields, comments, pictures. Words in a text box come before the paragraph that
    the box hangs on. `refers` is filled with (number of the paragraph, id) of each footnote's mark.
    """
    opened: list[_Open] = []
    rows: list[list[list[Paragraph]]] = []
    run = _Run()
    new_page = False
    skipped = number = count = 0
    for event, name, values in elements(content, tags=_TAGS, spoken=_SPOKEN):
        ready: list[Paragraph] = []
        if event != "text" and name in _SKIPPED:
            skipped += 1 if event == "start" else -1
        elif skipped:
            continue
        elif event == "text":
            if opened and not run.hidden:
                _say(opened[-1], name, bold=run.bold)
        elif event == "end":
            if name == "p":
                made = opened.pop()
                count += 1
                refuse_paragraphs(count)
                ready = [_done(made, new_page=new_page)]
                new_page = made.breaks_after or made.ends_section
                if refers is not None:
                    refers += [(number, mark) for mark in made.refers]
            elif name == "tr":
                ready = row_of(rows.pop())
            elif name == "r":
                run = _Run()
        elif name == "p":
            opened.append(_Open())
        elif name == "r":
            run = _Run(inside=True)
        elif name == "tr":
            rows.append([])
        elif name == "tc":
            if rows:
                rows[-1].append([])
        elif opened and run.inside:
            on = values.get("val", "") not in _OFF
            run.bold, run.hidden = (on if name == "b" else run.bold), (on if name == "vanish" else run.hidden)
            _mark(opened[-1], name, values.get("type"), values.get("id"))
        elif opened:
            _property(opened[-1], name, values.get("val", ""), styles)
        if ready and rows and rows[-1]:
            rows[-1][-1] += ready
        else:
            number += len(ready)
            yield from ready


@dataclass(slots=True)
class _Run:
    """Words of one form."""

    inside: bool = False
    bold: bool = False
    hidden: bool = False


def _say(paragraph: _Open, words: str, *, bold: bool) -> None:
    paragraph.words.append(words)
    if words.strip():
        paragraph.spoken, paragraph.breaks_after = True, False
        paragraph.bold, paragraph.plain = paragraph.bold + bold, paragraph.plain + (not bold)


def _mark(paragraph: _Open, name: str, kind: str | None, number: str | None) -> None:
    """Take in a mark between words: a tab, a break, the number of a footnote."""
    if name in _SPACES:
        paragraph.words.append(_SPACES[name])
        if name == "br" and kind == "page":
            paragraph.new_page |= not paragraph.spoken
            paragraph.breaks_after = True
    elif name.endswith("Reference") and number:
        paragraph.refers.append(f"{name.removesuffix('Reference')} {number}")


def _property(paragraph: _Open, name: str, value: str, styles: Mapping[str, Style]) -> None:
    """Take in a property of the paragraph."""
    if name == "pStyle":
        paragraph.style = styles.get(value)
    elif name == "outlineLvl" and paragraph.style is None and value in _LEVELS:
        paragraph.style = "heading"
    elif name == "numId":
        paragraph.numbered = value != "0"
    elif name == "jc":
        paragraph.centred = value == "center"
    elif name == "pageBreakBefore":
        paragraph.new_page |= value not in _OFF
    elif name == "sectPr":
        paragraph.ends_section = True


def _done(made: _Open, *, new_page: bool) -> Paragraph:
    style: Style = made.style or ("item" if made.numbered else "plain")
    return Paragraph(
        text=tidy("".join(made.words)),
        style="plain" if style == "item" and made.numbered is False else style,
        bold=made.bold > 0 and made.plain == 0,
        centred=made.centred,
        new_page=new_page or made.new_page,
    )
