"""Exports of LexisNexis made for tests: invented articles in the layouts of its forms."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document as NewDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from tests.sources.readers.word_files import PROSE


@dataclass(frozen=True)
class Story:
    title: str = "Ferry runs aground at Kelby"
    publication: str = "The Harbour Gazette (Kelby)"
    day: str = "March 3, 2024 Sunday"
    edition: str = ""
    owner: str = "Copyright 2024 Harbour Gazette Media All Rights Reserved"
    section: str = "NEWS; Pg. 3"
    length: str = "60 words"
    byline: str = "Ann Lee"
    dateline: str = "KELBY"
    highlight: str = ""
    body: Sequence[str] = PROSE
    captions: Sequence[str] = ()


STORIES = (
    Story(),
    Story(
        title="Council votes on the pool",
        publication="The Times (London)",
        day="March 4, 2024 Monday 11:04 PM GMT",
        edition="Edition 1; National Edition",
        byline="By Bo Ek and Mei Tan",
        section="Section A; Column 0; Metropolitan Desk; Pg. 21",
        highlight="The pool opened in 1931. It has been shut since May.",
        body=(
            "The council voted on Monday to open the pool again, after a debate of four hours in a full chamber.",
            "“We owe it to the children,” said councillor Mei Tan, who had tabled the motion with eleven others.",
            "The work is to cost 2.4 million pounds, and nobody in the chamber could say where it will be found.",
        ),
        captions=("PHOTO: The empty pool in January. (Jo Park)", "MAP: Where the pool is"),
    ),
)


def _line(made: object, *parts: tuple[str, bool], centred: bool = False, size: int = 10) -> object:
    paragraph = made.add_paragraph()
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, bold in parts:
        run = paragraph.add_run(words)
        run.bold = bold or None
        run.font.size = Pt(size)
    return paragraph


def _field(made: object, label: str, value: str) -> None:
    if value:
        _line(made, (f"{label}:", True), (f"\u00a0{value}", False))


def _cover(made: object, stories: Sequence[Story]) -> None:
    for label, value in (
        ("User Name", "A READER"),
        ("Date and Time", "Friday, July 5, 2024 7:11:00 PM CEST"),
        ("Job Number", "123456789"),
    ):
        _line(made, (f"{label}: ", True), (value, False))
    _line(made, (f"Documents ({len(stories)})", True))
    for number, story in enumerate(stories, start=1):
        _line(made, (f"{number}.", False), (f" {story.title}", False))
        for label, value in (("Client/Matter", "-None-"), ("Search Terms", "ferry or pool"), ("Narrowed by", "")):
            _line(made, (f"{label}: ", True), (value, False))
        table = made.add_table(rows=2, cols=2)
        for row, words in enumerate((("Content Type", "Narrowed by"), ("News", "Language: English"))):
            for column, word in enumerate(words):
                table.cell(row, column).text = word
    made.add_section()


def _article(made: object, story: Story, *, end: bool) -> None:
    made.add_paragraph()
    _line(made, (story.title, True), centred=True, size=14)
    _line(made, (story.publication, False), centred=True)
    _line(made, (story.day, False), centred=True)
    if story.edition:
        _line(made, (story.edition, False), centred=True)
    made.add_paragraph()
    _line(made, (story.owner, False), size=8)
    for label, value in (
        ("Section", story.section),
        ("Length", story.length),
        ("Byline", story.byline),
        ("Dateline", story.dateline),
        ("Highlight", story.highlight),
    ):
        _field(made, label, value)
    _line(made, ("Body", True), size=14)
    made.add_paragraph()
    for words in story.body:
        first, _, rest = words.partition(" ")
        _line(made, (f"{first} ", False), (rest, False))
    if story.captions:
        _line(made, ("Graphic", True), size=14)
        made.add_paragraph()
        for words in story.captions:
            _line(made, (words, False))
    _field(made, "Load-Date", "March 5, 2024")
    _line(made, ("Classification", True), size=14)
    for label, value in (
        ("Language", "ENGLISH"),
        ("Publication-Type", "Newspaper"),
        ("Journal Code", "HG"),
        ("Subject", "FERRIES (92%); PORTS & HARBOURS (78%)"),
        ("Geographic", "KELBY (90%)"),
    ):
        _field(made, label, value)
    if end:
        _line(made, ("End of Document", True), centred=True)


def docx_export(stories: Sequence[Story] = STORIES, *, cover: bool = True, end: bool = True) -> bytes:
    """Return a Nexis Uni export as DOCX: one file with every article, or one article when there is one."""
    made = NewDocument()
    if cover:
        _cover(made, stories)
    for number, story in enumerate(stories):
        if number:
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _article(made, story, end=end)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _rtf(words: str) -> str:
    escaped = words.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(each if ord(each) < 128 else rf"\u{ord(each)}?" for each in escaped)


def rtf_export(stories: Sequence[Story] = STORIES) -> bytes:
    """Return a Lexis Advance export as RTF: headlines are links, fields are bold labels, articles end in a mark."""
    pieces = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}{\header\pard Page 1 of 9\par}"]
    for label, value in (("User Name", "A READER"), ("Date and Time", "Friday, July 5, 2024"), ("Job Number", "12")):
        pieces.append(rf"\pard{{\b {label}: }}{value}\par")
    pieces.append(rf"\pard{{\b Documents ({len(stories)})}}\par")
    pieces += [rf"\pard {number}. {_rtf(story.title)}\par" for number, story in enumerate(stories, start=1)]
    for story in stories:
        link = r'{\field{\*\fldinst{HYPERLINK "https://advance.example/document?id=1" }}{\fldrslt{\b\ul '
        pieces.append(rf"\sect\pard\qc\outlinelevel0 {link}{_rtf(story.title)}}}}}}}\par")
        pieces += [rf"\pard\qc {_rtf(words)}\par" for words in (story.publication, story.day, story.edition) if words]
        pieces.append(rf"\pard\par\pard\fs16 {_rtf(story.owner)}\par")
        fields = (("Section", story.section), ("Length", story.length), ("Byline", story.byline))
        pieces += [rf"\pard{{\b {label}:}}\~{_rtf(value)}\par" for label, value in fields if value]
        if story.highlight:
            pieces.append(rf"\pard{{\b Highlight:}}\~{_rtf(story.highlight)}\par")
        pieces.append(r"\pard{\b\fs28 Body}\par")
        pieces += [rf"\pard {_rtf(words)}\par" for words in story.body]
        if story.captions:
            pieces.append(r"\pard{\b\fs28 Graphic}\par")
            pieces += [rf"\pard {_rtf(words)}\par" for words in story.captions]
        pieces.append(r"\pard{\b Load-Date:}\~March 5, 2024\par\pard{\b\fs28 Classification}\par")
        pieces.append(r"\pard{\b Language:}\~ENGLISH\par\pard{\b Subject:}\~FERRIES (92%)\par")
        pieces.append(r"\pard\qc{\b End of Document}\par")
    return ("\n".join(pieces) + "}").encode("ascii")


def text_export(stories: Sequence[Story] = STORIES, *, width: int = 78) -> bytes:
    """Return an export of the old form as text: numbered documents, labels in capitals, lines hard-wrapped."""
    import textwrap

    def centred(words: str) -> str:
        return words.center(width).rstrip() if len(words) < 50 else " " * 12 + words

    lines = ["Download Request: Selected Items: 1-2", "Time Of Request: Friday, July 5, 2024", "", "Terms: (ferry)", ""]
    for number, story in enumerate(stories, start=1):
        lines += ["", centred(f"{number} of {len(stories)} DOCUMENTS"), "", "", centred(story.publication), ""]
        lines += [centred(story.day), *([centred(part) for part in story.edition.split("; ")] if story.edition else [])]
        lines += ["", *textwrap.wrap(story.title, width), ""]
        fields = (("BYLINE", story.byline), ("SECTION", story.section), ("LENGTH", story.length))
        for label, value in (*fields, ("DATELINE", story.dateline), ("HIGHLIGHT", story.highlight)):
            lines += [*textwrap.wrap(f"{label}: {value}", width), ""] if value else []
        for words in story.body:
            lines += ["", *textwrap.wrap(words, width), ""]
        if story.captions:
            lines += [*textwrap.wrap(f"GRAPHIC: {' '.join(story.captions)}", width), ""]
        lines += ["LOAD-DATE: March 5, 2024", "", "LANGUAGE: ENGLISH", "", "PUBLICATION-TYPE: Newspaper", "", ""]
        lines += [centred(story.owner.removesuffix(" All Rights Reserved")), centred("All Rights Reserved"), ""]
    return "\n".join(lines).encode()
