from dataclasses import replace

import pytest

from sources.clean import settle
from sources.errors import InputError, NoArticle
from sources.outlets import load_outlets
from sources.page import Page, Reader, Refused
from sources.readers import ALL_READERS, factiva, rtf
from sources.readers.office.document import Document, Paragraph
from tests.sources.readers import factiva_exports as made
from tests.sources.readers.factiva_exports import STORIES, Story
from tests.sources.readers.word_files import PROSE

FORMS = {
    "displayed": (factiva.READER, made.displayed),
    "coded": (factiva.READER, made.coded),
    "rich text": (rtf.READER, made.rtf),
    "coded rich text": (rtf.READER, lambda stories: made.rtf(stories, codes=True)),
}


def read(reader: Reader, content: bytes) -> list[Page | Refused]:
    assert next(each for each in ALL_READERS if each.detects(content[:65_536], "saved")) is reader
    return list(reader.read(content, "export"))


@pytest.mark.parametrize("form", FORMS)
def test_every_article_of_an_export_is_read(form):
    reader, export = FORMS[form]
    first, second = read(reader, export(STORIES))
    assert (first.reader, first.origin, second.origin) == ("Factiva export", "export, document 1", "export, document 2")
    assert [page.title for page in (first, second)] == [story.title for story in STORIES]
    assert [[block.text for block in page.blocks] for page in (first, second)] == [list(each.body) for each in STORIES]
    assert (first.outlet, second.outlet) == ("Harbour Gazette", "The Times")
    assert str(first.published) == "2024-03-03 00:00:00+00:00"
    assert "the day only" in dict(first.found)["published"]
    assert str(second.published) == "2024-03-04 23:04:00+00:00"
    assert (first.byline, second.byline) == ("Ann Lee", None)
    assert first.settled
    assert first.notes == second.notes == ()
    if form != "coded rich text":
        assert (first.section, second.section) == ("News", None)


@pytest.mark.parametrize("form", FORMS)
def test_fields_are_cut_by_name_and_keep_their_place(form):
    reader, export = FORMS[form]
    page, _ = read(reader, export(STORIES))
    texts = [cut.text for cut in page.removed]
    for text in ("60 words", "HARGAZ", "English", STORIES[0].owner, f"Document {STORIES[0].number}"):
        assert text in texts
    assert {cut.rule for cut in page.removed} <= {"database fields (Factiva)", "captions (database)"}
    places = [cut.before for cut in page.removed]
    assert places == sorted(places)
    assert set(places) == {0, 3}


@pytest.mark.parametrize("form", FORMS)
def test_settled_the_articles_are_whole(form):
    reader, export = FORMS[form]
    for story, page in zip(STORIES, read(reader, export(STORIES)), strict=True):
        kept = settle(page, outlets=load_outlets())
        assert (kept.title, kept.text.split("\n\n")) == (story.title, list(story.body))


def test_captions_of_the_database_stand_apart():
    page, _ = read(factiva.READER, made.coded(STORIES))
    assert [cut.text for cut in page.removed if cut.rule == "captions (database)"] == [
        "Photo: the pier in fog. (Jo Park)"
    ]


@pytest.mark.parametrize("form", FORMS)
def test_an_article_without_text_is_refused_and_the_others_are_read(form):
    reader, export = FORMS[form]
    empty = replace(STORIES[0], body=("", ""))
    first, second = read(reader, export((empty, STORIES[1])))
    assert isinstance(first, Refused)
    assert isinstance(first.error, NoArticle)
    assert second.title == STORIES[1].title


def test_an_article_that_was_cut_short_has_a_note():
    (page,) = read(factiva.READER, made.displayed((replace(STORIES[0], words="1.204 Wörter"),)))
    assert "the export says 1,204 words" in page.notes[0]


@pytest.mark.parametrize(
    ("day", "words", "language"),
    [("9 Januar 1993", "877 Wörter", "Englisch"), ("9 janvier 1993", "877 mots", "Anglais")],
)
def test_the_page_may_speak_other_languages(day, words, language):
    story = Story(day=day, words=words, language=language)
    (page,) = read(factiva.READER, made.displayed((story,)))
    assert str(page.published) == "1993-01-09 00:00:00+00:00"
    assert (page.title, page.outlet, page.byline) == (story.title, story.source, "Ann Lee")


def test_markup_in_a_headline_is_text():
    (page,) = read(factiva.READER, made.displayed((Story(title="<script>alert(1)</script> at sea"),)))
    assert page.title == "<script>alert(1)</script> at sea"


def test_a_page_of_factiva_without_articles_is_refused():
    content = b"<html><title>Factiva</title><body><p>Your session has ended.</p></body></html>"
    with pytest.raises(NoArticle, match="article format"):
        list(factiva.READER.read(content, "a.html"))


def test_a_page_that_speaks_of_factiva_is_none():
    assert not factiva.READER.detects(b"<html><title>How we use Factiva in class</title><p>A", "a.html")
    said = Document(paragraphs=(Paragraph(text="Each ends in a number, such as Document HARGAZ0020240303ek3300012."),))
    assert not factiva.knows(said)


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_truncated_export_is_read_or_refused(share):
    for reader, export in FORMS.values():
        content = export(STORIES * 3)
        cut = content[: int(len(content) * share)]
        try:
            pages = list(reader.read(cut, "export"))
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
            continue
        assert pages
        assert all(isinstance(each, Page | Refused) for each in pages)


def test_nesting_ten_thousand_deep_does_no_harm():
    content = b"<html><title>Factiva</title>" + b'<div class="article enArticle">' * 10_000 + PROSE[0].encode()
    (page,) = factiva.READER.read(content, "a.html")
    assert isinstance(page, Refused)
