"""Pages that were read and wait: what was recognised of each, to be corrected, kept or thrown away."""

from collections.abc import Sequence
from textwrap import shorten
from zlib import crc32

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.collecting.routes import DRAFTS, NAMES, as_typed
from dashboard.components.notice import scroller
from dashboard.fields import Child, box, button, element, form, hidden, text_field
from dashboard.links import safe_href, to_page
from dashboard.wording import NO_DATE, NO_HEADLINE, first_words, moment, several
from sources.drafts import Draft

ON_ONE_PAGE = 50
_SHOWN = 3_000
_SUGGESTED = {"list": "outlets", "data-names": NAMES}
_LANGUAGES = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese"}


def draft_list(drafts: Sequence[Draft], token: str, *, page: int) -> Component:
    """Return the drafts of one part of the list in a form that does something with those that are ticked."""
    shown = drafts[(page - 1) * ON_ONE_PAGE : page * ON_ONE_PAGE]
    head = ("", "Outlet", "Date", "Headline", "Text", "")
    table = html.Table(
        [
            html.Thead(
                html.Tr([html.Th(html.Span(each) if each else _unseen(n), scope="col") for n, each in enumerate(head)])
            ),
            html.Tbody([_row(draft) for draft in shown]),
        ],
        className="grid drafts",
    )
    everything = f"Keep all {len(drafts):,} and analyse" if len(drafts) > 1 else "Keep it and analyse"
    return html.Div(
        [
            form(
                DRAFTS,
                token,
                [hidden("all", "1"), html.Div([button(everything, do="keep", main=True)], className="row")],
                name="keep-all",
            ),
            form(
                DRAFTS,
                token,
                [
                    scroller(table, label="Pages to check"),
                    html.Div(
                        [
                            html.Span("The ticked ones:", className="chips-label"),
                            button("Keep and analyse", do="keep"),
                            button("Throw away", do="throw"),
                        ],
                        className="row",
                    ),
                    html.Div(
                        [
                            text_field("outlet", "They are all from", place="an outlet’s name", more=_SUGGESTED),
                            button("Say so", do="outlet", about="Say so: all ticked pages are from this outlet"),
                        ],
                        className="row row-field",
                    ),
                    html.Span("", className="form-said", role="status"),
                ],
                name="drafts",
            ),
            _pager(len(drafts), page),
        ]
    )


def _unseen(number: int) -> Component:
    return html.Span("Tick" if number == 0 else "More", className="unseen")


def _row(draft: Draft) -> Component:
    now = draft.now
    said = now.title or first_words(now.text)
    notes: list[Child] = []
    if now.language not in {None, "en"}:
        notes.append(html.Span(f"{language(now.language)}: shown, not scored", className="badge"))
    if now != draft.given:
        notes.append(html.Span("corrected", className="badge badge-reported"))
    notes.extend(html.P(note, className="to-know") for note in draft.notes)
    words = len(now.text.split())
    cut = html.Span(f"; {several(len(now.removed), 'line')} cut") if now.removed else None
    few = html.Span("; very short", className="to-know") if words < 60 else None
    return html.Tr(
        [
            html.Td(box("draft", str(draft.number), "", about=f"Choose: {said}")),
            html.Td(now.outlet or _lacks("which outlet?")),
            html.Td(moment(now.published) if now.published else _lacks(NO_DATE)),
            html.Th(
                [now.title or _lacks(NO_HEADLINE), html.Span(said, className="unit") if not now.title else None],
                scope="row",
            ),
            html.Td([f"{words:,} words", cut, few, *notes]),
            html.Td(
                html.A(
                    "Check",
                    href=to_page("/collect", (("draft", str(draft.number)),), anchor="draft"),
                    **extra({"aria-label": f"Check and correct: {said}", "data-stay": "1"}),
                )
            ),
        ],
        key=f"draft-{draft.number}-{draft.act}",
    )


def _lacks(what: str) -> Component:
    return html.Span(what, className="lacks")


