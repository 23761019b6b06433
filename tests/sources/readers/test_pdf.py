from textwrap import wrap

import pytest

from sources.clean import settle
from sources.errors import NoArticle, NotText
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers import ALL_READERS
from sources.readers.pdf import READER
from sources.readers.pdfs.furniture import RUNNING
from tests.sources.readers.nexis_exports import STORIES
from tests.sources.readers.pdf_files import BODY, FIRST, HEADLINE, SECOND, TEXT, THIRD, column, pdf, pdf_of, stream_of


def page(content: bytes) -> Page:
    (found,) = READER.read(content, "a.pdf")
    assert isinstance(found, Page)
    return found


def texts(content: bytes) -> list[str]:
    return [block.text for block in page(content).blocks]


@pytest.mark.parametrize("packed", [False, True])
def test_lines_become_paragraphs_where_room_is_left(packed):
    assert texts(pdf(column(BODY), packed=packed)) == TEXT


def test_lines_become_paragraphs_where_first_lines_are_set_in():
    lines = [f">{FIRST[0]}", *FIRST[1:], f">{SECOND[0]}", *SECOND[1:], f">{THIRD[0]}", THIRD[1]]
    assert texts(pdf(column(lines))) == TEXT


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    left, right = [*FIRST, "", *SECOND[:2]], [SECOND[2], SECOND[3], "", *THIRD]
    assert texts(pdf(column(left, x=40), column(right, x=40))) == TEXT
    assert texts(pdf([*column(left, x=40, size=6), *column(right, x=300, size=6)])) == TEXT


def test_the_largest_type_above_the_text_is_the_headline():
    found = page(pdf([(60, 800, 9, "Harbour Post"), HEADLINE, *column(BODY)]))
    assert found.title == "Port shuts its terminal after close vote"
    assert dict(found.found)["title"] == "the largest type above the text"
    assert [block.text for block in found.blocks] == ["Harbour Post", *TEXT]


def test_a_document_title_that_the_page_prints_is_the_headline():
    small = (60.0, 760.0, 12.0, "*Port shuts")
    found = page(pdf([small, *column(BODY)], title="Port shuts | Harbour Post"))
    assert found.title == "Port shuts"
    assert dict(found.found)["title"] == "the largest type above the text, and the document's own title"


@pytest.mark.parametrize(
    "title", ["article_final_2.indd", "Microsoft Word - port.docx", "untitled", "Another story told"]
)
def test_a_document_title_that_the_page_does_not_print_is_none(title):
    assert page(pdf(column(BODY), title=title)).title is None


def test_what_a_browser_prints_around_a_page_is_cut_and_tells_address_and_title():
    pages = []
    for number, lines in enumerate(([*FIRST, "", *SECOND], THIRD), start=1):
        top = (20.0, 825.0, 7.0, "3/14/26, 11:02 AM Port shuts its terminal - Harbour Post")
        foot = (20.0, 15.0, 7.0, f"https://harbourpost.example/news/port-shuts {number}/2")
        pages.append([*column(lines), top, foot])
    found = page(pdf(*pages))
    assert [block.text for block in found.blocks] == TEXT
    assert (found.url, found.title) == ("https://harbourpost.example/news/port-shuts", "Port shuts its terminal")
    assert dict(found.found)["url"] == "the address that the browser printed"
    assert found.published is None
    assert [(cut.rule, cut.before) for cut in found.removed] == [(RUNNING, 2), (RUNNING, 2), (RUNNING, 3), (RUNNING, 3)]


def test_an_address_that_the_browser_cut_short_is_none():
    foot = (20.0, 15.0, 7.0, "https://harbourpost.example/news/port-sh... 1/1")
    found = page(pdf([*column(BODY), foot]))
    assert found.url is None
    assert found.removed[0].text == foot[3]


def test_heads_and_numbers_of_pages_are_cut_and_a_figure_in_the_text_is_not():
    pages = [
        [(60, 810, 8, f"Harbour Post {number} March 2026"), *column(lines), (300, 20, 8, f"- {number} -")]
        for number, lines in ((1, FIRST), (2, SECOND), (3, [*THIRD, "", "1998"]))
    ]
    found = page(pdf(*pages))
    assert [block.text for block in found.blocks] == [*TEXT, "1998"]
    assert {cut.rule for cut in found.removed} == {RUNNING}
    assert len(found.removed) == 6


