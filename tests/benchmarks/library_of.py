"""A library of any number of articles with its results, without the hours that analysing them would take.

The demo pack is kept and analysed as it is; everything that was found in it is then written again and again under new
ids, with other outlets, dates, headlines and a last paragraph of invented words, by the project's own library and store
writer. Every tenth copy of a story becomes an event of one long story, and some pages stand alone. What is summed up by
outlet is computed from all of it, as a run does. Spans, facts and values are those of the demo pack: true of their
texts.

`python -m tests.benchmarks.library_of --articles 100000 --library FILE` makes it.
"""

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click
import pandas as pd

from analysis.outlets.cells import cells
from analysis.outlets.holdings import holdings
from analysis.outlets.permutation import by_chance
from analysis.outlets.profiles import profiles
from analysis.results import Results
from analysis.run import analyse
from analysis.store import NewRun, current_run, results_folder
from analysis.table import Table
from analysis.tables import (
    ALL_TABLES,
    ARTICLES,
    CELLS,
    CHANCE,
    CREDITS,
    EVENTS,
    EVIDENCE,
    HOLDINGS,
    MEMBERS,
    PROFILES,
    SCORES,
    STORIES,
)
from sources.article import Article
from sources.library import Library
from sources.outlets import load_outlets
from tests.benchmarks.growth import new_word
from tests.benchmarks.invented import originals

ALONE: Final = 3
"""Pages of each copy of the pack that stand alone as well."""

LONG: Final = 10
"""Every so many copies of a story are events of one story, this many in each."""

_OUTLETS, _DAYS, _TAIL, _WORDS = 300, 730, 40, 50_000
_FIRST = datetime(2025, 1, 1, 6, tzinfo=UTC)
_NOT_STORED = ("text", "summary", "headings", "removed", "found")


def make(library: Path, articles: int, *, analysed: Path | None = None, seed: int = 0) -> None:
    """Make a library file of about so many articles, with the results of a run.

    `analysed` is a library with the results of the demo pack; without it they are made, which takes a minute.
    """
    with TemporaryDirectory() as folder:
        small = analysed or Path(folder) / "pack.sqlite"
        if analysed is None:
            with Library(small) as opened:
                opened.add_many(originals())
            analyse(small, now=_FIRST)
        with Library(small) as opened:
            pack = list(opened.articles())
        copies = max(1, round(articles / (len(pack) + ALONE)))
        with Library(library) as opened:
            opened.add_many(_texts(pack, copies, seed=seed))
        _write(library, current_run(small), pack, copies=copies, seed=seed)


def _texts(pack: Sequence[Article], copies: int, *, seed: int) -> Iterator[Article]:
    """Yield every copy of every page, in the order of their places: that of the outlets' files, not of events."""
    dice = random.Random(seed)
    names = _names()
    for place in _places(len(pack), copies, seed=seed):
        copy, at, alone = place
        page = pack[at]
        tail = " ".join(new_word(1 + int(_WORDS ** dice.random())) for _ in range(_TAIL)).capitalize()
        yield replace(
            page,
            id=_id(page.id, _label(copy, alone)),
            title=f"{page.title}, {_word(copy)}",
            outlet=names[_outlet(copy, _told(pack).index(page.outlet))],
            text=f"{page.text}\n\n{tail}.",
            url=f"https://news.example/{copy}/{at}{'/alone' if alone else ''}",
            published=_at(page, copy, copies),
        )


