"""The list of stories, searched and in parts."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.apart import apart_shortly
from dashboard.components.found import found_in_texts, not_in_texts
from dashboard.components.story_table import story_table
from dashboard.links import to_article, to_page, to_story
from dashboard.row import Row
from dashboard.story_index import StoryIndex, Wanted, story_index
from dashboard.wording import NO_HEADLINE, NO_OUTLET, dates, first_words, known, moment, several, text_or

ON_ONE_PAGE = 30
_TERMS = 8
_NAMES = 8
_MOST_ALONE = 60


CARDS, TABLE = "cards", "table"
"""How the list can be shown."""


def story_list(results: Results, wanted: Wanted, *, page: int, view: str = CARDS) -> Component:
    """Return the stories that are wanted and told by several pages, in parts; lone articles apart, below the first."""
    index = story_index(results)
    stories = index.chosen(wanted)
    shared, alone = stories[stories["articles"] > 1], stories[stories["articles"] == 1]
    part = shared.iloc[(page - 1) * ON_ONE_PAGE : page * ON_ONE_PAGE]
    told = [
        (row, index.outlets_of(row.story), index.differing.get(row.story, 0), index.apart.get(row.story))
        for row in rows_of(part)
    ]
    said = found_in_texts(results, index, [*part["story"], *_first_alone(alone, page)], wanted.words)
    found = several(len(shared), "story", "stories") + (f" with “{wanted.words}”" if wanted.words else "")
    narrowed = wanted != Wanted(sort=wanted.sort)
    shown = (
        story_table(told)
        if view == TABLE
        else html.Ol([_card(*each, said.get(str(each[0].story))) for each in told], className="stories")
    )
    return html.Div(
        [
            html.Div(
                [html.P(found, className="found", role="status"), _views(wanted, view, clear=narrowed)],
                className="split list-head",
            ),
            html.P(not_in_texts(index), className="quiet") if wanted.words and not_in_texts(index) else None,
            shown if told else _none(wanted, narrowed=narrowed),
            _pager(len(shared), wanted, page=page, view=view),
            _alone(alone["story"].tolist(), index, results, said) if page == 1 else None,
        ]
    )


def address(wanted: Wanted, *, view: str, page: int = 1, path: str = "/") -> str:
    """Return the address of a list of stories."""
    pairs = [
        ("page", str(page) if page > 1 else ""),
        ("q", wanted.words),
        ("outlet", wanted.outlet),
        ("since", str(wanted.since or "")),
        ("until", str(wanted.until or "")),
        ("apart", wanted.apart),
        ("sort", wanted.sort),
        ("view", view if view != CARDS else ""),
    ]
    return to_page(path, [pair for pair in pairs if pair[1]])


def _views(wanted: Wanted, view: str, *, clear: bool) -> Component:
    links = [
        html.A(
            said,
            href=address(wanted, view=each),
            className="choice on" if each == view else "choice",
            **extra({"aria-current": "true" if each == view else "false", "data-stay": "1"}),
        )
        for said, each in (("Cards", CARDS), ("Table", TABLE))
    ]
    plain = html.A("Show all", href=to_page("/"), className="quiet-link") if clear else None
    return html.Nav([*([plain] if plain else []), *links], className="chips", **extra({"aria-label": "Show as"}))


def _first_alone(alone: pd.DataFrame, page: int) -> list[str]:
    """Return the lone articles' stories that are listed."""
    return [str(story) for story in alone["story"].head(_MOST_ALONE)] if page == 1 else []


def _card(
    row: Row, told: Sequence[str | None], differing: int, apart: Row | None, found: Component | None
) -> Component:
    story = str(row.story)
    pages, reports = int(row.articles), int(row.reports)
    facts = [
        html.Span(several(pages, "page"), className="fact"),
        html.Span(several(reports, "independent report"), className="fact"),
        html.Span(dates(row.first, row.last), className="fact"),
    ]
    if differing:
        facts.append(html.Span(f"≠ {several(differing, 'fact')} told differently", className="badge badge-differs"))
    if apart is not None:
        facts.append(html.Span(f"outlets apart: {apart_shortly(apart)}", className="fact", title=_APART))
    terms = [term for term in text_or(row.terms, "").split(", ")[:_TERMS] if term]
    links = [html.A(term, href=to_page("/", [("q", term)]), className="term") for term in terms]
    return html.Li(
        [
            html.H2(html.A(text_or(row.title, NO_HEADLINE), href=to_story(story))),
            html.P(facts, className="facts-line"),
            html.P(outlets_of(told), className="strip-of-outlets"),
            found,
            html.P([html.Span("Words they share: ", className="quiet"), *links], className="terms") if links else None,
        ],
        className="story-card",
    )


