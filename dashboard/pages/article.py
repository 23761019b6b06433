"""Article: one text with its words marked, and every number opened."""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.measures import ALL_MEASURES
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.about import metadata, removed, site_summary, to_correct
from dashboard.components.chips import chips, marks_box, switched_on
from dashboard.components.comparison import lookup
from dashboard.components.counted import counted, of_voice, through
from dashboard.components.leads import leads
from dashboard.components.marks import (
    Span,
    counts_of,
    evidence_spans,
    marked,
    marked_body,
    quotation_spans,
    words_only,
)
from dashboard.components.marks_out import corrected_values, is_out, mark_form, marks_listed, marks_out, places_of
from dashboard.components.notice import notice, title
from dashboard.components.score_panel import score_panel, without_said
from dashboard.components.share import share
from dashboard.current import CurrentResults
from dashboard.drawing import kept
from dashboard.leading_frames import leading_of
from dashboard.links import to_article, to_file, to_page, to_story
from dashboard.page import Page, Query, View
from dashboard.printed import credits_of, printed_from
from dashboard.row import Row
from dashboard.sending import same_again
from dashboard.wording import NO_HEADLINE, NO_OUTLET, first_words, known, moment, records, several, text_or
from sources.article import Article
from sources.keeping.taken_out import TakenOut

_MOST_PRINTERS = 6
"""Pages named that print the same text."""

_MOST_OTHERS = 12
"""Pages of the event that are listed, those around this one in time."""

_TEXTS_KEPT = 64
"""Texts that are kept as drawn; those not asked for longest are dropped."""

Opened = tuple[str, str]


def layout(current: CurrentResults, query: Query) -> View:
    """Return an article.

    `measure` (repeated) marks words; `value` with `voice` opens one number at its words; `sentence` shows one
    sentence as the one asked for. Raises UnknownName when there is no such article.
    """
    results, closed = current.get(), current.desk.closed()
    if current.desk.guard.read_only:
        same_again()  # nobody's page has a form
    article = results.article(query.path.get("article", ""))
    out = marks_out(results, article)
    taken_out = places_of(out)
    evidence = results.evidence(article.id)
    opened = _opened(query)
    scored = article.language in {None, "en"}
    scores = lookup(results.rows("scores", article=article.id))
    corrected = corrected_values(evidence, scores, out)
    shown, on = _shown(results, article, opened), switched_on(query.many("measure"))
    box: list[Component] = []
    remarks: list[Component] = []
    if opened is not None:
        on = [records()[opened[0]][0]]
        box += _number(results, article, opened, out)
    elif scored:
        box.append(html.A("To the scores", href="#scores-title", className="to-scores"))
        box.append(chips(on, counts_of(shown[~is_out(shown, out)])))
    if closed is None and scored:
        box.append(mark_form(article.id, current.desk.guard.token))
    if not scored:
        remarks.append(
            notice(f"Not scored: the text’s language is “{article.language}”, and the measures read English.")
        )
    elif article.language is None:
        remarks.append(notice("The text is too short to tell its language; it is scored as English."))
    in_title = shown["voice"] == "headline"
    parts = [
        *_head(results, article, evidence_spans(shown[in_title], taken_out=taken_out)),
        site_summary(article),
        *remarks,
        *box,
        _text(results, article, opened, tuple(taken_out.items()), _wanted(query)),
    ]
    aside = html.Aside(
        [
            score_panel(article.id, ALL_MEASURES, scores, opened=opened, corrected=corrected) if scored else None,
            _others(results, article),
        ],
        className="side",
        **extra({"aria-label": "Scores"}),
    )
    taken = share(
        ("CSV", to_file(f"article/{quote(article.id, safe='')}.csv")),
        ("JSON", to_file(f"article/{quote(article.id, safe='')}.json")),
    )
    listed = marks_listed(article.id, out, token=current.desk.guard.token if closed is None else None)
    foot = html.Div([listed, metadata(article), removed(article), to_correct(article), taken], className="folds")
    body = html.Div(
        [marks_box([*(part for part in parts if part is not None), foot], on, class_name="reading"), aside],
        className="page article-page",
    )
    return View(article.title or first_words(article.text), body)


def _opened(query: Query) -> Opened | None:
    value, voice = query.one("value"), query.one("voice")
    known = records()
    return (value, voice) if value in known and voice in known[value][2].voices else None


def _head(results: Results, article: Article, spans: Sequence[Span]) -> list[Component]:
    members = results.rows("members", article=article.id)
    above: list[Component | str] = [html.A("Stories", href=to_page("/"))]
    for row in rows_of(members):
        story = next(rows_of(results.rows("stories", story=row.story)), None)
        if story is not None and story.articles > 1:
            above += [" › ", html.A(text_or(story.title, "Story"), href=to_story(str(row.story)))]
    line = [
        html.Span(article.outlet or NO_OUTLET, className="outlet"),
        html.Span(moment(article.published), className="fact"),
    ]
    if not article.title:
        line.append(html.Span(NO_HEADLINE, className="fact"))
    if article.byline:
        line.append(html.Span(article.byline, className="fact"))
    parts = [
        title(marked(article.title, spans) if article.title else _unnamed(article.text), above=above),
        html.P(line, className="facts-line"),
    ]
    led = leads(leading_of([article]).get(article.id))
    return [*parts, *([led] if led is not None else []), *_whose(results, article)]


