"""The text of a feed's entry: its blocks, and whether it is the whole article or a teaser."""

import re
from dataclasses import dataclass

from sources.cleaning.prose import ends_like_sentence, words_in
from sources.page import Block, Cut
from sources.readers.html import OUTSIDE
from sources.readers.markup.blocks import bare_blocks, blocks_of, parse, tidy

FEWEST_WORDS = 150
"""An entry with fewer words is a teaser."""

FEWEST_PARAGRAPHS = 3
"""An entry with fewer paragraphs of eight words or more is a teaser."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BESIDE = "//figure | //figcaption | //aside | //form | //nav | //footer | //button | //*[@hidden]"
"""Elements of an entry that are no part of its article: pictures with captions, boxes, forms."""

_MARK = "\ufdd0"
"""Stands where such an element was; a character that no text may hold."""

_FOOTER = re.compile(
    r"\A(?:the (?:post|article|story|entry)|this (?:post|article|story)) .{1,300}? (?:first )?appeared (?:first )?"
    r"(?:on|in|at) .{1,120}\Z|\A(?:source|via|tags?|filed under|posted in|copyright|©).{0,120}\Z|\Ashare this\W*\Z",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&hellip;|\+\d+ chars)\s*\])[\s»›>→\])]*\Z")
_MORE = re.compile(
    r"\b(?:read (?:more|on|the (?:full|rest|whole|entire|original)\b.{0,60}|full\b.{0,40}|(?:the )?article)"
    r"|(?:continue|keep) reading.{0,80}|full (?:story|article|text)\b.{0,30}|more (?:here|at)\b.{0,40}|see more"
    r"|weiterlesen|mehr lesen|lire la suite|lire plus|leer más|seguir leyendo|continua a leggere|leggi tutto"
    r"|lees (?:verder|meer)|läs (?:mer|vidare)|les mer|læs mere|leia mais|ler mais|czytaj dalej|читать далее)"
    r"[\s.…»›>→:\])]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """What an entry holds of its article."""

    blocks: tuple[Block, ...] = ()
    removed: tuple[Cut, ...] = ()
    """What stood beside the article: captions, boxes, the line of the feed's maker at the end."""

    whole: bool = False
    """Whether it is the whole article, as far as its form tells."""


def entry_text(value: str) -> EntryText:
    """Return the text in the markup (or plain text) of an entry.

    It is the whole article when it has at least 150 words in three paragraphs or more, ends like a sentence, and
    neither breaks off ("…", "[...]") nor ends in a call to read on. Everything else is a teaser: taking a whole text
    for a teaser costs one request, the other way round an article would be judged by its beginning.
    """
    if _TAG.search(value):
        blocks, removed = _marked_up(value)
    else:
        from sources.readers.plain_text import blocks_of_text

        blocks, removed = list(blocks_of_text(value)), []
    while blocks and _FOOTER.match(blocks[-1].text):
        footer = blocks.pop()
        removed.append(Cut(text=footer.text, rule=OUTSIDE, before=len(blocks)))
    removed = [cut if (cut.before or 0) <= len(blocks) else _at_end(cut, len(blocks)) for cut in removed]
    return EntryText(
        blocks=tuple(blocks),
        removed=tuple(sorted(removed, key=lambda cut: cut.before or 0)),
        whole=_is_whole(blocks),
    )


def plain(value: str | None) -> str | None:
    """Return a short text, a headline or a name, without markup on one line; None when nothing is left."""
    import html

    if not value:
        return None
    bare = re.sub(r"<(?:br|p|div|li)\b[^<>]*>", " ", value, flags=re.IGNORECASE)
    return tidy(html.unescape(_TAG.sub("", bare))) or None


def _at_end(cut: Cut, end: int) -> Cut:
    return Cut(text=cut.text, rule=cut.rule, before=end)


def _is_whole(blocks: list[Block]) -> bool:
    if not blocks:
        return False
    paragraphs = [block for block in blocks if block.kind != "heading" and words_in(block.text) >= 8]
    last = blocks[-1].text
    return (
        sum(words_in(block.text) for block in blocks) >= FEWEST_WORDS
        and len(paragraphs) >= FEWEST_PARAGRAPHS
        and not any(_CUT_OFF.search(text[-120:]) or _MORE.search(text[-120:]) for text in (last, paragraphs[-1].text))
        and any(ends_like_sentence(block.text) for block in blocks[-2:])
    )


def _marked_up(value: str) -> tuple[list[Block], list[Cut]]:
    tree = parse(f"<html><body>{value}</body></html>")
    if tree is None:
        return list(bare_blocks(value)), []
    beside: list[str] = []
    for element in tree.xpath(_BESIDE):
        if element.getparent() is None or not any(each is tree for each in element.iterancestors()):
            continue  # inside one that is gone already
        beside.append(tidy(" ".join(element.itertext())))
        mark = element.makeelement("p")
        mark.text = f"{_MARK}{len(beside) - 1}"
        mark.tail = element.tail
        element.getparent().replace(element, mark)
    blocks: list[Block] = []
    removed: list[Cut] = []
    for block in blocks_of(tree):
        if not block.text.startswith(_MARK):
            blocks.append(block)
        elif text := beside[int(block.text[1:])]:
            removed.append(Cut(text=text, rule=OUTSIDE, before=len(blocks)))
    return blocks, removed
