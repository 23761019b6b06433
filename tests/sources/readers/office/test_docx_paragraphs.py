import pytest
from docx import Document as NewDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml

from sources.readers.docx import document_of
from sources.readers.office.docx_paragraphs import styles_of
from tests.sources.readers.word_files import PROSE, body_with, saved


def texts(content: bytes) -> list[str]:
    return [each.text for each in document_of(content).paragraphs]


def test_a_style_is_what_the_style_it_is_based_on_is():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f'<w:styles {w}><w:style w:styleId="a"><w:name w:val="Kicker"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:name w:val="Head"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:styleId="c"><w:name w:val="Text"/><w:basedOn w:val="d"/></w:style>'
        '<w:style w:styleId="d"><w:name w:val="More"/><w:basedOn w:val="c"/></w:style></w:styles>'
    )
    assert styles_of(parse_xml(styles)) == {"a": "heading", "b": "heading"}


def test_a_row_of_a_table_is_one_block_and_columns_of_prose_are_not_joined():
    made = NewDocument()
    table = made.add_table(rows=2, cols=2)
    for row, words in enumerate((("Town", "Votes"), ("Kelby", "1,204"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    layout = made.add_table(rows=1, cols=2)
    layout.cell(0, 0).text = PROSE[0] + " " + PROSE[1]
    layout.cell(0, 1).text = PROSE[2]
    assert [text for text in texts(saved(made)) if text] == [
        "Town Votes",
        "Kelby 1,204",
        PROSE[0] + " " + PROSE[1],
        PROSE[2],
    ]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>The pier</w:t></w:r><w:del><w:r><w:delText> fell</w:delText></w:r></w:del>", "The pier"),
        ("<w:r><w:t>sub</w:t></w:r><w:del><w:r><w:tab/></w:r></w:del><w:r><w:t>marine</w:t></w:r>", "submarine"),
        ("<w:ins><w:r><w:t>The pier stood</w:t></w:r></w:ins>", "The pier stood"),
        ("<w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Here</w:t></w:r></w:moveTo>", "Here"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:t>seen</w:t></w:r>", "seen"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "seen"),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>seen</w:t></w:r>", "seen"),
        ("<w:hyperlink><w:r><w:t>Ferry</w:t></w:r></w:hyperlink><w:r><w:t> sinks</w:t></w:r>", "Ferry sinks"),
        ("<w:sdt><w:sdtContent><w:r><w:t>In a box</w:t></w:r></w:sdtContent></w:sdt>", "In a box"),
        (
            "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>",
            "12 b c",
        ),
        ("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:softHyphen/></w:r>", "well-known"),
        ("<w:r><w:t>cafe\u0301 \ufeff\u200bde</w:t></w:r>", "café de"),
    ],
)
def test_what_counts_as_words(inner, text):
    (paragraph,) = (each for each in document_of(body_with(inner)).paragraphs if each.text)
    assert paragraph.text == text


def test_words_of_a_box_are_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    inner = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it</w:t></w:r>"
    )
    assert [each.text for each in document_of(body_with(inner)).paragraphs] == ["In the box", "Around it"]


def test_page_breaks_are_known():
    made = NewDocument()
    made.add_paragraph("One")
    made.add_paragraph("Two").add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("Three")
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.add_section()
    made.add_paragraph("Four")
    paragraphs = document_of(saved(made)).paragraphs
    assert [(each.text, each.new_page) for each in paragraphs if each.text] == [
        ("One", False),
        ("Two", False),
        ("Three", True),
        ("Four", True),
    ]


def test_tables_in_tables_are_read_as_deep_as_documents_may_go():
    made = NewDocument()
    cell = made.add_table(rows=1, cols=1).cell(0, 0)
    for _ in range(70):
        cell = cell.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "At the bottom"
    assert [text for text in texts(saved(made)) if text] == ["At the bottom"]


def test_boxes_in_boxes_are_read_once():
    words = "<w:r><w:t>innermost</w:t></w:r>"
    for _ in range(40):
        words = f"<w:r><w:pict><w:txbxContent><w:p>{words}</w:p></w:txbxContent></w:pict></w:r>"
    assert [text for text in texts(body_with(words)) if text] == ["innermost"]
