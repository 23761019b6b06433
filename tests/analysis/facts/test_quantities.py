import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.quantities import agree, quantities

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """Spell a number up to 999,999 as news does: an oracle that goes the other way."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    rest = number % 1000
    joint = "" if not rest else " and " if rest < 100 else " "
    return f"{in_words(number // 1000)} thousand{joint}{in_words(rest) if rest else ''}"


def only(text: str):
    (found,) = quantities(text)
    return found


@given(st.integers(2, 999_999))
def test_a_number_in_words_has_the_value_of_its_digits(number: int) -> None:
    assert only(f"Police counted {in_words(number)} birds.").value == number


@given(st.integers(2, 999_999_999))
def test_digits_with_commas_are_read(number: int) -> None:
    if 1900 <= number < 2100:
        number += 1000
    found = only(f"Police counted {number:,} birds.")
    assert (found.value, found.unit, found.kind) == (number, "birds", "number")


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.low <= found.value <= found.high or math.isclose(found.low, found.high)
        end = found.end


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_agreeing_is_mutual_and_reflexive(a: int, b: int) -> None:
    x, y = only(f"It cost ${a} in all."), only(f"It cost ${b} in all.")
    assert agree(x, x)
    assert agree(x, y) == agree(y, x)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("two dozen masked men", "number", 24, "men"),
        ("half a million people", "number", 500_000, "people"),
        ("a hundred and two sheep", "number", 102, "sheep"),
        ("$2.5 million", "money", 2.5e6, "dollar"),
        ("US$3bn", "money", 3e9, "dollar"),
        ("1.3 million euros", "money", 1.3e6, "euro"),
        ("€1.3million", "money", 1.3e6, "euro"),
        ("25%", "percent", 25, "%"),
        ("30 per cent", "percent", 30, "%"),
        ("twelve percent", "percent", 12, "%"),
        ("a 41-year-old man", "age", 41, "year"),
        ("a 90-day truce", "number", 90, "day"),
        ("2000 people", "number", 2000, "people"),
        ("740 likely voters", "number", 740, "voters"),
        ("forty-one of them", "number", 41, ""),
    ],
)
def test_what_is_counted_and_how_much(text: str, kind: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "the H20 chip",
        "the S&P 500",
        "on the 9th",
        "at 11:30 a.m.",
        "in 2024",
        "9 June 2025",
        "one of them",
        "along Route 66",
    ],
)
def test_labels_dates_and_times_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("about 40 people", "41 people", True),
        ("40 people", "41 people", False),
        ("nearly 200 homes", "198 homes", True),
        ("nearly 200 homes", "240 homes", False),
        ("$1.99 billion", "$2 billion", True),
        ("$2 million", "$3 million", False),
        ("€1.3m", "€1.8m", False),
        ("25%", "30%", False),
        ("17.9%", "18%", True),
        ("6 percent", "6.4 percent", True),
        ("6 percent", "6.5 percent", False),
        ("7 percent", "6.5 percent", True),
        ("11 percent", "12 percent", False),
        ("$2.4 million", "$2.5 million", False),
        ("197 homes", "200 homes", True),
        ("240 homes", "200 homes", False),
        ("510 homes", "520 homes", False),
        ("12,345 homes", "12,000 homes", True),
        ("more than 40 people", "48 people", True),
        ("more than 40 people", "38 people", False),
        ("at least 41 people", "fourteen people", False),
        ("hundreds of people", "640 people", True),
        ("10 to 15 people", "twelve people", True),
        ("fourteen people", "14 people", True),
    ],
)
def test_rounding_and_about_agree(a: str, b: str, same: bool) -> None:
    assert agree(only(a), only(b)) is same


def test_a_result_is_two_numbers() -> None:
    assert [q.value for q in quantities("She leads by 47 to 43 percent.")] == [47, 43]
    assert [q.value for q in quantities("a vote of 51-49")] == [51, 49]


def test_a_number_after_a_name_between_commas_is_an_age() -> None:
    assert only("Odile Farrant, 26, was there.").kind == "age"
    assert only("In Dunsay they met, 26 of them.").kind == "number"
