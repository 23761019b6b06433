"""What every view can be taken away as: its rows as CSV or JSON, a story as JSON of all tables or as a report."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from dash import Dash
from flask import Response, request

from analysis.results import Results
from dashboard.components.story_list import everything_of
from dashboard.current import CurrentResults
from dashboard.exports.files import write_json
from dashboard.exports.report import write_html
from dashboard.exports.rows import frame_rows
from dashboard.page import Query
from dashboard.pages.stories import wanted_of
from dashboard.story_index import story_index
from sources.errors import NoResults, ParallaxError, UnknownName

MOST_STORIES = 5000
"""Stories in one file of the list."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute; numbers may begin with a minus."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one view: the table that they come from, chosen for the pages of an event."""

    table: str
    by: str
    """The column by which they are chosen: article, event or claim."""


VIEWS: Mapping[str, tuple[Rows, ...]] = {
    "beside": (Rows("scores", "article"),),
    "facts": (Rows("claims", "claim"), Rows("claim_members", "claim"), Rows("absences", "claim")),
    "people": (Rows("portrayals", "article"), Rows("namings", "event")),
    "words": (Rows("apart", "event"), Rows("apart_parts", "event"), Rows("distinctive", "event")),
    "sources": (Rows("quoted", "event"),),
    "copies": (Rows("members", "article"), Rows("copies", "article"), Rows("credits", "article")),
}
"""The tables behind each view of an event, the first one for CSV."""


def view_tables(results: Results, story: str, event: str, view: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the tables behind a view of an event with their rows. Raises UnknownName for what is not there."""
    results.check_story(story)
    if view not in VIEWS:
        raise UnknownName(f"there is no view {view!r}; there are {', '.join(VIEWS)}")
    members = results.rows("members", story=story)
    mine = members[members["event"] == event] if event else members
    if mine.empty:
        raise UnknownName(f"there is no event {event!r} in {story}")
    ids = {"article": mine["article"].tolist(), "event": list(dict.fromkeys(mine["event"]))}
    named = results.rows("articles", id=ids["article"])
    named = named[["id", "outlet", "title", "published"]].rename(
        columns={"id": "article", "outlet": "page_outlet", "title": "page_title", "published": "page_published"}
    )
    for rows in VIEWS[view]:
        if rows.by == "claim":
            keys = results.rows("claims", story=story)["claim"].tolist()
            found = results.rows(rows.table, claim=keys)
        else:
            found = results.rows(rows.table, **{rows.by: ids[rows.by]})
        if "article" in found:
            found = found[found["article"].isin(ids["article"])].merge(named, on="article", how="left")
        yield rows.table, found


def as_csv(frame: pd.DataFrame) -> str:
    """Return a frame as CSV that a spreadsheet shows and never computes: a text that looks like a formula is quoted."""
    made = io.StringIO()
    write = csv.writer(made, lineterminator="\r\n")
    write.writerow(frame.columns)
    for row in frame_rows(frame):
        write.writerow([_cell(value) for value in row.values()])
    return "\ufeff" + made.getvalue()


def as_json(tables: Mapping[str, pd.DataFrame], info: Mapping[str, object]) -> str:
    """Return tables as one JSON object; missing is null."""
    rows = {name: list(frame_rows(frame)) for name, frame in tables.items()}
    return json.dumps({"info": dict(info), **rows}, ensure_ascii=False, indent=1, allow_nan=False)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


Made = tuple[str, str, str]
"""Text, type, and the name of the file."""


def of_story(results: Results, story: str, form: str, query: Query) -> Made:
    """Return a story: the first table of a view as CSV or all as JSON; without a view everything, or a report."""
    view, event = query.one("tab"), query.one("event")
    name = f"parallax-{_plain(story)}"
    if form == "html":
        results.check_story(story)
        return write_html(results, None, story=story), "text/html", f"{name}.html"
    if form == "json" and not view:
        results.check_story(story)
        return write_json(results, None, story=story), "application/json", f"{name}.json"
    tables = dict(view_tables(results, story, event, view or "beside"))
    if form == "csv":
        return as_csv(next(iter(tables.values()))), "text/csv", f"{name}-{view or 'beside'}.csv"
    return as_json(tables, results.info), "application/json", f"{name}-{view}.json"


def of_article(results: Results, article: str, form: str) -> Made:
    """Return an article's scores as CSV, or its scores, evidence and voices as JSON."""
    name = f"parallax-{_plain(results.article(article).id)}"
    scores = results.rows("scores", article=article)
    if form == "csv":
        return as_csv(scores), "text/csv", f"{name}.csv"
    voices = results.rows("voices", article=article)
    tables = {"scores": scores, "evidence": results.evidence(article), "voices": voices}
    return as_json(tables, results.info), "application/json", f"{name}.json"


def of_stories(results: Results, form: str, query: Query) -> Made:
    """Return the list of stories as the address narrows it and puts it in order."""
    index = story_index(results)
    rows = everything_of(index, index.chosen(wanted_of(query)).head(MOST_STORIES))
    if form == "csv":
        return as_csv(rows), "text/csv", "parallax-stories.csv"
    return as_json({"stories": rows}, results.info), "application/json", "parallax-stories.json"


def connect_downloads(app: Dash, current: CurrentResults) -> None:
    """Add the addresses of the files to `app`: they only read."""
    prefix = str(app.config.routes_pathname_prefix).rstrip("/")
    asked = "<any(csv, json, html):form>"

    def story(key: str, form: str) -> Response:
        return _sent(lambda: of_story(current.get(), key, form, _query()))

    def article(key: str, form: str) -> Response:
        return _sent(lambda: of_article(current.get(), key, form))

    def stories(form: str) -> Response:
        return _sent(lambda: of_stories(current.get(), form, _query()))

    app.server.add_url_rule(f"{prefix}/files/story/<key>.{asked}", "file of a story", story)
    app.server.add_url_rule(f"{prefix}/files/article/<key>.{asked}", "file of an article", article)
    app.server.add_url_rule(f"{prefix}/files/stories.{asked}", "file of stories", stories)


def _query() -> Query:
    return Query.read(f"?{request.query_string.decode('utf-8', 'replace')}")


def _sent(make: Callable[[], Made]) -> Response:
    try:
        text, kind, name = make()
    except (UnknownName, NoResults) as error:
        return Response(f"{error}\n", status=404, mimetype="text/plain")
    except ParallaxError as error:
        return Response(f"{error}\n", status=500, mimetype="text/plain")
    answer = Response(text, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", name)[:60]
