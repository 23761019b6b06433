import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import EmptyInput, InputError
from sources.page import Page, Refused
from sources.readers.csv_table import READER
from sources.readers.rows import NOTHING

BODY = 'The council closed the port, and traders said: "Why?"\n\nNobody knew; nobody asked.\tSo it was.'


def table(rows: list[list[str]], delimiter: str = ",") -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue().encode()


def read(content: bytes) -> list[Page | Refused]:
    return list(READER.read(content, "t.csv"))


def words(page: Page | Refused) -> list[str]:
    assert isinstance(page, Page)
    return [block.text for block in page.blocks]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(delimiter):
    content = table([["title", "text", "source"], ["A, b; c|d", BODY, "Reuters"], ["B", BODY, "AP"]], delimiter)
    assert READER.detects(content, "x")
    first, second = read(content)
    assert (first.title, first.outlet, first.origin) == ("A, b; c|d", "Reuters", "t.csv, row 2")
    assert words(first) == [
        'The council closed the port, and traders said: "Why?"',
        "Nobody knew; nobody asked. So it was.",
    ]
    assert (second.title, second.settled, second.reader) == ("B", True, "CSV")


def test_a_mark_and_excels_hint_do_not_hide_the_first_column():
    content = b"\xef\xbb\xbfsep=;\r\n" + table([["Text", "Headline"], [BODY, "A"]], ";")
    assert READER.detects(content, "x")
    assert read(content)[0].title == "A"


def test_a_very_long_cell_is_read():
    body = "word " * 400_000
    (page,) = read(table([["title", "text"], ["A", body]]))
    assert len(page.blocks[0].text) == len(body) - 1


def test_rows_that_cannot_be_read_are_refused_and_the_others_kept():
    content = table(
        [["title", "text"], ["A", BODY], ["B", ""], [], ["", ""], ["C", BODY, "more"], ["D"], ["E", BODY, "", ""]]
    )
    outcomes = [(each.origin, type(each)) for each in read(content)]
    assert outcomes == [
        ("t.csv, row 2", Page),
        ("t.csv, row 3", Refused),
        ("t.csv, row 6", Refused),
        ("t.csv, row 7", Refused),
        ("t.csv, row 8", Page),
    ]
    assert "3 cells where the first row names 2" in str(read(content)[2].error)


def test_a_table_without_a_text_column_is_refused():
    content = table([["name", "price"], ["A", "1"]])
    assert READER.detects(content, "prices.csv")
    assert not READER.detects(content, "prices")
    with pytest.raises(InputError, match="there are: name, price"):
        read(content)
    with pytest.raises(EmptyInput):
        read(b" ")


@pytest.mark.parametrize(
    "text",
    [
        "Port shuts, text follows\n\nBody, title and more",
        "One line without anything",
        "<!DOCTYPE html><html><body>title,text</body>",
        '{"title": "A", "text": "B"}',
        "text\nonly one column",
        "",
    ],
)
def test_prose_and_other_forms_are_no_table(text):
    assert not READER.detects(text.encode(), "a.txt")


cell = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(cell, cell), max_size=6))
def test_titles_come_back_as_they_were_written(rows):
    content = table([["title", "text"], *([title, "Body: " + body + " end"] for title, body in rows)])
    pages = read(content)
    assert len(pages) == len(rows)
    for page, (title, _) in zip(pages, rows, strict=True):
        plain = " ".join(title.split())
        assert page.title == (None if plain.casefold() in NOTHING else plain)
