"""Copies: whose text each page prints, and why the pages stand together."""

from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.components.notice import Part, notice, section
from dashboard.components.standing import events_named
from dashboard.components.whose_text import whose_text
from dashboard.components.words import moments
from dashboard.links import to_page
from dashboard.tabs.tab import Asked, Tab


def _draw(asked: Asked) -> list[Part]:
    reports = len({page.report for page in asked.pages})
    printed = whose_text(asked.pages, reports=reports)
    nothing = notice("No page of this event prints another page or an agency, as far as the texts show.")
    parts = [printed or section("Whose text", [nothing], name="copies")]
    together = _standing(asked)
    return [*parts, together] if together else parts


def _correct(asked: Asked) -> Component:
    here = to_page("/correct", [("event", asked.event)])
    link = html.A("Correct: another title, merge it with another event", href=here, className="button")
    return html.P(link, className="to-correct")


def _standing(asked: Asked) -> Part | None:
    if len(asked.pages) < 2 and not any(page.note for page in asked.pages):
        return None
    named = events_named(asked.pages)
    others = rows_of(asked.story.results.rows("events", event=named)) if named else []
    event = asked.story.events[asked.story.events["event"] == asked.event]
    made = moments(event, asked.pages, {str(row.event): (str(row.title), str(row.story)) for row in others})
    heading = "The pages, and why they stand together" if len(asked.pages) > 1 else "Why this page stands alone"
    return section(heading, [made, _correct(asked)], name="moments")


TAB = Tab(name="copies", label="Copies", draw=_draw)
