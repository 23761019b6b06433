from sources.page import Page, Refused
from sources.readers.databases.nexis_article import page_of
from sources.readers.office.document import Paragraph
from tests.sources.readers.word_files import PROSE

HEAD = ("Ferry sinks", "Harbour Gazette", "March 3, 2024 Sunday")
BODY = Paragraph(text="Body", bold=True)


def article(*lines: str | Paragraph) -> Page | Refused:
    made = [each if isinstance(each, Paragraph) else Paragraph(text=each) for each in lines]
    return page_of(made, origin="export, document 1")


def texts(page: Page | Refused) -> list[str]:
    assert isinstance(page, Page)
    return [block.text for block in page.blocks]


def test_a_highlight_of_several_paragraphs_is_the_summary():
    page = article(*HEAD, "Length: 60 words", "Highlight: It was foggy.", "Nobody died.", BODY, *PROSE)
    assert page.summary == ("It was foggy.", "Nobody died.")
    assert texts(page) == list(PROSE)


def test_notes_and_corrections_below_the_body_stand_apart():
    notes = Paragraph(text="Correction", bold=True)
    page = article(*HEAD, "Length: 60 words", BODY, *PROSE, notes, "It named another pier.", "Load-Date: x")
    assert [(cut.text, cut.rule) for cut in page.removed if cut.before == 3] == [
        ("Correction", "notes (database)"),
        ("It named another pier.", "notes (database)"),
        ("Load-Date: x", "database fields (Nexis)"),
    ]


def test_a_section_of_the_article_that_is_called_notes_stays():
    page = article(*HEAD, "Length: 60 words", BODY, PROSE[0], "Notes", *PROSE[1:], "Load-Date: x")
    assert texts(page) == [PROSE[0], "Notes", *PROSE[1:]]


def test_a_headline_may_hold_a_date_or_look_like_a_label():
    for title in ("March 3, 2024: a day of fog", "Length: how long is a pier?", "Show: the ferry on film"):
        page = article(title, *HEAD[1:], "Length: 60 words", BODY, *PROSE)
        assert (page.title, page.outlet, str(page.published)[:10]) == (title, HEAD[1], "2024-03-03")


def test_without_a_headline_the_publication_is_none():
    page = article("The New York Times", HEAD[2], "Length: 60 words", BODY, *PROSE)
    assert (page.title, page.outlet) == (None, "The New York Times")


def test_links_of_the_database_are_cut():
    page = article(*HEAD, "Length: 60 words", BODY, *PROSE, "Link to Image", "Load-Date: x")
    assert texts(page) == list(PROSE)
    assert "Link to Image" in [cut.text for cut in page.removed]


def test_an_error_of_the_database_is_refused():
    error = "We are sorry but there is an error in this document and it is not possible to display it."
    page = article(*HEAD, "Length: 60 words", BODY, error)
    assert isinstance(page, Refused)
    assert "'Ferry sinks'" in str(page.error)
    assert isinstance(article(), Refused)


def test_headline_as_a_field_of_the_form_of_before():
    page = article(
        *HEAD[1:], "SECTION: News; Pg. 4", "LENGTH: 60 words", "HEADLINE: Ferry sinks", *PROSE, "LOAD-DATE: x"
    )
    assert (page.title, page.outlet, page.section) == ("Ferry sinks", "Harbour Gazette", "News")
    assert texts(page) == list(PROSE)
