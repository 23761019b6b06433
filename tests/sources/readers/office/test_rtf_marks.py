import pytest
from striprtf.striprtf import rtf_to_text

from sources.errors import NotText
from sources.readers.office.rtf_marks import BOLD, CELL, FORM, NOTE, NOTE_END, PAGE, PLAIN, ROW, marked


def said(inner: str) -> str:
    return rtf_to_text(marked(f"{{\\rtf1\\ansi {inner}}}")[0])


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r"a\cell b\cell\row", f"a{CELL}b{CELL}{ROW}\n"),
        (r"\pard\s3 a", f"{FORM}{FORM}{FORM}3{FORM}a"),
        (r"\outlinelevel9\qc a", f"{FORM}c{FORM}a"),
        (r"a{\footnote b} c", f"a{NOTE}b{NOTE_END} c"),
        (r"{\b a}b", f"{BOLD}a{PLAIN}b"),
        (r"a\page b", f"a{PAGE}b"),
        (r"\u8220\cell ?", f"\u201c{CELL}?"),
        (r"\u-560?\u64976?", "\ufffd\ufffd"),
        (r"{\header {\footnote a}\pard b}c", "c"),
        ("\xe9", "é"),
    ],
)
def test_marks_come_through(inner, text):
    assert said(inner) == text


def test_a_text_has_no_marks_of_its_own():
    assert NOTE not in said("".join(rf"\u{number}?" for number in range(0xFDD0, 0xFDF0)))


@pytest.mark.parametrize(("text", "whole"), [(r"{\rtf1 a}", True), (r"{\rtf1 {a}", False), ("", False), ("a", True)])
def test_the_end_is_known(text, whole):
    assert marked(text)[1] is whole


def test_bytes_are_left_out():
    anew, whole = marked(r"{\rtf1 {\pict\bin4 }}}}8950}a{\object{\objdata 0102}}}")
    assert whole
    assert "8950" not in anew
    assert "0102" not in anew


def test_ten_thousand_groups_are_the_deepest():
    assert marked("{" * 10_000)[1] is False
    with pytest.raises(NotText, match="groups deep"):
        marked("{" * 10_001)
