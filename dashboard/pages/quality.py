"""Data quality: what is missing or unclear in the library, and what can be done about it."""

import time
from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.collecting.routes import ARTICLES
from dashboard.components.drafts import language, outlet_names
from dashboard.components.notice import Part, contents, notice, scroller, section, title
from dashboard.components.quality import MOST_LISTED, link, nameless, undated, unlisted, unread
from dashboard.components.working import news, working
from dashboard.current import CurrentResults
from dashboard.fields import Child, button, form, hidden
from dashboard.page import Page, Query, View
from dashboard.quality import FEWEST_DAYS, Days, Quality, quality
from dashboard.wording import several
from sources.keeping.not_read import NotRead, not_read
from sources.library import Library

_SHORT = {
    "cut": "ends in the middle, as a teaser or a limited feed does",
    "paywalled": "ends where readers who pay read on",
    "summary": "is a summary of a longer report",
}


def layout(current: CurrentResults, query: Query) -> View:
    """Return the page; `changed` names articles that were just corrected."""
    desk = current.desk
    found = quality(current.get())
    closed = desk.closed()
    token = None if closed else desk.guard.token
    with Library(desk.library) as library:
        refused = not_read(library)
    parts = [
        part
        for part in (
            nameless(found, token),
            unlisted(found, token),
            undated(found, token),
            unread(refused, token),
            _shortened(found),
            _unscored(found),
            _copies(found),
            _holes(found.days),
        )
        if part is not None
    ]
    body = html.Div(
        [
            title("Data quality"),
            html.P(
                f"What is missing or unclear in the {several(len(found.pages), 'page')} that were analysed, and what "
                "you can do about it. A comparison is only as good as what it is made from.",
                className="lede",
            ),
            working(news(desk.jobs.now(), now=time.time()), token) if token is not None else notice(closed),
            _changed(query.many("changed"), token),
            _counts(found, refused),
            contents(parts) if parts else None,
            *(part.body for part in parts),
            outlet_names(),
        ],
        className="page quality-page",
    )
    return View("Data quality", body)


def _counts(found: Quality, refused: Sequence[NotRead]) -> Component:
    of = max(len(found.pages), 1)
    rows = (
        ("with an outlet", len(found.pages) - sum(len(each.articles) for each in found.nameless)),
        ("with a date", len(found.pages) - len(found.undated)),
        ("scored (English)", len(found.pages) - sum(count for _, count in found.unscored)),
        ("held whole, as far as can be told", len(found.pages) - len(found.shortened)),
    )
    items = [
        html.Li([html.Strong(f"{round(100 * count / of)} %"), f" {said} ({count:,} of {len(found.pages):,})"])
        for said, count in rows
    ]
    if refused:
        items.append(html.Li([html.Strong(f"{len(refused):,}"), " given and not read"]))
    return html.Ul(items, className="figures quality-figures")


def _changed(articles: Sequence[str], token: str | None) -> Component | None:
    if not articles or token is None:
        return None
    fields: list[Child] = [hidden("article", article) for article in articles]
    said = f"{several(len(articles), 'page')} corrected. The analysis takes it in."
    inside = [*fields, html.Span(said), button("Take that back", do="undo")]
    return html.Div(form(ARTICLES, token, inside, name="take-back"), className="work undoing")


def _shortened(found: Quality) -> Part | None:
    if not found.shortened:
        return None
    items = [
        html.Li([link(found, article), html.Span(f" {_SHORT.get(why, why)}", className="quiet")])
        for article, why in found.shortened[:MOST_LISTED]
    ]
    intro = (
        "What such a page leaves out says nothing about the outlet: facts that are not found in it are not called left "
        "out. Add the whole text where you can."
    )
    return section(
        f"Less than the whole text: {several(len(found.shortened), 'page')}",
        [html.Ul(items, className="ticks")],
        name="shortened",
        intro=intro,
    )


def _unscored(found: Quality) -> Part | None:
    if not found.unscored:
        return None
    items = [html.Li(f"{language(code)}: {several(count, 'page')}") for code, count in found.unscored]
    return section(
        "Languages that are not scored",
        [html.Ul(items, className="ticks")],
        name="languages",
        intro="The measures are made for English. Pages in other languages are kept and shown, and have no numbers.",
    )


def _copies(found: Quality) -> Part | None:
    if not found.copies and not found.agencies:
        return None
    items = [
        html.Li(f"{several(len(found.copies), 'page')} with another page’s text"),
        html.Li(f"{several(found.agencies, 'page')} with a news agency’s text as a whole"),
    ]
    return section(
        "Copied text",
        [html.Ul(items, className="ticks")],
        name="copies",
        intro="Copied text counts once: a story of twelve pages may be four independent reports. The story says which.",
    )


def _holes(days: Sequence[Days]) -> Part | None:
    if not days or days[0].of < FEWEST_DAYS:
        return None
    head = ("Outlet", "Pages", "Days with pages", "Longest time without one")
    rows = [
        html.Tr(
            [
                html.Th(each.outlet, scope="row"),
                html.Td(f"{each.pages:,}"),
                html.Td(f"{each.days} of {each.of}"),
                html.Td(_hole(each)),
            ]
        )
        for each in days[:MOST_LISTED]
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(each, scope="col") for each in head])), html.Tbody(rows)], className="grid"
    )
    return section(
        "Days without pages",
        [scroller(table, label="Days with pages, by outlet")],
        name="holes",
        intro="Of the days on which any outlet in this library has a page. That an outlet has none says nothing about "
        "what it printed: it may not have been collected.",
    )


def _hole(each: Days) -> str:
    if each.none_from is None or each.none_to is None:
        return "none"
    return _day(each.none_from) if each.none_from == each.none_to else f"{_day(each.none_from)} to {_day(each.none_to)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


PAGE = Page(name="quality", path="/quality", title="Data quality", from_library=layout, navigation=True)
