from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.message import MIMEMessage
from email.mime.text import MIMEText

import pytest

from sources.clean import settle
from sources.outlets import load_outlets
from sources.page import Page, Refused
from sources.readers import ALL_READERS
from sources.readers.mail import HIDDEN, READER
from sources.readers.mails.cuts import FORWARDER, LINKS, QUOTED, SIGNATURE
from tests.sources.readers.mail_files import BODY, FORWARDED, LAYOUT, PLAIN, attached, mail, named


def pages(content: bytes) -> list[Page]:
    found = list(READER.read(content, "a.eml"))
    assert all(isinstance(each, Page) for each in found)
    return [each for each in found if isinstance(each, Page)]


def page(content: bytes | EmailMessage) -> Page:
    (found,) = pages(content if isinstance(content, bytes) else bytes(content))
    return found


def texts(found: Page) -> list[str]:
    return [block.text for block in found.blocks]


def cuts(found: Page) -> list[tuple[str, str]]:
    return [(cut.rule, cut.text) for cut in found.removed]


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_plain_mail_is_read_however_it_is_sent(cte, charset):
    made = mail(None)
    made.set_content(PLAIN, charset=charset, cte=cte)
    found = page(made)
    assert texts(found) == list(BODY)
    assert (found.title, found.reader, found.outlet, found.published) == (
        "Port shuts after close vote",
        "e-mail",
        None,
        None,
    )
    assert found.found == (("title", "header Subject"),)


def test_an_encoding_that_lies_is_seen_through():
    content = bytes(mail("The café and the “quay” by the harbour were closed on Tuesday.\n" * 4))
    assert b"utf-8" in content
    lying = content.replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    assert "café and the “quay”" in texts(page(lying))[0]
    broken = content.replace(b'charset="utf-8"', b'charset="x-none"')
    assert "café and the “quay”" in texts(page(broken))[0]


def test_a_newsletter_tells_outlet_date_and_title():
    found = page(
        mail(PLAIN, LAYOUT, sender="Reuters <briefing@reuters.example>", subject="Re: [EXTERNAL] Fwd: Port shuts")
    )
    assert (found.title, found.outlet) == ("Port shuts", "Reuters")
    assert found.published is not None
    assert found.published.isoformat() == "2026-03-03T10:15:00+01:00"
    assert dict(found.found) == {
        "title": "header Subject",
        "outlet": "header From",
        "published": "header Date",
    }


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("The Guardian <x@mail.example>", "The Guardian"),
        ("Jo Bloggs from The Economist <x@mail.example>", "The Economist"),
        ("Morning briefing <alerts@e.theguardian.com>", "The Guardian"),
        ("=?utf-8?q?Le_Monde?= <x@mail.example>", "Le Monde"),
        ("Reuters Daily Briefing <x@mail.example>", "Reuters"),
        ("Reuters fans <x@mail.example>", None),
        ("Greetings from home <x@mail.example>", None),
        ("Ann Lee <ann@reader.example>", None),
        ("", None),
        ("<<<>>>@", None),
    ],
)
def test_the_outlet_is_a_listed_one_or_none(sender, outlet):
    content = bytes(mail()).replace(b"From: Ann Reader <ann@reader.example>", b"From: " + sender.encode())
    assert page(content).outlet == outlet


def test_a_writer_who_writes_from_a_newsletter_is_its_byline():
    found = page(mail(sender="Ruth Alder from Harbour Notes <ruth@notes.example>"))
    assert (found.byline, found.outlet) == ("Ruth Alder", "Harbour Notes")
    assert {field: where for field, where in found.found if field != "title"} == {
        "byline": "header From",
        "outlet": "header From",
        "published": "header Date",
    }


def test_the_date_of_a_private_mail_is_none_of_an_article_and_that_of_a_list_is():
    assert page(mail()).published is None
    listed = page(mail(List_Id="<news.harbour.example>"))
    assert dict(listed.found)["published"] == "header Date"
    sent = b"Tue, 03 Mar 2026 10:15:00 +0100"
    bad = page(bytes(mail(List_Id="<news.harbour.example>")).replace(sent, b"soon"))
    assert bad.published is None
    assert "the header Date holds 'soon'" in bad.notes[0]