def _whose(results: Results, article: Article) -> list[Component]:
    """Return whose text it prints, with what says so, and who prints it."""
    parts: list[Component] = []
    credited = printed_from(credits_of(results, [article.id])[article.id])
    said: list[str | Component] = [f"{credited}. "] if credited else []
    for row in rows_of(results.rows("copies", article=article.id)):
        changed = " The headline was changed." if row.headline_changed else ""
        other = next(rows_of(results.rows("articles", id=row.original)))
        earlier = known(other.published) and article.published is not None and other.published < article.published
        link = html.A(text_or(other.outlet, "another page"), href=to_article(str(row.original)))
        when = ", published earlier" if earlier else ""
        said += [f"{row.share * 100:.0f} % of its words stand in ", link, f"{when}.{changed}"]
    if said:
        parts.append(notice(said, kind="copy"))
    printers = results.rows("copies", original=article.id)["article"].tolist()
    if printers:
        shown = results.rows("articles", id=printers[:_MOST_PRINTERS])
        links = [html.A(text_or(row.outlet, NO_OUTLET), href=to_article(str(row.id))) for row in rows_of(shown)]
        more = f" and {len(printers) - len(links)} more" if len(printers) > len(links) else ""
        commas = [part for link in links for part in (", ", link)][1:]
        parts.append(notice([f"Printed again by {several(len(printers), 'page')}: ", *commas, f"{more}."]))
    return parts


def _unnamed(text: str) -> Component:
    return html.Span(first_words(text), className="missing")


@lru_cache(maxsize=_TEXTS_KEPT)
def _number(results: Results, article: Article, opened: Opened, out: tuple[TakenOut, ...]) -> list[Component]:
    """Return the number that is opened, with every place it was counted from, drawn once."""
    name, voice = opened
    _, measure, value = records()[name]
    scores = lookup(results.rows("scores", article=article.id))
    score = scores.get((article.id, name, voice), (float("nan"), 0))
    changed = corrected_values(results.evidence(article.id), scores, out).get(opened)
    shown = _shown(results, article, opened)
    made = counted(
        article,
        measure=measure,
        value=value,
        voice=voice,
        score=score,
        evidence=shown,
        sentences=results.rows("sentences", article=article.id),
        taken_out=places_of(out),
        corrected=without_said(value, voice, score, changed) if changed else "",
    )
    steps = through(shown)
    return [kept(made), *([kept(steps)] if steps is not None else [])]


def _wanted(query: Query) -> int | None:
    asked = query.one("sentence")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else None


@lru_cache(maxsize=_TEXTS_KEPT)
def _shown(results: Results, article: Article, opened: Opened | None) -> pd.DataFrame:
    """Return the EVIDENCE rows that are marked: of the number that is opened, else of every switch."""
    evidence = results.evidence(article.id)
    if opened is not None:
        return of_voice(evidence, value=opened[0], voice=opened[1])
    leading = evidence[evidence["measure"].isin([value.name for each in ALL_MEASURES for value in each.leading])]
    sentences, voices = results.rows("sentences", article=article.id), results.rows("voices", article=article.id)
    return words_only(leading, sentences=sentences, voices=voices)


@lru_cache(maxsize=_TEXTS_KEPT)
def _text(
    results: Results, article: Article, opened: Opened | None, out: tuple[tuple[str, int], ...], wanted: int | None
) -> Component:
    """Return the text with its marks, drawn once for as long as it is looked at; the switches work in the browser."""
    shown = _shown(results, article, opened)
    sentences, voices = results.rows("sentences", article=article.id), results.rows("voices", article=article.id)
    marks = evidence_spans(shown[shown["voice"] != "headline"], taken_out=dict(out))
    spans = [*marks, *quotation_spans(voices)]
    words = several(int(sentences["words"].sum()), "word") if len(sentences) else ""
    made = html.Article(
        [
            *marked_body(article, sentences=sentences, spans=spans, anchors=True, wanted=wanted),
            html.P(f"{words} in {several(len(sentences), 'sentence')}", className="quiet") if words else None,
        ],
        className="text marked",
        lang=article.language or "en",
        **extra({"aria-label": "Text of the article"}),
    )
    return kept(made)


def _named(results: Results, row: Row) -> str | Component:
    return str(row.title) if known(row.title) else _unnamed(results.article(str(row.id)).text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _others(results: Results, article: Article) -> Component | None:
    """Return the pages of its event in order of time, with this one among them."""
    mine = next(rows_of(results.rows("members", article=article.id)), None)
    if mine is None:
        return None
    together = results.rows("members", event=mine.event)
    if len(together) < 2:
        return None
    rows = results.rows("articles", id=together["article"].tolist())
    rows = rows.sort_values("published", kind="stable", na_position="last").reset_index(drop=True)
    at = rows["id"].tolist().index(article.id)
    first = max(0, min(at - _MOST_OTHERS // 2, len(rows) - _MOST_OTHERS))
    items = [_other(results, row, here=row.id == article.id) for row in rows_of(rows[first : first + _MOST_OTHERS])]
    side_by_side = to_story(str(mine.story), [("event", str(mine.event))])
    return html.Section(
        [
            html.H2("Where it stands in its event", id="others-title"),
            html.P(f"Page {at + 1} of {len(rows)} in order of time.", className="quiet"),
            html.Ol(items, className="others"),
            html.P(html.A("Compare them side by side", href=side_by_side), className="to-correct"),
        ],
        className="panel",
        **extra({"aria-labelledby": "others-title"}),
    )


def _other(results: Results, row: Row, *, here: bool) -> Component:
    when = html.Span(f" {moment(row.published)}", className="quiet")
    said = html.Span([text_or(row.outlet, NO_OUTLET), when], className="outlet")
    if here:
        mark = html.Span("this page", className="badge badge-reported")
        return html.Li([said, mark], **extra({"aria-current": "true"}))
    return html.Li([said, html.A(_named(results, row), href=to_article(str(row.id)))])


PAGE = Page(name="article", path="/article/<article>", title="Article", from_library=layout, section="stories")
