"""From bytes to text: what encoding a page is in, and what is no text at all."""

import codecs
import re
from dataclasses import dataclass

from sources.errors import EmptyInput, NotText, TooLarge

LIMIT = 10_000_000
"""Most bytes that one page may have. An article of 10 MB would be 1.5 million words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text that was bytes, and how it was read."""

    text: str
    """Without a byte order mark; line ends as they stood."""

    encoding: str
    """Name of the encoding as Python knows it ("utf-8", "cp1252")."""

    how: str
    """Why this one: "byte order mark", "valid UTF-8", "named by the server", "declared in the page", "zero bytes" or
    "guessed"."""

    note: str | None = None
    """One line for people when something was guessed or dropped; None when nothing is in doubt."""


def decode(content: bytes, *, limit: int = LIMIT, charset: str | None = None) -> Decoded:
    """Return the text of `content`.

    A byte order mark decides; then valid UTF-8, whatever the page declares of itself; then `charset`, as the server
    named it, and the page's own declaration, both read as browsers read them (ISO-8859-1 means windows-1252); then
    UTF-8 with a few broken bytes; then a guess, which is said in `note`. Raises EmptyInput, TooLarge (over `limit`
    bytes) and NotText (binary; the message says what it looks like).
    """
    refuse_size(len(content), limit=limit)
    refuse_binary(content)
    found = (
        _marked(content)
        or _wide(content)
        or _utf8(content)
        or _as(content, _known(charset or ""), how="named by the server")
        or _as(content, _declaration(content), how="declared in the page")
        or _guessed(content)
    )
    if not found.text.strip():
        raise EmptyInput("holds nothing but white space; add a page with text")
    return _without_controls(found)


def refuse_size(size: int, *, limit: int = LIMIT) -> None:
    """Raise EmptyInput for 0 bytes and TooLarge for more than `limit`."""
    if size == 0:
        raise EmptyInput("is empty; add a page with text")
    if size > limit:
        raise TooLarge(
            f"has {size / 1e6:,.1f} MB, over the limit of {limit / 1e6:,.0f} MB for one input; "
            "split it, or keep only the article's text"
        )


_PAGE = "save the page as HTML or its text as .txt, and add that"
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"a PDF document; {_PAGE}"),
    (b"\x89PNG", f"a PNG picture; {_PAGE}"),
    (b"\xff\xd8\xff", f"a JPEG picture; {_PAGE}"),
    (b"GIF8", f"a GIF picture; {_PAGE}"),
    (b"RIFF", f"a picture, sound or film (RIFF); {_PAGE}"),
    (b"ID3", f"a sound file; {_PAGE}"),
    (b"OggS", f"a sound or film file; {_PAGE}"),
    (
        b"PK\x03\x04",
        "a ZIP archive or a Word, EPUB or spreadsheet file; unpack it, or save it as text or CSV, and add that",
    ),
    (b"\x1f\x8b", "a gzip archive; unpack it and add what is inside"),
    (b"BZh", "a bzip2 archive; unpack it and add what is inside"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it and add what is inside"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it and add what is inside"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it and add what is inside"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it and add what is inside"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document; save it as text or CSV, and add that"),
    (b"{\\rtf", "a rich text document (RTF); save it as plain text, and add that"),
    (b"bplist00", "a Safari web archive; save the page as page source instead, and add that"),
    (b"SQLite format 3\x00", "an SQLite database; if it is a Parallax library, name it with --library"),
    (b"PAR1", "a Parquet table; save it as CSV or JSON lines, and add that"),
    (b"\x7fELF", f"a program; {_PAGE}"),
    (b"MZ\x90\x00", f"a program; {_PAGE}"),
)


def refuse_binary(content: bytes) -> None:
    """Raise NotText when the first bytes are those of a known kind of file that is no text."""
    for magic, kind in _KINDS:
        if content.startswith(magic):
            raise NotText(f"is not text: it looks like {kind}")
    if content[257:262] == b"ustar":
        raise NotText("is not text: it looks like a tar archive; unpack it and add the folder")
    if content[4:8] == b"ftyp":
        raise NotText(f"is not text: it looks like a film or picture; {_PAGE}")


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            broken = text.count("\ufffd")
            note = f"{broken} characters could not be read as {encoding} and are shown as \ufffd" if broken else None
            return Decoded(text=text, encoding=encoding, how="byte order mark", note=note)
    return None


_SPACES = re.compile("[ \n\u3000-\u3002\uff0c]")
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")