def test_the_tables_of_a_newsletter_are_layout_and_its_links_and_hidden_words_are_cut():
    found = page(mail(None, LAYOUT, List_Id="<news.harbour.example>"))
    article = settle(found, outlets=load_outlets())
    assert article.text.split("\n\n") == list(BODY)
    assert article.title == "Port shuts after close vote"
    assert HIDDEN in {rule for rule, _ in cuts(found)}
    removed = " ".join(each.text for each in article.removed)
    for words in ("View in browser", "Unsubscribe", "12 Quay Street", "What you need to know"):
        assert words in removed


def test_html_is_preferred_unless_it_is_empty():
    assert page(mail("Short words", LAYOUT)).title == "Port shuts after close vote"
    assert len(texts(page(mail("Short words", LAYOUT)))) >= 3
    assert texts(page(mail(PLAIN, "<p>Your program shows no HTML</p>"))) == list(BODY)


@pytest.mark.parametrize("program", FORWARDED)
@pytest.mark.parametrize("markup", [False, True])
def test_a_forwarded_mail_tells_of_itself(program, markup):
    head = FORWARDED[program]
    if markup:
        lines = "<br>".join(head.replace("<", "&lt;").replace(">", "&gt;").split("\n"))
        made = mail("x", f"<div>{lines}</div>" + "".join(f"<p>{text}</p>" for text in BODY), subject="Fwd: look")
    else:
        made = mail(head + PLAIN, subject="Fwd: look")
    found = page(made)
    assert texts(found) == list(BODY)
    assert (found.title, found.outlet) == ("Pier to close", "Reuters")
    if program != "German":
        assert found.published is not None
        assert found.published.date().isoformat() == "2026-03-02"
        assert dict(found.found)["published"].startswith("forwarded header Date")
    assert dict(found.found)["title"] == "forwarded header Subject"
    assert {rule for rule, _ in cuts(found)} == {FORWARDER}


def test_what_a_mail_answers_is_cut():
    answer = "\n".join(f"> {line}" for line in ("An older article about the pier.", "It was long."))
    found = page(mail(f"{PLAIN}\n\nOn Mon, 2 Mar 2026 at 09:30, Bo Ek <bo@reader.example>\nwrote:\n\n{answer}\n"))
    assert texts(found) == list(BODY)
    assert {rule for rule, _ in cuts(found)} == {QUOTED}
    assert found.removed[0].before == len(BODY)


def test_a_mail_that_only_quotes_is_what_it_quotes():
    quoted = "\n>\n".join(f"> {text}" for text in BODY)
    found = page(mail(f"See this:\n\nOn Mon, 2 Mar 2026 at 09:30, Bo Ek <bo@reader.example> wrote:\n{quoted}\n"))
    assert texts(found)[-3:] == list(BODY)


def test_signatures_are_cut():
    found = page(mail(f"{PLAIN}\n\n-- \nAnn Reader\nHead of reading\nTel. 555 0100\n"))
    assert texts(found) == list(BODY)
    assert cuts(found) == [(SIGNATURE, text) for text in ("--", "Ann Reader", "Head of reading", "Tel. 555 0100")]
    assert cuts(page(mail(f"{PLAIN}\n\nSent from my iPhone\n"))) == [(SIGNATURE, "Sent from my iPhone")]


def test_addresses_for_links_in_a_plain_form_are_cut():
    found = page(
        mail(f"[image: Harbour Post]\n\n{BODY[0]} <https://t.example/1?x=y>\n\nhttps://t.example/2\n\n{BODY[1]}\n")
    )
    assert texts(found) == [BODY[0], BODY[1]]
    assert cuts(found) == [
        (LINKS, "image: Harbour Post"),
        (LINKS, "<https://t.example/1?x=y>"),
        (LINKS, "https://t.example/2"),
    ]


