"""The marked text of one page as a column beside others."""

from collections.abc import Collection, Mapping

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.marks import evidence_spans, marked, marked_body, quotation_spans, words_only
from dashboard.drawing import kept
from dashboard.links import to_article
from dashboard.story_pages import StoryPage
from sources.article import Article

_SHOWN = ["article", "measure", "start", "end", "weight", "voice", "category", "note"]


def marked_words(evidence: pd.DataFrame, *, sentences: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """Return the EVIDENCE rows of one article that mark words, with the columns that marks are made from."""
    return words_only(evidence, sentences=sentences, voices=voices)[_SHOWN]


def marked_column(
    page: StoryPage,
    article: Article,
    words: pd.DataFrame,
    *,
    leave: Collection[str],
    sentences: pd.DataFrame,
    voices: pd.DataFrame,
    tells: Mapping[int, str],
    taken_out: Mapping[str, int] | None = None,
) -> Component:
    """Return the column; `words` are the rows to mark but those of the values `leave`.

    `taken_out` has the numbers of the marks that a person took out, by what names them: these are struck.

    `tells` has for sentences the numbers of the facts that they tell, joined by spaces.
    """
    words = words[~words["measure"].isin(list(leave)).to_numpy()]
    in_title = (words["voice"] == "headline").to_numpy()
    head, body = (evidence_spans(words[rows], taken_out=taken_out or None) for rows in (in_title, ~in_title))
    spans = [*body, *quotation_spans(voices)]
    headline = marked(article.title, head) if article.title else [page.title_shown]
    name = [html.Span(page.letter, className="letter"), html.Span(page.outlet_shown, className="outlet")]
    blocks = marked_body(article, sentences=sentences, spans=spans, heading_level=4, tells=tells)
    return kept(
        html.Article(
            [
                html.P(name, className="column-head"),
                html.H3(headline, className="" if article.title else "missing"),
                *blocks,
                html.P(html.A("Open this article", href=to_article(page.id)), className="meta"),
            ],
            className="column marked",
            **extra({"aria-label": f"Text of page {page.name}"}),
        )
    )
