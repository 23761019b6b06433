"""Every form, damaged at random: what is left is read, or refused in one line that says what to do."""

import bz2
import gzip
import io
import json
import lzma
import random
import zipfile
from email.message import EmailMessage

import pytest

from sources.adding.inputs import held
from sources.adding.reading import read_input
from sources.page import Refused

TEXT = "The council voted on Tuesday to close the pier. “We have no choice,” said Ann Lowe, who leads it. " * 6
TIMES = 25


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@a.example", "Pier", "Sun, 01 Mar 2026 09:30:00 +0000"
    mail.set_content(TEXT)
    return mail.as_bytes()


def _word() -> bytes:
    from docx import Document

    made, document = io.BytesIO(), Document()
    document.add_paragraph(TEXT)
    document.save(made)
    return made.getvalue()


def _crawled(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


HTML = f"<!doctype html><html><body><article><h1>Pier</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>".encode()
CSV = f'title,text,url\nA,"{TEXT}",https://a.example/1\nB,"{TEXT}",\n'.encode()
FORMS = {
    "a.txt": lambda: TEXT.encode(),
    "a.html": lambda: HTML,
    "a.csv": lambda: CSV,
    "a.jsonl": lambda: "".join(json.dumps({"title": f"T{n}", "text": TEXT}) + "\n" for n in range(4)).encode(),
    "a.eml": _mail,
    "a.docx": _word,
    "a.rtf": lambda: b"{\\rtf1\\ansi " + TEXT.encode("ascii", "ignore") + b"\\par}",
    "a.warc": lambda: _crawled(HTML),
    "a.warc.gz": lambda: gzip.compress(_crawled(HTML)),
    "a.xml": lambda: (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>A</title>'
        f"<link>https://a.example/1</link><description>{TEXT}</description></item></channel></rss>"
    ).encode(),
    "a.html.gz": lambda: gzip.compress(HTML),
    "a.csv.bz2": lambda: bz2.compress(CSV),
    "a.html.xz": lambda: lzma.compress(HTML),
    "a.zip": lambda: _zipped({"a.html": HTML, "b.csv": CSV, "c.docx": _word()}),
}


def damaged(content: bytes, dice: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(dice.choice([1, 1, 3, 10, 50])):
        at = dice.randrange(len(made)) if made else 0
        how = dice.random()
        if how < 0.5 and made:
            made[at] = dice.randrange(256)
        elif how < 0.65:
            del made[at : at + dice.randrange(1, 40)]
        elif how < 0.8:
            made[at:at] = dice.randbytes(dice.randrange(1, 20))
        elif how < 0.9:
            del made[at:]
        else:
            made[at:at] = made[max(0, at - 50) : at]
    return bytes(made)


@pytest.mark.parametrize("name", FORMS)
def test_the_whole_is_read(name):
    reads = list(read_input(held(FORMS[name](), origin=name)))
    assert reads
    assert not any(isinstance(each, Refused) for each in reads)


@pytest.mark.parametrize("name", FORMS)
def test_what_is_damaged_is_read_or_refused_in_one_line(name):
    content, dice = FORMS[name](), random.Random(name)
    for _ in range(TIMES):
        reads = list(read_input(held(damaged(content, dice), origin=name)))
        assert reads
        for each in reads:
            if isinstance(each, Refused):
                line = str(each.error)
                assert "\n" not in line
                assert ";" in line
                assert "cannot be read as an article" not in line  # the answer to an exception nobody foresaw
