"""The work itself: reading what was given, analysing, filling the demo; `python -m` this module does it."""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.collecting.given import done_with, inputs_in
from dashboard.collecting.jobs import Job, Jobs, Stopped
from dashboard.wording import several
from sources.errors import NoResults, ParallaxError
from sources.outlets import Outlets, in_use, outlets_for

if TYPE_CHECKING:
    from sources.library import Library

_EVERY = 0.25
"""Seconds between two notes of how far the work is."""

_GRACE = 4.0
"""Seconds that reading is given to end by itself after a stop; what was written is safe at any moment."""

_LISTED = 500
"""Refusals that are listed."""


class Telling:
    """How far a job is, put down now and then."""

    def __init__(self, jobs: Jobs, job: Job) -> None:
        self.jobs = jobs
        self.job = job
        self._last = 0.0
        self._lock = threading.Lock()

    def at(self, step: str, done: int, of: int) -> None:
        """Note the step, and how many of how many are done. Raises Stopped when the person asked for it."""
        self.note(now=step != self.job.step, step=step, done=done, of=of)
        if self.jobs.asked_to_stop:
            raise Stopped

    def note(self, *, now: bool = True, **more: object) -> None:
        """Note something of the job, at once or with the next one."""
        with self._lock:
            self.job = replace(self.job, **more)  # type: ignore[arg-type]
            if now or time.monotonic() - self._last > _EVERY:
                self._last = time.monotonic()
                self.jobs.write(self.job)

    def end(self, state: str, *said: str) -> None:
        """Note the end of the job."""
        self.note(state=state, said=(*self.job.said, *said), ended=time.time(), step="")


def main(library: str, identity: str) -> int:
    """Do the job of this id for a library; return the exit status."""
    jobs = Jobs(Path(library))
    with jobs.working(identity) as job:
        telling = Telling(jobs, job)
        telling.note(state="running")
        _watch(telling)
        try:
            KINDS[job.kind](jobs.library, telling)
        except Stopped:
            telling.end("stopped", *_after_stop(telling.job))
        except ParallaxError as error:
            telling.end("failed", str(error))
        except Exception as error:
            traceback.print_exc()
            telling.end("failed", f"{type(error).__name__}: {error}", f"the details are in {jobs.folder / 'log.txt'}")
        else:
            telling.end("done")
    return 0


def _after_stop(job: Job) -> tuple[str, ...]:
    if job.kind == "read":
        return ("stopped; what was read until then is below",)
    return ("stopped; the results are those of the analysis before",)


def _watch(telling: Telling) -> None:
    """End the process soon after a stop, whatever it is doing: every step is safe to break off."""

    def watch() -> None:
        while not telling.jobs.asked_to_stop:
            time.sleep(_EVERY)
        time.sleep(_GRACE if telling.job.kind == "read" else _EVERY * 2)
        if telling.job.is_open:
            telling.end("stopped", *_after_stop(telling.job))
            os._exit(0)

    threading.Thread(target=watch, daemon=True, name="stop").start()


def read(library: Path, telling: Telling) -> None:
    """Read what was given into drafts."""
    from sources.collect import collect
    from sources.drafts import Drafts

    task = telling.job.task
    inputs = inputs_in(telling.jobs.folder, task)
    known = _outlets(library, task)
    telling.note(step="reading", of=len(inputs))
    with ExitStack() as stack:
        drafts = stack.enter_context(Drafts(library))
        network = None
        if task.get("follow") or any(isinstance(each, str) for each in inputs):
            from sources.web.network import Network

            network = stack.enter_context(Network(allow_private=bool(task.get("private"))))
        for outcome in collect(
            inputs,
            drafts,
            outlets=known,
            fetch=network,
            follow=bool(task.get("follow")),
            again=True,
            progress=lambda done, of, what: telling.note(step=f"reading {what}", done=done, of=of),
            stop=lambda: telling.jobs.asked_to_stop,
        ):
            job = telling.job
            if outcome.status == "added" and outcome.article is not None:
                if outcome.notes:
                    drafts.note(outcome.article.id, outcome.notes)
                telling.note(now=False, added=job.added + 1)
            elif outcome.status == "duplicate":
                telling.note(now=False, there=job.there + outcome.count)
            elif outcome.status == "refused":
                refused = (*job.refused, (outcome.origin, outcome.message))
                telling.note(now=False, refused=refused[:_LISTED])
            else:
                telling.note(now=False, said=(*job.said, f"{outcome.origin}: {outcome.message}"))
    if telling.jobs.asked_to_stop:
        raise Stopped
    telling.note(done=len(inputs), of=len(inputs))
    done_with(telling.jobs.folder, task)


def analyse(library: Path, telling: Telling) -> None:
    """Cut lines that outlets print on many of the new pages, and analyse everything anew."""
    from analysis.run import analyse as run
    from sources.keeping.sweeping import sweep_new
    from sources.library import Library

    known = _outlets(library, telling.job.task)
    telling.at("looking for lines that outlets print on many pages", 0, 0)
    with Library(library) as opened:
        if not opened.count():
            _nothing_left(library, telling)
            return
        swept = sweep_new(opened, progress=lambda step, done, of: telling.at(step, done, of))
    if swept.articles:
        lines = several(swept.lines, "line")
        telling.note(said=(f"{lines} that an outlet prints on many pages cut from {several(swept.articles, 'page')}",))
    telling.at("reading the articles", 0, 0)
    with in_use(known):
        run(library, now=datetime.now(UTC), progress=telling.at)
    telling.note(said=(*telling.job.said, _found(library)))


def demo(library: Path, telling: Telling) -> None:
    """Put the demo's pages into the library, and analyse."""
    from sources.collect import collect
    from sources.demo import pages
    from sources.library import Library

    names = [str(page) for page in pages()]
    with Library(library) as opened:
        for number, outcome in enumerate(collect(names, opened, outlets=outlets_for(library), again=True)):
            telling.at("adding the demo's pages", number + 1, len(names))
            if outcome.status == "duplicate" and outcome.article is not None:
                opened.bring_back(outcome.article.id)
    analyse(library, telling)


def no_demo(library: Path, telling: Telling) -> None:
    """Take the demo's pages out of the library, and analyse what is left."""
    from sources.library import Library

    with Library(library) as opened:
        for article in demo_articles(opened):
            opened.remove(article)
    analyse(library, telling)


def demo_articles(library: "Library") -> tuple[str, ...]:
    """Return the ids of the demo's articles that are in the library: those of the invented outlets."""
    from sources.demo import outlet_names

    names = outlet_names()
    return tuple(row["id"] for row in library.places() if row["outlet"] in names)


def _nothing_left(library: Path, telling: Telling) -> None:
    from analysis.store import forget_runs

    forget_runs(library)
    telling.note(said=("the library holds no article now",))


def _found(library: Path) -> str:
    from analysis.results import Results

    try:
        results = Results.open(library)
    except NoResults:
        return "the analysis is done"
    try:
        stories = results.table("stories")
        told = int((stories["articles"] > 1).sum())
        pages = results.info.get("articles", 0)
        return f"{several(int(str(pages)), 'page')} compared: {several(told, 'story', 'stories')} told by several pages"
    finally:
        results.close()


def _outlets(library: Path, task: Mapping[str, object]) -> Outlets:
    own = task.get("outlets")
    return outlets_for(library, given=Path(str(own)) if own else None)


KINDS: Mapping[str, Callable[[Path, Telling], None]] = {
    "read": read,
    "analyse": analyse,
    "demo": demo,
    "no-demo": no_demo,
}
"""What can be done beside the pages."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
