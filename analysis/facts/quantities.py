"""Numbers in a text: what is counted, how much, and how exactly the writer says it."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Literal

from analysis import wordlists
from analysis.facts.dates import moments, opens_sentence

Kind = Literal["number", "money", "percent", "age", "dozens"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}  # fmt: skip
_WORDS = {word: float(n) for n, word in enumerate(_UNITS)} | {word: 20.0 + 10 * n for n, word in enumerate(_TENS)}
_VAGUE = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0), "thousands": (2e3, 9999.0),
    "tens of thousands": (2e4, 99999.0), "hundreds of thousands": (2e5, 999999.0), "millions": (2e6, 1e8),
}  # fmt: skip

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
_CURRENCIES = {
    "dollar": "dollar", "dollars": "dollar", "euro": "euro", "euros": "euro", "pound": "pound", "pounds": "pound",
    "yuan": "yuan", "renminbi": "yuan", "yen": "yen", "rupees": "rupee", "rubles": "rouble", "roubles": "rouble",
    "won": "won", "francs": "franc", "pesos": "peso", "crowns": "crown", "kronor": "krona", "kroner": "krone",
    "marks": "mark", "cents": "cent",
}  # fmt: skip

_WORD_NUMBER = "(?:" + "|".join([*_TENS, *sorted(_UNITS, key=len, reverse=True)]) + ")"
_NUMBER = re.compile(
    rf"""
    (?<![\w.,/-])
    (?P<sign>(?:US|A|C|HK|NZ)?[$€£¥₹])?\s?
    (?:
      (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
      (?:\s?(?:-|–|to)\s?(?P<upper>[$€£¥₹]?\d+(?:,\d{{3}})*(?:\.\d+)?))?
      (?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|mln|tn|[mkb]))?(?![\w])
    | (?P<half>half\sa\s(?:million|billion|dozen))
    | (?P<vague>(?:tens|hundreds)\sof\sthousands|dozens|scores(?=\sof)|hundreds|thousands|millions)
    | (?P<words>(?:an?\s(?=dozen|hundred|thousand|million|billion|trillion)|{_WORD_NUMBER})
         (?:(?:[\s-]|\sand\s|(?<=a\s))(?:{_WORD_NUMBER}|dozen|hundred|thousand|million|billion|trillion)\b)*)
    )
    (?P<percent>\s?%|[\s-](?:per\s?cent|percent|percentage\spoints?|pct)\b)?
    (?![\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HINT = re.compile(
    rf"\d|\b(?:{_WORD_NUMBER}|dozen|hundred|thousand|million|billion|half a)s?\b|\bscores of\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?P<about>\b(?:about|around|roughly|approximately|some|an estimated|estimated|circa|close to)\s+(?:a\s)?$)"
    r"|(?P<under>\b(?:nearly|almost|just under|up to|as many as|as much as|fewer than|less than|under|below)"
    r"\s+(?:a\s)?$)"
    r"|(?P<over>\b(?:more than|over|at least|no fewer than|no less than|upwards of|above|exceeding|well over|"
    r"a minimum of)\s+(?:a\s)?$)",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]+,\s$")
"""A name and a comma: what stands between it and the next comma is an age."""
OLDEST = 115
_HALF = 1 - 1e-6
"""What stands just below the half is rounded down, the half itself up."""

_MOST_ROUNDED = 0.05
"""Share of a number by which it may be rounded at most: 240 is not 200."""
_FOLLOWING = re.compile(r"[\s-]*([^\W\d_][\w'’-]*)")
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)\b|[:/]\d|\s?(?:a\.m\.|p\.m\.|am\b|pm\b)", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"(?:\b[A-Z][\w&.’'-]*|[Nn]o\.|[Ss]ection|[Aa]rticle|[Cc]hapter|[Pp]art|[Rr]oute)\s$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with the range of values that the writing allows."""

    start: int
    end: int
    kind: Kind
    """number, money, percent, age, or dozens ("hundreds of": no value, only a range)."""

    value: float
    low: float
    """Smallest value the wording allows: lower than `value` for rounded and approximate numbers."""

    high: float
    """Largest value the wording allows."""

    unit: str
    """What is counted: the currency for money, else the noun after the number in lower case; "" where none follows."""

    approximate: bool
    """True with about, nearly, more than and the like, and for "hundreds of"."""


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in order; dates, years, clock times, ordinals and labels (H20, S&P 500) left out.

    "fourteen", "two dozen", "a million", "1.5bn", "$2.5 million", "25 %" and ranges ("10 to 15") are read. A single
    "one" is no quantity: it is mostly a pronoun.
    """
    if not _HINT.search(text):
        return []
    dated = [(m.start, m.end) for m in moments(text)]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        if any(a < end and start < b for a, b in dated):
            continue
        made = _quantity(text, match, start=start, end=end)
        if made is not None:
            found += _parted(made, match)
    return found


def _parted(made: Quantity, match: re.Match[str]) -> list[Quantity]:
    """Return a result ("47 to 43 percent", "50-46") as its two numbers, anything else as it is."""
    if not match["upper"]:
        return [made]
    upper = float(match["upper"].lstrip("$€£¥₹").replace(",", "")) * (
        made.value / float(match["digits"].replace(",", ""))
    )
    if upper > made.value:
        return [made]
    low, high = (upper - 0.5, upper + 0.5) if made.kind == "percent" else _rounded(upper)
    return [
        replace(made, end=match.end("digits")),
        replace(made, start=match.start("upper"), value=upper, low=low, high=high),
    ]


def agree(a: Quantity, b: Quantity) -> bool:
    """Return True when both can be the same amount, rounding and "about" allowed for. Units are not looked at.

    Of two plain numbers the one written to more places must be what rounds to the other: 6.4 and 6, 197 and 200,
    12,345 and 12,000; 6.5 and 6, 11 and 12 or 2.4 million and 2.5 million disagree.
    """
    if a.approximate or b.approximate:
        return a.low <= b.high and b.low <= a.high
    if a.value == b.value:
        return True
    fine, coarse = sorted((a, b), key=lambda quantity: quantity.high - quantity.low)
    same_places = abs((fine.high - fine.low) - (coarse.high - coarse.low)) <= 1e-9 * max(coarse.value, 1.0)
    return not same_places and coarse.low <= fine.value <= coarse.high


def _quantity(text: str, match: re.Match[str], *, start: int, end: int) -> Quantity | None:
    value, low, high, vague = _value(match)
    if value is None or (match["digits"] and _ORDINAL_TAIL.match(text, end)):
        return None
    if match["words"] and match["words"].lower() in {"one", "zero"}:
        return None
    following = _following(text, end)
    plain = not (match["sign"] or match["percent"] or match["scale"])
    if plain and match["digits"] and _LABEL_BEFORE.search(text, 0, start) and not _BEFORE.search(text[:start]):
        before = _LABEL_BEFORE.search(text, 0, start)
        if before and not opens_sentence(text, before.start()) and not (following and following[0] in _counted()):
            return None
    kind: Kind = "number"
    unit = _head(following)
    if match["sign"]:
        kind, unit = "money", _SIGNS[match["sign"][-1]]
    elif match["percent"]:
        kind, unit = "percent", "%"
    elif following and following[0] in _CURRENCIES:
        kind, unit = "money", _CURRENCIES[following[0]]
    elif re.match(r"[\s-](?:year|month|week|day)s?[\s-]old\b", text[end:]):
        kind, unit = "age", following[0].split("-")[0]
    elif (
        plain
        and match["digits"]
        and value <= OLDEST
        and _AGED.search(text, 0, start)
        and text[end : end + 1] in {",", "."}
    ):
        kind, unit = "age", "year"
    elif vague:
        kind = "dozens"
    approximate = vague
    before = _BEFORE.search(text[max(0, start - 24) : start])
    if before and not vague:
        approximate = True
        if before["about"]:
            low, high = min(low, 0.88 * value), max(high, 1.12 * value)
        elif before["under"]:
            low = 0.85 * value
        else:
            high = 1.5 * value
    return Quantity(start, end, kind, value, low, high, unit, approximate)


def _value(match: re.Match[str]) -> tuple[float | None, float, float, bool]:
    """Return (value, low, high, vague) as the number itself says it."""
    if match["vague"]:
        low, high = _VAGUE[" ".join(match["vague"].lower().split())]
        return low, low, high, True
    if match["half"]:
        value = _SCALES[match["half"].split()[-1].lower()] / 2
        return value, 0.9 * value, 1.1 * value, False
    if match["words"]:
        words = re.split(r"[\s-]+", match["words"].lower())
        said = spelled(words)
        return (None, 0.0, 0.0, False) if said is None else (said, *_rounded(said), False)
    digits = match["digits"].replace(",", "")
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    value = float(digits) * scale
    if match["scale"] or "." in digits:
        last = 10.0 ** -len(digits.partition(".")[2])
        slack = (0.5 if "." in digits else 0.3) * last * scale
        low, high = value - slack, value + slack * _HALF
    else:
        low, high = _rounded(value)
    if match["percent"] and "." not in digits:
        low, high = value - 0.5, value + 0.5 * _HALF
    if match["upper"]:
        upper = float(match["upper"].lstrip("$€£¥₹").replace(",", "")) * scale
        if upper > value:
            low, high, value = low, upper, (value + upper) / 2
    return value, low, high, False


def _rounded(value: float) -> tuple[float, float]:
    """Return what a number written without decimals may be rounded from: half of its last place, 5 % at most."""
    if value < 100 or value % 10:
        return value, value
    place = 10.0
    while value % (10 * place) == 0:
        place *= 10
    slack = min(place / 2, _MOST_ROUNDED * value)
    return value - slack, value + slack * (_HALF if slack == place / 2 else 1.0)


def spelled(words: list[str]) -> float | None:
    """Return the value of a number in words ("two", "hundred", "and", "six"); None where the words make none."""
    total = part = 0.0
    seen = False
    for word in words:
        if word in {"and", "a", "an"}:
            part = part or (1.0 if word != "and" else 0.0)
        elif word in _WORDS:
            if part % 10 and part < 100 and seen:
                return None  # "three four" is a list, no number
            part += _WORDS[word]
        elif word in {"hundred", "dozen"}:
            part = (part or 1.0) * _SCALES[word]
        elif word in _SCALES:
            total += (part or 1.0) * _SCALES[word]
            part = 0.0
        else:
            return None
        seen = seen or word not in {"a", "an", "and"}
    return total + part if seen else None


def _following(text: str, end: int) -> list[str]:
    """Return up to four lower-case words after a number, up to the next mark."""
    words: list[str] = []
    position = end + 3 if text.startswith(" of ", end) else end
    while len(words) < 4 and (match := _FOLLOWING.match(text, position)):
        words.append(match[1].lower())
        position = match.end()
    return words


def _head(following: list[str]) -> str:
    """Return the noun that is counted: the first known count noun or plural before a function word."""
    if len(following) > 1 and (following[0].endswith("ly") or following[0] in {"more", "other"}):
        following = following[1:]  # "740 likely voters", "two other men"
    group = list(takewhile(lambda word: word not in _stops(), following))
    for word in group:
        if word in _counted() or (word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))):
            return word
    return group[0] if group else ""


@cache
def _counted() -> frozenset[str]:
    return wordlists.column("count_nouns")


@cache
def _stops() -> frozenset[str]:
    return wordlists.column("fact_stopwords", kind="function")
