"""A block after the article's end that sells something: from its headline to its call to act."""

import re
from collections.abc import Iterator

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.phrases import promotional_words
from sources.cleaning.prose import is_prose, lower_share, words_in

CALLS = frozenset({"call to act", "advertising", "newsletter form"})
"""Rules whose lines anchor a pitch."""

MOST_BLOCKS = 6
MOST_SHARE = 0.4
"""A pitch is at most so many blocks, and at most this share of the words held."""

_NAME = re.compile(r"\b[A-Z][\w’'-]*[A-Z\d]?[\w]*")
_TOLD = re.compile(r"[“”\"]|\b(?:said|says|told|added|according to|wrote|stated)\b")
_READER = re.compile(r"\b(?:you|your|you're|you’re|yours)\b", re.IGNORECASE)


def _pitch(draft: Draft) -> Iterator[int]:
    held = draft.held
    if not held:
        return
    calls = [
        number
        for number, rule in draft.cut.items()
        if rule in CALLS and held[-1] - MOST_BLOCKS <= number <= held[-1] + 2
    ]
    for call in sorted(calls):
        taken = _taken(draft, call)
        if taken and _small(draft, taken):
            yield from taken
            return


def _taken(draft: Draft, call: int) -> list[int]:
    """Return the blocks of the pitch around one call to act, from the first line on; [] when the evidence is thin."""
    above = [number for number in draft.held if number < call]
    below = [number for number in draft.held if number > call]
    if any(_tells(draft.text(number)) and not _sells(draft, number, call, above) for number in below):
        return []
    taken: list[int] = []
    near = above[-MOST_BLOCKS:]
    sells = [_sells(draft, number, call, above[: above.index(number)]) for number in near]
    for place in range(len(near) - 1, -1, -1):
        bridged = place > 0 and sells[place - 1] and not _TOLD.search(draft.text(near[place]))
        if not sells[place] and not bridged:
            break
        taken.insert(0, near[place])
    if not taken:
        return list(below)
    title = [number for number in above if number < taken[0]][-1:]
    if title and taken[0] - title[0] == 1 and _title(draft.text(title[0])):
        taken.insert(0, title[0])
    return taken + below


def _tells(text: str) -> bool:
    """Return whether a line is prose, also where an agency's credit ends it."""
    return is_prose(text) or (words_in(text) >= 15 and lower_share(text) >= 0.35)


def _sells(draft: Draft, number: int, call: int, before: list[int]) -> bool:
    """Return whether a block promotes: it names what only the call names too, or it praises and addresses."""
    text = draft.text(number)
    if _TOLD.search(text):
        return False
    body = " ".join(draft.text(other) for other in before)
    product = {name for name in _names(text) & _names(draft.text(call)) if name not in body}
    praise = sum(word.lower() in promotional_words() for word in re.findall(r"[\w’'-]+", text))
    return bool(product) or praise + bool(_READER.search(text)) >= 2


def _names(text: str) -> set[str]:
    """Return the capitalised words that do not merely open a sentence."""
    opening = {match.end() for match in re.finditer(r"(?:\A|[.!?]\s+)[\"“(]*", text)}
    return {
        match.group()
        for match in _NAME.finditer(text)
        if match.start() not in opening or not match.group()[1:].islower()
    }


def _title(text: str) -> bool:
    return 3 <= words_in(text) <= 16 and text[-1:] not in ".,;:" and not _TOLD.search(text)


def _small(draft: Draft, taken: list[int]) -> bool:
    words = sum(words_in(draft.text(number)) for number in draft.held)
    return sum(words_in(draft.text(number)) for number in taken) <= MOST_SHARE * words


PITCH = Rule(
    name="promotion after the end",
    meaning="The blocks that sell something around a call to act after the body's end, from their headline on. Prose "
    "that tells what somebody said, or that names only what the body names, stays.",
    apply=_pitch,
)
