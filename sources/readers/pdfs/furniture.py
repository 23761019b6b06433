"""What stands at the edge of a PDF's pages and is no text: running heads, page numbers, a browser's lines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from sources.readers.pdfs.lines import Line

RUNNING = "page header or footer (PDF)"

_EDGE = 3
"""Lines at a page's top and foot that may be no text."""

_NEAR = 4.0
"""Points by which a running head may stand higher on one page than on another."""

_PART = 0.3
"""Share of the pages on which a running head stands, at least: left and right pages may have their own."""

_OF = r"(?:/|of|von|sur|de|di|из)"
_NUMBER = re.compile(
    rf"(?:(?:page|seite|pagina|página|p\.)\s*)?(?:[-–—|]\s?)?\d{{1,4}}(?:\s?{_OF}\s?\d{{1,4}})?(?:\s?[-–—|])?",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s…]+", re.IGNORECASE)
_COUNT = re.compile(rf"(?:\bpage\s)?\b\d{{1,4}}\s?{_OF}\s?\d{{1,4}}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the edges of the pages tell of the page that was printed."""

    url: str | None = None
    """The address that a browser printed below or above the page; None when it printed none, or not the whole."""

    title: str | None = None
    """The page's title as a browser printed it; None when it printed none."""


def furniture(lines: Sequence[Line], *, pages: int, feet: bool = True) -> tuple[frozenset[int], Printed]:
    """Return the numbers of the lines that are no text, and what they tell.

    A line at the edge is none when it stands at the same place on several pages (figures may differ), when it is a page
    number alone, or when a browser printed it: an address, or date and time, with title or page number. Without `feet`
    what is alike at the foot of pages is text: in an export each article may end with the same lines.
    """
    edges = dict(_edges(lines))
    found = _repeated(lines, edges, pages)
    if not feet:
        middle: dict[int, list[float]] = {line.page: [] for line in lines}
        for line in lines:
            middle[line.page].append(line.y)
        found = {each for each in found if lines[each].y > median(middle[lines[each].page])}
    printed = Printed()
    for number, outermost in edges.items():
        text = lines[number].text
        browsers = _browsers(text) if outermost else None
        if browsers is not None:
            found.add(number)
            printed = Printed(url=printed.url or browsers.url, title=printed.title or browsers.title)
        elif outermost and _NUMBER.fullmatch(text):
            found.add(number)
    return frozenset(found), printed


def _edges(lines: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    """Yield (number of a line near the edge of its page, whether no other stands further out)."""
    pages: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        pages[line.page].append(number)
    for numbers in pages.values():
        ordered = sorted(numbers, key=lambda number: lines[number].y)
        near = dict.fromkeys([*ordered[:_EDGE], *ordered[-_EDGE:]])
        low, high = lines[ordered[0]].y, lines[ordered[-1]].y
        for number in near:
            y = lines[number].y
            yield number, len(ordered) > 1 and (y - low <= 1 or high - y <= 1)


def _repeated(lines: Sequence[Line], edges: Mapping[int, bool], pages: int) -> set[int]:
    alike: dict[str, list[int]] = defaultdict(list)
    for number in edges:
        alike[re.sub(r"\d+", "#", lines[number].text.casefold())].append(number)
    found: set[int] = set()
    for numbers in alike.values():
        for number in numbers:
            there = {lines[other].page for other in numbers if abs(lines[other].y - lines[number].y) <= _NEAR}
            if len(there) >= 2 and len(there) >= _PART * pages:
                found.add(number)
    return found


def _browsers(text: str) -> Printed | None:
    """Return what a line of a browser tells; None when it is none."""
    address = _ADDRESS.search(text)
    stamp = _STAMP.search(text)
    rest = text
    for pattern in (_ADDRESS, _STAMP, _COUNT):
        rest = pattern.sub(" ", rest, count=1)
    rest = " ".join(rest.split())
    if address is not None and len(address[0]) >= 12 and (not rest or address.end() == len(text)):
        cut = text[address.end() :].startswith("…") or address[0].endswith("...")
        return Printed(url=None if cut else address[0], title=_whole(rest))
    if stamp is not None and (stamp.start() == 0 or stamp.end() == len(text)) and len(rest.split()) != 1:
        return Printed(title=_whole(rest))
    return None


def _whole(title: str) -> str | None:
    return title if title and not title.endswith(("…", "...")) else None
