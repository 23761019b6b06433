import pytest

from sources.page import Block
from sources.readers.mails.cuts import FORWARDER, LINKS, QUOTED, SIGNATURE, sort_out, without_addresses

PROSE = (
    "The harbour council voted on Tuesday to close the old ferry terminal, which surprised traders who had rebuilt "
    "their stalls along the quay only two winters ago and had hoped for more."
)


def blocks(*texts: str) -> list[Block]:
    return [Block(text=text, kind="line") for text in texts]


def rules(*texts: str) -> list[str | None]:
    found = sort_out(blocks(*texts))
    return [found.cut.get(number) for number in range(len(texts))]


@pytest.mark.parametrize(
    "text",
    [
        "Unsubscribe",
        "View this email in your browser",
        "View in browser",
        "Read online",
        "You are receiving this because you signed up at our website.",
        "This email was sent to ann@reader.example",
        "Manage your email preferences | Privacy policy",
        "Was this forwarded to you? Sign up here.",
        "Harbour Post Media, 12 Quay Street, Port Skerrin PS1 20443",
        "PO Box 1234, Port Skerrin",
    ],
)
def test_a_newsletter_s_links_and_place_are_cut(text):
    assert rules(PROSE, text) == [None, LINKS]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that readers would view the plan in a different light.",
        "A man of 25 was found at 12 Quay Street on Sunday.",
        "Police were called to the house, officers said, at a quarter past nine in the evening.",
        "She had read it online before she went to the office to ask what was meant by it.",
    ],
)
def test_a_sentence_is_kept(text):
    assert rules(PROSE, text, PROSE) == [None, None, None]


def test_a_forwarded_mail_begins_below_its_head():
    found = sort_out(
        blocks("FYI", "---- Forwarded message ----", "From: A <a@b.example>", "Subject: B", "To: c", PROSE)
    )
    assert [found.cut.get(number) for number in range(6)] == [FORWARDER] * 5 + [None]
    assert found.inner == {"from": "A <a@b.example>", "subject": "B", "to": "c"}


def test_the_innermost_of_two_forwarded_mails_counts():
    head = ("Begin forwarded message:", "From: {}", "Date: x", "Subject: {}")
    outer, inner = ([line.format(name, name) for line in head] for name in ("outer", "inner"))
    found = sort_out(blocks(*outer, "See this.", *inner, PROSE))
    assert found.inner is not None
    assert found.inner["from"] == "inner"


def test_a_colon_makes_no_head():
    assert sort_out(blocks("From: the harbour", PROSE, "To: the pier", PROSE)).inner is None


def test_what_is_answered_is_cut_only_below_words_of_one_s_own():
    assert rules(PROSE, "On Mon, 2 Mar 2026 Ann wrote:", "> An older mail.") == [None, QUOTED, QUOTED]
    assert rules("Look:", "On Mon, 2 Mar 2026 Ann wrote:", f"> {PROSE}") == [None, QUOTED, None]
    assert rules(PROSE, "-----Original Message-----", "From: Ann", "Older words.") == [None, QUOTED, QUOTED, QUOTED]


def test_a_signature_ends_a_mail_and_a_dash_in_a_text_does_not():
    assert rules(PROSE, "--", "Ann", "Tel. 1") == [None, SIGNATURE, SIGNATURE, SIGNATURE]
    assert rules("--", PROSE, PROSE, PROSE, PROSE) == [None] * 5
    assert rules(PROSE, "Sent from my iPhone") == [None, SIGNATURE]


def test_addresses_in_angle_brackets_are_taken_out():
    held, taken = without_addresses(blocks(f"{PROSE} <https://a.example/1> More.", "https://a.example/2", "a < b"))
    assert [block.text for block in held] == [f"{PROSE} More.", "", "a < b"]
    assert taken == {0: "<https://a.example/1>", 1: "https://a.example/2"}


def test_nothing_is_nothing():
    assert sort_out([]).cut == {}