_APART = "0 as if one text were dealt out among the outlets, 1 no word in common, with its 95 % interval"


def outlets_of(told: Sequence[str | None]) -> list[Component]:
    """Return the outlets of a story's pages, given in order of time, each with its number of pages if several."""
    names = Counter(name for name in told if name)
    unnamed = len(told) - names.total()
    tags: list[Component] = [
        html.Span([name, html.Span(f" ×{count}", className="quiet") if count > 1 else None], className="outlet-tag")
        for name, count in list(names.items())[:_NAMES]
    ]
    if len(names) > _NAMES:
        tags.append(html.Span(f"and {len(names) - _NAMES} more", className="quiet"))
    if unnamed:
        tags.append(html.Span(f"{several(unnamed, 'page')} without a named outlet", className="outlet-tag none"))
    return tags


def everything_of(index: StoryIndex, stories: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of these stories with their outlets and how far apart these are, for a file."""
    apart = [index.apart.get(story) for story in stories["story"].tolist()]
    outlets = [
        "; ".join(index.pages_of(story)["outlet"].dropna().astype(str).drop_duplicates())
        for story in stories["story"].tolist()
    ]
    return stories.assign(
        outlets=outlets,
        apart=[float(row.value) if row is not None and row.enough else float("nan") for row in apart],
        apart_low=[float(row.low) if row is not None and row.enough else float("nan") for row in apart],
        apart_high=[float(row.high) if row is not None and row.enough else float("nan") for row in apart],
    )


def _named(row: Row, results: Results) -> str:
    return str(row.title) if known(row.title) else first_words(results.article(str(row.article)).text)


def _known_of(row: Row) -> str:
    said = [*([] if known(row.title) else [NO_HEADLINE]), text_or(row.outlet, NO_OUTLET), moment(row.published)]
    return f" {', '.join(said)}"


def _none(wanted: Wanted, *, narrowed: bool) -> Component:
    if narrowed and wanted == Wanted(words=wanted.words, sort=wanted.sort):
        return html.P(f"No story has all of these words: {wanted.words}.", className="notice notice-quiet")
    if narrowed:
        said: list[str | Component] = [
            "No story is all of this at once. ",
            html.A("Show all stories", href=to_page("/")),
        ]
        return html.P(said, className="notice notice-quiet")
    return html.P(
        "No two articles tell the same story yet. Add what other outlets wrote about it, then analyse again.",
        className="notice notice-quiet",
    )


def _pager(count: int, wanted: Wanted, *, page: int, view: str) -> Component | None:
    last = max(1, -(-count // ON_ONE_PAGE))
    if last == 1:
        return None

    links: list[Component] = []
    if page > 1:
        links.append(html.A("Before", href=address(wanted, view=view, page=page - 1), className="button"))
    links.append(html.Span(f"Part {page} of {last}"))
    if page < last:
        links.append(html.A("After", href=address(wanted, view=view, page=page + 1), className="button"))
    return html.Nav(links, className="pager", **extra({"aria-label": "Parts of the list"}))


def _alone(stories: list[str], index: StoryIndex, results: Results, found: Mapping[str, Component]) -> Component | None:
    if not stories:
        return None
    rows = index.pages.iloc[np.concatenate([index.rows[story] for story in stories[:_MOST_ALONE]])]
    items = [
        html.Li(
            [
                html.A(_named(row, results), href=to_article(str(row.article))),
                html.Span(_known_of(row), className="quiet"),
                found.get(str(row.story)),
            ]
        )
        for row in rows_of(rows)
    ]
    left = len(stories) - len(items)
    more = (
        html.P(f"{left:,} more are not listed here; `parallax articles` lists all.", className="quiet")
        if left > 0
        else None
    )
    return html.Section(
        [
            html.H2("Articles on their own", id="alone-title"),
            html.P("Nobody else here tells these, so there is nothing to compare them with.", className="intro"),
            html.Ul(items, className="alone"),
            more,
        ],
        className="part",
        **extra({"aria-labelledby": "alone-title"}),
    )
