"""A report to read, print or send: one HTML file with the marked words, without scripts and without addresses."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Value
from analysis.results import Results
from analysis.tables import rows
from dashboard.components.comparison import lookup
from dashboard.components.marks import FAINT
from dashboard.components.marks_out import corrected_values, is_out, marks_out_of
from dashboard.components.score_panel import without_said
from dashboard.components.whose_text import whose_words
from dashboard.exports.files import write_text
from dashboard.exports.rows import frame_rows
from dashboard.marking import Piece, pieces
from dashboard.row import Row
from dashboard.story_facts import story_facts
from dashboard.story_pages import by_id, story_pages
from dashboard.wording import (
    NO_HEADLINE,
    NO_OUTLET,
    NOT_ENOUGH,
    VOICES,
    how_many,
    in_unit,
    known,
    minimum,
    moment,
    records,
    several,
    weighed,
)
from sources.article import Article
from sources.keeping.taken_out import TakenOut


def write_html(results: Results, output: Path | None, *, story: str | None, shifts: bool = False) -> str:
    """Write the stories told by several pages (or the one asked for) as one HTML file; return it when no output."""
    stories = results.table("stories")
    chosen = stories[stories["story"] == story] if story else stories[stories["articles"] > 1]
    environment = Environment(
        loader=PackageLoader("dashboard.exports", "templates"), autoescape=True, undefined=StrictUndefined
    )
    template = environment.get_template("report.html")
    parts = [_story(results, row) for row in frame_rows(chosen.sort_values("reports", ascending=False))]
    text = template.render(
        stories=parts,
        made=moment(datetime.fromisoformat(str(results.info["made"]))),
        info=results.info,
        measures=ALL_MEASURES,
    )
    return text if output is None else write_text(output, text)


def _story(results: Results, story: dict[str, object]) -> dict[str, object]:
    members = results.rows("members", story=story["story"])
    articles = [results.article(article) for article in members["article"]]
    pages = story_pages(results, str(story["story"]))
    whose = {page.id: whose_words(page, by_id(pages)) for page in pages}
    ids = [article.id for article in articles]
    scores = results.rows("scores", article=ids)
    held = results.rows("shortened", article=ids)
    out = marks_out_of(results, articles)
    return {
        **story,
        "shortened": dict(zip(held["article"], held["held"], strict=True)),
        "pages": [_page(results, article, whose.get(article.id, ""), out.get(article.id, ())) for article in articles],
        "values": list(_value_rows(scores, articles, _corrected(results, scores, out))),
        "facts": story_facts(results, str(story["story"]), texts={article.id: article for article in articles}),
    }


def _corrected(
    results: Results, scores: pd.DataFrame, out: Mapping[str, Sequence[TakenOut]]
) -> dict[tuple[str, str, str], tuple[int, float | None]]:
    """Return by article, value and voice how many marks a person took out, and the value without them."""
    found = {}
    for article, marks in out.items():
        mine = lookup(scores[scores["article"] == article])
        for key, changed in corrected_values(results.evidence(article), mine, marks).items():
            found[article, *key] = changed
    return found


def _page(results: Results, article: Article, whose: str, out: Sequence[TakenOut]) -> dict[str, object]:
    evidence = results.evidence(article.id)
    body = evidence[(evidence["voice"] != "headline") & ~evidence["measure"].str.startswith("readability")]
    body = body[~body["measure"].isin(["attribution.quoted_share", "framing.other"])]  # these mark whole sentences
    return {
        "id": article.id,
        "outlet": article.outlet or NO_OUTLET,
        "title": article.title or NO_HEADLINE,
        "byline": article.byline,
        "published": moment(article.published),
        "whose": whose,
        "out": several(len(out), "mark") if out else "",
        "blocks": list(_blocks(article, body, out)),
    }


def _blocks(article: Article, evidence: pd.DataFrame, out: Sequence[TakenOut]) -> Iterator[tuple[bool, Markup]]:
    spans = list(zip(evidence["start"].tolist(), evidence["end"].tolist(), strict=True))
    values = records()
    notes = [_note(row, values[row.measure][2]) for row in rows(evidence)]
    faint = [known(row.note) and row.note.startswith(FAINT) for row in rows(evidence)]
    gone = is_out(evidence, out).tolist()
    headings = set(article.headings)
    start = 0
    for block in article.text.split("\n\n"):
        end = start + len(block)
        made = Markup("")
        for piece in pieces(article.text, spans, start=start, end=end):
            made += _marked(piece, notes, faint, gone)
        yield (start, end) in headings, made
        start = end + 2


def _marked(piece: Piece, notes: Sequence[str], faint: Sequence[bool], gone: Sequence[bool]) -> Markup:
    """Return a piece with what is counted there; what a person took out is struck where nothing else is counted."""
    said = "; ".join(dict.fromkeys(f"{'taken out: ' if gone[at] else ''}{notes[at]}" for at in piece.spans))
    if not said:
        return escape(piece.text)
    counting = [at for at in piece.spans if not gone[at]]
    if not counting:
        return Markup('<s title="{}">{}</s>').format(said, piece.text)
    name = Markup(' class="faint"') if all(faint[at] for at in counting) else ""
    return Markup('<mark{} title="{}">{}</mark>').format(name, said, piece.text)


def _note(row: Row, value: Value) -> str:
    """Return what is counted at a mark: the kind, its note (strength and neutral wording) and what it adds."""
    parts = [str(row.category), *([str(row.note)] if known(row.note) else []), weighed(value, row.weight)]
    return f"{value.label}: {', '.join(parts)}"


def _value_rows(
    scores: pd.DataFrame, articles: list[Article], corrected: Mapping[tuple[str, str, str], tuple[int, float | None]]
) -> Iterator[dict[str, object]]:
    """Yield a row for each value and voice; shares that are nowhere more than nothing are left out."""
    table = {(row.article, row.measure, row.voice): (row.value, row.n) for row in rows(scores)}
    for measure in ALL_MEASURES:
        for value in measure.leading:
            for voice in [voice for voice in VOICES if voice in value.voices]:
                cells = [table.get((article.id, value.name, voice), (math.nan, 0)) for article in articles]
                if any(number and n for number, n in cells):
                    keys = [(article.id, value.name, voice) for article in articles]
                    made = [
                        _cell(value, voice, cell, corrected.get(key)) for key, cell in zip(keys, cells, strict=True)
                    ]
                    yield {"value": value, "voice": VOICES[voice], "cells": made}


def _cell(
    value: Value, voice: str, score: tuple[float, int], changed: tuple[int, float | None] | None
) -> tuple[str, str]:
    number, n = score
    if n == 0:
        return in_unit(value, math.nan), ""
    enough = n >= minimum(value, voice)
    counted = how_many(value, n) + (f"; {without_said(value, voice, score, changed)}" if changed else "")
    return in_unit(value, number) if enough else NOT_ENOUGH, counted
