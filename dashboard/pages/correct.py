"""Correct: what a person knows better of a page or an event, with everything that was changed and can be undone."""

import time
from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.collecting.corrections import CORRECT, PARTICULARS
from dashboard.collecting.routes import as_typed
from dashboard.components.drafts import outlet_names
from dashboard.components.notice import Part, notice, section, title
from dashboard.components.working import news, working
from dashboard.current import CurrentResults
from dashboard.fields import button, element, form, hidden, text_field
from dashboard.links import to_article, to_page, to_story
from dashboard.page import Page, Query, View
from dashboard.row import Row
from dashboard.wording import dates, first_words, known, several, text_or
from sources.article import Article
from sources.keeping.event_changes import EventChange, changes_of_events
from sources.library import Library

MOST_OTHERS = 60
"""Other events that can be chosen: those of the same story, then those nearest in time."""

_MOST_CHANGES = 30
_DAY = 86_400.0
_LABELS = {
    "outlet": "Outlet",
    "title": "Headline",
    "published": "Published",
    "byline": "By",
    "url": "Address of the page",
}
_KINDS = {
    "merge": "made events one",
    "split": "took pages out",
    "move": "moved pages",
    "rename": "gave a title",
}


def layout(current: CurrentResults, query: Query) -> View:
    """Return the forms for the page `article` or the event `event`, and all changes of events.

    Raises UnknownName for an article that is not there.
    """
    desk = current.desk
    results = current.get()
    closed = desk.closed()
    with Library(desk.library) as library:
        changes = changes_of_events(library, undone=True)
        article = library.get(query.one("article")) if query.one("article") else None
    event = _event(results, article, query.one("event"))
    head: list[Component] = [
        title("Correct", above=html.A("Stories", href=to_page("/"))),
        html.P(
            "What you correct is kept in the library, wins over the machine in every analysis to come, and can be "
            "undone.",
            className="lede",
        ),
    ]
    if closed is not None:
        return View("Correct", html.Div([*head, notice(closed)], className="narrow"))
    token = desk.guard.token
    job = working(news(desk.jobs.now(), now=time.time()), token)
    parts = [
        *([_particulars(article, token)] if article is not None else []),
        *([_belongs(results, article, event, token)] if article is not None and event is not None else []),
        *([_of_event(results, event, token)] if event is not None else []),
        *([_changes(changes, token)] if changes else []),
    ]
    if article is None and event is None:
        head.append(notice("Open a story or an article, and follow “Correct” there."))
    shown = [*head, *([job] if job is not None else []), *(part.body for part in parts), outlet_names()]
    return View("Correct", html.Div(shown, className="narrow correct-page"))


def _event(results: Results, article: Article | None, wanted: str) -> Row | None:
    if article is not None:
        members = results.rows("members", article=article.id)
        wanted = str(members["event"].iloc[0]) if len(members) else ""
    return next(rows_of(results.rows("events", event=wanted)), None) if wanted else None


def _particulars(article: Article, token: str) -> Part:
    fields = []
    for field in PARTICULARS:
        value = as_typed(article, field)
        hint = "As 2026-01-31 or 2026-01-31 09:30; empty means unknown." if field == "published" else None
        more = {"list": "outlets"} if field == "outlet" else None
        fields.append(text_field(field, _LABELS[field], value=value, hint=hint, more=more))
        fields.append(hidden(f"was-{field}", value))
    row = html.Div(
        [button("Save and analyse again", do="particulars", main=True), button("Undo the last one", do="undo-article")],
        className="row",
    )
    named = html.A(article.title or first_words(article.text), href=to_article(article.id))
    made = form(CORRECT, token, [hidden("article", article.id), *fields, row], name="particulars")
    said: list[str | Component] = ["The page ", named, ". What was found on it is kept."]
    return section("What the page says of itself", [made], name="particulars", intro=said)


def _belongs(results: Results, article: Article, event: Row, token: str) -> Part:
    others = _others(results, event)
    rows: list[Component] = []
    if event.articles > 1:
        rows.append(html.Div([button("It is another event: take it out", do="split")], className="row"))
    if len(others):
        rows.append(html.Div([_choice(others, "It belongs to"), button("Move it there", do="move")], className="row"))
    link = html.A(str(event.title), href=to_story(str(event.story), [("event", str(event.event))]))
    said: list[str | Component] = [
        "This page stands in “",
        link,
        f"”, with {several(int(event.articles) - 1, 'other page')}.",
    ]
    if not rows:
        return section(
            "Where it belongs", [notice("There is no other event to move it to.")], name="belongs", intro=said
        )
    made = form(CORRECT, token, [hidden("article", article.id), *rows], name="belongs")
    return section("Where it belongs", [made], name="belongs", intro=said)


def _of_event(results: Results, event: Row, token: str) -> Part:
    others = _others(results, event)
    rename = form(
        CORRECT,
        token,
        [
            hidden("event", str(event.event)),
            text_field("title", "Title of the event", value=str(event.title), more={"id": "field-event-title"}),
            html.Div([button("Give it this title", do="rename")], className="row"),
        ],
        name="rename",
    )
    children: list[Component] = [rename]
    if len(others):
        rows = html.Div([_choice(others, "The same as"), button("Make them one", do="merge")], className="row")
        children.append(form(CORRECT, token, [hidden("event", str(event.event)), rows], name="merge"))
    link = html.A(str(event.title), href=to_story(str(event.story), [("event", str(event.event))]))
    said: list[str | Component] = [link, f": {several(int(event.articles), 'page')}, {dates(event.first, event.last)}."]
    return section("The event", children, name="event", intro=said)


def _others(results: Results, event: Row) -> pd.DataFrame:
    """Return the other events: those of the same story first, then by how near they are in time."""
    every = results.table("events")
    every = every[(every["event"] != event.event).to_numpy()]
    far = (
        (every["first"] - event.first).abs().dt.total_seconds().div(_DAY)
        if known(event.first)
        else pd.Series(0.0, index=every.index)
    )
    order = every.assign(elsewhere=every["story"] != event.story, far=far)
    found: pd.DataFrame = order.sort_values(["elsewhere", "far"], kind="stable", na_position="last").head(MOST_OTHERS)
    return found


def _choice(events: pd.DataFrame, label: str) -> Component:
    mark = f"field-to-{label.split()[0].casefold()}"
    options = [element("option", "choose an event", {"value": ""})]
    for row in rows_of(events):
        said = f"{dates(row.first, row.last)}: {text_or(row.title, 'Event')} ({several(int(row.articles), 'page')})"
        options.append(element("option", said[:140], {"value": str(row.event)}))
    made = element("select", list(options), {"id": mark, "name": "to", "defaultValue": ""})
    return html.Div([html.Label(label, htmlFor=mark), made], className="field")


def _changes(changes: Sequence[EventChange], token: str) -> Part:
    items = []
    for change in reversed(changes[-_MOST_CHANGES:]):
        named = f"“{change.title}”" if change.title else several(sum(map(len, change.sides[:1])), "page")
        said = f"{change.number}. {_KINDS.get(change.kind, change.kind)}: {named}"
        undo = form(
            CORRECT,
            token,
            [
                hidden("number", str(change.number)),
                button("Undo", do="undo-event", about=f"Undo change {change.number}"),
            ],
            name=f"undo-{change.number}",
        )
        items.append(html.Li([html.Span(said), html.Span(" (undone)", className="quiet") if change.undone else undo]))
    return section("Changes of events", [html.Ol(items, className="changes")], name="changes")


PAGE = Page(name="correct", path="/correct", title="Correct", from_library=layout, section="stories")
