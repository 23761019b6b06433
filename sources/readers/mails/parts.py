"""E-mails taken apart: heads decoded, the part that a person reads chosen, what is attached told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32

from sources.adding.decode import decode
from sources.errors import InputError, NoArticle, NotText, TooLarge
from sources.readers.markup.blocks import tidy

LONGEST_HEAD = 1_000_000
"""Bytes of one message's head."""

LONGEST_LINE = 5_000
"""Characters of one line of a head that are looked at."""

DEEPEST = 30
"""How deep parts may lie in parts."""

_PARTS = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 200
"""Parts of parts in one message: a thread that was forwarded many times has a dozen."""

_NEW_MESSAGE = re.compile(rb"(?:\A|\n\r?\n)(?=From [^\r\n]{3,200}\d\d:\d\d[^\r\n]{0,40}\r?\n[!-9;-~]+:)")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_ADVICE = "save the article's text as .txt, and add that"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in a mail."""

    words: str
    """As sent, line breaks and all; flowed lines joined."""

    markup: bool
    """Whether it is HTML."""

    note: str | None = None
    """What was guessed about its encoding; None when nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file in a mail."""

    name: str
    """Its name, on one line; "" when it has none."""

    kind: str
    """Media type, lower case."""

    content: bytes
    """Its bytes; for a mail in a mail that mail."""

    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One message."""

    head: dict[str, str]
    """Name in lower case -> the first line of that name, decoded, on one line."""

    texts: tuple[Text, ...]
    """What a person reads, in order: of several forms of the same text the best."""

    attached: tuple[Attached, ...] = ()


def messages_in(content: bytes) -> list[bytes]:
    """Return the messages of a mailbox (mbox), or the one message that the content is."""
    if not content.startswith(b"From "):
        return [content]
    starts = [found.end() for found in _NEW_MESSAGE.finditer(content)] or [0]
    ends = [*starts[1:], len(content)]
    parts = (content[start:end] for start, end in zip(starts, ends, strict=True))
    return [_ESCAPED.sub(rb"\1", part.partition(b"\n")[2]) for part in parts]


def mail_of(content: bytes) -> Mail:
    """Return a message taken apart.

    Raises NotText when it is broken, TooLarge when its head is longer or its parts lie deeper than a mail's, and
    NoArticle when it is encrypted or holds no text.
    """
    end = re.search(rb"\r?\n\r?\n", content[: LONGEST_HEAD + 4])
    if end is None and len(content) > LONGEST_HEAD:
        raise TooLarge(f"is an e-mail with a head of more than {LONGEST_HEAD / 1e6:.0f} MB; {_ADVICE}")
    if len(_PARTS.findall(content)) > _MOST_PARTS:
        raise TooLarge(f"is an e-mail with more than {_MOST_PARTS} parts of parts; {_ADVICE}")
    try:
        message = message_from_bytes(content, policy=compat32)
        mail = Mail(head=_head(message), texts=tuple(_texts(message, 0)), attached=tuple(_attached(message, depth=0)))
    except InputError:
        raise
    except RecursionError as error:
        raise TooLarge(f"is an e-mail whose parts are nested too deeply; {_ADVICE}") from error
    except Exception as error:  # the library meets a broken message with errors of many kinds
        said = " ".join(str(error).split())[:120] or type(error).__name__
        raise NotText(f"is an e-mail that is broken ({said}); {_ADVICE}") from error
    if not mail.texts and not mail.attached:
        secret = message.get_content_type() in {
            "multipart/encrypted",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
        }
        why = "is encrypted; open it in your mail program and" if secret else "holds no text;"
        raise NoArticle(f"is an e-mail that {why} {_ADVICE}")
    return mail


def _head(message: Message) -> dict[str, str]:
    result: dict[str, str] = {}
    for name, value in message.raw_items():
        result.setdefault(str(name).lower(), decoded(str(value)))
    return result


