"""The site's own summary: a lead-in such as "Highlights" and the points below it."""

from collections.abc import Iterator

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.phrases import cut_by
from sources.cleaning.prose import ends_in_full_stop, words_in

SUMMARY_NAME = "site summary"

MOST_WORDS = 45
"""The longest point."""


def summary_blocks(draft: Draft) -> tuple[int, ...]:
    """Return the numbers of the lead-in and its points, () when the page has no summary.

    Only a lead-in that no prose of the body stands before counts (a standfirst may), and only when list items follow
    it, or short lines that an empty line ends: "Key points" in the middle of a body is a section of it.
    """
    standfirst = False
    for number in draft.held:
        text = draft.text(number)
        if cut_by(SUMMARY_NAME, text):
            points = _points(draft, number + 1) or _lines(draft, number + 1)
            if points:
                return (number, *points)
        if words_in(text) > MOST_WORDS or (ends_in_full_stop(text) and words_in(text) >= 20):
            if standfirst or words_in(text) > MOST_WORDS:
                return ()
            standfirst = True
    return ()


def _points(draft: Draft, start: int) -> tuple[int, ...]:
    points = []
    for number in range(start, len(draft.blocks)):
        block = draft.blocks[number]
        if block.kind != "item" or words_in(block.text) > MOST_WORDS:
            break
        points.append(number)
    return tuple(points)


def _lines(draft: Draft, start: int) -> tuple[int, ...]:
    """Return the short lines below a lead-in that lost their bullets: two to six, with an empty line after them."""
    points: list[int] = []
    for number in range(start, len(draft.blocks)):
        block = draft.blocks[number]
        over = block.gap_before and (points or not draft.blocks[start].gap_before)
        if over:
            return tuple(points) if 2 <= len(points) <= 6 else ()
        if len(points) >= 2 and (number in draft.cut or _is_longer(draft, number, points)):
            short = all(words_in(draft.text(point)) <= SHORT for point in points)
            return tuple(points) if short and len(points) <= 6 else ()
        if block.kind != "line" or words_in(block.text) > MOST_WORDS:
            return ()
        points.append(number)
    return ()


def _is_longer(draft: Draft, number: int, points: list[int]) -> bool:
    """Return whether a line is much longer than the points above it: the body begins."""
    longest = max(words_in(draft.text(point)) for point in points)
    return words_in(draft.text(number)) > max(SHORT, 1.5 * longest)


SHORT = 22
"""Words in the longest of points that no empty line ends."""


def _apply(draft: Draft) -> Iterator[int]:
    return iter(summary_blocks(draft))


SUMMARY = Rule(
    name=SUMMARY_NAME,
    meaning="The site's own summary above the body, kept apart as the article's summary: its points repeat the body.",
    apply=_apply,
)
