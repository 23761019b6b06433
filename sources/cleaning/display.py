"""What a body shows twice or on the side: pull quotes, a company's words about itself below a press release."""

import re
from collections.abc import Iterator
from functools import cache

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.prose import ends_in_full_stop, words_in

FEWEST = 6
"""Words in the shortest line that counts as a pull quote: shorter ones recur by chance."""

MOST_SHARE = 0.35
"""A note about a company is at most this share of the words held."""

_MARKS = re.compile(r"[\W_]+")
_ABOUT = re.compile(r"\AAbout (?P<name>[A-Z][\w&.’'-]*(?: (?:[A-Z&][\w&.’'-]*|of|and|the|for))*):?\Z")
_COMPANY = re.compile(
    r"\b(?:founded in|headquartered in|based in|for more information|for further information|www\.|"
    r"is an? (?:[\w’'&,-]+ ){0,8}"
    r"(?:company|provider|developer|maker|manufacturer|organi[sz]ation|firm|leader|platform))",
    re.IGNORECASE,
)


def _pulled(draft: Draft) -> Iterator[int]:
    held = draft.held
    plain = cache(lambda number: _plain(draft.text(number)))
    for place, number in enumerate(held):
        text = draft.text(number)
        if not FEWEST <= words_in(text) <= 40 or draft.blocks[number].kind != "line":
            continue
        if text[0] not in "“\"«„‘'" and ends_in_full_stop(text):
            continue
        around = [*held[max(0, place - 12) : place], *held[place + 1 : place + 13]]
        if any(plain(number) in plain(other) and len(plain(other)) > len(plain(number)) for other in around):
            yield number


def _plain(text: str) -> str:
    return f" {_MARKS.sub(' ', text.casefold()).strip()} "


def _companies(draft: Draft) -> Iterator[int]:
    held = draft.held
    total = sum(words_in(draft.text(number)) for number in held)
    for place, number in enumerate(held[:-1]):
        heading = _ABOUT.match(draft.text(number))
        note = held[place:]
        if heading is None or sum(words_in(draft.text(other)) for other in note) > MOST_SHARE * total:
            continue
        first = draft.text(held[place + 1])
        if _plain(heading["name"]).split()[0] in _plain(first).split() and _COMPANY.search(first):
            yield from note
            return


PULL_QUOTE = Rule(
    name="pull quote",
    meaning="A line in quotation marks or without a full stop that a paragraph near it says word for word.",
    apply=_pulled,
)
ABOUT_COMPANY = Rule(
    name="company about itself",
    meaning='The end of a press release from its heading "About X" on, where the text below tells what X is.',
    apply=_companies,
)
