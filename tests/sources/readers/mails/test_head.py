from datetime import UTC, datetime

import pytest

from sources.readers.mails.head import archived_at, sender_of, sent_at, subject_of
from sources.readers.mails.parts import Mail


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Port shuts", "Port shuts"),
        ("Fwd: RE: AW: [EXTERNAL] Port shuts", "Port shuts"),
        ("Re[2]: Port shuts", "Port shuts"),
        ("Region: port shuts", "Region: port shuts"),
        ("Recovery is slow", "Recovery is slow"),
        ("Re:", None),
        ("", None),
    ],
)
def test_a_subject_is_a_headline_without_what_programs_put_before_it(subject, title):
    assert subject_of({"subject": subject})[0] == title


@pytest.mark.parametrize(
    ("sender", "writer", "outlet"),
    [
        ('"Reuters" <x@mail.example>', None, "Reuters"),
        ("x@e.bbc.co.uk", None, "BBC News"),
        ("Ann Lee from The Guardian <x@mail.example>", "Ann Lee", "The Guardian"),
        ("Ann Lee from Pier Letters <x@mail.example>", "Ann Lee", "Pier Letters"),
        ("News from home <x@mail.example>", None, None),
        ("Ann Lee <ann@mail.example>", None, None),
        ("", None, None),
    ],
)
def test_who_sent_it(sender, writer, outlet):
    assert sender_of({"from": sender})[:2] == (writer, outlet)


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Mon, Mar 2, 2026 at 9:30 AM", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("Monday, March 2, 2026 9:30 AM", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("Mon, 2 Mar 2026 09:30:00 +0000 (UTC)", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("Mon, 2 Mar 2026 09:30:00 -0000", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("02 March 2026 09:30", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("soon", None),
    ],
)
def test_a_forwarded_mail_says_when_it_was_sent(date, moment):
    found, _, notes = sent_at(
        Mail(head={"date": "Tue, 3 Mar 2026 10:00:00 +0000"}, texts=()), {"date": date}, known=True
    )
    assert found == moment
    assert bool(notes) == (moment is None)


def test_only_a_mail_to_many_says_when_its_article_came_out():
    head = {"date": "Tue, 3 Mar 2026 10:00:00 +0000"}
    assert sent_at(Mail(head=head, texts=()), None, known=False) == (None, "", ())
    for more, known in (({"precedence": "bulk"}, False), ({"list-unsubscribe": "<x>"}, False), ({}, True)):
        moment, where, _ = sent_at(Mail(head={**head, **more}, texts=()), None, known=known)
        assert (moment, where) == (datetime(2026, 3, 3, 10, tzinfo=UTC), "header Date")


def test_an_address_is_a_web_address():
    assert archived_at({"archived-at": " <https://harbour.example/1> "}) == "https://harbour.example/1"
    assert archived_at({"archived-at": "<mailto:x>"}) is None
    assert archived_at({}) is None


@pytest.mark.parametrize(
    ("sender", "dated"),
    [
        ("Elm Valley Online <newsletter@elm.example>", True),
        ("Elm Valley <no-reply@elm.example>", True),
        ("Ann Lee <ann@elm.example>", False),
    ],
)
def test_a_newsletter_of_an_outlet_that_is_not_listed_has_its_date(sender, dated):
    mail = Mail(head={"from": sender, "date": "Mon, 2 Mar 2026 08:00:00 +0000"}, texts=())
    moment, _, _ = sent_at(mail, None, known=False)
    assert (moment is not None) is dated


def test_a_sender_that_is_called_as_papers_are_is_the_outlet():
    assert sender_of({"from": "Oldmere Gazette <a@elm.example>"}) == (None, "Oldmere Gazette", "header From")
    assert sender_of({"from": "Elm Echo Morning Briefing <a@elm.example>"}) == (None, "Elm Echo", "header From")
