"""The list of stories, searched and in parts."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.apart import apart_said
from dashboard.links import to_article, to_page, to_story
from dashboard.row import Row
from dashboard.story_index import StoryIndex, story_index
from dashboard.wording import NO_HEADLINE, NO_OUTLET, dates, first_words, known, moment, several, text_or

ON_ONE_PAGE = 40
_TERMS = 8
_NAMES = 8
_MOST_ALONE = 200


BY_APART = "apart"
"""What `sort` is where the stories whose outlets are furthest apart come first."""


def story_list(results: Results, *, words: str, page: int, sort: str = "") -> Component:
    """Return the stories that hold all `words` (see `StoryIndex.matching`), most told first; lone articles apart.

    With `sort` `BY_APART`, the stories whose outlets are furthest apart come first.
    """
    index = story_index(results)
    stories = index.matching(words)
    shared, alone = stories[stories["articles"] > 1], stories[stories["articles"] == 1]
    if sort == BY_APART:
        shared = index.furthest_apart_first(shared)
    part = shared.iloc[(page - 1) * ON_ONE_PAGE : page * ON_ONE_PAGE]
    disagree = _differing(results, list(part["story"]))
    cards = [
        _card(row, index.pages_of(row.story), disagree.get(row.story, 0), index.apart.get(row.story))
        for row in rows_of(part)
    ]
    found = f"{several(len(shared), 'story', 'stories')}" + (f" with “{words}”" if words else "")
    return html.Div(
        [
            html.P(found, className="found", role="status"),
            _sorting(words, sort) if len(shared) > 1 else None,
            html.Ol(cards, className="stories") if cards else _none(words),
            _pager(len(shared), page=page, words=words, sort=sort),
            _alone(list(alone["story"]), index, results),
        ]
    )


def _differing(results: Results, stories: list[str]) -> dict[str, int]:
    claims = results.rows("claims", story=stories)
    return {str(story): int(count) for story, count in claims.groupby("story")["differs"].sum().items()}


def _card(row: Row, told: pd.DataFrame, differing: int, apart: Row | None) -> Component:
    story = str(row.story)
    pages, reports = int(row.articles), int(row.reports)
    names = list(dict.fromkeys(told["outlet"].dropna().astype(str)))
    unnamed = int(told["outlet"].isna().sum())
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    told_by = f"{', '.join(names[:_NAMES])}{more}" if names else ""
    if unnamed:
        told_by += f"{'; ' if told_by else ''}{several(unnamed, 'page')} without a named outlet"
    terms = text_or(row.terms, "").split(", ")[:_TERMS]
    facts = [
        html.Span(several(pages, "page"), className="fact"),
        html.Span(several(reports, "independent report"), className="fact"),
        html.Span(dates(row.first, row.last), className="fact"),
    ]
    if differing:
        facts.append(html.Span(f"≠ {several(differing, 'fact')} told differently", className="badge badge-differs"))
    if apart is not None:
        facts.append(html.Span(f"outlets apart: {apart_said(apart)}", className="fact", title=_APART))
    return html.Li(
        [
            html.H2(html.A(text_or(row.title, NO_HEADLINE), href=to_story(story))),
            html.P(facts, className="facts-line"),
            html.P(told_by, className="meta"),
            html.P([html.Span("Words they share: ", className="quiet"), ", ".join(terms)], className="terms"),
        ],
        className="story-card",
    )


_APART = "0 as if one text were dealt out among the outlets, 1 no word in common, with its 95 % interval"


def _kept(words: str, sort: str) -> list[tuple[str, str]]:
    return [*([("q", words)] if words else []), *([("sort", sort)] if sort == BY_APART else [])]


def _sorting(words: str, sort: str) -> Component:
    links = [
        html.A(
            said,
            href=to_page("/", _kept(words, each)),
            className="choice on" if each == sort else "choice",
            **extra({"aria-current": "true" if each == sort else "false"}),
        )
        for said, each in (("most told", ""), ("outlets furthest apart", BY_APART))
    ]
    return html.Nav(
        [html.Span("First:", className="chips-label"), *links], className="chips", **extra({"aria-label": "Order"})
    )


def _named(row: Row, results: Results) -> str:
    return str(row.title) if known(row.title) else first_words(results.article(str(row.article)).text)


def _known_of(row: Row) -> str:
    said = [*([] if known(row.title) else [NO_HEADLINE]), text_or(row.outlet, NO_OUTLET), moment(row.published)]
    return f" {', '.join(said)}"


def _none(words: str) -> Component:
    if words:
        return html.P(f"No story has all of these words: {words}.", className="notice notice-quiet")
    return html.P(
        "No two articles tell the same story yet. Add what other outlets wrote about it, then analyse again.",
        className="notice notice-quiet",
    )


def _pager(count: int, *, page: int, words: str, sort: str) -> Component | None:
    last = max(1, -(-count // ON_ONE_PAGE))
    if last == 1:
        return None

    def to(number: int) -> str:
        return to_page("/", [("page", str(number)), *_kept(words, sort)])

    links: list[Component] = []
    if page > 1:
        links.append(html.A("Before", href=to(page - 1), className="button"))
    links.append(html.Span(f"Part {page} of {last}"))
    if page < last:
        links.append(html.A("After", href=to(page + 1), className="button"))
    return html.Nav(links, className="pager", **extra({"aria-label": "Parts of the list"}))


def _alone(stories: list[str], index: StoryIndex, results: Results) -> Component | None:
    if not stories:
        return None
    rows = pd.concat([index.pages_of(story) for story in stories[:_MOST_ALONE]])
    items = [
        html.Li(
            [
                html.A(_named(row, results), href=to_article(str(row.article))),
                html.Span(_known_of(row), className="quiet"),
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
