"""Whose page it is, by what a site prints about itself around the article: copyright lines, addresses, its home link.

A line by itself can mislead: an agency's copyright stands under copied reports, a group owns many papers, a reporter
has an address elsewhere. So each kind of evidence has its weight, and evidence for two outlets is evidence for none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sources.cleaning.draft import Draft
from sources.cleaning.imprint import BYLINE, DATE_LINE
from sources.cleaning.people import is_name, read_byline
from sources.cleaning.prose import is_prose, words_in
from sources.outlets import Outlet, Outlets

_YEARS = r"(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)\d\d|\d\d)?)?"
_MARK = re.compile(
    r"\A(?:all (?:rights reserved|contents?)\W*)?(?:(?:©|ⓒ|\(c\)|copyright\b)[\s,.:]*){1,3}"
    rf"(?:{_YEARS}[\s,.:]*)?(?:(?:©|\(c\)|copyright\b)[\s,.:]*)?(?:by )?",
    re.IGNORECASE,
)
_HOLDER_ENDS = re.compile(
    rf"\s*(?:[|•·,(;]|\s[-–—]\s|\.(?=\s|(?-i:[A-Z])|\Z)|\ball rights\b|\bor its\b|"
    rf"\bpowered by\b|\bunless\b|\b{_YEARS}).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_RANGE = re.compile(r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|rights reserved", re.IGNORECASE)

_COMPANY = frozenset("inc llc ltd limited corp co company plc gmbh pte pty pvt private ag sa".split())
"""What a company is, said after its name."""

_GROUP = frozenset(
    "news media group newspapers newspaper publishing publications publishers holdings network networks broadcasting "
    "communications digital interactive online nigeria uk us usa international & and".split()
)
"""What a house of several outlets may be called by: the name before it needs other evidence."""

_COMMON = frozenset(
    "times post sun star journal mail herald tribune telegraph independent standard observer press guardian nation "
    "echo chronicle gazette record express mirror metro time week hill national globe age punch citizen monitor "
    "argus local insider dispatch courier sentinel examiner today vanguard fortune republic business".split()
)
"""Names that several outlets or things have: they need other evidence."""

_HOME = re.compile(
    r"(?P<name>\S.{1,40}?)(?:\s*[-–—|:])?\s(?:back to (?:the )?home(?: ?page)?|home ?page)", re.IGNORECASE
)
_PREFERRED = re.compile(
    r"(?:add|make|choose) (?P<name>\S.{1,40}?) (?:as )?(?:your|a) preferred source\b", re.IGNORECASE
)
_SELF = re.compile(
    r"(?:\A|: )(?P<name>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}) is an? (?:[\w’'-]+ ){0,3}"
    r"(?:media outlet|news (?:site|outlet|website|organi[sz]ation|service)|newspaper|newsroom|broadcaster)\b"
)
_MAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_DATELINE = re.compile(r"\A(?:[A-Z][\w .,’'-]{1,40} )?\((?P<name>[A-Z][\w. ]{1,30})\)(?: ?[-–—]|\Z)")
_TAIL = re.compile(r"[,|/]\s*(?P<name>[^,|/]{2,40})\Z")

TOP = 40
"""How many blocks at the page's top may hold the outlet's name where copyright line or address confirms it."""


MASTHEAD = 4
"""How many where an address does: the name of whoever is written about may stand lower."""


class Holder(NamedTuple):
    """Who a copyright line names."""

    name: str
    known: Outlet | None
    sure: bool
    """Whether the line alone tells the outlet: its name, no common one, with no word of a house of several."""

    years: bool
    """Whether it runs over several years: the mark of a site, and not of one report."""


def publisher(draft: Draft, start: int, end: int) -> tuple[str, str] | None:
    """Return (name, line it stands in) of the outlet that the lines around the body [start, end) agree on, else None.

    One sure line is enough: a copyright line with an outlet's own name, its home link, its request to be preferred,
    what it says it is, its mail address. A common name or a house's name in a copyright line needs a byline's
    tail, a dateline or an address beside it. An outlet that is not listed is told by a copyright line or an address
    whose name also stands alone at the top.
    """
    cut = [number for number in range(len(draft.blocks)) if number in draft.cut]
    holders = [
        (number, holder)
        for number in cut
        if number >= start
        and (holder := holder_of(draft.outlets, draft.text(number)))
        and not _prose_after(draft, number)
    ]
    last = holders[-1][1] if holders else None
    foreign = last is not None and last.known is None
    sure: dict[str, int] = {}
    weak: dict[str, set[str]] = {}
    places: dict[str, int] = {}
    for number, holder in holders:
        if holder.known is None or (holder.known.kind == "agency" and not holder.years):
            continue
        if holder.sure and holder.known == (last.known if last else None):
            sure.setdefault(holder.known.name, number)
        weak.setdefault(holder.known.name, set()).add("copyright")
        places.setdefault(holder.known.name, number)
    for number, kind, outlet in _says(draft, cut, start, end):
        if kind == "mail" and foreign and not _related(outlet, last.name if last else ""):
            continue
        if kind in ("home", "preferred", "self", "mail"):
            sure.setdefault(outlet.name, number)
        weak.setdefault(outlet.name, set()).add(kind)
        places.setdefault(outlet.name, number)
    if not sure:
        agreed = {name for name, kinds in weak.items() if "copyright" in kinds and len(kinds) > 1 and not foreign}
        sure = {name: places[name] for name in agreed}
    if not sure:
        sure = _unlisted(draft, cut, start, last.name if foreign and last else None)
    if len(sure) != 1:
        return None
    name, number = next(iter(sure.items()))
    return name, draft.text(number)


@lru_cache(maxsize=4096)
def holder_of(outlets: Outlets, text: str) -> Holder | None:
    """Return who holds the copyright by a line that begins with its mark; None for another line or a picture's."""
    match = _MARK.match(text) if len(text) <= 400 else None
    if match is None or _YEAR.search(text[:160]) is None:
        return None
    name = _HOLDER_ENDS.sub("", text[match.end() :]).strip(' .,:-–—"“”')
    if not name[:1].isalnum() or not 0 < words_in(name) <= 7:
        return None
    words = name.split()
    for size in range(len(words), 0, -1):
        rest = [word.strip(".,").casefold() for word in words[size:]]
        if not all(word in _COMPANY or word in _GROUP for word in rest):
            break
        known = listed(outlets, " ".join(words[:size]))
        if known is not None:
            house = any(word not in _COMPANY for word in rest)
            common = " ".join(words[:size]).casefold().removeprefix("the ") in _COMMON
            return Holder(name, known, not house and not common, _RANGE.search(text) is not None)
    return Holder(name, None, False, _RANGE.search(text) is not None)


