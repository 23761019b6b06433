"""Plain text: a page saved or copied as text, menus and teasers included, or an article as a text file has it.

A text that has headings as Markdown writes them ("# Pool to close") is read as such: headings are headings, marks of
emphasis and of links go, and a line of particulars in emphasis ("*Published: 3 March 2025 | Source: The Courier*") is
as many lines as it has parts.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sources.adding.decode import decode
from sources.page import Block, BlockKind, Page, Reader
from sources.readers.markup.blocks import tidy

NAME = "plain text"

NARROWEST, WIDEST = 40, 100
"""Characters in a line of hard-wrapped text: mail uses 72 to 80."""

_BULLET = re.compile(r"\A(?:[-*•·▪▫◦‣●○■□➢➤✓✔]|–(?= ))\s+(?=\S)")
_BRACKETED = re.compile(r"\A[\[【]([^\[\]【】]{2,150})[\]】]\Z")
_ATX = re.compile(r"\A#{1,6}[ \t]+(?P<words>\S.*?)(?:[ \t]+#+)?\Z")
_EMPHASIS = re.compile(r"(?<![\w\\*_])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>.+?)(?<=\S)(?P=mark)(?![\w*_])")
_WHOLE = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+)(?<=\S)(?P=mark)")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]{1,300})\]\(<?[^()\s<>]{1,2000}>?(?: \"[^\"]*\")?\)")
_HEAD = 12
"""Lines from the top in which a Markdown text tells of itself."""

_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text: one for each line, or for each paragraph where lines are hard-wrapped.

    Bullets make items, a line in square brackets makes a heading (both without their marks), anything else is a line.
    """
    printed = [line.strip() for line in _LINE_BREAK.split(text)]
    headed = [line for line in printed if line.startswith("#") and _ATX.match(line)]
    if headed:
        printed = list(_without_marks(printed))
    lines = [tidy(line) for line in printed]
    width = _width(lines)
    blocks: list[Block] = []
    gap = False
    before = ""
    for line, unbroken in zip(lines, printed, strict=True):
        if not line:
            gap, before = bool(blocks), ""
            continue
        bullet = None if width and _dashed_on(before, line, width) else _BULLET.match(line)
        bracketed = _BRACKETED.match(line) or (_ATX.match(line) if headed else None)
        if not bullet and not bracketed and width and before and _goes_on(before, line, unbroken, width):
            last = blocks[-1]
            blocks[-1] = Block(text=f"{last.text} {line}", kind=last.kind, gap_before=last.gap_before)
        else:
            kind: BlockKind = "item" if bullet else "heading" if bracketed else "line"
            words = line[bullet.end() :] if bullet else bracketed[1].strip() if bracketed else line
            if words:
                blocks.append(Block(text=words, kind=kind, gap_before=gap))
            gap = False
        before = "" if bracketed else line
    return tuple(blocks)


def _without_marks(lines: list[str]) -> Iterator[str]:
    """Give the lines of a Markdown text without marks of emphasis, links and quotation; its headings keep theirs."""
    for number, line in enumerate(lines):
        whole = _WHOLE.fullmatch(line)
        if whole and number < _HEAD and " | " in line:
            yield from (part for each in whole["words"].split(" | ") if (part := each.strip()))
            continue
        plain = _LINK.sub(r"\g<words>", line.removeprefix("> ")) if "](" in line or line[:2] == "> " else line
        yield _EMPHASIS.sub(r"\g<words>", plain) if "*" in plain or "_" in plain else plain


def _width(lines: list[str]) -> int | None:
    """Return the width at which the text is hard-wrapped, None when each line is a block of its own.

    Wrapped text breaks where the next word would not have fitted: most lines that another line follows must be of
    that kind.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    spaced = [line for line in lines if " " in line]
    if len(pairs) < 2 or not spaced:
        return None
    width = max(len(line) for line in spaced)
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(_continues(line, after, width) for line, after in pairs)
    return width if full >= 0.6 * len(pairs) else None


def _continues(line: str, after: str, width: int) -> bool:
    """Return whether the first word of the line after would not have fitted on this one."""
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _goes_on(line: str, after: str, unbroken: str, width: int) -> bool:
    """Return whether a line of hard-wrapped text goes on in the next, which may open with a no-break space inside."""
    return after[0].islower() or after[0] in ",;)" or _continues(line, unbroken, width)


def _dashed_on(line: str, after: str, width: int) -> bool:
    """Return whether what looks like an item goes on with the sentence before: "the borders" / "- and then"."""
    dashed = after[:2] in {"- ", "– "} and after[2:3].islower() and not _BULLET.match(line)
    return dashed and line[-1:] not in ".:;!?" and bool(line) and _continues(line, "-", width)


def _read(content: bytes, origin: str) -> Iterator[Page]:
    read = decode(content)
    notes = (read.note,) if read.note else ()
    yield Page(blocks=blocks_of_text(read.text), reader=NAME, origin=origin, notes=notes)


def _detects(start: bytes, name: str) -> bool:
    """Accept anything that is text: this reader is asked last."""
    return b"\x00" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff"))


READER = Reader(name=NAME, detects=_detects, read=_read)
