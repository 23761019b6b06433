import pytest

from sources.errors import NoArticle, TooLarge
from sources.readers.mails.parts import decoded, mail_of, messages_in, text_of


def of(*lines: str) -> bytes:
    return "\r\n".join(("From: a@b.example", "Message-ID: <1>", "MIME-Version: 1.0", *lines)).encode()


def texts(content: bytes) -> list[tuple[bool, str]]:
    return [(text.markup, text.words) for text in mail_of(content).texts]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Port shuts", "Port shuts"),
        ("=?utf-8?q?Caf=C3=A9_shuts?=", "Café shuts"),
        ("=?utf-8?b?Q2Fmw6k=?=\n =?utf-8?q?_shuts?=", "Café shuts"),
        ("=?windows-1252?q?=93Quay=94?= opens", "“Quay” opens"),
        ("Caf\udcc3\udca9 shuts", "Café shuts"),
        ("Caf\udce9 shuts", "Café shuts"),
        ("Café shuts", "Café shuts"),
        ("=?none?q?x?=", "=?none?q?x?="),
        ("=?utf-8?b?not base64?=", "=?utf-8?b?not base64?="),
        ("a\x00b\r\n c", "ab c"),
        ("", ""),
    ],
)
def test_a_line_of_a_head_is_decoded(raw, words):
    assert decoded(raw) == words


def test_the_first_line_of_a_name_counts():
    assert mail_of(of("Subject: A", "Subject: B", "", "words")).head["subject"] == "A"


def test_of_several_forms_the_best_is_read():
    alternative = of(
        'Content-Type: multipart/alternative; boundary="b"',
        *("", "--b", "Content-Type: text/plain", "", "plain words"),
        *("--b", "Content-Type: text/html", "", "<p>rich words</p>", "--b--"),
    )
    assert texts(alternative) == [(True, "<p>rich words</p>")]
    mixed = alternative.replace(b"multipart/alternative", b"multipart/mixed")
    assert texts(mixed) == [(False, "plain words"), (True, "<p>rich words</p>")]


def test_what_is_attached_is_no_text():
    content = of(
        'Content-Type: multipart/mixed; boundary="b"',
        *("", "--b", "", "words"),
        *(
            "--b",
            'Content-Type: text/plain; name="=?utf-8?q?caf=C3=A9.txt?="',
            "Content-Disposition: attachment",
            "",
            "more",
        ),
        *("--b", "Content-Type: message/rfc822", "", "Subject: inner", "", "inner words", "--b--"),
    )
    mail = mail_of(content)
    assert [text.words for text in mail.texts] == ["words"]
    assert [(each.name, each.kind) for each in mail.attached] == [("café.txt", "text/plain"), ("", "message/rfc822")]
    assert mail.attached[0].content.strip() == b"more"
    assert b"inner words" in mail.attached[1].content


@pytest.mark.parametrize(
    ("charset", "raw", "words"),
    [
        ("utf-8", "café".encode(), "café"),
        ("iso-8859-1", "“café”".encode("cp1252"), "“café”"),
        ("iso-8859-1", "“café”".encode(), "“café”"),
        ("iso-2022-jp", "日本".encode("iso-2022-jp"), "日本"),
        ("none", "café".encode(), "café"),
        (None, b"plain", "plain"),
    ],
)
def test_an_encoding_is_believed_where_it_fits(charset, raw, words):
    text = text_of(raw, charset=charset, markup=False)
    assert text is not None
    assert text.words == words


@pytest.mark.parametrize("raw", [b"", b" \r\n", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_no_text_is_none(raw):
    assert text_of(raw, charset=None, markup=False) is None


def test_flowed_text_keeps_its_quotes_apart():
    content = of(
        "Content-Type: text/plain; format=flowed; delsp=yes",
        *("", "> one ", "> two", "three ", "four", " >five", "-- ", "Ann"),
    )
    assert texts(content) == [(False, "> onetwo\nthreefour\n>five\n-- \nAnn")]


def test_a_mailbox_is_parted_where_a_message_begins():
    box = (
        b"From a Tue Mar  3 10:00:00 2026\nA: 1\n\nFrom here on.\n>From a\n\nFrom b Tue Mar  3 10:01:00 2026\nB: 2\n\nx"
    )
    assert messages_in(box) == [b"A: 1\n\nFrom here on.\nFrom a\n\n", b"B: 2\n\nx"]
    assert messages_in(b"A: 1\n\nx") == [b"A: 1\n\nx"]
    assert messages_in(b"From a 10:00\nA 1\n\nx") == [b"A 1\n\nx"]


def test_what_is_no_text_or_too_deep_is_refused():
    with pytest.raises(NoArticle, match="holds no text"):
        mail_of(of("Content-Type: image/png", "", "x"))
    with pytest.raises(TooLarge, match="parts of parts"):
        mail_of(of(*["Content-Type: multipart/mixed"] * 300, "", "x"))
