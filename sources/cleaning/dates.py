"""Dates as pages print them, read without guessing."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ELSEWHERE = {
    1: "januar jänner janvier enero",
    2: "februar feber février fevrier febrero",
    3: "märz maerz mars marzo",
    4: "avril abril",
    5: "mai mayo",
    6: "juni juin junio",
    7: "juli juillet julio",
    8: "août aout agosto",
    9: "septembre septiembre setiembre",
    10: "oktober octobre octubre",
    11: "novembre noviembre",
    12: "dezember décembre decembre diciembre",
}
"""German, French and Spanish names of months that are not the English ones."""

_OTHER_MONTHS = {name: number for number, names in _ELSEWHERE.items() for name in names.split()}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<number>\d\d)[-/.]{_DAY}(?=\D|\Z)",
        rf"(?<!\d){_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}(?!\d)",
        rf"\b{_MONTH} {_DAY},? {_YEAR}(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|º)? (?:de |d[’'])?(?P<other>{'|'.join(_OTHER_MONTHS)}|(?:april|august|"
        rf"september|november)(?= (?:de )?\d))(?: de)?,? {_YEAR}(?!\d)",
        rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second_>\d{{1,2}})(?P=mark){_YEAR}(?![\d/-])",
    )
)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"[ (,]*(?P<zone>Z\b|UTC(?:[+-]\d{1,2})?\b|GMT(?:[+-]\d{1,2})?\b|[+-]\d\d:?\d\d\b|"
    r"EST\b|EDT\b|PST\b|PDT\b|CEST\b|CET\b|BST\b|(?-i:[ECMP]T|A[EW][SD]T|NZ[SD]T|SGT|HKT|JST|KST|SAST|IST)\b)?",
    re.IGNORECASE,
)
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "BST": 1} | {
    "AEST": 10,
    "AEDT": 11,
    "AWST": 8,
    "NZST": 12,
    "NZDT": 13,
    "SGT": 8,
    "HKT": 8,
    "JST": 9,
    "KST": 9,
    "SAST": 2,
}
"""Hours from UTC. Abbreviations that several zones share (CST) are left out."""

_SEASONAL = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
"""Names of American time without its season: on a given day each is one offset."""

_IST = {"IN": 5.5, "IE": 1, "IL": 2}
"""Hours from UTC that IST means in the country where a page is published; without one it means none."""

_AROUND = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|created|date|publish date|on|at|time|by|"
    r"edited|issued|filed|stand|veröffentlicht|aktualisiert|publié|publicado|publicada|actualizado|mis à jour)\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|le|vom|um|am|den|el|à)\b"
    r"|\b(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
    r"|\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|SGT|JST|KST|AES?D?T|ET|Z|T|uhr|local time|hrs|[ap]\.?m\.?)\b|[\W\d_]",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\A(published|posted|updated|date)(?=[A-Z\d])", re.IGNORECASE)
"""A label that lost its space on the way: "PublishedOctober 2 2025"."""

_TWICE = re.compile(
    r"\b((?:\d{1,2} [A-Z][a-z]{2,8},?|[A-Z][a-z]{2,8} \d{1,2},?) (?:19|20)\d\d)(?=\1(?!\d))",
)
"""A day glued to itself, once for the eye and once for those who listen: "4 Mar 20254 Mar 2025"."""

_AGO = re.compile(r"\b(?:\d+|an?) ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\b", re.IGNORECASE)
_NO_YEAR = re.compile(
    "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in (rf"\b{_MONTH} {_DAY}\b", rf"(?<!\d){_DAY} {_MONTH}\b")),
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_YEAR_THERE = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|\d{1,2}:\d\d")
_FIRST = re.compile(r"\b(?:posted|published|created)\b", re.IGNORECASE)
_LABEL = re.compile(r"\b(updated|modified|edited)\b", re.IGNORECASE)


def _apart(text: str) -> str:
    return _TWICE.sub(r"\1 ", _GLUED.sub(r"\1 ", text))


def read_date(text: str, *, country: str | None = None) -> tuple[datetime, bool] | None:
    """Return the first date in `text` as an aware time, and whether only its day is known.

    Only the day is known when the text gives no clock time or no time zone that names one offset: it is then that day
    at 00:00 UTC. `country`, where the page is published (ISO 3166-1), tells which zone IST is. None when there is no
    date, or when the order of day and month cannot be told (03/04/2025).
    """
    if _YEAR_THERE.search(text) is None:
        return None
    text = _apart(text)
    for form in _FORMS:
        match = form.search(text)
        if match is None:
            continue
        day = _day(match.groupdict())
        if day is None:
            return None
        moment = _clock(day, text[match.end() :], country) or _clock(day, text[: match.start()], country)
        return (moment, False) if moment else (day, True)
    return None


def _day(named: dict[str, str | None]) -> datetime | None:
    """Return the day of a match's parts; None when there is none, or when two days are possible."""
    year, first, second = int(named["year"] or 0), named.get("first"), named.get("second_")
    if first and second:
        days = {(int(month), int(day)) for month, day in ((first, second), (second, first)) if int(month) <= 12}
        if len(days) != 1:
            return None
        month, number = days.pop()
    else:
        number, written = int(named["day"] or 0), named.get("number")
        other = (named.get("other") or "").casefold()
        month = (
            int(written)
            if written
            else _OTHER_MONTHS[other]
            if other in _OTHER_MONTHS
            else 1 + _MONTHS.index((named.get("month") or other)[:3].lower())
        )
    try:
        return datetime(year, month, number, tzinfo=UTC)
    except ValueError:
        return None


