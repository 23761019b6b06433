"""HTML pages: trafilatura finds the body, the page's own data name it; what is left over is listed as removed."""

import re
from collections.abc import Iterator

from sources.cleaning.prose import ends_like_sentence
from sources.decode import decode
from sources.errors import NoArticle
from sources.page import Block, BlockKind, Cut, Page, Reader
from sources.readers.html_blocks import bare_blocks, blocks_of, parse, tidy
from sources.readers.html_metadata import metadata_of

NAME = "HTML"
OUTSIDE = "outside the article (HTML)"

FEWEST_WORDS = 25
"""A body with fewer words is taken as not found: cleaning then looks for it in the whole page."""

_MARKUP = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_PIECE = re.compile(rb"\A\s*<(?:article|div|p|h1|main|section|meta|title|!--)[\s>-]", re.IGNORECASE)
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "item"}
_BREAKS = frozenset({"p", "head", "item", "quote", "row", "table", "list", "lb", "code", "body", "graphic"})


def _detects(start: bytes, name: str) -> bool:
    return bool(_MARKUP.search(start.replace(b"\x00", b"")) or _PIECE.match(start))


def pages(content: bytes, origin: str) -> Iterator[Page]:
    """Yield the one page that the bytes of an HTML page hold. Raises InputError when they hold none."""
    decoded = decode(content)
    markup = decoded.text
    tree = parse(markup)
    if tree is None:
        raise NoArticle(
            "no article found: the page has no HTML element with text; save the page again from the browser"
        )
    everything = blocks_of(tree) or bare_blocks(markup)
    says = metadata_of(tree)
    body = _body(markup)
    long = (
        sum(len(block.text.split()) for block in body) >= FEWEST_WORDS or sum(len(block.text) for block in body) >= 200
    )
    settled = long and any(ends_like_sentence(block.text) for block in body)  # else a menu, as cleaning will find
    yield Page(
        blocks=body if settled else everything,
        reader=NAME,
        origin=origin,
        settled=settled,
        title=says.title,
        outlet=says.outlet,
        url=says.url,
        published=says.published,
        byline=says.byline,
        section=says.section,
        found=says.found,
        removed=tuple(Cut(text=text, rule=OUTSIDE) for text in _left_over(everything, body)) if settled else (),
        notes=(*([decoded.note] if decoded.note else []), *says.notes),
    )


def _body(markup: str) -> tuple[Block, ...]:
    """Return the blocks that trafilatura takes for the article; () when it finds none or cannot read the page."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(markup, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # whatever a hostile page breaks inside the library, cleaning can still look at the page's blocks
        return ()
    root = getattr(document, "body", None)
    return () if root is None else _walk(root)


def _walk(root: object) -> tuple[Block, ...]:
    """Return the blocks of trafilatura's tree in order: a table's row is one block, a line break parts two."""
    from lxml import etree

    blocks: list[Block] = []
    words: list[str] = []
    kinds: list[BlockKind] = ["paragraph"]

    def flush() -> None:
        text = tidy("".join(words))
        words.clear()
        if text:
            blocks.append(Block(text=text, kind=kinds[-1], gap_before=True))

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        if tag in _BREAKS:
            flush()
        if event == "start":
            if tag in _KINDS:
                kinds.append(_KINDS[tag])
            words.append(element.text or "")
            continue
        if tag in _KINDS:
            kinds.pop()
        words.append(f"{' ' if tag == 'cell' else ''}{element.tail or ''}")
    flush()
    return tuple(blocks)


def _left_over(everything: tuple[Block, ...], body: tuple[Block, ...]) -> Iterator[str]:
    """Give the page's blocks that the body does not hold, in page order."""
    held = f"\n{chr(10).join(block.text for block in body)}\n"
    bare = re.sub(r"\s", "", held)
    for block in everything:
        if block.text not in held and re.sub(r"\s", "", block.text) not in bare:
            yield block.text


READER = Reader(name=NAME, detects=_detects, read=pages)
