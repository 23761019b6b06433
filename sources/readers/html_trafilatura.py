"""The article of an HTML page as trafilatura finds it."""

from collections.abc import Iterator

from lxml import etree, html

_BREAKS = frozenset({"p", "head", "item", "quote", "row", "table", "list", "lb", "code", "body", "graphic"})


def body_texts(tree: html.HtmlElement) -> list[str]:
    """Return the blocks of text that trafilatura takes for the article; none when it finds none or cannot read it."""
    from trafilatura import bare_extraction

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
