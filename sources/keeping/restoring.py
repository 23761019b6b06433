"""What a person mends in an article: blocks that cleaning cut are put back, particulars are corrected."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from sources.article import Article, Removed, id_with
from sources.clean import DATELINE
from sources.errors import BadDate, InputError, UnknownName

BY_YOU = "given by you"
"""Where a corrected particular was found."""

CORRECTED = ("outlet", "title", "published", "byline", "section", "url")
"""The particulars that a person may correct."""


def put_back(article: Article, numbers: Collection[int]) -> Article:
    """Return the article with pieces of `Article.removed` in its text again, each where it stood.

    `numbers` count from 1 in the order of `removed`. A piece becomes a block of its own; the outlet's name before the
    text joins the block it was cut from; a piece whose place is not known comes last. Headings and the places of what
    stays cut move with the text. Raises UnknownName for a number that is none.
    """
    wrong = sorted(number for number in numbers if not 1 <= number <= len(article.removed))
    if wrong:
        there = f"the numbers are 1 to {len(article.removed)}" if article.removed else "nothing was cut from it"
        raise UnknownName(f"{article.id}: {', '.join(map(str, wrong))} names nothing that was cut; {there}")
    made = _Made()
    chosen = frozenset(numbers)
    cuts = sorted(enumerate(article.removed, start=1), key=lambda pair: _place(pair[1], article))
    for start, block in (*_blocks(article.text), (len(article.text), "")):
        while cuts and (_place(cuts[0][1], article) <= start or not block):
            number, cut = cuts.pop(0)
            made.take(number, cut, back=number in chosen, joins=bool(block) and cut.rule == DATELINE)
        if block:
            made.add(block, was=start)
    text = "\n\n".join(made.parts)
    moved = {number: made.at(index, end=len(text)) for number, index in made.cut.items()}
    return replace(
        article,
        id=id_with(article, title=article.title, text=text),
        text=text,
        headings=tuple(made.moved(start, end) for start, end in article.headings),
        removed=tuple(
            replace(cut, at=moved[number] if cut.at is not None else None)
            for number, cut in enumerate(article.removed, start=1)
            if number not in chosen
        ),
        found=_noted(article, {"text": f"{len(chosen)} of its cut pieces put back by you"}),
    )


class _Made:
    """A text that is put together again."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.cut: dict[int, int] = {}
        """Number of what stays cut -> how many blocks stand before it."""
        self._size = 0
        self._starts: list[int] = []
        self._shift: dict[int, int] = {}
        """Where a block of the old text began -> where its words begin now."""
        self._prefix = ""

    def take(self, number: int, cut: Removed, *, back: bool, joins: bool) -> None:
        """Take a piece that was cut: it comes back as a block, or joins the next one, or its place is noted."""
        words = " ".join(unicodedata.normalize("NFC", cut.text).split())
        if not back:
            self.cut[number] = len(self.parts)
        elif joins:
            self._prefix = f"{words} "
        elif words:
            self.add(words)

    def add(self, block: str, *, was: int | None = None) -> None:
        """Add a block; `was` is where it began in the old text, None for one that comes back."""
        prefix, self._prefix = ("", self._prefix) if was is None else (self._prefix, "")
        start = self._size + 2 if self.parts else 0
        if was is not None:
            self._shift[was] = start + len(prefix)
        self.parts.append(prefix + block)
        self._starts.append(start)
        self._size = start + len(prefix) + len(block)

    def at(self, index: int, *, end: int) -> int:
        """Return where the block with this index begins; `end` after the last."""
        return self._starts[index] if index < len(self._starts) else end

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the old text is now."""
        old = max(begin for begin in self._shift if begin <= start)
        return start + self._shift[old] - old, end + self._shift[old] - old


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for block in text.split("\n\n") if text else ():
        yield start, block
        start += len(block) + 2


def _place(cut: Removed, article: Article) -> int:
    return len(article.text) + 1 if cut.at is None else min(cut.at, len(article.text))


def corrected(article: Article, given: Mapping[str, str]) -> Article:
    """Return the article with particulars that a person gives: {one of `CORRECTED`: value}; "" means unknown.

    Raises InputError for an address that is none, BadDate for a date that is none, UnknownName for another particular.
    """
    unknown = sorted(given.keys() - set(CORRECTED))
    if unknown:
        raise UnknownName(f"{unknown[0]!r} is no particular of an article; they are {', '.join(CORRECTED)}")
    values = {field: " ".join(unicodedata.normalize("NFC", value).split()) or None for field, value in given.items()}
    address = values.get("url")
    if address and not re.fullmatch(r"https?://[^\s/]+\S*", address):
        raise InputError(f"{address}: is no address of a page; write it with https://")
    title = values.get("title", article.title)
    return replace(
        article,
        id=id_with(article, title=title, text=article.text),
        title=title,
        outlet=values.get("outlet", article.outlet),
        url=address if "url" in values else article.url,
        published=_moment(values["published"]) if "published" in values else article.published,
        byline=values.get("byline", article.byline),
        section=values.get("section", article.section),
        found=_noted(article, dict.fromkeys(given, BY_YOU)),
    )


def _moment(written: str | None) -> datetime | None:
    from sources.readers.tables.moments import moment_of

    try:
        return moment_of(written)[0] if written else None
    except BadDate as error:
        why = "is no date that can be read; write it like 2026-01-31 or 2026-01-31T09:30+00:00"
        raise BadDate(f"{written}: {why}") from error


def _noted(article: Article, where: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({**dict(article.found), **where}.items()))
