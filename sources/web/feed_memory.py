"""What is remembered of a feed between two looks: which entries are new, and when it goes quiet or changes shape."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from sources.errors import LibraryError
from sources.page import Elsewhere, Page, Read, Refused
from sources.readers.feed import NAME as FEED
from sources.web.fetched import Fetched

_LOOKS = 20
"""Looks that are remembered."""

_ARRIVALS = 60
"""Days with new entries that are remembered."""

_SEEN = 5_000
"""Entries that are known again; a feed with more of them at once is remembered whole."""

_ENOUGH_LOOKS = 3
"""Looks before anything is called usual."""

_ENOUGH_GAPS = 5
"""Pauses between days with new entries before a silence is called long: entries of one day may come all at once."""

_LONG = 3
"""A silence so many times the longest pause so far is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at a feed showed."""

    at: datetime
    """When: aware."""

    entries: int
    """Entries in it."""

    texts: int
    """Those with the whole text of their article."""

    dates: int
    """Those with a date."""

    links: int
    """Those with an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of one feed. Never changed: `after` returns a new one."""

    etag: str | None = None
    """To be sent with the next request; None when the server gave none."""

    last_modified: str | None = None
    """To be sent with the next request; None when the server gave none."""

    looks: tuple[Look, ...] = ()
    """The last looks that showed a feed, oldest first. A look whose answer was "unchanged" is not among them."""

    arrivals: tuple[datetime, ...] = ()
    """When the newest entry of each of the last days (UTC) with entries was published, oldest first; for entries
    without a date when they were first seen."""

    seen: tuple[str, ...] = ()
    """Keys (`entry_key`) of the entries that were seen, those seen longest ago first."""

    def to_json(self) -> str:
        """Return all of it as one line of JSON."""
        return json.dumps(asdict(self), default=datetime.isoformat, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "FeedState":
        """Return what `to_json` wrote. Raises LibraryError when the text is none of that."""
        try:
            return _restored(json.loads(text))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            why = f"what was remembered of a feed cannot be read ({error}); remove the feed and add it again"
            raise LibraryError(why) from error


def entry_key(entry: Page | Elsewhere) -> str:
    """Return what an entry is known again by, 16 hexadecimal digits: its address, else its headline and date."""
    mark = entry.url or f"{entry.title}\x00{entry.published}\x00{_opening(entry)}"
    return hashlib.sha256(mark.encode("utf-8", errors="replace")).hexdigest()[:16]


def new_entries(state: FeedState, pages: Iterable[Read]) -> list[Read]:
    """Return the entries that were not seen before, each once, and all that cannot be read, in their order."""
    known = set(state.seen)
    new: list[Read] = []
    for each in pages:
        if isinstance(each, Refused):
            new.append(each)
        elif (key := entry_key(each)) not in known:
            known.add(key)
            new.append(each)
    return new


def after(
    state: FeedState,
    pages: Sequence[Read],
    now: datetime,
    *,
    answer: Fetched | None = None,
    missed: Collection[str] = (),
) -> tuple[FeedState, list[str]]:
    """Return what is known after a look at a feed at `now` (aware), and one line for each thing that looks wrong.

    `pages` is everything that the reader found (nothing when the answer was "unchanged"), `answer` what the network
    gave, for its ETag and Last-Modified. `missed` are addresses of entries whose page could not be fetched: they stay
    new, and the feed is asked for whole next time. Keep the new state only when the articles are safely written.
    """
    if answer is not None and answer.unchanged:
        return state, list(_quiet(state, now))
    entries = [each for each in pages if not isinstance(each, Refused)]
    if any(isinstance(each, Page) and each.reader != FEED for each in entries):
        return replace(state, etag=None, last_modified=None), [
            "it is a web page now and no feed any more; look on the outlet's site where its feed has moved to"
        ]
    look = Look(
        at=now,
        entries=len(entries),
        texts=sum(isinstance(each, Page) for each in entries),
        dates=sum(each.published is not None for each in entries),
        links=sum(each.url is not None for each in entries),
    )
    new = [each for each in new_entries(state, entries) if not isinstance(each, Refused)]
    held = dict.fromkeys(entry_key(each) for each in entries if each.url is None or each.url not in missed)
    arrivals = sorted([*state.arrivals, *(min(each.published or now, now) for each in new)])
    newest = {moment.astimezone(UTC).date(): moment for moment in arrivals}
    known = replace(
        state,
        etag=answer.etag if answer and not missed else None,
        last_modified=answer.last_modified if answer and not missed else None,
        looks=(*state.looks, look)[-_LOOKS:],
        arrivals=tuple(newest.values())[-_ARRIVALS:],
        seen=(*(key for key in state.seen if key not in held), *held)[-max(_SEEN, 2 * len(held)) :],
    )
    return known, [*_changed(state.looks, look), *_quiet(known, now)]


def _quiet(state: FeedState, now: datetime) -> Iterator[str]:
    """Say so when nothing new came for much longer than ever before."""
    gaps = [later - earlier for earlier, later in pairwise(state.arrivals)]
    if len(gaps) < _ENOUGH_GAPS:
        return
    silence = now - state.arrivals[-1]
    if silence > _LONG * max(gaps):
        yield (
            f"it went quiet: nothing new since {state.arrivals[-1]:%Y-%m-%d}, {_span(silence)}, while its longest "
            f"pause before was {_span(max(gaps))}; look on the outlet's site whether the feed has moved"
        )


def _changed(before: Sequence[Look], look: Look) -> Iterator[str]:
    """Say what this look lacks that the looks before had."""
    if len(before) < _ENOUGH_LOOKS:
        return
    usual, fewest = median(each.entries for each in before), min(each.entries for each in before)
    if look.entries < fewest and look.entries * 2 <= usual:
        had = "no entry" if look.entries == 0 else f"only {look.entries:,} entr{'y' if look.entries == 1 else 'ies'}"
        yield f"it has {had}, the fewest so far (usually {usual:,.0f}); look on the outlet's site whether it has moved"
    if look.entries == 0:
        return
    for field, named, instead in _SHAPE:
        if getattr(look, field) == 0 and median(getattr(each, field) / max(each.entries, 1) for each in before) >= 0.5:
            yield f"it changed shape: no entry has {named} any more; {instead}"


_SHAPE = (
    ("texts", "its article's text", "each article's own page is fetched instead, where that is allowed"),
    ("dates", "a date", "dates are taken from the articles' own pages, where they are fetched"),
    ("links", "an address", "pages cannot be fetched, and copies of an article are known by their text alone"),
)
"""Field of Look, what it counts, and what follows from its being gone."""


def _span(length: timedelta) -> str:
    hours = length / timedelta(hours=1)
    return f"{hours / 24:,.0f} days" if hours >= 48 else f"{hours:,.0f} hours"


def _opening(entry: Page | Elsewhere) -> str:
    return entry.blocks[0].text if isinstance(entry, Page) and entry.blocks else ""


def _restored(held: Mapping[str, object]) -> FeedState:
    looks, arrivals, seen = held["looks"], held["arrivals"], held["seen"]
    if not (isinstance(looks, list) and isinstance(arrivals, list) and isinstance(seen, list)):
        raise TypeError("a list is missing")
    return FeedState(
        etag=_text(held["etag"]),
        last_modified=_text(held["last_modified"]),
        looks=tuple(_look(each) for each in looks),
        arrivals=tuple(_moment(each) for each in arrivals),
        seen=tuple(map(str, seen)),
    )


def _look(held: Mapping[str, object]) -> Look:
    entries, texts, dates, links = (int(str(held[name])) for name in ("entries", "texts", "dates", "links"))
    return Look(at=_moment(held["at"]), entries=entries, texts=texts, dates=dates, links=links)


def _moment(stamp: object) -> datetime:
    moment = datetime.fromisoformat(str(stamp))
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
