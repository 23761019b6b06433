import time
from dataclasses import replace

import pytest
from docx import Document as NewDocument

from sources.clean import settle
from sources.errors import NoArticle
from sources.outlets import load_outlets
from sources.page import Page, Reader, Refused
from sources.readers import ALL_READERS, docx, nexis, rtf
from tests.sources.readers.nexis_exports import STORIES, Story, docx_export, rtf_export, text_export
from tests.sources.readers.word_files import PROSE, saved

FORMS = {
    "DOCX": (docx.READER, docx_export),
    "RTF": (rtf.READER, rtf_export),
    "text": (nexis.READER, text_export),
}


def read(reader: Reader, content: bytes) -> list[Page | Refused]:
    assert next(each for each in ALL_READERS if each.detects(content[:65_536], "saved")) is reader
    return list(reader.read(content, "export"))


@pytest.mark.parametrize("form", FORMS)
def test_every_article_of_an_export_is_read(form):
    reader, made = FORMS[form]
    first, second = read(reader, made(STORIES))
    assert (first.reader, first.origin, second.origin) == ("Nexis export", "export, document 1", "export, document 2")
    assert [page.title for page in (first, second)] == [story.title for story in STORIES]
    assert [[block.text for block in page.blocks] for page in (first, second)] == [list(each.body) for each in STORIES]
    assert first.outlet == "The Harbour Gazette (Kelby)"
    assert second.outlet == "The Times"
    assert str(first.published) == "2024-03-03 00:00:00+00:00"
    assert "the day only" in dict(first.found)["published"]
    assert str(second.published) == "2024-03-04 23:04:00+00:00"
    assert "day only" not in dict(second.found)["published"]
    assert (first.byline, second.byline) == ("Ann Lee", "Bo Ek, Mei Tan")
    assert (first.section, second.section) == ("NEWS", "Metropolitan Desk")
    assert second.summary == ("The pool opened in 1931. It has been shut since May.",)
    assert first.settled
    assert first.notes == second.notes == ()


@pytest.mark.parametrize("form", FORMS)
def test_every_known_field_says_where_it_was_found(form):
    reader, made = FORMS[form]
    for page in read(reader, made(STORIES)):
        assert set(dict(page.found)) == {"title", "outlet", "published", "byline", "section"}


@pytest.mark.parametrize("form", FORMS)
def test_what_the_database_adds_is_cut_by_name_and_stands_in_no_body(form):
    reader, made = FORMS[form]
    _, page = read(reader, made(STORIES))
    captions = " ".join(cut.text for cut in page.removed if cut.rule == "captions (database)")
    assert "The empty pool in January" in captions
    assert "Where the pool is" in captions
    fields = [cut.text.casefold() for cut in page.removed if cut.rule == "database fields (Nexis)"]
    for start in ("copyright 2024", "load-date", "language", "length", "the times (london)", "march 4, 2024"):
        assert any(text.startswith(start) for text in fields), start
    assert {cut.rule for cut in page.removed} == {"captions (database)", "database fields (Nexis)"}
    places = [cut.before for cut in page.removed]
    assert places == sorted(places)
    assert set(places) == {0, len(page.blocks)}


@pytest.mark.parametrize("form", FORMS)
def test_settled_the_articles_are_whole(form):
    reader, made = FORMS[form]
    for story, page in zip(STORIES, read(reader, made(STORIES)), strict=True):
        kept = settle(page, outlets=load_outlets())
        assert kept.title == story.title
        assert kept.text.split("\n\n") == list(story.body)
        assert kept.summary == ((story.highlight,) if story.highlight else ())


def test_a_file_for_each_article_is_read_with_and_without_its_end():
    for end in (True, False):
        (page,) = read(docx.READER, docx_export(STORIES[:1], cover=False, end=end))
        assert (page.title, page.reader) == (STORIES[0].title, "Nexis export")
        assert [block.text for block in page.blocks] == list(PROSE)


def test_a_form_of_before_as_a_document():
    made = NewDocument()
    for line in text_export(STORIES).decode().split("\n\n"):
        words = " ".join(line.split())
        if words:
            made.add_paragraph(words).alignment = 1 if line.lstrip("\n").startswith(" " * 10) else None
    first, second = read(docx.READER, saved(made))
    assert (first.title, second.title) == (STORIES[0].title, STORIES[1].title)
    assert [block.text for block in second.blocks] == list(STORIES[1].body)


