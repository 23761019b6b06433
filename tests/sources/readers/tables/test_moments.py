from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import BadDate
from sources.readers.tables.moments import moment_of

NINE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "stamp",
    [
        "2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00.000+00:00",
        "2026-03-01 09:30:00+00:00",
        "2026-03-01 09:30 UTC",
        "2026-03-01T15:00:00+0530",
        "2026/03/01 10:30 +01:00",
        "Sun, 01 Mar 2026 09:30:00 GMT",
        "Sun, 01 Mar 2026 04:30:00 -0500",
        "20260301T093000Z",
        "20260301093000 UTC",
        "20260301T1500+0530",
        "1772357400",
        1772357400,
        1772357400.0,
        1772357400000,
        "1772357400000",
    ],
)
def test_a_moment_with_its_zone(stamp):
    assert moment_of(stamp) == (NINE, True)


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-3-1", datetime(2026, 3, 1, tzinfo=UTC)),
        ("20260301", datetime(2026, 3, 1, tzinfo=UTC)),
        (20260301, datetime(2026, 3, 1, tzinfo=UTC)),
        ("20260301T0930", NINE),
        ("20260301093000", NINE),
        (" 2026-03-01 09:30:00 ", NINE),
        ("2026-03-01T09:30", NINE),
        ("13/02/2026", datetime(2026, 2, 13, tzinfo=UTC)),
        ("02/13/2026", datetime(2026, 2, 13, tzinfo=UTC)),
        ("13.02.2026 09:30", datetime(2026, 2, 13, 9, 30, tzinfo=UTC)),
        ("01.03.2026", datetime(2026, 3, 1, tzinfo=UTC)),
        ("1.3.2026 09:30", NINE),
        ("02/02/2026", datetime(2026, 2, 2, tzinfo=UTC)),
        ("1 March 2026", datetime(2026, 3, 1, tzinfo=UTC)),
        ("March 1, 2026", datetime(2026, 3, 1, tzinfo=UTC)),
        ("Sun, 01 Mar 2026 09:30:00 -0000", NINE),
    ],
)
def test_without_a_zone_it_is_read_as_utc_and_said(stamp, moment):
    assert moment_of(stamp) == (moment, False)


@pytest.mark.parametrize(
    "stamp",
    [
        *("31 February", "31 February 2026", "2026-02-31", "2026-13-01", "soon", "today", "may", "March", "2026", "12"),
        *(
            "1/2/2026",
            "1-2-2026",
            "31/31/2026",
            "0001-01-01T00:00:00Z",
            "1500-01-01",
            "2026-03-01T25:00",
            "2026-03-01 noonish",
        ),
        *(
            "99999999999999999999",
            "the 1 March 2026 meeting",
            "x" * 5000,
            "-",
            0,
            5,
            20261301,
            "20260230",
            "99990000",
            "20260301T25",
            float("nan"),
            float("inf"),
        ),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_do(stamp):
    with pytest.raises(BadDate, match="write it like 2026-01-31"):
        moment_of(stamp)


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(min_value=datetime(1700, 1, 1), timezones=zones))
def test_iso_comes_back(moment):
    assert moment_of(moment.isoformat()) == (moment, True)
    assert moment_of(moment.isoformat(sep=" ")) == (moment, True)


@given(st.text() | st.integers() | st.floats())
def test_nothing_else_than_a_moment_or_bad_date(stamp):
    try:
        moment, _ = moment_of(stamp)
    except BadDate:
        return
    assert moment.utcoffset() is not None
