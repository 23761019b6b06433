"""The text blocks of an HTML tree in reading order, menus and captions included: what a person's copy would hold."""

import html as entities
import re
import unicodedata

from lxml import etree, html

from sources.page import Block, BlockKind

SILENT = frozenset(
    "script style noscript template head svg math iframe object embed audio video canvas map select option "
    "datalist".split()
)
"""Elements whose text nobody reads on the page."""

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
"""Elements that do not break a line; every other element, known or not, does."""

_UNSEEN = re.compile(r"<(script|style|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")


def tidy(text: str) -> str:
    """Return the text on one line: NFC, every run of white space one space, invisible characters gone, trimmed."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():  # most lines are, and this is fast
        composed = _INVISIBLE.sub("", composed)
    return " ".join(composed.split())


def parse(markup: str) -> html.HtmlElement | None:
    """Return the tree of a page, None when no tree can be made of it. Very deep nesting is flattened by the parser."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def bare_blocks(markup: str) -> tuple[Block, ...]:
    """Return the text between the tags of a page that no tree can be made of (nested thousands deep)."""
    visible = _UNSEEN.sub("\n", markup)
    texts = (tidy(entities.unescape(piece)) for piece in re.split(r"<[^<>]*>", visible))
    return tuple(Block(text=text, kind="paragraph", gap_before=True) for text in texts if text)


def blocks_of(tree: html.HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of the tree: headings and list items say so, everything else is a paragraph.

    It walks without recursion, so nesting is no danger.
    """
    blocks: list[Block] = []
    words: list[str] = []
    kinds: list[BlockKind] = ["paragraph"]
    silent = 0

    def flush() -> None:
        text = tidy("".join(words))
        words.clear()
        if text:
            blocks.append(Block(text=text, kind=kinds[-1], gap_before=True))

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in SILENT:
                silent += 1
            if silent:
                continue
            if tag not in INLINE:
                flush()
            if tag in HEADINGS:
                kinds.append("heading")
            elif tag == "li":
                kinds.append("item")
            words.append(element.text or "")
            continue
        if not silent and tag not in INLINE:
            flush()
        if not silent and (tag in HEADINGS or tag == "li"):
            kinds.pop()
        if tag in SILENT:
            silent -= 1
        if not silent:
            words.append(element.tail or "")
    flush()
    return tuple(blocks)
