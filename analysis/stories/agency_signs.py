"""What a page says of whose text it prints: datelines, bylines and credit lines of news agencies.

Only signs that stand where agencies sign are read. Words that cite an agency ("told AFP", "according to the Associated
Press") are none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from analysis.reading.tokens import words_of
from analysis.stories.agency_names import MASK, Agencies
from analysis.wordlists import rows
from sources.article import Removed

FIRST, LAST = 3, 6
"""Blocks at the top and at the end of a text in which agencies sign."""

CUT = 8
"""Lines that were cut right above the text and right below it that are looked at."""

_SHORT, _LONGEST = 200, 700
"""Characters in a sign, and in one of those that list names or terms of use."""

_LONG = re.compile(r"diting by|contribut|rights|feed|receives|responsible|generated", re.IGNORECASE)
"""A word that stands in each sign that may be long."""

_PLACE_WORDS = 10
_SMALL = frozenset(
    "aboard al am an and at bei de del der des di do du e el en in la le les near of off on outside sur the und upon "
    "y ene feb mar abr may jun jul ago sep oct nov dic".split()
)
_OPENING = 200
_DECK = 40
"""Words of a block above the dateline: more is the text itself."""

_ROLE = r"(?:[\w’'-]+\s+){0,5}(?:writers?|reporters?|correspondents?|editors?|journalists?|columnists?|staff|chief)"
_INITIALS = r"(?-i:(?:[A-Z]{2,5}|[a-z]{2,4})(?:[ /,-]+(?:[A-Z]{2,5}|[a-z]{2,4})){0,8})"
_PEOPLE = rf"[^\W\d_][^\n|(){MASK}]{{1,220}}?(?<! and)(?<! with)(?<! mit)(?<! avec)(?<! con)(?<![&+/ ])"


class Sign(NamedTuple):
    """One sign of an agency on a page."""

    agency: str | None
    """The agency's name; None where agencies are credited and none is named."""

    whole: bool
    """True when the text is the agency's, False when the agency added to it."""

    where: str
    """dateline, byline, credit line, end of the text, or cut line."""

    quote: str
    """The words themselves."""


def signs(
    text: str,
    *,
    title: str | None,
    byline: str | None,
    removed: Sequence[Removed],
    outlet: str | None,
    known: Agencies,
) -> list[Sign]:
    """Return the signs of agencies on a page: of the whole text first, then of a part of it.

    `removed` is what cleaning cut: there only lines near the text are read. A service's sign on a page of its own, or
    of an unknown outlet, is none; a sign that names no agency counts only where dateline and byline name none.
    """
    blocks = [block for line in text.split("\n") if (block := line.strip())]
    found = [
        *_dateline(blocks[:FIRST], known),
        *_byline(title, byline, removed, known),
        *_lines([*blocks[:FIRST], *blocks[max(FIRST, len(blocks) - LAST) :]], "credit line", known),
        *_ends(blocks[max(len(blocks) > 1, len(blocks) - FIRST) :], "end of the text", known),
        *_lines([*_above(removed), *_inside(removed, len(text)), *_below(removed, len(text))], "cut line", known),
        *_ends(_below(removed, len(text))[:1], "cut line", known),
        *_lone(blocks, byline, removed, known, len(text)),
    ]
    found = [sign for sign in found if sign.agency not in known.services or outlet not in (None, sign.agency)]
    signed = {sign.agency for sign in found if sign.whole and sign.where in {"dateline", "byline"}}
    best: dict[tuple[str | None, str], Sign] = {}
    for sign in sorted(found, key=lambda sign: not sign.whole):
        if not signed or sign.agency in signed or known.masked(sign.quote)[1]:
            best.setdefault((sign.agency, sign.quote), sign)
    return list(best.values())


