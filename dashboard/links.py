"""Addresses: of pages of the dashboard, and of pages elsewhere when they are safe to open."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode, urlsplit

from dash import get_relative_path

Pairs = Sequence[tuple[str, str]]


def to_page(path: str, pairs: Pairs = (), *, anchor: str = "") -> str:
    """Return the address of a page of the dashboard, with the prefix that it is served under."""
    query = f"?{urlencode(list(pairs))}" if pairs else ""
    place: str = get_relative_path(path)  # type: ignore[no-untyped-call]
    return f"{place}{query}{f'#{anchor}' if anchor else ''}"


def to_story(story: str, pairs: Pairs = (), *, anchor: str = "") -> str:
    """Return the address of a story."""
    return to_page(f"/story/{quote(story, safe='')}", pairs, anchor=anchor)


def to_article(article: str, pairs: Pairs = (), *, anchor: str = "") -> str:
    """Return the address of an article."""
    return to_page(f"/article/{quote(article, safe='')}", pairs, anchor=anchor)


def to_value(article: str, *, value: str, voice: str) -> str:
    """Return the address that opens a number of an article at the words it was counted from."""
    return to_article(article, (("value", value), ("voice", voice)), anchor="counted")


def to_sentence(article: str, sentence: int) -> str:
    """Return the address of one sentence in its article (-1 for the headline)."""
    anchor = "page-title" if sentence < 0 else f"s{sentence}"
    return to_article(article, (("sentence", str(sentence)),), anchor=anchor)


def to_measure(name: str) -> str:
    """Return the address of a measure's explanation."""
    return to_page("/method", anchor=f"measure-{name}")


def to_file(path: str, pairs: Pairs = ()) -> str:
    """Return the address of a file to take away: "story/s1.csv"."""
    return to_page(f"/files/{path}", pairs)


def safe_href(url: str | None) -> str | None:
    """Return `url` when it is http or https with a host and nothing odd in it, else None."""
    if not url or any(ord(letter) <= 32 for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname and not parts.username else None