def _places(pages: int, copies: int, *, seed: int) -> list[tuple[int, int, bool]]:
    every = [(copy, at, False) for copy in range(copies) for at in range(pages)]
    every += [(copy, at * pages // ALONE, True) for copy in range(copies) for at in range(ALONE)]
    random.Random(seed).shuffle(every)
    return every


def _write(library: Path, pattern: Path, pack: Sequence[Article], *, copies: int, seed: int) -> None:
    with NewRun(results_folder(library), now=datetime.now(UTC)) as run:
        run.connection.execute(f"ATTACH '{pattern}' AS pattern (READ_ONLY)")
        _copies(run, pack, copies=copies, seed=seed)
        for table in ALL_TABLES:
            if table not in (EVIDENCE, STORIES, HOLDINGS, CELLS, PROFILES, CHANCE):
                run.connection.execute(f'CREATE TABLE "{table.name}" AS {_query(table)}')
        story = _column(STORIES, "story")
        terms = f"SELECT {story} AS story, min(t.terms || ', ' || lower(c.word)) AS terms FROM {_FROM} GROUP BY 1"
        run.connection.execute(f"CREATE TABLE stories AS {_STORIES.format(terms=terms)}")
        scores, members, events, articles, credits = (
            table.typed(run.frame(f"SELECT * FROM {table.name} ORDER BY rowid"))
            for table in (SCORES, MEMBERS, EVENTS, ARTICLES, CREDITS)
        )
        held = holdings(members, articles, credits)
        under = cells(scores, members, articles, credits, events=events)
        pairs = scores[["measure", "voice"]].drop_duplicates()
        values = zip(pairs["measure"], pairs["voice"], strict=True)
        del scores
        run.add(HOLDINGS.name, held)
        run.add(CELLS.name, under)
        run.add(PROFILES.name, profiles(under, holdings=held, values=values))
        run.add(CHANCE.name, by_chance(under))
        with Library(library) as opened:
            run.index_texts((article.id, article.title, article.text) for article in opened.articles())
        run.finish({"made": _FIRST.isoformat(), "articles": len(articles), "scored": len(articles)})


def _copies(run: NewRun, pack: Sequence[Article], *, copies: int, seed: int) -> None:
    """Put down what tells a copy from the others (`copies`), and the place of each article (`places`)."""
    rows = [
        (_label(copy, alone), alone, _word(copy), f"long-{copy // (LONG * LONG)}" if long and not alone else None, copy)
        for copy in range(copies)
        for long in [copies >= LONG and copy % LONG == 0]
        for alone in (False, True)
    ]
    frame = pd.DataFrame(rows, columns=["label", "alone", "word", "long", "copy"])
    frame["days"] = frame["copy"] * _DAYS // copies
    run.add("copies_of", frame, lasting=False)
    told = _told(pack)
    names = _names()
    pairs = [(copy, name, names[_outlet(copy, at)]) for copy in range(copies) for at, name in enumerate(told) if name]
    run.add("outlets_of", pd.DataFrame(pairs, columns=["copy", "old", "new"]), lasting=False)
    places = _places(len(pack), copies, seed=seed)
    ids = [_id(pack[at].id, _label(copy, alone)) for copy, at, alone in places]
    run.add("places", pd.DataFrame({"place": range(len(ids)), "id": ids}), lasting=False)
    alone = [pack[at * len(pack) // ALONE].id for at in range(ALONE)]
    run.add("alone", pd.DataFrame({"id": alone}), lasting=False)


_ALONE_TOO = frozenset({"articles", "members", "sentences", "voices", "scores", "portrayals", "credits", "shortened"})
"""Tables with rows of pages that stand alone."""

_FROM = "pattern.stories t CROSS JOIN copies_of c WHERE NOT c.alone"

_STORIES = """
    SELECT m.story, min_by(e.title, e.event) AS title, coalesce(any_value(s.terms), '') AS terms,
           count(*) AS articles, count(DISTINCT m.report) AS reports, count(DISTINCT a.outlet) AS outlets,
           min(a.published) AS first, max(a.published) AS last
    FROM members m JOIN articles a ON a.id = m.article JOIN events e ON e.event = m.event
         LEFT JOIN ({terms}) s ON s.story = m.story
    GROUP BY m.story ORDER BY articles DESC, m.story
"""


def _query(table: Table) -> str:
    """Return the query that writes a table of the pattern once for each copy."""
    keyed = {"articles": "id", "members": "article"}.get(table.name, "article")
    of_pages = keyed in table.names and table.name not in {"quoted", "namings"}
    stored = [name for name in table.names if table is not ARTICLES or name not in _NOT_STORED]
    columns = ", ".join(f'{_column(table, name)} AS "{name}"' for name in stored)
    query = f'SELECT {columns} FROM pattern."{table.name}" t CROSS JOIN copies_of c'
    if table.name == "events":
        return _events(columns)
    of_facts = "c.copy, t.rowid" if "claim" in table.names else "p.place, t.rowid"
    order = "story, event, article" if _is_members(table) else of_facts
    if "outlet" in table.names or table.name == "apart_parts":
        query += " LEFT JOIN outlets_of o ON o.copy = c.copy AND o.old = t.outlet"
    if not of_pages:
        return f"{query} WHERE NOT c.alone ORDER BY story, c.copy, t.rowid"
    here = f"t.{keyed} IN (SELECT id FROM alone)" if table.name in _ALONE_TOO else "FALSE"
    query += f" JOIN places p ON p.id = {_new(f't.{keyed}')}"
    return f"{query} WHERE NOT c.alone OR {here} ORDER BY {order}"


def _events(columns: str) -> str:
    """Return the query for EVENTS; a page that stands alone is one of its own."""
    shared = f"SELECT {columns} FROM pattern.events t CROSS JOIN copies_of c WHERE NOT c.alone"
    alone = f"""SELECT 'event-' || {_new("t.id")}, 'story-' || {_new("t.id")}, t.title || ', ' || c.word, 1, 1,
        t.published + to_days(CAST(c.days AS INTEGER)), t.published + to_days(CAST(c.days AS INTEGER))
        FROM pattern.articles t CROSS JOIN copies_of c WHERE c.alone AND t.id IN (SELECT id FROM alone)"""
    return f"{shared} UNION ALL {alone}"


def _column(table: Table, name: str) -> str:
    """Return what a column of the copy holds."""
    old = f't."{name}"'
    if name == "report":
        return f"CASE WHEN c.alone THEN {_new('t.article')} ELSE {_new(old)} END"
    if name in {"article", "original"} or (table is ARTICLES and name == "id"):
        return _new(old)
    if name == "claim":
        return f"{old} || '-' || c.label"
    if name == "event":
        made = f"'event-' || {_new(old)}"
        return f"CASE WHEN c.alone THEN 'event-' || {_new('t.article')} ELSE {made} END" if _is_members(table) else made
    if name == "story":
        made = f"'story-' || substr(md5({old} || coalesce(c.long, c.label)), 1, 16)"
        return f"CASE WHEN c.alone THEN 'story-' || {_new('t.article')} ELSE {made} END" if _is_members(table) else made
    if name == "outlet":
        return f"coalesce(o.new, {old})"
    if table.name == "apart_parts" and name == "name":
        return "CASE WHEN t.kind = 'outlet' THEN coalesce(o.new, t.name) ELSE t.name END"
    if name == "title" and table.name in {"articles", "events"}:
        return f"{old} || ', ' || c.word"
    if name == "end" and table.name == "voices":
        return 'CASE WHEN t.voice = \'headline\' THEN t."end" + length(c.word) + 2 ELSE t."end" END'
    if name in {"published", "first", "last"}:
        return f"{old} + to_days(CAST(c.days AS INTEGER))"
    if name == "url":
        return f"{old} || '?' || c.label"
    return old


def _is_members(table: Table) -> bool:
    return table.name == MEMBERS.name


def _new(old: str) -> str:
    return f"substr(md5({old} || '-' || c.label), 1, 16)"


def _id(old: str, label: str) -> str:
    return hashlib.md5(f"{old}-{label}".encode(), usedforsecurity=False).hexdigest()[:16]


def _label(copy: int, alone: bool) -> str:
    return f"{copy}{'alone' if alone else ''}"


def _word(copy: int) -> str:
    return new_word(copy + 1).capitalize()


def _told(pack: Sequence[Article]) -> list[str | None]:
    return sorted({page.outlet for page in pack}, key=str)


def _names() -> list[str]:
    known = [outlet.name for outlet in load_outlets().all]
    return (known + [f"Outlet {at}" for at in range(_OUTLETS)])[:_OUTLETS]


def _outlet(copy: int, at: int) -> int:
    """Return the number of the outlet that tells in a copy what the pack's outlet `at` tells; some tell far more."""
    return (int(_OUTLETS * (copy * 0.618034 % 1) ** 2) + 41 * at) % _OUTLETS


def _at(page: Article, copy: int, copies: int) -> datetime | None:
    return page.published and page.published + timedelta(days=copy * _DAYS // copies)


def run(arguments: Sequence[str] | None = None) -> None:
    """Make the library and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", type=Path, required=True, help="file to make; it must not be there")
    given = parser.parse_args(arguments)
    if given.library.exists():
        parser.error(f"{given.library} is there already")
    make(given.library, given.articles)
    results = Results.open(given.library)
    stories = results.table("stories")["articles"]
    click.echo(f"{given.library}: {results.info['articles']} articles in {len(stories)} stories")
    click.echo(f"{(stories > 1).sum()} of them told by several pages, the longest by {stories.max()}")
    results.close()


if __name__ == "__main__":
    run()
