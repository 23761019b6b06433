"""Exports of Factiva made for tests: invented articles in the layouts of its forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tests.sources.readers.word_files import PROSE


@dataclass(frozen=True)
class Story:
    title: str = "Ferry runs aground at Kelby"
    section: str = "News"
    byline: str = "By Ann Lee"
    credit: str = "Special to the Gazette"
    words: str = "60 words"
    day: str = "3 March 2024"
    time: str = ""
    source: str = "Harbour Gazette"
    code: str = "HARGAZ"
    edition: str = "Late Edition - Final"
    page: str = "3"
    language: str = "English"
    owner: str = "Copyright 2024 Harbour Gazette Media. All Rights Reserved."
    body: Sequence[str] = PROSE
    number: str = "HARGAZ0020240303ek3300012"


STORIES = (
    Story(),
    Story(
        title="Council votes on the pool",
        section="",
        byline="",
        credit="",
        day="4 March 2024",
        time="23:04 GMT",
        source="The Times",
        code="T",
        edition="",
        page="",
        words="58 words",
        body=(
            "The council voted on Monday to open the pool again, after a debate of four hours in a full chamber.",
            "“We owe it to the children,” said councillor Mei Tan, who had tabled the motion with eleven others.",
            "The work is to cost 2.4 million pounds, and nobody in the chamber could say where it will be found.",
        ),
        number="T000000020240304ek3400099",
    ),
)

_HEAD = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Factiva</title></head>'
    '<body><div id="navcontainer"><h1>Dow Jones Factiva</h1><span>Dow Jones</span></div><form id="PageBaseForm">'
    '<div id="contentWrapper"><div id="contentLeft"><span></span>'
)
_FOOT = '</div></div><div id="pageFooter"><p>© 2024 Factiva, Inc. All rights reserved.</p></div></form></body></html>'


def displayed(stories: Sequence[Story] = STORIES) -> bytes:
    """Return a page saved in the article format without codes."""
    pieces = [_HEAD]
    for each in stories:
        pieces.append(f'<div id="article-{each.number}" class="article"><div class="article enArticle"><p>\n</p>')
        pieces.append(f"<div>{each.section}</div>" if each.section else "")
        pieces.append(f'<div id="hd"><span class="enHeadline">{escape(each.title)}  </span>\n</div>')
        pieces.append(f'<div class="author">{each.byline}  </div>' if each.byline else "")
        lines = (each.credit, each.words, each.day, each.time, each.source, each.code, each.edition, each.page)
        pieces += [f"<div>{escape(line)}</div>" for line in (*lines, each.language, each.owner) if line]
        pieces.append("<p></p>")
        pieces += [f'<p class="articleParagraph enarticleParagraph">{escape(words)}  </p>\n' for words in each.body]
        pieces.append(f"<p>Harbour Gazette Digital</p><p>Document {each.number}</p></div></div><br><span></span>")
    return "".join([*pieces, _FOOT]).encode()


def coded(stories: Sequence[Story] = STORIES) -> bytes:
    """Return a page saved with a code before each field, and the index below."""
    pieces = [_HEAD]
    for each in stories:
        pieces.append(f'<div id="article-{each.number}" class="article"><div class="article enArticle"><table><tbody>')
        rows = [("SE", each.section), ("HD", f'<span class="enHeadline">{escape(each.title)}</span>')]
        rows += [("BY", each.byline), ("CR", each.credit), ("WC", each.words), ("PD", each.day), ("ET", each.time)]
        rows += [("SN", each.source), ("SC", each.code), ("ED", each.edition), ("PG", each.page)]
        rows += [("LA", each.language), ("CY", each.owner)]
        paragraphs = [f'<p class="articleParagraph enarticleParagraph">{escape(words)}</p>' for words in each.body]
        rows += [("LP", "\n".join(paragraphs[:1])), ("TD", "\n".join(paragraphs[1:]))]
        rows += [("ART", "Photo: the pier in fog. (Jo Park)"), ("NS", "gship : Shipping | gcat : Political News")]
        rows += [("RE", "uk : United Kingdom"), ("PUB", "Harbour Gazette Media"), ("AN", f"Document {each.number}")]
        pieces += [
            f'<tr><td class="index" valign="top"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>\n'
            for code, value in rows
            if value
        ]
        pieces.append("</tbody></table></div></div><br>")
    return "".join([*pieces, _FOOT]).encode()


def rtf(stories: Sequence[Story] = STORIES, *, codes: bool = False) -> bytes:
    """Return the same as rich text, with codes in a table or without."""

    def plain(words: str) -> str:
        return "".join(each if ord(each) < 128 else rf"\u{ord(each)}?" for each in words)

    pieces = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}"]
    for each in stories:
        lines = (each.credit, each.words, each.day, each.time, each.source, each.code, each.edition, each.page)
        if codes:
            rows = [("HD", each.title), ("BY", each.byline), ("WC", each.words), ("PD", each.day), ("SN", each.source)]
            rows += [("ET", each.time), ("SC", each.code), ("LA", each.language), ("CY", each.owner)]
            pieces += [rf"\trowd\intbl\b {code}\b0\cell {plain(value)}\cell\row" for code, value in rows if value]
            pieces.append(rf"\trowd\intbl\b LP\b0\cell {plain(each.body[0])}\cell\row")
            pieces.append(r"\trowd\intbl\b TD\b0\cell " + r"\par ".join(map(plain, each.body[1:])) + r"\cell\row")
            pieces.append(r"\trowd\intbl\b NS\b0\cell gship : Shipping\cell\row")
            pieces.append(rf"\trowd\intbl\b AN\b0\cell Document {each.number}\cell\row\pard\par")
            continue
        pieces.append(rf"\pard {each.section}\par" if each.section else "")
        pieces.append(rf"\pard\b {plain(each.title)}\b0\par")
        pieces += [rf"\pard {plain(line)}\par" for line in (each.byline, *lines, each.language, each.owner) if line]
        pieces += [rf"\pard\par\pard {plain(words)}\par" for words in each.body]
        pieces.append(rf"\pard Document {each.number}\par\page")
    return ("\n".join(pieces) + "}").encode()
