"""Spans between quotation marks, whatever marks a page uses, paragraph by paragraph.

What a mark does is read from the white space and letters around it first and from its glyph second, because pages mix
straight, curly and turned-round marks. Apostrophes, inches and feet are no marks. A span never leaves its paragraph: a
quotation that runs on is one span for each paragraph, and a stray mark costs at most the rest of one paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.batch import Numbers
from analysis.reading.laid_out import LaidOut
from analysis.reading.sentences import Blocks, blocks

_MARK = re.compile(r"[“”„‟«»\"‘’‚'`](?:(?<=[“”„‟«»\"`])|(?<![^\W_].)|(?![^\W_]))")
"""A single mark between two letters is an apostrophe."""

_TWICE = frozenset("`'‘’")
"""Two of these in a row are one double mark."""

_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n|cos|course)\b", re.IGNORECASE)
_OPENS = frozenset("“„«‟") | {"``", "‘‘"}
_CLOSES = frozenset("”») ") | {"’’"}
_SINGLE = frozenset("‘’‚'")
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{—–-/:…“”\"‘'«„")
_AFTER_CLOSING = frozenset(" \t\u00a0\u2009\u202f)]}—–-/:;,.?!…“”\"’'»")
_REMEMBERED = 1 << 14

_NICKNAME = re.compile(r"[“\"‘'](?P<inside>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)[”\"’'] (?=[A-Z])")


class Quotation(NamedTuple):
    """The words between two marks, the marks left out."""

    start: int
    end: int
    continues: bool
    """True when it goes on from the span before, in the paragraph before."""
    closed: bool
    """False where the paragraph ends before the closing mark."""
    single: bool
    """True between single marks."""


class _Mark(NamedTuple):
    start: int
    end: int
    glyph: str
    single: bool
    can_open: bool
    can_close: bool


def _marks(text: str, begin: int, end: int, places: Sequence[int]) -> list[_Mark]:
    """Return the marks of a paragraph that can open or close something, apostrophes and measures left out.

    `places` are those of its characters that can be a mark or half of one.
    """
    found: list[_Mark] = []
    stop = begin
    for start in places:
        if start < stop:
            continue  # the other half of a double mark
        stop = start + 1
        glyph = text[start]
        if glyph in _TWICE and text[stop : stop + 1] == glyph:
            stop += 1
            glyph *= 2
        before = text[start - 1] if start > begin else " "
        after = text[stop] if stop < end else " "
        can_open, can_close, measure = _abilities(glyph, before, after)
        if can_open and glyph in _SINGLE:
            can_open = not _ELIDED.match(text, stop)
        if measure and text.count('"', begin, start) % 2 == 0:
            continue  # inches
        if can_open or can_close:
            found.append(_Mark(start, stop, glyph, glyph in _SINGLE, can_open, can_close))
    return found


@lru_cache(_REMEMBERED)
def _abilities(glyph: str, before: str, after: str) -> tuple[bool, bool, bool]:
    """Return whether a mark can open, can close, and may stand for inches, by the characters beside it."""
    if glyph == "`" or (glyph == '"' and (before == "=" or after == ">")):
        return False, False, False  # half of a mark, an attribute of a tag that was left in the text
    spaced_after = after.isspace()
    can_open = before in _BEFORE_OPENING and not spaced_after
    can_close = after in _AFTER_CLOSING and not before.isspace()
    if glyph in _SINGLE:
        can_open &= glyph != "’" and after not in ".,;:!?)"
        can_close &= glyph not in "‘‚" and before not in "([—"
        if glyph == "'" and before.isdigit():  # feet
            can_close = False
    elif glyph in "«»":  # French sets them off by spaces
        can_open, can_close = glyph == "«", glyph == "»"
    elif can_open == can_close:  # the glyph decides: word“word, — ” —, or a straight mark between two marks
        can_open = glyph in _OPENS or (glyph not in _CLOSES)
        can_close = glyph in _CLOSES or (glyph not in _OPENS)
    return can_open, can_close, glyph == '"' and before.isdigit() and after in " ,.)-x×"


def _closing(marks: Sequence[_Mark], index: int, text: str) -> int | None:
    """Return the number of the mark that closes the one at `index`, None where nothing in the paragraph does."""
    single = marks[index].single
    depth = 0
    weak: int | None = None
    for number in range(index + 1, len(marks)):
        mark = marks[number]
        if mark.single != single:
            continue
        if weak is not None and mark.can_open and not mark.can_close:
            return weak  # 'experts' met the 'boss'
        if mark.can_close and (depth == 0 or not mark.can_open):
            if single and _may_be_plural(mark, text):
                weak = number if weak is None else weak
                continue
            if depth == 0:
                return number
            depth -= 1
        elif mark.can_open and not single:
            depth += 1
    return weak


def _may_be_plural(mark: _Mark, text: str) -> bool:
    """Return whether a single mark may be the apostrophe of a plural: students’ union."""
    return text[mark.start - 1] in "sS" and text[mark.end : mark.end + 2].strip().isalpha() and text[mark.end].isspace()


def quotations(text: str, headings: Sequence[tuple[int, int]] = ()) -> list[Quotation]:
    """Return the spans between quotation marks in a body, in order, none inside another; headings are left out."""
    places = [match.start() for match in _MARK.finditer(text)]
    found: list[Quotation] = []
    if not places:
        return found
    skipped = {start for start, _ in headings}
    running: str | None = None  # family of the quotation that the paragraph before left open
    number = 0
    for begin, end in blocks(text):
        first = number
        number = bisect_left(places, end, first)
        if begin in skipped:
            continue
        running = _paragraph(text, begin, end, places[first:number], running, found) if first < number else None
    return found


def quotations_in(text: LaidOut, blocks: Blocks) -> list[list[Quotation]]:
    """Return `quotations` of each of several bodies: the marks of all are found at once."""
    found: list[list[Quotation]] = [[] for _ in text.text_at]
    places = _marks_in(text)
    block = np.searchsorted(blocks.start, places, side="right") - 1
    inside = block >= 0
    inside[inside] = places[inside] < blocks.end[block[inside]]
    places, block = places[inside], block[inside]
    if not len(places):
        return found
    which, first = np.unique(block, return_index=True)
    article = blocks.article[which]
    base = text.text_at[article]
    columns = (which, article, base, blocks.start[which], blocks.end[which], first, np.append(first[1:], len(places)))
    ends = np.append(text.title_at[1:], len(text.text)).tolist()
    running: str | None = None
    body, last, last_row = "", -1, -1
    for number, row, at, begin, end, low, high in zip(*(column.tolist() for column in columns), strict=True):
        if row != last_row:
            body = text.text[at : ends[row]]
        if number != last + 1 or row != last_row:
            running = None  # a block without a mark lies between
        here = (places[low:high] - at).tolist()
        running = _paragraph(body, begin - at, end - at, here, running, found[row])
        last, last_row = number, row
    return found


def _marks_in(text: LaidOut) -> Numbers:
    """Return the places of all that `_MARK` finds."""
    table = _kinds_of_marks()
    kinds = table[np.minimum(text.codes, len(table) - 1)]
    at = np.flatnonzero(kinds)
    whole = text.text
    single = at[kinds[at] == _SINGLE_MARK].tolist()
    inner = [place for place in single if whole[place - 1 : place].isalnum() and whole[place + 1].isalnum()]
    return np.setdiff1d(at, inner, assume_unique=True)


_SINGLE_MARK = 2


@cache
def _kinds_of_marks() -> npt.NDArray[np.uint8]:
    """Return for each character 1 where it is a mark wherever it stands, 2 where it is none between two letters."""
    table = np.zeros(0x2040, dtype=np.uint8)
    table[[ord(mark) for mark in '“”„‟«»"`']] = 1
    table[[ord(mark) for mark in "‘’‚'"]] = _SINGLE_MARK
    return table


def is_nickname(text: str, quotation: Quotation) -> bool:
    """Return whether the marks set off a nickname: Robert “Bob” Lund."""
    opening = quotation.start - 1
    found = _NICKNAME.match(text, opening) if quotation.end - quotation.start < 30 and opening > 1 else None
    if found is None or found.end("inside") != quotation.end or text[opening - 1] != " ":
        return False
    before = text.rfind(" ", 0, opening - 1) + 1
    return text[before].isupper() and text[before : opening - 1].isalpha()


def _family(mark: _Mark) -> str:
    return "single" if mark.single else "double"


def _paragraph(
    text: str, begin: int, end: int, places: Sequence[int], running: str | None, found: list[Quotation]
) -> str | None:
    """Add the spans of one paragraph; return the family of the quotation that it leaves open."""
    marks = _marks(text, begin, end, places)
    index = 0
    if running and marks and marks[0].start > begin and not marks[0].can_open and _family(marks[0]) == running:
        found.append(Quotation(begin, marks[0].start, True, True, running == "single"))  # not opened anew, but closed
        index = 1
        running = None
    no_single_closes = False  # from here on: what does not close one single mark closes no later one
    while index < len(marks):
        mark = marks[index]
        if not mark.can_open or (no_single_closes and mark.single and running != "single"):
            index += 1
            continue
        single = mark.single
        continues = running == _family(mark) and not text[begin : mark.start].strip()
        closing = _closing(marks, index, text)
        if closing is None and not single:
            closing = _nearest(marks, index)
        if closing is not None:
            found.append(_between(text, mark.end, marks[closing].start, continues=continues, single=single))
            index = closing + 1
            running = None
            continue
        if single and not continues:
            no_single_closes = True
            index += 1
            continue
        found.append(Quotation(mark.end, end, continues, False, single))
        return _family(mark)
    return None


def _between(text: str, start: int, end: int, *, continues: bool, single: bool) -> Quotation:
    """Return a closed span without the white space that some set inside the marks: « so »."""
    if end - start > 2 and (text[start].isspace() or text[end - 1].isspace()):
        inside = text[start:end]
        start += len(inside) - len(inside.lstrip())
        end -= len(inside) - len(inside.rstrip())
    return Quotation(start, max(start, end), continues, True, single)


def _nearest(marks: Sequence[_Mark], index: int) -> int | None:
    """Return the next double closing mark when nested marks do not add up; None where there is none."""
    for number in range(index + 1, len(marks)):
        if marks[number].can_close and not marks[number].single:
            return number
    return None
