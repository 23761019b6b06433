"""What a server's answer means: its status, its media type, and how long it asks to wait. Nothing is fetched here."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from sources.errors import Unreachable

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Status codes that send elsewhere."""

WAITING = frozenset({429, 503})
"""Status codes that may say when to come back."""

_SAVE = "save the page in your browser and add the file"
_WHY = {
    401: f"wants a password; {_SAVE}",
    402: f"wants to be paid; {_SAVE}",
    403: f"does not let programs read it; {_SAVE}",
    404: "is not there; check the address",
    407: "wants a password; read it from another network",
    410: "is gone for good; leave it out",
    429: "wants fewer requests; try again later",
    451: "is not shown where you are, for legal reasons",
    503: "is overloaded or being repaired; try again later",
}


def refusal(status: int) -> Unreachable:
    """Return the error for a status that gives no page: what it means and what to do."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "unknown"
    if status >= 500:
        why = _WHY.get(status, "has a fault at its server; try again later")
    else:
        why = _WHY.get(status, f"gives no page; {_SAVE}")
    return Unreachable(f"{why} (status {status}: {phrase})")


def media_type(header: str | None) -> tuple[str | None, str | None]:
    """Return media type and encoding that a Content-Type names, both lower case; None for what it does not name."""
    kind, _, parameters = (header or "").partition(";")
    found = re.search(r"""(?:\A|;)\s*charset\s*=\s*["']?([\w.:+-]+)""", parameters, re.IGNORECASE)
    kind = kind.strip().lower()
    return kind if re.fullmatch(r"[\w.+-]+/[\w.+*-]+", kind) else None, found[1].lower() if found else None


def seconds_to_wait(header: str | None, *, now: datetime) -> float | None:
    """Return the seconds that a Retry-After asks for, never less than 0; None when it is missing or none."""
    text = (header or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.utcoffset() is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)


def validator(value: str | None) -> str | None:
    """Return an ETag or Last-Modified that can be sent back; None when there is none, or nothing a header may hold."""
    return value if value and len(value) <= 1_000 and re.fullmatch(r"[\x21-\x7e][\x20-\x7e]*", value) else None


def span(seconds: float) -> str:
    """Return a length of time in words: "40 seconds", "3 minutes", "2 hours", "5 days"."""
    for size, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:,.0f} {name}"
    return f"{seconds:,.3g} second{'' if seconds == 1 else 's'}"
