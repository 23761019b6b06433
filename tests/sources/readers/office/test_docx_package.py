import io
import zipfile

import pytest

from sources.errors import NoArticle, NotText
from sources.readers.docx import document_of
from sources.readers.office.document import Paragraph
from sources.readers.office.docx_package import opened as opened_document
from tests.sources.readers.word_files import PROSE, article, repacked, saved, with_part


def blocks(content: bytes) -> tuple[Paragraph, ...]:
    return document_of(content).paragraphs


def test_it_is_a_document_of_python_docx():
    made = opened_document(saved(article()))
    assert [each.text for each in made.paragraphs][2] == PROSE[0]
    assert made.styles["Title"].name == "Title"


def test_pictures_are_never_unpacked():
    made = opened_document(with_part(saved(article()), "image", b" " * 1000))
    assert {part.partname for part in made.part.package.iter_parts()} == {
        "/word/document.xml",
        "/word/styles.xml",
        "/docProps/core.xml",
    }
    bomb = repacked(with_part(saved(article()), "image", b" "), word__image_xml=b" " * 120_000_000)
    assert blocks(bomb) == blocks(saved(article()))


def test_parts_that_name_each_other_end():
    content = saved(article())
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        relations = opened.read("_rels/.rels").replace(b'Target="word/', b'Target="/word/')
    assert blocks(repacked(content, **{"word___rels__document_xml.rels": relations}))


def test_what_is_no_document_is_told():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("notes.txt", "a")
    with pytest.raises(NoArticle, match="unpack it"):
        opened_document(held.getvalue())
    with pytest.raises(NotText, match="broken document"):
        document_of(repacked(saved(article()), **{"_rels__.rels": b"<Relationships/>"}))


def test_a_document_of_the_strict_form_and_one_with_macros_are_read_alike():
    content = saved(article())
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        text = opened.read("word/document.xml")
        styles, types = opened.read("word/styles.xml"), opened.read("[Content_Types].xml")
        parts, relations = opened.read("_rels/.rels"), opened.read("word/_rels/document.xml.rels")
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert transitional in text
    strict = (
        (transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships/",
        ),
    )
    new = {"word__document_xml": text, "word__styles_xml": styles, "_rels__.rels": parts}
    new["word___rels__document_xml.rels"] = relations
    for before, after in strict:
        new = {name: part.replace(before, after) for name, part in new.items()}
    assert blocks(repacked(content, **new)) == blocks(content)
    common = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert common in types
    for kind in (b"ms-word.document.macroEnabled", b"openxmlformats-officedocument.wordprocessingml.template"):
        renamed = types.replace(common, b"application/vnd." + kind + b".main+xml")
        made = repacked(content, **{"[Content_Types]_xml": renamed}, word__vbaProject_xml=b"\x00" * 100)
        assert blocks(made) == blocks(content)


def test_a_picture_that_is_not_there_and_properties_that_are_missing_do_no_harm():
    content = saved(article())
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        relations, parts = opened.read("word/_rels/document.xml.rels"), opened.read("_rels/.rels")
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    lost = b'<Relationship Id="rId99" Type="' + office + b'image" Target="NULL"/></Relationships>'
    made = repacked(content, **{"word___rels__document_xml.rels": relations.replace(b"</Relationships>", lost)})
    assert blocks(made) == blocks(content)
    bare = repacked(content, **{"_rels__.rels": parts.replace(b"metadata/core-properties", b"metadata/other")})
    assert blocks(bare) == blocks(content)
    assert document_of(bare).title is None
