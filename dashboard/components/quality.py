"""What a person can mend in the quality of a library: outlets, dates, and what was not read."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.collecting.routes import ARTICLES, JOB, NAMES
from dashboard.components.notice import Part, scroller, section
from dashboard.fields import Child, box, button, form, text_field
from dashboard.links import to_article, to_page
from dashboard.quality import Named, Quality
from dashboard.wording import first_words, several, text_or
from sources.keeping.not_read import NotRead

MOST_LISTED = 40
"""Pages and groups of them that are listed; how many more there are is said."""


def nameless(found: Quality, token: str | None) -> Part | None:
    """Return the pages without an outlet, by host; without `token` nothing can be changed. None: no such page."""
    if not found.nameless:
        return None
    groups = [_group(each, found, token, each.name or "no address given") for each in found.nameless[:MOST_LISTED]]
    intro = (
        "Without an outlet a page stands in its story, but in no comparison of outlets. Tick the pages of one outlet "
        "and write its name: all are corrected at once."
    )
    count = sum(len(each.articles) for each in found.nameless)
    return section(f"No outlet: {several(count, 'page')}", groups, name="nameless", intro=intro)


def unlisted(found: Quality, token: str | None) -> Part | None:
    """Return the names that no listed outlet has, with their pages."""
    if not found.unlisted:
        return None
    groups = [_group(each, found, token, each.name) for each in found.unlisted[:MOST_LISTED]]
    intro = (
        "Parallax knows no outlet of these names. That is fine where the name is right. Where it is another spelling "
        "of an outlet’s usual name, write that one, so that both count as one."
    )
    return section(f"Outlets that are not listed: {len(found.unlisted):,}", groups, name="unlisted", intro=intro)


def _group(group: Named, found: Quality, token: str | None, name: str) -> Component:
    shown = group.articles[:MOST_LISTED]
    left = html.P(f"and {len(group.articles) - len(shown):,} more", className="quiet")
    head = html.Summary(f"{name}: {several(len(group.articles), 'page')}")
    more = left if len(group.articles) > len(shown) else None
    if token is None:
        plain = html.Ul([html.Li(link(found, article)) for article in shown], className="ticks")
        return html.Details([head, plain, more], className="fold")
    ticks = [
        html.Li(
            [box("article", each, "", on=True, about=f"Choose: {_called(found, each)}"), link(found, each)], key=each
        )
        for each in shown
    ]
    field = text_field(
        "outlet",
        "They are all from",
        place="an outlet’s name",
        more={"list": "outlets", "data-names": to_page(NAMES), "id": f"outlet-of-{shown[0]}"},
    )
    row = html.Div(
        [field, button("Say so", do="outlet", about=f"Say so: whose the pages of {name} are")],
        className="row row-field",
    )
    inside: list[Child] = [html.Ul(ticks, className="ticks ticked-links"), more, row]
    return html.Details([head, form(ARTICLES, token, inside, name=f"outlet-{shown[0]}")], className="fold")


def undated(found: Quality, token: str | None) -> Part | None:
    """Return the pages without a date, with a field for each."""
    if not found.undated:
        return None
    shown = found.undated[:MOST_LISTED]
    rows = [
        html.Tr(
            [
                html.Th(link(found, article), scope="row"),
                html.Td(text_or(found.pages.at[article, "outlet"], "")),
                html.Td(_date_field(found, article)) if token is not None else None,
            ],
            key=article,
        )
        for article in shown
    ]
    table = scroller(html.Table(html.Tbody(rows), className="grid undated"), label="Undated pages")
    left = f"and {len(found.undated) - len(shown):,} more" if len(found.undated) > len(shown) else None
    inside: list[Child] = [table, html.P(left, className="quiet") if left else None]
    if token is not None:
        inside.append(html.Div(button("Save the dates", do="dates"), className="row"))
    return section(
        f"Undated: {several(len(found.undated), 'page')}",
        [form(ARTICLES, token, inside, name="dates") if token is not None else html.Div(inside)],
        name="undated",
        intro="A page without a date is compared, but nobody can say who reported first. The time of a file is never "
        "taken for a date.",
    )


def _date_field(found: Quality, article: str) -> Component:
    named = extra({"aria-label": f"Date of {_called(found, article)}"})
    field = text_field(f"date-{article}", "", place="2026-01-31", more=named)
    made: Component = field.children[1]
    return made


def unread(refused: Sequence[NotRead], token: str | None) -> Part | None:
    """Return what could not be read, and why."""
    if not refused:
        return None
    shown = refused[:MOST_LISTED]
    items = [
        html.Li(
            [
                box("origin", one.origin, one.origin, on=False) if token is not None else html.Strong(one.origin),
                html.Span(f"{one.message[:1].upper()}{one.message[1:]}.", className="reason"),
            ],
            key=one.origin,
        )
        for one in shown
    ]
    listed: Component = html.Ul(items, className="refused")
    left = html.P(f"and {len(refused) - len(shown):,} more", className="quiet") if len(refused) > len(shown) else None
    inside: list[Child] = [listed, left]
    if token is not None:
        row = html.Div(button("Put the ticked ones away", do="strike-off"), className="row")
        inside = [form(JOB, token, [listed, left, row], name="strike-off")]
    intro = "These were given and are in no comparison. A page that is read later leaves this list by itself."
    return section(f"Not read: {len(refused):,}", [html.Div(inside)], name="not-read", intro=intro)


def _called(found: Quality, article: str) -> str:
    return text_or(found.pages.at[article, "title"], f"page {article}")


def link(found: Quality, article: str) -> Component:
    """Return a link to an article, by its headline."""
    return html.A(first_words(_called(found, article)), href=to_article(article))
