"""The five real pages against what a careful editor would keep."""

import json
import unicodedata
from pathlib import Path

import pytest

from sources.article import Article
from sources.clean import settle
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import READER

NUMBERS = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module", params=NUMBERS)
def seed(request: pytest.FixtureRequest, seeds: Path) -> tuple[dict, Article, str]:
    """Return the gold of one page, the article made of it, and the page's text."""
    gold = json.loads((seeds / "expected.json").read_text(encoding="utf-8"))["articles"]
    name = next(name for name in gold if name.startswith(request.param))
    content = (seeds / name).read_bytes()
    (read,) = READER.read(content, name)
    assert isinstance(read, Page)
    return gold[name], settle(read, outlets=load_outlets()), content.decode()


def without_leading_headings(article: Article) -> str:
    start = 0
    for first, last in article.headings:
        if first == start:
            start = last + 2
    return article.text[start:]


def test_every_page_of_the_gold_is_checked(seeds: Path) -> None:
    gold = json.loads((seeds / "expected.json").read_text(encoding="utf-8"))["articles"]
    assert sorted(name[:3] for name in gold) == sorted(NUMBERS)


def test_particulars(seed) -> None:
    gold, article, _ = seed
    assert article.title == gold["headline"]
    assert article.outlet == gold["outlet"]
    assert article.byline == gold["byline"]
    assert article.published == gold["published"]


def test_body_starts_and_ends_where_the_gold_says(seed) -> None:
    gold, article, _ = seed
    assert without_leading_headings(article).startswith(gold["first"])
    assert article.text.endswith(gold["last"])


def test_nothing_of_what_must_never_be_there(seed) -> None:
    gold, article, _ = seed
    kept = "\n".join([article.text, article.title or "", *article.summary])
    assert [words for words in gold["never"] if words in kept] == []


def test_everything_that_must_always_be_there(seed) -> None:
    gold, article, _ = seed
    assert [words for words in gold["always"] if words not in article.text] == []


def test_headings_and_summary(seed) -> None:
    gold, article, _ = seed
    assert [article.text[start:end] for start, end in article.headings] == gold.get("section_headings", [])
    assert list(article.summary) == gold.get("site_summary", [])


def test_no_line_of_the_body_is_lost(seed) -> None:
    gold, article, text = seed
    body = unicodedata.normalize("NFC", text[text.index(gold["first"]) : text.index(gold["last"]) + len(gold["last"])])
    lines = [line.strip().removeprefix("- ").strip("[]") for line in body.splitlines() if line.strip()]
    lost = [line for line in lines if line not in article.text and not any(never in line for never in gold["never"])]
    assert lost == []


def test_language(seed) -> None:
    assert seed[1].language == "en"
