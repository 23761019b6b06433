"""`Article`: one text as it is kept, final from the moment it enters the library."""

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Something that cleaning took out, kept so that it can be shown and put back."""

    text: str
    """The words that were cut, as they stood on the page (one line or block)."""

    rule: str
    """Name of the rule that cut it, one of `sources.clean.RULES`."""

    at: int | None = None
    """Offset in `Article.text` before which it stood (always where a block begins, or the end); None when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. Everything but `id`, `text` and `source` may be unknown, which is None (or empty), never a guess."""

    id: str
    """16 hexadecimal digits from `article_id(title, text)`: the same page read twice has the same id. Where another
    outlet's print of the same title and text was kept before, from `print_id` instead."""

    text: str
    """The body: NFC, blocks (paragraphs, list items, section headings) joined by one blank line, no line break inside a
    block, no headline, no site summary. Offsets everywhere in Parallax are character offsets into this string and stay
    valid for ever."""

    title: str | None = None
    """The headline as printed on the page; None when the page does not say."""

    outlet: str | None = None
    """The outlet's name: the canonical name in outlets.toml where it is listed, else as the page names it; None when
    the page does not say."""

    url: str | None = None
    """Canonical address of the page (http or https); None when unknown."""

    published: datetime | None = None
    """When it was published: always aware (with time zone); None when the page does not say. Never a file's time."""

    byline: str | None = None
    """Author or authors as printed, without "By"; several joined by ", "; None when the page does not say."""

    section: str | None = None
    """The outlet's section ("World"); None when unknown."""

    language: str | None = None
    """ISO 639-1 code found from the text ("en"); None when the text is too short to tell."""

    source: str = ""
    """How it came: the reader's name and where from, e.g. "plain text: seeds/000.txt"."""

    summary: tuple[str, ...] = ()
    """The site's own summary ("Highlights", "Key points"), one entry a point: apart from the body, never scored."""

    headings: tuple[tuple[int, int], ...] = ()
    """(start, end) of each section heading inside `text`: they stay in the text but are no sentences."""

    removed: tuple[Removed, ...] = ()
    """What cleaning cut, in page order, with the rule that cut it."""

    found: tuple[tuple[str, str], ...] = ()
    """(field, where it was found) for each of title, outlet, published, byline, section, url and language that is
    known: ("outlet", "line 'Source X'"). A reader may say more, of the text itself: ("text", "column 'content'")."""


def article_id(title: str | None, text: str) -> str:
    """Return the id of an article with this title and final text: 16 hexadecimal digits of a SHA-256."""
    digest = hashlib.sha256(f"{title or ''}\x00{text}".encode()).hexdigest()
    return digest[:16]


def print_id(title: str | None, text: str, publisher: str) -> str:
    """Return the id of a print of a text that the library holds from another publisher already."""
    return article_id(title, f"{text}\x00{publisher}")


def id_with(article: Article, *, title: str | None, text: str) -> str:
    """Return the id that an article has with another title or text; a print of its own stays one."""
    if (title, text) == (article.title, article.text):
        return article.id
    if article.id == article_id(article.title, article.text):
        return article_id(title, text)
    return print_id(title, text, article.id)
