import io
import zipfile

import pytest
from docx import Document as NewDocument

from sources.clean import settle
from sources.errors import InputError, NoArticle, NotText
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers import ALL_READERS
from sources.readers.docx import READER
from tests.sources.readers.word_files import PROSE, article, body_with, repacked, saved, with_part


def read(content: bytes) -> Page:
    (page,) = READER.read(content, "a.docx")
    assert isinstance(page, Page)
    return page


def test_styles_say_what_is_what():
    page = read(saved(article()))
    assert page.title == "Ferry runs aground at Kelby"
    assert dict(page.found)["title"] == "title style"
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("line", "By Ann Lee"),
        ("line", PROSE[0]),
        ("heading", "What the crew saw"),
        ("line", PROSE[1]),
        ("item", "No lights were lit."),
        ("line", PROSE[2]),
    ]


def test_settled_it_is_one_article():
    kept = settle(read(saved(article())), outlets=load_outlets())
    assert kept.title == "Ferry runs aground at Kelby"
    assert kept.byline == "Ann Lee"
    assert kept.text.split("\n\n") == [PROSE[0], "What the crew saw", PROSE[1], "No lights were lit.", PROSE[2]]
    assert [kept.text[start:end] for start, end in kept.headings] == ["What the crew saw"]
    assert kept.published is None  # the file's own dates are no date of publication


def test_the_author_of_the_file_is_no_byline_unless_the_text_names_the_same_person():
    made = article()
    made.core_properties.author = "Ann Lee"
    assert read(saved(made)).byline == "Ann Lee"
    made.core_properties.author = "Office Laptop Seven"
    assert read(saved(made)).byline is None


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Ferry runs aground at Kelby", "Ferry runs aground at Kelby"),
        ("Microsoft Word - ferry.doc", None),
        ("ferry_final_v2", None),
        ("Quarterly template", None),
    ],
)
def test_the_title_of_the_properties_counts_when_the_text_prints_it(said, title):
    made = NewDocument()
    for text in ("FERRY RUNS AGROUND AT KELBY", *PROSE):
        made.add_paragraph(text)
    made.core_properties.title = said
    assert read(saved(made)).title == title


def test_the_title_of_the_properties_counts_when_the_text_has_none():
    made = NewDocument()
    for text in PROSE:
        made.add_paragraph(text)
    made.core_properties.title = "Fog and a ferry"
    page = read(saved(made))
    assert (page.title, dict(page.found)["title"]) == ("Fog and a ferry", "document properties")


def test_footnotes_stand_apart_with_their_place():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {w}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>From the </w:t></w:r><w:r><w:t>harbour log.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    made = body_with(
        f"<w:r><w:t>{PROSE[0]}</w:t></w:r>",
        f'<w:r><w:t>{PROSE[1]}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>',
        f"<w:r><w:t>{PROSE[2]}</w:t></w:r>",
    )
    page = read(with_part(made, "footnotes", notes.encode()))
    assert [block.text for block in page.blocks] == list(PROSE)
    (cut,) = page.removed
    assert (cut.text, cut.rule, cut.before) == ("From the harbour log.", "footnotes (document)", 2)


def test_a_table_of_contents_is_cut():
    made = article()
    made.styles.add_style("TOC 1", 1)
    made.paragraphs[1].insert_paragraph_before("What the crew saw 2", style="TOC 1")
    page = read(saved(made))
    assert [(cut.text, cut.rule) for cut in page.removed] == [("What the crew saw 2", "table of contents (document)")]
    assert "What the crew saw 2" not in [block.text for block in page.blocks]


# what is broken or hostile: one clear line each


def refused(content: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        list(READER.read(content, "a.docx"))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300
    return caught.value


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused(share):
    content = saved(article())
    assert isinstance(refused(content[: max(4, int(len(content) * share))]), NotText)


def test_broken_xml_is_refused():
    assert "XML" in str(refused(repacked(saved(article()), word__document_xml=b"<w:document><w:p>")))


def test_an_empty_document_is_refused():
    assert isinstance(refused(saved(NewDocument())), NoArticle)


@pytest.mark.parametrize(
    ("name", "kind"), [("xl/workbook.xml", "spreadsheet"), ("ppt/presentation.xml", "presentation")]
)
def test_other_office_files_are_told(name, kind):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(name, "<x/>")
    assert kind in str(refused(held.getvalue()))


def test_a_password_is_told():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    locked = ole + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 500
    assert READER.detects(locked, "report")
    assert "password" in str(refused(locked))
    old = ole + "WordDocument".encode("utf-16-le")
    assert READER.detects(old, "report")
    assert ".docx" in str(refused(old))
    assert not READER.detects(ole + "Workbook".encode("utf-16-le"), "table.xls")


def test_content_decides_who_reads():
    content = saved(article())
    assert next(each for each in ALL_READERS if each.detects(content[:65_536], "page.html")) is READER
    assert not READER.detects(b"{\\rtf1 a}", "a.docx")
    assert not READER.detects(b"<html><p>a", "a.docx")
    assert not READER.detects(b"PK\x03\x04 any archive of files", "a.zip")
