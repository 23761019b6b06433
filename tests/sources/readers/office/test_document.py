import pytest

from sources.errors import NoArticle, TooLarge
from sources.readers.office.document import (
    MOST,
    Document,
    Paragraph,
    page_of,
    paragraphs_of,
    refuse_paragraphs,
    style_named,
)
from tests.sources.readers.word_files import PROSE


def plain(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=text) for text in texts)


def test_empty_paragraphs_are_gaps_where_there_are_many():
    spaced = page_of(Document(paragraphs=plain(PROSE[0], "", PROSE[1], PROSE[2], "", "")), reader="r", origin="o")
    assert [block.gap_before for block in spaced.blocks] == [False, True, False]
    close = page_of(Document(paragraphs=plain(*PROSE)), reader="r", origin="o")
    assert [block.gap_before for block in close.blocks] == [False, True, True]


def test_a_title_style_below_the_top_is_a_heading():
    late = (*plain(*PROSE * 4), Paragraph(text="Part two", style="title"), *plain(PROSE[0]))
    page = page_of(Document(paragraphs=late), reader="r", origin="o")
    assert page.title is None
    assert [block.text for block in page.blocks if block.kind == "heading"] == ["Part two"]


@pytest.mark.parametrize("paragraphs", [(), plain("", "")])
def test_a_document_without_text_is_no_article(paragraphs):
    with pytest.raises(NoArticle, match="no text"):
        page_of(Document(paragraphs=paragraphs), reader="r", origin="o")


def test_lines_of_text_as_paragraphs():
    made = list(paragraphs_of(["               1 of 2", "Ferry  sinks", "", "\fNext"]))
    assert [(each.text, each.centred, each.new_page) for each in made] == [
        ("1 of 2", True, False),
        ("Ferry sinks", False, False),
        ("", False, False),
        ("Next", False, True),
    ]


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("Title", "title"),
        ("heading 3", "heading"),
        ("Subtitle", "heading"),
        ("List Bullet 2", "item"),
        ("List Paragraph", None),
        ("toc 1", "contents"),
        ("Normal", None),
        ("", None),
    ],
)
def test_names_of_styles(name, style):
    assert style_named(name) == style


def test_a_document_of_far_too_many_paragraphs_is_refused():
    refuse_paragraphs(MOST)
    with pytest.raises(TooLarge, match="paragraphs"):
        refuse_paragraphs(MOST + 1)
