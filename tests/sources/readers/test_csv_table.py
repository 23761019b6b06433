import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.adding.decode import decode
from sources.errors import EmptyInput, InputError, UnknownName
from sources.page import Elsewhere, Page, Refused
from sources.readers import csv_table
from sources.readers.csv_table import READER
from sources.readers.tables.cells import NOTHING
from sources.readers.tables.csv_rows import NOT_DOUBLED
from sources.readers.tables.text_file import Text, text_in
from tests.sources.readers.articles import article

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


def test_a_file_is_read_piece_by_piece_as_it_is_read_at_once(tmp_path, monkeypatch):
    columns = ["title", "text", "source", "url", "date", "author"]
    rows = [[article(number)[name] for name in columns] for number in range(300)]
    rows[7] = ["a", "", "", "", "", ""]
    rows[9].append("more")
    rows[11][1] += "\x00\ud7ff café"
    content = table([columns, *rows])
    path = tmp_path / "t.csv"
    for encoding in ("utf-8", "utf-16", "cp1252"):
        path.write_bytes(content.decode().encode(encoding, errors="ignore"))
        whole = list(READER.read(path.read_bytes(), "t.csv"))
        assert len(whole) == 300
        assert [str(each) for each in READER.from_file(path, "t.csv")] == [str(each) for each in whole]
        with text_in(path, held=0) as text:
            pieces = list(csv_table.table(text, "t.csv", reader="CSV"))
        assert [str(each) for each in pieces] == [str(each) for each in whole]


def test_pages_come_while_the_file_is_read():
    lines = iter(
        table([["title", "text"], *([f"T{number}", BODY] for number in range(9999))]).decode().splitlines(True)
    )

    class Counted(io.StringIO):
        seen = 0

        def read(self, size=-1):
            self.seen += 1
            return next(lines, "")

        def readline(self, size=-1):
            return self.read()

    counted = Counted()
    made = csv_table.table(Text(counted), "t.csv", reader="CSV")
    assert next(made).title == "T0"
    assert counted.seen < 1000
    made.close()


def test_columns_of_any_name_are_recognised():
    names = {"Schlagwort": "title", "Beitrag": "text", "Medienhaus": "source", "wo": "url", "wann": "date"}
    content = table([list(names), *([article(number)[old] for old in names.values()] for number in range(12))])
    first = read(content)[0]
    assert (first.title, first.outlet) == (article(0)["title"], article(0)["source"])
    assert dict(first.found)["text"] == "column 'Beitrag', recognised by its content"
    assert dict(first.found)["title"] == "column 'Schlagwort', recognised by its content"
    assert first.published.isoformat() == article(0)["date"] + "T00:00:00+00:00"


def test_a_table_without_names_is_read():
    content = table([[article(number)[name] for name in ("url", "title", "text")] for number in range(12)], ";")
    assert READER.detects(content[:65536], "t.csv")
    made = read(content)
    assert [page.origin for page in made][:2] == ["t.csv, row 1", "t.csv, row 2"]
    assert (made[0].title, made[0].url) == (article(0)["title"], article(0)["url"])
    assert dict(made[0].found)["text"] == "column 'column 3', recognised by its content"


def test_names_that_are_missing_or_twice():
    content = table([["title", "", "text", "text"], ["A", "x", BODY, "Other words."]])
    (page,) = read(content)
    assert words(page)[0].startswith("The council")
    reader = READER.with_columns({"text": "text (4)", "title": "column 2"})
    (page,) = reader.read(content, "t.csv")
    assert (page.title, words(page)) == ("x", ["Other words."])


