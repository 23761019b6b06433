"""What a person can change in the events of the last run: merge, split, move, rename. The next analysis keeps it."""

from collections.abc import Sequence

from analysis.results import Results
from sources.errors import InputError, UnknownName
from sources.keeping.event_changes import MERGE, MOVE, RENAME, SPLIT, EventChange, keep_change
from sources.library import Library


def merge_events(results: Results, events: Sequence[str]) -> EventChange:
    """Make these events (two or more ids) one, and return the change as it is kept.

    Raises UnknownName for an event that is not there, InputError for fewer than two.
    """
    wanted = list(dict.fromkeys(events))
    if len(wanted) < 2:
        raise InputError("one event alone cannot be merged; name two or more")
    return _kept(results, EventChange(kind=MERGE, event=wanted[0], sides=_members(results, wanted)))


def split_event(results: Results, articles: Sequence[str]) -> EventChange:
    """Take these articles, all of one event, out of it: they become an event of their own.

    Raises UnknownName for an article that is not there, InputError where they are of several events, or all of it.
    """
    out, event = _of_one_event(results, articles)
    rest = tuple(article for article in _members(results, [event])[0] if article not in out)
    if not rest:
        raise InputError(f"these are all articles of {event}; name those that are another event")
    return _kept(results, EventChange(kind=SPLIT, event=event, sides=(out, rest)))


def move_articles(results: Results, articles: Sequence[str], *, to: str) -> EventChange:
    """Move these articles, all of one event, to the event `to`.

    Raises UnknownName for an article or event that is not there, InputError where they are of several events, or there
    already.
    """
    moved, event = _of_one_event(results, articles)
    if event == to:
        raise InputError(f"{moved[0]} is in {to} already; name another event")
    there, left = _members(results, [to, event])
    return _kept(
        results,
        EventChange(kind=MOVE, event=to, sides=(moved, there, tuple(each for each in left if each not in moved))),
    )


def rename_event(results: Results, event: str, *, title: str) -> EventChange:
    """Give the event a title of one line. Raises UnknownName when it is not there, InputError for an empty title."""
    line = " ".join(title.split())
    if not line:
        raise InputError("a title must have a word; name one")
    return _kept(results, EventChange(kind=RENAME, event=event, sides=_members(results, [event]), title=line))


def _members(results: Results, events: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    held = results.rows("members", event=list(events))
    sides = [tuple(held.loc[held["event"] == event, "article"].tolist()) for event in events]
    for event, side in zip(events, sides, strict=True):
        if not side:
            known = ", ".join(results.table("events")["event"].head(5))
            raise UnknownName(f"there is no event {event!r}; there are {known} ... (`parallax event list` lists them)")
    return tuple(sides)


def _of_one_event(results: Results, articles: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Return the articles, each once, and their event."""
    wanted = tuple(dict.fromkeys(articles))
    if not wanted:
        raise InputError("no article is named; name one or more")
    held = results.rows("members", article=list(wanted))
    event_of = dict(zip(held["article"].tolist(), held["event"].tolist(), strict=True))
    for article in wanted:
        if article not in event_of:
            raise UnknownName(f"the last analysis has no article {article!r}; run `parallax analyse` where it is new")
    events = sorted(set(event_of.values()))
    if len(events) > 1:
        raise InputError(f"these articles are of several events ({', '.join(events)}); name those of one")
    return wanted, events[0]


def _kept(results: Results, change: EventChange) -> EventChange:
    with Library(results.library) as library:
        return keep_change(library, change)
