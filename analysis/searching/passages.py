"""The sentence of a text in which what was looked for stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.reading.sentences import split_block
from analysis.searching.sought import Sought, folded, pattern

Span = tuple[int, int]

MOST_SHOWN = 320
"""Characters of a sentence that are shown: of a longer one, those around the first place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a text."""

    text: str
    places: tuple[Span, ...]
    """What was looked for, as stretches of `text`."""


def passage(text: str, every: Sequence[Sought]) -> Passage | None:
    """Return the sentence with most of what is looked for, the first of several; None where none of it is there."""
    plain = folded(text)
    patterns = [made for one in every if (made := pattern(one)) is not None]
    found = sorted((place.span(), at) for at, each in enumerate(patterns) for place in each.finditer(plain))
    if not found:
        return None
    spans = [span for span, _ in found]
    best: tuple[int, Span] | None = None
    for start, end in _sentences(text, spans):
        kinds = {at for (first, last), at in found if start <= first and last <= end}
        if best is None or len(kinds) > best[0]:
            best = len(kinds), (start, end)
    start, end = best[1] if best is not None and best[0] else spans[0]
    start, end = _shortened(text, (start, end), next(span for span in spans if start <= span[0] < end))
    inside = [(max(first, start) - start, min(last, end) - start) for first, last in spans if start <= first < end]
    return Passage(_shown(text, start, end), _apart(inside))


def _sentences(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences of the blocks in which these places are."""
    found: list[Span] = []
    start = 0
    for block in text.split("\n\n"):
        end = start + len(block)
        if any(start <= first < end for first, _ in spans):
            found += [(start + first, start + last) for first, last in split_block(block)]
        start = end + 2
    return found


def _shortened(text: str, sentence: Span, place: Span) -> Span:
    """Return the part of a long sentence around a place, between words."""
    start, end = sentence
    if end - start <= MOST_SHOWN:
        return sentence
    first = max(start, min(place[0] - MOST_SHOWN // 3, end - MOST_SHOWN))
    last = min(end, max(first + MOST_SHOWN, place[1]))
    if first > start and (gap := re.search(r"\s", text[first : place[0]])):
        first += gap.end()
    if last < end and (back := text[place[1] : last].rfind(" ")) > 0:
        last = place[1] + back
    return first, last


def _shown(text: str, start: int, end: int) -> str:
    return re.sub(r"\s", " ", text[start:end])


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return stretches that do not overlap, in order."""
    made: list[Span] = []
    for first, last in sorted(spans):
        if made and first < made[-1][1]:
            made[-1] = made[-1][0], max(last, made[-1][1])
        else:
            made.append((first, last))
    return tuple(made)
