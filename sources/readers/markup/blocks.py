"""The text blocks of an HTML tree in reading order, menus and captions included: what a person's copy would hold."""

import html as entities
import re
import unicodedata

from lxml import etree, html

from sources.page import Block, BlockKind
from sources.readers.markup.places import Place

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

LONGEST_ROW = 300
"""Characters in the longest row of a table that is one block; longer cells are columns of a layout."""

LONGEST_NAME = 400
"""Characters of a class, an id or a style that are looked at."""

_UNSEEN = re.compile(r"<(script|style|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MANY_ATTRIBUTES = re.compile(
    r"""<([a-zA-Z][^\s<>/]*)(?:[\s/]++[^\s<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>"']++))?+){400,}+""", re.DOTALL
)
_SINGLE = {"item", "heading"}


class Piece:
    """One block of the page and what its form tells."""

    __slots__ = ("kind", "linked", "place", "text")

    def __init__(self, text: str, kind: BlockKind, place: Place, linked: int) -> None:
        self.text = text
        self.kind = kind
        self.place = place
        """The innermost element that holds it and breaks lines."""
        self.linked = min(linked, len(text))
        """Characters of it that are link."""


def tidy(text: str) -> str:
    """Return the text on one line: NFC, every run of white space one space, invisible characters gone, trimmed."""
    joined = " ".join(text.split())
    if joined.isascii() and joined.isprintable():
        return joined
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def parse(markup: str) -> html.HtmlElement | None:
    """Return the tree of a page, None when no tree can be made of it. Very deep nesting is flattened by the parser.

    Elements with so many attributes that they are no page's own lose them: the parser compares each with each.
    """
    markup = _MANY_ATTRIBUTES.sub(r"<\1", markup)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # one class for all elements: the parser of lxml.html asks Python for the class of each
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def strip_silent(tree: html.HtmlElement) -> None:
    """Take the elements out of the tree whose text nobody reads; the text behind them stays."""
    etree.strip_elements(tree, *SILENT, with_tail=False)


def bare_blocks(markup: str) -> tuple[Block, ...]:
    """Return the text between the tags of a page that no tree can be made of (nested thousands deep)."""
    visible = _UNSEEN.sub("\n", markup)
    texts = (tidy(entities.unescape(piece)) for piece in re.split(r"<[^<>]*>", visible))
    return tuple(Block(text=text, kind="paragraph", gap_before=True) for text in texts if text)


def blocks_of(tree: html.HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of the tree: headings and list items say so, everything else is a paragraph."""
    return tuple(Block(text=piece.text, kind=piece.kind, gap_before=True) for piece in pieces_of(tree)[0])


def pieces_of(tree: html.HtmlElement) -> tuple[list[Piece], list[Place]]:
    """Return the blocks of the tree with where they stand, and all places, each after the one that holds it.

    It walks without recursion, so nesting is no danger, and once, so its work grows with the page.
    """
    here = Place("", None)
    pieces: list[Piece] = []
    places = [here]
    words: list[str] = []
    kinds: list[BlockKind] = ["paragraph"]
    silent = links = linked = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if silent:  # only the end of what is silent matters
            if tag in SILENT:
                silent += 1 if event == "start" else -1
            if silent or event == "start":
                continue
            text = element.tail
        else:
            if event == "start" and tag in SILENT:
                silent = 1
                continue
            breaks = tag not in INLINE
            if breaks and words:
                if text := tidy("".join(words)):
                    pieces.append(Piece(text, kinds[-1], here, linked))
                words.clear()
                linked = 0
            if event == "start":
                if breaks:
                    here = _place(element, tag, here)
                    places.append(here)
                    if tag in HEADINGS:
                        kinds.append("heading")
                    elif tag == "li":
                        kinds.append("item")
                elif tag == "a":
                    links += 1
                text = element.text
            else:
                if breaks:
                    here = here.parent or here
                    if tag in HEADINGS or tag == "li":
                        kinds.pop()
                elif tag == "a":
                    links -= 1
                text = element.tail
        if text:
            words.append(text)
            if links:
                linked += len(" ".join(text.split()))
    if text := tidy("".join(words)):
        pieces.append(Piece(text, kinds[-1], here, linked))
    return pieces, places


def rows_joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the cells of each short row of a table joined into one."""
    joined: list[Piece] = []
    row: list[Piece] = []
    of: Place | None = None
    for piece in [*pieces, None]:
        now = piece.place.row if piece is not None else None
        if row and now is not of:
            joined += _one_row(row, of)
            row = []
        of = now
        if piece is not None:
            (joined if now is None else row).append(piece)
    return joined


def _one_row(row: list[Piece], place: Place | None) -> list[Piece]:
    apart = len({id(piece.place) for piece in row}) == 1 or any(piece.kind in _SINGLE for piece in row)
    if place is None or apart or sum(len(piece.text) for piece in row) > LONGEST_ROW:
        return row
    return [Piece(" ".join(piece.text for piece in row), "paragraph", place, sum(piece.linked for piece in row))]


def _place(element: html.HtmlElement, tag: str, within: Place) -> Place:
    names, name, style = element.get("class"), element.get("id"), element.get("style")
    return Place(
        tag,
        within,
        names=names[:LONGEST_NAME] if names else "",
        name=name[:LONGEST_NAME] if name else "",
        hidden=bool(style and _NOT_SHOWN.search(style[:LONGEST_NAME])) or element.get("hidden") is not None,
    )
