from datetime import UTC, datetime

from sources.page import Page, Refused
from sources.readers.databases.exports import ALL_EXPORTS
from sources.readers.office.document import Document, Paragraph
from sources.readers.pdf import READER
from sources.readers.proquest import FIELDS, knows, pages
from tests.sources.readers.pdf_files import column, pdf

BODY = [
    "The harbour council voted on Tuesday to close the old ferry terminal, which surprised traders along the quay.",
    "Note: the mayor said that the closure would save money, and that there was no choice this year.",
]
FIRST = [
    "Document 1 of 2",
    "Port shuts after close vote",
    "Author: Lee, Ann; Ek, Bo",
    "Publication info: The Washington Post ; Washington, D.C. 03 Mar 2020: A.1.",
    "ProQuest document link",
    "Abstract: The council voted.",
    f"Full text: {BODY[0]}",
    BODY[1],
    "Subject: Ferries; Councils",
    "Publication title: The Washington Post; Washington, D.C.",
    "Publication date: Mar 3, 2020",
    "Section: A-Section",
    "ProQuest document ID: 2370000000",
    "Document URL: https://www.proquest.com/newspapers/port/docview/1",
    "Copyright: Copyright Harbour Company Mar 3, 2020",
    "Last updated: 2020-03-03",
    "Database: ProQuest Central",
]
SECOND = [
    "Document 2 of 2",
    "Pool opens again in the spring",
    "ProQuest document link",
    "ABSTRACT",
    "The pool opens.",
    "FULL TEXT",
    *BODY,
    "DETAILS",
    "Publication title: Harbour Post; Port Skerrin",
    "Publication date: soon",
    "ProQuest document ID: 2370000001",
    "Database: ProQuest Central",
    "Terms and Conditions Contact ProQuest",
]


def document(*lines: str) -> Document:
    return Document(paragraphs=tuple(Paragraph(text=line) for line in lines))


def test_a_print_out_gives_its_articles():
    made = document(*FIRST, *SECOND)
    assert knows(made)
    first, second = pages(made, "a.pdf")
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert [[block.text for block in page.blocks] for page in (first, second)] == [BODY, BODY]
    assert (first.title, first.outlet, first.byline, first.section) == (
        "Port shuts after close vote",
        "The Washington Post",
        "Ann Lee, Bo Ek",
        "A-Section",
    )
    assert first.published == datetime(2020, 3, 3, tzinfo=UTC)
    assert (first.origin, first.reader, first.settled) == ("a.pdf, document 1", "ProQuest export", True)
    assert {cut.rule for cut in first.removed} == {FIELDS}
    assert "Subject: Ferries; Councils" in [cut.text for cut in first.removed]
    assert (second.title, second.outlet, second.published) == ("Pool opens again in the spring", "Harbour Post", None)
    assert "its date line 'soon'" in second.notes[0]


def test_documents_without_numbers_are_parted_where_one_ends():
    made = document(*FIRST[1:], *SECOND[1:])
    assert [page.title for page in pages(made, "a") if isinstance(page, Page)] == [
        "Port shuts after close vote",
        "Pool opens again in the spring",
    ]


def test_a_document_without_its_text_is_refused_alone():
    first, second = pages(document(*FIRST[:6], *FIRST[8:], *SECOND), "a")
    assert isinstance(first, Refused)
    assert isinstance(second, Page)


def test_an_article_with_labels_of_its_own_is_no_print_out():
    assert not knows(document("Title: Port shuts", "Author: Lee", *BODY))
    assert not knows(document())
    assert any(each.knows is knows for each in ALL_EXPORTS)


def test_a_pdf_of_a_print_out_is_one():
    lines = [line for text in (*FIRST, *SECOND) for line in (text, "")]
    (first, second) = READER.read(pdf(column(lines, size=7, leading=10, top=800)), "a.pdf")
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert [block.text for block in first.blocks] == BODY
    assert (first.title, second.title) == ("Port shuts after close vote", "Pool opens again in the spring")
