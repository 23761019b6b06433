"""Lines that an outlet prints on many of its pages, cut from articles that are in the library already.

What one page cannot tell, many can: `sources.cleaning.repeats` counts, here the lines are taken out. Nothing is lost:
they stand in `Article.removed` from then on, and each change can be undone.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sources.article import Article, Removed, article_id
from sources.cleaning.repeats import REPEATED_LINE, Repeats
from sources.errors import LibraryError
from sources.library import Library

SWEPT = "cut lines of many pages"
"""What the library notes of such a change."""


def sweep(
    library: Library, *, only_look: bool = False, progress: Callable[[str, int, int], None] | None = None
) -> Iterator[tuple[Article, Article]]:
    """Cut the lines of many pages from every article of the library; yield (as it was, as it is now) for each changed.

    Left alone: articles that a person put text back into, and those where an earlier cut was undone. With `only_look`
    nothing is changed. Raises LibraryError when the library cannot be written.
    """
    tell = progress or (lambda *_: None)
    number = library.count()
    repeats = Repeats()
    for done, article in enumerate(library.articles()):
        repeats.note(article)
        tell("counting lines", done, number)
    decided = library.decided(SWEPT)
    for done, article in enumerate(library.articles()):
        tell("looking", done, number)
        if article.id in decided or not (lines := repeats.lines_for(article)):
            continue
        after = without_lines(article, lines)
        if not only_look:
            try:
                library.replace(article.id, after, what=SWEPT)
            except LibraryError as error:
                if "has this text already" not in str(error):
                    raise
                continue  # the same article is there without these lines: two stay two
        yield article, after


def without_lines(article: Article, lines: frozenset[str]) -> Article:
    """Return the article without the blocks that are one of `lines`: they are added to `removed`, in their place."""
    parts: list[str] = []
    cut: list[tuple[int, str]] = []
    begins: dict[int, int] = {}
    start = position = 0
    for block in article.text.split("\n\n"):
        begins[start] = position
        if block in lines:
            cut.append((start, block))
        else:
            parts.append(block)
            position += len(block) + 2
        start += len(block) + 2
    text = "\n\n".join(parts)
    begins[len(article.text)] = len(text)
    gone = {at for at, _ in cut}
    before = [(_old_place(each, article), each) for each in article.removed]
    new = [(at, Removed(text=block, rule=REPEATED_LINE.name, at=at)) for at, block in cut]
    removed = sorted([*before, *new], key=lambda pair: pair[0])
    return replace(
        article,
        id=article_id(article.title, text),
        text=text,
        headings=tuple(
            (begins[start], begins[start] + end - start) for start, end in article.headings if start not in gone
        ),
        removed=tuple(
            each if each.at is None else replace(each, at=min(_moved(each.at, begins), len(text)))
            for _, each in removed
        ),
    )


def _old_place(cut: Removed, article: Article) -> int:
    return len(article.text) + 1 if cut.at is None else cut.at


def _moved(at: int, begins: dict[int, int]) -> int:
    """Return where the block that began at `at` begins now, or the next that is left."""
    return begins[at] if at in begins else begins[min((each for each in begins if each >= at), default=max(begins))]
