"""Dates in a text: days, weekdays, months, quarters and years, as far as the words name them."""

import re
from dataclasses import dataclass
from functools import cache

from analysis import wordlists

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?:" + "|".join(m.capitalize() for m in _MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_MOMENT = re.compile(
    rf"""
    (?<![\w$€£¥₹])(?:
      (?P<iso>(?:19|20)\d\d-\d\d-\d\d)
    | (?P<weekday>{"|".join(d.capitalize() for d in _DAYS)})
    | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH})(?:,?\s(?P<y1>(?:19|20)\d\d))?
    | (?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[,.]\d|%)(?:,?\s(?P<y2>(?:19|20)\d\d)\b)?
    | (?P<m3>{_MONTH}),?\s(?:of\s)?(?P<y3>(?:19|20)\d\d)
    | (?P<m4>{_MONTH})
    | (?:Q(?P<q1>[1-4])|(?P<q2>first|second|third|fourth)[\s-]quarter)(?:\s(?:of\s)?(?P<y5>(?:19|20)\d\d))?
    | (?P<y4>(?:19|20)\d\d)(?![\d,.]*\d|%|\s?(?:million|billion|per))
    )(?!\w)
    """,
    re.VERBOSE,
)
_BEFORE_MAY = re.compile(
    r"(?:\b(?:in|of|last|this|next|since|by|until|till|late|early|mid|from|through|and|to|during|for|after|before|every)"
    r"[\s-])$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_QUARTER = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as written; parts that the words do not name are None. Relative dates ("last month") are not read."""

    start: int
    end: int
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 Monday to 6 Sunday."""


def moments(text: str) -> list[Moment]:
    """Return the dates of a text in order: "9 June", "June 9, 2025", "Monday", "in April", "Q3 2025", "2024"."""
    found: list[Moment] = []
    for match in _MOMENT.finditer(text):
        made = _moment(text, match)
        if made is not None:
            found.append(made)
    return found


def same_moment(a: Moment, b: Moment) -> bool | None:
    """Return whether two dates can be the same; None where they name no part in common."""
    shared = False
    for part in ("year", "month", "quarter", "day", "weekday"):
        mine, other = getattr(a, part), getattr(b, part)
        if mine is not None and other is not None:
            shared = True
            if mine != other:
                return False
    return True if shared else None


def _moment(text: str, match: re.Match[str]) -> Moment | None:
    start, end = match.span()
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return Moment(start, end, year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if match["weekday"]:
        return Moment(start, end, weekday=_DAYS.index(match["weekday"].lower()))
    year_text = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"]
    year_found = int(year_text) if year_text else None
    if match["q1"] or match["q2"]:
        quarter = int(match["q1"]) if match["q1"] else _QUARTER[match["q2"]]
        return Moment(start, end, year=year_found, quarter=quarter)
    if match["y4"]:
        following = _NEXT_WORD.match(text, end)
        counted = following is not None and following[1] in _counted() and not _BEFORE_MAY.search(text[:start])
        return None if counted else Moment(start, end, year=year_found)
    name = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    bare = bool(match["m4"])
    if (
        bare
        and name in {"May", "Mar", "March", "Sept", "Jun", "Jan", "Dec", "August"}
        and not _calendar(text, start, name)
    ):
        return None
    day_text = match["d1"] or match["d2"]
    number = int(day_text) if day_text else None
    if number is not None and not 1 <= number <= 31:
        return None
    return Moment(start, end, year=year_found, month=_month(name), day=number)


def _calendar(text: str, start: int, name: str) -> bool:
    """Return whether a bare "May" or "March" is the month: after a word of time, or inside a sentence (March only)."""
    if _BEFORE_MAY.search(text[:start]):
        return True
    return name in {"March", "August"} and not opens_sentence(text, start)


def _month(name: str) -> int:
    bare = name.lower().rstrip(".")
    return _SHORT[bare] if bare in _SHORT else _MONTHS.index(bare) + 1


def moment_words(moment: Moment) -> str:
    """Return a date in words for people: "9 June 2025", "Monday", "third quarter of 2025"."""
    parts: list[str] = []
    if moment.weekday is not None:
        parts.append(_DAYS[moment.weekday].capitalize())
    if moment.quarter is not None:
        parts.append(f"{next(k for k, v in _QUARTER.items() if v == moment.quarter)} quarter")
    if moment.day is not None:
        parts.append(str(moment.day))
    if moment.month is not None:
        parts.append(_MONTHS[moment.month - 1].capitalize())
    if moment.year is not None:
        parts.append(str(moment.year))
    return " ".join(parts)


def opens_sentence(text: str, position: int) -> bool:
    """Return whether what stands at `position` is the first word of a sentence."""
    before = text[:position].rstrip()
    return not before or before[-1] in '.!?:“"'


@cache
def _counted() -> frozenset[str]:
    return wordlists.column("count_nouns")
