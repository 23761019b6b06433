import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.readers.tables import csv_rows as module
from sources.readers.tables.csv_rows import NEVER_CLOSED, NOT_DOUBLED, csv_rows
from sources.readers.tables.text_file import Text


def rows(content: str, delimiter: str = ",") -> list:
    return list(csv_rows(Text(io.StringIO(content, newline="")), delimiter=delimiter))


cell = st.text(alphabet='ab,;"\n\r é', max_size=6)


@given(st.lists(st.lists(cell, min_size=1, max_size=4), max_size=6))
def test_good_tables_are_read_as_the_standard_reader_does(table):
    made = io.StringIO(newline="")
    csv.writer(made).writerows(table)
    found = rows(made.getvalue())
    assert [row.cells for row in found] == list(csv.reader(io.StringIO(made.getvalue(), newline="")))
    assert all(row.broken is None and row.note is None for row in found)


def test_marks_that_are_not_doubled_are_noted():
    first, second, third = rows('a,b\nc,"He said "no" to it"\nd,"e"\n')
    assert second.cells == ["c", 'He said "no" to it']
    assert (first.note, second.note, third.note) == (None, NOT_DOUBLED, None)
    assert third.cells == ["d", "e"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('A,"He said "no, thanks" to it"', ["A", 'He said "no, thanks" to it']),
        ('"A "b" c","d"', ['A "b" c', "d"]),
        ('"A" b,c', ['"A" b', "c"]),
        ('"A ""b" c",d', ['A "b" c', "d"]),
        ('"A "b"",d', ['A "b"', "d"]),
    ],
)
def test_marks_mean_what_was_meant_where_that_is_clear(line, cells):
    (_, row) = rows(f"a,b\n{line}\n")
    assert (row.cells, row.note) == (cells, NOT_DOUBLED)


def test_a_table_that_knows_no_marks_keeps_them():
    found = rows('a\tb\n"Hello," he said.\tx\n"Tis the season\ty\nC\t"Oh" and "ah"\nD\td\n', "\t")
    assert [row.cells for row in found][1:] == [
        ['"Hello," he said.', "x"],
        ['"Tis the season', "y"],
        ["C", '"Oh" and "ah"'],
        ["D", "d"],
    ]


def test_a_mark_that_is_never_closed_costs_no_other_row():
    content = "title,text\n" + "".join(f"T{n},{chr(34) if n == 3 else ''}One\n" for n in range(9))
    found = rows(content)
    assert [row.cells[0] for row in found] == ["title", *(f"T{n}" for n in range(9))]
    assert [row.note for row in found if row.note] == [NEVER_CLOSED]
    assert found[4].cells == ["T3", '"One']
    found = rows(content.replace("One", "One, two"))
    assert found[1].cells == ["T0", "One", " two"]
    found = rows('a,b,c\nT0,x,y\n"T1,x\nT2,x,y\nT3,x,y\n')
    assert "never closed; the lines after it were read as rows" in found[2].broken
    assert [row.cells[0] for row in found if not row.broken] == ["a", "T0", "T2", "T3"]


def test_a_file_that_breaks_off_in_a_text_is_one_broken_row():
    *whole, last = rows('title,text\nA,"One\ntwo"\nB,"Three.\n\nFour, and so on.\nFive')
    assert [row.cells for row in whole] == [["title", "text"], ["A", "One\ntwo"]]
    assert "so the 3 lines after it belong to one cell" in last.broken
    (_, last) = rows('title,text\nB,"Three.')
    assert "so the row does not end" in last.broken


def test_a_mark_that_the_next_mark_closes_costs_no_other_row():
    found = rows('a,b,c\nT1,"one,x\nT2,two,x\nT3,"three",x\nT4,four,x\n')
    assert [row.cells[0] for row in found] == ["a", "T1", "T2", "T3", "T4"]
    assert [row.note for row in found if row.note] == [NEVER_CLOSED]
    found = rows('a,b\nT1,"one\n"T2","two"\n"T3","three"\n')
    assert [row.cells for row in found][1:] == [["T1", '"one'], ["T2", "two"], ["T3", "three"]]
    found = rows('a,b\nT1,"He said\nthat "no, it\nis, so" is, all"\nT2,two\n')
    assert [row.cells[0] for row in found if not row.broken][-1] == "T2"


def test_many_marks_that_are_never_closed_end_the_table(monkeypatch):
    content = "a,b\n" + 'x y,"\n' + "x,y\nx,y\nx,y\n" * 50
    content += ('x,"y z\n' + "x,y\n" * 5) * 101
    assert len(rows(content)) == 2 + 150 + 606
    monkeypatch.setattr(module, "MOST_AGAIN", 1000)
    found = rows(content)
    assert len(found) < 758
    assert found[-1].broken


def test_a_cell_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 1000)
    found = rows("a,b\n" + 'x,"' + "words and more words\n" * 1000)
    assert "never closed" in found[1].broken
    assert len(found) == 2
    csv.field_size_limit(module.LONGEST)


def test_a_line_without_end_is_left_out(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 1000)
    found = rows("a,b\nA," + "words " * 1000 + '\nB,"' + "words " * 1000 + '"\nC,c\n')
    assert [bool(row.broken) for row in found] == [False, True, True, False]
    assert "million characters" in found[1].broken
    csv.field_size_limit(module.LONGEST)


@pytest.mark.parametrize("content", ["", "\n", '"', '"a', ",", '""', 'a\r"b', "a,b\r\n\r\nc"])
def test_small_tables_do_not_break_it(content):
    assert all(row.cells or row.broken or row.cells == [] for row in rows(content))
