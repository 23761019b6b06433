"""How differences between outlets are said to people."""

import math

from analysis.measures.measure import Measure, Value
from dashboard.wording import IN_VOICE, is_share, is_two_sided, number, records, several


def scaled(record: Value, value: float) -> float:
    """Return a difference as it is shown: parts of a whole in percentage points, all else as it is."""
    return value * 100 if is_share(record) else value


def unit_of(record: Value) -> str:
    """Return the unit of differences of a value."""
    return f"percentage points, {record.unit.removeprefix('share ')}" if is_share(record) else record.unit


def difference(record: Value, value: float, *, unit: bool = False) -> str:
    """Return a difference with its sign: "+1.2", or with its unit "+1.2 per 1,000 words"."""
    if math.isnan(value):
        return "cannot be said"
    said = number(scaled(record, value), signed=True)
    said = said if said.startswith(("+", "−")) or not float(said) else f"+{said}"
    if not unit or is_two_sided(record):
        return said
    return f"{said} {'percentage points' if is_share(record) else record.unit.partition(' (')[0]}"


def value_label(measure: Measure, value: Value) -> str:
    """Return what a value is called where its measure is not named beside it."""
    return measure.label if value.label == measure.label else f"{measure.label}: {value.label}"


def label_of(name: str) -> str:
    """Return what a value is called, by its name."""
    _, measure, value = records()[name]
    return value_label(measure, value)


def meaning_of(record: Value) -> str:
    """Return what more of a value means: "more favourable words"."""
    return record.direction.partition(": ")[2] or record.direction


def finding(name: str, voice: str, *, difference_: float, low: float, high: float, events: int) -> str:
    """Return one difference as a sentence."""
    _, measure, value = records()[name]
    than = "higher" if difference_ > 0 else "lower"
    span = f"{difference(value, low)} and {difference(value, high)}"
    return (
        f"{value_label(measure, value)} {IN_VOICE[voice]} is {than} than with the others on the same "
        f"{several(events, 'event')}: {difference(value, difference_, unit=True)}, likely between {span}. "
        f"Higher means: {meaning_of(value)}."
    )