def _dateline(blocks: Sequence[str], known: Agencies) -> Iterator[Sign]:
    """Read "DALLAS (AP) —", "Dec 29 (Reuters) -", "MOSCOW, March 3. /TASS/." at the top, after a short line or two."""
    for block in blocks:
        masked = known.masked(block[:_OPENING])
        for form in (_BRACKETED, _BARE):
            match = form.match(masked.line)
            said = block[: masked.place(match.end())].strip() if match else ""
            if match is not None and _places(match) and not _TOWN.search(said):
                yield from (Sign(name, True, "dateline", said) for name in masked.among(*match.span("agency")))
                return
        if len(block.split()) > _DECK:
            return


_SEVERAL = rf"{MASK}(?:\s*(?:[,;/&+]|\b(?:and|und|et|y|e)\b)\s*(?:the\s+)?{MASK})*"
_PLACE = rf"\A\W{{0,3}}?(?P<place>(?:[^()\[\]\n{MASK}]|\[[^\]\n{MASK}]{{2,30}}\]){{0,90}}?)"
_BRACKETED = re.compile(
    rf"{_PLACE}[\s,:.—–-]*[(\[/]\s*(?P<agency>{_SEVERAL})\s*[)\]/](?P<dash>\s*[.,]?\s*[-–—:._]+)?\s*"
)
_BARE = re.compile(rf"{_PLACE}(?:\A|[\s,:|—–-])\s*(?P<agency>{_SEVERAL})\s*(?P<dash>\s[-–—|]+)\s+")


def _places(match: re.Match[str]) -> bool:
    """Return whether what stands before the agency is a place, a date or nothing, and the report begins after it."""
    place, after = match["place"].strip(" ,:.—–-|"), match.string[match.end() :].lstrip("\"“‘'«„ ")
    words = place.split()
    if not after or after[0].islower() or len(words) > _PLACE_WORDS or (words and words[0].lower() == "the"):
        return False
    dated = any(character.isdigit() for character in place)
    if not (match["dash"] or dated or (words and place.isupper())):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word.lower().strip(".,") in _SMALL for word in words)


_TOWN = re.compile(r"\A[^\d,]*\(PA\)")
"""A town of Pennsylvania, and the agency PA: without a date it is the state."""


def _byline(title: str | None, byline: str | None, removed: Sequence[Removed], known: Agencies) -> Iterator[Sign]:
    """Read the byline as it is kept, lines cut as bylines, and the line cut right below the headline."""
    lines = [byline] if byline else []
    lines += [cut.text for cut in removed if cut.rule == "byline"]
    head = words_of(title or "")
    lines += [cut.text for last, cut in pairwise(removed) if head and cut.at == 0 and words_of(last.text) == head]
    for line in lines:
        plain = re.sub(r"\s*;\s*", ", ", re.sub(r"\A\W*(?:by|von|por|par)\b:?\s+", "", line, flags=re.IGNORECASE))
        plain = plain.strip(" \t|,.·•-–—")
        if not _surname(plain, known):
            yield from _matched(plain, "byline", "byline", known, quote=line)


def _surname(byline: str, known: Agencies) -> bool:
    """Return whether an agency's name is the last name of a person: "Maria Lusa", but not "Ann Lee Reuters"."""
    first, _, last = byline.rpartition(" ")
    called = last.istitle() and last != "Reuters" and len(known.masked(last).named) > 0
    return called and re.fullmatch(r"(?:[^\W\d_][\w.’'-]*\s?){1,4}", first) is not None


def _lines(blocks: Sequence[str], where: str, known: Agencies) -> Iterator[Sign]:
    for block in blocks:
        if len(block) <= _SHORT or (len(block) <= _LONGEST and _LONG.search(block)):
            yield from _matched(_bare(block), "line", where, known, quote=block)
            if re.match(r"\W*by\s", block, re.IGNORECASE) and len(block) <= 160:
                plain = re.sub(r"\A\W*by\s+", "", block, flags=re.IGNORECASE)
                yield from _matched(_bare(plain), "byline", "byline", known, quote=block)