def test_a_list_of_results_before_the_articles_is_none_of_them():
    listed = NewDocument()
    for line in (
        "Job Number: 12",
        "Documents (2)",
        "1. Ferry runs aground",
        "Harbour Gazette, March 3, 2024",
        PROSE[1],
    ):
        listed.add_paragraph(line)
    for line in (STORIES[0].title, STORIES[0].publication, STORIES[0].day, STORIES[0].owner, "Length: 60 words"):
        listed.add_paragraph(line)
    listed.add_paragraph().add_run("Body").bold = True
    for line in (*PROSE, "Load-Date: March 5, 2024", "End of Document"):
        listed.add_paragraph(line)
    (page,) = read(docx.READER, saved(listed))
    assert (page.title, page.outlet) == (STORIES[0].title, STORIES[0].publication)
    assert [block.text for block in page.blocks] == list(PROSE)


def test_a_list_without_articles_is_refused():
    made = NewDocument()
    for line in ("User Name: A READER", "Job Number: 12", "Documents (1)", "1. Ferry", "Search Terms: ferry", PROSE[0]):
        made.add_paragraph(line)
    with pytest.raises(NoArticle, match="full documents"):
        read(docx.READER, saved(made))


def test_a_document_without_text_is_refused_and_the_others_are_read():
    stories = (replace(STORIES[0], body=()), STORIES[1])
    for reader, made in FORMS.values():
        empty, page = read(reader, made(stories))
        assert isinstance(empty, Refused)
        assert isinstance(empty.error, NoArticle)
        assert page.title == STORIES[1].title


def test_an_article_that_was_cut_short_has_a_note():
    (page,) = read(docx.READER, docx_export((replace(STORIES[0], length="1,204 words"),)))
    (note,) = page.notes
    assert "the export says 1,204 words" in note
    assert f"{sum(len(text.split()) for text in PROSE)} are there" in note


@pytest.mark.parametrize(
    ("day", "published", "note"),
    [
        ("3 March 2024 Sunday", "2024-03-03 00:00:00+00:00", ""),
        ("Sunday 3 March 2024", "2024-03-03 00:00:00+00:00", ""),
        ("May 2, 2002, Thursday,, FINAL EDITION", "2002-05-02 00:00:00+00:00", ""),
        ("March 3, 2024 Sunday 6:30 AM EST", "2024-03-03 06:30:00-05:00", ""),
        ("Dienstag 7. Juli 2020", "2020-07-07 00:00:00+00:00", ""),
        ("March 2024", "None", "names no day"),
        ("February 31, 2024", "None", "none"),
    ],
)
def test_date_lines(day, published, note):
    (page,) = read(docx.READER, docx_export((replace(STORIES[0], day=day),)))
    assert str(page.published) == published
    assert note in " ".join(page.notes)
    assert page.outlet == STORIES[0].publication


def test_the_same_article_twice_is_given_twice():
    assert len(read(docx.READER, docx_export((Story(), Story())))) == 2


def test_labels_inside_a_body_stay_there():
    body = (*PROSE, "Language: English", "City: Kelby", "Notes: none were kept of the meeting.", PROSE[0])
    for reader, made in FORMS.values():
        (page,) = read(reader, made((replace(STORIES[0], body=body),)))
        assert [block.text for block in page.blocks] == list(body)


def test_words_about_exports_are_no_export():
    made = NewDocument()
    for line in ("How to read an export", "Length: how long it is", PROSE[0], "At its end stands End of Document."):
        made.add_paragraph(line)
    (page,) = docx.READER.read(saved(made), "a.docx")
    assert page.reader == "Word document"
    assert not nexis.READER.detects(b"The list was 1 of 9 DOCUMENTS that were found.\nLENGTH: 3\n", "a.txt")


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_truncated_export_is_read_as_far_as_it_goes(share):
    whole = STORIES * 5
    content = text_export(whole)
    cut = content[: int(len(content) * share)]
    pages = list(nexis.READER.read(cut, "export"))
    complete = cut.count(b"LOAD-DATE:")
    assert complete <= len(pages) <= complete + 1
    assert [page.title for page in pages[:complete]] == [story.title for story in whole[:complete]]


@pytest.mark.parametrize("piece", [b"\n", b" ", b"\t\n", b"1", b"1 of ", b"LENGTH:", b"\r\n 1,1"])
def test_a_long_head_is_judged_at_once(piece):
    start = time.perf_counter()
    nexis.READER.detects((piece * 65_536)[:65_536], "a.txt")
    assert time.perf_counter() - start < 2
