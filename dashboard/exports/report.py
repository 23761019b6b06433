"""A report to read, print or send: one HTML file with the marked words, without scripts and without addresses."""

import math
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Value
from analysis.results import Results
from analysis.tables import rows
from dashboard.components.marks import FAINT
from dashboard.components.whose_text import whose_words
from dashboard.exports.files import write_text
from dashboard.exports.rows import frame_rows
from dashboard.marking import pieces
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
    weighed,
)
from sources.article import Article


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
    return {
        **story,
        "shortened": dict(zip(held["article"], held["held"], strict=True)),
        "pages": [_page(results, article, whose.get(article.id, "")) for article in articles],
        "values": list(_value_rows(scores, articles)),
        "facts": story_facts(results, str(story["story"]), texts={article.id: article for article in articles}),
    }


def _page(results: Results, article: Article, whose: str) -> dict[str, object]:
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
        "blocks": list(_blocks(article, body)),
    }


def _blocks(article: Article, evidence: pd.DataFrame) -> Iterator[tuple[bool, Markup]]:
    spans = list(zip(evidence["start"].tolist(), evidence["end"].tolist(), strict=True))
    values = records()
    notes = [_note(row, values[row.measure][2]) for row in rows(evidence)]
    faint = [known(row.note) and row.note.startswith(FAINT) for row in rows(evidence)]
    headings = set(article.headings)
    start = 0
    for block in article.text.split("\n\n"):
        end = start + len(block)
        made = Markup("")
        for piece in pieces(article.text, spans, start=start, end=end):
            said = "; ".join(dict.fromkeys(notes[number] for number in piece.spans))
            name = Markup(' class="faint"') if said and all(faint[number] for number in piece.spans) else ""
            made += (
                Markup('<mark{} title="{}">{}</mark>').format(name, said, piece.text) if said else escape(piece.text)
            )
        yield (start, end) in headings, made
        start = end + 2


def _note(row: Row, value: Value) -> str:
    """Return what is counted at a mark: the kind, its note (strength and neutral wording) and what it adds."""
    parts = [str(row.category), *([str(row.note)] if known(row.note) else []), weighed(value, row.weight)]
    return f"{value.label}: {', '.join(parts)}"


def _value_rows(scores: pd.DataFrame, articles: list[Article]) -> Iterator[dict[str, object]]:
    """Yield a row for each value and voice; shares that are nowhere more than nothing are left out."""
    table = {(row.article, row.measure, row.voice): (row.value, row.n) for row in rows(scores)}
    for measure in ALL_MEASURES:
        for value in measure.leading:
            for voice in [voice for voice in VOICES if voice in value.voices]:
                cells = [table.get((article.id, value.name, voice), (math.nan, 0)) for article in articles]
                if any(number and n for number, n in cells):
                    made = [_cell(value, voice, *cell) for cell in cells]
                    yield {"value": value, "voice": VOICES[voice], "cells": made}


def _cell(value: Value, voice: str, number: float, n: int) -> tuple[str, str]:
    if n == 0:
        return in_unit(value, math.nan), ""
    enough = n >= minimum(value, voice)
    return in_unit(value, number) if enough else NOT_ENOUGH, how_many(value, n)
