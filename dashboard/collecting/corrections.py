"""Corrections of what was analysed: the particulars of a page, and which pages belong together. Each can be undone."""

from flask import request
from werkzeug.datastructures import MultiDict

from analysis.mending import merge_events, move_articles, rename_event, split_event
from analysis.results import Results
from dashboard.collecting.desk import Desk
from dashboard.collecting.jobs import Busy
from sources.errors import InputError, UnknownName
from sources.keeping.event_changes import undo_change
from sources.keeping.restoring import corrected
from sources.library import Library

CORRECT = "/correct/do"
"""Where the forms go."""

PARTICULARS = ("outlet", "title", "published", "byline", "url")
"""What a form may correct of a page."""

Said = tuple[str, str, str]
"""The page to go on at, what follows its question mark, and what to say."""


def on_corrections(desk: Desk) -> Said:
    """Do what a form asks, and start an analysis that follows it. Raises ParallaxError for what cannot be done."""
    form = request.form
    what = form.get("do", "")
    if what == "particulars":
        article, said = _particulars(desk, form)
        query = f"article={article}"
    elif what == "undo-article":
        with Library(desk.library) as library:
            article, did = library.undo(form.get("article", ""))
        said, query = f"undone: {did}", f"article={article}"
    elif what == "undo-event":
        number = form.get("number", "")
        with Library(desk.library) as library:
            change = undo_change(library, int(number) if number.isdecimal() and len(number) < 12 else None)
        said, query = f"undone: {change.kind}", f"event={change.event}"
    else:
        said, query = _events(desk, what, form)
    return "/correct", query, f"{said}; {_analysed(desk)}"


def _particulars(desk: Desk, form: "MultiDict[str, str]") -> tuple[str, str]:
    given = {field: form[field].strip() for field in PARTICULARS if field in form}
    if given.get("outlet"):
        known = desk.outlets.by_name(given["outlet"]) or desk.outlets.by_domain(given["outlet"])
        given["outlet"] = known.name if known else " ".join(given["outlet"].split())
    with Library(desk.library) as library:
        before = library.get(form.get("article", ""))
        changed = {field: value for field, value in given.items() if value != form.get(f"was-{field}", "")}
        if not changed:
            raise InputError("nothing was changed: write what is right in one of the fields")
        after = corrected(before, changed)
        library.replace(before.id, after, what=f"corrected {', '.join(changed)}")
    return after.id, f"corrected {', '.join(changed)}"


def _events(desk: Desk, what: str, form: "MultiDict[str, str]") -> tuple[str, str]:
    """Merge, split, move or rename events of the last analysis; return what was done, and where to go on."""
    article, event, to = form.get("article", ""), form.get("event", ""), form.get("to", "")
    results = Results.open(desk.library)
    try:
        if what == "split":
            split_event(results, [article])
            return "this page will stand apart", f"article={article}"
        if what == "move":
            move_articles(results, [article], to=_chosen(to))
            return "this page will stand in the other event", f"article={article}"
        if what == "merge":
            merge_events(results, [event, _chosen(to)])
            return "the two events will be one", f"event={event}"
        if what == "rename":
            rename_event(results, event, title=form.get("title", ""))
            return "the event will have this title", f"event={event}"
    finally:
        results.close()
    raise UnknownName(f"{what!r} is no correction")


def _chosen(event: str) -> str:
    if not event:
        raise InputError("choose the other event first")
    return event


def _analysed(desk: Desk) -> str:
    try:
        desk.jobs.start("analyse", desk.task())
    except Busy:
        return "it shows after the next analysis"
    return "analysing anew"
