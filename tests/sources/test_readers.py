import pytest

from sources.readers import ALL_READERS

SAMPLES = {
    "WARC": [b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", b"filedesc://a.arc 0.0.0.0 20200101000000 text/plain 9\n"],
    "feed": [
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<rss version="2.0"><channel>',
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title><html></title>',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
    ],
    "Word document": [b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml"],
    "OpenDocument text": [b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"],
    "rich text": [b"{\\rtf1\\ansi A}", b"\xef\xbb\xbf{\\rtf1 A}"],
    "PDF": [b"%PDF-1.7\n", b"\xef\xbb\xbf%PDF-1.4\r"],
    "Parquet": [b"PAR1\x15\x04", b"PARE\x15\x04"],
    "Nexis export": [b"       1 of 9 DOCUMENTS\n\nThe Post\n\nLENGTH: 9 words\n\nA body.\n\nLOAD-DATE: May 1, 2020\n"],
    "NELA-GT": [b"SQLite format 3\x00\x10\x00", b'[{"id": "a", "published_utc": 1, "collection_utc": 2}]'],
    "Media Cloud": [
        b"stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url\n",
        b"id,indexed_date,language,media_name,media_url,publish_date,title,url\n",
    ],
    "Factiva export": [b"<html><title>Factiva</title>", b'<html><div id="a" class="article enArticle"><p>A'],
    "JSON lines": [b'{"text": "A"}', b' [ {"text": "A"} ]', b"[]", b'{\n  "articles": []}'],
    "e-mail": [
        b"From: a@b.example\r\nSubject: A\r\nMessage-ID: <1@b.example>\r\n\r\nB",
        b"From a@b.example Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nDate: x\nMIME-Version: 1.0\n\nB",
    ],
    "web archive": [b'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'],
    "CSV": [b"title,text\nA,B", b"headline;body\n", b'"Title"\t"Content"\n', b"text,title\n<p>A</p>,<html>"],
    "HTML": [b"<!DOCTYPE html><p>A", b"  <html lang=en>", b"<p>A</p>", "<html><p>A".encode("utf-16")],
    "plain text": [b"A headline\n\nA body.", b"", b"Title, text and more\n", b"[Heading]\nwords", b"a < b"],
}


def test_readers_have_names_of_their_own_and_plain_text_is_last():
    names = [reader.name for reader in ALL_READERS]
    assert len(set(names)) == len(names)
    assert set(names) == set(SAMPLES)
    assert names[-1] == "plain text"


@pytest.mark.parametrize(("name", "content"), [(name, each) for name, all_of in SAMPLES.items() for each in all_of])
def test_content_chooses_the_reader(name, content):
    assert next(reader.name for reader in ALL_READERS if reader.detects(content, "saved")) == name
