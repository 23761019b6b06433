"""The span of time that an amount is told for: a day for "$5 million a day"."""

import re

from analysis.facts.quantities import Quantity

_EVERY = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month"} | dict.fromkeys(
    ("yearly", "annually", "annual"), "year"
)

_PER = re.compile(
    r"(?:\s+[\w’'-]+){0,2}?\s+(?:(?:an?|per|each|every)\s+(?P<period>second|minute|hour|day|night|week|month|quarter|year)\b"
    r"(?!\s+(?:ago|after|before|later|earlier|since|from|long)\b)|(?P<every>" + "|".join(_EVERY) + r")\b)",
    re.IGNORECASE,
)


def period_of(quantity: Quantity, text: str) -> str:
    """Return the span of time that an amount is told for ("day" for "$5 million a day"); "" where it has none."""
    match = _PER.match(text, quantity.end)
    return (match["period"] or _EVERY[match["every"].lower()]).lower() if match else ""
