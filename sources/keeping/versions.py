"""Several articles by their ids at once, as they were where they were changed since."""

from collections.abc import Iterable

from sqlalchemy import select

from sources.article import Article
from sources.keeping.schema import ARTICLES, article_of
from sources.library import Library

_AT_ONCE = 500


def versions(library: Library, articles: Iterable[str]) -> dict[str, Article]:
    """Return articles by their ids, as `Library.version` does; those that stand in the library in one reading.

    Raises UnknownName for an id that never was.
    """
    wanted = list(dict.fromkeys(articles))
    found: dict[str, Article] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(ARTICLES).where(ARTICLES.c.id.in_(wanted[start : start + _AT_ONCE]))
        found |= {str(row["id"]): article_of(row) for row in library.rows(query)}
    return {each: found[each] if each in found else library.version(each) for each in wanted}
