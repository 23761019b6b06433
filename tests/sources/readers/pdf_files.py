"""PDF files made for tests, by hand: each line of type where the test wants it."""

import zlib
from collections.abc import Sequence

Place = tuple[float, float, float, str]
"""(x, y, size of type, words); words that begin with "*" are set in bold type."""


def shown(text: str) -> bytes:
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def stream_of(places: Sequence[Place]) -> bytes:
    parts = []
    for x, y, size, text in places:
        font, words = (b"/F2", text[1:]) if text.startswith("*") else (b"/F1", text)
        parts.append(b"BT %s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font, size, x, y, shown(words)))
    return b"\n".join(parts)


def pdf(*pages: Sequence[Place], title: str = "", packed: bool = False, extra: bytes = b"") -> bytes:
    """Return a PDF with these pages; `extra` goes into its catalogue."""
    return pdf_of([stream_of(page) for page in pages], title=title, packed=packed, extra=extra)


def pdf_of(streams: Sequence[bytes], *, title: str = "", packed: bool = False, extra: bytes = b"") -> bytes:
    """Return a PDF whose pages are drawn by these streams."""
    count = len(streams)
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % extra,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % shown(title),
    ]
    for number, stream in enumerate(streams):
        body = zlib.compress(stream, 9) if packed else stream
        coded = b" /Filter /FlateDecode" if packed else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (7 + 2 * number)
        )
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), coded, body))
    return file_of(objects)


def file_of(objects: Sequence[bytes], *, trailer: bytes = b"/Info 5 0 R") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(out))
    )


def column(
    lines: Sequence[str], *, x: float = 60, top: float = 700, size: float = 10, leading: float = 12
) -> list[Place]:
    """Return lines below each other; "" leaves room, and a line that begins with ">" is set in."""
    places: list[Place] = []
    y = top
    for line in lines:
        if line:
            set_in = 12.0 if line.startswith(">") else 0.0
            places.append((x + set_in, y, size, line.removeprefix(">")))
        y -= leading if line else leading * 0.8
    return places


FIRST = [
    "The harbour council voted on Tuesday to close the old ferry terminal, which",
    "surprised traders who had rebuilt their stalls along the quay only two winters",
    "ago and had hoped for a different answer from the town hall this spring.",
]
SECOND = [
    "Mayor Ann Lowe said that the closure would save money, and that there was",
    "“no choice” this year. She told reporters that the office had looked at seven-",
    "teen alternatives, among them a so-called floating pier that would have been",
    "paid for by the owners.",
]
THIRD = [
    "Opponents plan to march on the town hall this weekend with four thousand",
    "signatures against the plan, and the organisers expect many more people.",
]
TEXT = [
    "The harbour council voted on Tuesday to close the old ferry terminal, which surprised traders who had rebuilt "
    "their stalls along the quay only two winters ago and had hoped for a different answer from the town hall this "
    "spring.",
    "Mayor Ann Lowe said that the closure would save money, and that there was “no choice” this year. She told "
    "reporters that the office had looked at seventeen alternatives, among them a so-called floating pier that would "
    "have been paid for by the owners.",
    "Opponents plan to march on the town hall this weekend with four thousand signatures against the plan, and the "
    "organisers expect many more people.",
]
BODY = [*FIRST, "", *SECOND, "", *THIRD]
HEADLINE = (60.0, 760.0, 22.0, "*Port shuts its terminal after close vote")
