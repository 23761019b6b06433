import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from striprtf.striprtf import rtf_to_text

from sources.errors import NotText, TooLarge
from sources.readers.office.document import Document
from sources.readers.office.rtf_paragraphs import document_of

FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Mincho;}{\f3\fcharset178 Arab;}}"


def read(inner: str, *, head: str = r"\rtf1\ansi\ansicpg1252\deff0") -> Document:
    return document_of(f"{{{head}{FONTS}{inner}}}".encode("latin-1"))


def words(inner: str) -> list[str]:
    return [each.text for each in read(inner).paragraphs]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r"caf\'e9", "café"),
        (r"{\f1 \'c4\'e0} and \'e9", "Да and é"),
        (r"\f2 \'93\'fa\'96\{", "日本"[:1] + b"\x96{".decode("cp932")),
        (r"{\f2 \'93\'fa\'83n}", b"\x93\xfa\x83n".decode("cp932")),
        (r"\u8220?hi\u8221?", "“hi”"),
        (r"\uc0\u8220 hi\u8221 ", "“hi”"),
        (r"\uc2\u1044\'c4\'80x", "Дx"),
        (r"\uc1\u1044\'c4x", "Дx"),
        (r"\u1044{?}x", "Д?x"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\u55357 ?\u56832 ?", "\U0001f600"),
        (r"a\u55357?b", "a\ufffdb"),
        (r"\u99999999?x", "\ufffdx"),
        (r"\upr{ansi}{\*\ud{unicode}}".replace(r"\upr{ansi}", r"{\upr{ansi}") + "}", "unicode"),
        (r"a\~b\_c\-d\{e\}\\", r"a b-cd{e}" + "\\"),
        (r"\ldblquote a\rdblquote\emdash b\tab c\line d", "“a”—b c d"),
        (r"{\v unseen}seen\v also unseen\v0  again", "seen again"),
        (r"kept{\deleted gone}", "kept"),
        (
            r"{\field{\*\fldinst{HYPERLINK " + '"https://a.example/b"' + r" }}{\fldrslt{\ul Ferry sinks}}} today",
            "Ferry sinks today",
        ),
        (r"{\*\unknown words}{\pict 89504e47}{\object{\objdata 0102}{\result shown}}text", "text"),
        (r"{\header page 1 of 3}{\footer mail us}{\*\annotation no}text", "text"),
        (r"{\pict\bin5 {{{{{\pngblip}text", "text"),
        (r"\bin-5 text", "text"),
        (r"{\info{\title A}{\author B}}text", "text"),
        (r"\title text", ""),
        (
            r'see {\field{\*\fldinst{HYPERLINK "https://a.example/b"}}{\fldrslt the log}} and HYPERLINK',
            "see the log and HYPERLINK",
        ),
        ("caf\xe9 \x93hi\x94", "café “hi”"),
        (r"\i\deleted0 a\b\bin2 }}b", "ab"),
        (r"{\deleted gone}{\revised\deleted0 here}", "here"),
        (r"Ann | Lee |", "Ann | Lee |"),
    ],
)
def test_what_counts_as_words(inner, text):
    assert "".join(words(inner)) == text


def test_other_code_pages():
    head = r"\rtf1\ansi\ansicpg1251\deff9"
    assert read(r"\'c4\'e0", head=head).paragraphs[0].text == "Да"
    assert read(r"\'8e", head=r"\rtf1\mac").paragraphs[0].text == "é"
    assert read("\xe9", head=r"\rtf1\ansi\ansicpg99999").paragraphs[0].text == "é"
    assert read(r"\'c3\'a9", head=r"\rtf1\ansi\ansicpg65001").paragraphs[0].text == "é"


def test_paragraphs_know_their_form():
    styles = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Kopf;}{\s2 Title;}{\*\cs10\additive heading 9;}}"
    made = read(
        styles
        + r"\pard\s2 Ferry sinks\par\pard\qc\b The Post\b0\par\pard\s1 What next\par\pard\outlinelevel2 More\par"
        + r"\pard{\listtext 1.\tab}One\par\pard plain \b and bold\b0\par\page New\par\sect Newer\par",
    )
    assert [(each.text, each.style, each.bold, each.centred, each.new_page) for each in made.paragraphs] == [
        ("Ferry sinks", "title", False, False, False),
        ("The Post", "plain", True, True, False),
        ("What next", "heading", False, False, False),
        ("More", "heading", False, False, False),
        ("One", "item", False, False, False),
        ("plain and bold", "plain", False, False, False),
        ("New", "plain", False, False, True),
        ("Newer", "plain", False, False, True),
    ]


