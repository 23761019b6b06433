"""How numbers, dates and voices are said to people."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from textwrap import shorten

import pandas as pd

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Measure, Value

VOICES: Mapping[str, str] = {
    "narration": "outlet’s own words",
    "quotation": "people quoted",
    "headline": "headline",
    "body": "whole text",
}
"""What each voice is called on the pages, in the order in which they are shown."""

IN_VOICE: Mapping[str, str] = {
    "narration": "in the outlet’s own words",
    "quotation": "in the words of people quoted",
    "headline": "in the headline",
    "body": "in the whole text",
}
"""The voices inside a sentence."""

COLOUR: Mapping[str, str] = {
    "doubting": "which doubts it",
    "conceding": "which makes it an admission",
    "insisting": "which makes it sound stubborn",
    "rejecting": "which turns something down",
    "attacking": "which makes it an attack",
    "praising": "which makes it praise",
    "endorsing": "which presents it as true",
    "emotional": "which tells a temper",
}
"""What a reporting verb adds to "said"; neutral ones add nothing."""

NO_OUTLET = "outlet not named on the page"
NO_HEADLINE = "no headline on the page"
NO_DATE = "undated"
NOT_ENOUGH = "not enough evidence"
NOT_HELD = "not found in the text we hold"


def known(value: object) -> bool:
    """Return False for what frames and records hold where something is unknown."""
    return not (value is None or value is pd.NaT or value == "" or (isinstance(value, float) and math.isnan(value)))


def text_or(value: object, otherwise: str) -> str:
    """Return `value` as text, or `otherwise` where it is unknown."""
    return str(value) if known(value) else otherwise


def date(value: object) -> str:
    """Return a day for people ("3 March 2026"), or "undated"."""
    if not known(value) or not isinstance(value, datetime):
        return NO_DATE
    return f"{value.day} {value:%B %Y}"


def moment(value: object) -> str:
    """Return a day with its time in UTC ("3 March 2026, 07:55 UTC"), or "undated"; midnight is a day without time."""
    if not known(value) or not isinstance(value, datetime):
        return NO_DATE
    at = value.astimezone(UTC)
    return date(at) if (at.hour, at.minute) == (0, 0) else f"{date(at)}, {at:%H:%M} UTC"


def dates(first: object, last: object) -> str:
    """Return a span of days in the fewest words."""
    start, end = date(first), date(last)
    if start == end or not known(last):
        return start
    if not known(first):
        return end
    assert isinstance(first, datetime) and isinstance(last, datetime)  # noqa: PT018
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {first:%B} – {end}" if first.year == last.year else f"{start} – {end}"


def several(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 page", "12 pages"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Return names as one phrase: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def number(value: float, *, signed: bool = False) -> str:
    """Return a number with about three telling digits and a true minus sign."""
    if math.isnan(value):
        return "cannot be said"
    digits = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    said = f"{value:{'+' if signed else ''},.{digits}f}"
    return said.replace("-", "−") if float(said.replace(",", "")) else f"{0:.{digits}f}"


def in_unit(record: Value, value: float) -> str:
    """Return a value as its unit reads best: shares as per cent, scales around zero with their sign."""
    if math.isnan(value):
        return "cannot be said"
    if is_share(record):
        return f"{value * 100:.0f} %"
    return number(value, signed=is_two_sided(record))


def is_two_sided(record: Value) -> bool:
    """Return True when zero is the middle of the value's range: then its sign is always shown."""
    return record.low < 0 and record.low == -record.high


def is_share(record: Value) -> bool:
    """Return True when the value is a part of a whole, 0 to 1."""
    return record.low == 0 and record.high == 1


def weighed(record: Value, weight: float) -> str:
    """Return what one marked place adds, in words: a part of the value where weights add up to it, else the weight."""
    if is_share(record) and record.counted == "words":
        return several(round(weight), "word")
    if is_share(record):
        return "counts once" if weight == 1 else f"adds {weight * 100:.1f} %"
    if "1,000" in record.unit:
        return f"adds {number(weight)} {record.unit}"
    if is_two_sided(record):
        return f"weight {number(weight, signed=True)}"
    return f"weight {weight:,g}"


def minimum(record: Value, voice: str) -> int:
    """Return the smallest n from which a value is shown as one.

    A headline is whole with one sentence; of the rest, three sentences or attributions, or 50 words, is the least.
    """
    if voice == "headline":
        return 1
    return 50 if "word" in record.counted else 3


def counted_in(record: Value, n: int) -> str:
    """Return what a value was counted in: "in 397 words", "in 1 sentence"; a share is "of 8 attributions"."""
    return f"{'of' if is_share(record) else 'in'} {how_many(record, n)}"


def how_many(record: Value, n: int) -> str:
    """Return how many of what were counted: "397 words", "1 sentence"."""
    noun = record.counted.split(" or ")[0]
    return several(n, noun.removesuffix("s"), noun)


def counts_in_headline(record: Value, voice: str) -> bool:
    """Return True where a rate per 1,000 words would be made from the few words of a headline."""
    return voice == "headline" and "1,000" in record.unit


def counted_in_headline(rate: float, words: int) -> str:
    """Return what was counted in a headline of so many words, whose rate per 1,000 words says nothing."""
    return f"{rate * words / 1000:.2g} in {several(words, 'word')}"


def counted_of_headline(rate: float, words: int) -> str:
    """Return what one marked place adds to what `counted_in_headline` says."""
    return f"adds {rate * words / 1000:.2g}"


def is_yes_or_no(record: Value, voice: str) -> bool:
    """Return True where a share of sentences is asked of a headline, which is one sentence."""
    return voice == "headline" and is_share(record) and record.counted == "sentences"


def first_words(text: str) -> str:
    """Return the first words of a text, to name a page that has no headline."""
    return shorten(text, width=80, placeholder=" …")


def records(measures: tuple[Measure, ...] = ALL_MEASURES) -> dict[str, tuple[int, Measure, Value]]:
    """Return for each value's name: the number of its measure in the list, the measure, and the value."""
    return {value.name: (at, measure, value) for at, measure in enumerate(measures) for value in measure.values}
