"""The order of the work: from the articles of a library to one file of results. The only module that knows it."""

import hashlib
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeVar

import pandas as pd

from analysis.apart.events import Rows, apart, frames
from analysis.batch import Batch
from analysis.facts.claims import align
from analysis.facts.shortened import shortened
from analysis.garbage import no_garbage_looked_for
from analysis.kept_copies import printed_in
from analysis.kept_grouping import grouped_in, standing
from analysis.last_run import COMPARED, SCORED, LastRun, given_of, last_run, seen_of
from analysis.outlets.cells import cells
from analysis.outlets.holdings import holdings
from analysis.outlets.permutation import by_chance
from analysis.outlets.profiles import profiles
from analysis.own_code import own_code, versions
from analysis.parts import OF_ARTICLES, OF_STORIES, Parts
from analysis.portrayals import portrayals
from analysis.portraying.across import joined_across
from analysis.reading.articles import read
from analysis.scoring import score
from analysis.store import NewRun, results_folder
from analysis.stories.grouped import Grouped
from analysis.tables import (
    ARTICLES,
    CELLS,
    CHANCE,
    COPIES,
    CREDITS,
    EVENTS,
    HOLDINGS,
    MEMBERS,
    PORTRAYALS,
    PROFILES,
    SCORES,
    SENTENCES,
    SHORTENED,
    STORIES,
    VOICES,
)
from sources.article import Article
from sources.errors import NoResults
from sources.keeping.event_changes import EventChange, changes_of_events
from sources.library import Library

BATCH = 250
"""Articles a worker takes at a time: enough to share what a batch costs, few enough to keep all cores busy."""

_NOT_STORED = ("text", "summary", "headings", "removed", "found")
_PLACED = ["article", "event", "story", "report"]
"""The columns of MEMBERS that comparisons may read, and what is taken over depends on (see `last_run.given_of`)."""

Given = TypeVar("Given")
Made = TypeVar("Made")

Progress = Callable[[str, int, int], None]
"""(what is being done, how many are done, how many there are)"""


def is_scored(article: Article) -> bool:
    """Return True when the measures can read the article: its language is English, or too short to tell."""
    return article.language in {None, "en"}


def analyse(
    library: Path, *, now: datetime, jobs: int = 1, progress: Progress | None = None, anew: bool = False
) -> Path:
    """Analyse every article of the library file and return the file of the finished run.

    `now` names the run and must be aware; `jobs` is the number of processes (-1: all cores). What the last run made of
    the same articles by the same code is taken over, unless `anew`; the outcome is the same. Raises NoResults when the
    library holds no article.
    """
    import duckdb

    tell = progress or (lambda *_: None)
    with Library(library) as opened:
        articles, known = tuple(opened.articles()), opened.seen()
        changes = changes_of_events(opened, undone=True)
    if not articles:
        raise NoResults(f"{library}: the library holds no article yet; add some with `parallax add FILE ...` first")
    last = last_run(library)
    work = _Work(articles, fingerprint(known, changes=standing(changes)), changes, now, jobs, tell)
    try:
        return _written(library, work, last.forgotten() if anew else last)
    except duckdb.Error:
        if last.file is None:
            raise
        return _written(library, work, last.forgotten())  # the file of the last run is damaged further in


class _Work(NamedTuple):
    """What is to be done, and how."""

    articles: Sequence[Article]
    fingerprint: str
    changes: Sequence[EventChange]
    """All changes of events, also those that were taken back."""

    now: datetime
    jobs: int
    tell: Progress


