"""What the head of an e-mail tells of the article in it: headline, outlet, writer, date, address."""

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr

from sources.cleaning.mastheads import masthead
from sources.cleaning.people import is_name
from sources.errors import BadDate
from sources.outlets import load_outlets
from sources.readers.mails.parts import Mail
from sources.readers.markup.blocks import tidy
from sources.readers.tables.moments import moment_of

_BULK = frozenset("list-id list-unsubscribe list-post feedback-id x-campaign x-campaignid".split())
_EDITION = re.compile(
    r"(?:\s+(?:daily|weekly|morning|evening|weekend|breaking|top|news|newsletters?|briefing|digest|alerts?|headlines|"
    r"updates?|today))+\Z",
    re.IGNORECASE,
)
"""What a newsletter of an outlet is called after the outlet's name."""

_SENDS = re.compile(
    r"(?:no-?reply|do-?not-?reply|news\w*|alerts?|digest|briefing|updates?|editors?|editorial|newsroom|redaktion|daily|"
    r"weekly|morning|subscriptions?|mailer|mailing|bounces?)(?:[.+_-].*)?\Z",
    re.IGNORECASE,
)
"""Addresses that newsletters are sent from, and no private mail."""

_PREFIX = re.compile(
    r"(?:(?:re|aw|antw|sv|vs|odp|r|fwd?|wg|tr|rv|enc|doorst|i)(?:\[\d+\])?\s?:|\[(?:external|ext|fwd)\]:?|回复：|转发：)\s*",
    re.IGNORECASE,
)


def subject_of(head: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the subject without Re:, Fwd: and the like, and where it was found; None when it is empty."""
    text = head.get("subject", "")
    while (match := _PREFIX.match(text)) is not None:
        text = text[match.end() :]
    return tidy(text) or None, "header Subject"


def sender_of(head: Mapping[str, str]) -> tuple[str | None, str | None, str]:
    """Return the writer and the outlet that sent a mail, and where the outlet was found; None for what is not said.

    The outlet is a listed one, by its name or its address, or Y in "Ann Lee from Y".
    """
    name, address = parseaddr(head.get("from", ""))
    writer, _, paper = name.partition(" from ")
    person = writer if paper and is_name(writer) else None
    outlets = load_outlets()
    for said in (name, *re.split(r"\s+(?:from|at|via|by)\s+|\s*[|:–—]\s*|\s+-\s+", name)):
        known = outlets.by_name(said) or outlets.by_name(_EDITION.sub("", said))
        if known is not None:
            return person, known.name, "header From"
    known = outlets.by_domain(address.rpartition("@")[2]) if "@" in address else None
    if known is not None:
        return person, known.name, "the address in the header From"
    if person:
        return person, paper, "header From"
    own = masthead(_EDITION.sub("", name)) or masthead(name)
    return (None, own, "header From") if own else (None, None, "")


def sent_at(
    mail: Mail, inner: Mapping[str, str] | None, *, known: bool
) -> tuple[datetime | None, str, tuple[str, ...]]:
    """Return when the article came out: when a newsletter was sent, or what a forwarded mail's own head says.

    A private mail says nothing of it.
    """
    sender = parseaddr(mail.head.get("from", ""))[1].partition("@")[0]
    bulk = (
        known
        or _SENDS.match(sender) is not None
        or not _BULK.isdisjoint(mail.head)
        or mail.head.get("precedence", "").lower() in {"bulk", "list"}
    )
    stamp = inner.get("date", "") if inner is not None else mail.head.get("date", "") if bulk else ""
    if not stamp:
        return None, "", ()
    plain = re.sub(r"\A[^\W\d_]+,?\s+(?=\w+ \d{1,2}, \d{4})|\s+at\s+|\s*\([A-Z]{2,5}\)\Z", " ", stamp).strip()
    try:
        moment, zone = moment_of(plain)
    except BadDate as error:
        return None, "", (f"the header Date holds {stamp[:60]!r}, which {error}",)
    return moment, f"header Date{'' if zone else '; no time zone given, read as UTC'}", ()


def archived_at(head: Mapping[str, str]) -> str | None:
    """Return the address at which a list keeps the mail; None when the head names none."""
    address = head.get("archived-at", "").strip(" <>")
    return address if re.fullmatch(r"https?://\S+", address) else None
