"""Addresses that a person names, feeds among them, and articles that an input only points to: fetched and settled."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sources.adding.inputs import Input, held
from sources.adding.outcomes import Outcome, added, on_one_line, refusal, settled, told
from sources.adding.reading import read_input
from sources.article import Article, article_id
from sources.errors import InputError, LibraryError, NoArticle, Unreachable
from sources.outlets import Outlets, each_in_use
from sources.page import Elsewhere, Page, Read, Refused
from sources.web.feed_memory import FeedState, after, new_entries
from sources.web.fetched import Fetch, Fetched

FEED = "feed"
"""Name of the reader of feeds."""

FETCHING = frozenset({"unreachable", "not-allowed", "too-large"})
"""Kinds of refusals of an address that may be another one next time."""


MOST = 100
"""Entries of one feed or list whose pages are fetched in one call, unless the person wants more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What is to be kept of a feed, together with the articles that it gave."""

    address: str
    """The feed's address as the person names it."""

    state: str
    """`FeedState` as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """The outcome of a page that something pointed to, and the address by which it is known again."""

    outcome: Outcome
    """What became of it."""

    address: str
    """The address that pointed to it."""


Known = Callable[[str], str | None]
"""Address -> the id of the article that the library has from it; None when it has none."""


def from_address(
    url: str,
    *,
    fetch: Fetch,
    outlets: Outlets,
    columns: Mapping[str, str],
    known: Known,
    memory: str | None,
    now: datetime,
    most: int = MOST,
) -> Iterator[Outcome | Arrived | Remembered]:
    """Yield what becomes of an address: of its page, or of each new entry of its feed.

    `memory` is what was remembered of it as a feed (None: nothing); what is to be remembered now comes last. Pages of
    at most `most` entries are fetched, the others stay new.
    """
    state = _restored(memory)
    try:
        answer = fetch(url, etag=state.etag if state else None, last_modified=state.last_modified if state else None)
    except InputError as error:
        yield refusal(Refused(origin=url, error=error))
        return
    if answer.unchanged:
        yield told(url, _unchanged(state))
        yield from (told(url, line) for line in after(state or FeedState(), (), now, answer=answer)[1])
        return
    reads = list(each_in_use(outlets, read_input(_input_of(answer, origin=url), columns=columns)))
    if state is None and not _is_feed(reads):
        yield from (each for read in reads for each in _page(read, outlets))
        return
    state = state or FeedState()
    missed: set[str] = set()
    new = new_entries(state, reads)
    asked = waiting = 0
    for entry in new:
        if not isinstance(entry, Elsewhere):
            yield from _page(entry, outlets)
            continue
        there = known(entry.url) is not None
        if asked >= most and not there:
            waiting += 1
            missed.add(entry.url)
            continue
        asked += not there
        for each in pointed_to(entry, fetch=fetch, outlets=outlets, columns=columns, known=known):
            if isinstance(each, Outcome) and each.slug == Unreachable.slug:
                missed.add(entry.url)
            yield each
    if waiting:
        yield told(url, more_waiting(waiting, most))
    if before := len(reads) - len(new):
        message = f"{before} of its {len(reads)} entries were read before"
        yield Outcome(origin=url, status="duplicate", message=message, count=before)
    later, lines = after(state, reads, now, answer=answer, missed=missed)
    yield from (told(url, line) for line in lines)
    yield Remembered(address=url, state=later.to_json())


def pointed_to(
    entry: Elsewhere, *, fetch: Fetch, outlets: Outlets, columns: Mapping[str, str], known: Known
) -> Iterator[Outcome | Arrived]:
    """Yield what becomes of an article that is only pointed to; what the pointer says fills what the page does not."""
    if (there := known(entry.url)) is not None:
        message = f"the library has {entry.url} as {there}; it was not fetched again"
        yield Outcome(origin=entry.origin, status="duplicate", message=message)
        return
    try:
        answer = fetch(entry.url)
    except InputError as error:
        yield refusal(Refused(origin=f"{entry.origin}: {entry.url}", error=error))
        return
    if answer.unchanged:
        why = "answered that nothing changed, though nothing was held of it; try again later"
        yield refusal(Refused(origin=entry.url, error=Unreachable(why)))
        return
    for read in each_in_use(outlets, read_input(_input_of(answer, origin=entry.url), columns=columns)):
        for outcome in _page(read, outlets):
            if outcome.article is None:
                yield outcome
            else:
                filled = _filled(outcome.article, entry)
                yield Arrived(outcome=added(filled, origin=outcome.origin, notes=outcome.notes), address=entry.url)


def more_waiting(number: int, most: int) -> str:
    """Return what to say of entries that were left for another time."""
    entries = "1 more entry is" if number == 1 else f"{number:,} more entries are"
    return f"{entries} waiting (at most {most:,} are fetched at once: --most); add it again to go on"


def _page(read: Read, outlets: Outlets) -> Iterator[Outcome]:
    if isinstance(read, Elsewhere):
        why = f"only points to {read.url}; name that address itself"
        read = Refused(origin=read.origin, error=NoArticle(why))
    yield refusal(read) if isinstance(read, Refused) else settled(read, outlets=outlets)


def _input_of(answer: Fetched, *, origin: str) -> Input:
    return held(answer.content, origin=origin, address=answer.url, charset=answer.charset)


def _is_feed(reads: list[Read]) -> bool:
    return any(isinstance(each, Elsewhere) or (isinstance(each, Page) and each.reader == FEED) for each in reads)


def _restored(memory: str | None) -> FeedState | None:
    try:
        return FeedState.from_json(memory) if memory else None
    except LibraryError:  # what is remembered of a feed can be gathered again
        return None


def _unchanged(state: FeedState | None) -> str:
    if state is None or not state.looks:
        return "unchanged since it was last read"
    return f"unchanged since it was last read on {state.looks[-1].at:%Y-%m-%d at %H:%M %Z}"


def _filled(article: Article, entry: Elsewhere) -> Article:
    """Return the article with what the pointer says where the page itself is silent."""
    said, found = dict(entry.found), dict(article.found)
    for field in ("title", "outlet", "published", "byline"):
        if getattr(article, field) is None and getattr(entry, field) is not None:
            found[field] = said.get(field, "what points to it")
    title = article.title or (on_one_line(entry.title) if entry.title else None)
    return replace(
        article,
        id=article_id(title, article.text),
        title=title,
        outlet=article.outlet or entry.outlet,
        published=article.published or entry.published,
        byline=article.byline or entry.byline,
        found=tuple(sorted(found.items())),
    )