def _ends(blocks: Sequence[str], where: str, known: Agencies) -> Iterator[Sign]:
    for block in blocks:
        tail = block[-(_LONGEST if _LONG.search(block, max(0, len(block) - _LONGEST)) else _SHORT) :].rstrip(" \t*_.")
        yield from _matched(tail, "end", where, known, quote=None)


def _lone(
    blocks: Sequence[str], byline: str | None, removed: Sequence[Removed], known: Agencies, end: int
) -> Iterator[Sign]:
    """Read an agency's name on a line of its own: below the text, or above it where nobody else signs.

    Above a text that a person signs the name may be a picture's, unless it stands right below the byline.
    """
    below = list(blocks[max(1, len(blocks) - FIRST) :])
    below += _below(removed, end)[:1]
    above = [] if byline else [*blocks[:FIRST], *(cut.text for cut in removed if cut.at == 0 or cut.at is None)][-CUT:]
    above += [cut.text for last, cut in pairwise(removed) if last.rule == "byline"]
    for line in [*below, *above]:
        if len(line) <= 80:
            yield from _matched(_bare(line), "lone", "credit line", known, quote=line)


def _above(removed: Sequence[Removed]) -> list[str]:
    return [cut.text for cut in removed if cut.at == 0][-CUT:]


def _inside(removed: Sequence[Removed], end: int) -> list[str]:
    return [cut.text for cut in removed if cut.at is None or 0 < cut.at < end]


def _below(removed: Sequence[Removed], end: int) -> list[str]:
    return [cut.text for cut in removed if cut.at is not None and cut.at >= end > 0][:CUT]


def _bare(line: str) -> str:
    """Return a line without the brackets, dashes and stops around it."""
    return line.strip(' \t\xa0*_()[]{}–—-·•.|"“”')


def _matched(line: str, stands: str, where: str, known: Agencies, *, quote: str | None) -> Iterator[Sign]:
    """Yield the signs of the first pattern of this kind that takes the line."""
    masked = known.masked(line)
    if not (masked.named or _HINTS.search(masked.line)):
        return
    for pattern, whole, agency in _patterns(stands, bool(masked.named)):
        match = pattern.search(masked.line)
        if match is not None:
            said = quote or line[masked.place(match.start()) :]
            those: list[str | None] = [agency] if agency else [*masked.among(*match.span())]
            yield from (Sign(name, whole, where, said.strip()) for name in those or [None])
            return


_HINTS = re.compile(
    r"\b(?:edit(?:ing|ed)|wires?|newswires|agenc(?:y|ies)|agentur\w*|syndicated|services?|enditem)\b", re.IGNORECASE
)
"""Words of the signs that name no agency."""


@cache
def _patterns(stands: str, named: bool) -> tuple[tuple[re.Pattern[str], bool, str], ...]:
    """Return (pattern, whether the whole text is the agency's, whose sign it is) for each sign of this kind.

    Where no agency is named in the line, signs that need a name are left out.
    """
    found = []
    for words, place, share, agency in rows("agency_signs"):
        if place == stands and (named or "{agenc" not in words):
            inner = _pattern(words)
            edges = rf"(?:\A|(?<=[.!?…\"”’'»)\]]))\s*{inner}\W*\Z" if stands == "end" else rf"\A{inner}\Z"
            found.append((re.compile(edges, re.IGNORECASE), share == "whole", agency))
    return tuple(found)


_SLOTS = {
    "agency": MASK,
    "agencies": _SEVERAL,
    "people": _PEOPLE,
    "role": _ROLE,
    "initials": _INITIALS,
    "place": r"[^\W\d_][\w .,’'-]{1,60}?",
    "year": r"(?:19|20)\d\d",
    "report": r"(?:report|story|article|dispatch|piece)",
    "rest": r".{0,400}?",
}


def _pattern(words: str) -> str:
    parts = re.split(r"\{(\w+)\}", words)
    literal = (re.escape(part).replace(r"\ ", r"\s+") for part in parts[::2])
    slots = (_SLOTS[part] for part in parts[1::2])
    return "".join(part for pair in zip_longest(literal, slots, fillvalue="") for part in pair)
