"""What the head of an HTML page holds, read once: meta elements, JSON-LD, links, headings, dates."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from sources.readers.markup.blocks import tidy
from sources.readers.markup.lines import crumbs_of, lines_near, owners_of
from sources.readers.markup.places import LINKS, NEVER, hints_of

MOST_JSON = 400_000
"""Characters of one JSON-LD script that are looked at; more is no description of an article."""

MOST_OBJECTS = 2_000
"""Objects of a page's JSON-LD that are looked at."""

_ARTICLES = re.compile(r"article|posting|report|review|webpage", re.IGNORECASE)
_WRAPPED = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*\Z|;\s*\Z")
_CHANGED = re.compile(r"modif|updat|edit", re.IGNORECASE)

_SEVERAL = frozenset({"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"})
"""Meta elements that a page repeats for each of its authors."""

Fact = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the page's elements say; texts as they stand."""

    meta: dict[str, str]
    """Name, property or itemprop of a meta element in lower case -> its first content that is not blank; of
    authors, all."""

    facts: list[Fact]
    """The objects of JSON-LD that describe an article, the likeliest first."""

    objects: dict[str, Fact]
    """`@id` -> object of JSON-LD, for objects that only name another."""

    canonical: str | None
    headings: tuple[str, ...]
    """The texts of main headings (h1), each once."""

    title: str | None
    """The window's title."""

    crumbs: tuple[str, ...]
    """The parts of the page's breadcrumb, of JSON-LD or of its own element, the outermost first."""

    owners: tuple[str, ...]
    """The lines with a copyright sign, short ones."""

    dates: tuple[tuple[str, str], ...]
    """(where, stamp) for the dates of publication among the page's elements: microdata, then `time` elements with
    `pubdate`, then the first below the main heading that tells no change and stands in no list of other stories, then
    a line near the main heading that is a date and nothing else."""


def head_of(tree: html.HtmlElement) -> Head:
    """Return what the page's head, and the elements around its headline, say."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if content and content.strip():
            for attribute in ("property", "name", "itemprop"):
                for name in (element.get(attribute) or "").lower().split():
                    if name in _SEVERAL and content not in meta.get(name, content) and len(meta[name]) < 200:
                        meta[name] += f", {content}"
                    meta.setdefault(name, content)
    canonical = next(
        (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()), None
    )
    objects = list(_objects(tree))
    main = list(tree.iter("h1"))
    texts = (tidy(" ".join(heading.itertext())) for heading in main)
    title = next((tidy(" ".join(element.itertext())) for element in tree.iter("title")), None)
    return Head(
        meta=meta,
        facts=_articles(objects, canonical or meta.get("og:url")),
        objects={name: each for each in objects if isinstance(name := each.get("@id"), str) and len(each) > 1},
        canonical=canonical,
        headings=tuple(dict.fromkeys(text for text in texts if text)),
        title=title,
        crumbs=tuple(crumbs_of(tree, objects)),
        owners=tuple(owners_of(tree)),
        dates=(*_dates(tree), *lines_near(main)),
    )


def _objects(tree: html.HtmlElement) -> Iterator[Fact]:
    """Give the objects of all JSON-LD scripts, those inside graphs, lists and main entities too."""
    left = MOST_OBJECTS
    for script in tree.iter("script"):
        if not (script.get("type") or "").lower().strip().startswith("application/ld+json"):
            continue
        try:
            waiting = [json.loads(_WRAPPED.sub("", (script.text or "")[:MOST_JSON]), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            value = waiting.pop(0)
            left -= 1
            if isinstance(value, list):
                waiting.extend(value[:50])
            elif isinstance(value, dict):
                yield value
                waiting += [value[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in value]


def _articles(objects: list[Fact], address: str | None) -> list[Fact]:
    """Return the objects that describe an article: this page's first, then those that have a headline."""
    described = [each for each in objects if _ARTICLES.search(str(each.get("@type", "")))]

    def rank(fact: Fact) -> tuple[bool, bool]:
        page = fact.get("mainEntityOfPage")
        named = (fact.get("url"), page.get("@id") if isinstance(page, dict) else page)
        return "headline" not in fact, address is None or address not in named

    return sorted(described, key=rank)


def _dates(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.xpath("//*[@itemprop='datePublished']")[:2]:
        stamp = element.get("content") or element.get("datetime")
        if stamp:
            yield "itemprop datePublished", stamp
    below = False
    for element in tree.iter("h1", "time"):
        if element.tag == "h1":
            below = True
            continue
        stamp = element.get("datetime")
        if stamp and element.get("pubdate") is not None:
            yield "time element", stamp
        elif stamp and below and not _elsewhere(element):
            yield "time element below the headline", stamp
            return


def _elsewhere(element: html.HtmlElement) -> bool:
    """Return whether a date tells a change, or stands in a menu, a list of other stories or comments."""
    own = " ".join([element.get("class") or "", element.get("itemprop") or "", element.text or ""])
    around = [each for each, _ in zip(element.iterancestors(), range(5), strict=False)]
    hints = 0
    for each in around:
        if each.tag not in ("body", "html", "header"):
            hints |= hints_of(each.tag, f"{each.get('class') or ''} {each.get('id') or ''}")
    told = " ".join([own, *((around[0].text or "", around[0].get("class") or "") if around else ())])
    return bool(hints & (NEVER | LINKS) & ~_HEADERS) or _CHANGED.search(told) is not None


_HEADERS = hints_of("div", "header share")
"""An article's own header holds its date, often beside the buttons to share it."""