def decoded(value: str) -> str:
    """Return a line of a head as people read it: RFC 2047 words decoded, raw bytes as UTF-8 or windows-1252."""
    raw = value[:LONGEST_LINE]
    try:
        raw = raw.encode("ascii", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        raw = raw.encode("ascii", "surrogateescape").decode("cp1252", errors="replace")
    except UnicodeEncodeError:  # letters already
        pass
    try:
        words = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):  # an encoding that is none: the words as they stand
        words = raw
    return tidy(words.encode("utf-8", errors="replace").decode("utf-8"))


def _texts(part: Message, depth: int) -> Iterator[Text]:
    """Yield what a person reads of a part and the parts in it."""
    if depth > DEEPEST or _is_attached(part):
        return
    kind = part.get_content_type()
    if part.is_multipart():
        if kind == "message/rfc822":
            return
        inner = [[*_texts(each, depth + 1)] for each in _parts(part)]
        if kind == "multipart/alternative":
            inner = [_best([each for each in inner if each])]
        for each in inner:
            yield from each
    elif kind in {"text/html", "application/xhtml+xml", "text/plain", "text/enriched"}:
        text = text_of(_payload(part), charset=_charset(part), markup="html" in kind)
        if text is not None:
            flowed = kind == "text/plain" and str(part.get_param("format") or "").lower() == "flowed"
            yield _unflowed(text, joined=str(part.get_param("delsp") or "").lower() == "yes") if flowed else text


def _best(forms: list[list[Text]]) -> list[Text]:
    """Return the form of a text to read: HTML, unless it holds next to nothing of what the plain form holds."""
    if not forms:
        return []
    rich = next((form for form in reversed(forms) if any(text.markup for text in form)), None)
    plain = next((form for form in forms if not any(text.markup for text in form)), None)
    if rich is None or plain is None:
        return forms[-1]
    words = sum(len(re.sub(r"<style.*?</style>|<[^>]*>", " ", text.words, flags=re.DOTALL).split()) for text in rich)
    return plain if 3 * words < sum(len(text.words.split()) for text in plain) else rich


def text_of(content: bytes, *, charset: str | None, markup: bool) -> Text | None:
    """Return bytes as text: in the encoding that is named where it fits, else as any page; None when there is none."""
    if not content.strip():
        return None
    if charset and charset.lower().startswith(("iso-2022", "hz", "utf-7")):  # these look like ASCII
        try:
            return Text(words=content.decode(charset), markup=markup)
        except (LookupError, ValueError):
            pass
    try:
        found = decode(content, charset=charset)
    except InputError:  # a picture that calls itself a text
        return None
    return Text(words=found.text, markup=markup, note=found.note)


def _unflowed(text: Text, *, joined: bool) -> Text:
    """Return flowed text (RFC 3676) with its paragraphs on one line each."""
    lines: list[str] = []
    flows = ""
    for line in text.words.splitlines():
        marks = re.match(r">*", line)[0]  # type: ignore[index]
        words = line[len(marks) :].removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        if lines and flows and flows[1:] == marks and words != "-- ":
            lines[-1] += words
        else:
            lines.append(f"{marks} {words}" if marks else words)
        if soft and joined:
            lines[-1] = lines[-1][:-1]
        flows = f"+{marks}" if soft else ""
    return Text(words="\n".join(lines), markup=False, note=text.note)


def _attached(part: Message, *, depth: int) -> Iterator[Attached]:
    if depth > DEEPEST:
        return
    kind = part.get_content_type()
    name = decoded(str(part.get_filename() or ""))
    if kind == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            yield Attached(name=name, kind=kind, content=inner[0].as_bytes(policy=compat32))
    elif part.is_multipart():
        for each in _parts(part):
            yield from _attached(each, depth=depth + 1)
    elif _is_attached(part):
        yield Attached(name=name, kind=kind, content=_payload(part), charset=_charset(part))


def _is_attached(part: Message) -> bool:
    said = str(part.get("Content-Disposition") or "").strip().lower()
    return said.startswith("attachment") or (bool(part.get_filename()) and not said.startswith("inline"))


def _parts(part: Message) -> list[Message]:
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _charset(part: Message) -> str | None:
    named = part.get_content_charset()
    return str(named) if named else None