def test_flowed_text_has_its_paragraphs_on_one_line():
    made = mail(None)
    words = "The harbour council voted on Tuesday to \nclose the old ferry terminal, which \nsurprised traders.\n"
    words += "\n From here.\n-- \nAnn\n"
    made.set_content(words, cte="8bit")
    made.set_param("format", "flowed")
    assert texts(page(made))[:2] == [
        "The harbour council voted on Tuesday to close the old ferry terminal, which surprised traders.",
        "From here.",
    ]


def test_an_address_in_the_archive_is_the_article_s():
    found = page(mail(Archived_At="<https://harbourpost.example/1>"))
    assert found.url == "https://harbourpost.example/1"
    assert dict(found.found)["url"] == "header Archived-At"


def test_an_attached_article_is_read_in_place_of_the_lines_that_cover_it():
    content = attached(
        "See attached.",
        MIMEMessage(mail(sender="Reuters <x@reuters.example>")),
        named(
            MIMEText(
                f"<html><body><article><h1>Quay to open</h1><p>{BODY[0]}</p><p>{BODY[1]}</p></article></body></html>",
                "html",
            ),
            "quay.html",
        ),
        named(MIMEText(PLAIN, "plain", "utf-8"), "port.txt"),
    )
    first, second, third = pages(content)
    assert (first.title, first.outlet, first.origin) == (
        "Port shuts after close vote",
        "Reuters",
        "a.eml: message/rfc822",
    )
    assert (second.title, second.origin) == ("Quay to open", "a.eml: quay.html")
    assert (texts(third), third.origin) == (list(BODY), "a.eml: port.txt")


def test_an_attachment_that_is_not_read_is_told():
    content = attached(PLAIN, named(MIMEApplication(b"%PDF-1.4"), "report.pdf"))
    assert page(content).notes == ("an attachment was not read: report.pdf; save it and add it by itself",)


def test_a_mailbox_holds_many_messages():
    box = b""
    for number, words in enumerate((PLAIN, "", f"{PLAIN}\n\n>From the pier it went on.\n")):
        box += b"From ann@reader.example Tue Mar  3 10:0%d:00 2026\n" % number + bytes(mail(words)) + b"\n"
    found = list(READER.read(box, "box.mbox"))
    assert [type(each) for each in found] == [Page, Refused, Page]
    assert [each.origin for each in found] == [f"box.mbox: message {number}" for number in (1, 2, 3)]
    assert isinstance(found[2], Page)
    assert texts(found[2])[-1] == "From the pier it went on."


def test_only_a_mail_is_one():
    content = bytes(mail())
    assert next(reader for reader in ALL_READERS if reader.detects(content[:65536], "a.txt")) is READER
    assert READER.detects(b"Received: by x\r\n\tfrom y\r\nFrom: a@b.example\r\nTo: b\r\n\r\nwords", "a")


@pytest.mark.parametrize(
    "text",
    [
        "From: Reuters\nDate: 3 March 2026\nSubject: Port shuts\n\nThe council voted.",
        "From Reuters, 10:15\n\nThe council voted.",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nFrom: a\r\n\r\n<html>",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: A\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n',
        'From: "Saved by Internet Explorer 11"\r\nSubject: A\r\nMIME-Version: 1.0\r\n'
        "Content-Type: multipart/related\r\n\r\n",
        "title: A\nauthor: B\n\nwords",
        " From: a\nMIME-Version: 1.0\nSubject: x\n\n",
        "",
    ],
)
def test_other_text_is_no_mail(text):
    assert not READER.detects(text.encode(), "a.eml")


def test_a_newsletter_with_its_pictures_is_no_web_archive():
    made = mail(None, LAYOUT)
    made.add_related(b"\x89PNG\r\n\x1a\n" + bytes(300), "image", "png")
    assert made.get_content_type() == "multipart/related"
    assert next(reader for reader in ALL_READERS if reader.detects(bytes(made)[:65536], "a.eml")) is READER
