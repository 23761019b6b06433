"""Pages of which less than the whole article is held: cut off, behind a paywall, or only a summary."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import wordlists
from analysis.tables import SHORTENED, rows

CLOSE_TO_END = 0.7
"""Share of the text after which a line that asks readers to pay stands where the text breaks off."""

PART = 300
"""Words from which a text that ends with such a line is taken to be whole all the same."""

NOTE = 80
"""Words up to which a text of a few sentences is only a summary."""

FEW = 4
"""Sentences that a summary has at most."""

LINE = 12
"""Fewest words of a last block that can be a sentence broken off; shorter ones are credits and signatures."""

_DOTS = re.compile(r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.|\+\s?\d+ chars)\s*\])[\s»›>→\])\"”’']*\Z")
_WHOLE = re.compile(r"[.!?。”\"’'»)\]*|©…]\s*\Z")
_SPOKEN = re.compile(r"[.!?][”\"’']?\s")


class Why(NamedTuple):
    """That a text is not whole."""

    kind: str
    """cut, paywalled or summary."""

    words: str
    """What in the page says so."""


def shortened(articles: pd.DataFrame) -> pd.DataFrame:
    """Return SHORTENED for those of the ARTICLES of which less than the whole is held."""
    found: list[tuple[str, str, str]] = []
    for article in rows(articles):
        removed = [(str(cut["text"]), cut["at"]) if isinstance(cut, dict) else (cut.text, cut.at)
                   for cut in article.removed]  # fmt: skip
        why = why_shortened(str(article.text), removed)
        if why is not None:
            found.append((str(article.id), why.kind, why.words))
    return SHORTENED.frame(found)


def why_shortened(text: str, removed: Sequence[tuple[str, int | None]] = ()) -> Why | None:
    """Return why a text is taken to be less than the article, None where it seems whole.

    `removed` are lines that cleaning took out, with where in the text they stood. A line that asks to subscribe or
    to sign in for the rest counts at the end of a short text only: many sites print it under whole articles.
    """
    blocks = text.split("\n\n")
    last = blocks[-1].strip()
    words = len(text.split())
    if words <= PART:
        at_end = [line for line, at in removed if at is None or at >= CLOSE_TO_END * len(text)]
        for line in (*blocks[-2:], *at_end):
            if len(line.split()) <= 3 * LINE and (said := _asks(line)):
                return Why("paywalled", said)
    if _DOTS.search(last):
        return Why("cut", " ".join(last.split()[-4:]))
    if len(last.split()) >= LINE and not _WHOLE.search(last):
        return Why("cut", " ".join(last.split()[-4:]))
    if words <= NOTE and len(_SPOKEN.findall(text + " ")) <= FEW:
        return Why("summary", f"{words} words")
    return None


def _asks(line: str) -> str:
    """Return the words of a line that ask the reader to pay or to sign in for the rest; "" where there are none."""
    match = _paywall().search(line.replace("’", "'"))
    return line[slice(*match.span())] if match else ""


@cache
def _paywall() -> re.Pattern[str]:
    phrases = sorted(wordlists.column("paywall_phrases"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(phrase) for phrase in phrases)})(?!\w)", re.IGNORECASE)
