"""Damaged and hostile e-mails: each is read, or refused in one line and in time."""

import time
from collections.abc import Iterator
from email.mime.message import MIMEMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import InputError, NoArticle, TooLarge
from sources.page import Page
from sources.readers.mail import READER
from tests.sources.readers.mail_files import FORWARDED, LAYOUT, PLAIN, attached, mail


def nested(depth: int) -> Iterator[bytes]:
    yield b"From: a@b.example\nMessage-ID: <1>\nSubject: x\nMIME-Version: 1.0\n"
    for number in range(depth):
        yield b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
    yield b"Content-Type: text/plain\n\nwords\n"


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"".join(nested(10_000)), TooLarge, "parts of parts"),
        (b"".join(nested(150)), NoArticle, "holds no text"),
        (b"From: a\nMessage-ID: b\nSubject: " + b"a" * 10_000_000 + b"\n\nwords", TooLarge, "head of more than 1 MB"),
        (
            b"From: a\nMessage-ID: b\nSubject: x\n" + b"X-A: b\n" * 1_500_000 + b"\nw",
            TooLarge,
            "head of more than 1 MB",
        ),
        (b"From: a\nMessage-ID: b\nSubject: x\n\n", NoArticle, "holds no text"),
        (
            b"From: a\nMessage-ID: b\nSubject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA",
            NoArticle,
            "holds no text",
        ),
        (b"From: a\nMessage-ID: b\nTo: x\nContent-Type: application/pkcs7-mime\n\nAAAA", NoArticle, "is encrypted"),
    ],
)
def test_a_hostile_mail_is_refused_in_a_line_and_in_time(content, error, words):
    start = time.monotonic()
    with pytest.raises(error, match=words) as caught:
        list(READER.read(content, "a.eml"))
    assert "\n" not in str(caught.value)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "broken",
    [
        b'Content-Type: multipart/mixed; boundary="b"\n\n--c\nContent-Type: text/plain\n\nwords\n',
        b"Content-Type: multipart/mixed\n\nno boundary at all, only words that go on for a while\n",
        b'Content-Type: text/plain; charset="=?x?"\n\nwords of a mail that is broken in its head\n',
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n!!!! not base64 at all !!!!\n",
        b"Subject: =?utf-8?b?////?= =?none?q?x?=\n\nwords of a mail that is broken in its head\n",
        b"Date: Tue, 99 Foo 20260 99:99:99 +9999\nList-Id: x\n\nwords of a mail that is broken in its head\n",
        b"Content-Disposition: =?;;; filename*0*=x''%%%\n\nwords of a mail that is broken in its head\n",
    ],
)
def test_a_broken_mail_is_read_or_refused_in_a_line(broken):
    content = b"From: a@b.example\nMessage-ID: <1>\nTo: x\n" + broken
    try:
        list(READER.read(content, "a.eml"))
    except InputError as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_breaks_the_reader(data):
    whole = (bytes(mail(PLAIN, LAYOUT)), bytes(mail(FORWARDED["Gmail"] + PLAIN)), attached("x", MIMEMessage(mail())))
    content = data.draw(st.sampled_from(whole))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.sampled_from([0, 1, 9, 80]))
        pieces = st.sampled_from(
            [b"", b"\n\n", b"--", b"=?", b"?=", b"boundary=", b"multipart/", b'"', b"From ", b"> "]
        )
        content = content[:start] + data.draw(pieces | st.binary(max_size=8)) + content[end:]
    try:
        found = list(READER.read(content, "a.eml"))
    except InputError as error:
        found = []
        message = str(error)
    else:
        message = ""
    assert "\n" not in message
    for each in found:
        if isinstance(each, Page):
            assert all(block.text and "\n" not in block.text for block in each.blocks)
            assert all(cut.before is None or cut.before <= len(each.blocks) for cut in each.removed)
