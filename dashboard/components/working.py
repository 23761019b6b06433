"""How far the work beside the pages is, what came of it, and a button to stop it."""

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.collecting.jobs import Job
from dashboard.collecting.routes import JOB
from dashboard.collecting.steps import how_far
from dashboard.components.notice import notice
from dashboard.fields import Child, button, element, form, hidden
from dashboard.links import to_page
from dashboard.wording import several

_DOING = {
    "read": "Reading what you gave",
    "analyse": "Analysing",
    "demo": "Filling the demo",
    "no-demo": "Taking the demo out",
}
_DONE = {
    "read": "Read",
    "analyse": "Analysed",
    "demo": "The demo is ready",
    "no-demo": "The demo is out",
}

_NEWS = 600.0
"""Seconds for which other pages than Collect say that work was done."""
MOST_LISTED = 100


def working(job: Job | None, token: str) -> Component | None:
    """Return what is to be seen of a job: a bar while it runs, what came of it afterwards; None where there is none."""
    if job is None or job.kind not in _DOING:
        return None
    return _running(job, token) if job.is_open else _ended(job, token)


def news(job: Job | None, *, now: float) -> Job | None:
    """Return the job for a page that is about something else: None once it has been done well for a while."""
    old = job is not None and job.state == "done" and job.kind != "read" and now - job.began > _NEWS
    return None if old else job


def _running(job: Job, token: str) -> Component:
    step, share = how_far(job)
    bar = {"max": 1, "aria-label": _DOING[job.kind], "id": "work-bar", "className": "work-bar"}
    if share is not None:
        bar["value"] = round(share, 3)
    return html.Div(
        [
            html.P([html.Strong(f"{_DOING[job.kind]} "), html.Span(step, id="work-step")], className="work-said"),
            element("progress", None, bar),
            form(JOB, token, [button("Stop", do="stop")], name="stop"),
        ],
        className="work",
        **extra({"data-job": job.id, "data-poll": to_page(JOB)}),
    )


def _ended(job: Job, token: str) -> Component | None:
    lines: list[Child] = [html.P(said) for said in job.said]
    again = html.Div([button("Do it again", do="again")], className="row")
    if job.state == "died":
        head = f"{_DOING[job.kind]} ended without a word: Parallax, or the computer, was stopped in the middle of it."
        what = "What was read until then is below, and what you gave is still held." if job.kind == "read" else ""
        return _box(job, "differs", head, [html.P(what) if what else None, form(JOB, token, [again], name="again")])
    if job.state == "failed":
        return _box(
            job, "differs", f"{_DOING[job.kind]} did not work.", [*lines, form(JOB, token, [again], name="again")]
        )
    if job.state == "stopped":
        return _box(job, "quiet", "You stopped it.", [*lines, form(JOB, token, [again], name="again")])
    if job.kind == "read":
        return _read(job, token, lines)
    onward = html.A("See the stories", href=to_page("/"), className="button main") if job.kind != "no-demo" else None
    away = form(JOB, token, [button("Put this away", do="seen")], name="seen")
    return _box(job, "quiet", f"{_DONE[job.kind]}.", [*lines, html.Div([onward, away], className="row")])


def _read(job: Job, token: str, lines: list[Child]) -> Component | None:
    parts = [f"{several(job.added, 'page')} read"] if job.added else []
    if job.there:
        parts.append(f"{several(job.there, 'page')} already here")
    if job.refused:
        parts.append(f"{several(len(job.refused), 'page')} not read")
    if not parts and not lines:
        return None
    head = f"{', '.join(parts)}." if parts else "Nothing new."
    refused = not_read(job.refused[:MOST_LISTED]) if job.refused else None
    seen = form(JOB, token, [button("Put this away", do="seen")], name="seen") if job.refused or lines else None
    return _box(job, "differs" if job.refused and not job.added else "quiet", head, [*lines, refused, seen])


def not_read(refused: tuple[tuple[str, str], ...]) -> Component:
    """Return what could not be read, with the reason of each."""
    return html.Ul(
        [
            html.Li([html.Strong(origin), html.Span(_sentence(why), className="reason")], key=f"refused-{number}")
            for number, (origin, why) in enumerate(refused)
        ],
        className="refused",
    )


def _sentence(why: str) -> str:
    said = why.strip()
    return f"It {said}." if said[:3] in {"is ", "has", "hol", "can", "may"} else f"{said[:1].upper()}{said[1:]}."


def _box(job: Job, kind: str, head: str, rest: list[Child]) -> Component:
    said = notice(html.Strong(head), kind=kind)
    return html.Div([said, *rest], className="work work-ended", key=f"ended-{job.id}", role="status")


def undoing(act: int, said: str, token: str, address: str) -> Component:
    """Return what was just done, and a button that takes it back."""
    inside: list[Child] = [hidden("act", str(act)), html.Span(said), button("Take that back", do="take-back")]
    return html.Div(form(address, token, inside, name="take-back"), className="work undoing", key=f"act-{act}")