def draft_form(draft: Draft, token: str, *, later: bool) -> Component:
    """Return one draft: its particulars in fields, its text, and what was cut. `later`: another draft follows it."""
    now = draft.now
    found = dict(now.found)
    fields = [
        text_field("outlet", "Outlet", value=as_typed(now, "outlet"), hint=_where(found, "outlet"), more=_SUGGESTED),
        text_field("title", "Headline", value=as_typed(now, "title"), hint=_where(found, "title")),
        text_field(
            "published",
            "Date",
            value=as_typed(now, "published"),
            hint=[_where(found, "published"), " Write 2026-01-31, or 2026-01-31 09:30 +01:00."],
            place="2026-01-31",
        ),
        text_field("byline", "Author", value=as_typed(now, "byline"), hint=_where(found, "byline")),
        text_field("url", "Address", value=as_typed(now, "url"), hint=_where(found, "url"), place="https://"),
    ]
    stands = f"{draft.number}-{draft.act}-{crc32(repr(now).encode()):x}"
    return html.Div(
        form(
            DRAFTS,
            token,
            [
                hidden("draft", str(draft.number)),
                html.Div(
                    [
                        html.Div([html.H3(now.title or NO_HEADLINE), _from(draft), *fields], className="draft-fields"),
                        html.Div([_text(draft), _cut(draft)], className="draft-text"),
                    ],
                    className="draft-columns",
                ),
                html.Div(
                    [
                        button("Save", do="save", main=True),
                        box("next", "1", "and show the next one", on=True) if later else None,
                        button("Keep this one and analyse", do="keep-one"),
                        button("Throw away", do="throw"),
                        button("As it was read", do="as-read") if now != draft.given else None,
                        html.A("Close", href=to_page("/collect"), **extra({"data-stay": "1"})),
                    ],
                    className="row",
                ),
                html.Span("", className="form-said", role="status"),
            ],
            name="draft",
        ),
        className="draft",
        id="draft",
        key=f"open-{stands}",
        tabIndex=-1,
    )


def _where(found: dict[str, str], field: str) -> str:
    return f"Found: {found[field]}." if field in found else "Not found on the page."


def _from(draft: Draft) -> Component:
    href = safe_href(draft.now.url)
    link = html.A("the page itself", href=href, target="_blank", rel="noopener noreferrer nofollow") if href else None
    return html.P([draft.given.source, "; " if link else None, link], className="quiet")


def _text(draft: Draft) -> Component:
    text = draft.now.text
    blocks = (text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …").split("\n\n")
    left = f"and {len(text) - _SHOWN:,} letters more" if len(text) > _SHOWN else None
    language_said = (
        f"Language: {language(draft.now.language)}." if draft.now.language else "Too short to tell the language."
    )
    return html.Div(
        [
            html.H3("The text that will be kept"),
            html.P(f"{several(len(text.split()), 'word')}. {language_said}", className="quiet"),
            html.Div(
                [html.P(block) for block in blocks],
                className="reading",
                tabIndex=0,
                role="region",
                **extra({"aria-label": "The text"}),
            ),
            html.P(left, className="quiet") if left else None,
        ]
    )


def _cut(draft: Draft) -> Component | None:
    removed = draft.now.removed
    if not removed:
        return html.P("Nothing was cut from it.", className="quiet")
    return html.Details(
        [
            html.Summary(f"What was cut: {several(len(removed), 'piece')}. Tick what belongs to the article."),
            html.Ul(
                [
                    html.Li(
                        [
                            box("back", str(number), shorten(cut.text, 200, placeholder=" …")),
                            html.Span(cut.rule, className="unit"),
                        ],
                        key=f"cut-{number}",
                    )
                    for number, cut in enumerate(removed, start=1)
                ],
                className="cuts",
            ),
            html.P([button("Put the ticked ones back", do="save")], className="row"),
        ],
        className="fold",
        open=len(removed) <= 3 or None,
    )


def language(code: str | None) -> str:
    """Return the name of a language, or its code."""
    return "English" if code == "en" else _LANGUAGES.get(code or "", f"language “{code}”")


def _pager(number: int, page: int) -> Component | None:
    last = -(-number // ON_ONE_PAGE)
    if last <= 1:
        return None
    links = [
        html.A(said, href=to_page("/collect", (("page", str(at)),), anchor="check"))
        for said, at in (("Earlier", page - 1), ("Later", page + 1))
        if 1 <= at <= last
    ]
    return html.P([f"Part {page} of {last}", *links], className="pager")


def thrown_list(drafts: Sequence[Draft], token: str) -> Component:
    """Return what was thrown away, to be brought back."""
    rows = [
        html.Li(
            box("draft", str(draft.number), [draft.now.title or first_words(draft.now.text)]),
            key=f"thrown-{draft.number}",
        )
        for draft in drafts[-ON_ONE_PAGE:]
    ]
    return html.Details(
        [
            html.Summary(f"Thrown away: {several(len(drafts), 'page')}"),
            form(
                DRAFTS,
                token,
                [html.Ul(rows, className="ticks"), button("Bring the ticked ones back", do="bring-back")],
                name="thrown",
            ),
        ],
        className="fold",
    )


def outlet_names() -> Component:
    """Return where the names of outlets go that fields suggest."""
    return element("datalist", None, {"id": "outlets"})