def _wide(content: bytes) -> Decoded | None:
    """Read UTF-16 or UTF-32 without a mark: it has zero bytes, and only one order of bytes gives words and spaces."""
    zeros = content.count(0)
    if zeros == 0 or zeros * 1000 < len(content):  # a stray zero byte in a text is dropped later
        return None
    read: list[tuple[int, str, str]] = []
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = content[: len(content) // 4 * 4 if "32" in encoding else len(content) // 2 * 2].decode(encoding)
        except UnicodeDecodeError:
            continue
        spaces = len(_SPACES.findall(text))
        if text and not _ODD.search(text) and spaces * 50 >= len(text):
            read.append((spaces, text, encoding))
    if not read:
        raise NotText(f"is not text: it holds zero bytes, as pictures and programs do; {_PAGE}")
    _, text, encoding = max(read)
    return Decoded(
        text=text, encoding=encoding, how="zero bytes", note=f"read as {encoding}, which it does not declare"
    )


def _utf8(content: bytes) -> Decoded | None:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    if text.isascii() and _declaration(content).startswith("iso2022"):
        return None
    return Decoded(text=text, encoding="utf-8", how="valid UTF-8")


_DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}


def _declaration(content: bytes) -> str:
    """Return the encoding that a page declares in its first 4 KiB, as Python knows it; "" when none that is known."""
    found = _DECLARATION.search(content[:4096])
    return "" if found is None else _known((found[1] or found[2]).decode("ascii", errors="replace"))


def _known(charset: str) -> str:
    """Return an encoding as Python knows it and browsers read it; "" when it is none that is known."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):  # ValueError: a zero byte in the name
        return ""
    return _AS_BROWSERS_DO.get(name, name)


def _as(content: bytes, encoding: str, *, how: str) -> Decoded | None:
    if not encoding or encoding.startswith("utf"):
        return None
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: a codec that is not for text
        return None
    return Decoded(text=text, encoding=encoding, how=how)


def _guessed(content: bytes) -> Decoded:
    return _mostly_utf8(content) or _by_statistics(content)


_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _mostly_utf8(content: bytes) -> Decoded | None:
    """Read UTF-8 with a few broken bytes: pasted from another page, or cut in the middle of a character."""
    good = len(_MULTIBYTE.findall(content))
    rest = re.findall(rb"[\x80-\xff]+", _MULTIBYTE.sub(b" ", content))
    broken = sum(map(len, rest))
    alone = broken < 2 * len(rest)  # as letters of Latin scripts stand: then two sources were joined in one page
    if broken > good * (3 if alone else 0.25):
        return None
    text = content.decode(errors="surrogateescape")
    mended = re.sub("[\udc80-\udcff]", _as_western, text)
    note = f"{broken} {'byte' if broken == 1 else 'bytes'} of it are not UTF-8 and were read as windows-1252"
    return Decoded(
        text=mended, encoding="utf-8", how="guessed", note=note.replace("1 byte of it are", "1 byte of it is")
    )


def _as_western(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", errors="replace")


_CODE_PAGES = {
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1254": "az tr",
    "cp1257": "et lt lv",
    "cp1258": "vi",
}
"""The languages in Latin letters that windows-1252 cannot write, by the code page that can."""

_SAMPLE = 60_000


def _by_statistics(content: bytes) -> Decoded:
    """Guess an encoding. In Latin scripts letters over 127 stand alone, and the language tells the code page."""
    runs = re.findall(rb"[\x80-\xff]+", content)
    if sum(map(len, runs)) < 2 * len(runs):
        from sources.language import language_of

        language = language_of(content.decode("cp1252", errors="replace"))
        encoding = next((page for page, spoken in _CODE_PAGES.items() if language in spoken.split()), "cp1252")
        try:
            return _guess(content.decode(encoding), encoding)
        except UnicodeDecodeError:  # a byte that this code page leaves free: let the statistics speak
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best() or from_bytes(content).best()
    if best is None:
        raise NotText(f"is not text in any encoding that is known; {_PAGE}")
    return _guess(content.decode(best.encoding, errors="replace"), best.encoding)


def _guess(text: str, encoding: str) -> Decoded:
    shown = encoding.replace("cp125", "windows-125")
    note = (
        f"it is not UTF-8 and declares no encoding that fits: read as {shown}; if letters look wrong, save it as UTF-8"
    )
    return Decoded(text=text, encoding=encoding, how="guessed", note=note)


_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def _without_controls(found: Decoded) -> Decoded:
    """Drop the few control characters that stray into texts; raise NotText when they are many."""
    text, dropped = _CONTROLS.subn("", found.text.removeprefix("\ufeff"))
    if dropped * 100 > len(found.text) and dropped > 3:
        raise NotText(f"is not text: {dropped:,} of its {len(found.text):,} characters are control codes; {_PAGE}")
    return Decoded(text=text, encoding=found.encoding, how=found.how, note=found.note)


def legible(text: str) -> str:
    """Return the text without control characters and with half characters (lone surrogates) shown as \ufffd."""
    return re.sub("[\ud800-\udfff]", "\ufffd", _CONTROLS.sub("", text))
