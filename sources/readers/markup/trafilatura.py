"""The article of an HTML page as trafilatura finds it."""

from collections.abc import Iterator

from lxml import etree, html

_MENUS = ("nav", "footer", "menu", "input", "label", "textarea", "link", "meta", "source")
_LONG_NAMES = etree.XPath("//*[string-length(@class) > 2000 or string-length(@id) > 2000]")
_BREAKS = frozenset({"p", "head", "item", "quote", "row", "table", "list", "lb", "code", "body", "graphic"})

MOST_ELEMENTS = 50_000
"""Elements of the largest page that trafilatura is asked about: it looks at each some fifty times. A page with more is
no article, or cleaning finds it by its lines."""


def body_texts(tree: html.HtmlElement) -> list[str]:
    """Return the blocks of text that trafilatura takes for the article; none when it finds none or cannot read it.

    The tree loses its menus: trafilatura takes them out in any case, but copies and searches the tree before.
    """
    from trafilatura import bare_extraction

    if tree.xpath("count(//*)") > MOST_ELEMENTS:
        return []
    etree.strip_elements(tree, *_MENUS, with_tail=False)
    for element in _LONG_NAMES(tree):  # it searches each name with dozens of patterns
        element.attrib.clear()
    try:
        document = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # whatever a hostile page breaks inside the library, cleaning can still look at the page's blocks
        return []
    root = getattr(document, "body", None)
    return [] if root is None else list(_texts(root))


def _texts(root: etree._Element) -> Iterator[str]:
    """Give the text of each block: a table's row is one, a line break parts two."""
    words: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BREAKS and words:
            yield "".join(words)
            words.clear()
        if event == "start":
            words.append(element.text or "")
        else:
            words.append(f"{' ' if element.tag == 'cell' else ''}{element.tail or ''}")
    yield "".join(words)
