"""Lines that an outlet prints on many of its pages, cut from articles that are in the library already.

What one page cannot tell, many can: `sources.cleaning.repeats` counts, here the lines are taken out. Nothing is lost:
they stand in `Article.removed` from then on, and each change can be undone.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from sources.article import Article, Removed, id_with
from sources.cleaning.repeats import REPEATED_LINE, Repeats
from sources.errors import UnknownName
from sources.library import Library
from sources.outlets import host_of

SWEPT = "cut lines of many pages"
"""What the library notes of such a change."""

_AT_ONCE = 500
"""Articles that are changed at once."""

_OLDER = 1_000
"""Articles of before that are counted when new ones are swept, shared evenly among the outlets of the new ones."""

_FEWEST_OLDER = 10
"""Articles of before that are counted for each outlet, however many outlets there are."""

_NEWEST = 20_000
"""Articles of before among which those are looked for."""

Progress = Callable[[str, int, int], None]
"""(what is done, articles done, articles in all) -> nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What became of the articles that were added since the last look."""

    lines: int = 0
    """Lines that were cut."""

    articles: int = 0
    """Articles that they were cut from."""

    first: str | None = None
    """Id of one of these articles; None when there is none."""

    older: int = 0
    """Articles of before that print one of these lines too: only a sweep of the whole library cuts it there."""

    whole: bool = True
    """False when the person stopped it: the next call does it anew."""


def sweep(
    library: Library,
    *,
    among: Collection[str] | None = None,
    only_look: bool = False,
    progress: Progress | None = None,
) -> Iterator[tuple[Article, Article]]:
    """Cut the lines of many pages from every article of the library; yield (as it was, as it is now) for each changed.

    With `among`, ids of articles, only they are changed, and counted with others of their outlets (the newest, at most
    about `_OLDER`). What comes out depends on which articles there are, not on the order in which they were added.
    Left alone: articles that a person put text back into, and those where an earlier cut was undone. With `only_look`
    nothing is changed. Raises LibraryError when the library cannot be written, UnknownName for an id that is none.
    """
    places = library.places()
    ids = [str(row["id"]) for row in reversed(places)] if among is None else sorted(set(among))
    older = [] if among is None else _neighbours(library, ids)
    repeats = _counted(library, [*ids, *older], progress=progress)
    yield from _cut(library, ids, repeats, only_look=only_look, progress=progress)
    if among is None and not only_look and places:
        library.note_swept(int(places[0]["number"]))


def sweep_new(library: Library, *, progress: Progress | None = None, stop: Callable[[], bool] | None = None) -> Swept:
    """Cut the lines of many pages from the articles that were added since this was last done, and note that it was.

    Articles of before are counted and stay as they are. When it is stopped or killed, the next call does it: what was
    cut by then is counted as it was printed. Raises LibraryError when the library cannot be written.
    """
    new = library.places(after=library.swept())
    ids = sorted(str(row["id"]) for row in new)
    if not ids:
        return Swept()
    older = _neighbours(library, ids)
    repeats = _counted(library, [*ids, *older], progress=progress, stop=stop)
    lines: set[tuple[str, str]] = set()
    number = changed = 0
    first: str | None = None
    for before, after in _cut(library, ids, repeats, progress=progress, stop=stop):
        cut = lines_cut(before, after)
        lines |= {(_printer(before.outlet, before.url), line) for line in cut}
        number, changed, first = number + len(cut), changed + 1, first or after.id
    if stop is not None and stop():
        return Swept(lines=number, articles=changed, first=first, whole=False)
    library.note_swept(int(new[0]["number"]))
    elsewhere = _printing(library, older, repeats, lines) if lines else 0
    return Swept(lines=number, articles=changed, first=first, older=elsewhere)


def lines_cut(before: Article, after: Article) -> list[str]:
    """Return the blocks that one of the two has and the other lacks, in their order."""
    left = frozenset(after.text.split("\n\n"))
    return [block for block in before.text.split("\n\n") if block not in left]


def _counted(
    library: Library,
    ids: Collection[str],
    *,
    progress: Progress | None,
    stop: Callable[[], bool] | None = None,
) -> Repeats:
    """Count the lines of the articles, in the order of their ids: which of several copies counts is no accident."""
    repeats = Repeats()
    for done, article in enumerate(_articles(library, sorted(set(ids)))):
        if stop is not None and stop():
            break
        repeats.note(_as_printed(article))
        if progress is not None:
            progress("counting lines", done, len(ids))
    return repeats


def _cut(
    library: Library,
    ids: Collection[str],
    repeats: Repeats,
    *,
    only_look: bool = False,
    progress: Progress | None,
    stop: Callable[[], bool] | None = None,
) -> Iterator[tuple[Article, Article]]:
    decided = library.decided(SWEPT)
    waiting: list[tuple[Article, Article]] = []
    for done, article in enumerate(_articles(library, ids)):
        if stop is not None and stop():
            break
        if progress is not None:
            progress("looking", done, len(ids))
        if article.id not in decided and (lines := repeats.lines_for(article)):
            waiting.append((article, without_lines(article, lines)))
        if len(waiting) >= _AT_ONCE:
            yield from _written(library, waiting, only_look=only_look)
            waiting = []
    yield from _written(library, waiting, only_look=only_look)


def _written(
    library: Library, pairs: list[tuple[Article, Article]], *, only_look: bool
) -> list[tuple[Article, Article]]:
    """Return those that were changed: where the same article is there without these lines, two stay two."""
    if only_look or not pairs:
        return pairs
    done = library.replace_all([(before.id, after) for before, after in pairs], what=SWEPT)
    return [pair for pair, changed in zip(pairs, done, strict=True) if changed]


def _articles(library: Library, ids: Iterable[str]) -> Iterator[Article]:
    """Yield the articles with these ids, in this order; not those that somebody changed or removed meanwhile."""
    rest = iter(ids)
    while part := list(islice(rest, _AT_ONCE)):
        try:
            held = {article.id: article for article in library.articles(part)}
        except UnknownName:
            there = frozenset(library.ids())
            held = {article.id: article for article in library.articles(each for each in part if each in there)}
        yield from (held[each] for each in part if each in held)


def _neighbours(library: Library, ids: Collection[str]) -> list[str]:
    """Return the newest articles beside these that the same outlets print."""
    own = frozenset(ids)
    places = library.places(newest=len(own) + _NEWEST)
    printers = {_printer(row["outlet"], row["url"]) for row in places if row["id"] in own}
    most = max(_FEWEST_OLDER, _OLDER // max(len(printers), 1))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in places:
        printer = _printer(row["outlet"], row["url"])
        if printer in printers and row["id"] not in own and len(found[printer]) < most:
            found[printer].append(str(row["id"]))
    return [each for some in found.values() for each in some]


def _printer(outlet: str | None, url: str | None) -> str:
    """Return whose lines are counted together, as `Repeats` does: the outlet's, else the site's."""
    return outlet or (host_of(url) if url else "")


def _printing(library: Library, ids: Collection[str], repeats: Repeats, lines: Collection[tuple[str, str]]) -> int:
    """Return how many of these articles a sweep would cut one of the lines from."""
    decided = library.decided(SWEPT)
    return sum(
        any((_printer(article.outlet, article.url), line) in lines for line in repeats.lines_for(article))
        for article in _articles(library, ids)
        if article.id not in decided
    )


def _as_printed(article: Article) -> Article:
    """Return the article with the lines again that a sweep cut from it: they still stand on its page."""
    cut = [each.text for each in article.removed if each.rule == REPEATED_LINE.name]
    return replace(article, text="\n\n".join([article.text, *cut])) if cut else article


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
        id=id_with(article, title=article.title, text=text),
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
