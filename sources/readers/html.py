"""HTML pages: trafilatura finds the body, the page's own form puts it right; what is left over is listed as removed."""

import re
from collections.abc import Iterable, Iterator

from sources.adding.decode import decode
from sources.cleaning.display import PULL_QUOTE
from sources.cleaning.prose import ends_like_sentence, lower_share
from sources.errors import NoArticle
from sources.page import Block, Cut, Page, Reader
from sources.readers.markup.alignment import covered
from sources.readers.markup.blocks import Piece, bare_blocks, parse, pieces_of, rows_joined, strip_silent
from sources.readers.markup.body import Chosen, chosen
from sources.readers.markup.metadata import metadata_of
from sources.readers.markup.trafilatura import body_texts

NAME = "HTML"
OUTSIDE = "outside the article (HTML)"
LINK = "link to something else (HTML)"

FEWEST_WORDS = 25
"""A body with fewer words is taken as not found: cleaning then looks for it in the whole page."""
FEWEST_CHARACTERS = 200
"""The same for scripts that write no spaces between words."""

_MARKUP = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_PIECE = re.compile(rb"\A\s*<(?:article|div|p|h1|main|section|meta|title|!--)[\s>-]", re.IGNORECASE)


def _detects(start: bytes, name: str) -> bool:
    return bool(_MARKUP.search(start.replace(b"\x00", b"")) or _PIECE.match(start))


def pages(content: bytes, origin: str) -> Iterator[Page]:
    """Yield the one page that the bytes of an HTML page hold. Raises InputError when they hold none."""
    decoded = decode(content)
    tree = parse(decoded.text)
    if tree is None:
        raise NoArticle(
            "no article found: the page has no HTML element with text; save the page again from the browser"
        )
    says = metadata_of(tree)
    strip_silent(tree)
    pieces, places = pieces_of(tree)
    pieces = rows_joined(pieces)
    texts = [piece.text for piece in pieces]
    said = covered(texts, says.body) if says.body else None
    found = covered(texts, body_texts(tree))
    if said and 2 * _characters(map(min, found, said), texts) < _characters(said, texts):
        found = said  # trafilatura took another part of the page, or none
    became = chosen(pieces, places, found, said=said)
    body = [piece for piece, what in zip(pieces, became, strict=True) if what.body]
    settled = _reads_like_text(body)  # else a menu, as cleaning will find
    blocks = _blocks(body if settled else pieces) or bare_blocks(decoded.text)
    cuts = tuple(_cuts(pieces, became)) if settled else ()
    if (
        not settled
        and says.body
        and sum(share * len(text) for share, text in zip(said or (), texts, strict=True)) < 200
    ):
        settled = True  # a script would have put the text on the page: it stands in the page's data alone
        cuts = tuple(Cut(text=block.text, rule=OUTSIDE, before=0) for block in blocks)
        blocks = tuple(Block(text=text, kind="paragraph", gap_before=True) for text in says.body)
    yield Page(
        blocks=blocks,
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
        removed=cuts,
        notes=(*([decoded.note] if decoded.note else []), *says.notes),
    )


def _characters(shares: Iterable[float], texts: list[str]) -> float:
    return sum(share * len(text) for share, text in zip(shares, texts, strict=True))


def _reads_like_text(body: list[Piece]) -> bool:
    words = sum(len(piece.text.split()) for piece in body)
    if words < FEWEST_WORDS and sum(len(piece.text) for piece in body) < FEWEST_CHARACTERS:
        return False
    return any(
        ends_like_sentence(piece.text) or (len(piece.text.split()) >= FEWEST_WORDS and lower_share(piece.text) > 0.5)
        for piece in body
    )


def _cuts(pieces: list[Piece], became: list[Chosen]) -> Iterator[Cut]:
    before = 0
    for piece, what in zip(pieces, became, strict=True):
        before += what.body
        if not what.body:
            rule = PULL_QUOTE.name if what.again else LINK if what.linked else OUTSIDE
            yield Cut(text=piece.text, rule=rule, before=before)


def _blocks(pieces: list[Piece]) -> tuple[Block, ...]:
    return tuple(Block(text=piece.text, kind=piece.kind, gap_before=True) for piece in pieces)


READER = Reader(name=NAME, detects=_detects, read=pages)
