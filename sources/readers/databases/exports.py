"""Which export of a news database a document is; else it is one article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sources.page import Page, Refused
from sources.readers import factiva, nexis, proquest
from sources.readers.office.document import Document, page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A form in which a news database gives its articles, many in one document."""

    name: str
    """Stored in `Article.source` as the reader's name."""

    knows: Callable[[Document], bool]
    """document -> whether it is such an export, by the marks of the form."""

    pages: Callable[[Document, str], Iterator[Page | Refused]]
    """(document, origin) -> its articles in order."""


ALL_EXPORTS: tuple[Export, ...] = (
    Export(name=nexis.READER.name, knows=nexis.knows, pages=nexis.pages),
    Export(name=factiva.READER.name, knows=factiva.knows, pages=factiva.pages),
    Export(name=proquest.NAME, knows=proquest.knows, pages=proquest.pages),
)
"""Every form that is known."""


def pages_of(document: Document, *, reader: str, origin: str) -> Iterator[Page | Refused]:
    """Yield the articles of an export, or the one article that any other document is."""
    export = next((each for each in ALL_EXPORTS if each.knows(document)), None)
    if export is None:
        yield page_of(document, reader=reader, origin=origin)
    else:
        yield from export.pages(document, origin)
