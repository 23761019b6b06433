from datetime import UTC, datetime

import pytest

from sources.web.answers import media_type, refusal, seconds_to_wait, span, validator

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML;charset=UTF-8", ("text/html", "utf-8")),
        ('application/rss+xml; version="2"; charset = "ISO-8859-1"', ("application/rss+xml", "iso-8859-1")),
        ("text/html; charset='windows-1252'", ("text/html", "windows-1252")),
        ("text/html; charset=", ("text/html", None)),
        ("text/html; xcharset=utf-8", ("text/html", None)),
        ("; charset=utf-8", (None, "utf-8")),
        ("html", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_media_type_and_encoding(header, found):
    assert media_type(header) == found


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 02 Mar 2026 08:01:30 GMT", 90),
        ("Mon, 02 Mar 2026 09:01:30 +0100", 90),
        ("Mon, 02 Mar 2026 08:01:30 -0000", 90),
        ("Mon, 02 Mar 2020 08:01:30 GMT", 0),
        *((nothing, None) for nothing in ("", None, "soon", "-5", "1.5", "9" * 400, "²", "Mon, 99 Mar 2026 08:00 GMT")),
    ],
)
def test_how_long_a_server_asks_to_wait(header, seconds):
    assert seconds_to_wait(header, now=NOW) == seconds


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (404, "is not there; check the address (status 404: Not Found)"),
        (418, "gives no page; save the page in your browser and add the file (status 418: I'm a Teapot)"),
        (429, "wants fewer requests; try again later (status 429: Too Many Requests)"),
        (451, "is not shown where you are, for legal reasons (status 451: Unavailable For Legal Reasons)"),
        (502, "has a fault at its server; try again later (status 502: Bad Gateway)"),
        (799, "has a fault at its server; try again later (status 799: unknown)"),
    ],
)
def test_what_a_status_means(status, told):
    assert str(refusal(status)) == told


@pytest.mark.parametrize("value", ['"a"', 'W/"a b"', "Mon, 02 Mar 2026 08:00:00 GMT"])
def test_what_can_be_sent_back(value):
    assert validator(value) == value


@pytest.mark.parametrize("value", [None, "", " ", '"a"\r\nX: 1', "\x00", '"é"', "x" * 1_001])
def test_what_cannot_be_sent_back(value):
    assert validator(value) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (0.5, "0.5 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (7_200, "2 hours"),
        (1e7, "116 days"),
    ],
)
def test_a_length_of_time_in_words(seconds, words):
    assert span(seconds) == words
