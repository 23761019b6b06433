"""From the lines of a PDF to its paragraphs: by gaps, indents, short last lines and size of type."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sources.cleaning.prose import ends_in_full_stop
from sources.readers.pdfs.hyphens import Words
from sources.readers.pdfs.lines import Line

LARGER = 1.15
"""How much larger than the body's type a heading is."""

_GAP = 1.35
"""A distance between lines so many times the usual one parts paragraphs."""

_INDENT = 0.5
"""First lines are set in by this many times the size of type, at least."""

_DEEPEST = 6.0
"""A line set in by more is no first line: it stands in the middle, or in another column."""

_ROOM = 0.06
"""Share of the column that must be left free when the next word would have fitted: widths are estimated."""

_FEW = 4
"""A column of fewer lines does not tell its own width."""

_BULLET = re.compile(r"(?:[-*•·▪▫◦‣●○■□➢➤✓✔]|–(?= ))\s+(?=\S)")
_NARROW = frozenset("iljtfrI.,;:'’‘!|()[]/- ")
_WIDE = frozenset("mwMW@%—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together."""

    text: str
    """On one line; hyphens at the ends of lines joined."""

    page: int
    """On which it starts, from 0."""

    size: float
    """Size of type in points."""

    lines: int
    """How many lines it had."""

    bullet: bool = False
    """Whether a bullet stood before it, which `text` is without."""

    gap_before: bool = False
    """Whether room was left above it."""

    at: int = 0
    """Number of its first line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """The lines of one column of a page, from top to bottom."""

    left: float
    right: float


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set; 0.0 without lines."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def paragraphs_of(lines: Sequence[Line], *, numbers: Sequence[int]) -> list[Paragraph]:
    """Return the paragraphs of the lines with these numbers, in order."""
    columns = _columns(lines, numbers)
    leading = _leading(lines, numbers)
    size = body_size([lines[number] for number in numbers])
    indented = _sets_in(lines, numbers, columns)
    groups: list[list[int]] = []
    gaps: list[bool] = []
    for before, number in zip([None, *numbers], numbers, strict=False):
        if before is None:
            parts, gap = True, False
        else:
            parts, gap = _parts(
                lines, groups[-1], number, columns=columns, leading=leading, size=size, indented=indented
            )
        if parts:
            groups.append([number])
            gaps.append(gap)
        else:
            groups[-1].append(number)
    words = Words(lines, groups)
    return [_paragraph(lines, group, gap, words) for group, gap in zip(groups, gaps, strict=True)]


def _paragraph(lines: Sequence[Line], group: list[int], gap: bool, words: Words) -> Paragraph:
    first = lines[group[0]]
    bullet = _BULLET.match(first.text)
    text = first.text[bullet.end() :] if bullet else first.text
    for number in group[1:]:
        text = words.joined(text, lines[number].text)
    return Paragraph(
        text=text.replace("\u00ad", ""),
        page=first.page,
        size=first.size,
        lines=len(group),
        bullet=bullet is not None,
        gap_before=gap,
        at=group[0],
    )


def _parts(
    lines: Sequence[Line],
    group: list[int],
    number: int,
    *,
    columns: dict[int, _Column],
    leading: dict[float, float],
    size: float,
    indented: bool,
) -> tuple[bool, bool]:
    """Return whether a paragraph starts with a line, and whether room is left above it."""
    last, line = lines[group[-1]], lines[number]
    if max(last.size, line.size) > 1.08 * min(last.size, line.size):
        return True, True
    if _BULLET.match(line.text):
        return True, False
    em = line.size or 1.0
    same = columns[group[-1]] is columns[number]
    gap = last.y - line.y
    if same and gap > _GAP * leading.get(line.size, 1.3 * em):
        return True, True
    if line.size >= LARGER * size:
        return not same, not same
    full = _is_full(last, line, columns[group[-1]])
    starts_low = line.text[:1].islower()
    if same and last.bold != line.bold and not full:
        return True, False
    set_in = line.x - columns[number].left
    if same:
        moved = line.x - last.x
        hangs = _BULLET.match(lines[group[0]].text) is not None or len(group) > 1
        if not hangs and _INDENT * em <= moved <= _DEEPEST * em and not starts_low:
            return True, False
        if hangs and len(group) > 1 and abs(moved) >= _INDENT * em and not starts_low:
            return True, False
        return not full and not starts_low, False
    if not full and not starts_low:
        return True, False
    if indented:
        return _INDENT * em <= set_in <= _DEEPEST * em, False
    return ends_in_full_stop(last.text) and not starts_low, False


def _is_full(last: Line, line: Line, column: _Column) -> bool:
    """Return whether the first word of the next line would not have fitted on the last."""
    if last.text.endswith(("-", "‐", "\u00ad")) and last.text[-2:-1].isalnum():
        return True
    room = column.right - (last.x + _width(last.text, last.size))
    word = line.text.split(" ", 1)[0]
    return room - _width(f" {word}", last.size) < _ROOM * (column.right - column.left)


def _width(text: str, size: float) -> float:
    """Estimate how wide a text is set: types differ, but narrow and wide letters are the same in all."""
    narrow = sum(letter in _NARROW for letter in text)
    wide = sum(letter in _WIDE or letter.isupper() for letter in text)
    return size * (0.29 * narrow + 0.74 * wide + 0.49 * (len(text) - narrow - wide))


def _columns(lines: Sequence[Line], numbers: Sequence[int]) -> dict[int, _Column]:
    """Return the column of each line: it ends where the next line stands higher, or on another page."""
    runs: list[list[int]] = []
    for number in numbers:
        last = lines[runs[-1][-1]] if runs else None
        line = lines[number]
        if last is None or last.page != line.page or line.y > last.y + 0.5 * line.size or _apart(last, line):
            runs.append([number])
        else:
            runs[-1].append(number)
    result: dict[int, _Column] = {}
    for run in runs:
        left, right = _right(lines, run)
        if len(run) < _FEW:
            right = max(right, left + _known_width(result, left, right))
        column = _Column(left=left, right=right)
        result.update(dict.fromkeys(run, column))
    return result


def _apart(last: Line, line: Line) -> bool:
    """Return whether two lines of the same height stand side by side."""
    return abs(last.y - line.y) < 0.3 * line.size and line.x > last.x


def _right(lines: Sequence[Line], run: Sequence[int]) -> tuple[float, float]:
    size = body_size([lines[number] for number in run])
    body = [lines[number] for number in run if lines[number].size == size]
    left = Counter(round(line.x) for line in body).most_common(1)[0][0]
    ends = sorted(line.x + _width(line.text, line.size) for line in body)
    return float(left), ends[int(0.9 * (len(ends) - 1))]


def _known_width(columns: dict[int, _Column], left: float, right: float) -> float:
    """Return the width of an earlier column that starts at the same place; else that of the lines themselves."""
    alike = [column.right - column.left for column in columns.values() if abs(column.left - left) < 20]
    return max(alike, default=right - left)


def _leading(lines: Sequence[Line], numbers: Sequence[int]) -> dict[float, float]:
    """Return the usual distance of lines for each size of type."""
    gaps: dict[float, list[float]] = {}
    for before, number in pairwise(numbers):
        last, line = lines[before], lines[number]
        gap = last.y - line.y
        if last.page == line.page and last.size == line.size and 0.8 * line.size <= gap <= 2.5 * line.size:
            gaps.setdefault(line.size, []).append(gap)
    return {size: _usual(found) for size, found in gaps.items()}


def _usual(gaps: list[float]) -> float:
    """Return the distance inside paragraphs: the commonest, or the lower half's middle where none is common."""
    (commonest, times), *_ = Counter(round(gap, 1) for gap in gaps).most_common(1)
    return commonest if times >= 0.3 * len(gaps) else median(sorted(gaps)[: len(gaps) // 2 + 1])


def _sets_in(lines: Sequence[Line], numbers: Sequence[int], columns: dict[int, _Column]) -> bool:
    """Return whether the first lines of paragraphs are set in."""
    set_in = sum(
        _INDENT * line.size <= line.x - columns[number].left <= _DEEPEST * line.size
        for number in numbers
        for line in (lines[number],)
    )
    return set_in >= max(3, 0.05 * len(numbers))
