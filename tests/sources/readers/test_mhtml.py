from email.message import EmailMessage

import pytest

from sources.errors import NoArticle
from sources.page import Page
from sources.readers import ALL_READERS
from sources.readers.mhtml import READER
from tests.sources.readers import factiva_exports

SENTENCES = (
    "The harbour council voted on Tuesday to close the café by the old ferry terminal, which surprised traders.",
    "Mayor Ann Lowe said that the closure would save money, and that there was “no choice” this year.",
    "Opponents plan to march on the town hall this weekend with four thousand signatures against the plan.",
)
MARKUP = (
    "<!DOCTYPE html><html><head><title>Port shuts</title></head><body><article><h1>Port shuts</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</article></body></html>"
)


def archive(markup: str = MARKUP, *, charset: str = "utf-8", cte: str = "quoted-printable", place: str = "") -> bytes:
    made = EmailMessage()
    made["From"] = "<Saved by a browser>"
    made["Snapshot-Content-Location"] = place or "https://harbourpost.example/news/1"
    made["Subject"] = "Port shuts"
    made.set_content(markup, subtype="html", charset=charset, cte=cte)
    made.add_related(b"\x89PNG\r\n\x1a\n" + bytes(300), "image", "png")
    return bytes(made)


@pytest.mark.parametrize(
    ("charset", "cte"), [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("windows-1252", "quoted-printable")]
)
def test_the_page_inside_is_read(charset, cte):
    content = archive(charset=charset, cte=cte)
    assert next(reader for reader in ALL_READERS if reader.detects(content[:65536], "a.txt")) is READER
    (page,) = READER.read(content, "a.mhtml")
    assert isinstance(page, Page)
    assert [block.text for block in page.blocks if block.kind == "paragraph"][-3:] == list(SENTENCES)
    assert (page.title, page.reader, page.origin) == ("Port shuts", "web archive", "a.mhtml")
    assert page.url == "https://harbourpost.example/news/1"
    assert dict(page.found)["url"] == "the archive's own address"


def test_an_address_that_is_none_is_left_out():
    (page,) = READER.read(archive(place="cid:frame-1@mhtml.blink"), "a.mhtml")
    assert page.url is None


def test_an_archive_without_a_page_is_refused():
    made = EmailMessage()
    made.set_content("words")
    made.add_related(b"pixels", "image", "png")
    with pytest.raises(NoArticle, match="without a page"):
        list(READER.read(bytes(made), "a.mhtml"))


@pytest.mark.parametrize(
    "text",
    [
        "Words about MIME-Version: 1.0\nContent-Type: multipart/related",
        "Subject: a mail\nMIME-Version: 1.0\nContent-Type: text/plain\n\nwords",
        "Port shuts\n\nThe council voted.\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n",
        MARKUP,
        "",
    ],
)
def test_other_text_is_no_archive(text):
    assert not READER.detects(text.encode(), "a.mhtml")


def test_a_long_head_is_judged_at_once():
    assert not READER.detects(b"a: b\n" * 13_000, "a")
    assert not READER.detects(b"\n" * 65_536, "a")
    assert not READER.detects(b"a" * 65_536, "a")


def test_a_saved_export_of_a_database_holds_its_articles():
    pages = list(READER.read(archive(factiva_exports.displayed().decode()), "a.mhtml"))
    assert [page.title for page in pages] == [story.title for story in factiva_exports.STORIES]
    assert {page.reader for page in pages} == {"Factiva export"}
