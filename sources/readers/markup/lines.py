"""What a page's visible lines say where its head does not: breadcrumb, copyright line, the date below the headline."""

from collections.abc import Iterator, Sequence

from lxml import etree, html

from sources.cleaning.dates import is_date_line, is_update, read_date
from sources.readers.markup.blocks import SILENT, tidy

MOST_CRUMBS = 8
"""Parts in the longest breadcrumb."""

LONGEST_OWNER = 300
"""Characters of a line with a copyright sign."""

NEAR = 40
"""Elements after the main heading among which its date stands."""

MOST_WORDS_BETWEEN = 80
"""Words between the main heading and its date: then the text has begun."""

_CRUMBS = etree.XPath(
    "//*[(self::nav or self::ol or self::ul or self::div) and (contains(@class, 'breadcrumb') or "
    "contains(@class, 'Breadcrumb') or @id='breadcrumb' or @id='breadcrumbs' or @aria-label='breadcrumb' "
    "or @aria-label='Breadcrumb')]"
)
_SIGNED = etree.XPath("//text()[contains(., '\u00a9')]/parent::*")

_FOLLOWING = etree.XPath("following::*[position() <= 60]")


def crumbs_of(tree: html.HtmlElement, objects: Sequence[dict[str, object]]) -> Iterator[str]:
    """Give the parts of the page's breadcrumb, the outermost first."""
    for fact in objects:
        parts = fact.get("itemListElement")
        if fact.get("@type") == "BreadcrumbList" and isinstance(parts, list):
            for part in parts[:MOST_CRUMBS]:
                item = part.get("item") if isinstance(part, dict) else None
                name = part.get("name") if isinstance(part, dict) else None
                if not isinstance(name, str) and isinstance(item, dict):
                    name = item.get("name")
                if isinstance(name, str):
                    yield tidy(name)
            return
    trail = next(iter(_CRUMBS(tree)), None)
    if trail is not None:
        links = [tidy(" ".join(link.itertext())) for link in trail.iter("a")]
        if len(links) <= MOST_CRUMBS:
            yield from (link for link in links if link)


def owners_of(tree: html.HtmlElement) -> Iterator[str]:
    """Give the lines that carry a copyright sign."""
    for element in _SIGNED(tree)[:5]:
        if element.tag not in SILENT and element.tag != "title":
            yield tidy(" ".join(element.itertext()))[:LONGEST_OWNER]


def lines_near(headings: Sequence[html.HtmlElement]) -> Iterator[tuple[str, str]]:
    """Give the first line after the only main heading that is a date of publication and nothing else."""
    if len(headings) != 1:
        return
    words = 0
    for number, element in _after(headings[0]):
        text = tidy(element.text or "")
        if number > NEAR or words > MOST_WORDS_BETWEEN:
            return
        words += len(text.split())
        if text and element.tag != "time" and is_date_line(text) and read_date(text) and not is_update(text):
            yield "line below the headline", text
            return


def _after(heading: html.HtmlElement) -> Iterator[tuple[int, html.HtmlElement]]:
    following = _FOLLOWING(heading)
    shown = (element for element in following if isinstance(element.tag, str) and element.tag not in SILENT)
    return iter(enumerate(shown))