def test_named_columns():
    content = table([["a", "b", "c"], ["A", BODY, "B"]])
    assert not READER.detects(content, "saved")
    reader = READER.with_columns({"text": "b", "title": "c"})
    assert reader.detects(content, "saved")
    assert not reader.detects(b"Prose, and more of it\n", "saved")
    (page,) = reader.read(content, "t.csv")
    assert (page.title, dict(page.found)["title"]) == ("B", "column 'c', as you named it")
    with pytest.raises(InputError, match="has no column 'd', which was named for the text; there are: a, b, c;"):
        list(READER.with_columns({"text": "d"}).read(content, "t.csv"))
    with pytest.raises(UnknownName, match="no field is called 'body'"):
        READER.with_columns({"body": "d"})


def test_a_table_of_addresses_points_elsewhere():
    content = table([["headline", "url"], ["A", "https://a.example/1"], ["B", "no address"]])
    first, second = READER.read(content, "t.csv")
    assert isinstance(first, Elsewhere)
    assert (first.url, first.title) == ("https://a.example/1", "A")
    assert isinstance(second, Refused)
    content = b"url\nhttps://a.example/1\n"
    assert READER.detects(content, "t.csv")
    assert [each.url for each in read(content)] == ["https://a.example/1"]


def test_a_table_from_excel():
    content = '\ufeffTitel;Text;Datum;Anteil\r\nA;"Eins; zwei.\r\nDrei.";43831,5;3,14\r\n'.encode("utf-16")
    content = decode(content).text.encode()
    assert READER.detects(content, "t.csv")
    (page,) = read(content)
    assert words(page) == ["Eins; zwei.", "Drei."]
    assert page.published.isoformat() == "2020-01-01T12:00:00+00:00"


@pytest.mark.parametrize("hint", ["sep=,", "SEP=;", "sep=|", "sep=\t"])
def test_the_hint_of_excel_counts(hint):
    delimiter = hint[4:]
    content = f"{hint}\r\n".encode() + table([["title", "text"], ["A, b; c|d", BODY]], delimiter)
    assert READER.detects(content, "x")
    assert read(content)[0].title == "A, b; c|d"


def test_a_guessed_encoding_is_noted_with_each_page(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(table([["title", "text"], ["Café", BODY + " café"]]).decode().encode("cp1252"))
    (page,) = READER.from_file(path, "t.csv")
    assert page.title == "Café"
    assert "windows-1252" in page.notes[0]


def test_marks_that_are_not_doubled_are_noted():
    content = b'title,text\nA,"He said "no" to it and left."\nB,"Words."\n'
    first, second = read(content)
    assert (first.notes, second.notes) == ((NOT_DOUBLED,), ())


def test_a_million_columns_are_refused_at_once():
    content = ",".join(f"c{number}" for number in range(1_000_000)).encode() + b"\n"
    assert READER.detects(content[:65536], "t.csv")
    with pytest.raises(InputError, match="names 1,000,000 columns, more than the 2,000"):
        read(content + b"a,b\n")
    content = b"title,text\n" + b"," * 1_000_000 + b"x\nA,Words.\n"
    refused, page = read(content)
    assert "has 1,000,001 cells where the first row names 2" in str(refused.error)
    assert page.title == "A"


def test_a_line_of_twelve_million_characters_is_one_refusal():
    content = b"title,text\nA," + b"word " * 2_400_000 + b"\nB,Words.\n"
    refused, page = read(content)
    assert "more than 10 million characters" in str(refused.error)
    assert page.title == "B"
    with pytest.raises(InputError):
        read(b"word " * 2_400_000)


@pytest.mark.parametrize("start", [b"PK\x03\x04,a,b\n", b"%PDF-1.7, a, b\n", b"\x1f\x8b,,,\n", b"PAR1,a,b"])
def test_what_is_no_text_is_no_table(start):
    assert not READER.detects(start, "t.csv")


cell = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(cell, cell), max_size=6))
def test_titles_come_back_as_they_were_written(rows):
    content = table([["title", "text"], *([title, "Body: " + body + " end"] for title, body in rows)])
    pages = read(content)
    assert len(pages) == len(rows)
    for page, (title, _) in zip(pages, rows, strict=True):
        plain = " ".join(title.split())
        assert page.title == (None if plain.casefold() in NOTHING else plain)
