"""`collect`: from what a person names on the command line to articles in the library, one outcome for each."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path

from sources.adding.following import FETCHING, MOST, Arrived, Remembered, from_address, more_waiting, pointed_to
from sources.adding.in_order import in_order
from sources.adding.inputs import Address, Input, inputs_of
from sources.adding.outcomes import (
    Outcome,
    Status,
    not_read_of,
    only_points,
    outcomes_of,
    passed_over,
    refusal,
    there_already,
    told,
)
from sources.adding.reading import is_within_limit
from sources.errors import InputError, NotAllowed
from sources.keeping.marks import Mark, key_of, options_of, stamp_of
from sources.keeping.not_read import note_not_read
from sources.library import Library
from sources.outlets import Outlets
from sources.page import Elsewhere, Refused
from sources.web.fetched import Fetch

__all__ = ["Outcome", "Status", "collect"]

_AT_ONCE = 100
"""Articles that are written to the library at once: a crash loses no more of a table than these."""

_NOT_LONGER = 0.5
"""Seconds after which what waits is written, however little it is."""

_LARGE = 100
"""Articles in an input from which on it is passed over next time although parts of it were refused, which is then said:
reading a crawler's archive again for each of its pages without an article would take as long as the first time."""

_SMALL = 5_000_000
"""Bytes of a file that may be handed to another process: its articles come back all at once."""

Progress = Callable[[int, int, str], None]
"""(inputs done, inputs in all, what is being read) -> nothing."""

Found = Outcome | Elsewhere | Arrived | Remembered


