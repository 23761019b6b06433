"""Annotated HTML pages as a person's copy would save them: text alone, with everything that was around the article."""

from analysis.evaluation.extraction_pages import AnnotatedPage
from sources.adding.decode import decode
from sources.page import Page
from sources.readers.markup.blocks import blocks_of, parse
from sources.readers.plain_text import NAME, blocks_of_text


def saved_text(page: AnnotatedPage) -> str:
    """Return the page's text: every block on its own line, no tag, no mark of what is a heading or an item."""
    tree = parse(decode(page.html).text)
    return "" if tree is None else "\n".join(block.text for block in blocks_of(tree))


def saved_page(page: AnnotatedPage) -> Page:
    """Return the page as the plain-text reader reads its saved text."""
    return Page(blocks=blocks_of_text(saved_text(page)), reader=NAME, origin=page.id)