def no_such_day(text: str) -> str | None:
    """Return the date in a line that the calendar does not have ("31 February 2025"), None when there is none.

    03/04/2025, which two days are written as, exists and is not meant.
    """
    for form in _FORMS:
        match = form.search(text) if _YEAR_THERE.search(text) else None
        if match is not None:
            parts = match.groupdict()
            two = parts.get("first") and {int(parts["first"] or 0), int(parts["second_"] or 0)}
            return match.group() if _day(parts) is None and not (two and max(two) <= 12) else None
    return None


def is_date_line(text: str) -> bool:
    """Return whether the line is a date or a time stamp and nothing else (labels and weekdays may stand with it)."""
    return len(text) <= 120 and _DIGIT.search(text) is not None and _bare(text) == ""


def without_date(text: str) -> str | None:
    """Return what else a line says beside a date: "By Ann Lee" of "Posted on 3 March 2025 by Ann Lee".

    None when it prints no date.
    """
    if len(text) > 200 or _YEAR_THERE.search(text) is None:
        return None
    rest = _apart(text)
    dateless = rest
    for form in _FORMS:
        dateless = form.sub(" ", dateless)
    if dateless == rest:
        return None
    dateless = re.sub(r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?(?:\s*[A-Z]{2,4}\b)?|@(?= |\Z)", " ", dateless)
    dateless = re.sub(
        r"\b(?:posted|published|updated|written|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        " ",
        dateless,
        flags=re.IGNORECASE,
    )
    return " ".join(dateless.split()).strip(" |,·•–—-/:") or None


@lru_cache(maxsize=1024)
def _bare(text: str) -> str | None:
    """Return what is left of a line without its dates, times and their labels; None when it has none of them."""
    year, clock = _YEAR_THERE.search(text), _CLOCK.search(text)
    if not year and not clock:
        return None
    text = rest = _apart(text)
    for form in _FORMS if year else ():
        rest = form.sub(" ", rest)
    if rest == text and not clock:
        return None
    clockless = _TIME.sub(" ", _NO_YEAR.sub(" ", _AGO.sub(" ", rest)))
    return _AROUND.sub("", clockless).strip()


def is_update(text: str) -> bool:
    """Return whether a date line tells of a later change, not of the publication."""
    return _LABEL.search(text) is not None and _FIRST.search(text) is None


def _clock(day: datetime, text: str, country: str | None) -> datetime | None:
    """Return the day at the time that `text` gives, None without a clock time or without a zone."""
    for match in _TIME.finditer(text[:60].lstrip("Tt")):
        if not match["zone"] or not (match["minute"] or match["half"]):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour > 23 or minute > 59:
            continue
        moment = day.replace(hour=hour, minute=minute, second=int(match["second"] or 0) % 60)
        offset = _offset(match["zone"].upper(), moment, country)
        return None if offset is None else moment.replace(tzinfo=timezone(offset))
    return None


def _offset(zone: str, moment: datetime, country: str | None) -> timedelta | None:
    """Return how far a zone is from UTC at that time of its clocks; None when its name alone does not tell."""
    name = zone[:3]
    if zone in _SEASONAL:
        try:
            return moment.replace(tzinfo=ZoneInfo(_SEASONAL[zone])).utcoffset()
        except ZoneInfoNotFoundError:  # a system without the table of zones
            return None
    if zone == "IST":
        return timedelta(hours=_IST[country]) if country in _IST else None
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    digits = zone[3:] if name in ("UTC", "GMT") else zone
    sign = -1 if digits.startswith("-") else 1
    number = digits.lstrip("+-").replace(":", "")
    hours, minutes = (int(number), 0) if len(number) <= 2 else (int(number[:-2]), int(number[-2:]))
    return sign * timedelta(hours=min(hours, 14), minutes=min(minutes, 59))
