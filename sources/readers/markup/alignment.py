"""Which blocks of a page stand in a text that was taken from it, although its blocks were joined, split or repeated."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

SIZE = 5
"""Words that a longer block is found by."""

_WORD = re.compile(r"\w+")

Places = dict[tuple[str, ...], list[int]]
"""Words -> where they stand, in order."""


def covered(blocks: Sequence[str], text: Iterable[str]) -> list[float]:
    """Return, for each block, the share of its words that stand in the text, in order, from its first word on.

    Blocks whose first words are found once on both sides fix the order (patience diff); the others are looked for
    between these. A block of fewer than five words must open a block of the text or follow what was found before.
    The work grows with the number of words.
    """
    words = [_WORD.findall(block) for block in blocks]
    told, opens = _told(text, {tuple(block) for block in words if len(block) < SIZE})
    places = _places(told, {tuple(block[:SIZE]) for block in words if len(block) >= SIZE})
    anchors = _anchors(words, places)
    limits = _limits(len(words), anchors, len(told))
    shares = [0.0] * len(words)
    position = found = 0
    for number, block in enumerate(words):
        if not block:
            continue
        start = anchors.get(number)
        if start is None:
            start = _found(block, told, places, opens, position, found, limits[number])
        if start is None:
            continue
        same = 0
        for word, other in zip(block, told[start : start + len(block)], strict=False):
            if word != other:
                break
            same += 1
        shares[number] = same / len(block)
        position = start
        if same == len(block) or same >= SIZE:
            position = found = start + same
    return shares


def _told(text: Iterable[str], short: set[tuple[str, ...]]) -> tuple[list[str], Places]:
    """Return the words of the text, and where its blocks open with the words of a short block."""
    told: list[str] = []
    opens: Places = {}
    for block in text:
        words = _WORD.findall(block)
        for size in range(1, min(SIZE, len(words) + 1)):
            if (opening := tuple(words[:size])) in short:
                opens.setdefault(opening, []).append(len(told))
        told += words
    return told, opens


def _places(told: list[str], heads: set[tuple[str, ...]]) -> Places:
    """Return where the first words of the longer blocks stand."""
    places: Places = {}
    firsts = {head[0] for head in heads}
    for start, word in enumerate(told):
        if word in firsts and (shingle := tuple(told[start : start + SIZE])) in heads:
            places.setdefault(shingle, []).append(start)
    return places


def _anchors(words: Sequence[list[str]], places: Places) -> dict[int, int]:
    """Return block -> place for the longest rising chain of blocks whose first words stand once on both sides."""
    once: dict[tuple[str, ...], int | None] = {}
    for number, block in enumerate(words):
        if len(block) >= SIZE:
            head = tuple(block[:SIZE])
            once[head] = None if head in once else number
    pairs = sorted(
        (number, places[head][0])
        for head, number in once.items()
        if number is not None and len(places.get(head, ())) == 1
    )
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for each, (_, start) in enumerate(pairs):
        length = bisect_left(ends, start)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(start)
            last.append(each)
        else:
            ends[length], last[length] = start, each
    chain: dict[int, int] = {}
    each = last[-1] if last else -1
    while each >= 0:
        number, start = pairs[each]
        chain[number] = start
        each = before[each]
    return chain


def _limits(blocks: int, anchors: dict[int, int], end: int) -> list[int]:
    """Return, for each block, where the next anchor after it stands."""
    limits = [end] * blocks
    for number in range(blocks - 1, -1, -1):
        limits[number] = end
        end = anchors.get(number, end)
    return limits


def _found(
    block: list[str],
    told: list[str],
    places: Places,
    opens: Places,
    position: int,
    found: int,
    limit: int,
) -> int | None:
    """Return where a block without an anchor stands from `position` to `limit`; None when it does not."""
    if len(block) < SIZE and found >= position and told[found : found + len(block)] == block and found < limit:
        return found
    starts = places.get(tuple(block[:SIZE]), ()) if len(block) >= SIZE else opens.get(tuple(block), ())
    first = bisect_left(starts, position)
    return starts[first] if first < len(starts) and starts[first] < limit else None
