from sources.readers.document import Document, Paragraph
from sources.readers.exports import ALL_EXPORTS, pages_of
from tests.sources.readers.word_files import PROSE


def test_a_document_that_is_no_export_is_one_article():
    document = Document(paragraphs=tuple(Paragraph(text=text) for text in PROSE))
    assert not any(each.knows(document) for each in ALL_EXPORTS)
    (page,) = pages_of(document, reader="Word document", origin="a.docx")
    assert [block.text for block in page.blocks] == list(PROSE)
    assert page.reader == "Word document"


def test_exports_have_names_of_their_own():
    assert len({each.name for each in ALL_EXPORTS}) == len(ALL_EXPORTS)