def listed(outlets: Outlets, name: str) -> Outlet | None:
    """Return the outlet of this name or domain, also where the name lost its spaces: "HarbourDaily"."""
    known = outlets.by_name(name)
    if known is not None or len(name) < 8 or " " in name:
        return known
    if "." in name:
        return outlets.by_domain(name.casefold())
    return _squeezed_names(outlets).get(_squeezed(name)) if re.search("[a-z][A-Z]", name) else None


@lru_cache(maxsize=8)
def _squeezed_names(outlets: Outlets) -> dict[str, Outlet]:
    return {_squeezed(name): outlet for outlet in outlets for name in outlet.names if " " in name}


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _says(draft: Draft, cut: list[int], start: int, end: int) -> Iterator[tuple[int, str, Outlet]]:
    """Give (block, kind of evidence, outlet) for what lines other than copyright lines tell of listed outlets."""
    for number in cut:
        text = draft.text(number)
        if len(text) > 600:
            continue
        for kind, pattern in (("home", _HOME), ("preferred", _PREFERRED), ("self", _SELF)):
            match = pattern.fullmatch(text) if kind == "home" else pattern.match(text) or pattern.search(text[:120])
            if match is None or (kind == "home" and number >= start):
                continue
            known = listed(draft.outlets, match["name"])
            if known is not None and known.kind != "agency" and not (kind == "self" and _is_common(match["name"])):
                yield number, kind, known
        if number >= start:
            for mail in _MAIL.finditer(text):
                known = draft.outlets.by_domain(mail["host"].casefold())
                if known is not None and known.kind != "agency":
                    yield number, "mail", known
        if draft.cut[number] == BYLINE and read_byline(text) and (tail := _TAIL.search(text)):
            known = draft.outlets.by_name(tail["name"])
            if known is not None and known.kind != "agency":
                yield number, "byline", known
    for number in range(max(0, start - 2), min(start + 3, end)):
        match = _DATELINE.match(draft.text(number))
        known = draft.outlets.by_name(match["name"]) if match else None
        if known is not None and known.kind != "agency":
            yield number, "dateline", known


def _is_common(name: str) -> bool:
    return name.casefold().removeprefix("the ") in _COMMON


def _related(outlet: Outlet, holder: str) -> bool:
    """Return whether a copyright holder's name has a longer word of the outlet's names or of its owner's."""
    own = {word for name in (*outlet.names, outlet.owner or "") for word in re.findall(r"\w{4,}", name.casefold())}
    return bool((own - _GROUP) & set(re.findall(r"\w{4,}", holder.casefold())))


def _unlisted(draft: Draft, cut: list[int], start: int, holder: str | None) -> dict[str, int]:
    """Return the lines alone at the top that are the copyright holder's name, or the domain of an address below."""
    below = range(start, len(draft.blocks))
    hosts = {mail["host"].casefold() for number in below for mail in _MAIL.finditer(draft.text(number))} - _MAILERS
    found: dict[str, int] = {}
    for number in cut:
        text = draft.text(number)
        if number >= min(start, TOP) or draft.cut[number] == BYLINE or len(text) > 60 or not text[:1].isalnum():
            continue
        if is_name(text) and any(draft.cut.get(near) == DATE_LINE for near in range(number - 3, number + 4)):
            continue  # whoever signs a newsletter holds its copyright too
        plain = _squeezed(text)
        held = holder is not None and plain == _squeezed(holder) and (words_in(text) > 1 or "." in text)
        hosted = (
            number < MASTHEAD
            and len(plain) >= 6
            and any(plain in (_squeezed(host), _squeezed(host.split(".")[0])) for host in hosts)
        )
        if held or hosted:
            found.setdefault(text, number)
    return found if len({_squeezed(name) for name in found}) == 1 else {}


_MAILERS = frozenset("gmail.com hotmail.com outlook.com yahoo.com protonmail.com icloud.com".split())
"""Hosts of everybody's mail."""


def _prose_after(draft: Draft, number: int) -> bool:
    return any(other > number and is_prose(draft.text(other)) for other in draft.held)
