"""Dates as tables and feeds write them, read strictly: what is not clearly a date is none."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from sources.cleaning.dates import is_date_line, read_date
from sources.errors import BadDate

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}:\d\d(?::\d\d)?))?\Z")
_STOPPED = re.compile(r"\d{1,2}\.\d{1,2}\.\d")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)\Z", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?\Z")
_ADVICE = "the article is kept without a date; write it like 2026-01-31 or 2026-01-31T09:30:00+00:00"


def moment_of(stamp: str | float) -> tuple[datetime, bool]:
    """Return the moment that a cell names, and whether its time zone was given (else it is read as UTC).

    Reads ISO 8601, also without marks (20261231), the dates of mail and feeds (RFC 2822), seconds or milliseconds since
    1970, dates with the month in words, 31.12.2026, and 31/12/2026 where only one order makes a date. Raises BadDate,
    whose message says what to do, for everything else: days that are none, words ("soon"), years before 1600.
    """
    if isinstance(stamp, int) and 16_000_000 <= stamp < 30_000_000:
        stamp = str(stamp)  # 20261231
    found = _since_1970(stamp) if isinstance(stamp, int | float) else _written(stamp.strip())
    if found is None:
        raise BadDate(f"is not a date that can be read; {_ADVICE}")
    if found.year < 1600:
        raise BadDate(f"is in the year {found.year}, before there were newspapers; {_ADVICE}")
    if found.utcoffset() is None:
        return found.replace(tzinfo=UTC), False
    return found, True


def _since_1970(stamp: float) -> datetime | None:
    """Return the moment so many seconds after 1970, or milliseconds where seconds would lead past the year 2286."""
    seconds = stamp / 1000 if abs(stamp) >= 1e10 else stamp
    if not 1e8 <= abs(seconds) < 1e10:  # nearer to 1970 it is a year, a day or an empty cell
        return None
    return _EPOCH + timedelta(seconds=seconds)


def _written(text: str) -> datetime | None:
    if re.fullmatch(r"\d{9,13}(\.\d+)?", text):
        return _since_1970(float(text))
    return _iso(text) or _compact(text) or _mail(text) or _slashed(text) or _in_words(text)


def _iso(text: str) -> datetime | None:
    parts = _ISO.match(text)
    if parts is None:
        return None
    year, month, day, rest = parts.groups()
    rest = re.sub(r"\s*(?:UTC|GMT|Z)\Z", "+00:00", rest.strip())
    rest = re.sub(r"\s+(?=[+-]\d\d)", "", rest)
    try:
        return datetime.fromisoformat(f"{year}-{int(month):02}-{int(day):02}{_joined(rest)}")
    except ValueError:
        return None


def _compact(text: str) -> datetime | None:
    parts = _COMPACT.match(text)
    if parts is None:
        return None
    year, month, day, hour, minute, second, zone = parts.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return _iso(f"{year}-{month}-{day}{clock}")


def _joined(rest: str) -> str:
    return rest if not rest or rest[0] in "T " else f" {rest}"


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _slashed(text: str) -> datetime | None:
    """Read 31/12/2026 and 12/31/2026, but not 1/2/2026, which is January here and February there.

    With full stops the day comes first wherever dates are written so: 1.2.2026 is in February.
    """
    parts = _SLASHED.match(text)
    if parts is None:
        return None
    first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
    stopped = _STOPPED.match(text) is not None
    if not stopped and (first <= 12) == (second <= 12) and first != second:
        return None
    day, month = (first, second) if first > 12 or (stopped and second <= 12) else (second, first)
    return _iso(f"{year}-{month}-{day} {parts[4] or ''}".strip())


def _in_words(text: str) -> datetime | None:
    if _ISO.match(text) or not is_date_line(text):  # an ISO date that was refused above is none
        return None
    found = read_date(text)
    if found is None:
        return None
    moment, only_day = found
    return moment.replace(tzinfo=None) if only_day else moment
