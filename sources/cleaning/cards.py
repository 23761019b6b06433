"""Teaser cards of other stories, and blocks that stand on the page twice."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from sources.cleaning.boundaries import opens_entry
from sources.cleaning.draft import Draft, Rule
from sources.cleaning.prose import ends_like_sentence, is_prose, words_in

NEAR = 4
"""How many blocks apart the parts of one card may stand."""

REPEATED, LINKS = "repeated block", "links below a label"

_MARKS = frozenset({"relative time", "card author"})


def _cards(draft: Draft) -> Iterator[int]:
    """Give blocks of which one ends in (or starts with) all of the other, with a card's mark between or beside."""
    marked = sorted(number for number, rule in draft.cut.items() if rule in _MARKS)
    held = draft.held
    for place, number in enumerate(held):
        near = bisect_left(marked, number - 2)
        if near == len(marked) or marked[near] > number + NEAR + 4:
            continue
        text = draft.text(number)
        for other in held[place + 1 : place + 1 + NEAR]:
            teaser = draft.text(other)
            if other - number > NEAR + 2 or not _repeats(text, teaser):
                continue
            if marked[near] <= other + 2:
                yield from (number, other)


def _repeats(text: str, other: str) -> bool:
    long, short = (text, other) if len(text) >= len(other) else (other, text)
    return words_in(short) >= 4 and long != short and (long.endswith(short) or long.startswith(short))


def _twice(draft: Draft) -> Iterator[int]:
    """Give all but one of the blocks with the same text: the first that stands beside prose is kept.

    A question that stands between prose each time is a refrain (an interviewer's, say) and stays.
    """
    places: dict[str, list[int]] = {}
    for place, number in enumerate(draft.held):
        text = draft.text(number)
        if words_in(text) >= 8:
            places.setdefault(text, []).append(place)
    for text, same in places.items():
        if len(same) > 1:
            within = {place: _in_prose(draft, place) for place in same}
            best = next((place for place in same if within[place]), same[0])
            refrain = text.endswith("?")
            yield from (draft.held[place] for place in same if place != best and not (refrain and within[place] == 2))


def _in_prose(draft: Draft, place: int) -> int:
    """Return on how many sides of a held block prose stands."""
    held = draft.held
    sides = (other for other in (place - 1, place + 1) if 0 <= other < len(held))
    return sum(is_prose(draft.text(held[other])) for other in sides)


def _listed(draft: Draft) -> Iterator[int]:
    """Give the lines without a full stop right below a label of links, up to the prose that goes on below them."""
    for label, rule in draft.cut.items():
        text = draft.text(label)
        if words_in(text) > LABEL or not (rule == "related stories" or (rule == "call to act" and _MORE.match(text))):
            continue
        below = range(label + 1, min(len(draft.blocks), label + 1 + MOST_LISTED))
        end = next((number for number in below if number not in draft.cut and _goes_on(draft, number)), None)
        if end is None or not is_prose(draft.text(end)):
            continue
        if any(opens_entry(draft, number) for number in range(label + 1, end)):
            continue
        links = [number for number in range(label + 1, end) if number not in draft.cut]
        if links and links[-1] == end - 1 and _heads(draft, links[-1], first=len(links) == 1):
            links.pop()
        yield from links


def _heads(draft: Draft, number: int, *, first: bool) -> bool:
    """Return whether the last of the lines below a label heads the prose below it.

    It is short, and an empty line stands above it, or it has a longer word in common with the prose.
    """
    text, block = draft.text(number), draft.blocks[number]
    if words_in(text) > HEADING:
        return False
    alike = long_stems(text) & long_stems(draft.text(number + 1))
    return block.gap_before or (not first and (bool(alike) or words_in(text) < SHORTEST_LINK))


def long_stems(text: str) -> set[str]:
    """Return the beginnings of the longer words of a line, in lower case."""
    return {word[:5] for word in re.findall(r"\w{5,}", text.casefold())}


def _goes_on(draft: Draft, number: int) -> bool:
    text = draft.text(number)
    return ends_like_sentence(text) or draft.blocks[number].kind != "line" or words_in(text) > LONGEST_LINK


_MORE = re.compile(r"(?:read|see|watch) (?:more|also)|more (?:on|from|about)|also read", re.IGNORECASE)

LONGEST_LINK = 20
"""Words in the longest link."""

SHORTEST_LINK = 4
"""Words in the shortest link that may stand last below a label: shorter ones are kickers or headings."""

LABEL = 8
"""Words in the longest label above links."""

MOST_LISTED = 8
"""Links below one label."""

HEADING = 6
"""Words in the longest line right above the prose that may head it, and is then no link."""


def _contents(draft: Draft) -> Iterator[int]:
    """Give the lines of a table of contents: right below its label, each again as a line of its own below prose."""
    labels = [number for number, block in enumerate(draft.blocks) if _CONTENTS.fullmatch(block.text)]
    last = {block.text: number for number, block in enumerate(draft.blocks)} if labels else {}
    for label in labels:
        for number in range(label + 1, min(len(draft.blocks), label + 1 + MOST_SECTIONS)):
            text = draft.text(number)
            if last[text] == number or is_prose(text):
                break
            yield number


MOST_SECTIONS = 40
"""Lines of the longest table of contents."""

_CONTENTS = re.compile(
    r"(?:jump to|skip to|in this (?:article|story|guide|piece)|(?:table of )?contents|on this page|what.s inside):?",
    re.IGNORECASE,
)

CARDS: tuple[Rule, ...] = (
    Rule(
        name="table of contents",
        meaning="Lines below a label such as Jump to that stand again further below: links to the article's sections.",
        apply=_contents,
    ),
    Rule(
        name=LINKS,
        meaning="Below a label of links and above prose: lines without a full stop. A short one right above the prose "
        "stays where an empty line or a common word says that it heads it.",
        apply=_listed,
    ),
    Rule(
        name="teaser card",
        meaning="A headline with its own teaser repeated, beside an author or a relative time: another story's card.",
        apply=_cards,
    ),
    Rule(
        name=REPEATED,
        meaning="A block of eight words or more that stands on the page twice: the first one beside prose is kept.",
        apply=_twice,
    ),
)
