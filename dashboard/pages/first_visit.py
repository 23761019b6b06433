"""What a person sees who has nothing analysed yet: what this is for, and two ways to begin."""

from dash import html
from dash.development.base_component import Component

from dashboard.collecting.routes import JOB
from dashboard.components.notice import notice
from dashboard.components.working import working
from dashboard.current import CurrentResults
from dashboard.fields import Child, button, form
from dashboard.links import to_page
from dashboard.page import View
from dashboard.wording import several
from sources.drafts import Drafts
from sources.errors import LibraryError


def first_visit(current: CurrentResults, message: str) -> View:
    """Return the page that stands in for every page which needs results; `message` says why there are none."""
    desk = current.desk
    try:
        with Drafts(desk.library) as drafts:
            articles, waiting = drafts.count(), drafts.counted().get("waiting", 0)
    except LibraryError as error:
        articles, waiting, message = 0, 0, str(error)
    closed = desk.closed()
    token = "" if closed else desk.guard.token
    job = desk.jobs.now()
    busy = job is not None and job.is_open
    begin: list[Child] = []
    if closed:
        begin = [notice(closed)]
    elif not busy:
        old = "They were analysed by another version of Parallax." if "another version" in message else ""
        begin = [_kept(articles, old, token) if articles else _ways(waiting, token)]
    body = html.Div(
        [
            html.H1("Nothing to compare yet", id="page-title", tabIndex=-1),
            html.P(
                "Parallax puts reports of the same event side by side: what each outlet tells, whom it quotes, and how "
                "it words it. Every number opens to the words it was counted from.",
                className="lede",
            ),
            working(job, token) if not closed and job is not None and job.state != "done" else None,
            *begin,
            _terminal(message),
        ],
        className="narrow first-visit",
    )
    return View("Nothing to compare yet", body)


def _ways(waiting: int, token: str) -> Component:
    bring = "Check and keep them" if waiting else "Bring articles"
    said = (
        f"{several(waiting, 'page')} you gave {'is' if waiting == 1 else 'are'} waiting for your yes."
        if waiting
        else "Paste texts, choose files, or give addresses of pages and feeds. Two outlets on one event are enough."
    )
    return html.Div(
        [
            html.Section(
                [
                    html.H2("Look around first"),
                    html.P(
                        "An invented region, three events, five outlets. It takes half a minute, and you can take it "
                        "out again."
                    ),
                    form(JOB, token, [button("Show me the demo", do="demo", main=not waiting)], name="demo"),
                ],
                className="begin",
            ),
            html.Section(
                [
                    html.H2("Begin with your own"),
                    html.P(said),
                    html.P(html.A(bring, href=to_page("/collect"), className="button main" if waiting else "button")),
                ],
                className="begin",
            ),
        ],
        className="beginnings",
    )


def _kept(articles: int, old: str, token: str) -> Component:
    held = several(articles, "page")
    said = f"{held} in the library. {old}" if old else f"{held} in the library, not analysed yet."
    return html.Section(
        [
            html.P(said),
            html.Div(
                [
                    form(JOB, token, [button("Analyse now", do="analyse", main=True)], name="analyse"),
                    html.A("Bring more first", href=to_page("/collect"), className="button"),
                ],
                className="row",
            ),
        ],
        className="begin",
    )


def _terminal(message: str) -> Component:
    lines = (
        ("parallax add pages/", "adds what is in a folder"),
        ("parallax analyse", "analyses it"),
        ("parallax demo", "fills a library of its own with the demo, and shows it"),
    )
    return html.Details(
        [
            html.Summary("The same in a terminal"),
            html.Ul([html.Li([html.Code(command), f" {said}"]) for command, said in lines], className="commands"),
            html.P(message, className="quiet"),
        ],
        className="fold",
    )
