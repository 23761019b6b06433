from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.dates import Moment, moment_words, moments, same_moment


def only(text: str) -> Moment:
    (found,) = moments(text)
    return found


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]))
def test_a_full_date_is_read_in_three_styles(day: date, style: str) -> None:
    found = only(f"It began on {day.strftime(style)} in the rain.")
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(st.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in moments(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in April", "April"),
        ("Its March export freeze", "March"),
        ("on Monday", "Monday"),
        ("Nov. 8", "8 November"),
        ("in December 2025", "December 2025"),
        ("the third quarter of 2024", "third quarter 2024"),
        ("Q3 2025", "third quarter 2025"),
        ("by 2030", "2030"),
        ("in May", "May"),
    ],
)
def test_partial_dates(text: str, words: str) -> None:
    assert moment_words(only(text)) == words


@pytest.mark.parametrize("text", ["You may go", "Mrs May said", "They march on", "2,024 sheep", "2000 people"])
def test_what_only_looks_like_a_date(text: str) -> None:
    assert moments(text) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("in April", "in March", False),
        ("in April", "on 9 April", True),
        ("on 9 April", "on 10 April", False),
        ("in April 2024", "in April 2025", False),
        ("on Monday", "in April", None),
        ("in 2024", "in March", None),
    ],
)
def test_two_dates_are_compared_by_the_parts_both_name(a: str, b: str, same: bool | None) -> None:
    assert same_moment(only(a), only(b)) is same
