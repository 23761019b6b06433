"""Damaged and hostile PDF documents: each is read, or refused in one line and in time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import InputError, TooLarge
from sources.page import Page
from sources.readers.pdf import READER
from sources.readers.pdfs import lines as pdf_lines
from tests.sources.readers.pdf_files import (
    BODY,
    HEADLINE,
    TEXT,
    column,
    file_of,
    pdf,
    pdf_of,
)


def page(content: bytes) -> Page:
    (found,) = READER.read(content, "a.pdf")
    assert isinstance(found, Page)
    return found


def texts(content: bytes) -> list[str]:
    return [block.text for block in page(content).blocks]


def one_line(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        list(READER.read(content, "a.pdf"))
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 400
    return message


def one_line_or_text(content: bytes) -> str:
    """Return the text that was read, "" when the file was refused in one line."""
    try:
        return "\n".join(texts(content))
    except InputError as error:
        message = str(error)
    assert "\n" not in message
    return ""


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_breaks_the_reader(data):
    content = pdf([HEADLINE, *column(BODY)], packed=data.draw(st.booleans()))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.sampled_from([0, 1, 9, 80]))
        pieces = st.sampled_from(
            [b"", b"<<", b"[", b"stream", b"0 R", b"/Kids", b"99999999999", b"endobj", b"(", b"BT"]
        )
        content = content[:start] + data.draw(pieces | st.binary(max_size=8)) + content[end:]
    one_line_or_text(content)


def test_a_file_that_is_cut_short_is_read_or_refused_in_a_line():
    whole = pdf([HEADLINE, *column(BODY)])
    for end in range(9, len(whole), 61):
        one_line_or_text(whole[:end])


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\x00" * 3000, b"%PDF-1.4\n%%EOF\n"])
def test_a_file_without_pages_is_refused(content):
    assert "print it to a new PDF" in one_line(content) or "without a text layer" in one_line(content)


def test_a_tree_of_pages_that_goes_round_in_circles_is_refused():
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
    ]
    assert "broken" in one_line(file_of(objects, trailer=b""))


def test_a_table_of_places_that_points_at_itself_ends():
    content = pdf(column(BODY))
    place = content.rindex(b"xref\n0")
    looped = content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place)
    assert one_line_or_text(looped) in ("", "\n".join(TEXT))


def test_too_many_pages_are_refused_and_the_limit_told():
    assert "301 pages, over the limit of 300" in one_line(pdf_of([b""] * 301))


def test_a_bomb_is_refused_in_time():
    start = time.monotonic()
    with pytest.raises(TooLarge, match="more than the limit"):
        page(pdf_of([b"BT /F1 9 Tf (a) Tj ET " + b" " * 60_000_000], packed=True))
    assert time.monotonic() - start < 10


def test_endless_drawing_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_lines, "MOST_STEPS", 1000)
    with pytest.raises(TooLarge, match="1,000 steps"):
        page(pdf_of([b"0 0 m 1 1 l S " * 200] * 4))


def test_pieces_of_text_count_as_steps(monkeypatch):
    monkeypatch.setattr(pdf_lines, "MOST_STEPS", 1000)
    with pytest.raises(TooLarge, match="1,000 steps"):
        page(pdf_of([b"BT /F1 9 Tf [" + b"(ab) 9 " * 600 + b"] TJ ET"]))


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_lines, "LONGEST", -1)
    with pytest.raises(TooLarge, match="takes more than -1 seconds"):
        page(pdf(column(BODY)))