def test_tables_notes_and_boxes():
    made = read(
        r"\trowd\intbl Town\cell Votes\cell\row\trowd\intbl Kelby\cell 1,204\cell\row\pard After"
        r"{\super 1{\footnote {\super 1} From the log.\par}} it.\par"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Boxed.\par}}{\shprslt Boxed.\par}}\par",
    )
    assert [each.text for each in made.paragraphs if each.text] == ["Town Votes", "Kelby 1,204", "After1 it.", "Boxed."]
    assert made.footnotes == ((2, "1 From the log."),)


def test_properties():
    made = read(r"{\info{\title Ferry sink\'e9s}{\author Ann Lee}{\operator Bo}}text")
    assert (made.title, made.author) == ("Ferry sinkés", "Ann Lee")


def test_a_file_that_ends_in_the_middle_is_read_with_a_note():
    made = document_of(rb"{\rtf1 One\par {\b Two")
    assert [each.text for each in made.paragraphs] == ["One", "Two"]
    assert "ends in the middle" in made.notes[0]
    assert document_of(rb"{\rtf1 One\par Two}").notes == ()
    assert [each.text for each in document_of(rb"{\rtf1 One}{\rtf1 Two}").paragraphs] == ["One", "Two"]


_PIECES = st.sampled_from(
    [
        r"\b ",
        r"\b0 ",
        r"\i",
        r"\par ",
        r"\'e9",
        r"\u8220?",
        r"\u233 ?",
        r"\emdash ",
        "{",
        "}",
        r"{\*\x y}",
        r"\{",
        "\r\n",
    ]
)


@given(st.lists(_PIECES | st.text("abc de.,", min_size=1, max_size=8), max_size=40))
def test_the_words_are_those_that_striprtf_finds(pieces):
    inner = "".join(pieces)
    depth = 0
    for each in pieces:
        depth += (each == "{") - (each == "}")
        if depth < 0:
            return  # the outermost group would end
    text = r"{\rtf1\ansi\ansicpg1252\deff0 " + inner + "}" * (depth + 1)
    said = " ".join(each.text for each in document_of(text.encode("latin-1")).paragraphs)
    assert said.split() == rtf_to_text(text).split()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(noise):
    document_of(b"{\\rtf1" + noise)


_MARKS = r"{ } \ bin9 \u \' 9 \* \cell \row \footnote \par \upr \shptxt \info \title \stylesheet \s1 x".split()


@given(st.lists(st.sampled_from(_MARKS), max_size=60))
def test_any_order_of_marks_is_read(pieces):
    document_of(("{\\rtf1" + "".join(pieces)).encode())


def test_deep_nesting_is_refused():
    with pytest.raises(NotText, match="groups deep"):
        document_of(b"{\\rtf1 " + b"{" * 100_000)


def test_paragraphs_without_end_are_refused():
    with pytest.raises(TooLarge, match="paragraphs"):
        document_of(b"{\\rtf1 " + b"\\par" * 600_000)


@pytest.mark.parametrize(
    "piece",
    [
        rb"{\field{\*\fldinst{HYPERLINK ",
        rb'{\field{\*\fldinst{HYPERLINK "a"}}{\fldrslt b}}',
        rb"\'e9",
        rb"{\b x}",
        rb"\u8220?",
        rb"\f0",
        rb"\fcharset0",
        rb"{\fonttbl\f0\fcharset0",
        rb"{\pict\bin3 ",
        rb"{\s1 ",
        rb"{\title a",
        rb"{\footnote x}",
        rb"{\upr{a}}",
        rb"\v\plain",
        rb"a\cell",
        rb"\page",
    ],
)
def test_time_grows_with_length_only(piece):
    def seconds(times: int) -> float:
        content = b"{\\rtf1 " + b"{\\fonttbl " * (piece[1:2] == b"f") + piece * times
        start = time.perf_counter()
        with contextlib.suppress(NotText):
            document_of(content)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.002)
