"""Collect: bring articles, see what was recognised, correct it, keep it; the analysis then runs by itself."""

from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.run import fingerprint
from analysis.store import current_run
from dashboard.collecting.desk import Desk
from dashboard.collecting.routes import DRAFTS, JOB
from dashboard.components.drafts import draft_form, draft_list, outlet_names, thrown_list
from dashboard.components.giving import giving
from dashboard.components.notice import notice, section, title
from dashboard.components.working import undoing, working
from dashboard.current import CurrentResults
from dashboard.fields import Child, box, button, form
from dashboard.links import to_page
from dashboard.page import Page, Query, View
from dashboard.wording import several
from sources.drafts import Draft, Drafts
from sources.errors import NoResults
from sources.keeping.event_changes import changes_of_events

_LOOKED_AT = 20_000
"""Articles up to which it is looked whether they are those that were analysed."""


def layout(current: CurrentResults, query: Query) -> View:
    """Return the page; `draft` opens one draft, `act` says what was just done, `page` is the part of the list."""
    desk = current.desk
    closed = desk.closed()
    if closed is not None:
        return View("Collect", _closed(closed))
    token, job = desk.guard.token, desk.jobs.now()
    with Drafts(desk.library) as drafts:
        waiting, thrown = drafts.drafts(), drafts.drafts("thrown")
        act = query.one("act")
        done = drafts.done(int(act)) if act.isdecimal() and len(act) < 12 else ()
        articles, feeds = drafts.count(), drafts.feeds()
        behind = articles > 0 and _is_behind(drafts, desk)
    free = job is None or not job.is_open
    body = html.Div(
        [
            title("Collect"),
            html.P(
                "Bring what several outlets wrote about the same event. You see what was recognised before anything "
                "is kept. It all stays on this machine.",
                className="lede",
            ),
            _done(done, token),
            working(job, token),
            _behind(articles, token) if behind and free and not done else None,
            *_check(waiting, token, query),
            section("Bring articles", [giving(token)], name="bring").body,
            section("Feeds you follow", [_feeds(feeds, token)], name="feeds").body if feeds else None,
            thrown_list(thrown, token) if thrown else None,
            html.P(_held(articles), className="quiet held-line"),
            _demo_out(desk, token) if articles and free else None,
            outlet_names(),
        ],
        className="page collect-page",
    )
    return View("Collect", body)


def _closed(why: str) -> Component:
    return html.Div(
        [
            title("Collect"),
            html.P(why, className="lede"),
            html.P("Everything else is open to you: nothing you do on the other pages changes the library."),
            html.P(html.A("All stories", href=to_page("/"), className="button")),
        ],
        className="narrow",
    )


def _check(waiting: tuple[Draft, ...], token: str, query: Query) -> list[Child]:
    if not waiting:
        return []
    asked, part = query.one("draft"), query.one("page")
    page = max(1, int(part)) if part.isdecimal() and len(part) < 6 else 1
    opened = next((draft for draft in waiting if str(draft.number) == asked), None)
    nameless = sum(draft.now.outlet is None for draft in waiting)
    undated = sum(draft.now.published is None for draft in waiting)
    lacks = [
        f"{several(nameless, 'page')} without an outlet" if nameless else "",
        f"{undated} undated" if undated else "",
    ]
    lacking = " and ".join(filter(None, lacks))
    intro = f"{several(len(waiting), 'page')} read and not kept yet" + (f", {lacking}." if lacking else ".")
    last = waiting[-1].number
    return [
        section(
            "Check what was recognised",
            [
                draft_form(opened, token, later=opened.number < last) if opened else html.Div(id="no-draft"),
                draft_list(waiting, token, page=page),
            ],
            name="check",
            intro=f"{intro} An outlet’s name is needed to compare, a date to put reports in order.",
        ).body
    ]


def _done(done: tuple[Draft, ...], token: str) -> Component | None:
    if not done:
        return None
    verb = "kept" if done[0].state == "kept" else "thrown away"
    return undoing(done[0].act, f"{several(len(done), 'page')} {verb}.", token, DRAFTS)


def _is_behind(drafts: Drafts, desk: Desk) -> bool:
    """Return whether the articles are others than those that were analysed last."""
    try:
        current_run(desk.library)
        results = Results.open(desk.library, own_outlets=desk.own_outlets)
    except NoResults:
        return True
    try:
        if drafts.count() > _LOOKED_AT:
            return results.info.get("articles") != drafts.count()
        return results.info.get("fingerprint") != fingerprint(drafts.seen(), changes=changes_of_events(drafts))
    finally:
        results.close()


def _behind(articles: int, token: str) -> Component:
    said = f"The library holds {several(articles, 'page')}, and not all of that is analysed yet."
    return html.Div(
        [notice(said), form(JOB, token, [button("Analyse now", do="analyse", main=True)], name="analyse")],
        className="work",
    )


def _feeds(feeds: tuple[str, ...], token: str) -> Component:
    ticks = html.Ul([html.Li(box("feed", feed, feed, on=True), key=feed) for feed in feeds], className="ticks")
    return form(JOB, token, [ticks, button("Look for new pages", do="look")], name="feeds")


def _held(articles: int) -> list[Child]:
    if not articles:
        return ["The library is empty."]
    return [
        f"The library holds {several(articles, 'page')}. ",
        html.A("What is missing or unclear in it", href=to_page("/quality")),
    ]


def _demo_out(desk: Desk, token: str) -> Component | None:
    from dashboard.collecting.work import demo_articles

    with Drafts(desk.library) as library:
        number = len(demo_articles(library)) if library.count() <= _LOOKED_AT else 0
    if not number:
        return None
    said = html.P(f"{several(number, 'page')} of them belong to the invented demo. ", className="quiet")
    return form(JOB, token, [html.Div([said, button("Take the demo out", do="no-demo")], className="row")], name="demo")


PAGE = Page(name="collect", path="/collect", title="Collect", from_library=layout, navigation=True)
