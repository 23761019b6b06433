"""Invented articles and pages in any number: the demo pack's sentences, shuffled between its pages."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analysis.reading.sentences import split_block
from sources.article import Article, article_id
from sources.clean import settle
from sources.demo import pages
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.html import READER

WORDS = 690
"""Words in an article, as in the news that docs/adding.md speaks of."""

_PARAGRAPH = 45
"""Words after which a paragraph ends."""


@cache
def originals() -> tuple[Article, ...]:
    """Return the articles of the demo pack."""
    read = [page for path in pages() for page in READER.read(path.read_bytes(), path.name) if isinstance(page, Page)]
    return tuple(settle(page, outlets=load_outlets()) for page in read)


@cache
def _pieces() -> tuple[str, ...]:
    """Return the sentences of the pack; those that share a quotation stay together."""
    found: list[str] = []
    for article in originals():
        for block in article.text.split("\n\n"):
            begin = None
            for start, end in split_block(block):
                begin = start if begin is None else begin
                if block.count("“", begin, end) <= block.count("”", begin, end):
                    found.append(block[begin:end])
                    begin = None
    return tuple(sorted(set(found)))


def _paragraphs(dice: random.Random, *, words: int) -> Iterator[str]:
    """Yield paragraphs that together hold at least `words` words; no sentence comes again before all others came."""
    order: list[str] = []
    held: list[str] = []
    while words > 0 or held:
        if sum(len(piece.split()) for piece in held) >= _PARAGRAPH or (held and words <= 0):
            yield " ".join(held)
            held = []
            continue
        order = order or dice.sample(_pieces(), len(_pieces()))
        held.append(order.pop())
        words -= len(held[-1].split())


def articles(number: int, *, seed: int, words: int = WORDS) -> list[Article]:
    """Return `number` articles of about so many words, each with outlet, date and headline of a page of the pack.

    The same numbers give the same articles on every machine.
    """
    dice = random.Random(seed)
    made: list[Article] = []
    for _ in range(number):
        like = dice.choice(originals())
        text = "\n\n".join(_paragraphs(dice, words=words))
        made.append(replace(like, id=article_id(like.title, text), text=text, headings=(), url=None))
    return made


def web_pages(number: int, *, seed: int) -> list[bytes]:
    """Return `number` HTML pages: the pack's, one after the other, each with other sentences in its paragraphs."""
    from lxml import html

    dice = random.Random(seed)
    models = dice.sample(pages(), len(pages()))
    made: list[bytes] = []
    for at in range(number):
        tree = html.fromstring(models[at % len(models)].read_text("utf-8"))
        for paragraph in tree.xpath("//article//p[not(@class)]"):
            size = len(paragraph.text_content().split())
            tail = paragraph.tail
            paragraph.clear()
            paragraph.text, paragraph.tail = " ".join(_paragraphs(dice, words=size)), tail
        made.append(html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))
    return made
