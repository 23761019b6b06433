import pytest

from sources.clean import settle
from sources.errors import NoArticle
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers import ALL_READERS
from sources.readers.rtf import READER
from tests.sources.readers.word_files import PROSE

TEXT = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Title;}}"
    r"\pard\s2 Ferry runs aground at Kelby\par\pard By Ann Lee\par "
    + PROSE[0]
    + r"\par\pard\s1 What the crew saw\par\pard "
    + PROSE[1]
    + r"{\footnote From the log.}\par "
    + PROSE[2]
    + r"\par}"
)


def read(text: str) -> Page:
    (page,) = READER.read(text.encode("latin-1"), "a.rtf")
    assert isinstance(page, Page)
    return page


def test_it_is_one_article():
    page = read(TEXT)
    assert (page.title, page.reader, page.origin) == ("Ferry runs aground at Kelby", "rich text", "a.rtf")
    assert [(cut.text, cut.rule) for cut in page.removed] == [("From the log.", "footnotes (document)")]
    kept = settle(page, outlets=load_outlets())
    assert kept.byline == "Ann Lee"
    assert kept.text.split("\n\n") == [PROSE[0], "What the crew saw", PROSE[1], PROSE[2]]
    assert [kept.text[start:end] for start, end in kept.headings] == ["What the crew saw"]


def test_content_decides_who_reads():
    assert next(each for each in ALL_READERS if each.detects(TEXT.encode(), "page.docx")) is READER
    assert not READER.detects(b"Words about {\\rtf1 in a text", "a.rtf")


@pytest.mark.parametrize("text", [r"{\rtf1}", r"{\rtf1\ansi{\pict 8950}}", r"{\rtf", r"{\rtf1 }}}}"])
def test_a_file_without_text_is_refused(text):
    with pytest.raises(NoArticle, match="no text"):
        read(text)


@pytest.mark.parametrize("share", [0.6, 0.8, 0.99])
def test_a_truncated_file_is_read_with_a_note(share):
    assert any("ends in the middle" in note for note in read(TEXT[: int(len(TEXT) * share)]).notes)
