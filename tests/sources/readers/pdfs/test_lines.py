import logging

import pytest

from sources.errors import TooLarge
from sources.readers.pdfs import lines as pdf_lines
from sources.readers.pdfs.lines import Line, layer_of
from tests.sources.readers.pdf_files import pdf, pdf_of


def test_a_line_knows_its_place_and_its_type():
    layer = layer_of(
        pdf([(60, 700, 10, "The ferry"), (60, 680, 14, "*Port shuts")], [(40, 30, 8, "2")], title="A title")
    )
    assert layer.lines == (
        Line(text="The ferry", page=0, x=60, y=700, size=10),
        Line(text="Port shuts", page=0, x=60, y=680, size=14, bold=True),
        Line(text="2", page=1, x=40, y=30, size=8),
    )
    assert (layer.pages, layer.title) == (2, "A title")


def test_places_are_those_on_the_page_whatever_is_scaled_and_turned():
    scaled = b"q 2 0 0 2 10 20 cm BT /F1 5 Tf 1 0 0 1 30 40 Tm (scaled) Tj ET Q"
    turned = b"q 0 1 -1 0 0 0 cm BT /F1 9 Tf 1 0 0 1 100 -200 Tm (turned) Tj ET Q"
    first, second = layer_of(pdf_of([scaled, turned])).lines
    assert (first.x, first.y, first.size) == (70, 100, 10)
    assert (round(second.x), round(second.y), second.size) == (100, -200, 9)


def test_pieces_of_a_line_are_one_and_a_line_drawn_twice_is_one():
    pieces = b"BT /F1 10 Tf 60 700 Td (The fer) Tj [(ry) -400 (sails)] TJ 0 -12 Td (again) Tj ET"
    assert [line.text for line in layer_of(pdf_of([pieces])).lines] == ["The ferry sails", "again"]
    twice = [(60, 700, 10, "The ferry"), (60.3, 700, 10, "The ferry"), (60, 600, 10, "The ferry")]
    assert [line.y for line in layer_of(pdf(twice)).lines] == [700, 600]


def test_an_initial_begins_its_line():
    lines = [
        (60, 676, 40, "T"),
        (86, 700, 10, "he ferry sails at ten,"),
        (86, 688, 10, "as it did"),
        (86, 676, 10, "before."),
    ]
    found = layer_of(pdf([*lines, (60, 664, 10, "It is late.")])).lines
    assert [line.text for line in found] == ["The ferry sails at ten,", "as it did", "before.", "It is late."]
    assert {line.x for line in found} == {60}


def test_a_letter_alone_is_no_initial():
    lines = [(60, 700, 40, "A"), (60, 640, 10, "The ferry"), (60, 600, 10, "B"), (60, 588, 10, "the pier")]
    assert [line.text for line in layer_of(pdf(lines)).lines] == ["A", "The ferry", "B", "the pier"]


def test_a_soft_hyphen_is_kept_only_at_the_end():
    (line,) = layer_of(pdf([(60, 700, 10, "The fer\u00adry har\u00ad")])).lines
    assert line.text == "The ferry har\u00ad"


def test_letters_are_bounded(monkeypatch):
    monkeypatch.setattr(pdf_lines, "MOST_LETTERS", 100)
    with pytest.raises(TooLarge, match="more than 100 letters"):
        layer_of(pdf([(60, 700, 10, "word " * 30)]))


def test_remarks_on_a_broken_file_are_not_printed(capfd):
    content = pdf([(60, 700, 10, "The ferry")])
    broken = content.replace(b"startxref\n", b"startxref\n9")
    assert [line.text for line in layer_of(broken).lines] == ["The ferry"]
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").level == logging.NOTSET
