"""Marks that a person took out of an article: which, what values would be without them, how to put them back."""

from collections.abc import Iterable, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.without import value_without
from dashboard.attributes import extra
from dashboard.collecting.mark_corrections import BACK, MARK, OUT
from dashboard.components.comparison import Scores
from dashboard.components.counted import of_voice
from dashboard.components.marks import mark_at
from dashboard.components.score_panel import Corrected
from dashboard.fields import button, form, hidden
from dashboard.wording import records, several
from sources.article import Article
from sources.keeping.taken_out import TITLE, TakenOut, marks_taken_out, taken_out_of
from sources.library import Library


def marks_out(results: Results, article: Article) -> tuple[TakenOut, ...]:
    """Return the marks that are out of an article, those of values that are no more left out."""
    known = records()
    with Library(results.library) as library:
        return tuple(each for each in taken_out_of(library, article) if each.value in known)


def marks_out_of(results: Results, articles: Iterable[Article]) -> dict[str, tuple[TakenOut, ...]]:
    """Return the marks that are out of several articles by the articles' ids; those with none are left out."""
    known = records()
    with Library(results.library) as library:
        if not marks_taken_out(library):
            return {}
        found = {article.id: taken_out_of(library, article) for article in articles}
    kept = {article: tuple(each for each in out if each.value in known) for article, out in found.items()}
    return {article: out for article, out in kept.items() if out}


def places_of(out: Sequence[TakenOut]) -> dict[str, int]:
    """Return the numbers of marks that are out by what names them (`mark_at`)."""
    return {mark_at(each.value, each.place, each.start, each.end): each.number for each in out}


def is_out(evidence: pd.DataFrame, out: Sequence[TakenOut]) -> "pd.Series[bool]":
    """Return for each EVIDENCE row of one article whether a person took it out."""
    gone = {(each.value, each.place == TITLE, each.start, each.end) for each in out}
    columns = (evidence["measure"], evidence["voice"] == "headline", evidence["start"], evidence["end"])
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return pd.Series([row in gone for row in rows], index=evidence.index, dtype="bool")


def corrected_values(evidence: pd.DataFrame, scores: Scores, out: Sequence[TakenOut]) -> Corrected:
    """Return the values of one article of which marks are out: how many, and what the value would be without them."""
    if not out:
        return {}
    found: dict[tuple[str, str], tuple[int, float | None]] = {}
    gone = is_out(evidence, out)
    changed = set(evidence.loc[gone, "measure"])
    for (_, name, voice), score in scores.items():
        if name in changed:
            rows = of_voice(evidence, value=name, voice=voice)
            here = gone[rows.index]
            if here.any():
                found[name, voice] = (int(here.sum()), value_without(name, score, rows, here))
    return found


def mark_form(article: str, token: str) -> Component:
    """Return the form that takes a mark out or puts it back; assets/20_marks.js fills it from a mark's note."""
    wrong = html.Button("This mark is wrong", type="submit", name="do", value=OUT, hidden=True)
    back = html.Button("Put it back", type="submit", name="do", value=BACK, hidden=True)
    fields = [hidden(name, "") for name in ("mark", "number", "back")]
    return form(MARK, token, [hidden("article", article), *fields, wrong, back], name="mark")


def marks_listed(article: str, out: Sequence[TakenOut], *, token: str | None) -> Component | None:
    """Return the marks that are out, each with the way to put it back (for those who may write); None without any."""
    if not out:
        return None
    items = []
    for each in out:
        _, measure, value = records()[each.value]
        name = measure.label if value.label == measure.label else f"{measure.label}, {value.label}"
        where = " in the headline" if each.place == TITLE else ""
        parts: list[Component | None] = [html.Q(each.words), html.Span(f"{name}{where}", className="quiet")]
        if token is not None:
            again = button("Put it back", do=BACK, about=f"Put back the mark on {each.words}, {name}")
            fields = [hidden("article", article), hidden("number", str(each.number)), again]
            parts.append(form(MARK, token, fields, name=f"mark-{each.number}"))
        items.append(html.Li(parts))
    return html.Section(
        [
            html.H2(f"Taken out by you: {several(len(out), 'mark')}", id="marks-out-title"),
            html.P(
                "These marks are kept as wrong. What was counted stays, and so does every comparison between outlets; "
                "this page says what its values would be without them.",
                className="quiet",
            ),
            html.Ul(items, className="marks-out"),
        ],
        className="marks-out-part",
        **extra({"aria-labelledby": "marks-out-title"}),
    )
