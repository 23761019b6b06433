"""The addresses that write: forms of the dashboard's own pages arrive here, and leave with the address to go on at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dash import Dash, get_relative_path
from flask import Response, jsonify, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Plain

from dashboard.collecting.corrections import CORRECT, on_corrections
from dashboard.collecting.desk import Desk
from dashboard.collecting.given import MOST_FILES, MOST_TEXT, Upload, addresses_in, put_down, too_many_bytes
from dashboard.collecting.group_changes import KEEP, on_groups
from dashboard.collecting.guard import HEADER, TOKEN
from dashboard.collecting.jobs import Busy
from dashboard.collecting.mark_corrections import MARK, on_marks
from dashboard.collecting.steps import how_far
from dashboard.wording import several
from sources.drafts import Drafts
from sources.errors import InputError, LibraryError, ParallaxError, UnknownName
from sources.keeping.not_read import strike_off
from sources.library import Library

GIVE, DRAFTS, JOB, ARTICLES, NAMES = (f"/collect/{name}" for name in ("give", "drafts", "job", "articles", "names"))
"""Where forms go."""

_FORM = 4_000_000
"""Bytes of a form beside its files."""

FIELDS = ("outlet", "title", "published", "byline", "section", "url")
"""The particulars that a form may correct."""


@dataclass(frozen=True)
class Done:
    """What became of a form."""

    path: str = "/collect"
    query: str = ""
    said: str = ""


Form = Mapping[str, str]


def connect_writing(app: Dash, desk: Desk) -> None:
    """Add the addresses that write to `app`."""
    prefix = str(app.config.routes_pathname_prefix).rstrip("/")

    def writing(act: Callable[[Desk], Done]) -> Callable[[], Plain]:
        return lambda: _answered(desk, act)

    for path, act in ((GIVE, give), (DRAFTS, on_drafts), (JOB, on_job), (ARTICLES, on_articles)):
        app.server.add_url_rule(prefix + path, f"writing {path}", writing(act), methods=["POST"])
    for path, correct in ((CORRECT, on_corrections), (MARK, on_marks), (KEEP, on_groups)):
        answer = writing(lambda desk, correct=correct: Done(*correct(desk)))  # type: ignore[misc]
        app.server.add_url_rule(prefix + path, f"writing {path}", answer, methods=["POST"])
    app.server.add_url_rule(prefix + JOB, "job", lambda: _told(desk), methods=["GET"])
    app.server.add_url_rule(prefix + NAMES, "outlet names", lambda: _names(desk), methods=["GET"])


def give(desk: Desk) -> Done:
    """Put down what was given, and start reading it."""
    now = datetime.now(UTC).astimezone()
    addresses = addresses_in(request.form.get("addresses", ""))
    jobs = desk.jobs
    if (job := jobs.now()) is not None and job.is_open:
        raise Busy("Parallax is still at work; wait until it is done, or stop it, and send this again")
    task = put_down(
        jobs.made(),
        text=request.form.get("text", ""),
        uploads=[
            Upload(name=each.filename or "", stream=each.stream)
            for each in request.files.getlist("files")
            if each.filename
        ],
        addresses=addresses,
        pasted_as=f"text pasted on {now.day} {now:%B %Y at %H:%M:%S}",
    )
    started = jobs.start("read", desk.task(**task, follow=bool(request.form.get("follow"))))
    return Done(query=f"job={started.id}", said="reading what you gave")


def on_drafts(desk: Desk) -> Done:
    """Keep drafts, throw them away, correct them ..."""
    form = request.form
    numbers = [int(each) for each in form.getlist("draft") if each.isdecimal() and len(each) < 12]
    what = form.get("do", "")
    with Drafts(desk.library) as drafts:
        if form.get("all"):
            numbers = [draft.number for draft in drafts.drafts()]
        if what == "save" or what == "keep-one":
            return _saved(desk, drafts, numbers[:1], keep=what == "keep-one")
        if what == "as-read" and numbers:
            drafts.as_read(numbers[0])
            return Done(query=f"draft={numbers[0]}", said="as it was read")
        if what == "take-back" and form.get("act", "").isdecimal():
            kept = any(draft.state == "kept" for draft in drafts.done(int(form["act"])))
            drafts.take_back(int(form["act"]))
            started = _analysed(desk, wanted=kept)
            return Done(query=f"job={started}" if started else "", said="taken back")
        if what not in {"keep", "throw", "bring-back", "outlet"}:
            raise UnknownName(f"{what!r} is nothing that can be done to a draft")
        if not numbers:
            raise InputError("choose some pages first: tick the boxes before them")
        if what == "keep":
            return _kept(desk, drafts, numbers)
        if what == "throw":
            return Done(query=f"act={drafts.throw(numbers)}", said=f"{several(len(numbers), 'page')} thrown away")
        if what == "bring-back":
            drafts.wait_again(numbers)
            return Done(said=f"{several(len(numbers), 'page')} brought back")
        name = _outlet(desk, form.get("outlet", ""))
        for number in numbers:
            drafts.correct(number, {"outlet": name})
        return Done(said=f"{several(len(numbers), 'page')}: {name or 'no outlet'}")


def on_job(desk: Desk) -> Done:
    """Stop the work, start it again, analyse, fill or empty the demo; forget what could not be read."""
    what, jobs = request.form.get("do", ""), desk.jobs
    if what == "stop":
        jobs.stop()
        return Done(said="stopping")
    if what == "again":
        job = jobs.now()
        if job is None or job.is_open:
            raise Busy("there is nothing to start again")
        return Done(query=f"job={jobs.start(job.kind, job.task).id}")
    if what == "seen":
        job = jobs.now()
        if job is not None and not job.is_open:
            with Library(desk.library) as library:
                strike_off(library, [origin for origin, _ in job.refused])
            jobs.write(replace(job, refused=(), said=(), kind="seen"))
        return Done()
    if what == "strike-off":
        with Library(desk.library) as library:
            strike_off(library, request.form.getlist("origin"))
        return Done(path="/quality")
    if what == "look":
        addresses = addresses_in(" ".join(request.form.getlist("feed")))
        started = jobs.start("read", desk.task(place="", pieces=[], addresses=list(addresses), follow=True))
        return Done(query=f"job={started.id}", said="looking for new pages")
    if what in {"analyse", "demo", "no-demo"}:
        return Done(query=f"job={jobs.start(what, desk.task()).id}")
    raise UnknownName(f"{what!r} is no work that can be done here")


def on_articles(desk: Desk) -> Done:
    """Correct articles of the library: the outlet of many at once, or the date of each."""
    from sources.keeping.restoring import corrected

    form = request.form
    with Library(desk.library) as library:
        if form.get("do") == "undo":
            for article in form.getlist("article"):
                library.undo(article)
            return Done(path="/quality", said="undone")
        if form.get("do") == "outlet":
            name = _outlet(desk, form.get("outlet", ""))
            wanted = {article: {"outlet": name} for article in form.getlist("article")}
            if not name:
                raise InputError("write the name of the outlet first")
        else:
            dates = {name.removeprefix("date-"): value.strip() for name, value in form.items()}
            wanted = {article: {"published": value} for article, value in dates.items() if value and len(article) == 16}
        if not wanted:
            raise InputError("nothing was chosen: tick the boxes before the pages, or write a date")
        pairs = [(article, corrected(library.get(article), given)) for article, given in wanted.items()]
        what = "outlet" if form.get("do") == "outlet" else "published"
        done = library.replace_all(pairs, what=f"corrected {what}")
    ids = [new.id for (_, new), ok in zip(pairs, done, strict=True) if ok]
    _analysed(desk, wanted=True)
    changed = "&".join(f"changed={article}" for article in ids[:40])
    return Done(path="/quality", query=changed, said=f"{several(len(ids), 'page')} corrected; analysing anew")


def _saved(desk: Desk, drafts: Drafts, numbers: list[int], *, keep: bool) -> Done:
    if not numbers:
        raise InputError("no page was named")
    draft = drafts.draft(numbers[0])
    given = {field: request.form[field] for field in FIELDS if field in request.form}
    if "outlet" in given:
        given["outlet"] = _outlet(desk, given["outlet"])
    changed = {field: value for field, value in given.items() if value.strip() != as_typed(draft.now, field)}
    back = [int(each) for each in request.form.getlist("back") if each.isdecimal() and len(each) < 9]
    if changed or back:
        drafts.correct(draft.number, changed, back=back)
    if keep:
        return _kept(desk, drafts, [draft.number])
    waiting = [each.number for each in drafts.drafts()]
    later = next((each for each in waiting if each > draft.number), None)
    if request.form.get("next") and later is not None:
        return Done(query=f"draft={later}", said="saved; the next page")
    return Done(said="saved")


def _kept(desk: Desk, drafts: Drafts, numbers: list[int]) -> Done:
    act, left = drafts.accept(numbers)
    if len(left) == len(numbers):
        raise LibraryError("the library has this text already, as another page; throw the draft away")
    query, said = f"act={act}", f"{several(len(numbers) - len(left), 'page')} kept"
    if started := _analysed(desk, wanted=request.form.get("analyse") != "no"):
        query += f"&job={started}"
    if left:
        said += f"; {several(len(left), 'page')} stay here: the library has the same text already"
    return Done(query=query, said=said)


def _analysed(desk: Desk, *, wanted: bool) -> str | None:
    """Start an analysis unless something else is being done; return its id."""
    try:
        return desk.jobs.start("analyse", desk.task()).id if wanted else None
    except Busy:
        return None


def _outlet(desk: Desk, name: str) -> str:
    plain = " ".join(name.split())
    known = (desk.outlets.by_name(plain) or desk.outlets.by_domain(plain)) if plain else None
    return known.name if known else plain


def as_typed(article: object, field: str) -> str:
    """Return a particular of an article as a person would type it; a day alone where only the day is known."""
    value = getattr(article, field)
    if isinstance(value, datetime):
        at = value.isoformat(sep=" ", timespec="minutes")
        return at.removesuffix(" 00:00+00:00")
    return str(value or "")


def _answered(desk: Desk, act: Callable[[Desk], Done]) -> Plain:
    request.max_content_length = MOST_FILES + _FORM
    request.max_form_memory_size = MOST_TEXT + _FORM // 2
    request.max_form_parts = 10_000
    refused = desk.guard.closed(request)  # before a byte of what comes is read
    if refused is not None:
        return _wrong(refused, 403)
    try:
        token = request.headers.get(HEADER) or request.form.get(TOKEN, "")
        refused = desk.guard.refused(request, token)
        if refused is not None:
            return _wrong(refused, 403)
        done = act(desk)
    except RequestEntityTooLarge:
        return _wrong(f"That is too much at once: {too_many_bytes()}; a pasted text may have 2 MB.", 413)
    except Busy as error:
        return _wrong(str(error), 409)
    except ParallaxError as error:
        return _wrong(str(error), 400)
    finally:
        request.close()  # large files wait in files of the system's
    to = get_relative_path(done.path) + (f"?{done.query}" if done.query else "")  # type: ignore[no-untyped-call]
    if _by_script():
        return jsonify({"to": to, "said": done.said})
    return redirect(to, code=303)


def _wrong(why: str, status: int) -> Response:
    """Say what is wrong: to our own script as an answer like others, for a browser would note an error of the page."""
    said = why[:1].upper() + why[1:]
    if _by_script():
        answer = jsonify({"wrong": said})
        answer.status_code = status if status in {403, 413} else 200
    else:
        answer = Response(f"{said}\n\nGo back in your browser: what you wrote is still there.\n", mimetype="text/plain")
        answer.status_code = status
    return answer


def _by_script() -> bool:
    return HEADER in request.headers


def _told(desk: Desk) -> Response:
    job = desk.jobs.now()
    if job is None:
        return jsonify({"id": "", "state": "none"})
    step, share = how_far(job)
    answer: Response = jsonify(
        {"id": job.id, "state": job.state, "open": job.is_open, "step": step, "share": share, "added": job.added}
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _names(desk: Desk) -> Response:
    with Library(desk.library) as library:
        own = {str(row["outlet"]) for row in library.places(newest=20_000) if row["outlet"]}
    answer: Response = jsonify(sorted({outlet.name for outlet in desk.outlets} | own, key=str.casefold))
    answer.headers["Cache-Control"] = "private, max-age=60"
    return answer