def collect(
    inputs: Sequence[str | Input],
    library: Library,
    *,
    outlets: Outlets,
    stdin: bytes | Path | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    follow: bool = False,
    most: int = MOST,
    again: bool = False,
    jobs: int = 1,
    now: datetime | None = None,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> Iterator[Outcome]:
    """Add what `inputs` name to the library and yield an outcome for each page, in the order of the inputs.

    An input is a file, a folder (its files in order of name, without hidden ones), an address, or "-", which stands for
    `stdin`: bytes, or a file that holds what came. What cannot be read gives one refused outcome, and the others are
    still added. An outcome is yielded after its article is safely written. An input that was read whole before is
    passed over, unless `again`. An `Input` may stand for itself; what is refused is noted in the library.

    `columns` names columns of tables by field of `Page`. Without `fetch` addresses are refused; with it, articles that
    a local file only points to are fetched too when `follow`. Of one feed or list at most `most` are. `jobs` processes
    read files, -1 takes all cores; the outcome is the same. `now` (aware) is when feeds are looked at. `progress` is
    told before each input; the work ends after what is being written once `stop` returns True. Raises LibraryError when
    the library itself cannot be written.
    """
    work = _Work(
        library=library,
        outlets=outlets,
        columns=columns or {},
        fetch=fetch,
        follow=follow and fetch is not None,
        most=most,
        again=again,
        now=now or datetime.now(UTC),
        options=options_of(outlets=outlets, columns=columns or {}, follow=follow and fetch is not None),
    )
    named = list(inputs_of(inputs, stdin=stdin))
    for done, (task, found) in enumerate(_found(named, work, jobs=jobs)):
        if progress is not None:
            progress(done, len(named), task.origin)
        for one in work.outcomes(task, found):
            yield from work.take(one)
            if stop is not None and stop():
                break
        else:
            yield from work.end(task)
        if stop is not None and stop():
            break
    yield from work.write()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One thing to read, and whether it was read before."""

    each: Input | Address | Refused
    key: str | None = None
    stamp: tuple[int, int] | None = None
    before: Mark | None = None

    @property
    def origin(self) -> str:
        return self.each.url if isinstance(self.each, Address) else self.each.origin


def _found(
    named: Sequence[Input | Address | Refused], work: "_Work", *, jobs: int
) -> Iterator[tuple[_Task, Iterable[Found]]]:
    """Yield each thing with what is in it, in order; small files are read in other processes where there are some."""
    for together, some in groupby(named, key=lambda each: jobs not in {0, 1} and _may_go(each)):
        tasks = map(work.task, some)
        if together:
            reading = partial(_read_together, outlets=work.outlets, columns=work.columns)
            yield from in_order(tasks, reading, jobs=jobs)
        else:
            yield from ((task, work.found(task)) for task in tasks)


def _may_go(each: Input | Address | Refused) -> bool:
    return isinstance(each, Input) and each.path is not None and each.size is not None and each.size <= _SMALL


def _read_together(
    tasks: Sequence[_Task], *, outlets: Outlets, columns: Mapping[str, str]
) -> list[list[Outcome | Elsewhere]]:
    return [
        list(outcomes_of(task.each, outlets=outlets, columns=columns))
        if isinstance(task.each, Input) and task.before is None
        else []
        for task in tasks
    ]


@dataclass(kw_only=True)
class _Work:
    """What one call of `collect` has found and not yet written."""

    library: Library
    outlets: Outlets
    columns: Mapping[str, str]
    fetch: Fetch | None
    follow: bool
    most: int
    again: bool
    now: datetime
    options: str
    waiting: list[Outcome] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    """Keys of the marks of this call: of two files with one content both are read, whenever the first is written."""
    feeds: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    since: float = 0.0
    tally: Counter[str] = field(default_factory=Counter)
    first: str | None = None

    def task(self, each: Input | Address | Refused) -> _Task:
        """Look whether a thing was read before."""
        if not isinstance(each, Input):
            return _Task(each=each)
        if not is_within_limit(each, columns=self.columns):  # refused by its size, and not read for a mark either
            return _Task(each=each)
        stamp = stamp_of(each)
        try:
            key = key_of(each, options=self.options)
        except (OSError, InputError):  # reading it will say what is wrong
            return _Task(each=each)
        passed = not self.again and key not in self.made
        return _Task(each=each, key=key, stamp=stamp, before=self.library.mark(key) if passed else None)

    def found(self, task: _Task) -> Iterator[Found]:
        """Yield what is in a thing."""
        each = task.each
        if isinstance(each, Refused):
            yield refusal(each)
        elif isinstance(each, Input):
            if task.before is None:
                yield from outcomes_of(each, outlets=self.outlets, columns=self.columns)
        elif self.fetch is None:
            why = "is an address, and pages are not fetched here; save the page in your browser and add the file"
            yield refusal(Refused(origin=each.url, error=NotAllowed(why)))
        else:
            yield from from_address(
                each.url,
                fetch=self.fetch,
                outlets=self.outlets,
                columns=self.columns,
                known=self.known,
                memory=self.library.feed(each.url),
                now=self.now,
                most=self.most,
            )

    def outcomes(self, task: _Task, found: Iterable[Found]) -> Iterator[Outcome | Arrived | Remembered]:
        """Yield what becomes of what was found: what is only pointed to is fetched where it may be, else counted."""
        self.tally, self.first = Counter(), None
        if task.before is not None:
            yield from passed_over(task.origin, task.before, self.library)
        elsewhere = asked = waiting = 0
        for one in found:
            if not isinstance(one, Elsewhere):
                yield one
            elif not self.follow or self.fetch is None:
                elsewhere += 1
            elif asked >= self.most and self.known(one.url) is None:
                waiting += 1
            else:
                asked += self.known(one.url) is None
                yield from pointed_to(
                    one, fetch=self.fetch, outlets=self.outlets, columns=self.columns, known=self.known
                )
        if waiting:
            self.tally["fetching"] += 1
            yield told(task.origin, more_waiting(waiting, self.most))
        if elsewhere:
            self.tally["fetching"] += 1
            yield refusal(Refused(origin=task.origin, error=only_points(elsewhere)))

    def known(self, address: str) -> str | None:
        """Return the id of the article that came from an address; None when none did."""
        return self.addresses.get(address) or self.library.article_at(address)

    def take(self, one: Outcome | Arrived | Remembered) -> Iterator[Outcome]:
        """Take in what became of one page; yield what is written by now."""
        if isinstance(one, Remembered):
            self.feeds[one.address] = one.state
            return
        outcome = one.outcome if isinstance(one, Arrived) else one
        if isinstance(one, Arrived) and outcome.article is not None:
            self.addresses[one.address] = outcome.article.id
        self.tally[outcome.status] += outcome.count
        self.tally["fetching"] += outcome.slug in FETCHING
        if outcome.article is not None and self.first is None:
            self.first = outcome.article.id
        self.since = self.since if self.waiting else time.monotonic()
        self.waiting.append(outcome)
        if len(self.waiting) >= _AT_ONCE or time.monotonic() - self.since > _NOT_LONGER:
            yield from self.write()

    def end(self, task: _Task) -> Iterator[Outcome]:
        """Note that a thing was read whole, where it was and did not change meanwhile."""
        articles, refused = self.tally["added"] + self.tally["duplicate"], self.tally["refused"]
        worth = articles > 0 and not (refused and articles < _LARGE) and not self.tally["fetching"]
        fresh = task.before is None and task.key is not None and worth
        if fresh and isinstance(task.each, Input) and stamp_of(task.each) == task.stamp:
            self.made.add(task.key or "")
            self.marks.append(Mark(key=task.key or "", articles=articles, first=self.first, refused=refused))
        if self.waiting and time.monotonic() - self.since > _NOT_LONGER:
            yield from self.write()

    def write(self) -> Iterator[Outcome]:
        """Write what waits, all at once; yield it, what was there before as duplicates."""
        waiting, self.waiting = self.waiting, []
        new = iter(
            self.library.keep(
                [outcome.article for outcome in waiting if outcome.article is not None],
                marks=self.marks,
                feeds=self.feeds,
                addresses=self.addresses,
            )
        )
        self.marks, self.feeds, self.addresses = [], {}, {}
        refused = [not_read_of(one, at=self.now) for one in waiting if one.status == "refused"]
        note_not_read(self.library, refused, read={one.origin for one in waiting if one.article is not None})
        for outcome in waiting:
            if outcome.article is None or next(new):
                yield outcome
            else:
                yield there_already(outcome, self.library)
