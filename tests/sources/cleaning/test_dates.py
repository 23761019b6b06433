from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning.dates import is_date_line, is_update, no_such_day, read_date, without_date


def at(hours: float, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("text", "moment", "day_only"),
    [
        ("2025-06-09", at(0, 2025, 6, 9), True),
        ("2025-06-09T10:14:05Z", at(0, 2025, 6, 9, 10, 14, 5), False),
        ("2025-06-09T10:14:05.123+05:30", at(5.5, 2025, 6, 9, 10, 14, 5), False),
        ("Updated 9 June 2025", at(0, 2025, 6, 9), True),
        ("9th of June, 2025", at(0, 2025, 6, 9), True),
        ("Jun 9, 2025", at(0, 2025, 6, 9), True),
        ("Published June 9, 2025 at 4:05 pm EDT", at(-4, 2025, 6, 9, 16, 5), False),
        ("10:14 GMT, 9 June 2025", at(0, 2025, 6, 9, 10, 14), False),
        ("Mon 9 Jun 2025 06.00 BST", at(1, 2025, 6, 9, 6), False),
        ("June 9, 2025 12:30 AM UTC+2", at(2, 2025, 6, 9, 0, 30), False),
        ("June 9, 2025 4:05 pm IST", at(0, 2025, 6, 9), True),
    ],
)
def test_dates_as_pages_print_them(text: str, moment: datetime, day_only: bool) -> None:
    assert read_date(text) == (moment, day_only)
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "03/04/2025", "32 June 2025", "May was mild", "room 2025", "2025-13-01"]
)
def test_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["On 9 June 2025 the ferry sank.", "June 9, 2025: the day it ended", "2025", "Chapter 9 June", "Sun 3"]
)
def test_a_line_with_other_words_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


def test_updates() -> None:
    assert is_update("Last updated 9 June 2025")
    assert not is_update("Published 9 June 2025")


@given(st.text(max_size=80))
def test_any_text_gives_an_aware_time_or_none(text: str) -> None:
    read = read_date(text)
    assert read is None or read[0].tzinfo is not None
    is_date_line(text)


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 1, 1)))
def test_iso_times_are_read_back(moment: datetime) -> None:
    exact = moment.replace(microsecond=0, tzinfo=UTC)
    assert read_date(exact.isoformat()) == (exact, False)


def test_figures_alone_are_a_day_only_where_one_order_makes_one() -> None:
    assert read_date("Published on 20/02/2025 - 14:05 GMT+1") == (at(1, 2025, 2, 20, 14, 5), False)
    assert read_date("17.05.2025, 11:48 Uhr") == (datetime(2025, 5, 17, tzinfo=UTC), True)
    assert read_date("02/20/2025") == (datetime(2025, 2, 20, tzinfo=UTC), True)
    assert read_date("4/4/2025") == (datetime(2025, 4, 4, tzinfo=UTC), True)
    assert read_date("03/04/2025") is None
    assert read_date("31/02/2025") is None


def test_a_label_that_lost_its_space() -> None:
    assert is_date_line("PublishedOctober 2 2025")
    assert read_date("PublishedOctober 2 2025") == (datetime(2025, 10, 2, tzinfo=UTC), True)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Posted on November 9, 2024 by Nadia Ferro", "by Nadia Ferro"),
        ("By Ann Lee Nov 19, 2019, 7:53pm EST", "By Ann Lee"),
        ("By Ann Lee on Monday, November 18th, 2019 at 11:04 a.m.", "By Ann Lee"),
        ("by Ann Lee — November 18, 2019", "by Ann Lee"),
        ("By Ann Lee", None),
        ("12 March 2025", None),
    ],
)
def test_what_stands_beside_a_date(line: str, rest: str | None) -> None:
    assert without_date(line) == rest


def test_days_that_the_calendar_does_not_have() -> None:
    assert no_such_day("Published 31 February 2025") == "31 February 2025"
    assert no_such_day("2025-02-30") == "2025-02-30"
    assert no_such_day("31/02/2025") == "31/02/2025"
    assert no_such_day("03/04/2025") is None
    assert no_such_day("28 February 2025") is None
    assert no_such_day("Yesterday") is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("March 5, 2025 at 9:52 a.m. ET", -5),
        ("July 5, 2025 at 9:52 a.m. ET", -4),
        ("5 July 2025, 09:52 CT", -5),
        ("5 January 2025, 09:52 MT", -7),
        ("5 July 2025, 09:52 PT", -7),
        ("5 July 2025 09:52 AEST", 10),
        ("5 July 2025 09:52 SGT", 8),
    ],
)
def test_a_zone_without_its_season_has_one_offset_on_a_day(text: str, hours: int) -> None:
    read = read_date(text)
    assert read is not None
    assert not read[1]
    assert read[0].utcoffset() == timedelta(hours=hours)
    assert (read[0].hour, read[0].minute) == (9, 52)


def test_a_zone_that_several_countries_share_is_the_pages_own() -> None:
    text = "Mar 12, 2025 08:45 PM IST"
    assert read_date(text) == (datetime(2025, 3, 12, tzinfo=UTC), True)
    assert read_date(text, country="IN") == (datetime(2025, 3, 12, 15, 15, tzinfo=UTC), False)
    assert read_date(text, country="US") == (datetime(2025, 3, 12, tzinfo=UTC), True)


@pytest.mark.parametrize("text", ["Published On 4 Mar 20254 Mar 2025", "March 4, 2025March 4, 2025"])
def test_a_day_glued_to_itself(text: str) -> None:
    assert is_date_line(text)
    assert read_date(text) == (datetime(2025, 3, 4, tzinfo=UTC), True)


def test_figures_glued_to_a_year_are_no_day() -> None:
    assert read_date("4 Mar 20257 boats") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14. März 2026", (2026, 3, 14)),
        ("Montag, 14. Dezember 2026, 09:30 Uhr", (2026, 12, 14)),
        ("Veröffentlicht am 3. April 2026", (2026, 4, 3)),
        ("Le 1er août 2025", (2025, 8, 1)),
        ("mardi 12 mars 2026", (2026, 3, 12)),
        ("3 de marzo de 2026", (2026, 3, 3)),
        ("Publicado el 21 de septiembre de 2025", (2025, 9, 21)),
    ],
)
def test_months_in_german_french_and_spanish(text: str, day: tuple[int, int, int]) -> None:
    assert read_date(text) == (datetime(*day, tzinfo=UTC), True)
    assert is_date_line(text)


def test_other_words_beside_a_month_elsewhere_are_no_date() -> None:
    assert read_date("Der März 2026 war kalt") is None
    assert no_such_day("31. Februar 2026") == "31. Februar 2026"
    assert not is_date_line("Am 3. April 2026 brannte die Mühle ab")