def fingerprint(articles: Iterable[str], *, changes: Iterable[EventChange] = ()) -> str:
    """Return a digest of the articles, what people changed in events, and Parallax's version.

    `articles` say all that is known of each (`Library.seen`): an id alone does not change with an outlet's name or a
    date. While the digest is the same, so are the results.
    """
    text = "\n".join([version("parallax-news"), *sorted(articles), *(str(change.number) for change in changes)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _written(library: Path, work: _Work, last: LastRun) -> Path:
    """Write all public tables but EVIDENCE and return the file of the run."""
    with NewRun(results_folder(library), now=work.now) as run:
        parts = Parts(run, last)
        taken = _scored(work, run, parts, last)
        known = articles_frame(work.articles)
        work.tell("finding copies", 0, 1)
        copies, credits = printed_in(run, last, work.articles, known)
        grouped = grouped_in(
            run, last, work.articles, (known, copies, credits), changes=work.changes, now=work.now,
            tell=lambda what: work.tell(what, 0, 1),
        )  # fmt: skip
        members = grouped.members
        again = _compared(work, run, parts, last, members, credits)
        run.add(ARTICLES.name, known.drop(columns=list(_NOT_STORED)))
        work.tell("indexing words", 0, 1)
        run.index_texts((article.id, article.title, article.text) for article in work.articles)
        for table, frame in (
            (STORIES, grouped.stories),
            (EVENTS, grouped.events),
            (MEMBERS, members),
            (COPIES, copies),
            (CREDITS, credits),
            (SHORTENED, shortened(known)),
            (PORTRAYALS, joined_across(parts.frame(PORTRAYALS), members)),
        ):
            run.add(table.name, frame)
        for table in (SENTENCES, VOICES, SCORES, *OF_STORIES):
            parts.put(table)
        scores = SCORES.typed(run.frame(f"SELECT * FROM {SCORES.name} ORDER BY rowid"))
        for name, frame in _of_outlets(scores, grouped, known, credits).items():
            run.add(name, frame)
        return run.finish(
            {
                "made": work.now.isoformat(),
                "python": platform.python_version(),
                "versions": versions(),
                "code": own_code(),
                "articles": len(work.articles),
                "scored": sum(map(is_scored, work.articles)),
                "taken_over": {"articles": taken, "stories": again},
                "fingerprint": work.fingerprint,
            }
        )


def _scored(work: _Work, run: NewRun, parts: Parts, last: LastRun) -> int:
    """Score the articles that the last run did not, and return the number of the others."""
    seen = {article.id: seen_of(article) for article in work.articles if is_scored(article)}
    taken = {article for article, known in seen.items() if last.seen.get(article) == known}
    new = [article for article in work.articles if article.id in seen and article.id not in taken]
    what = _new("scoring", len(new), len(taken), "article", "articles")
    for part in _mapped(read_and_score, _batches(new), jobs=work.jobs, tell=lambda *a: work.tell(what, *a)):
        for table in OF_ARTICLES:
            parts.add(table, part[table.name])
    parts.order("article", list(seen), taken=taken)
    run.add(SCORED, pd.DataFrame({"article": list(seen), "seen": list(seen.values())}, dtype="str"))
    return len(taken)


def _compared(
    work: _Work, run: NewRun, parts: Parts, last: LastRun, members: pd.DataFrame, credits: pd.DataFrame
) -> int:
    """Compare the pages of the stories that are not as they were, and return the number of the others."""
    by_id = {article.id: article for article in work.articles if is_scored(article)}
    credited = _by_article(credits)
    given: dict[str, str] = {}
    tasks: list[_Story] = []
    for story, rows in members[_PLACED].groupby("story", sort=True):
        articles = [by_id[i] for i in rows["article"] if i in by_id] if len(rows) > 1 else []
        if len(articles) > 1:
            given[str(story)] = given_of(articles, rows, credited)
            if last.given.get(str(story)) != given[str(story)]:
                own = CREDITS.frame((i, *row) for i in rows["article"] for row in credited.get(i, ()))
                tasks.append((articles, rows, own))
    taken = {story for story, known in given.items() if last.given.get(story) == known}
    what = _new("comparing", len(tasks), len(taken), "story", "stories")
    waiting: list[tuple[dict[str, pd.DataFrame], Rows]] = []
    for done, made in enumerate(_mapped(_compare, tasks, jobs=work.jobs, tell=lambda *a: work.tell(what, *a)), start=1):
        waiting.append(made)
        if len(waiting) == BATCH or done == len(tasks):
            found = frames(rows for _, rows in waiting)
            found |= {name: _joined([part[name] for part, _ in waiting]) for name in waiting[0][0]}
            for table in OF_STORIES:
                parts.add(table, found[table.name])
            waiting.clear()
    parts.order("story", list(given), taken=taken)
    run.add(COMPARED, pd.DataFrame({"story": list(given), "given": list(given.values())}, dtype="str"))
    return len(taken)


def _new(doing: str, new: int, taken: int, one: str, several: str) -> str:
    """Return what is being done in words: "scoring 5 new articles; 995 taken over"."""
    if not taken:
        return f"{doing} {several}"
    return f"{doing} {new:,} new {one if new == 1 else several}; {taken:,} taken over"


def _by_article(credits: pd.DataFrame) -> dict[str, list[tuple[object, ...]]]:
    found: dict[str, list[tuple[object, ...]]] = {}
    for article, *row in zip(*(credits[name].tolist() for name in CREDITS.names), strict=True):
        found.setdefault(article, []).append(tuple(row))
    return found


def _of_outlets(
    scores: pd.DataFrame, grouped: Grouped, known: pd.DataFrame, credits: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return the tables of outlets, by name."""
    held = holdings(grouped.members, known, credits)
    under = cells(scores, grouped.members, known, credits, events=grouped.events)
    values = scores[["measure", "voice"]].drop_duplicates()
    pairs = zip(values["measure"], values["voice"], strict=True)
    return {
        HOLDINGS.name: held,
        CELLS.name: under,
        PROFILES.name: profiles(under, holdings=held, values=pairs),
        CHANCE.name: by_chance(under),
    }


def articles_frame(articles: Sequence[Article]) -> pd.DataFrame:
    """Return the articles as an ARTICLES frame, in their order."""
    return ARTICLES.frame(tuple(getattr(article, name) for name in ARTICLES.names) for article in articles)


def read_and_score(articles: Sequence[Article]) -> dict[str, pd.DataFrame]:
    """Return the tables of what is found in each article alone, by name; no evidence is made."""
    with no_garbage_looked_for():
        batch = read(articles)
        return {
            "sentences": batch.sentences,
            "voices": batch.voices,
            "scores": score(batch).scores,
            "portrayals": portrayals(batch),
        }


_Story = tuple[list[Article], pd.DataFrame, pd.DataFrame]
"""The articles of a story, where they stand (`_PLACED`), and their CREDITS."""


def _compare(task: _Story) -> tuple[dict[str, pd.DataFrame], Rows]:
    articles, members, credits = task
    with no_garbage_looked_for():
        batch: Batch = read(articles)
        outlets = {article.id: article.outlet for article in articles}
        facts = align(batch, members, outlets=outlets)
        made = apart(batch, members, articles_frame(articles), credits)
    return {"claims": facts.claims, "claim_members": facts.claim_members, "absences": facts.absences}, made


def _batches(articles: Sequence[Article]) -> list[Sequence[Article]]:
    return [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]


def _mapped(
    function: Callable[[Given], Made], tasks: Sequence[Given], *, jobs: int, tell: Callable[[int, int], None]
) -> Iterator[Made]:
    from joblib import Parallel, delayed

    tell(0, len(tasks))
    workers = Parallel(n_jobs=min(jobs, len(tasks)) if jobs > 0 and tasks else jobs, return_as="generator")
    for done, made in enumerate(workers(delayed(function)(task) for task in tasks), start=1):
        tell(done, len(tasks))
        yield made


def _joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0]
