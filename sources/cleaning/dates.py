"""Dates as pages print them, read without guessing."""

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
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
    )
)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"[ (,]*(?P<zone>Z\b|UTC(?:[+-]\d{1,2})?\b|GMT(?:[+-]\d{1,2})?\b|[+-]\d\d:?\d\d\b|"
    r"EST\b|EDT\b|PST\b|PDT\b|CEST\b|CET\b|BST\b)?",
    re.IGNORECASE,
)
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "BST": 1}
"""Hours from UTC. Abbreviations that several zones share (CST, IST, ET without its season) are left out."""

_AROUND = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|created|date|publish date|on|at|time|by|"
    r"edited|issued|filed)\b"
    r"|\b(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
    r"|\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|SGT|JST|KST|AES?D?T|ET|Z|T|uhr|local time|hrs|[ap]\.?m\.?)\b|[\W\d_]",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(updated|modified|edited)\b", re.IGNORECASE)


def read_date(text: str) -> tuple[datetime, bool] | None:
    """Return the first date in `text` as an aware time, and whether only its day is known.

    Only the day is known when the text gives no clock time or no time zone that names one offset: it is then that day
    at 00:00 UTC. None when there is no date, or when the order of day and month cannot be told (03/04/2025).
    """
    for form in _FORMS:
        match = form.search(text)
        if match is None:
            continue
        named = match.groupdict()
        month = int(named["number"]) if named.get("number") else 1 + _MONTHS.index(named["month"][:3].lower())
        try:
            day = datetime(int(named["year"]), month, int(named["day"]), tzinfo=UTC)
        except ValueError:
            return None
        moment = _clock(day, text[match.end() :]) or _clock(day, text[: match.start()])
        return (moment, False) if moment else (day, True)
    return None


def is_date_line(text: str) -> bool:
    """Return whether the line is a date or a time stamp and nothing else (labels and weekdays may stand with it)."""
    if len(text) > 120 or not any(character.isdigit() for character in text):
        return False
    rest = text
    for form in _FORMS:
        rest = form.sub(" ", rest)
    clockless = _TIME.sub(" ", rest)
    stamped = rest != text or re.search(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|\d{1,2}:\d\d", text) is not None
    return stamped and not _AROUND.sub("", clockless).strip()


def is_update(text: str) -> bool:
    """Return whether a date line tells of a later change, not of the publication."""
    return _LABEL.search(text) is not None


def _clock(day: datetime, text: str) -> datetime | None:
    """Return the day at the time that `text` gives, None without a clock time or without a zone."""
    for match in _TIME.finditer(text[:60].lstrip("Tt")):
        if not match["zone"] or not (match["minute"] or match["half"]):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour > 23 or minute > 59:
            continue
        offset = _offset(match["zone"].upper())
        return day.replace(hour=hour, minute=minute, second=int(match["second"] or 0) % 60, tzinfo=timezone(offset))
    return None


def _offset(zone: str) -> timedelta:
    name = zone[:3]
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    digits = zone[3:] if name in ("UTC", "GMT") else zone
    sign = -1 if digits.startswith("-") else 1
    number = digits.lstrip("+-").replace(":", "")
    hours, minutes = (int(number), 0) if len(number) <= 2 else (int(number[:-2]), int(number[-2:]))
    return sign * timedelta(hours=min(hours, 14), minutes=min(minutes, 59))