def test_words_parted_at_the_end_of_a_line_are_joined_with_care():
    lines = [
        "The minister, who is well known for her plain words, said that the re-",
        "building of the quay would cost a billion. It is a long-",
        "term project, she said, and a well-",
        "known architect draws it. The North-",
        "South line will be extended by 40-",
        "year-old engineers from the har-",
        "bour office, who know the harbour and have built three such lines in all.",
    ]
    whole = (
        "The minister, who is well known for her plain words, said that the rebuilding of the quay would cost a "
        "billion. It is a long-term project, she said, and a well-known architect draws it. The North-South line will "
        "be extended by 40-year-old engineers from the harbour office, who know the harbour and have built three such "
        "lines in all."
    )
    assert " ".join(texts(pdf(column(lines)))) == whole


def test_bullets_make_items():
    found = page(pdf(column([*FIRST, "", "• The first option", "• The second option", "", *THIRD])))
    assert [(block.kind, block.text) for block in found.blocks[1:3]] == [
        ("item", "The first option"),
        ("item", "The second option"),
    ]


def test_a_page_comes_out_as_an_article():
    by = [(60.0, 740.0, 10.0, "By Mary Connolly"), (60.0, 727.0, 10.0, "14 March 2026, 09:30 GMT")]
    article = settle(page(pdf([HEADLINE, *by, *column(BODY)])), outlets=load_outlets())
    assert article.title == "Port shuts its terminal after close vote"
    assert article.text.split("\n\n") == TEXT
    assert article.byline == "Mary Connolly"
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-14T09:30:00+00:00"


def test_a_pdf_of_a_database_is_read_as_its_export():
    printed = []
    for story in STORIES:
        lines = ["Body", ""]
        for paragraph in story.body:
            lines += [*wrap(paragraph, 80), ""]
        head = [
            story.title,
            story.publication,
            story.day,
            "",
            f"Section: {story.section}",
            f"Length: {story.length}",
            "",
        ]
        lines = [*head, *lines, "Load-Date: March 3, 2024", "", "End of Document"]
        printed.append([(60, 810, 8, "Page 1 of 1"), (60, 798, 8, story.title), *column(lines)])
    found = [each for each in READER.read(pdf(*printed), "a.pdf") if isinstance(each, Page)]
    assert [[block.text for block in each.blocks] for each in found] == [list(story.body) for story in STORIES]
    assert [each.title for each in found] == [story.title for story in STORIES]
    assert {each.reader for each in found} == {"Nexis export"}


@pytest.mark.parametrize("streams", [[b""], [b"q 100 0 0 100 0 0 cm /Im1 Do Q"] * 3, [b"BT /F1 9 Tf (3) Tj ET"]])
def test_a_scanned_file_is_refused(streams):
    with pytest.raises(NoArticle, match=r"without a text layer: .* \(OCR\)"):
        page(pdf_of(streams))


def test_a_page_without_text_among_others_is_told():
    assert page(pdf(column(BODY), [])).notes == ("1 of its 2 pages holds no text: what is a picture there is not read",)


def test_a_broken_page_among_others_is_told():
    streams = [stream_of(column(BODY)), b"BT /F1 10 Tf (The council) Tj [(cut", stream_of(column(THIRD))]
    found = page(pdf_of(streams))
    assert found.notes == ("1 of its 3 pages could not be read whole: the file is broken there",)
    assert len(found.blocks) == 4


def test_fonts_that_do_not_tell_their_letters_are_refused():
    with pytest.raises(NotText, match="fonts do not tell"):
        page(pdf(column(["(cid:12)(cid:40)(cid:7)(cid:90)(cid:12)(cid:40)"] * 20)))


def locked(password: str) -> bytes:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(column(BODY)))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_that_only_forbids_printing_is_read_and_one_with_a_password_is_refused():
    assert texts(locked("")) == TEXT
    with pytest.raises(NotText, match="locked with a password"):
        page(locked("secret"))


def test_a_script_in_the_file_is_not_run():
    script = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.closeDoc\\(\\);) >>"
    assert texts(pdf(column(BODY), extra=script)) == TEXT


def test_only_a_pdf_is_one():
    content = pdf(column(BODY))
    assert next(reader for reader in ALL_READERS if reader.detects(content[:65536], "a.txt")) is READER
    assert not READER.detects(b"About PDF: %PDF-1.4", "a.pdf")
    assert not READER.detects(b"", "a.pdf")
