"""Pages of our own making, laid out as many kinds of site are when they are saved as text, line by line.

Each file of tests/layouts begins with what the page says of itself. Then each line has a mark: B body, H section
heading, Q an interviewer's question (body, and no heading), T headline, S point of the site's summary, x to be cut,
? either way.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from sources.article import Article
from sources.clean import settle
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import blocks_of_text

FOLDER = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@dataclass(frozen=True)
class Layout:
    said: dict[str, str | None]
    marked: tuple[tuple[str, str], ...]
    article: Article

    def lines(self, marks: str) -> list[str]:
        return [text for mark, text in self.marked if mark in marks]


@pytest.fixture(scope="module", params=NAMES)
def layout(request: pytest.FixtureRequest) -> Layout:
    head, *rest = (FOLDER / f"{request.param}.txt").read_text(encoding="utf-8").splitlines()
    said = dict(part.strip().split("=", 1) for part in head.split("|"))
    text = "\n".join(line[2:] for line in rest)
    page = Page(blocks=blocks_of_text(text), reader="plain text", origin=request.param)
    marked = tuple((line[0], re.sub(r"\A[•*] ", "", line[2:])) for line in rest if line)
    return Layout(
        {key: None if value == "None" else value for key, value in said.items()},
        marked,
        settle(page, outlets=load_outlets()),
    )


def test_there_are_many_kinds_of_page() -> None:
    assert len(NAMES) >= 25


def test_no_line_of_the_body_is_lost(layout: Layout) -> None:
    kept = layout.article.text.split("\n\n")
    assert [text for text in layout.lines("BQ") if text not in kept] == []


def test_nothing_else_is_kept(layout: Layout) -> None:
    allowed = layout.lines("BHQ?")
    assert [text for text in layout.article.text.split("\n\n") if text not in allowed] == []


def test_headline_headings_and_summary(layout: Layout) -> None:
    article = layout.article
    assert article.title == layout.lines("T")[0]
    assert list(article.summary) == layout.lines("S")
    headings = [article.text[start:end] for start, end in article.headings]
    lead_in = [cut.text for cut in article.removed if cut.rule == "site summary"]
    assert [text for text in headings if text not in layout.lines("?")] == [
        text for text in layout.lines("H") if text not in lead_in
    ]


def test_who_and_when(layout: Layout) -> None:
    article = layout.article
    day = article.published.date().isoformat() if article.published else None
    assert {"outlet": article.outlet, "byline": article.byline, "date": day} == layout.said
