"""A page's blocks as every rule may rely on them: one line each, NFC, none empty."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import replace

from sources.page import Page

_LONE = re.compile("[\ud800-\udfff]")
"""Halves of a character that no encoding has: JSON can spell them."""


def on_one_line(text: str) -> str:
    """Return the text in NFC, each run of white space one space, trimmed; a character that is none becomes U+FFFD."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _LONE.sub("\ufffd", text))
    return " ".join(text.split())


def sound(page: Page) -> Page:
    """Return the page with every block and field on one line and without empty blocks; what was cut keeps its place."""
    texts = [on_one_line(block.text) for block in page.blocks]
    full = [number for number, text in enumerate(texts) if text]
    blocks = tuple(
        page.blocks[n] if texts[n] == page.blocks[n].text else replace(page.blocks[n], text=texts[n]) for n in full
    )
    removed = tuple(
        replace(
            cut,
            text=on_one_line(cut.text),
            before=None if cut.before is None else bisect_left(full, max(cut.before, 0)),
        )
        for cut in sorted(page.removed, key=lambda cut: (cut.before is None, max(cut.before or 0, 0)))
        if cut.text.strip()
    )
    return replace(
        page,
        blocks=blocks,
        removed=removed,
        title=_field(page.title),
        outlet=_field(page.outlet),
        byline=_field(page.byline),
        section=_field(page.section),
    )


def _field(value: str | None) -> str | None:
    return on_one_line(value) or None if value else None
